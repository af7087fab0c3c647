//! Frames that are not innermost: those that wait for a call, and those of generators, which are laid aside at `yield` with
//! all that they know, and taken up again.

use super::{Scene, Sentence, fold::set_local};
use crate::{
    event::{CallChange, Event, Shown},
    ids::{StepIndex, TextId, ThreadId},
    source::Span,
};

/// So many generators are kept; of more, those that have ended go first, and then those that were made first.
const KEPT: usize = 48;

/// A frame that waits for a call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CallerView {
    /// How many calls deep it is, from 1.
    pub depth: u32,
    /// Its function.
    pub function: TextId,
    /// Where it called the next one.
    pub span: Span,
    /// Its locals.
    pub locals: Vec<(TextId, Shown)>,
}

/// Of a step so many changes of generators are told.
const TOLD: usize = 4;

/// What a generator is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GeneratorState {
    /// It has not begun.
    New,
    /// It is among the calls of this thread.
    Running(ThreadId),
    /// It waits at a `yield`.
    Parked,
    /// It has returned.
    Returned,
    /// It was closed, or an exception left it.
    Broken,
}

/// The frame of a generator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GeneratorView {
    /// The machine's number for it; it is given again when the generator is gone.
    pub number: u32,
    /// Its function.
    pub function: TextId,
    /// Who made it, or let it go on last.
    pub thread: ThreadId,
    /// What it is doing.
    pub state: GeneratorState,
    /// Where it waits, or was made.
    pub span: Span,
    /// What went in last.
    pub sent: Option<Shown>,
    /// What came out last, by `yield` or at its end.
    pub gave: Option<Shown>,
    /// What it keeps while it waits.
    pub locals: Vec<(TextId, Shown)>,
    /// How often it was taken up.
    pub resumed: u32,
    /// The step in which something happened to it last.
    pub changed: StepIndex,
    /// Not all that it did was told: what is known of it may be old.
    pub stale: bool,
}

impl GeneratorView {
    /// Whether it can go on.
    #[must_use]
    pub fn waits(&self) -> bool {
        matches!(self.state, GeneratorState::New | GeneratorState::Parked)
    }
}

impl Scene {
    /// The generators, in the order of their making.
    pub fn generators(&self) -> impl DoubleEndedIterator<Item = &GeneratorView> {
        self.generators.iter()
    }

    pub(super) fn apply_to_calls(&mut self, event: &Event, change: CallChange, step: StepIndex) {
        let (who, span) = (event.thread, event.span);
        match change {
            CallChange::Caller { depth, function } => self.on_thread(who, |view| {
                view.callers.retain(|caller| caller.depth < depth);
                view.callers.push(CallerView { depth, function, span, locals: Vec::new() });
            }),
            CallChange::CallerLocal { depth, name, value } => self.on_thread(who, |view| {
                if let Some(caller) = view.callers.iter_mut().find(|caller| caller.depth == depth) {
                    set_local(&mut caller.locals, name, value);
                }
            }),
            CallChange::Made { generator, function } => self.made(generator, function, event, step),
            CallChange::Resumed { generator, value } => self.on_generator(generator, step, |view| {
                view.thread = who;
                view.state = GeneratorState::Running(who);
                view.sent = Some(value);
                view.gave = None;
                view.resumed += 1;
                view.stale = false;
            }),
            CallChange::Yielded { generator, value } => self.on_generator(generator, step, |view| {
                view.state = GeneratorState::Parked;
                view.span = span;
                view.gave = Some(value);
                view.locals.clear();
            }),
            CallChange::Kept { generator, name, value } => {
                self.on_generator(generator, step, |view| set_local(&mut view.locals, name, value));
            }
            CallChange::Ended { generator, value } => self.on_generator(generator, step, |view| {
                view.state = GeneratorState::Returned;
                view.gave = Some(value);
            }),
            CallChange::Broken { generator } => self.on_generator(generator, step, |view| {
                view.state = GeneratorState::Broken;
                view.gave = None;
            }),
            CallChange::Skipped { .. } => {
                self.generators.iter_mut().filter(|view| view.thread == who).for_each(|view| view.stale = true);
            }
        }
        self.tell_of_generator(who, change, step);
    }

    /// A generator goes on or is laid aside: the log says so, but not of all that happens in a step.
    fn tell_of_generator(&mut self, thread: ThreadId, change: CallChange, step: StepIndex) {
        let function = |number| self.generators.iter().find(|view| view.number == number).map(|view| view.function);
        let sentence = match change {
            CallChange::Resumed { generator, .. } => {
                function(generator).map(|function| Sentence::Resumes { thread, function })
            }
            CallChange::Yielded { generator, value } => {
                function(generator).map(|function| Sentence::Yields { thread, function, value })
            }
            _ => None,
        };
        let told = self.log.iter().rev().take_while(|line| line.step == step);
        let told = told.filter(|line| matches!(line.sentence, Sentence::Resumes { .. } | Sentence::Yields { .. }));
        if let Some(sentence) = sentence.filter(|_| told.count() < TOLD) {
            self.tell(step, thread, sentence);
        }
    }

    fn made(&mut self, number: u32, function: TextId, event: &Event, step: StepIndex) {
        self.generators.retain(|view| view.number != number);
        if self.generators.len() == KEPT {
            let ended = self.generators.iter().position(|view| !view.waits());
            self.generators.remove(ended.unwrap_or(0));
        }
        self.generators.push(GeneratorView {
            number,
            function,
            thread: event.thread,
            state: GeneratorState::New,
            span: event.span,
            sent: None,
            gave: None,
            locals: Vec::new(),
            resumed: 0,
            changed: step,
            stale: false,
        });
    }

    fn on_generator(&mut self, number: u32, step: StepIndex, change: impl FnOnce(&mut GeneratorView)) {
        if let Some(view) = self.generators.iter_mut().find(|view| view.number == number) {
            view.changed = step;
            change(view);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        choice::Choice,
        event::{EventKind, Life},
        trace::History,
    };

    const GENERATOR: u32 = 7;

    /// The scene after these changes, each a step of its own.
    fn after(changes: &[CallChange]) -> Scene {
        let mut history = History::default();
        let mut scene = Scene::default();
        let name = history.text("counter");
        let main = EventKind::ThreadCreated { thread: ThreadId::MAIN, name, daemon: false, life: Life::default() };
        let events = [main].into_iter().chain(changes.iter().map(|&change| EventKind::Calls(change)));
        for (at, kind) in events.enumerate() {
            history.push(Event { thread: ThreadId::MAIN, span: Span::new(at as u32, at as u32 + 1), kind });
            history.commit(Choice::run(ThreadId::MAIN), 0, true);
            scene.apply_step(&history, history.tip());
        }
        scene
    }

    #[test]
    fn a_generator_is_parked_with_its_values_and_taken_up_again() {
        let (made, n) = (CallChange::Made { generator: GENERATOR, function: TextId(0) }, TextId(0));
        let resumed = |value| CallChange::Resumed { generator: GENERATOR, value: Shown::Int(value) };
        let yielded = |value| CallChange::Yielded { generator: GENERATOR, value: Shown::Int(value) };
        let kept = |value| CallChange::Kept { generator: GENERATOR, name: n, value: Shown::Int(value) };
        let ended = CallChange::Ended { generator: GENERATOR, value: Shown::Int(4) };
        let all = [made, resumed(0), yielded(1), kept(1), resumed(5), yielded(6), kept(6), resumed(0), ended];
        let parked = Shown::Int;
        let rows = [
            (1, GeneratorState::New, None, None, None),
            (2, GeneratorState::Running(ThreadId::MAIN), Some(0), None, None),
            (4, GeneratorState::Parked, Some(0), Some(1), Some(1)),
            (5, GeneratorState::Running(ThreadId::MAIN), Some(5), None, Some(1)),
            (7, GeneratorState::Parked, Some(5), Some(6), Some(6)),
            (9, GeneratorState::Returned, Some(0), Some(4), Some(6)),
        ];
        for (count, state, sent, gave, local) in rows {
            let scene = after(&all[..count]);
            let view = scene.generators().next().expect("it was made");
            let seen = (view.state, view.sent, view.gave, view.locals.first().map(|&(_, value)| value));
            assert_eq!(seen, (state, sent.map(parked), gave.map(parked), local.map(parked)), "after {count}");
        }
        assert_eq!(after(&all).generators().next().map(|view| view.resumed), Some(3));
        let broken = CallChange::Broken { generator: GENERATOR };
        let again = after(&[made, resumed(0), broken, made]);
        let states: Vec<GeneratorState> = again.generators().map(|view| view.state).collect();
        assert_eq!(states, [GeneratorState::New], "its number was given again");
    }

    #[test]
    fn a_caller_voids_what_was_said_of_deeper_ones() {
        let caller = |depth| CallChange::Caller { depth, function: TextId(0) };
        let local = |depth| CallChange::CallerLocal { depth, name: TextId(0), value: Shown::Int(depth as i32) };
        let depths = |changes: &[CallChange]| -> Vec<(u32, usize)> {
            let scene = after(changes);
            scene.threads[0].callers.iter().map(|caller| (caller.depth, caller.locals.len())).collect()
        };
        assert_eq!(depths(&[caller(1), local(1), caller(2), local(2)]), [(1, 1), (2, 1)]);
        assert_eq!(depths(&[caller(1), local(1), caller(2), local(2), caller(2)]), [(1, 1), (2, 0)]);
        assert_eq!(depths(&[caller(1), caller(2), caller(1)]), [(1, 0)]);
    }

    #[test]
    fn of_too_many_generators_the_ended_ones_go_first() {
        let made = |generator| CallChange::Made { generator, function: TextId(0) };
        let mut changes: Vec<CallChange> = (0..KEPT as u32).map(made).collect();
        changes.extend([CallChange::Broken { generator: 3 }, made(100), made(101)]);
        let numbers: Vec<u32> = after(&changes).generators().map(|view| view.number).collect();
        assert_eq!(numbers.len(), KEPT);
        assert!(
            !numbers.contains(&3) && !numbers.contains(&0) && numbers.contains(&1) && numbers.ends_with(&[100, 101])
        );
    }
}
