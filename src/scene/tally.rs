//! What each thread has come to: its turns, how often and how long it was blocked, what it has done, and who overtook it.

use super::{Scene, ThreadState};
use crate::{
    event::{Event, EventKind, Nanos},
    ids::{ResourceId, ThreadId},
};

/// What a thread has come to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// Its steps.
    pub turns: u32,
    /// How often it became blocked.
    pub waits: u32,
    /// For how long it was blocked in waits that are over, in virtual time.
    waited: Nanos,
    /// What others can see of its work: pieces of text that it printed and shared variables that it wrote.
    pub done: u32,
    /// Who took what it had been woken for, and how often.
    pub overtaken: Vec<(ThreadId, u32)>,
}

impl Tally {
    /// How often others took what it had been woken for.
    #[must_use]
    pub fn times_overtaken(&self) -> u32 {
        self.overtaken.iter().map(|&(_, times)| times).sum()
    }
}

/// The tallies of a scene.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Tallies {
    threads: Vec<Tally>,
    /// By primitive, how many held it at the same time at most.
    most: Vec<usize>,
}

impl Tallies {
    pub(super) fn things(&self) -> usize {
        self.threads.iter().map(|tally| 2 + tally.overtaken.len()).sum::<usize>() + self.most.len()
    }

    fn of(&mut self, thread: ThreadId) -> &mut Tally {
        let at = thread.index();
        if self.threads.len() <= at {
            self.threads.resize_with(at + 1, Tally::default);
        }
        &mut self.threads[at]
    }
}

impl Scene {
    /// What a thread has come to.
    #[must_use]
    pub fn tally(&self, thread: ThreadId) -> Tally {
        self.tallies.threads.get(thread.index()).cloned().unwrap_or_default()
    }

    /// For how long a thread has been blocked, in virtual time; sleeping is not counted.
    #[must_use]
    pub fn time_blocked(&self, thread: ThreadId) -> Nanos {
        let over = self.tallies.threads.get(thread.index()).map_or(0, |tally| tally.waited);
        over + self.present_wait(thread)
    }

    /// How many threads held a primitive at the same time at most.
    #[must_use]
    pub fn most_holders(&self, resource: ResourceId) -> usize {
        self.tallies.most.get(resource.index()).copied().unwrap_or(0)
    }

    /// For how long a thread has been blocked now; it waits also while it was woken and has not had its turn.
    fn present_wait(&self, thread: ThreadId) -> Nanos {
        let waits = |view: &&super::ThreadView| view.waits.is_some() && view.state != ThreadState::Abandoned;
        self.thread(thread).filter(waits).map_or(0, |view| self.clock.saturating_sub(view.waits_since))
    }

    /// A step of a thread.
    pub(super) fn tally_turn(&mut self, by: ThreadId) {
        self.tallies.of(by).turns += 1;
    }

    /// What an event adds; before it is applied.
    pub(super) fn tally_event(&mut self, event: &Event) {
        let who = event.thread;
        match event.kind {
            EventKind::Blocked { .. } => {
                // Who is blocked again in the same wait goes on with it.
                let so_far = self.present_wait(who);
                let tally = self.tallies.of(who);
                tally.waits += 1;
                tally.waited += so_far;
            }
            EventKind::Unblocked
            | EventKind::ThreadFailed { .. }
            | EventKind::ThreadFinished
            | EventKind::ThreadAbandoned => {
                let waited = self.present_wait(who);
                self.tallies.of(who).waited += waited;
            }
            EventKind::Overtaken { thread } => {
                let by = &mut self.tallies.of(thread).overtaken;
                match by.iter_mut().find(|(known, _)| *known == who) {
                    Some((_, times)) => *times += 1,
                    None => by.push((who, 1)),
                }
            }
            EventKind::Output { .. } | EventKind::Wrote { .. } => self.tallies.of(who).done += 1,
            _ => {}
        }
    }

    /// How many hold a primitive, after a change.
    pub(super) fn tally_holders(&mut self, resource: ResourceId) {
        let count = self.resource(resource).map_or(0, |view| view.state.holders().len());
        let most = &mut self.tallies.most;
        if most.len() <= resource.index() {
            most.resize(resource.index() + 1, 0);
        }
        most[resource.index()] = most[resource.index()].max(count);
    }
}
