//! The panes that a scenario asks for, as data: what variables were worth before and what of it was lost, which lock guards
//! what, and the calls of threads.

use serde_json::{Map, Value, json};

use crate::{
    event::ThreadKind,
    export::Performance,
    ids::ThreadId,
    scenario::{Pane, Scenario},
    scene::{GeneratorState, Playback, Scene, ThreadState, VariableView, Write},
    telling::{
        Names, declared_guards,
        names::printable,
        spaces::{Space, copies, has_several, spaces},
    },
};

/// So many earlier writes of a variable, and so many touches, are shown.
const EARLIER: usize = 6;

/// Which panes the page has: those that the scenario names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Panes<'s> {
    scenario: &'s Scenario,
    /// What was lost is shown wherever it was.
    loses: bool,
}

impl<'s> Panes<'s> {
    /// Those of a run.
    pub(super) fn of(performance: &Performance<'_>, scenario: &'s Scenario) -> Self {
        let mut playback = Playback::default();
        let end = playback.at(performance.history, *performance.steps.end());
        Self { scenario, loses: end.lost_writes() > 0 }
    }

    /// What they show in a step; nothing, where there are none.
    pub(super) fn row(&self, scene: &Scene, names: Names<'_>) -> Option<Value> {
        let named = |pane| self.scenario.panes.contains(&pane);
        let mut all = Map::new();
        if self.loses || named(Pane::Memory) {
            all.insert("memory".to_owned(), memory(scene, names));
        }
        if named(Pane::Guards) {
            all.insert("guards".to_owned(), guards(scene, names, self.scenario));
        }
        if named(Pane::CallStacks) {
            all.insert("stacks".to_owned(), stacks(scene, names));
        }
        if named(Pane::AddressSpaces) || has_several(scene) {
            all.insert("spaces".to_owned(), boxes(scene, names, copies(self.scenario.source.text())));
        }
        (!all.is_empty()).then(|| Value::from(all))
    }
}

/// Each variable: name, value, what it was before (value, thread, step, whether it is lost), and copies of it (thread, name,
/// value, the step since which it is old).
fn memory(scene: &Scene, names: Names<'_>) -> Value {
    let value = |value| printable(&names.value(value));
    let written = |write: &Write| json!([value(write.value), write.thread.index(), write.step.0, write.lost.is_some()]);
    let row = |view: &VariableView| {
        // The write with which it came to be says no more than what it began with.
        let is_start = |write: &&Write| view.initial == Some(write.value) && view.writes.first() == Some(*write);
        let mut writes = view.writes.iter().rev().filter(|write| write.lost.is_some() || !is_start(write));
        let last = writes.next().map(written);
        let before: Vec<Value> = writes.take(EARLIER).map(written).collect();
        let is_kept = |thread: ThreadId, name| {
            scene
                .thread(thread)
                .is_some_and(|view| view.state.is_alive() && view.locals.iter().any(|&(own, _)| own == name))
        };
        let copies = view.seen.iter().filter_map(|seen| {
            let name = seen.copy.filter(|&name| is_kept(seen.thread, name))?;
            let old = view.old_since(seen).map(|step| step.0);
            Some(json!([seen.thread.index(), printable(names.text(name)), seen.value.map(value), old]))
        });
        json!({
            "n": printable(names.text(view.name)),
            "v": view.value.map(value),
            "l": last,
            "b": before,
            "i": view.initial.map(value),
            "c": copies.collect::<Vec<_>>(),
        })
    };
    let known = scene.known_variables().filter_map(|id| scene.variable(id));
    known.map(row).collect::<Vec<_>>().into()
}

/// Each variable that somebody wrote: name, its locks, touches in all and without them; and the latest touches: thread, step,
/// name, whether it wrote, whether it held the lock.
fn guards(scene: &Scene, names: Names<'_>, scenario: &Scenario) -> Value {
    let table = scene.guards.table(&declared_guards(scenario, scene, names));
    let table: Vec<_> = table.into_iter().filter(|guard| guard.written).collect();
    let lock = |&id: &crate::ids::ResourceId| printable(&names.resource(scene.condition_of(id).unwrap_or(id)));
    let rows = table.iter().map(|guard| {
        let locks: Vec<String> = guard.locks.iter().map(lock).collect();
        json!([printable(names.variable(guard.variable)), locks, guard.touches, guard.without, guard.contested])
    });
    let touches = scene.guards.touches().rev().filter_map(|touch| {
        let guard = table.iter().find(|guard| guard.variable == touch.variable)?;
        let held = scene.guards.locks(touch).iter().any(|held| guard.locks.contains(held));
        let name = printable(names.variable(touch.variable));
        Some(json!([touch.thread.index(), touch.step.0, name, touch.wrote, held]))
    });
    json!({"rows": rows.collect::<Vec<_>>(), "touches": touches.take(EARLIER).collect::<Vec<_>>()})
}

/// Each living thread with its functions, the outermost first, and generators that wait: function and locals.
fn stacks(scene: &Scene, names: Names<'_>) -> Value {
    let locals = |all: &[(crate::ids::TextId, crate::event::Shown)]| -> Vec<[String; 2]> {
        all.iter().map(|&(name, value)| [printable(names.text(name)), printable(&names.value(value))]).collect()
    };
    let card = |function, own: &[_]| json!([printable(names.text(function)), locals(own)]);
    let threads = scene.threads.iter().enumerate().filter(|(_, view)| view.state.is_alive());
    let threads = threads.filter_map(|(at, view)| {
        let (function, _) = view.function?;
        let callers = view.callers.iter().map(|caller| card(caller.function, &caller.locals));
        let cards: Vec<Value> = callers.chain([card(function, &view.locals)]).collect();
        Some(json!([at, cards]))
    });
    let aside = scene.generators().filter(|view| !matches!(view.state, GeneratorState::Running(_)) && view.waits());
    let aside = aside.map(|view| json!([card(view.function, &view.locals), view.gave.map(|value| names.value(value))]));
    json!({"threads": threads.collect::<Vec<_>>(), "aside": aside.collect::<Vec<_>>()})
}

/// Each process: what it is called, if it is not the first, whether it is over, its threads, and its variables: name, value,
/// whether its parent has the same.
fn boxes(scene: &Scene, names: Names<'_>, copies: bool) -> Value {
    let row = |space: &Space| {
        let view = scene.thread(space.main)?;
        let own = view.life.kind == ThreadKind::Process;
        let name = own.then(|| printable(&names.thread(space.main)));
        let over = !view.state.is_alive() && view.state != ThreadState::New;
        let threads: Vec<usize> = space.threads.iter().map(|thread| thread.index()).collect();
        let variables = space.variables.iter();
        let variables: Vec<Value> = variables
            .map(|own| json!([printable(&own.name), printable(&names.value(own.worth)), own.is_equal]))
            .collect();
        Some(json!([name, over, threads, variables]))
    };
    spaces(scene, names, copies).values().filter_map(row).collect::<Vec<_>>().into()
}
