//! The keys, made from the table of keys, and what the signs mean.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::scrolled;
use crate::{
    locale::Locale,
    scene::ThreadState,
    telling::{state_sign, state_word},
    tui::{
        gallery::SOLVED,
        keymap::{self, Place},
        theme::Theme,
    },
};

/// The width of the popup, in cells.
const WIDTH: u16 = 76;

/// Draws the help from a row on; `first` is the place whose keys come first.
pub fn draw(locale: &Locale, theme: &Theme, (first, scroll): (Place, u16), area: Rect, buf: &mut Buffer) {
    let rows = lines(locale, theme, first);
    scrolled(locale, theme, (&locale.text("help"), WIDTH), (rows, scroll), area, buf);
}

fn lines<'a>(locale: &Locale, theme: &Theme, first: Place) -> Vec<Line<'a>> {
    let mut places = vec![first];
    places.extend(Place::ALL.into_iter().filter(|&place| place != first && place == Place::Everywhere));
    let mut lines = Vec::new();
    for place in places {
        lines.push(Line::styled(format!(" {}", locale.text(place.key())), theme.title()));
        for row in keymap::rows(place) {
            let pad = " ".repeat(9usize.saturating_sub(row.label.width()));
            lines.push(Line::from(vec![
                Span::styled(format!("   {}{pad}", row.label), Style::new().fg(theme.accent)),
                Span::styled(locale.text(row.help), Style::new().fg(theme.text)),
            ]));
        }
    }
    if matches!(first, Place::Stage | Place::RealRun) {
        lines.push(Line::styled(format!(" {}", locale.text("help-signs")), theme.title()));
        lines.push(signs(locale, theme));
        lines.push(gutter(locale, theme));
        lines.push(Line::from(vec![
            Span::styled("   ▲", Style::new().fg(theme.accent)),
            Span::styled(format!(" {}", locale.text("sign-departs")), Style::new().fg(theme.text)),
        ]));
        for key in ["help-mouse-thread", "help-mouse-log", "help-mouse-timeline"] {
            lines.push(Line::styled(format!("   {}", locale.text(key)), Style::new().fg(theme.text)));
        }
    }
    if first == Place::Gallery {
        lines.push(Line::styled(format!(" {}", locale.text("help-signs")), theme.title()));
        lines.push(of_progress(locale, theme));
    }
    lines
}

/// What the gallery shows of what was done with a scenario.
fn of_progress<'a>(locale: &Locale, theme: &Theme) -> Line<'a> {
    let all = [("●", "was-opened"), ("✓", "sign-understood"), (SOLVED, "was-solved")];
    let spans = all.into_iter().flat_map(|(sign, key)| {
        let word = Span::styled(format!(" {}   ", locale.text(key)), Style::new().fg(theme.text));
        [Span::styled(sign, Style::new().fg(theme.accent)), word]
    });
    Line::from(std::iter::once(Span::raw("   ")).chain(spans).collect::<Vec<_>>())
}

/// What stands beside the numbers of the program's lines.
fn gutter<'a>(locale: &Locale, theme: &Theme) -> Line<'a> {
    let all = [("2▶", "sign-at"), ("23▶", "sign-at-two"), ("▶▶▶", "sign-at-many"), ("#", "sign-note")];
    let spans = all.into_iter().flat_map(|(sign, key)| {
        let word = Span::styled(format!(" {}   ", locale.text(key)), Style::new().fg(theme.text));
        [Span::styled(sign, Style::new().fg(theme.accent)), word]
    });
    Line::from(std::iter::once(Span::raw("   ")).chain(spans).collect::<Vec<_>>())
}

/// What the signs of the states mean.
fn signs<'a>(locale: &Locale, theme: &Theme) -> Line<'a> {
    let states = [
        ThreadState::Running,
        ThreadState::Ready,
        ThreadState::Blocked,
        ThreadState::Sleeping,
        ThreadState::Finished,
        ThreadState::Failed,
    ];
    let mut spans = vec![Span::raw("   ")];
    for state in states {
        spans.push(Span::styled(state_sign(state), Style::new().fg(theme.accent)));
        let word = state_word(locale, state);
        spans.push(Span::styled(format!(" {word}   "), Style::new().fg(theme.text)));
    }
    spans.push(Span::styled("╱", Style::new().fg(theme.accent)));
    spans.push(Span::styled(format!(" {}", locale.text("sign-spins")), Style::new().fg(theme.text)));
    Line::from(spans)
}
