//! Methods of `str` and `bytes`: most are the same work on characters or on bytes, and written once.
//!
//! One file for each kind of work; `str` and `bytes` are the tables of their rows, and what only one of them has. Strings
//! are UTF-8: positions in characters become offsets in bytes at the door ([`Text`]). Tests: `tests/programs/text/`.

pub mod bytearray;
pub mod bytes;
mod case;
mod classify;
mod codec;
mod pad;
mod search;
mod split;
pub mod str;
mod table;
mod translate;
mod trim;

use std::sync::Arc;

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Raise, Result},
    },
    state::{
        class,
        object::Object,
        value::{ClassId, Value},
    },
};
use crate::text::split::units;

pub use crate::text::Kind;

/// The builtin class of the kind.
const fn class_of(kind: Kind) -> ClassId {
    match kind {
        Kind::Str => class::STR,
        Kind::Bytes => class::BYTES,
    }
}

/// What a method works on: the bytes of a string, and how many units (characters, or bytes) it has.
#[derive(Clone, Debug)]
pub struct Text {
    data: Data,
    units: usize,
}

#[derive(Clone, Debug)]
enum Data {
    Str(Arc<str>),
    Bytes(Arc<[u8]>),
}

impl Text {
    fn bytes(&self) -> &[u8] {
        match &self.data {
            Data::Str(text) => text.as_bytes(),
            Data::Bytes(bytes) => bytes,
        }
    }

    pub(in crate::machine::native) fn kind(&self) -> Kind {
        match self.data {
            Data::Str(_) => Kind::Str,
            Data::Bytes(_) => Kind::Bytes,
        }
    }

    /// The text, when it is one of characters.
    fn as_str(&self) -> &str {
        match &self.data {
            Data::Str(text) => text,
            Data::Bytes(_) => "",
        }
    }

    /// Whether units are bytes.
    fn is_narrow(&self) -> bool {
        self.units == self.bytes().len()
    }

    /// The offset in bytes of a unit.
    fn offset(&self, unit: usize) -> usize {
        if self.is_narrow() {
            return unit.min(self.units);
        }
        let text = self.as_str();
        text.char_indices().nth(unit).map_or(text.len(), |(offset, _)| offset)
    }

    /// The unit at an offset in bytes.
    fn unit(&self, offset: usize) -> usize {
        if self.is_narrow() { offset } else { units(&self.bytes()[..offset], Kind::Str) }
    }
}

impl Exec<'_> {
    /// The string or bytes that a value is.
    pub(in crate::machine::native) fn text(&self, value: Value) -> Option<Text> {
        match self.object(self.base_value(value).object()?) {
            Object::Str(text) => Some(Text { units: text.len(), data: Data::Str(text.shared()) }),
            Object::Bytes(bytes) => Some(Text { units: bytes.len(), data: Data::Bytes(Arc::clone(bytes)) }),
            Object::ByteArray(bytes) => Some(Text { units: bytes.len(), data: Data::Bytes(Arc::from(&bytes[..])) }),
            _ => None,
        }
    }

    fn text_as(&self, value: Value, kind: Kind) -> Option<Text> {
        self.text(value).filter(|text| text.kind() == kind)
    }

    /// The object that a method is called on.
    ///
    /// # Errors
    /// `TypeError` when it is none of the kind.
    fn text_receiver(&mut self, value: Value, kind: Kind, method: &str) -> Result<Text> {
        match self.text_as(value, kind) {
            Some(text) => Ok(text),
            None => Err(match self.receiver(value, class_of(kind), method) {
                Err(raise) => raise,
                Ok(_) => self.type_error("the object has no text"),
            }),
        }
    }

    /// A part of a string, or of bytes, as a value.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn text_value(&mut self, kind: Kind, bytes: &[u8]) -> Result<Value> {
        self.machine.space.heap.reserve(bytes.len())?;
        match kind {
            Kind::Str => match std::str::from_utf8(bytes) {
                Ok(text) => self.string(text),
                Err(_) => self.string(&String::from_utf8_lossy(bytes)),
            },
            Kind::Bytes => self.allocate(Object::Bytes(bytes.into())),
        }
    }

    /// The bytes that an argument is, or gives one after the other.
    ///
    /// # Errors
    /// `TypeError` and `ValueError` as `bytes(argument)`.
    pub fn bytes_argument(&mut self, value: Value) -> Result<Vec<u8>> {
        if let Some(text) = self.text_as(value, Kind::Bytes) {
            return Ok(text.bytes().to_vec());
        }
        if self.number(value).is_some() || self.str_of(value).is_some() {
            let message = format!("cannot convert '{}' object to bytes", self.class_name(value));
            return Err(self.type_error(&message));
        }
        bytes::of_items(self, value, "bytes")
    }

    /// `TypeError` for an argument that is not of the kind.
    fn wrong_text(&mut self, in_str: &str, kind: Kind, value: Value) -> Raise {
        let class = self.class_name(value);
        match kind {
            Kind::Str => self.type_error(&format!("{in_str}, not {class}")),
            Kind::Bytes => self.type_error(&format!("a bytes-like object is required, not '{class}'")),
        }
    }

    /// `TypeError` for an argument that is not of the kind, where CPython names the argument.
    fn wrong_argument(&mut self, argument: &str, kind: Kind, value: Value) -> Raise {
        let given = self.given_class(value);
        match kind {
            Kind::Str => self.type_error(&format!("{argument} must be str, not {given}")),
            Kind::Bytes => self.wrong_text("", kind, value),
        }
    }

    /// The class of an argument as messages about arguments name it (`_PyArg_BadArgument`).
    pub fn given_class(&self, value: Value) -> Arc<str> {
        if value == Value::None { "None".into() } else { self.class_name(value) }
    }

    /// A count or width that is an argument.
    ///
    /// # Errors
    /// As [`Self::index_value`], but integers that are too large overflow.
    pub fn size_argument(&mut self, value: Value) -> Result<i64> {
        match self.number(value) {
            Some(crate::machine::language::number::Number::Big(_)) => {
                Err(self.error(class::OVERFLOW_ERROR, "Python int too large to convert to C ssize_t"))
            }
            _ => self.index_value(value),
        }
    }
}
