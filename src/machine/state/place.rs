//! Places: memory that threads can share, and what an instruction does there.
//!
//! A [`Footprint`] names every place that an instruction will touch, down to the element of a list and the key of a dict. It
//! is worked out before the instruction runs (`language/access/`), is what a thread rests before (`run/gate.rs`), and is what
//! a search takes dependencies from. Places know nothing of names: what viewers call them is in `labels`.
//! Tests: at the end of this file, `tests/machine/visibility.rs`.

use smallvec::SmallVec;

use crate::{
    ids::{ResourceId, ThreadId},
    machine::state::value::{ClassId, ObjectId},
    program::{GlobalId, NameId},
};

/// Memory that threads can share.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Place {
    /// A module-level variable.
    Global(GlobalId),
    /// An attribute of an object, a function or an exception.
    Attribute(ObjectId, NameId),
    /// All attributes that an object has of its own, and which they are.
    Attributes(ObjectId),
    /// The class of an object.
    ClassOf(ObjectId),
    /// An attribute of a class.
    ClassAttribute(ClassId, NameId),
    /// One element of a list by its index, or one entry of a dict by the hash of its key, folded: entries whose hashes fall
    /// together are one place.
    Item(ObjectId, u32),
    /// How many items a container has, and which keys.
    Extent(ObjectId),
    /// All that is in a list, dict or set, and how much it is.
    Content(ObjectId),
    /// A variable that functions share.
    Cell(ObjectId),
    /// How far an iterator has come.
    Iterator(ObjectId),
    /// Where a generator is.
    Generator(ObjectId),
    /// A thread's name, whether it is a daemon, or whether it lives.
    Thread(ThreadId, ThreadField),
    /// A cell of memory that processes share, by the number of the memory.
    Common(u32, u32),
    /// Which threads live.
    Threads,
    /// A primitive that is only looked at.
    Resource(ResourceId),
    /// What the program prints.
    Output,
    /// Whether the program goes on: its end cuts daemons off.
    End,
    /// Everything: what copies or ends a process bears on all that others do.
    World,
}

/// What a thread has that others can look at or change.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum ThreadField {
    /// `name`
    Name,
    /// `daemon`
    Daemon,
    /// `is_alive()`
    Life,
}

impl Place {
    /// The object that the place belongs to.
    #[must_use]
    pub const fn object(self) -> Option<ObjectId> {
        match self {
            Self::Attribute(id, _) | Self::Attributes(id) | Self::ClassOf(id) => Some(id),
            Self::Item(id, _) | Self::Extent(id) | Self::Content(id) => Some(id),
            Self::Cell(id) | Self::Iterator(id) | Self::Generator(id) => Some(id),
            _ => None,
        }
    }

    /// Whether viewers know the place as a variable.
    #[must_use]
    pub const fn is_variable(self) -> bool {
        !matches!(self, Self::Output | Self::End | Self::World | Self::Threads | Self::Thread(..) | Self::Resource(_))
    }

    /// Whether one place is the other, or a part of it.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self == other || self.contains(other) || other.contains(self)
    }

    /// Whether the other place is a part of this one.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        match (self, other) {
            (Self::Content(a), Self::Item(b, _) | Self::Extent(b)) => a == b,
            (Self::Attributes(a), Self::Attribute(b, _)) => a == b,
            (Self::Threads, Self::Thread(_, ThreadField::Life)) | (Self::World, _) => true,
            _ => false,
        }
    }
}

/// What is done at a place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Deed {
    /// A look-up goes past it, because there is nothing there.
    Pass,
    /// It is looked at.
    Read,
    /// It is changed, and perhaps looked at before.
    Write,
}

/// One place and what is done there.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Access {
    /// Where.
    pub place: Place,
    /// What.
    pub deed: Deed,
}

impl Access {
    /// Whether the order of the two makes a difference.
    #[must_use]
    pub fn conflicts(self, other: Self) -> bool {
        (self.deed == Deed::Write || other.deed == Deed::Write) && self.place.overlaps(other.place)
    }

    /// Whether whoever was granted this may do the other.
    fn covers(self, other: Self) -> bool {
        self.deed >= other.deed && (self.place == other.place || self.place.contains(other.place))
    }
}

/// Every place that an instruction touches, in the order in which it does, each once.
#[derive(PartialEq, Eq, Debug, Hash, Default)]
pub struct Footprint(SmallVec<[Access; 2]>);

impl Clone for Footprint {
    fn clone(&self) -> Self {
        // Quicker than one by one.
        Self(SmallVec::from_slice(&self.0))
    }
}

impl Footprint {
    /// One access.
    #[must_use]
    pub fn of(access: Access) -> Self {
        Self(SmallVec::from_iter([access]))
    }

    /// Forgets all accesses.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// A look-up goes past a place.
    pub fn pass(&mut self, place: Place) {
        self.add(Access { place, deed: Deed::Pass });
    }

    /// A place is looked at.
    pub fn read(&mut self, place: Place) {
        self.add(Access { place, deed: Deed::Read });
    }

    /// A place is changed.
    pub fn write(&mut self, place: Place) {
        self.add(Access { place, deed: Deed::Write });
    }

    /// Adds an access, unless it is there.
    pub fn add(&mut self, access: Access) {
        match self.0.iter_mut().find(|known| known.place == access.place) {
            Some(known) => known.deed = known.deed.max(access.deed),
            None => self.0.push(access),
        }
    }

    /// Whether nothing is touched.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds an access, if there is one.
    pub fn extend(&mut self, access: Option<Access>) {
        access.into_iter().for_each(|access| self.add(access));
    }

    /// The accesses.
    pub fn iter(&self) -> impl Iterator<Item = Access> + '_ {
        self.0.iter().copied()
    }

    /// Whether whoever was granted this may do all of the other.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        other.iter().all(|access| self.iter().any(|granted| granted.covers(access)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(accesses: &[(Place, Deed)]) -> Footprint {
        let mut footprint = Footprint::default();
        accesses.iter().for_each(|&(place, deed)| footprint.add(Access { place, deed }));
        footprint
    }

    #[test]
    fn elements_of_one_list_are_places_of_their_own_and_the_whole_overlaps_with_each() {
        let list = ObjectId::at(7);
        let (first, second, all) = (Place::Item(list, 0), Place::Item(list, 1), Place::Content(list));
        let write = |place| Access { place, deed: Deed::Write };
        let read = |place| Access { place, deed: Deed::Read };
        assert!(!write(first).conflicts(write(second)));
        assert!(write(first).conflicts(read(all)));
        assert!(!read(first).conflicts(read(all)));
        assert!(!write(Place::Extent(list)).conflicts(write(first)), "an append leaves the elements that are there");
    }

    #[test]
    fn a_grant_covers_what_it_names_and_its_parts() {
        let list = ObjectId::at(7);
        let grant = all(&[(Place::Content(list), Deed::Write)]);
        assert!(grant.covers(&all(&[(Place::Item(list, 3), Deed::Write), (Place::Extent(list), Deed::Read)])));
        assert!(!grant.covers(&all(&[(Place::Content(ObjectId::at(8)), Deed::Read)])));
        assert!(!all(&[(Place::Content(list), Deed::Read)]).covers(&all(&[(Place::Item(list, 3), Deed::Write)])));
    }

    #[test]
    fn a_place_that_is_read_and_written_is_written() {
        let place = Place::Global(GlobalId(1));
        assert_eq!(all(&[(place, Deed::Read), (place, Deed::Write)]), all(&[(place, Deed::Write)]));
    }
}
