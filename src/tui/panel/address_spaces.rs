//! A box for each process: its threads, and the variables that it has for itself. Below the box of the one that forked it, with
//! the copies that it was given: equal ones are dim, what differs is bright. A process that has ended leaves a dim box.

use std::collections::BTreeMap;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{lines, table::View, title};
use crate::{
    app::Stage,
    event::ThreadKind,
    ids::StepIndex,
    scenario::Pane,
    scene::ThreadView,
    telling::spaces::{Own, Space, copies, has_several, spaces},
    tui::{
        hit::Hits,
        painter::{Painter, fit, shortened, value_cut, width},
    },
};

/// From so many cells on boxes stand beside each other.
const TWO: usize = 70;

/// The widest value, in cells.
const VALUE: usize = 18;

/// Whether there is anything to draw: the scenario asks for it, or there is more than one process.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    stage.scenario().panes.contains(&Pane::AddressSpaces) || has_several(stage.scene())
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    let area = title(painter, &view.title, Vec::new(), area, buf);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    let copies = copies(view.stage.scenario().source.text());
    let spaces = Spaces { painter, step: view.stage.cursor(), copies };
    lines(painter, spaces.rows(usize::from(inner.width), usize::from(inner.height)), inner, buf);
}

struct Spaces<'a> {
    painter: &'a Painter<'a>,
    step: StepIndex,
    copies: bool,
}

impl<'a> Spaces<'a> {
    fn view(&self, space: &Space) -> Option<&ThreadView> {
        self.painter.scene.thread(space.main)
    }

    fn rows(&self, cells: usize, height: usize) -> Vec<Line<'a>> {
        let spaces = spaces(self.painter.scene, self.painter.names, self.copies);
        let wide = cells >= TWO;
        let half = if wide { (cells - 2) / 2 } else { cells };
        // Boxes fold into a row each, those that are over first, until there is room.
        let mut folded: Vec<u16> = Vec::new();
        loop {
            let rows = self.laid_out(&spaces, &folded, (half, wide));
            let open = |number: &&u16| !folded.contains(number);
            let is_over = |number: &u16| {
                spaces.get(number).and_then(|space| self.view(space)).is_some_and(|view| !view.state.is_alive())
            };
            let next = spaces.keys().filter(open).find(|number| **number > 0 && is_over(number));
            let next = next.or_else(|| spaces.keys().filter(open).rfind(|number| **number > 0));
            match next {
                Some(&number) if rows.len() > height => folded.push(number),
                _ => return rows,
            }
        }
    }

    fn laid_out(&self, spaces: &BTreeMap<u16, Space>, folded: &[u16], (cells, wide): (usize, bool)) -> Vec<Line<'a>> {
        let mut rows: Vec<Line<'a>> = Vec::new();
        let (first, others): (Vec<_>, Vec<_>) = spaces.iter().partition(|(_, space)| space.parent.is_none());
        for (_, space) in &first {
            rows.extend(self.boxed(space, cells).into_iter().map(Line::from));
        }
        let boxes: Vec<&Space> =
            others.iter().filter(|(number, _)| !folded.contains(number)).map(|(_, space)| *space).collect();
        if !others.is_empty() {
            let rule = Style::new().fg(self.painter.theme.rule);
            let word = if self.copies { "spaces-copy" } else { "spaces-own" };
            rows.push(Line::from(vec![Span::styled("     │ ", rule), self.painter.faint(self.painter.word(word))]));
        }
        for pair in boxes.chunks(if wide { 2 } else { 1 }) {
            let sides: Vec<Vec<Vec<Span<'a>>>> = pair.iter().map(|space| self.boxed(space, cells)).collect();
            let high = sides.iter().map(Vec::len).max().unwrap_or(0);
            for at in 0..high {
                let mut row: Vec<Span<'a>> = Vec::new();
                for (side, whole) in sides.iter().enumerate() {
                    if side > 0 {
                        row.push(Span::raw(" ".repeat((cells + 2).saturating_sub(width(&row)))));
                    }
                    row.extend(whole.get(at).cloned().unwrap_or_default());
                }
                rows.push(Line::from(row));
            }
        }
        for (_, space) in others.iter().filter(|(number, _)| folded.contains(number)) {
            rows.push(Line::from(fit(self.folded(space), cells)));
        }
        rows
    }

    /// A process in one row.
    fn folded(&self, space: &Space) -> Vec<Span<'a>> {
        let mut row = vec![Span::raw(" "), self.painter.tag(space.main), Span::raw("  ")];
        if let Some(view) = self.view(space) {
            let (sign, word) = self.painter.state(view.state);
            row.extend([sign, Span::raw(" "), word, Span::raw("  ")]);
        }
        for known in &space.variables {
            row.extend(self.value(known, false));
            row.push(Span::raw("  "));
        }
        row
    }

    /// The box of a process, so many cells wide.
    fn boxed(&self, space: &Space, cells: usize) -> Vec<Vec<Span<'a>>> {
        let painter = self.painter;
        let Some(view) = self.view(space) else { return Vec::new() };
        let over = !view.state.is_alive() && view.state != crate::scene::ThreadState::New;
        let edge = if over { painter.theme.faint() } else { Style::new().fg(painter.theme.text) };
        let room = cells.saturating_sub(4);
        let name = if view.life.kind == ThreadKind::Process {
            painter.names.thread(space.main).into_owned()
        } else {
            painter.word("spaces-main")
        };
        let mut title = format!(" {} ", shortened(&name, room));
        if view.daemon {
            title = format!("{title}─ {} ", painter.word("spaces-daemon"));
        }
        let line = |count: usize| "─".repeat(count);
        let strong = if over { edge } else { edge.add_modifier(Modifier::BOLD) };
        let top = vec![
            Span::styled("┌", edge),
            Span::styled(title.clone(), strong),
            Span::styled(format!("{}┐", line(cells.saturating_sub(2 + title.width()))), edge),
        ];
        let mut inside: Vec<Vec<Span<'a>>> = Vec::new();
        for &thread in &space.threads {
            let Some(view) = painter.scene.thread(thread) else { continue };
            let (sign, word) = painter.state(view.state);
            inside.push(vec![painter.tag(thread), Span::raw("  "), sign, Span::raw(" "), word]);
        }
        let mut row: Vec<Span<'a>> = Vec::new();
        for known in &space.variables {
            let value = self.value(known, over);
            if !row.is_empty() && width(&row) + 3 + width(&value) > room {
                inside.push(std::mem::take(&mut row));
            }
            if !row.is_empty() {
                row.push(Span::raw("   "));
            }
            row.extend(value);
        }
        if !row.is_empty() {
            inside.push(row);
        }
        let bottom = if over {
            let (sign, word) = painter.state(view.state);
            let said = sign.content.width() + word.content.width() + 3;
            vec![
                Span::styled(format!("└{} ", line(cells.saturating_sub(said + 4))), edge),
                sign,
                Span::raw(" "),
                word,
                Span::styled(" ─┘", edge),
            ]
        } else {
            vec![Span::styled(format!("└{}┘", line(cells.saturating_sub(2))), edge)]
        };
        let framed = |spans: Vec<Span<'a>>| {
            let spans = fit(spans, room);
            let blank = " ".repeat(room.saturating_sub(width(&spans)));
            let mut row = vec![Span::styled("│ ", edge)];
            row.extend(spans);
            row.extend([Span::raw(blank), Span::styled(" │", edge)]);
            row
        };
        std::iter::once(top).chain(inside.into_iter().map(framed)).chain([bottom]).collect()
    }

    /// A variable with its value: dim where the parent has the same, or where nobody has it any more.
    fn value(&self, known: &Own, over: bool) -> Vec<Span<'a>> {
        let theme = self.painter.theme;
        let style = match known {
            Own { is_equal: true, .. } => theme.faint(),
            _ if over => theme.faint(),
            Own { written, .. } if *written == self.step && *written > StepIndex(0) => {
                Style::new().fg(theme.accent).add_modifier(Modifier::BOLD)
            }
            _ => Style::new().fg(theme.text).add_modifier(Modifier::BOLD),
        };
        let value = value_cut(&self.painter.names.value(known.worth), VALUE);
        vec![self.painter.faint(format!("{} = ", known.name)), Span::styled(value, style)]
    }
}

#[cfg(test)]
mod tests {
    use super::super::drawn::{PLACES, drawn, stage_of};
    use super::*;
    use crate::{host::Settings, locale::Language};

    const COPIED: &str = "\
from multiprocessing import Process
n = 100
def change():
    global n
    n = 0
    print(n)
if __name__ == '__main__':
    print(n)
    child = Process(target=change)
    child.start()
    child.join()
    print(n)
";

    fn at(step: u32) -> Stage {
        let mut stage = stage_of(COPIED, Settings::default());
        stage.run_up_to(StepIndex(step));
        stage
    }

    #[test]
    fn each_process_has_a_box_with_variables_of_its_own() {
        let mut stage = at(0);
        assert!(!wanted(&stage));
        stage.run_to_end(std::time::Duration::ZERO);
        assert!(wanted(&stage));
        let rows = drawn(&stage, Pane::AddressSpaces, Language::English, PLACES[0]);
        let text = rows.join("\n");
        assert!(text.contains("┌ main process ─") && text.contains("┌ Process-1 ─"), "{text}");
        assert!(text.contains("n = 100") && text.contains("n = 0"), "{text}");
        assert!(rows.iter().filter(|row| row.contains("done") && row.contains('└')).count() == 2, "{text}");
    }

    #[test]
    fn a_copy_that_nobody_has_touched_is_there() {
        let mut stage = at(1);
        while !has_several(stage.scene()) {
            assert!(stage.forward(std::time::Duration::ZERO));
        }
        let text = drawn(&stage, Pane::AddressSpaces, Language::English, PLACES[0]).join("\n");
        assert_eq!(text.matches("n = 100").count(), 2, "{text}");
    }

    #[test]
    fn where_there_is_little_room_boxes_fold() {
        let mut stage = at(0);
        stage.run_to_end(std::time::Duration::ZERO);
        for (place, boxes) in [((37, 8), 1), (PLACES[1], 2), (PLACES[2], 2)] {
            for language in Language::ALL {
                let rows = drawn(&stage, Pane::AddressSpaces, language, place);
                assert_eq!(rows.iter().filter(|row| row.contains('┌')).count(), boxes, "{rows:?}");
                assert!(rows.iter().any(|row| row.contains("n = 0")), "{rows:?}");
            }
        }
    }
}
