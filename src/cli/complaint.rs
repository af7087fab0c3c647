//! What is wrong with a program, with its line, a caret under the place, and advice.

use std::borrow::Cow;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};

use super::{
    Said,
    console::{Console, printable, say},
};
use crate::{
    compiler::{Diagnostic, worth_showing},
    scenario::{OpenError, ParameterError, Wording},
    source::{SourceText, Span},
};

/// More mistakes than these are not shown at once.
const MOST: usize = 20;

/// Says why a scenario cannot be opened.
pub fn opening(error: &OpenError, console: &Console) -> Said {
    match error {
        OpenError::Metadata { source, errors } => {
            let places = errors.iter().map(|error| (error.span, Wording::of_metadata(&error.problem, &console.locale)));
            places_of(source, &places.collect::<Vec<_>>(), 0, console);
        }
        error => console.complain_of(&Wording::of_opening(error, &console.locale)),
    }
    Said
}

/// Says why a parameter does not take a value.
pub fn parameter(error: &ParameterError, console: &Console) -> Said {
    console.complain_of(&Wording::of_parameter(error, &console.locale));
    Said
}

/// Says why a program cannot be compiled.
pub fn program(source: &SourceText, diagnostics: &[Diagnostic], console: &Console) -> Said {
    let (shown, more) = worth_showing(diagnostics.to_vec());
    let places = shown.iter().map(|one| (one.span, Wording::of_program(&one.problem, &console.locale)));
    places_of(source, &places.collect::<Vec<_>>(), more, console);
    Said
}

/// Mistakes at their places; so many more are only counted.
fn places_of(source: &SourceText, places: &[(Span, Wording)], more: usize, console: &Console) {
    let more = more + places.len().saturating_sub(MOST);
    let shown = places.iter().take(MOST).map(|(span, wording)| place(source, *span, wording, console) + "\n");
    say(&shown.collect::<Vec<_>>().join("\n"));
    if more > 0 {
        let more = console.locale.format("more-mistakes", &[("count", more.into())]);
        say(&format!("{more}\n"));
    }
}

fn place(source: &SourceText, span: Span, wording: &Wording, console: &Console) -> String {
    let (error, help) = (console.words("level-error"), console.words("level-help"));
    let annotation = AnnotationKind::Primary.span(marked(source, span));
    let (text, problem) = (without_c1(source.text()), without_c1(&wording.problem));
    let snippet = Snippet::source(&*text).path(printable(source.name())).annotation(annotation);
    let title = Level::ERROR.with_name(error.clone()).primary_title(&*problem);
    let mut report = vec![title.element(snippet)];
    if let Some(advice) = &wording.advice {
        let title = Level::HELP.with_name(help.clone()).secondary_title(normalize_untrusted_str(&without_c1(advice)));
        report.push(Group::with_title(title));
    }
    let renderer = if console.err_colour { Renderer::styled() } else { Renderer::plain() };
    let (colon, text) = (console.words("colon"), renderer.render(&report));
    // The renderer writes its own colon behind a level, in the style of the level or behind it.
    [error, help].iter().fold(text, |text, level| {
        let text = text.replace(&format!("{level}: "), &format!("{level}{colon}"));
        text.replace(&format!("{level}\u{1b}[0m: "), &format!("{level}\u{1b}[0m{colon}"))
    })
}

/// The text with a dot of as many bytes for each control character of the upper half of Latin-1: some terminals listen to
/// those as well, and the renderer shows only the others in another way.
fn without_c1(text: &str) -> Cow<'_, str> {
    let is_c1 = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
    if text.contains(is_c1) { Cow::Owned(text.replace(is_c1, "·")) } else { Cow::Borrowed(text) }
}

/// The bytes to mark: those of the place on its first line, and at least one character if there is one.
fn marked(source: &SourceText, span: Span) -> std::ops::Range<usize> {
    let text = source.text();
    let start = floor(text, span.start as usize);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let end = floor(text, span.end as usize).min(line_end);
    if end > start {
        return start..end;
    }
    start..text[start..line_end].chars().next().map_or(start, |first| start + first.len_utf8())
}

/// The nearest place at or before this one that is between two characters.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiler::compile;
    use crate::stdlib::Library;

    /// What is said of a program, without colours.
    fn said(text: &str) -> String {
        let console = Console::new(&[], |_| None);
        let source = std::sync::Arc::new(SourceText::new("x.py", text));
        let diagnostics = compile(&source, &Library).expect_err("the program has a mistake");
        let say =
            |one: &Diagnostic| place(&source, one.span, &Wording::of_program(&one.problem, &console.locale), &console);
        diagnostics.iter().map(say).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn nothing_in_a_program_speaks_to_the_terminal() {
        let console = Console::new(&[], |_| None);
        let source = SourceText::new("x\x1b[2J.py", "a = '\x1b[31m\u{9b}2J\x07' $\n");
        let wording = Wording { problem: "a \x1b\u{9b}2J".to_owned(), advice: Some("b \x1b\u{9b}2J".to_owned()) };
        let said = place(&source, Span { start: 0, end: 1 }, &wording, &console);
        assert!(said.chars().all(|c| c == '\n' || !c.is_control()), "{said:?}");
    }

    #[test]
    fn a_mistake_is_shown_with_its_line_and_advice() {
        let text = said("import threading\n\nname = help('锁 who? ')\n");
        assert!(text.contains("error: raddle does not model the builtin `help`"), "{text}");
        assert!(text.contains("x.py:3:8") && text.contains("^^^^") && text.contains("Do without it"), "{text}");
    }

    #[test]
    fn any_place_can_be_shown() {
        for text in ["", "\n", "锁", "a\r\nb\tc", "\u{202e}x", "x = (\n  1,\n  2\n", "x = 'é"] {
            let source = SourceText::new("x.py", text);
            let console = Console::new(&[], |_| None);
            let wording = Wording { problem: "p".to_owned(), advice: None };
            for start in 0..8 {
                for end in 0..8 {
                    place(&source, Span::new(start, end), &wording, &console);
                }
            }
        }
    }
}
