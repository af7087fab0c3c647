//! The opening: before there is anything to see, the picture says what to watch for, and what the signs mean. On a large screen
//! also how one can look at it.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{table::View, title};
use crate::{
    app::{Action, Stage},
    ids::{StepIndex, ThreadId},
    scenario::Pane,
    tui::{keymap, painter::Painter, wrap::wrap_text},
};

/// Whether the picture has nothing to draw yet.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    let scene = stage.scene();
    let shared = !scene.resources.is_empty() || scene.known_variables().next().is_some();
    let asked = stage.scenario().panes.contains(&Pane::CallStacks);
    let nothing = !shared && !asked && scene.generators().next().is_none();
    let circle = scene.deadlocks().next().is_some() || !scene.circles.is_empty();
    stage.origin().is_none() && !circle && (stage.cursor() == StepIndex(0) || nothing)
}

/// Draws it, under the name of the scenario.
pub fn draw(view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let View { painter, stage, .. } = *view;
    let area = title(painter, &stage.scenario().id, Vec::new(), area, buf);
    let large = area.width >= 70 && area.height >= 22;
    let margin = if area.width >= 50 { 3 } else { 1 };
    let area = Rect { x: area.x + margin, width: area.width.saturating_sub(margin + 1), ..area };
    let cells = usize::from(area.width);
    let watch = stage.scenario().watch.get(painter.locale.language());
    let mut above = Vec::new();
    if !watch.is_empty() {
        above.push(heading(painter, "opening-watch"));
        let style = Style::new().fg(painter.theme.text);
        above.extend(wrap_text(watch, cells).into_iter().map(|text| Line::styled(text, style)));
    }
    let mut sections = vec![above];
    if large {
        sections.push(looks(painter));
    }
    let mut signs = vec![heading(painter, "opening-signs")];
    signs.extend(sign_rows(painter, if large { 4 } else { 3 }));
    sections.push(signs);
    sections.retain(|section| !section.is_empty());
    draw_sections(sections, large, area, buf);
}

/// Sections one below the other, as far apart as there is room; the last one gives way row by row.
fn draw_sections(sections: Vec<Vec<Line<'_>>>, large: bool, area: Rect, buf: &mut Buffer) {
    let rows = sections.iter().map(Vec::len).sum::<usize>() as u16;
    let spare = area.height.saturating_sub(rows);
    let gaps = sections.len() as u16 - 1;
    let gap = spare.checked_div(gaps).unwrap_or(0).min(if large { 4 } else { 1 });
    let mut y = area.y + u16::from(spare > gap * gaps + 1 && area.height > 12);
    for section in sections {
        for line in section {
            if y < area.bottom() {
                buf.set_line(area.x, y, &line, area.width);
            }
            y += 1;
        }
        y += gap;
    }
}

fn heading<'a>(painter: &Painter<'a>, key: &str) -> Line<'a> {
    Line::styled(painter.word(key), Style::new().fg(painter.theme.text).add_modifier(Modifier::BOLD))
}

/// The keys that matter first, in a column of their own.
fn looks<'a>(painter: &Painter<'a>) -> Vec<Line<'a>> {
    let key = |action| keymap::label(action).unwrap_or_default();
    let rows = [
        (key(Action::Play), "opening-plays"),
        (format!("{} {}", key(Action::Forward), key(Action::Backward)), "opening-steps"),
        ("1-9".to_owned(), "opening-runs"),
    ];
    let widest = rows.iter().map(|(key, _)| key.width()).max().unwrap_or(0);
    let row = |(key, what): &(String, &str)| {
        let blanks = " ".repeat(widest + 2 - key.width());
        let style = Style::new().fg(painter.theme.accent);
        Line::from(vec![Span::styled(key.clone(), style), Span::raw(blanks), Span::raw(painter.word(what))])
    };
    std::iter::once(heading(painter, "opening-look")).chain(rows.iter().map(row)).collect()
}

/// The signs with their words, three rows of so many columns.
fn sign_rows<'a>(painter: &Painter<'a>, columns: usize) -> Vec<Line<'a>> {
    let text = Style::new().fg(painter.theme.text);
    let thread = Span::styled("(2)", painter.chip(ThreadId(1)).style);
    let signs: [[(Span<'a>, &str); 4]; 3] = [
        [
            (thread, "opening-thread"),
            (Span::styled("█", text), "opening-runs-sign"),
            (Span::styled("░", text), "opening-blocked"),
            (Span::styled("◆", text), "opening-look-here"),
        ],
        [
            (Span::styled("[x]", text), "opening-thing"),
            (Span::styled("─", text), "opening-ready"),
            (Span::styled("z", text), "opening-sleeps"),
            (Span::styled("●", text), "opening-there"),
        ],
        [
            (Span::styled(" ▶ ", text), "opening-points"),
            (Span::styled("✓", Style::new().fg(painter.theme.good)), "opening-done"),
            (Span::styled("✗", Style::new().fg(painter.theme.bad)), "opening-died"),
            (Span::styled("○", text), "opening-not-there"),
        ],
    ];
    let gap = if columns > 3 { 4 } else { 2 };
    let wide = |column: usize| signs.iter().map(|row| painter.word(row[column].1).width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(wide).collect();
    let row = |row: [(Span<'a>, &str); 4]| {
        let mut spans = Vec::new();
        for (at, ((sign, key), wide)) in row.into_iter().zip(&widths).enumerate() {
            let word = painter.word(key);
            let blanks = " ".repeat(wide + gap - word.width());
            let between = if at == 0 { "  " } else { " " };
            spans.extend([sign, Span::raw(between), painter.faint(word), Span::raw(blanks)]);
        }
        Line::from(spans)
    };
    signs.into_iter().map(row).collect()
}
