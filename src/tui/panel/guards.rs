//! Which lock guards which variable: a row a lock, and below it the latest touches, each without the lock marked.

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
    ids::{ResourceId, VariableId},
    scenario::Pane,
    scene::{Guard, Scene, Touch},
    telling::declared_guards,
    tui::{
        hit::Hits,
        painter::{Painter, middle_cut, width},
    },
};

/// The widest name, in cells.
const NAME: usize = 12;

/// Whether there is anything to draw: the scenario asks for it, or a variable was touched without the lock that guards it.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    let broken = |guard: &Guard| guard.contested && guard.without > 0 && !guard.locks.is_empty();
    stage.scenario().panes.contains(&Pane::Guards) || table(stage.scene(), &declared(stage)).iter().any(broken)
}

fn declared(stage: &Stage) -> Vec<(ResourceId, VariableId)> {
    declared_guards(stage.scenario(), stage.scene(), stage.names())
}

/// What guards each variable that somebody wrote.
fn table(scene: &Scene, declared: &[(ResourceId, VariableId)]) -> Vec<Guard> {
    scene.guards.table(declared).into_iter().filter(|guard| guard.written).collect()
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    let area = title(painter, &view.title, Vec::new(), area, buf);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    let guards = Guarded { painter, table: table(painter.scene, &declared(view.stage)), airy: area.width >= 50 };
    lines(painter, guards.rows(usize::from(area.height)), inner, buf);
}

/// What is drawn.
struct Guarded<'a> {
    painter: &'a Painter<'a>,
    table: Vec<Guard>,
    airy: bool,
}

impl<'a> Guarded<'a> {
    fn rows(&self, height: usize) -> Vec<Line<'a>> {
        let locks: Vec<ResourceId> = self.locks();
        if locks.is_empty() && self.table.is_empty() {
            return vec![Line::from(self.painter.faint(self.painter.word("guards-nothing-yet")))];
        }
        let mut rows = self.locks_rows(&locks);
        let below = if self.airy { vec![self.rule()] } else { self.sums() };
        // A heading and blanks stand around the touches.
        let room = height.saturating_sub(rows.len() + below.len() + 3);
        let touches = self.touches(room);
        if !touches.is_empty() {
            let broken = if self.has_broken() { "guards-broken" } else { "guards-none-broken" };
            rows.push(Line::default());
            rows.push(self.heading(if self.airy { "guards-last" } else { broken }));
            rows.extend(touches);
        }
        if rows.len() + 1 + below.len() <= height {
            rows.push(Line::default());
        }
        if rows.len() + below.len() <= height {
            rows.extend(below);
        }
        rows
    }

    fn heading(&self, key: &str) -> Line<'a> {
        Line::from(self.painter.faint(self.painter.word(key)))
    }

    fn has_broken(&self) -> bool {
        self.table.iter().any(|guard| guard.contested && guard.without > 0)
    }

    /// The locks of the program, in the order of their making.
    fn locks(&self) -> Vec<ResourceId> {
        let scene = self.painter.scene;
        (0..scene.resources.len()).map(ResourceId::at).filter(|&id| scene.can_guard(id)).collect()
    }

    fn lock_name(&self, lock: ResourceId) -> String {
        // A lock that a condition made for itself goes by the name that the program has for both.
        let named = self.painter.scene.condition_of(lock).unwrap_or(lock);
        format!("[{}]", middle_cut(&self.painter.names.resource(named), NAME))
    }

    fn variable_name(&self, variable: VariableId) -> String {
        format!("[{}]", middle_cut(self.painter.names.variable(variable), NAME))
    }

    /// Names of locks, one after the other.
    fn named(&self, locks: &[ResourceId]) -> String {
        locks.iter().map(|&lock| self.lock_name(lock)).collect::<Vec<_>>().join(" ")
    }

    /// A row a lock, under the names of the columns; a last one for what is touched under no lock at all.
    fn locks_rows(&self, locks: &[ResourceId]) -> Vec<Line<'a>> {
        let painter = self.painter;
        let mut rows: Vec<[Vec<Span<'a>>; 5]> = Vec::new();
        let faint = |key: &str| vec![painter.faint(painter.word(key))];
        rows.push(["guards-lock", "guards-held-by", "guards-guards", "guards-touched", "guards-without"].map(faint));
        for &lock in locks {
            let guarded: Vec<&Guard> = self.table.iter().filter(|guard| guard.locks.contains(&lock)).collect();
            let mut holder: Vec<Span<'a>> = Vec::new();
            if let Some(view) = painter.scene.resource(lock) {
                let holders = view.state.holders();
                holder.extend(holders.first().map(|&thread| self.who(thread)));
            }
            let free = if holder.is_empty() { faint("lock-free") } else { holder };
            rows.push([
                vec![self.lock_span(lock)],
                free,
                self.guarded(&guarded),
                self.times(&guarded),
                self.missed(&guarded),
            ]);
        }
        let bare: Vec<&Guard> = self.table.iter().filter(|guard| guard.locks.is_empty() && guard.contested).collect();
        if !bare.is_empty() {
            let cells =
                [faint("guards-no-lock"), Vec::new(), self.guarded(&bare), self.times(&bare), self.missed(&bare)];
            rows.push(cells);
        }
        self.aligned(rows)
    }

    /// Rows with their columns one below the other; those that count only where there is room.
    fn aligned(&self, rows: Vec<[Vec<Span<'a>>; 5]>) -> Vec<Line<'a>> {
        let columns = if self.airy { 5 } else { 3 };
        let wide = |at: usize| rows.iter().map(|row| width(&row[at])).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns).map(wide).collect();
        let gap = if self.airy { 4 } else { 2 };
        let line = |row: [Vec<Span<'a>>; 5]| {
            let mut spans = Vec::new();
            for (cell, wide) in row.into_iter().zip(&widths) {
                let pad = wide - width(&cell) + gap;
                spans.extend(cell);
                spans.push(Span::raw(" ".repeat(pad)));
            }
            Line::from(spans)
        };
        rows.into_iter().map(line).collect()
    }

    fn lock_span(&self, lock: ResourceId) -> Span<'a> {
        let owner = self.painter.scene.resource(lock).and_then(|view| view.state.holders().first().copied());
        let theme = self.painter.theme;
        let style = Style::new().fg(owner.map_or(theme.text, |thread| theme.thread(thread)));
        Span::styled(self.lock_name(lock), style)
    }

    fn who(&self, thread: crate::ids::ThreadId) -> Span<'a> {
        let tag = self.painter.tag(thread);
        // A long name is cut rather than what it touched.
        if tag.width() <= NAME { tag } else { self.painter.chip(thread) }
    }

    fn guarded(&self, guarded: &[&Guard]) -> Vec<Span<'a>> {
        if guarded.is_empty() {
            return vec![self.painter.faint(self.painter.word("guards-nothing"))];
        }
        let names: Vec<String> = guarded.iter().map(|guard| self.variable_name(guard.variable)).collect();
        vec![Span::styled(names.join(" "), Style::new().fg(self.painter.theme.text))]
    }

    fn times(&self, guarded: &[&Guard]) -> Vec<Span<'a>> {
        let count: u32 = guarded.iter().map(|guard| guard.touches).sum();
        vec![Span::raw(self.painter.locale.format("guards-times", &[("count", count.into())]))]
    }

    fn missed(&self, guarded: &[&Guard]) -> Vec<Span<'a>> {
        let count: u32 = guarded.iter().filter(|guard| guard.contested).map(|guard| guard.without).sum();
        if count == 0 { Vec::new() } else { vec![Span::styled(format!("✗ {count}"), self.bad())] }
    }

    fn bad(&self) -> Style {
        Style::new().fg(self.painter.theme.bad).add_modifier(Modifier::BOLD)
    }

    /// The guard of what was touched, and whether it was kept: none, where nothing is asked of it.
    fn kept(&self, touch: &Touch) -> Option<bool> {
        let guard = self.table.iter().find(|guard| guard.variable == touch.variable)?;
        let held = self.painter.scene.guards.locks(touch).iter().any(|lock| guard.locks.contains(lock));
        guard.contested.then_some(held)
    }

    /// The latest touches, so many; those without the lock stay longest.
    fn touches(&self, room: usize) -> Vec<Line<'a>> {
        let scene = self.painter.scene;
        let judged = scene.guards.touches().rev().filter_map(|touch| Some((touch, self.kept(touch)?)));
        let (kept, broken): (Vec<_>, Vec<_>) = judged.partition(|&(_, kept)| kept);
        let mut shown: Vec<_> = broken.into_iter().chain(kept).take(room).collect();
        // Where there is little room, what went wrong stands first.
        shown.sort_by_key(|&(touch, kept)| (kept && !self.airy, touch.step));
        let steps = shown.iter().map(|(touch, _)| touch.step.0.to_string().len()).max().unwrap_or(0);
        let whos = shown.iter().map(|(touch, _)| self.toucher(touch).width()).max().unwrap_or(0);
        let whats = shown.iter().map(|(touch, _)| self.variable_name(touch.variable).width()).max().unwrap_or(0);
        shown.into_iter().map(|(touch, kept)| self.touched(touch, kept, (steps, whos, whats))).collect()
    }

    fn toucher(&self, touch: &Touch) -> Span<'a> {
        if self.airy { self.who(touch.thread) } else { self.painter.chip(touch.thread) }
    }

    fn touched(&self, touch: &Touch, kept: bool, (steps, whos, whats): (usize, usize, usize)) -> Line<'a> {
        let painter = self.painter;
        let mark = if kept {
            Span::styled("✓ ", Style::new().fg(painter.theme.good))
        } else {
            Span::styled("✗ ", self.bad())
        };
        let number = format!("{:>steps$}", touch.step.0);
        let step = if self.airy { painter.locale.format("picture-step", &[("step", number.into())]) } else { number };
        let who = self.toucher(touch);
        let before = " ".repeat(whos - who.width());
        let what = self.variable_name(touch.variable);
        let after = " ".repeat(whats - what.width() + if self.airy { 5 } else { 2 });
        let arrow = if touch.wrote { "→" } else { "←" };
        let gap = if self.airy { "    " } else { "  " };
        vec![
            mark,
            painter.faint(step),
            Span::raw(format!("{gap}{before}")),
            who,
            Span::raw(format!("{arrow}{what}{after}")),
            painter.faint(self.has(touch, kept)),
        ]
        .into()
    }

    /// The locks that a thread had when it touched something.
    fn has(&self, touch: &Touch, kept: bool) -> String {
        let locale = self.painter.locale;
        let locks = self.painter.scene.guards.locks(touch);
        let named = || [("locks", self.named(locks).into())];
        match (locks.is_empty(), kept) {
            (true, _) => self.painter.word("guards-has-none"),
            (false, true) => locale.format("guards-has", &named()),
            (false, false) => locale.format("guards-has-only", &named()),
        }
    }

    /// How often each lock was not held.
    fn sums(&self) -> Vec<Line<'a>> {
        let broken = self.table.iter().filter(|guard| guard.contested && guard.without > 0 && !guard.locks.is_empty());
        let mut sums: Vec<(&[ResourceId], u32, u32)> = Vec::new();
        for guard in broken {
            match sums.iter_mut().find(|(locks, ..)| *locks == guard.locks.as_slice()) {
                Some((_, without, touches)) => {
                    (*without, *touches) = (*without + guard.without, *touches + guard.touches);
                }
                None => sums.push((&guard.locks, guard.without, guard.touches)),
            }
        }
        let say = |&(locks, without, touches): &(&[ResourceId], u32, u32)| {
            let with = [("without", without.into()), ("touches", touches.into()), ("locks", self.named(locks).into())];
            Line::from(self.painter.locale.format("guards-sum", &with))
        };
        sums.iter().take(2).map(say).collect()
    }

    fn rule(&self) -> Line<'a> {
        self.heading("guards-rule")
    }
}

#[cfg(test)]
#[path = "guards_tests.rs"]
mod tests;
