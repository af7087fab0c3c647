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
    notes: Mutex<Option<Box<Notes>>>,
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
impl Notes {
    /// Whether nothing was come by.
    pub fn is_empty(&self) -> bool {
        self.objects.is_empty() && self.attributes.is_empty() && self.places.is_empty()
    }

    /// Forgets what was come by.
    pub fn clear(&mut self) {
        self.objects.clear();
        self.attributes.clear();
        self.places.clear();
    }
}

#[cfg(debug_assertions)]
impl Watch {
    fn with<T>(&self, work: impl FnOnce(&mut Notes) -> T) -> T {
        work(self.notes.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default())
    }

    fn own(&mut self) -> &mut Option<Box<Notes>> {
        self.notes.get_mut().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether nothing was come by.
    pub fn is_empty(&mut self) -> bool {
        self.own().as_ref().is_none_or(|notes| notes.is_empty())
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
    #[expect(clippy::unnecessary_box_returns, reason = "moving them costs more than checking an instruction")]
    pub fn take(&mut self) -> Box<Notes> {
        let on = self.switch(false);
        let mut notes = self.own().take().unwrap_or_default();
        notes.on = on;
        notes
    }

    /// Goes on with what was noted before.
    pub fn restore(&mut self, notes: Box<Notes>) {
        self.switch(notes.on);
        *self.own() = Some(notes);
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
