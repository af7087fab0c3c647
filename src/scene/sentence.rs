//! What happened, as a sentence that is not yet in any language: a message's name and what it speaks of.

use smallvec::SmallVec;

use crate::{
    event::{Nanos, Shown},
    ids::{ResourceId, TextId, ThreadId, VariableId},
};

/// A message and what it speaks of. The locale files know its words, under the same name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// The name of the message.
    pub key: &'static str,
    /// What it speaks of, by the names that the message uses.
    pub arguments: SmallVec<[(&'static str, Argument); 3]>,
}

/// Something that a sentence speaks of.
#[expect(missing_docs, reason = "the types of the fields say it")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Argument {
    Thread(ThreadId),
    Resource(ResourceId),
    Variable(VariableId),
    Value(Shown),
    Text(TextId),
    /// What ended the thread.
    Exception(ThreadId),
    Number(u32),
    Duration(Nanos),
}

impl Sentence {
    /// A message that speaks of nothing yet.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { key, arguments: SmallVec::new() }
    }

    /// Speaks of something.
    #[must_use]
    pub fn with(mut self, name: &'static str, argument: Argument) -> Self {
        self.arguments.push((name, argument));
        self
    }
}
