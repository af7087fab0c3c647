//! What there is to see: plain data, folded from events.
//!
//! A scene knows threads, resources, variables, what happened and what waits for whom, all by the names that the program
//! uses. It knows no terminal and no machine. Folding fewer events is going back. Tests: at the end of each file,
//! `tests/hosts/replay.rs`.

mod calls;
mod chapter;
mod circle;
mod doors;
mod fold;
pub mod graph;
mod guards;
mod log;
mod marks;
mod members;
mod memory;
mod moves;
mod playback;
mod pool;
mod primitive;
mod processor;
mod reason;
mod resource;
mod sentence;
mod tally;
mod thread;
mod timeline;

use std::collections::VecDeque;

pub use calls::{CallerView, GeneratorState, GeneratorView};
pub use chapter::{concerns, is_chapter, is_interesting};
pub use circle::Circle;
pub use guards::{Guard, Guards, Touch};
pub use marks::Marks;
pub use members::Members;
pub use memory::{Loss, Seen, VariableView, Write};
pub use moves::{Move, Phase, Why};
pub use playback::Playback;
pub use pool::{Pool, Task, TaskState, Worker};
pub use primitive::{
    BarrierState, ConditionState, EventState, Item, LockState, QueueState, ResourceState, SemaphoreState, TimerState,
};
pub use processor::{Core, Processor, Slice, Times, Token};
pub use reason::sentences as reasons;
pub use resource::{ResourceView, Waiter};
pub use sentence::Sentence;
pub use tally::Tally;
pub use thread::{ThreadState, ThreadView};
pub use timeline::{LaneState, Timeline};

use crate::{
    event::{End, Nanos, Wait},
    ids::{ResourceId, StepIndex, TextId, ThreadId, VariableId},
};

/// Lines of the log, and of the program's output, that a scene keeps.
pub const KEPT: usize = 256;

/// Everything that there is to see after a step.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Scene {
    /// The threads in the order of their making.
    pub threads: Vec<ThreadView>,
    /// The primitives in the order of their making.
    pub resources: Vec<ResourceView>,
    /// Shared variables in the order in which they were first spoken of.
    pub variables: Vec<VariableView>,
    /// The virtual time.
    pub clock: Nanos,
    /// The thread whose step it was.
    pub running: Option<ThreadId>,
    /// The last things that happened, each with its step.
    pub log: VecDeque<LogLine>,
    /// The last things that the program printed, each with its step.
    pub output: VecDeque<OutputPiece>,
    /// The circles of waits that can still be undone.
    pub circles: Vec<Circle>,
    /// The first circle that cannot be undone.
    pub deadlock: Vec<Edge>,
    /// Further ones.
    more_deadlocks: Vec<Vec<Edge>>,
    /// The generators, in the order of their making.
    generators: Vec<GeneratorView>,
    /// Which locks were held when shared variables were touched.
    pub guards: Guards,
    /// How the run ended.
    pub end: Option<End>,
    /// The cores, where there are any.
    pub processor: Processor,
    /// What each thread has come to.
    tallies: tally::Tallies,
    /// The threads that the step was about.
    touched: Vec<ThreadId>,
    /// The moves between the five states in the last step that had any.
    moves: Vec<Move>,
    /// Who works at what.
    work: pool::Work,
}

/// Something that happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LogLine {
    /// In which step.
    pub step: StepIndex,
    /// Whose step it was.
    pub thread: ThreadId,
    /// What.
    pub sentence: Sentence,
    /// How often, one time after the other, without anything else in between; the step is that of the last time.
    pub times: u32,
    /// In which step it was the first time.
    pub since: StepIndex,
}

/// Something that the program printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutputPiece {
    /// In which step.
    pub step: StepIndex,
    /// By whom.
    pub thread: ThreadId,
    /// What.
    pub text: TextId,
    /// To stderr.
    pub stderr: bool,
}

/// An edge of a cycle: `thread` waits for what `owner` holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edge {
    /// Who waits.
    pub thread: ThreadId,
    /// What for.
    pub on: Wait,
    /// Who holds it.
    pub owner: ThreadId,
}

impl Scene {
    /// A thread.
    #[must_use]
    pub fn thread(&self, id: ThreadId) -> Option<&ThreadView> {
        self.threads.get(id.index())
    }

    /// The threads that exceptions ended.
    #[must_use]
    pub fn dead(&self) -> Vec<ThreadId> {
        let threads = self.threads.iter().enumerate();
        threads.filter(|(_, view)| view.state == ThreadState::Failed).map(|(at, _)| ThreadId::at(at)).collect()
    }

    /// How the run ended, as far as anybody sees: a program of which a thread has died has failed.
    #[must_use]
    pub fn seen_end(&self) -> Option<End> {
        let died = || !self.dead().is_empty();
        self.end.map(|end| if end == End::Finished && died() { End::Failed } else { end })
    }

    /// A primitive.
    #[must_use]
    pub fn resource(&self, id: ResourceId) -> Option<&ResourceView> {
        self.resources.get(id.index())
    }

    /// Whether the thread waits for the time of a timer.
    #[must_use]
    pub fn waits_for_timer(&self, id: ThreadId) -> bool {
        let wait = self.thread(id).and_then(|view| view.waits);
        let resource = wait.and_then(|(on, _)| self.resource(on.resource()?));
        resource.is_some_and(|view| matches!(view.state, ResourceState::Timer(_)))
    }

    /// A shared variable.
    #[must_use]
    pub fn variable(&self, id: VariableId) -> Option<&VariableView> {
        self.variables.get(id.index())
    }

    /// The shared variables of which there is anything to say.
    pub fn known_variables(&self) -> impl Iterator<Item = VariableId> + '_ {
        let known = self.variables.iter().enumerate().filter(|(_, variable)| variable.is_known());
        known.map(|(at, _)| VariableId::at(at))
    }

    /// The number that a primitive without a name is known by among those of its kind, from one.
    #[must_use]
    pub fn number_of(&self, id: ResourceId) -> usize {
        let Some(kind) = self.resource(id).map(|resource| resource.kind) else { return 0 };
        self.resources[..=id.index()].iter().filter(|other| other.kind == kind).count()
    }

    /// The threads that the step was about: the others are as they were, but that one of them may run no longer.
    #[must_use]
    pub fn touched(&self) -> &[ThreadId] {
        &self.touched
    }

    /// How much there is in it: what a copy costs.
    #[must_use]
    pub fn things(&self) -> usize {
        let threads =
            self.threads.iter().map(|thread| 3 + thread.locals.len() + thread.holds.len() + thread.callers.len() * 4);
        let generators = self.generators.iter().map(|view| 3 + view.locals.len());
        let resources = self.resources.iter().map(|resource| 2 + resource.things());
        let variables = self.variables.iter().map(|view| 1 + view.writes.len() + view.seen.len());
        let generators = generators.sum::<usize>() + self.guards.things() + self.work.things();
        let rest = generators + variables.sum::<usize>() + self.log.len() + self.output.len();
        let circles = self.circles.iter().map(|circle| circle.edges.len());
        let rest = rest + circles.sum::<usize>() + self.deadlocks().map(<[Edge]>::len).sum::<usize>();
        threads.sum::<usize>()
            + resources.sum::<usize>()
            + rest
            + self.processor.things()
            + self.moves.len()
            + self.tallies.things()
    }
}
