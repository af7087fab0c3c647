//! Who took permits of a semaphore and has not given them back: for viewers alone. It makes no difference to what the
//! semaphore does, so two semaphores that differ in it alone are equal.
//!
//! Where somebody gives back what others took, or where nothing was there to take at first, permits are signals: nobody
//! holds one.

use std::hash::{Hash, Hasher};

use smallvec::SmallVec;

use crate::ids::ThreadId;

/// The threads that hold permits, one entry a permit; none where permits are signals.
#[derive(Clone, Debug)]
pub struct Holders {
    threads: SmallVec<[ThreadId; 2]>,
    signals: bool,
}

impl Holders {
    /// Nobody yet, of so many permits.
    #[must_use]
    pub fn new(permits: u32) -> Self {
        Self { threads: SmallVec::new(), signals: permits == 0 }
    }

    /// The threads, in the order of taking.
    #[must_use]
    pub fn threads(&self) -> &[ThreadId] {
        &self.threads
    }

    /// See [`Primitive::forked`](super::Primitive::forked).
    pub fn fork(&mut self, parent: ThreadId, child: ThreadId) {
        self.threads.iter_mut().filter(|holder| **holder == parent).for_each(|holder| *holder = child);
    }

    /// The thread took a permit.
    pub fn take(&mut self, who: ThreadId) {
        if !self.signals {
            self.threads.push(who);
        }
    }

    /// The thread gave permits back.
    pub fn give(&mut self, who: ThreadId, permits: u32) {
        for _ in 0..permits {
            if self.signals {
                return;
            }
            match self.threads.iter().position(|&holder| holder == who) {
                Some(at) => drop(self.threads.remove(at)),
                None => *self = Self::new(0),
            }
        }
    }
}

impl PartialEq for Holders {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Holders {}

impl Hash for Holders {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}
