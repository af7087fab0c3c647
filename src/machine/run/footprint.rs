//! What a thread rests before will do that others could notice, as far as that is known before it is done.

use crate::{
    ids::ThreadId,
    machine::{
        Machine,
        state::{
            effect::{Effect, StepFootprint},
            operation::Operation,
            place::{Place, ThreadField},
        },
    },
    sync::Request,
};

impl Machine {
    /// What the thread will do that others could notice when it goes on: nothing for one that has ended.
    ///
    /// Whom it will wake is not said, nor what it does behind the operation: by [the rule](crate::machine) that a thread
    /// rests before whatever others could notice, that is nothing but the places of a stretch that counts as one operation.
    #[must_use]
    pub fn pending_footprint(&self, thread: ThreadId) -> StepFootprint {
        let mut footprint = StepFootprint::default();
        let Some(pending) = &self.threads[thread.index()].pending else { return footprint };
        if self.passes(thread, &pending.operation) {
            return footprint;
        }
        let known = &self.threads[thread.index()];
        operation_effects(known.daemon, thread, self.ends_by(thread), &pending.operation, &mut footprint);
        match pending.operation {
            Operation::Access(ref places) => places.iter().for_each(|access| footprint.add(Effect::Touched(access))),
            Operation::Start { thread } => footprint.add(Effect::Started(thread)),
            Operation::Exit { .. } | Operation::Quit { .. } | Operation::Shutdown { .. } => {
                footprint.add(Effect::Ended(thread));
            }
            _ => {}
        }
        footprint
    }

    /// What ends with the thread.
    fn ends_by(&self, thread: ThreadId) -> Ends {
        match thread == self.first_thread_of(thread) {
            true if self.processes.is_some() => Ends::Process,
            true => Ends::Program,
            false => Ends::Thread,
        }
    }

    /// A step begins that performs the operation.
    pub(in crate::machine) fn begin_effects(&mut self, thread: ThreadId, operation: &Operation) {
        if self.passes(thread, operation) {
            return;
        }
        let daemon = self.threads[thread.index()].daemon;
        operation_effects(daemon, thread, self.ends_by(thread), operation, &mut self.effects);
    }
}

/// What ends with a thread.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    /// It alone.
    Thread,
    /// The program, which has one process.
    Program,
    /// One of several processes: pipes are closed, and parents are told.
    Process,
}

/// What performing an operation does, but for accesses to memory, which are noted when they happen.
fn operation_effects(daemon: bool, thread: ThreadId, ends: Ends, operation: &Operation, footprint: &mut StepFootprint) {
    if daemon {
        // The end of the program cuts it off where it is.
        footprint.read(Place::End);
    }
    match *operation {
        Operation::Resource { resource, request, .. } => {
            footprint.add(Effect::Asked(resource, request.without_item()));
        }
        Operation::ConditionWait { room, lock, .. } => {
            footprint.add(Effect::Asked(lock, Request::ReleaseAll));
            footprint.add(Effect::Asked(room, Request::Wait));
        }
        Operation::ConditionRoom { room, lock, depth } => {
            footprint.add(Effect::Asked(room, Request::Wait));
            footprint.add(Effect::Asked(lock, Request::Restore { depth }));
        }
        Operation::ConditionLock { lock, .. } => {
            footprint.add(Effect::Asked(lock, Request::Restore { depth: 1 }));
        }
        Operation::Start { thread } => footprint.write(Place::Thread(thread, ThreadField::Life)),
        Operation::Join { thread, .. } => footprint.read(Place::Thread(thread, ThreadField::Life)),
        Operation::Exit { exception } | Operation::Shutdown { exception } => {
            if exception.is_bound() {
                footprint.write(Place::Output);
            }
            match ends {
                Ends::Thread => {}
                Ends::Program => {
                    footprint.read(Place::Threads);
                    footprint.write(Place::End);
                }
                Ends::Process => footprint.write(Place::World),
            }
            footprint.write(Place::Thread(thread, ThreadField::Life));
        }
        Operation::Quit { .. } | Operation::Fork { .. } => footprint.write(Place::World),
        Operation::Access(_)
        | Operation::Forked
        | Operation::Sleep { .. }
        | Operation::Draw { .. }
        | Operation::Compute => {}
    }
}
