//! What a step does that other threads could notice: the places it touches, what it asks of primitives, the threads that it
//! starts, wakes or ends, what it prints.
//!
//! [`Machine::step`](crate::machine::Machine::step) returns it, and
//! [`Machine::pending_footprint`](crate::machine::Machine::pending_footprint) says it beforehand, as far as it is known.
//! Tests: `tests/machine/canonical.rs`.

use std::ops::Range;

use smallvec::SmallVec;

use crate::{
    ids::{ResourceId, ThreadId},
    machine::state::place::{Access, Deed, Footprint, Place},
    sync::Request,
};

/// One thing that a step does.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Effect {
    /// It touches memory, the life of a thread, or the output.
    Touched(Access),
    /// It asks a primitive for an operation: by attempting it, by taking its second step, or by giving up.
    Asked(ResourceId, Request<()>),
    /// A thread begins.
    Started(ThreadId),
    /// A thread that waited may go on.
    Woken(ThreadId),
    /// A thread ends.
    Ended(ThreadId),
}

/// What a step does that other threads could notice, in order, each once.
#[derive(PartialEq, Eq, Debug, Default)]
pub struct StepFootprint {
    effects: SmallVec<[Effect; 2]>,
    printed: (usize, usize),
    /// It went past accesses that the thread did not rest before: they count as one operation with the first.
    stretched: bool,
}

impl Clone for StepFootprint {
    fn clone(&self) -> Self {
        // Quicker than one by one; between steps there are none.
        let effects = if self.effects.is_empty() { SmallVec::new() } else { SmallVec::from_slice(&self.effects) };
        Self { effects, printed: self.printed, stretched: self.stretched }
    }
}

impl StepFootprint {
    /// What it does, in order.
    pub fn effects(&self) -> impl Iterator<Item = Effect> + '_ {
        self.effects.iter().copied()
    }

    /// The places that it touches.
    pub fn accesses(&self) -> impl Iterator<Item = Access> + '_ {
        self.effects().filter_map(|effect| match effect {
            Effect::Touched(access) => Some(access),
            _ => None,
        })
    }

    /// The pieces of the program's output that it printed.
    #[must_use]
    pub fn printed(&self) -> Range<usize> {
        self.printed.0..self.printed.1
    }

    /// It has gone past an access that the thread did not rest before.
    #[inline]
    pub fn stretch(&mut self) {
        self.stretched = true;
    }

    /// Whether it went past accesses that the thread did not rest before.
    #[must_use]
    pub fn is_stretched(&self) -> bool {
        self.stretched
    }

    /// Whether nobody could notice it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.effects.is_empty()
    }

    /// Whether the order of the two could make a difference: both touch a place that one of them changes, or both ask the
    /// same primitive.
    #[must_use]
    pub fn conflicts(&self, other: &Self) -> bool {
        self.effects().any(|effect| {
            other.effects().any(|another| match (effect, another) {
                (Effect::Touched(one), Effect::Touched(other)) => one.conflicts(other),
                (Effect::Asked(one, _), Effect::Asked(other, _)) => one == other,
                (Effect::Asked(resource, _), Effect::Touched(access))
                | (Effect::Touched(access), Effect::Asked(resource, _)) => {
                    access.place.overlaps(Place::Resource(resource))
                }
                _ => false,
            })
        })
    }

    /// Adds something, unless it is there.
    pub fn add(&mut self, effect: Effect) {
        if let Effect::Touched(access) = effect {
            self.touch(access);
        } else if !self.effects.contains(&effect) {
            self.effects.push(effect);
        }
    }

    /// A place is looked at.
    pub fn read(&mut self, place: Place) {
        self.touch(Access { place, deed: Deed::Read });
    }

    /// A place is changed.
    pub fn write(&mut self, place: Place) {
        self.touch(Access { place, deed: Deed::Write });
    }

    /// The places of a footprint are touched.
    pub fn touch_all(&mut self, footprint: &Footprint) {
        if self.effects.is_empty() {
            // It names each once.
            self.effects.extend(footprint.iter().map(Effect::Touched));
        } else {
            footprint.iter().for_each(|access| self.touch(access));
        }
    }

    fn touch(&mut self, access: Access) {
        for effect in &mut self.effects {
            if let Effect::Touched(known) = effect
                && known.place == access.place
            {
                known.deed = known.deed.max(access.deed);
                return;
            }
        }
        self.effects.push(Effect::Touched(access));
    }

    /// So many pieces of output were there before, and so many are now.
    pub fn set_printed(&mut self, before: usize, after: usize) {
        self.printed = (before, after);
    }
}
