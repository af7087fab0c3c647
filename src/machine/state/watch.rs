//! What an instruction came by, noted in debug builds while other threads are alive.
//!
//! `run/gate.rs` holds it against what the instruction said that it would touch. In release builds nothing is noted.

#[cfg(debug_assertions)]
use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
};

#[cfg(debug_assertions)]
use indexmap::IndexSet;
#[cfg(debug_assertions)]
use rustc_hash::FxBuildHasher;

use crate::{
    machine::state::{
        place::{Deed, Place},
        value::ObjectId,
    },
    program::NameId,
};

/// What was come by since somebody last asked.
#[derive(Debug, Default)]
pub struct Watch {
    /// Somebody wants to know; most of the time nobody does.
    #[cfg(debug_assertions)]
    on: AtomicBool,
    #[cfg(debug_assertions)]
    notes: Mutex<Notes>,
}

/// Objects that were come by, whose content may have been touched, and attributes that were.
#[cfg(debug_assertions)]
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// Somebody wanted to know.
    pub on: bool,
    /// Objects, each once.
    pub objects: IndexSet<ObjectId, FxBuildHasher>,
    /// Attributes.
    pub attributes: Vec<(ObjectId, NameId, Deed)>,
    /// Places of other kinds.
    pub places: Vec<(Place, Deed)>,
}

#[cfg(debug_assertions)]
impl Watch {
    fn with<T>(&self, work: impl FnOnce(&mut Notes) -> T) -> T {
        work(&mut self.notes.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn is_on(&self) -> bool {
        self.on.load(Ordering::Relaxed)
    }

    /// An object was come by; returns whether that is news.
    #[inline]
    pub fn note(&self, id: ObjectId) -> bool {
        self.is_on() && self.with(|notes| notes.objects.insert(id))
    }

    /// An attribute was looked at or changed.
    #[inline]
    pub fn attribute(&self, id: ObjectId, name: NameId, deed: Deed) {
        if self.is_on() {
            self.with(|notes| notes.attributes.push((id, name, deed)));
        }
    }

    /// Another place was looked at or changed.
    pub fn place(&self, place: Place, deed: Deed) {
        if self.is_on() {
            self.with(|notes| notes.places.push((place, deed)));
        }
    }

    /// Begins to take note, or stops; returns whether it was on.
    pub fn switch(&self, on: bool) -> bool {
        self.on.swap(on, Ordering::Relaxed)
    }

    /// What was noted, which is forgotten; nothing is noted until it is switched on again.
    pub fn take(&self) -> Notes {
        let on = self.switch(false);
        Notes { on, ..self.with(std::mem::take) }
    }

    /// Goes on with what was noted before.
    pub fn restore(&self, notes: Notes) {
        self.switch(notes.on);
        self.with(|present| *present = notes);
    }
}

#[cfg(not(debug_assertions))]
#[expect(clippy::unused_self, reason = "in debug builds it takes note")]
impl Watch {
    /// An object was come by; returns whether that is news.
    #[inline]
    pub const fn note(&self, _id: ObjectId) -> bool {
        false
    }

    /// An attribute was looked at or changed.
    #[inline]
    pub const fn attribute(&self, _id: ObjectId, _name: NameId, _deed: Deed) {}

    /// Another place was looked at or changed.
    #[inline]
    pub const fn place(&self, _place: Place, _deed: Deed) {}

    /// Begins to take note, or stops; returns whether it was on.
    pub const fn switch(&self, _on: bool) -> bool {
        false
    }
}

impl Clone for Watch {
    /// A copy of a machine has come by nothing.
    fn clone(&self) -> Self {
        Self::default()
    }
}
