//! Sets of places, and what operations do there, as bits: whether two operations conflict is a handful of instructions.
//!
//! Places of what was there before the first thread began have the same ids in every run. Those of later objects do not:
//! which id an object gets depends on what others made before it. All of one kind count as one place then, which is coarser
//! and never wrong.

use std::ops::{BitAnd, BitOr, BitOrAssign};

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use crate::{
    ids::{ResourceId, ThreadId},
    machine::{Access, Deed, Effect, Machine, ObjectId, Place, Status, StepFootprint, ThreadField},
    sync::Request,
};

/// So many bits there are.
const WIDTH: usize = u128::BITS as usize;

/// From here on, places share bits.
const OWN: usize = WIDTH - 32;

/// A set of places.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub struct PlaceSet(u128);

impl PlaceSet {
    fn add(&mut self, bit: usize) {
        self.0 |= 1 << bit;
    }

    /// Whether the place with this bit is in it.
    #[must_use]
    pub fn has(self, bit: usize) -> bool {
        self.0 & (1 << bit) != 0
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether all of the other is in it.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self & other == other
    }

    fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for PlaceSet {
    type Output = Self;

    #[inline]
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitAnd for PlaceSet {
    type Output = Self;

    #[inline]
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl BitOrAssign for PlaceSet {
    #[inline]
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// What is done where.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub struct AccessSet {
    /// Looked at.
    read: PlaceSet,
    /// Changed, or asked of a primitive.
    write: PlaceSet,
    /// Locks that are taken, blocking, and threads that begin: conflicts with another taking, but not with the release, which
    /// cannot be next at the same time.
    acquire: PlaceSet,
    /// Locks that their owner releases, and threads that end.
    release: PlaceSet,
    /// Containers, objects or the set of threads of which a part is looked at.
    part_read: PlaceSet,
    /// Those of which a part is changed.
    part_write: PlaceSet,
}

impl AccessSet {
    /// Conflicts with everything: what is not known yet.
    pub const ALL: Self = {
        let all = PlaceSet(u128::MAX);
        Self { read: all, write: all, acquire: all, release: all, part_read: all, part_write: all }
    };

    /// Whether the order of the two could make a difference.
    #[must_use]
    pub fn conflicts(&self, other: &Self) -> bool {
        self.bears_on(other) || other.bears_on(self)
    }

    fn bears_on(&self, other: &Self) -> bool {
        let changed = other.write | other.acquire | other.release;
        self.write.meets(changed | other.read | other.part_read | other.part_write)
            || self.read.meets(changed | other.part_write)
            || self.acquire.meets(other.acquire)
    }

    /// Where two accesses to memory meet, and one of them changes something.
    #[must_use]
    pub fn meeting(&self, other: &Self) -> PlaceSet {
        let of = |one: &Self, other: &Self| {
            one.write & (other.write | other.read | other.part_read | other.part_write) | one.read & other.part_write
        };
        of(self, other) | of(other, self)
    }

    /// The memory that is touched.
    #[must_use]
    pub fn memory(&self) -> PlaceSet {
        self.read | self.write
    }

    /// Whether something is done with a lock beyond taking and the owner's releasing, or with another primitive at all.
    #[must_use]
    pub fn writes(&self, bit: usize) -> bool {
        self.write.has(bit)
    }

    /// Whether anything is changed at the place.
    #[must_use]
    pub fn changes(&self, bit: usize) -> bool {
        self.write.has(bit) || self.acquire.has(bit) || self.release.has(bit)
    }

    /// Takes in another set; returns whether something was new.
    pub fn join(&mut self, other: &Self) -> bool {
        let before = *self;
        self.read |= other.read;
        self.write |= other.write;
        self.acquire |= other.acquire;
        self.release |= other.release;
        self.part_read |= other.part_read;
        self.part_write |= other.part_write;
        *self != before
    }
}

/// A place by a name that is the same in every run.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
enum Stable {
    /// Something that was there before the first thread began.
    Old(Place),
    /// Something newer, by its kind.
    New(Place),
    /// A primitive that was there.
    OldResource(ResourceId),
    /// A newer primitive.
    NewResource,
}

/// The bits of places.
#[derive(Clone, Debug, Default)]
pub struct Places {
    known: IndexSet<Stable, FxBuildHasher>,
    /// What is printed is local: in which order is of no interest.
    pub ignore_output: bool,
}

impl Places {
    /// How many are known.
    #[must_use]
    pub fn count(&self) -> usize {
        self.known.len()
    }

    fn bit(&mut self, place: Stable) -> usize {
        let (at, _) = self.known.insert_full(place);
        if at < OWN { at } else { OWN + at % (WIDTH - OWN) }
    }

    /// The bit of a primitive.
    pub fn resource(&mut self, machine: &Machine, resource: ResourceId) -> usize {
        let old = machine.is_old(Place::Resource(resource));
        self.bit(if old { Stable::OldResource(resource) } else { Stable::NewResource })
    }

    fn place(&mut self, machine: &Machine, place: Place) -> usize {
        if let Place::Resource(resource) = place {
            return self.resource(machine, resource);
        }
        let place = if machine.is_old(place) { Stable::Old(place) } else { Stable::New(coarse(place)) };
        self.bit(place)
    }

    /// Adds what a step or operation does, seen from the machine before it.
    pub fn add(&mut self, machine: &Machine, thread: ThreadId, footprint: &StepFootprint, set: &mut AccessSet) {
        for effect in footprint.effects() {
            match effect {
                Effect::Touched(access) => self.touch(machine, access, set),
                Effect::Asked(resource, request) => self.ask(machine, thread, (resource, request), set),
                // They go with a place of the thread's own.
                Effect::Started(_) | Effect::Woken(_) | Effect::Ended(_) => {}
            }
        }
    }

    /// Adds the places that a step has touched.
    pub fn add_touched(&mut self, machine: &Machine, footprint: &StepFootprint, set: &mut AccessSet) {
        footprint.accesses().for_each(|access| self.touch(machine, access, set));
    }

    fn touch(&mut self, machine: &Machine, access: Access, set: &mut AccessSet) {
        let Access { place, deed } = access;
        if place == Place::Output && self.ignore_output {
            return;
        }
        if place == Place::World {
            set.join(&AccessSet::ALL);
            return;
        }
        let whole = match place {
            Place::Item(id, _) | Place::Extent(id) => Some(Place::Content(id)),
            Place::Attribute(id, _) => Some(Place::Attributes(id)),
            Place::Thread(_, ThreadField::Life) => Some(Place::Threads),
            _ => None,
        };
        let bit = self.place(machine, place);
        let whole = whole.map(|whole| self.place(machine, whole));
        if deed == Deed::Write {
            let changed = match place {
                // The end of one thread and the beginning of another bear on nobody but whoever asks; nor do two ends. A
                // thread begins once.
                Place::Thread(thread, ThreadField::Life) if machine.status(thread) == Status::New => &mut set.acquire,
                Place::Thread(_, ThreadField::Life) => &mut set.release,
                _ => &mut set.write,
            };
            changed.add(bit);
            whole.into_iter().for_each(|bit| set.part_write.add(bit));
        } else {
            set.read.add(bit);
            whole.into_iter().for_each(|bit| set.part_read.add(bit));
        }
    }

    fn ask(
        &mut self,
        machine: &Machine,
        thread: ThreadId,
        (resource, request): (ResourceId, Request<()>),
        set: &mut AccessSet,
    ) {
        let bit = self.resource(machine, resource);
        let kind = machine.is_lock(resource);
        match request {
            Request::Acquire { blocking: true } | Request::Restore { .. } if kind && !machine.is_timed(thread) => {
                set.acquire.add(bit);
            }
            Request::Release { .. } | Request::ReleaseAll if kind && machine.owner_of(resource) == Some(thread) => {
                set.release.add(bit);
            }
            _ => set.write.add(bit),
        }
    }
}

/// A place of something new without which one it is.
fn coarse(place: Place) -> Place {
    const SOME: ObjectId = ObjectId::at(u32::MAX as usize);
    match place {
        Place::Attribute(_, name) => Place::Attribute(SOME, name),
        Place::Attributes(_) => Place::Attributes(SOME),
        Place::ClassOf(_) => Place::ClassOf(SOME),
        Place::Item(_, at) => Place::Item(SOME, at),
        Place::Extent(_) => Place::Extent(SOME),
        Place::Content(_) => Place::Content(SOME),
        Place::Cell(_) => Place::Cell(SOME),
        Place::Iterator(_) => Place::Iterator(SOME),
        Place::Generator(_) => Place::Generator(SOME),
        Place::Thread(_, field) => Place::Thread(ThreadId(u32::MAX), field),
        // A class that was made later: by its attribute alone.
        Place::ClassAttribute(_, name) => Place::Attribute(SOME, name),
        place => place,
    }
}
