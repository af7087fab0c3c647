//! The crowd: a cell for every thread, in the order of birth and never moved, where there are more threads than rows for them.
//! Up to forty have their numbers, above that the sign stands alone.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::table::View;
use crate::{
    ids::ThreadId,
    scene::ThreadState,
    telling::{names::number, state_sign},
    tui::painter::{Painter, fit},
};

/// Above so many threads, cells have no numbers.
const NUMBERED: usize = 40;

/// Whether threads are folded away, so that this is where they are seen.
#[must_use]
pub fn wanted(view: &View<'_>) -> bool {
    view.thread_rows.is_some_and(|rows| view.stage.threads_expected() > usize::from(rows.max(1)))
}

/// Draws the crowd at the bottom of the area, with room for so many threads; returns the rows that it takes.
pub fn draw(painter: &Painter<'_>, threads: usize, area: Rect, buf: &mut Buffer) -> u16 {
    let large = area.width >= 70 && area.height >= 20;
    let margin = if large { 3 } else { 1 };
    let numbered = threads <= NUMBERED;
    let cell = match (numbered, large) {
        (true, true) => 7,
        (true, false) => 4 + usize::from(threads > 99),
        (false, _) => 1,
    };
    // The main thread starts the others, and is none of the crowd.
    let others = threads.saturating_sub(1);
    let columns = (usize::from(area.width).saturating_sub(2 * margin) / cell).clamp(1, if numbered { 10 } else { 60 });
    let spacing: u16 = if large && numbered { 2 } else { 1 };
    let rows = others.div_ceil(columns) as u16 * spacing + 1 + u16::from(large);
    // What is shared has the other rows: half of them at least.
    if rows > area.height.div_ceil(2) + 1 || others == 0 {
        return 0;
    }
    let top = area.bottom() - rows;
    let x = area.x + margin as u16;
    let heading = fit(heading(painter, large), usize::from(area.width) - margin);
    buf.set_line(x, top, &Line::from(heading), area.width - margin as u16);
    let first = top + 1 + u16::from(large);
    for at in 0..others.min(painter.scene.threads.len().saturating_sub(1)) {
        let thread = ThreadId::at(at + 1);
        let place = (x + (at % columns * cell) as u16, first + (at / columns) as u16 * spacing);
        draw_cell(painter, thread, (numbered, large), place, buf);
    }
    rows
}

fn draw_cell(
    painter: &Painter<'_>,
    thread: ThreadId,
    (numbered, large): (bool, bool),
    (x, y): (u16, u16),
    buf: &mut Buffer,
) {
    let Some(view) = painter.scene.thread(thread) else { return };
    let theme = painter.theme;
    let (sign, number) = (state_sign(view.state), number(thread));
    let bright = painter.scene.touched().contains(&thread);
    let style = match view.state {
        ThreadState::Finished | ThreadState::New | ThreadState::Abandoned => theme.faint(),
        ThreadState::Failed => Style::new().fg(theme.bad),
        _ => Style::new().fg(theme.thread(thread)),
    };
    let style = if bright { style.add_modifier(Modifier::BOLD) } else { style };
    let text = match (numbered, large) {
        (true, true) => format!("{sign} {number}"),
        (true, false) => format!("{number:>2}{sign}"),
        (false, _) => sign.to_owned(),
    };
    buf.set_stringn(x, y, text, 7, style);
}

/// The word for it, and how many threads are in which state.
fn heading<'a>(painter: &Painter<'a>, large: bool) -> Vec<Span<'a>> {
    let bold = Style::new().fg(painter.theme.text).add_modifier(Modifier::BOLD);
    let word = painter.word("picture-crowd");
    let blanks = if large { 17_usize.saturating_sub(word.width()) } else { 2 };
    let mut spans = vec![Span::styled(word, bold), Span::raw(" ".repeat(blanks))];
    let states = [
        ThreadState::Finished,
        ThreadState::Failed,
        ThreadState::Sleeping,
        ThreadState::Running,
        ThreadState::Ready,
        ThreadState::Blocked,
    ];
    for state in states {
        let others = painter.scene.threads.iter().skip(1);
        let count = others.filter(|view| view.state == state).count();
        if count > 0 {
            let (sign, word) = painter.state(state);
            let text =
                if large { format!("{count} {}   ", word.content) } else { format!("{count} {}  ", sign.content) };
            spans.push(Span::styled(text, painter.state_style(state)));
        }
    }
    spans
}
