//! Where the command line writes to: in which language, and whether in colour.

use std::{
    borrow::Cow,
    ffi::OsString,
    fmt::Write as _,
    io::{self, IsTerminal, Write},
};

use super::REFUSED;
pub use crate::telling::names::printable;
use crate::{
    locale::{Language, Locale},
    scenario::Wording,
};

/// The two streams of the program.
#[derive(Debug)]
pub struct Console {
    /// The words.
    pub locale: Locale,
    /// Whether there are to be colours, if `--color` says so.
    pub forced: Option<bool>,
    /// Whether what goes to stdout is coloured.
    pub out_colour: bool,
    /// Whether what goes to stderr is coloured.
    pub err_colour: bool,
}

/// How a piece of text stands out, as parameters of SGR.
pub mod style {
    pub const BOLD: &str = "1";
    pub const ERROR: &str = "1;31";
    pub const HELP: &str = "1;36";
    pub const GOOD: &str = "1;32";
    pub const NAME: &str = "36";
    pub const FAINT: &str = "2";
}

/// The text, in a style if there are to be colours.
pub fn styled(text: &str, style: &str, colour: bool) -> String {
    if colour { format!("\x1b[{style}m{text}\x1b[0m") } else { text.to_owned() }
}

impl Console {
    /// What arguments and environment ask for. The arguments are looked through before they are understood, because what
    /// is said of a mistake in them has to be in some language.
    pub fn new(arguments: &[OsString], variable: impl Fn(&str) -> Option<String>) -> Self {
        let language = option(arguments, "--lang").and_then(|code| code.parse().ok());
        let language = language.unwrap_or_else(|| Language::of_environment(&variable));
        let set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
        let plain = set("NO_COLOR") || variable("TERM").as_deref() == Some("dumb");
        let forced = match option(arguments, "--color").as_deref() {
            Some("always") => Some(true),
            Some("never") => Some(false),
            _ => None,
        };
        let colour = |terminal: bool| forced.unwrap_or(terminal && !plain);
        Self {
            locale: Locale::new(language),
            forced,
            out_colour: colour(io::stdout().is_terminal()),
            err_colour: colour(io::stderr().is_terminal()),
        }
    }

    /// A message.
    pub fn words(&self, key: &str) -> String {
        self.locale.text(key)
    }

    /// Says what is wrong, and what to do about it.
    pub fn complain(&self, problem: &str, advice: Option<&str>) {
        let colon = self.words("colon");
        let level = |key: &str, style| styled(&self.words(key), style, self.err_colour);
        let mut text = format!("{}{colon}{}\n", level("level-error", style::ERROR), printable(problem));
        if let Some(advice) = advice {
            let _ = writeln!(text, "{}{colon}{}", level("level-help", style::HELP), printable(advice));
        }
        say(&text);
    }

    /// Says a mistake in words.
    pub fn complain_of(&self, wording: &Wording) {
        self.complain(&wording.problem, wording.advice.as_deref());
    }

    /// Output could not be written. When nobody reads it any more, that is no reason to complain.
    pub fn cannot_write(&self, error: &io::Error) -> u8 {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return 0;
        }
        self.complain(&self.locale.format("cannot-write", &[("reason", error.to_string().into())]), None);
        REFUSED
    }
}

/// Writes a text to stdout.
///
/// # Errors
/// When it cannot be written, for instance because nobody reads it any more.
pub fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// What goes to a terminal, without anything that would speak to it: characters other than those that go on to a new line
/// or column are written as Python would. What goes anywhere else stays as it is.
pub fn harmless(text: &str, to_terminal: bool) -> Cow<'_, str> {
    silenced(text, to_terminal, |c| format!("\\x{c:02x}"))
}

/// JSON that goes to a terminal; it escapes some of what would speak to it by itself, but not all.
pub fn harmless_json(text: &str, to_terminal: bool) -> Cow<'_, str> {
    silenced(text, to_terminal, |c| format!("\\u{c:04x}"))
}

fn silenced(text: &str, to_terminal: bool, escaped: impl Fn(u32) -> String) -> Cow<'_, str> {
    let speaks = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
    if !to_terminal || !text.contains(speaks) {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().map(|c| if speaks(c) { escaped(u32::from(c)) } else { c.to_string() });
    Cow::Owned(shown.collect())
}

/// Writes a text to stderr; if that cannot be done, there is nowhere to say so.
pub fn say(text: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

/// The value of an option, wherever it stands: the last one counts.
fn option(arguments: &[OsString], name: &str) -> Option<String> {
    let texts: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let own = texts.iter().take_while(|text| &***text != "--").enumerate();
    let values = own.filter_map(|(at, text)| match text.strip_prefix(name)? {
        "" => texts.get(at + 1).map(ToString::to_string),
        rest => rest.strip_prefix('=').map(str::to_owned),
    });
    values.last()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_program_prints_speaks_to_a_terminal() {
        let printed = "a\tb\r\n\x1b[2J\x07\x08\x7f\u{9b}31m锁";
        assert_eq!(harmless(printed, false), printed);
        assert_eq!(harmless(printed, true), "a\tb\r\n\\x1b[2J\\x07\\x08\\x7f\\x9b31m锁");
        assert_eq!(harmless_json("\u{7f}\u{9b}", true), "\\u007f\\u009b");
    }

    #[test]
    fn options_are_found_before_the_arguments_are_understood() {
        for (line, expected) in [
            ("raddle --lang zh list", Some("zh")),
            ("raddle list --lang=en", Some("en")),
            ("raddle list", None),
            ("raddle run x -- --lang zh", None),
            ("raddle --lang", None),
            ("raddle --language zh", None),
        ] {
            let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            assert_eq!(option(&arguments, "--lang").as_deref(), expected, "{line}");
        }
    }
}
