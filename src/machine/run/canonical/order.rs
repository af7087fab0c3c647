//! In which order threads are told: those that are alike may change places.
//!
//! A thread's *signature* is what it says by itself, with what it alone can reach. The order is that of the signatures and of
//! the locks that threads own; where it is the same for two threads that differ after all, equal machines may be told
//! differently, and never different ones alike.

use smallvec::SmallVec;

use super::{
    describe::Describer,
    words::{Key, Words},
};
use crate::{
    ids::ThreadId,
    machine::{Machine, state::told::Thing},
};

/// So many things that a thread can reach are looked at.
const FURTHEST: usize = 64;

/// Threads in the order in which they are told.
pub type Order = SmallVec<[ThreadId; 8]>;

impl<W: Words> Describer<'_, W> {
    /// The threads that live, in the order in which they are told: the main thread first.
    pub(super) fn order_of_living(&self) -> Order {
        let machine = self.machine;
        let mut order: Order = SmallVec::new();
        machine.each_living(|thread| order.push(thread));
        // The first thread's calls lead to everything; a thread that the program can name has its place.
        if self.trunk.is_none() || self.seen.threads || order.len() < 3 {
            return order;
        }
        let owned = self.owned();
        let mut others: SmallVec<[((u64, u64), ThreadId); 8]> =
            order[1..].iter().map(|&thread| ((machine.signature(thread), owned_by(&owned, thread)), thread)).collect();
        others.sort_unstable();
        order.truncate(1);
        order.extend(others.into_iter().map(|(_, thread)| thread));
        order
    }

    /// Who owns what of what was there when the trunk was made.
    fn owned(&self) -> SmallVec<[(ThreadId, u64); 8]> {
        let resources = self.machine.resources.iter().enumerate();
        let known = |at| self.trunk.and_then(|trunk| trunk.numbers.resources.known(at)).unwrap_or(0);
        resources.filter_map(|(at, it)| Some((it.owner()?, u64::from(known(at))))).collect()
    }
}

fn owned_by(owned: &[(ThreadId, u64)], thread: ThreadId) -> u64 {
    let own = owned.iter().filter(|(owner, _)| *owner == thread);
    own.fold(0, |sum, (_, lock)| sum.wrapping_add((lock + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)))
}

impl Machine {
    /// What a thread says by itself; kept beside the thread until it is written.
    fn signature(&self, thread: ThreadId) -> u64 {
        let part = &self.threads[thread.index()];
        let ready = u64::from(self.ready.contains(thread));
        let kept = || part.told().get().filter(|_| self.space.mortals.is_none());
        if let Some(known) = kept().and_then(|told| told.signature.get()) {
            return known ^ ready;
        }
        let mut alone = Describer::new(self, Key::default());
        let things = alone.told_once(part.told(), |this| this.tell_alone(thread, part));
        let mut at = 0;
        // What others can reach, too, may change while this thread does not.
        let own = |thing: &Thing| matches!(thing, Thing::Object(id) if !self.space.heap.is_shared(*id));
        let mut things: SmallVec<[Thing; 16]> = things.into_iter().filter(own).collect();
        while let Some(&Thing::Object(id)) = things.get(at).filter(|_| at < FURTHEST) {
            at += 1;
            for thing in alone.alone(|this| this.tell_object(id)) {
                if own(&thing) && !things.contains(&thing) {
                    things.push(thing);
                }
            }
        }
        let signature = alone.words.finish() as u64;
        if let Some(told) = kept() {
            // Somebody else may have been quicker, and came to the same.
            let _ = told.signature.set(signature);
        }
        signature ^ ready
    }
}
