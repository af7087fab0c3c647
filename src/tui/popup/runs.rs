//! Two runs beside each other, a column a thread. What they have in common is dim, the first step in which they differ is marked.
//! Takes the rectangle that it is given, and nothing else.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::page::Page;
use crate::{
    app::{Action, Left, RunSide, RunStep, Runs},
    explore::Kind,
    ids::ThreadId,
    locale::Locale,
    telling::{
        check_kind_word,
        names::{mark, printable},
    },
    tui::{painter::cut, theme::Theme},
};

/// The column of the numbers of steps, with a blank.
const NUMBERS: u16 = 5;

/// Draws both runs over an area.
pub fn draw((locale, theme): (&Locale, &Theme), (runs, title): (&Runs, &str), area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let mut page = Page::new((locale, theme), area, usize::MAX, buf);
    page.header(title, &locale.text("runs-board"), buf);
    let difference = runs.first_difference();
    let said = match difference {
        Some(at) => locale.format("runs-differ", &[("step", (at as u64 + 1).into())]),
        None => locale.text("runs-alike"),
    };
    let said = page.strong(said);
    page.words([said], buf);
    // Title, words, two rows of heads, a step, and the keys.
    if area.height < 6 || area.width < 2 * NUMBERS {
        return;
    }
    let half = area.width / 2;
    let halves = [Rect { width: half, ..area }, Rect { x: area.x + half, width: area.width - half, ..area }];
    let threads = runs.sides().iter().map(|side| side.names.len()).max().unwrap_or(1).max(1) as u16;
    for (side, place) in runs.sides().iter().zip(halves) {
        heads(&page, side, threads, place, buf);
    }
    let first = page.y + 2;
    for (row, y) in (first..area.bottom().saturating_sub(1)).enumerate() {
        let at = runs.scroll() + row;
        for (side, place) in runs.sides().iter().zip(halves) {
            let Some(step) = side.steps.get(at) else { continue };
            let place = Rect { y, height: 1, ..place };
            let told = Told { page: &page, is_common: difference.is_none_or(|first| at < first), threads };
            told.step(at, step, place, buf);
            if difference == Some(at) {
                buf.set_style(place, Style::new().bg(theme.raised));
            }
        }
        if difference == Some(at) {
            buf.set_string(area.x, y, "▶", Style::new().fg(theme.accent).bg(theme.raised).add_modifier(Modifier::BOLD));
        }
        buf.set_string(area.x + half - 1, y, "│", Style::new().fg(theme.rule));
    }
    let keys = [(Action::SelectNext, "runs-scroll"), (Action::Turn, "runs-other"), (Action::RunSelected, "runs-open")];
    page.footer(&keys.map(|(action, key)| (action, locale.text(key))), buf);
}

/// How a run ends, and what its columns are.
fn heads(page: &Page<'_>, side: &RunSide, threads: u16, place: Rect, buf: &mut Buffer) {
    let (locale, theme) = (page.locale, page.theme);
    let good = side.kind == Some(Kind::Finished) && !side.is_wrong;
    let word = match side.kind {
        _ if side.is_wrong => locale.text("trials-kind-wrong"),
        Some(kind) => check_kind_word(locale, kind),
        None => locale.text("runs-goes-on"),
    };
    let steps = locale.format("runs-steps", &[("steps", (side.steps.len() as u64).into())]);
    let usual = if side.is_usual { format!("{}   ", locale.text("runs-usual")) } else { String::new() };
    let (sign, colour) = if good { ("✓", theme.good) } else { ("✗", theme.bad) };
    let head = Line::from(vec![
        Span::styled(format!(" {sign} {word}   "), Style::new().fg(colour).add_modifier(Modifier::BOLD)),
        Span::styled(format!("{usual}{steps}"), theme.faint()),
    ]);
    buf.set_line(place.x, page.y, &head, place.width.saturating_sub(1));
    let cells = column(threads, place);
    for (at, name) in side.names.iter().enumerate() {
        let thread = ThreadId::at(at);
        let text = format!("{} {}", mark(thread), printable(name));
        let style = Style::new().fg(theme.thread(thread)).add_modifier(Modifier::BOLD);
        let x = place.x + NUMBERS + at as u16 * cells;
        if x + 1 < place.right() {
            buf.set_stringn(x, page.y + 1, cut(&text, usize::from(cells) - 1), usize::from(place.right() - x), style);
        }
    }
}

/// How wide the column of a thread is.
fn column(threads: u16, place: Rect) -> u16 {
    (place.width.saturating_sub(NUMBERS + 1) / threads).max(2)
}

/// How steps are told.
struct Told<'p, 'a> {
    page: &'p Page<'a>,
    is_common: bool,
    threads: u16,
}

impl Told<'_, '_> {
    fn step(&self, at: usize, step: &RunStep, place: Rect, buf: &mut Buffer) {
        let theme = self.page.theme;
        let faint = theme.faint();
        buf.set_string(place.x + 1, place.y, format!("{:>3}", at + 1), faint);
        let cells = column(self.threads, place);
        let x = place.x + NUMBERS + step.thread.0 as u16 * cells;
        if x + 1 >= place.right() {
            return;
        }
        let sign = match step.left {
            Left::Alive => "",
            Left::Blocked => "░",
            Left::Finished => "✓",
            Left::Failed => "✗",
        };
        let room = usize::from(cells - 1).min(usize::from(place.right() - 1 - x)).saturating_sub(sign.width());
        let text = match (step.line, step.left) {
            (0, Left::Finished | Left::Failed) => self.page.locale.text("runs-ends"),
            (0, _) => self.page.locale.text("runs-begins"),
            (line, _) => format!("{line} {}", printable(&step.text)),
        };
        // Where there is no room for words, a mark stands for the step.
        let text = if room < 4 { "█".to_owned() } else { cut(&text, room).to_owned() };
        let colour = Style::new().fg(theme.thread(step.thread));
        let style = if self.is_common { faint } else { colour };
        buf.set_string(x, place.y, format!("{text}{sign}"), style);
    }
}
