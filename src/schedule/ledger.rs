//! What a policy remembers of a run: who came when, who is in the middle of its turn, and how much of that is used.
//!
//! A fold over the steps of the run: [`Ledger::note`] comes behind each. It knows turns and queues, and nothing of why a
//! policy prefers one thread to another.

use std::cmp::Reverse;

use super::{Policy, mlfq};
use crate::{
    event::Nanos,
    ids::ThreadId,
    machine::{Choosable, Machine, ThreadSet},
};

/// What a policy remembers of a run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ledger {
    rows: Vec<Row>,
    /// Who can go on, as far as is noted.
    standing: ThreadSet,
    arrivals: u32,
    steps: u32,
}

/// What is remembered of a thread.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Row {
    /// It can go on, and stands in line.
    queued: bool,
    /// It took a step, could go on ever since, and its turn is not over.
    running: bool,
    /// When it came into the line, and as the how-manieth.
    arrival: (Nanos, u32),
    /// The number of its last step.
    ran: u32,
    /// Steps and time of its turn.
    used: (u32, Nanos),
    /// Its queue, from 0; only feedback queues have others.
    level: u8,
    /// How often it has waited, slept or ended.
    bursts: usize,
    /// How long it had run when that was looked at last.
    run_time: Nanos,
}

/// A thread's place in line: whoever is in the middle of its turn stands in front, then those who wait, as they came.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Place {
    waits: bool,
    ran: Reverse<u32>,
    arrival: (Nanos, u32),
}

impl Ledger {
    /// The thread has taken a step, and the machine is as it is behind it.
    pub fn note(&mut self, policy: Policy, machine: &Machine, who: ThreadId) {
        if !policy.remembers() {
            return;
        }
        self.steps += 1;
        if self.rows.len() < machine.thread_count() {
            self.rows.resize_with(machine.thread_count(), Row::default);
        }
        let ready = machine.is_ready(who);
        // Mostly nobody but the thread itself has come or gone.
        self.standing.set(who, ready);
        if !machine.are_ready(&self.standing) {
            self.note_others(machine, who);
        }
        self.note_own(policy, machine, who, ready);
    }

    fn note_others(&mut self, machine: &Machine, who: ThreadId) {
        for thread in (0..self.rows.len()).map(ThreadId::at).filter(|&thread| thread != who) {
            let ready = machine.is_ready(thread);
            self.standing.set(thread, ready);
            match (ready, self.rows[thread.index()].queued) {
                (true, false) => self.arrives(thread, machine),
                (false, true) => self.rows[thread.index()].leave(),
                _ => {}
            }
        }
    }

    fn note_own(&mut self, policy: Policy, machine: &Machine, who: ThreadId, ready: bool) {
        let steps = self.steps;
        let row = self.row(who);
        let took = machine.run_time(who).saturating_sub(row.run_time);
        row.run_time = machine.run_time(who);
        row.ran = steps;
        row.used = (row.used.0.saturating_add(1), row.used.1.saturating_add(took));
        let over = policy.turn(row.level).is_some_and(|turn| turn.is_used_up(row.used.0, row.used.1));
        if over {
            row.used = (0, 0);
            row.level = mlfq::below(policy, row.level);
        }
        if !ready {
            row.bursts += 1;
            row.leave();
            // A feedback queue does not forget what a thread used of its turn before it waited.
            if !matches!(policy, Policy::Mlfq { .. }) {
                row.used = (0, 0);
            }
        } else if over {
            self.arrives(who, machine);
        } else {
            row.queued = true;
            row.running = true;
        }
    }

    /// The thread comes to the end of the line.
    fn arrives(&mut self, thread: ThreadId, machine: &Machine) {
        self.arrivals += 1;
        let arrival = (machine.ready_since(thread), self.arrivals);
        let row = self.row(thread);
        *row = Row { queued: true, running: false, arrival, run_time: machine.run_time(thread), ..row.clone() };
    }

    fn row(&mut self, thread: ThreadId) -> &mut Row {
        &mut self.rows[thread.index()]
    }

    /// Where the thread of an option stands in line. One whose sleep is over came when it was.
    pub fn place(&self, option: Choosable) -> Place {
        match option {
            Choosable::Expire(_, deadline) => Place { waits: true, ran: Reverse(0), arrival: (deadline, 0) },
            Choosable::Wake(thread) | Choosable::Run(thread) | Choosable::Draw(thread) => {
                self.rows.get(thread.index()).map_or(Place { waits: true, ..Place::default() }, Row::place)
            }
        }
    }

    /// Where a thread that can go on stands in line.
    #[inline]
    pub fn place_of(&self, thread: ThreadId, machine: &Machine) -> Place {
        match self.rows.get(thread.index()) {
            Some(row) if machine.is_ready(thread) => row.place(),
            _ => machine.option_of(thread).map_or_else(Place::default, |option| self.place(option)),
        }
    }

    /// The queue in which a thread stands, from 0.
    #[must_use]
    pub fn level(&self, thread: ThreadId) -> u8 {
        self.rows.get(thread.index()).map_or(0, |row| row.level)
    }

    /// How often a thread has waited, slept or ended.
    #[must_use]
    pub fn bursts(&self, thread: ThreadId) -> usize {
        self.rows.get(thread.index()).map_or(0, |row| row.bursts)
    }
}

impl Place {
    /// Whether the thread is in the middle of its turn, and took the last step of all that are.
    pub fn running(&self) -> Reverse<u32> {
        self.ran
    }
}

impl Row {
    #[inline]
    fn place(&self) -> Place {
        let ran = if self.running { self.ran } else { 0 };
        Place { waits: !self.running, ran: Reverse(ran), arrival: self.arrival }
    }

    fn leave(&mut self) {
        self.queued = false;
        self.running = false;
    }
}
