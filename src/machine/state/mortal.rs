//! Objects whose end is noticed: those with a `__del__`, those that weak references lead to, generators that wait where a `finally`
//! would run.
//!
//! Only a program that has such objects pays for finding the moment (`run/mortality/`). That nobody can reach them any more is found
//! by what still holds them, the [`Witness`]: only where that has changed is all of the memory looked through.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::{
    ids::{ResourceId, ThreadId},
    machine::state::value::{ClassId, ObjectId},
    program::{GlobalId, NameId},
};

/// An object whose end is noticed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Mortal {
    /// The object.
    pub object: ObjectId,
    /// Its `__del__` is still to be called.
    pub finalizer: bool,
}

/// The objects of a space whose end is noticed.
#[derive(Clone, PartialEq, Eq, Debug, Hash, Default)]
pub struct Mortals {
    /// In the order in which they became such.
    pub known: Vec<Mortal>,
    /// Weak references and what they lead to, in the order of their making.
    pub references: Vec<(ObjectId, ObjectId)>,
    /// Nobody can reach these, but for a circle: they wait for `gc.collect()`.
    pub kept: Vec<ObjectId>,
    /// These have come to their end with another one that is being asked: so long they are held. Whoever found them comes back to
    /// them when its calls are no more than so many.
    pub waiting: Vec<(ThreadId, u32, ObjectId)>,
    /// The next look frees circles, too.
    pub collecting: bool,
    /// What holds them, as it was at the last look.
    pub witness: Witness,
}

impl Mortals {
    /// Where it stands among those that are known.
    #[must_use]
    pub fn position(&self, object: ObjectId) -> Option<usize> {
        self.known.iter().position(|mortal| mortal.object == object)
    }

    /// Whether a weak reference leads to it.
    #[must_use]
    pub fn is_referred_to(&self, object: ObjectId) -> bool {
        self.references.iter().any(|&(_, target)| target == object)
    }

    /// Its end is of no interest any more.
    pub fn forget(&mut self, object: ObjectId) {
        self.known.retain(|mortal| mortal.object != object);
        self.kept.retain(|&kept| kept != object);
        self.waiting.retain(|&(_, _, waiting)| waiting != object);
    }
}

/// From where the program can come by an object, without going through another one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Root {
    /// A variable of a module.
    Global(GlobalId),
    /// An attribute of a class.
    OfClass(ClassId, NameId),
    /// A register of a thread.
    Register(ThreadId, u32),
    /// A call of a thread, by its depth, whose frame is that of a generator.
    Running(ThreadId, u32),
    /// A thread that lives: its object, what it rests before.
    Thread(ThreadId),
    /// The attributes of a thread in a `threading.local`.
    Local(ObjectId, ThreadId),
    /// An item in a queue.
    Queue(ResourceId),
    /// A circle that nobody can reach, or what waits for its end.
    Kept,
}

/// Chains of references that show that objects can be reached. It follows from the rest of the machine: copies begin without one.
#[derive(Debug, Default)]
pub struct Witness {
    /// All chains begin here.
    pub roots: Vec<(Root, ObjectId)>,
    /// Where the chains go on: the next objects.
    pub next: IndexMap<ObjectId, Vec<ObjectId>, FxBuildHasher>,
    /// So many of the known objects it is about.
    pub about: usize,
}

impl Clone for Witness {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Witness {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Witness {}

impl std::hash::Hash for Witness {
    fn hash<H: std::hash::Hasher>(&self, _: &mut H) {}
}
