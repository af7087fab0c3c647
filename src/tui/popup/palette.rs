//! The palette: what is typed, the actions that match, each with its key, which it so teaches. What lies behind is dim.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
    widgets::{Clear, Widget},
};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::{
    app::{Action, Palette, palette::Entry},
    locale::Locale,
    tui::{
        hit::Hits,
        keymap::{self, Place},
        painter::{fit, width},
        theme::{Theme, mix},
    },
};

/// The widest palette, in cells.
const WIDEST: u16 = 76;

/// So far goes what lies behind towards the ground.
const DIMMED: f32 = 0.4;

/// Draws the palette; `place` is where the keys are looked up.
pub fn draw(
    locale: &Locale,
    theme: &Theme,
    (palette, place): (&Palette, Place),
    area: Rect,
    (hits, buf): (&mut Hits, &mut Buffer),
) {
    dim(theme, area, buf);
    let Some(frame) = frame(area) else { return };
    Clear.render(frame, buf);
    buf.set_style(frame, theme.plain());
    draw_frame(theme, frame, buf);
    let inner = Rect { x: frame.x + 2, y: frame.y + 1, width: frame.width - 4, height: frame.height - 2 };
    draw_typed(locale, theme, palette, inner, buf);
    let rows = Rect { y: inner.y + 2, height: inner.height - 3, ..inner };
    let first = palette.chosen().saturating_sub(usize::from(rows.height).saturating_sub(1));
    let shown = palette.found().enumerate().skip(first).take(usize::from(rows.height));
    for ((at, entry), y) in shown.zip(rows.top()..rows.bottom()) {
        let row = Rect { y, height: 1, ..rows };
        draw_entry(theme, (palette, place), (entry, at == palette.chosen()), row, buf);
        hits.action(row, Action::Pick(at));
    }
    if palette.found().len() == 0 {
        buf.set_stringn(rows.x, rows.y, locale.text("palette-none"), usize::from(rows.width), theme.faint());
    }
    let keys = [("Enter", "palette-do"), ("↑ ↓", "hint-choose"), ("Esc", "palette-close")];
    let spans = keys.iter().flat_map(|(key, word)| {
        [Span::styled(*key, theme.title()), Span::styled(format!(" {}  ", locale.text(word)), theme.faint())]
    });
    let line = Line::from(fit(spans.collect(), usize::from(inner.width)));
    buf.set_line(inner.x, inner.bottom() - 1, &line, inner.width);
}

/// Where the palette stands; none on a screen that has no room for it.
fn frame(area: Rect) -> Option<Rect> {
    let width = area.width.saturating_sub(20).clamp(area.width.min(40), WIDEST);
    let height = (15 + area.height.saturating_sub(24) / 8).min(area.height);
    if width < 12 || height < 6 {
        return None;
    }
    let y = area.y + 4_u16.min(area.height - height);
    Some(Rect { x: area.x + (area.width - width) / 2, y, width, height })
}

fn dim(theme: &Theme, area: Rect, buf: &mut Buffer) {
    for position in area.positions() {
        let cell = &mut buf[position];
        cell.fg = mix(cell.fg, theme.background, DIMMED);
        cell.bg = mix(cell.bg, theme.background, DIMMED);
        cell.modifier.remove(Modifier::BOLD);
    }
}

fn draw_frame(theme: &Theme, frame: Rect, buf: &mut Buffer) {
    let style = Style::new().fg(theme.rule);
    let line = "─".repeat(usize::from(frame.width) - 2);
    let right = frame.right() - 1;
    for y in frame.top()..frame.bottom() {
        buf.set_string(frame.x, y, "│", style);
        buf.set_string(right, y, "│", style);
    }
    for (y, left, end) in [(frame.y, "┌", "┐"), (frame.y + 2, "├", "┤"), (frame.bottom() - 1, "└", "┘")] {
        buf.set_string(frame.x, y, format!("{left}{line}{end}"), style);
    }
}

/// What is typed, and how many actions that leaves.
fn draw_typed(locale: &Locale, theme: &Theme, palette: &Palette, inner: Rect, buf: &mut Buffer) {
    let counts = [("found", palette.found().len().into()), ("all", palette.count().into())];
    let count = locale.format("palette-count", &counts);
    let room = usize::from(inner.width).saturating_sub(count.width() + 4);
    let spans = vec![
        Span::styled(": ", theme.title()),
        Span::styled(end_of(palette.typed(), room), Style::new().fg(theme.text)),
        Span::styled("▏", theme.title()),
    ];
    buf.set_line(inner.x, inner.y, &Line::from(fit(spans, usize::from(inner.width))), inner.width);
    let x = inner.right().saturating_sub(count.width() as u16);
    if x > inner.x + 3 {
        buf.set_string(x, inner.y, count, theme.faint());
    }
}

/// The end of what is typed, as far as there is room.
fn end_of(text: &str, room: usize) -> &str {
    let mut starts = text.grapheme_indices(true).map(|(at, _)| &text[at..]);
    starts.find(|end| end.width() <= room).unwrap_or_default()
}

fn draw_entry(
    theme: &Theme,
    (palette, place): (&Palette, Place),
    (entry, chosen): (&Entry, bool),
    row: Rect,
    buf: &mut Buffer,
) {
    let key = keymap::short_label(place, entry.action).unwrap_or_default();
    if chosen {
        buf.set_style(row, Style::new().bg(theme.raised));
    }
    let colour = if entry.obstacle.is_some() { theme.dim } else { theme.text };
    let plain = Style::new().fg(colour);
    let marked = palette.marked(&entry.name);
    let mut spans = vec![Span::styled(if chosen { "▶ " } else { "  " }, theme.title())];
    for (at, letter) in entry.name.chars().enumerate() {
        let style = if marked.contains(&at) { plain.add_modifier(Modifier::BOLD) } else { plain };
        spans.push(Span::styled(letter.to_string(), style));
    }
    let room = usize::from(row.width).saturating_sub(key.width() + 1);
    if let Some(obstacle) = &entry.obstacle {
        let left = room.saturating_sub(width(&spans) + 2);
        if left > 8 {
            spans.push(Span::raw("  "));
            spans.extend(fit(vec![Span::styled(obstacle.clone(), theme.faint())], left));
        }
    }
    buf.set_line(row.x, row.y, &Line::from(fit(spans, room)), row.width);
    let x = row.right().saturating_sub(key.width() as u16);
    buf.set_string(x, row.y, key, Style::new().fg(theme.accent));
}
