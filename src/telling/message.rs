//! A message of the locale files with what it speaks of: what a sentence comes down to in every language.

use smallvec::SmallVec;

use crate::{
    event::{Nanos, Shown},
    ids::{ResourceId, TextId, ThreadId, VariableId},
    locale::{self, Locale},
    scene::Members,
};

/// A message and what it speaks of. The locale files know its words, under the same name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message {
    /// The name of the message.
    pub(super) key: &'static str,
    /// What it speaks of, by the names that the message uses.
    pub(super) arguments: SmallVec<[(&'static str, Argument); 3]>,
    /// What somebody is about to do, said at the end of the message.
    pub(super) about: Option<Box<Message>>,
    /// A wait that the message speaks of ends by itself after so long.
    pub(super) at_most: Option<Nanos>,
}

/// Something that a message speaks of.
#[expect(missing_docs, reason = "the names say it")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Argument {
    Thread(ThreadId),
    /// Threads behind each other.
    Threads(Members),
    Resource(ResourceId),
    Variable(VariableId),
    Value(Shown),
    Text(TextId),
    /// What ended the thread.
    Exception(ThreadId),
    Number(u32),
    Duration(Nanos),
    Nothing,
}

impl Message {
    /// A message that speaks of nothing yet.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { key, arguments: SmallVec::new(), about: None, at_most: None }
    }

    /// Speaks of something.
    #[must_use]
    pub fn with(mut self, name: &'static str, argument: Argument) -> Self {
        self.arguments.push((name, argument));
        self
    }

    /// The message in words, for whoever knows by other means than a scene what things are called.
    #[must_use]
    pub fn say<'w>(&self, locale: &Locale, word: impl Fn(Argument) -> locale::Argument<'w>) -> String {
        let arguments: SmallVec<[_; 3]> =
            self.arguments.iter().map(|&(name, argument)| (name, word(argument))).collect();
        locale.format(self.key, &arguments)
    }

    /// Says at its end what somebody is about to do.
    #[must_use]
    pub(super) fn about(mut self, about: Self) -> Self {
        self.about = Some(Box::new(about));
        self
    }

    /// Says that the wait ends by itself after so long, if it does.
    #[must_use]
    pub fn at_most(mut self, time: Option<Nanos>) -> Self {
        self.at_most = time;
        self
    }
}
