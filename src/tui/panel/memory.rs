//! The memory that threads share, and their own copies of it: what each variable is worth, who wrote what before, which write
//! was lost, and whose copy has become old.

use std::collections::BTreeSet;

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
    ids::{StepIndex, ThreadId, VariableId},
    scenario::Pane,
    scene::{Seen, VariableView, Write},
    tui::{
        hit::Hits,
        painter::{Painter, shortened, value_cut},
        theme::mix,
    },
};

/// The widest name of a variable and of a value, in cells.
const NAMES: usize = 14;
/// As [`NAMES`].
const VALUES: usize = 12;
/// As [`VALUES`], where there is room.
const WIDE_VALUES: usize = 28;

/// Whether there is anything to draw: the scenario asks for it, or a write has been lost.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    stage.scenario().panes.contains(&Pane::Memory) || stage.scene().lost_writes() > 0
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    let area = title(painter, &view.title, Vec::new(), area, buf);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    let airy = area.width >= 50;
    let known: Vec<VariableId> = painter.scene.known_variables().collect();
    if known.is_empty() {
        let nothing = Line::from(painter.faint(painter.word("nothing-shared")));
        return lines(painter, vec![nothing], inner, buf);
    }
    let copies = copies(painter, &known, airy);
    let spare = usize::from(area.height).saturating_sub(known.len() + copies.len() + 1 + usize::from(airy) * 2);
    let mut rows = vec![heading(painter, "memory-shared")];
    let columns = Columns::of(painter, &known, usize::from(inner.width), airy);
    rows.extend(variables(painter, &known, spare, columns));
    if !copies.is_empty() {
        if airy {
            rows.push(Line::default());
        }
        rows.push(heading(painter, "memory-copies"));
        rows.extend(copies);
    }
    lines(painter, rows, inner, buf);
}

fn heading<'a>(painter: &Painter<'a>, key: &str) -> Line<'a> {
    Line::from(painter.faint(painter.word(key)))
}

/// How the rows are divided.
#[derive(Clone, Copy)]
struct Columns {
    names: usize,
    values: usize,
    /// The widest of those who wrote, in cells.
    writers: usize,
    /// There is room for a word between a value and who wrote it.
    words: bool,
    airy: bool,
}

impl Columns {
    fn of(painter: &Painter<'_>, known: &[VariableId], cells: usize, airy: bool) -> Self {
        let names = known.iter().map(|&id| painter.names.variable(id).width()).max().unwrap_or(0).min(NAMES);
        let views = || known.iter().filter_map(|&id| painter.scene.variable(id));
        let values =
            views().flat_map(|view| view.writes.iter().map(|write| write.value).chain(view.initial).chain(view.value));
        let values = values.map(|value| painter.names.value(value).width()).max().unwrap_or(0);
        let values = values.clamp(2, if airy { WIDE_VALUES } else { VALUES });
        let writes = painter.scene.variables.iter().flat_map(|view| &view.writes);
        let writers: BTreeSet<ThreadId> = writes.map(|write| write.thread).collect();
        let writers = writers.into_iter().map(|thread| who(painter, thread, airy).width()).max().unwrap_or(0);
        // The number of a later step is no shorter.
        let last = views().filter_map(|view| view.writes.last());
        let behind =
            last.map(|write| writers + gap(airy).width() + when(painter, write.step).width()).max().unwrap_or(0);
        // Brackets and a blank round the name, and a sign behind the value.
        let taken = names + 3 + 2 + 1 + behind;
        let words = taken - 1 + column(painter, "memory-wrote", airy).width() + values <= cells;
        Self { names, values: values.min(cells.saturating_sub(taken)).max(2), writers, words, airy }
    }

    fn shown(&self, text: &str) -> String {
        format!("{:>wide$}", value_cut(text, self.values), wide = self.values)
    }

    /// What stands between a value and who wrote it.
    fn word(&self, painter: &Painter<'_>, key: &str) -> String {
        if self.words { column(painter, key, self.airy) } else { " ".to_owned() }
    }
}

/// Each variable with its value; behind it what was there before, the newest first, in so many spare rows.
fn variables<'a>(painter: &Painter<'a>, known: &[VariableId], mut spare: usize, columns: Columns) -> Vec<Line<'a>> {
    let mut rows = Vec::new();
    for &id in known {
        let Some(view) = painter.scene.variable(id) else { continue };
        let before = before(view);
        rows.push(Line::from(present(painter, (id, view), columns)));
        // Where there are several, each may tell of what was lost, and the first of all.
        let told =
            before.iter().filter(|old| known.len() == 1 || matches!(old, Before::Write(write) if write.lost.is_some()));
        for old in told.take(spare) {
            rows.push(Line::from(past(painter, *old, columns)));
            spare -= 1;
        }
    }
    rows
}

/// What a variable was worth before.
#[derive(Clone, Copy)]
enum Before {
    /// A write.
    Write(Write),
    /// What it began with.
    Start(crate::event::Shown),
}

/// What was there before the present value, the newest first.
fn before(view: &VariableView) -> Vec<Before> {
    let told = |write: &Write| if is_start(view, write) { Before::Start(write.value) } else { Before::Write(*write) };
    let earlier = view.writes.iter().rev().skip(1).map(told);
    let start = view.initial.filter(|_| view.writes.first().is_some_and(|first| !is_start(view, first)));
    earlier.chain(start.map(Before::Start)).collect()
}

/// Whether a write is the one with which the variable came to be.
fn is_start(view: &VariableView, write: &Write) -> bool {
    view.initial == Some(write.value) && view.writes.first() == Some(write) && write.lost.is_none()
}

/// Between columns.
fn gap(airy: bool) -> &'static str {
    if airy { "    " } else { "  " }
}

fn present<'a>(painter: &Painter<'a>, (id, view): (VariableId, &VariableView), columns: Columns) -> Vec<Span<'a>> {
    let theme = painter.theme;
    let names = columns.names;
    let name = shortened(painter.names.variable(id), names).into_owned();
    let pad = " ".repeat(names.saturating_sub(name.width()));
    let value = view.value.map_or_else(|| "·".into(), |value| painter.names.value(value));
    let value = columns.shown(&value);
    // A new value lights up in the colour of who wrote it, and calms down.
    let part = painter.motion.part(view.written);
    let flash = view.writer.map_or(theme.text, |writer| theme.thread(writer));
    let ground = mix(mix(theme.background, flash, 0.7), theme.background, part);
    let bold = Style::new().fg(theme.text).add_modifier(Modifier::BOLD);
    let mut spans = vec![
        Span::styled(format!("[{name}]"), bold),
        Span::raw(format!("{pad} ")),
        Span::styled(value, bold.bg(ground)),
    ];
    match view.writes.last() {
        Some(write) if !is_start(view, write) => {
            spans.push(painter.faint(format!("  {}", columns.word(painter, "memory-wrote"))));
            spans.extend(by(painter, *write, columns));
        }
        Some(_) => spans.push(painter.faint(format!("  {}", column(painter, "memory-start", columns.airy)))),
        None => {}
    }
    spans
}

/// A word of the column of words, with its gaps.
fn column(painter: &Painter<'_>, key: &str, airy: bool) -> String {
    let wide = ["memory-wrote", "memory-lost", "memory-start"].iter().map(|key| painter.word(key).width()).max();
    let word = painter.word(key);
    let pad = " ".repeat(wide.unwrap_or(0).saturating_sub(word.width()) + 1);
    format!("{}{word}{pad}", if airy { gap(airy) } else { " " })
}

/// Who wrote.
fn who<'a>(painter: &Painter<'a>, thread: ThreadId, airy: bool) -> Span<'a> {
    if airy { painter.tag(thread) } else { painter.chip(thread) }
}

/// In which step.
fn when(painter: &Painter<'_>, step: StepIndex) -> String {
    painter.locale.format("step", &[("step", step.0.into())])
}

/// Who wrote, and when.
fn by<'a>(painter: &Painter<'a>, write: Write, columns: Columns) -> Vec<Span<'a>> {
    let tag = who(painter, write.thread, columns.airy);
    let pad = " ".repeat(columns.writers.saturating_sub(tag.width()));
    vec![tag, painter.faint(format!("{pad}{}{}", gap(columns.airy), when(painter, write.step)))]
}

fn past<'a>(painter: &Painter<'a>, old: Before, columns: Columns) -> Vec<Span<'a>> {
    let theme = painter.theme;
    let indent = " ".repeat(columns.names + 3);
    let shown = |value| columns.shown(&painter.names.value(value));
    match old {
        Before::Start(value) => {
            let words = column(painter, "memory-start", columns.airy);
            vec![painter.faint(format!("{indent}{}  {words}", shown(value)))]
        }
        Before::Write(write) if write.lost.is_some() => {
            let bad = Style::new().fg(theme.bad);
            let mut spans = vec![
                Span::raw(indent),
                Span::styled(shown(write.value), bad.add_modifier(Modifier::CROSSED_OUT)),
                Span::styled(format!(" ✗{}", columns.word(painter, "memory-lost")), bad),
            ];
            spans.extend(by(painter, write, columns));
            spans
        }
        Before::Write(write) => {
            let words = columns.word(painter, "memory-wrote");
            let mut spans = vec![painter.faint(format!("{indent}{}  {words}", shown(write.value)))];
            spans.extend(by(painter, write, columns));
            spans
        }
    }
}

/// What threads have read and keep in variables of their own, and since when that is old.
fn copies<'a>(painter: &Painter<'a>, known: &[VariableId], airy: bool) -> Vec<Line<'a>> {
    let mut all: Vec<(&VariableView, &Seen)> = Vec::new();
    for view in known.iter().filter_map(|&id| painter.scene.variable(id)) {
        all.extend(view.seen.iter().filter(|seen| is_kept(painter, seen)).map(|seen| (view, seen)));
    }
    all.sort_by_key(|(_, seen)| seen.thread);
    let wide = |(_, seen): &(&VariableView, &Seen)| painter.tag(seen.thread).width();
    let tags = all.iter().map(wide).max().unwrap_or(0);
    let shown = |seen: &Seen| seen.value.map_or_else(|| "·".into(), |value| painter.names.value(value));
    let values = all.iter().map(|(_, seen)| shown(seen).width()).max().unwrap_or(0).clamp(2, VALUES);
    let line = |(view, seen): (&VariableView, &Seen)| {
        let tag = painter.tag(seen.thread);
        let pad = " ".repeat(tags - tag.width() + if airy { 4 } else { 2 });
        let name = seen.copy.map_or("", |name| painter.names.text(name));
        let value = shown(seen);
        let mut spans = vec![tag, Span::raw(format!("{pad}{name} {:>values$}", shortened(&value, values)))];
        if let Some(step) = view.old_since(seen) {
            let old = painter.locale.format("memory-old", &[("step", step.0.into())]);
            spans.push(painter.faint(format!("{} {old}", gap(airy))));
        }
        Line::from(spans)
    };
    all.into_iter().map(line).collect()
}

/// Whether the thread still has the value in the variable in which it kept it.
pub(super) fn is_kept(painter: &Painter<'_>, seen: &Seen) -> bool {
    let Some((view, name)) = painter.scene.thread(seen.thread).zip(seen.copy) else { return false };
    view.state.is_alive() && view.locals.iter().any(|&(known, value)| known == name && Some(value) == seen.value)
}
