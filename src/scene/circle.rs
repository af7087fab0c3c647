//! Circles of waits as they are shown: those that can still be undone, and deadlocks.

use super::{Edge, Scene};
use crate::{
    event::{EventKind, Wait},
    ids::ThreadId,
};

/// A circle of waits that can still be undone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Circle {
    /// Its number among the circles of the run.
    pub number: u32,
    /// Its edges, each thread waiting for the next and the last for the first.
    pub edges: Vec<Edge>,
}

impl Scene {
    /// Whether the thread is part of a deadlock.
    #[must_use]
    pub fn is_deadlocked(&self, thread: ThreadId) -> bool {
        self.deadlocks().flatten().any(|edge| edge.thread == thread)
    }

    /// The circles that cannot be undone, in the order in which they closed.
    pub fn deadlocks(&self) -> impl Iterator<Item = &[Edge]> {
        let first = Some(self.deadlock.as_slice()).filter(|edges| !edges.is_empty());
        first.into_iter().chain(self.more_deadlocks.iter().map(Vec::as_slice))
    }

    /// Applies what happened to a circle.
    pub(super) fn apply_to_circles(&mut self, kind: EventKind) {
        self.tell_edge(kind);
        match kind {
            EventKind::CircleClosed { circle: number, .. } => self.circles.push(Circle { number, edges: Vec::new() }),
            EventKind::CircleEdge { circle, thread, on, owner } => {
                let known = self.circles.iter_mut().find(|known| known.number == circle);
                known.into_iter().for_each(|known| known.edges.push(Edge { thread, on, owner }));
            }
            EventKind::CircleBroken { circle } => self.circles.retain(|known| known.number != circle),
            EventKind::Deadlock { .. } if !self.deadlock.is_empty() => self.more_deadlocks.push(Vec::new()),
            EventKind::DeadlockEdge { thread, on, owner } => {
                self.circles.retain(|circle| circle.edges.iter().all(|edge| edge.thread != thread));
                let edges = self.more_deadlocks.last_mut().unwrap_or(&mut self.deadlock);
                edges.push(Edge { thread, on, owner });
            }
            _ => {}
        }
    }

    /// A thread goes on: a circle that it was part of is none. Early recordings call some a deadlock that was undone.
    pub(super) fn leave_circles(&mut self, thread: ThreadId) {
        let waits = |edges: &[Edge]| edges.iter().any(|edge| edge.thread == thread);
        self.more_deadlocks.retain(|edges| !waits(edges));
        if waits(&self.deadlock) {
            self.deadlock = if self.more_deadlocks.is_empty() { Vec::new() } else { self.more_deadlocks.remove(0) };
        }
    }

    /// Whether the thread's wait is an edge of a circle, one that can be undone or one that cannot.
    #[must_use]
    pub fn in_circle(&self, thread: ThreadId, on: Wait) -> bool {
        let open = self.circles.iter().map(|circle| circle.edges.as_slice());
        self.deadlocks().chain(open).flatten().any(|edge| edge.thread == thread && edge.on == on)
    }
}
