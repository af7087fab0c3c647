//! What can be typed in text mode: the commands and their words.

use crate::locale::Locale;

/// A command.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Command {
    Step,
    Back,
    Run,
    Play,
    End,
    Next,
    Previous,
    Where,
    What,
    Source,
    Output,
    Seek,
    Restart,
    Seed,
    Policy,
    Unit,
    Other,
    List,
    Open,
    Language,
    Help,
    Quit,
}

/// What a command takes behind it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Takes {
    /// Nothing.
    Nothing,
    /// Perhaps a number.
    Count,
    /// A number.
    Number,
    /// Perhaps a thread, by number or name.
    Thread,
    /// A name.
    Name,
}

/// A row of the table: the command, its English word, its letter, what it takes.
type Row = (Command, &'static str, &'static str, Takes);

/// Every command, in the order of the help. The words of other languages are the messages `word-…`.
pub const COMMANDS: &[Row] = &[
    (Command::Step, "step", "s", Takes::Count),
    (Command::Back, "back", "b", Takes::Count),
    (Command::Run, "run", "r", Takes::Thread),
    (Command::Play, "play", "p", Takes::Nothing),
    (Command::End, "end", "e", Takes::Nothing),
    (Command::Next, "next", "n", Takes::Nothing),
    (Command::Previous, "previous", "v", Takes::Nothing),
    (Command::Where, "where", "w", Takes::Nothing),
    (Command::What, "what", "t", Takes::Nothing),
    (Command::Source, "source", "c", Takes::Thread),
    (Command::Output, "output", "o", Takes::Nothing),
    (Command::Seek, "seek", "g", Takes::Number),
    (Command::Restart, "restart", "a", Takes::Nothing),
    (Command::Seed, "seed", "d", Takes::Nothing),
    (Command::Policy, "policy", "y", Takes::Nothing),
    (Command::Unit, "unit", "u", Takes::Nothing),
    (Command::Other, "other", "x", Takes::Nothing),
    (Command::List, "list", "m", Takes::Nothing),
    (Command::Open, "open", "f", Takes::Name),
    (Command::Language, "language", "l", Takes::Nothing),
    (Command::Help, "help", "h", Takes::Nothing),
    (Command::Quit, "quit", "q", Takes::Nothing),
];

/// Words that were called otherwise once, and are still understood.
const FORMERLY: &[(&str, Command)] =
    &[("到底", Command::End), ("下一等待", Command::Next), ("上一等待", Command::Previous), ("另路", Command::Other)];

/// A line that was understood: a command, and what stands behind it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Typed<'l> {
    /// The command.
    pub command: Command,
    /// What it takes.
    pub takes: Takes,
    /// What stands behind it.
    pub rest: &'l str,
}

/// The word for a command in the language.
pub fn word(row: &Row, locale: &Locale) -> String {
    locale.text(&format!("word-{}", row.1))
}

/// Understands a line. Nothing at all is a step; a number goes to that step.
pub fn understand<'l>(line: &'l str, locale: &Locale) -> Option<Typed<'l>> {
    let line = line.trim();
    let typed = |command: Command, rest| {
        let takes = COMMANDS.iter().find(|row| row.0 == command).map_or(Takes::Nothing, |row| row.3);
        Some(Typed { command, takes, rest })
    };
    if line.is_empty() {
        return typed(Command::Step, "");
    }
    if line.chars().all(|c| c.is_ascii_digit()) {
        return typed(Command::Seek, line);
    }
    if line == "?" || line == "？" {
        return typed(Command::Help, "");
    }
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let lower = first.to_lowercase();
    if let Some(row) = COMMANDS.iter().find(|row| row.1 == lower || row.2 == lower || word(row, locale) == lower) {
        return typed(row.0, rest.trim());
    }
    if let Some(&(_, command)) = FORMERLY.iter().find(|(word, _)| *word == lower) {
        return typed(command, rest.trim());
    }
    // Chinese needs no space between a word and a number or name.
    let row = COMMANDS.iter().find(|row| {
        let word = word(row, locale);
        !word.is_ascii() && line.starts_with(&word)
    })?;
    typed(row.0, line[word(row, locale).len()..].trim())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::locale::Language;

    #[test]
    fn no_word_or_letter_means_two_things() {
        for language in Language::ALL {
            let locale = Locale::new(language);
            let mut known = BTreeSet::new();
            for row in COMMANDS {
                let words: BTreeSet<String> = [row.1.to_owned(), row.2.to_owned(), word(row, &locale)].into();
                for word in words {
                    assert!(!word.starts_with("word-"), "{word} is missing");
                    assert!(known.insert(word.clone()), "{word} means two things");
                }
            }
        }
    }

    #[test]
    fn words_letters_numbers_and_nothing_are_understood() {
        let (english, chinese) = (Locale::new(Language::English), Locale::new(Language::Chinese));
        let of = |line, locale| understand(line, locale).map(|typed| (typed.command, typed.rest));
        for line in ["step 3", "s 3", "STEP  3 ", "S\t3"] {
            assert_eq!(of(line, &english), Some((Command::Step, "3")), "{line}");
        }
        assert_eq!(of("  ", &english), Some((Command::Step, "")));
        assert_eq!(of("12", &english), Some((Command::Seek, "12")));
        assert_eq!(of("run a b", &english), Some((Command::Run, "a b")));
        assert_eq!(of("运行 alice", &chinese), Some((Command::Run, "alice")));
        assert_eq!(of("单步3", &chinese), Some((Command::Step, "3")));
        assert_eq!(of("到底", &chinese), Some((Command::End, "")));
        assert_eq!(of("换路", &chinese), Some((Command::Other, "")));
        assert_eq!(of("step 3", &chinese), Some((Command::Step, "3")));
        assert_eq!(of("dance", &english), None);
        assert_eq!(of("单步", &english), None);
    }
}
