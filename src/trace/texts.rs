//! The texts that events speak of, each once.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use crate::ids::TextId;

/// Texts by id.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    texts: IndexSet<Box<str>, FxBuildHasher>,
    /// What they take.
    bytes: usize,
}

impl Texts {
    /// The id of a text, which is kept if it is new.
    pub fn id(&mut self, text: &str) -> TextId {
        if let Some(known) = self.texts.get_index_of(text) {
            return TextId::at(known);
        }
        // A text stands in a row, with its hash and its place in a table.
        self.bytes += text.len() + size_of::<Box<str>>() + 2 * size_of::<usize>();
        let (at, _) = self.texts.insert_full(text.into());
        TextId::at(at)
    }

    /// The id of a text, if it is known.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<TextId> {
        self.texts.get_index_of(text).map(TextId::at)
    }

    /// The text of an id; empty for an id of another table.
    #[must_use]
    pub fn get(&self, id: TextId) -> &str {
        self.texts.get_index(id.index()).map_or("", |text| text)
    }

    /// How many texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// The bytes that they take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}
