//! The keys, made from the table of keys, and what the signs mean.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::frame;
use crate::{
    locale::Locale,
    scene::ThreadState,
    telling::{state_sign, state_word},
    tui::{
        keymap::{self, Place},
        painter::fit,
        theme::Theme,
    },
};

/// The width of the popup, in cells.
const WIDTH: u16 = 76;

/// Draws the help from a row on; `first` is the place whose keys come first.
pub fn draw(locale: &Locale, theme: &Theme, (first, scroll): (Place, u16), area: Rect, buf: &mut Buffer) {
    let rows = lines(locale, theme, first);
    let inner = frame(theme, &locale.text("help"), (WIDTH, rows.len() as u16 + 2), area, buf);
    let last = (rows.len() as u16).saturating_sub(inner.height);
    let scroll = scroll.min(last);
    for (y, line) in (inner.y..inner.bottom()).zip(rows.into_iter().skip(usize::from(scroll))) {
        let line = Line::from(fit(line.spans, usize::from(inner.width)));
        buf.set_line(inner.x, y, &line, inner.width);
    }
    if last > 0 {
        let text = format!(
            " {} ",
            locale.format("help-more", &[("row", u32::from(scroll + 1).into()), ("rows", u32::from(last + 1).into())])
        );
        let x = inner.right().saturating_sub(text.width() as u16);
        buf.set_string(x, inner.bottom().min(area.bottom().saturating_sub(1)), text, theme.faint());
    }
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
        for key in ["help-mouse-thread", "help-mouse-log", "help-mouse-timeline"] {
            lines.push(Line::styled(format!("   {}", locale.text(key)), Style::new().fg(theme.text)));
        }
    }
    lines
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
