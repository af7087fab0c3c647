//! The edges of the wait-for graph.

use super::Link;
use crate::machine::{Machine, state::thread::Status};
use crate::{
    event::{NO_DEADLINE, Wait, Want},
    ids::ThreadId,
    sync::Primitive,
};

impl Machine {
    /// The one thread that this one waits for; none if it can go on, or if anybody could give what it waits for. A wait
    /// with a deadline is one, too, while it lasts.
    pub(super) fn link_from(&self, thread: ThreadId) -> Option<Link> {
        let Status::Blocked { on, .. } = self.threads[thread.index()].status else { return None };
        if self.ready.contains(thread) {
            return None;
        }
        let owner = match on {
            Wait::For(resource, Want::Acquire) => self.resource(resource).owner()?,
            Wait::End(of) => of,
            // Nobody waits for the end of the program.
            _ => return None,
        };
        Some(Link { thread, on, owner })
    }

    /// The edges of the circle that the thread is part of.
    pub(super) fn circle_through(&self, from: ThreadId) -> Option<Vec<Link>> {
        let first = self.link_from(from)?;
        let mut links = vec![first];
        loop {
            let next = links.last()?.owner;
            if next == from {
                return Some(links);
            }
            // A circle that it only leads to is another one.
            if links.iter().any(|link| link.thread == next) {
                return None;
            }
            links.push(self.link_from(next)?);
        }
    }

    /// Whether nobody outside the circle who can still run could release what it waits for, and nobody in it gives up.
    pub(super) fn cannot_be_undone(&self, links: &[Link]) -> bool {
        let others = !self.ready.is_empty() || !self.timed.is_empty();
        let undone = |link: &Link| self.gives_up(link.thread) || (others && self.is_for_strangers(link.on));
        !links.iter().any(undone)
    }

    fn gives_up(&self, thread: ThreadId) -> bool {
        matches!(self.threads[thread.index()].status, Status::Blocked { deadline, .. } if deadline != NO_DEADLINE)
    }

    /// Whether a thread that does not own it could release it.
    fn is_for_strangers(&self, on: Wait) -> bool {
        let lock = on.resource().map(|resource| self.resource(resource));
        matches!(lock, Some(Primitive::Lock(_))) && self.common.program.strangers_release
    }
}
