//! The content of a container, which in debug builds remembers that it was looked at or changed.
//!
//! `run/gate.rs` asks after each instruction and holds it against the instruction's footprint. In release builds there is
//! nothing to remember, and this is the content alone.

use std::{
    hash::{Hash, Hasher},
    ops::{Deref, DerefMut},
};

#[cfg(debug_assertions)]
use std::sync::atomic::{AtomicU8, Ordering};

use crate::machine::state::place::Deed;

/// The content of a list, dict or set.
#[derive(Debug, Default)]
pub struct Content<T> {
    value: T,
    #[cfg(debug_assertions)]
    touched: AtomicU8,
}

#[cfg(debug_assertions)]
const READ: u8 = 1;
#[cfg(debug_assertions)]
const WRITTEN: u8 = 2;

impl<T> Content<T> {
    /// The content, for what is no deed of the program: garbage collection, hashing of the machine, showing it.
    #[inline]
    pub const fn peek(&self) -> &T {
        &self.value
    }

    /// What was done to it since this was last asked.
    #[cfg(debug_assertions)]
    pub fn take_touched(&self) -> Option<Deed> {
        match self.touched.swap(0, Ordering::Relaxed) {
            0 => None,
            READ => Some(Deed::Read),
            _ => Some(Deed::Write),
        }
    }

    /// Nobody keeps account of it.
    #[cfg(not(debug_assertions))]
    #[expect(clippy::unused_self, reason = "in debug builds it looks")]
    pub const fn take_touched(&self) -> Option<Deed> {
        None
    }
}

impl<T> From<T> for Content<T> {
    fn from(value: T) -> Self {
        Self {
            value,
            #[cfg(debug_assertions)]
            touched: AtomicU8::new(0),
        }
    }
}

impl<T> Deref for Content<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        #[cfg(debug_assertions)]
        self.touched.fetch_or(READ, Ordering::Relaxed);
        &self.value
    }
}

impl<T> DerefMut for Content<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        #[cfg(debug_assertions)]
        self.touched.fetch_or(WRITTEN, Ordering::Relaxed);
        &mut self.value
    }
}

impl<T: Clone> Clone for Content<T> {
    /// A page of the heap is copied: that is no look of the program.
    fn clone(&self) -> Self {
        Self {
            value: self.value.clone(),
            #[cfg(debug_assertions)]
            touched: AtomicU8::new(self.touched.load(Ordering::Relaxed)),
        }
    }
}

impl<T: PartialEq> PartialEq for Content<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Content<T> {}

impl<T: Hash> Hash for Content<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}
