//! `bytearray`: what it shares with `bytes` is done on a copy of its bytes; what changes it is here, and in `machine/item.rs`.
//!
//! Tests: `tests/programs/text/bytearray.py`.

use crate::machine::{
    native::types::text::{
        Kind,
        bytes::{self, METHODS as OF_BYTES, of_items},
        codec::decode,
    },
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Access, Native, Parameter, optional, reads, required, writes},
    },
    state::{
        class,
        object::Object,
        value::{ObjectId, Value},
    },
};
use crate::program::BinaryOperator;

pub use crate::machine::native::types::text::table::OF_BYTEARRAY as SHARED;

const SELF: &[Parameter] = &[required("self")];
const WITH_ITEM: &[Parameter] = &[required("self"), required("")];
const CODEC: &[Parameter] =
    &[required("self"), optional("encoding", Value::Unbound), optional("errors", Value::Unbound)];
const SEPARATED: &[Parameter] =
    &[required("self"), optional("sep", Value::Unbound), optional("bytes_per_sep", Value::Int(1))];

/// `bytearray(source, encoding, errors)`.
pub const CONSTRUCTOR: Native = reads(
    "bytearray",
    &[optional("source", Value::Unbound), optional("encoding", Value::Unbound), optional("errors", Value::Unbound)],
    |exec, a| {
        let made = bytes::construct_as(exec, a, "bytearray")?;
        exec.as_array(made)
    },
)
.with(Access::Items);

/// Methods of `bytearray`.
pub const METHODS: &[Native] = &[
    writes(
        "__init__",
        &[
            required("self"),
            optional("source", Value::Unbound),
            optional("encoding", Value::Unbound),
            optional("errors", Value::Unbound),
        ],
        initialize,
    ),
    writes("append", WITH_ITEM, append).with(Access::Append),
    writes("extend", WITH_ITEM, extend),
    writes("__iadd__", WITH_ITEM, |exec, a| {
        let id = exec.array_receiver(a[0], "__iadd__")?;
        exec.extend_array(id, a[1]).map(|()| a[0])
    }),
    writes("__imul__", WITH_ITEM, |exec, a| {
        let id = exec.array_receiver(a[0], "__imul__")?;
        let product = exec.builtin_binary(BinaryOperator::Multiply, Value::Object(id), a[1], false)?;
        let bytes = exec.array_bytes(product);
        exec.machine.space.heap.charge(bytes.len())?;
        *exec.array_mut(id) = bytes;
        Ok(a[0])
    }),
    writes("insert", &[required("self"), required(""), required("")], insert),
    writes("remove", WITH_ITEM, remove),
    writes("pop", &[required("self"), optional("", Value::Int(-1))], pop),
    writes("clear", SELF, |exec, a| {
        let id = exec.array_receiver(a[0], "clear")?;
        exec.array_mut(id).clear();
        Ok(Value::None)
    }),
    writes("reverse", SELF, |exec, a| {
        let id = exec.array_receiver(a[0], "reverse")?;
        exec.array_mut(id).reverse();
        Ok(Value::None)
    }),
    reads("copy", SELF, |exec, a| {
        let id = exec.array_receiver(a[0], "copy")?;
        exec.as_array(Value::Object(id))
    }),
    reads("decode", CODEC, |exec, a| {
        exec.array_receiver(a[0], "decode")?;
        decode(exec, "decode", a[0], &a[1..])
    }),
    reads("hex", SEPARATED, |exec, a| on_a_copy(exec, a, |exec, a| of_bytes(exec, "hex", a))),
    reads("translate", &[required("self"), required(""), optional("delete", Value::Unbound)], |exec, a| {
        on_a_copy(exec, a, |exec, a| of_bytes(exec, "translate", a))
    }),
];

/// `bytearray.fromhex(text)`
pub const FROM_HEX: Native = reads("fromhex", &[required("cls"), required("")], |exec, a| {
    let made = bytes::from_hex_argument(exec, a[1])?;
    match a[0] {
        Value::Class(class::BYTEARRAY) => exec.allocate(Object::ByteArray(Box::new(made.into()))),
        _ => Err(Raise::PYTHON),
    }
});

fn of_bytes(exec: &mut Exec<'_>, name: &str, a: &[Value]) -> Result<Value> {
    let method = OF_BYTES.iter().find(|native| native.name == name).map(|native| native.kind);
    match method {
        Some(crate::machine::run::native::Kind::Simple(function)) => function(exec, a),
        _ => Err(Raise::PYTHON),
    }
}

/// What `bytes` has, done on a copy: bytes in the result become arrays.
pub fn on_a_copy(
    exec: &mut Exec<'_>,
    a: &[Value],
    method: impl Fn(&mut Exec<'_>, &[Value]) -> Result<Value>,
) -> Result<Value> {
    let id = exec.array_receiver(a[0], "method")?;
    let copy = exec.array_bytes(Value::Object(id));
    let copy = exec.text_value(Kind::Bytes, &copy)?;
    let mut arguments = a.to_vec();
    arguments[0] = copy;
    let result = method(exec, &arguments)?;
    let Value::Object(made) = result else { return Ok(result) };
    match exec.object(made) {
        Object::Bytes(_) => exec.as_array(result),
        Object::List(items) => {
            let items = items.to_vec();
            let arrays = items.into_iter().map(|item| exec.as_array(item)).collect::<Result<Vec<_>>>()?;
            exec.list(arrays)
        }
        Object::Tuple(items) => {
            let items = items.to_vec();
            let arrays = items.into_iter().map(|item| exec.as_array(item)).collect::<Result<Vec<_>>>()?;
            exec.tuple(&arrays)
        }
        _ => Ok(result),
    }
}

/// What was in it is gone even where it is not filled again.
fn initialize(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.array_receiver(a[0], "__init__")?;
    let before = std::mem::take(exec.array_mut(id));
    match bytes::construct_as(exec, &a[1..], "bytearray") {
        Ok(made) => {
            let bytes = exec.array_bytes(made);
            exec.machine.space.heap.charge(bytes.len())?;
            *exec.array_mut(id) = bytes;
            Ok(Value::None)
        }
        Err(raise) => {
            if raise == Raise::PYTHON {
                *exec.array_mut(id) = before;
            }
            Err(raise)
        }
    }
}

fn append(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.array_receiver(a[0], "append")?;
    let byte = exec.byte_value(a[1])?;
    exec.machine.space.heap.charge(1)?;
    exec.array_mut(id).push(byte);
    Ok(Value::None)
}

fn extend(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.array_receiver(a[0], "extend")?;
    let more = match exec.text_as(a[1], Kind::Bytes) {
        Some(text) => text.bytes().to_vec(),
        None => exec.bytes_of_items(a[1], "can't extend bytearray with ")?,
    };
    exec.machine.space.heap.charge(more.len())?;
    exec.array_mut(id).extend(more);
    Ok(Value::None)
}

fn insert(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.array_receiver(a[0], "insert")?;
    let length = exec.array_bytes(Value::Object(id)).len();
    let at = exec.bounded(a[1], length)?;
    let byte = exec.byte_value(a[2])?;
    exec.machine.space.heap.charge(1)?;
    exec.array_mut(id).insert(at, byte);
    Ok(Value::None)
}

fn remove(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.array_receiver(a[0], "remove")?;
    let byte = exec.byte_value(a[1])?;
    match exec.array_bytes(Value::Object(id)).iter().position(|&known| known == byte) {
        Some(at) => {
            exec.array_mut(id).remove(at);
            Ok(Value::None)
        }
        None => Err(exec.value_error("value not found in bytearray")),
    }
}

fn pop(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.array_receiver(a[0], "pop")?;
    let length = exec.array_bytes(Value::Object(id)).len();
    let at = exec.size_argument(a[1])?;
    if length == 0 {
        return Err(exec.error(class::INDEX_ERROR, "pop from empty bytearray"));
    }
    let at = if at < 0 { at + length as i64 } else { at };
    match usize::try_from(at).ok().filter(|&at| at < length) {
        Some(at) => Ok(Value::Int(i64::from(exec.array_mut(id).remove(at)))),
        None => Err(exec.error(class::INDEX_ERROR, "pop index out of range")),
    }
}

impl Exec<'_> {
    /// The array that a method is called on.
    fn array_receiver(&mut self, value: Value, method: &str) -> Result<ObjectId> {
        self.receiver(value, class::BYTEARRAY, method)
    }

    /// A copy of what is in an array, or of bytes.
    pub fn array_bytes(&self, value: Value) -> Vec<u8> {
        self.text_as(value, Kind::Bytes).map_or_else(Vec::new, |text| text.bytes().to_vec())
    }

    /// An array of its own of what is in an array, or of bytes; any other value as it is.
    fn as_array(&mut self, value: Value) -> Result<Value> {
        match self.text_as(value, Kind::Bytes) {
            Some(text) => self.allocate(Object::ByteArray(Box::new(text.bytes().to_vec().into()))),
            None => Ok(value),
        }
    }

    /// What is in an array, to change.
    ///
    /// # Panics
    /// When it is none: callers have checked.
    pub fn array_mut(&mut self, id: ObjectId) -> &mut Vec<u8> {
        match self.machine.space.heap.get_mut(id) {
            Object::ByteArray(bytes) => bytes,
            other => unreachable!("{other:?} is no bytearray"),
        }
    }

    /// A number as a byte.
    ///
    /// # Errors
    /// `TypeError` when it is no integer, `ValueError` when no byte is that large.
    pub fn byte_value(&mut self, value: Value) -> Result<u8> {
        let too_large = |this: &mut Self| this.value_error("byte must be in range(0, 256)");
        match self.index_value(value) {
            Ok(number) => u8::try_from(number).map_err(|_| too_large(self)),
            Err(raise) if self.is_raised(raise, class::INDEX_ERROR) => Err(too_large(self)),
            Err(raise) => Err(raise),
        }
    }

    /// The bytes of something to iterate over; what is none is refused with these words before its class.
    ///
    /// # Errors
    /// `TypeError`, or `ValueError` when a number is no byte.
    pub fn bytes_of_items(&mut self, iterable: Value, refusal: &str) -> Result<Vec<u8>> {
        if let Err(raise) = self.collect(iterable)
            && raise.as_exception().is_some()
        {
            let message = format!("{refusal}{}", self.class_name(iterable));
            return Err(self.type_error(&message));
        }
        of_items(self, iterable, "byte")
    }

    /// `array += bytes`
    ///
    /// # Errors
    /// `TypeError` when they are no bytes.
    pub fn extend_array(&mut self, id: ObjectId, value: Value) -> Result<()> {
        let Some(more) = self.text_as(value, Kind::Bytes) else {
            let message = format!("can't concat {} to bytearray", self.class_name(value));
            return Err(self.type_error(&message));
        };
        self.machine.space.heap.charge(more.bytes().len())?;
        self.array_mut(id).extend_from_slice(more.bytes());
        Ok(())
    }
}
