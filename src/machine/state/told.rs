//! How a part of the machine reads in a description, kept beside the part until it is written.
//!
//! A search describes millions of machines, and a step changes few parts of one. What is kept says nothing about where else
//! in the machine things are: whatever is spoken of by a number that depends on that is named here, in order.

use std::sync::OnceLock;

use smallvec::SmallVec;

use crate::{
    ids::{ResourceId, ThreadId},
    machine::state::value::{ClassId, ObjectId},
};

/// Something that a description comes by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Thing {
    /// An object.
    Object(ObjectId),
    /// A thread.
    Thread(ThreadId),
    /// A primitive.
    Resource(ResourceId),
    /// A class.
    Class(ClassId),
}

/// The description of a part, as two sums of its words.
#[derive(Debug)]
pub struct Told {
    /// The sums.
    pub sums: (u64, u64),
    /// What it speaks of that has different numbers in different machines, each time it does.
    pub things: SmallVec<[Thing; 4]>,
    /// Of a thread: what it says with all that it alone can reach, once that was asked for.
    pub signature: OnceLock<u64>,
}
