//! Reads one value of an event behind the other, and believes none of them.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{Error, SeqAccess, Visitor},
};

use crate::{
    event::Nanos,
    ids::{ResourceId, TextId, ThreadId, VariableId},
    source::Span,
    trace::{History, Place},
};

/// What was spoken of so far: an event can speak of nothing else.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The texts by the numbers that the recording gives them.
    pub texts: Vec<TextId>,
    /// So many threads were made.
    pub threads: u32,
    /// So many primitives were made.
    pub resources: u32,
    /// So many variables were named.
    pub variables: u32,
    /// Words that are not known are passed over: a later version has them.
    pub open: bool,
    /// The name of the kind of the primitive that is being read, where that is not known.
    pub kind: Option<TextId>,
    /// The barriers, in order: earlier recordings say of a wait at one that it is for a signal.
    pub barriers: Vec<ResourceId>,
    /// What stood behind a word that is not known was passed over: nothing is left of that event.
    pub passed: bool,
}

/// More threads than these are not shown, nor more primitives or variables.
const MOST_THREADS: u32 = 1 << 16;
const MOST_THINGS: u32 = 1 << 20;

impl Known {
    /// Whether so much was made that what comes behind is left out.
    pub fn is_enough(&self) -> bool {
        self.threads > MOST_THREADS || self.resources.max(self.variables) > MOST_THINGS
    }

    /// Whether so much was made that it cannot be shown at all.
    pub fn is_too_much(&self) -> bool {
        self.threads > 2 * MOST_THREADS || self.resources.max(self.variables) > 2 * MOST_THINGS
    }
}

/// Where the values of an event are read from.
pub struct In<'k, A> {
    /// The values that are left.
    pub values: A,
    /// What they can speak of.
    pub known: &'k mut Known,
    /// Where the texts and files are.
    pub history: &'k mut History,
}

impl<'de, A: SeqAccess<'de>> In<'_, A> {
    /// The next value.
    pub fn next<T: Deserialize<'de>>(&mut self) -> Result<T, A::Error> {
        self.values.next_element()?.ok_or_else(|| A::Error::custom("a value is missing"))
    }

    /// The next value is a word.
    pub fn word(&mut self) -> Result<Cow<'de, str>, A::Error> {
        self.next::<Word<'de>>().map(|word| word.0)
    }

    /// What is left is passed over.
    pub fn rest(&mut self) -> Result<(), A::Error> {
        while self.values.next_element::<serde::de::IgnoredAny>()?.is_some() {}
        Ok(())
    }

    /// A word that is not known, as a text; what stands behind it is passed over.
    pub fn pass_over(&mut self, word: &str) -> Result<TextId, A::Error> {
        self.rest()?;
        self.known.passed = true;
        Ok(self.history.text(word))
    }

    /// The place of an event: two numbers for bytes of the first file, or a list that says which file, or lines and columns.
    pub fn place(&mut self) -> Result<Span, A::Error> {
        let place = match self.next::<Start>()? {
            Start::Byte(start) => Place::Bytes { file: 0, range: (start, self.next()?) },
            Start::Place(place) => place,
        };
        self.history.files().span(place).ok_or_else(|| match place {
            Place::Bytes { file: 0, range: (start, end) } => {
                A::Error::custom(format_args!("the program has no place {start} to {end}"))
            }
            place => A::Error::custom(format_args!("there is no place {place:?}")),
        })
    }

    /// A file besides the first.
    pub fn add_file(&mut self, number: u32, name: TextId, text: Option<TextId>) -> Result<(), A::Error> {
        let texts = self.history.texts();
        let (name, text) = (texts.get(name).to_owned(), text.map(|text| texts.get(text).to_owned()));
        let bytes = self.history.files().len() + name.len() + text.as_ref().map_or(0, String::len);
        if number == 0 || bytes > MOST_TEXT {
            return Err(A::Error::custom(
                "a file besides the first has a number from 1 on, and all have 64 MiB at most",
            ));
        }
        self.history.files_mut().add(number, &name, text.as_deref());
        Ok(())
    }

    fn id(&mut self, what: &str, count: impl Fn(&Known) -> u32) -> Result<u32, A::Error> {
        // Behind a word that is not known nobody knows who is meant: the first one stands for it.
        let id: u32 = if self.known.passed { 0 } else { self.next()? };
        if id < count(self.known) {
            return Ok(id);
        }
        Err(A::Error::custom(format_args!("there is no {what} {id}")))
    }

    /// A thread.
    pub fn thread(&mut self) -> Result<ThreadId, A::Error> {
        self.id("thread", |known| known.threads).map(ThreadId)
    }

    /// A primitive.
    pub fn resource(&mut self) -> Result<ResourceId, A::Error> {
        self.id("primitive", |known| known.resources).map(ResourceId)
    }

    /// A variable.
    pub fn variable(&mut self) -> Result<VariableId, A::Error> {
        self.id("variable", |known| known.variables).map(VariableId)
    }

    /// A text.
    pub fn text(&mut self) -> Result<TextId, A::Error> {
        let id: u32 = self.next()?;
        self.known_text(id)
    }

    /// The text of a number.
    pub fn known_text(&self, number: u32) -> Result<TextId, A::Error> {
        let text = self.known.texts.get(number as usize).copied();
        text.ok_or_else(|| A::Error::custom(format_args!("there is no text {number}")))
    }

    /// A moment, or never.
    pub fn nanos(&mut self) -> Result<Nanos, A::Error> {
        if self.known.passed {
            return Ok(Nanos::MAX);
        }
        Ok(self.next::<Option<Nanos>>()?.unwrap_or(Nanos::MAX))
    }
}

/// More bytes than these the files of a recording do not have.
const MOST_TEXT: usize = 64 << 20;

/// How the place of an event begins.
enum Start {
    Byte(u32),
    Place(Place),
}

impl<'de> Deserialize<'de> for Start {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Looking;

        impl<'de> Visitor<'de> for Looking {
            type Value = Start;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a place: a number of a byte, or a list")
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Start, E> {
                u32::try_from(number).map(Start::Byte).map_err(|_| E::custom("a place is too far away"))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Start, A::Error> {
                let missing = || A::Error::custom("a place has a beginning and an end");
                let start: Corner = values.next_element()?.ok_or_else(missing)?;
                let end: Corner = values.next_element()?.ok_or_else(missing)?;
                let file = values.next_element()?.unwrap_or(0);
                while values.next_element::<serde::de::IgnoredAny>()?.is_some() {}
                Ok(Start::Place(match (start, end) {
                    (Corner::Byte(start), Corner::Byte(end)) => Place::Bytes { file, range: (start, end) },
                    (Corner::Line(start), Corner::Line(end)) => Place::Lines { file, start, end },
                    _ => return Err(A::Error::custom("a place has two bytes, or two pairs of line and column")),
                }))
            }
        }

        from.deserialize_any(Looking)
    }
}

/// One end of a place.
#[derive(Deserialize)]
#[serde(untagged)]
enum Corner {
    Byte(u32),
    Line((u32, u32)),
}

/// A text that is only looked at.
pub struct Word<'de>(pub Cow<'de, str>);

impl<'de> Deserialize<'de> for Word<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Looking;

        impl<'de> Visitor<'de> for Looking {
            type Value = Word<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a word")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Word<'de>, E> {
                Ok(Word(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Word<'de>, E> {
                Ok(Word(Cow::Owned(text.to_owned())))
            }
        }

        from.deserialize_str(Looking)
    }
}

/// A value that is shown: a number, or `"s7"` for a text.
pub enum Value {
    /// A small number.
    Int(i32),
    /// The number of a text.
    Text(u32),
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Looking;

        impl Visitor<'_> for Looking {
            type Value = Value;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a small number, or `s` and the number of a text")
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
                i32::try_from(number).map(Value::Int).map_err(|_| E::custom("a shown number is too large"))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
                i32::try_from(number).map(Value::Int).map_err(|_| E::custom("a shown number is too large"))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
                let number = text.strip_prefix('s').and_then(|number| number.parse().ok());
                number.map(Value::Text).ok_or_else(|| E::custom("a shown text is not `s` and its number"))
            }
        }

        from.deserialize_any(Looking)
    }
}
