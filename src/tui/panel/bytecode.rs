//! The instructions of the present line, a column for each thread that is inside it: the pointer stands at the one that is
//! next, a mark wherever another thread can come in. The instructions are those of the program; where threads are is known
//! from the scene: the expression that each is about to run, and whether it reads or writes.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{table::View, title};
use crate::{
    app::Stage,
    event::Verb,
    ids::ThreadId,
    program::{Code, Instruction, Program, Register},
    scenario::Pane,
    scene::ThreadView,
    telling::line_words,
    tui::{
        hit::Hits,
        painter::{Painter, fit, middle_cut},
    },
};

/// The narrowest column of a thread, in cells.
const COLUMN: usize = 17;

/// The widest column that still reads as one.
const WIDEST: usize = 38;

/// Whether there is anything to draw: the scenario asks for it.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    stage.scenario().panes.contains(&Pane::Bytecode)
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    let area = title(painter, &view.title, Vec::new(), area, buf);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let pane = Instructions { painter, stage: view.stage };
    match pane.line() {
        Some(line) => pane.draw(&line, inner, buf),
        None => {
            let nothing = painter.faint(painter.word("bytecode-nobody"));
            buf.set_line(inner.x, inner.y, &Line::from(nothing), inner.width);
        }
    }
}

/// A line with its instructions.
struct OfLine {
    number: u32,
    /// Its own instructions, each with the place in the code that it comes from: what takes its operands from where they stand
    /// is several, as on a stack.
    rows: Vec<(usize, String)>,
    /// The threads inside it, each with the place of its next instruction among them.
    threads: Vec<(ThreadId, usize)>,
}

struct Instructions<'a> {
    painter: &'a Painter<'a>,
    stage: &'a Stage,
}

impl<'a> Instructions<'a> {
    fn program(&self) -> &'a Program {
        self.stage.session().program()
    }

    /// The line that the thread is in that moved; the main one mostly waits, and gives way to others.
    fn line(&self) -> Option<OfLine> {
        let scene = self.painter.scene;
        let all = (0..scene.threads.len()).map(ThreadId::at);
        let others = all.clone().filter(|&thread| thread != ThreadId::MAIN);
        let moved = scene.running.into_iter().filter(|&thread| thread != ThreadId::MAIN).chain(others);
        let mut moved = moved.chain([ThreadId::MAIN]);
        let (code, number) = moved.find_map(|thread| self.place(scene.thread(thread)?))?;
        let source = &self.stage.scenario().source;
        let sites = code.sites.iter().enumerate();
        let own = sites.filter(|(_, site)| site.span.end > 0 && source.line_of(site.span.start) == number);
        let mut at: Vec<usize> = own.map(|(at, _)| at).filter(|&at| is_told(code.instructions[at])).collect();
        if !source.line(number).trim_start().starts_with("return") {
            // The end of the function is no part of its last line, as it is written.
            let end = code.instructions.len().saturating_sub(2);
            at.retain(|&at| at < end || !ends(code, end));
        }
        let rows: Vec<(usize, String)> = at
            .iter()
            .flat_map(|&at| self.told(code, code.instructions[at]).into_iter().map(move |row| (at, row)))
            .collect();
        let inside = |thread| {
            let view = scene.thread(thread)?;
            let (other, line) = self.place(view)?;
            (std::ptr::eq(other, code) && line == number).then(|| (thread, pointer(code, &rows, view)))
        };
        let threads = all.filter_map(inside).collect();
        Some(OfLine { number, rows, threads })
    }

    /// The code and the line that a living thread is in.
    fn place(&self, view: &ThreadView) -> Option<(&'a Code, u32)> {
        if !view.state.is_alive() || view.span.end == 0 || view.function.is_none() {
            return None;
        }
        let codes = self.program().codes.iter().filter(|code| !code.hidden);
        let around = codes.filter(|code| {
            code.sites.iter().any(|site| site.span == view.span)
                && self.painter.names.text(view.function.map_or(crate::ids::TextId(0), |(name, _)| name)) == &*code.name
        });
        let code = around.min_by_key(|code| code.span.end.saturating_sub(code.span.start))?;
        Some((code, self.stage.scenario().source.line_of(view.span.start)))
    }

    fn draw(&self, line: &OfLine, area: Rect, buf: &mut Buffer) {
        let (painter, theme) = (self.painter, self.painter.theme);
        let cells = usize::from(area.width);
        let bold = Style::new().fg(theme.text).add_modifier(Modifier::BOLD);
        let note = painter.locale.format(
            "stacks-line",
            &[("line", line_words(&self.stage.scenario().source, line.number, painter.locale).into())],
        );
        let source = self.stage.scenario().source.line(line.number).trim().to_owned();
        let text = middle_cut(&source, cells.saturating_sub(note.width() + 1));
        let gap = " ".repeat(cells.saturating_sub(text.width() + note.width()));
        let head = vec![Span::styled(text, bold), Span::raw(gap), painter.faint(note)];
        let air = u16::from(area.height >= 12);
        let put = |y: u16, spans: Vec<Span<'_>>, x: usize, room: usize, buf: &mut Buffer| {
            if y < area.bottom() {
                let spans = fit(spans, room);
                buf.set_line(area.x + x as u16, y, &Line::from(spans), room as u16);
            }
        };
        put(area.y, head, 0, cells, buf);
        let most = (cells / COLUMN).max(1);
        let shown = &line.threads[..line.threads.len().min(most)];
        // As many columns as the line may come to have, so that they keep their widths.
        let count = most.min(self.stage.threads_expected().saturating_sub(1).max(shown.len())).max(1);
        let wide = (cells / count).min(WIDEST);
        let top = area.y + 1 + air;
        // Below the instructions: what each has in hand, and what the mark means.
        let rows = usize::from(area.bottom().saturating_sub(top + 1)).saturating_sub(2 + usize::from(air) * 2);
        for (at, &(thread, next)) in shown.iter().enumerate() {
            let x = at * wide;
            put(top, vec![painter.tag(thread)], x, wide - 1, buf);
            let first = next.saturating_sub(rows / 2).min(line.rows.len().saturating_sub(rows));
            let last = line.rows.len().min(first + rows);
            for (row, place) in (first..last).enumerate() {
                let spans = self.instruction(line, (thread, next), place, wide);
                put(top + 1 + row as u16, spans, x, wide, buf);
            }
            let y = top + 1 + (last - first) as u16 + air;
            put(y, self.in_hand(thread), x, wide - 1, buf);
        }
        let marks = line.rows.len().saturating_sub(1);
        let count = [("marks", marks.to_string().into()), ("count", line.rows.len().to_string().into())];
        let legend = format!("◆ {}", painter.locale.format("bytecode-switch", &count));
        put(area.bottom().saturating_sub(1), vec![painter.faint(legend)], 0, cells, buf);
    }

    /// `▶ LOAD balance ◆`: the pointer, the instruction, and whether another thread can come in behind it.
    fn instruction(
        &self,
        line: &OfLine,
        (thread, next): (ThreadId, usize),
        place: usize,
        cells: usize,
    ) -> Vec<Span<'a>> {
        let theme = self.painter.theme;
        let here = place == next;
        let style = Style::new().fg(if here { theme.thread(thread) } else { theme.text });
        let style = if here { style.add_modifier(Modifier::BOLD) } else { style };
        let room = cells.saturating_sub(4);
        let text = middle_cut(&line.rows[place].1, room);
        let marked = line.rows.len().saturating_sub(1);
        // The marks stand below each other; in a narrow column as far left as they can.
        let widest = line.rows[..marked].iter().map(|(_, text)| text.width()).max().unwrap_or(0);
        let column = if cells < 2 * COLUMN { widest } else { widest.max(16) };
        let pad = " ".repeat(room.min(column).saturating_sub(text.width()));
        let mark = if place < marked { "◆" } else { "" };
        let mark = Span::styled(mark, Style::new().fg(theme.accent));
        let pointer = if here { "▶ " } else { "  " };
        vec![Span::styled(pointer, style), Span::styled(text, style), Span::raw(pad + " "), mark]
    }

    /// What the thread has read and not written back.
    fn in_hand(&self, thread: ThreadId) -> Vec<Span<'a>> {
        let painter = self.painter;
        let seen = painter.scene.variables.iter().flat_map(|view| view.seen.iter().map(move |seen| (view.name, seen)));
        let own = seen.filter(|(_, seen)| seen.thread == thread).filter_map(|(name, seen)| {
            let value = middle_cut(&painter.names.value(seen.value?), 8);
            Some(format!("{} {value}", middle_cut(painter.names.text(name), 10)))
        });
        let own: Vec<String> = own.collect();
        if own.is_empty() {
            return Vec::new();
        }
        let style = Style::new().fg(painter.theme.thread(thread));
        vec![painter.faint(format!("{} ", painter.word("bytecode-has"))), Span::styled(own.join(", "), style)]
    }

    /// An instruction in words. Of arithmetic, what it takes from locals and constants and where it puts the sum are instructions
    /// of their own, as CPython has them.
    fn told(&self, code: &Code, instruction: Instruction) -> Vec<String> {
        let names = &self.program().names;
        let local = |register: Register| code.locals.get(register.index()).map(|&name| names.text(name).to_string());
        let load = |register| local(register).map(|name| format!("LOAD {name}"));
        let (verb, dst, a, b) = match instruction {
            Instruction::Add { dst, a, b } => ("ADD", dst, load(a), load(b)),
            Instruction::Subtract { dst, a, b } => ("SUBTRACT", dst, load(a), load(b)),
            Instruction::Multiply { dst, a, b } => ("MULTIPLY", dst, load(a), load(b)),
            Instruction::AddInt { dst, a, value } => ("ADD", dst, load(a), Some(format!("LOAD {value}"))),
            Instruction::SubtractInt { dst, a, value } => ("SUBTRACT", dst, load(a), Some(format!("LOAD {value}"))),
            other => return vec![self.named(code, other)],
        };
        let store = local(dst).map(|name| format!("STORE {name}"));
        a.into_iter().chain(b).chain([verb.to_owned()]).chain(store).collect()
    }

    /// What an instruction does, and with what, as far as that has a name.
    fn named(&self, code: &Code, instruction: Instruction) -> String {
        let program = self.program();
        let global =
            |global: crate::program::GlobalId| program.names.text(program.globals[global.index()].name).to_string();
        let local = |register: Register| {
            code.locals.get(register.index()).map(|&name| program.names.text(name).to_string()).unwrap_or_default()
        };
        let with = |verb: &str, what: &str| format!("{verb} {what}").trim_end().to_owned();
        match instruction {
            Instruction::LoadGlobal { global: id, .. } | Instruction::LoadShared { global: id, .. } => {
                with("LOAD", &global(id))
            }
            Instruction::StoreGlobal { global: id, .. } | Instruction::StoreShared { global: id, .. } => {
                with("STORE", &global(id))
            }
            Instruction::LoadCell { cell, .. } | Instruction::LoadSharedCell { cell, .. } => with("LOAD", &local(cell)),
            Instruction::StoreCell { cell, .. } | Instruction::StoreSharedCell { cell, .. } => {
                with("STORE", &local(cell))
            }
            Instruction::LoadInt { value, .. } => with("LOAD", &value.to_string()),
            Instruction::LoadConstant { .. } | Instruction::LoadBuiltin { .. } => "LOAD const".to_owned(),
            Instruction::GetAttribute { name, .. } => format!("LOAD .{}", program.names.text(name)),
            Instruction::SetAttribute { name, .. } => format!("STORE .{}", program.names.text(name)),
            Instruction::GetItem { .. } => "LOAD [ ]".to_owned(),
            Instruction::SetItem { .. } => "STORE [ ]".to_owned(),
            Instruction::Move { dst, src } => {
                let (to, from) = (local(dst), local(src));
                if to.is_empty() { with("LOAD", &from) } else { with("STORE", &to) }
            }
            Instruction::LoadMethod { name, .. } | Instruction::CallMethod { name, .. } => {
                format!("CALL .{}", program.names.text(name))
            }
            Instruction::Call { .. } | Instruction::CallLoaded { .. } | Instruction::CallShaped { .. } => {
                "CALL".to_owned()
            }
            other => spaced(&format!("{other:?}")),
        }
    }
}

/// `JUMP UNLESS` for `JumpUnless { … }`.
fn spaced(debug: &str) -> String {
    let name: String = debug.chars().take_while(|c| c.is_alphanumeric()).collect();
    let mut words = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_uppercase());
    }
    words
}

/// Whether a function returns None from there on, without being told to.
fn ends(code: &Code, at: usize) -> bool {
    matches!(code.instructions.get(at..), Some([Instruction::LoadConstant { .. }, Instruction::Return { .. }]))
}

/// Whether it does anything that a reader would look for.
fn is_told(instruction: Instruction) -> bool {
    !matches!(instruction, Instruction::CheckBound { .. } | Instruction::NameValue { .. } | Instruction::Settle { .. })
}

/// Whether it brings a value from where others can reach it.
fn loads(instruction: Instruction) -> bool {
    matches!(
        instruction,
        Instruction::LoadGlobal { .. }
            | Instruction::LoadShared { .. }
            | Instruction::LoadCell { .. }
            | Instruction::LoadSharedCell { .. }
            | Instruction::GetAttribute { .. }
            | Instruction::GetItem { .. }
    )
}

/// Whether it puts one there.
fn stores(instruction: Instruction) -> bool {
    matches!(
        instruction,
        Instruction::StoreGlobal { .. }
            | Instruction::StoreShared { .. }
            | Instruction::StoreCell { .. }
            | Instruction::StoreSharedCell { .. }
            | Instruction::SetAttribute { .. }
            | Instruction::SetItem { .. }
    )
}

/// Which of these instructions is next: of those of the expression that the thread is about to run, the one that does what
/// the thread is about to do.
fn pointer(code: &Code, rows: &[(usize, String)], view: &ThreadView) -> usize {
    let verb = view.action.map(|action| action.verb);
    let does = |instruction: Instruction| match verb {
        Some(Verb::Read) => loads(instruction),
        Some(Verb::Write) => stores(instruction),
        _ => !loads(instruction) && !stores(instruction),
    };
    let places = || rows.iter().map(|&(at, _)| at).enumerate();
    let of_span = || places().filter(|&(_, at)| code.sites[at].span == view.span);
    let fitting = of_span().find(|&(_, at)| does(code.instructions[at]));
    fitting.or_else(|| of_span().next()).map_or(0, |(place, _)| place)
}

#[cfg(test)]
#[path = "bytecode_tests.rs"]
mod tests;
