//! Methods and attributes of `int`.
//!
//! What operators do is in `machine/number.rs`, how integers are made of other things in `builtins/convert.rs`. Tests:
//! `tests/programs/text/int_*.py`.

use num_bigint::{BigInt, Sign};
use num_traits::{One, Signed, ToPrimitive};

use super::super::{
    builtins::number,
    class,
    exec::Exec,
    flow::{Raise, Result},
    native::{Native, Parameter, keyword_only, optional, pure, required},
    number::Number,
    object::Object,
    value::Value,
};

const SELF: &[Parameter] = &[required("self")];
const WITH_OTHER: &[Parameter] = &[required("self"), required("")];

/// A method that returns the plain integer.
macro_rules! itself {
    ($name:literal) => {
        pure($name, SELF, |exec, a| {
            let number = exec.integer(a[0], $name)?;
            exec.big_value(&number)
        })
    };
}

/// Methods of `int`.
pub const METHODS: &[Native] = &[
    pure("bit_length", SELF, |exec, a| {
        let number = exec.integer(a[0], "bit_length")?;
        Ok(Value::Int(number.bits() as i64))
    }),
    pure("bit_count", SELF, |exec, a| {
        let number = exec.integer(a[0], "bit_count")?;
        let ones: u32 = number.magnitude().iter_u64_digits().map(u64::count_ones).sum();
        Ok(Value::Int(i64::from(ones)))
    }),
    pure("as_integer_ratio", SELF, |exec, a| {
        let number = exec.integer(a[0], "as_integer_ratio")?;
        let number = exec.big_value(&number)?;
        exec.tuple(&[number, Value::Int(1)])
    }),
    pure(
        "to_bytes",
        &[
            required("self"),
            optional("length", Value::Int(1)),
            optional("byteorder", Value::Unbound),
            keyword_only("signed", Value::Bool(false)),
        ],
        to_bytes,
    ),
    itself!("conjugate"),
    itself!("__int__"),
    itself!("__index__"),
    itself!("__trunc__"),
    itself!("__floor__"),
    itself!("__ceil__"),
    itself!("__pos__"),
    pure("__float__", SELF, |exec, a| {
        let number = exec.integer(a[0], "__float__")?;
        exec.float_of(&number).map(Value::Float)
    }),
    pure("__invert__", SELF, |exec, a| {
        let number = exec.integer(a[0], "__invert__")?;
        exec.big_value(&!number)
    }),
];

/// Of `int` and `float` alike.
pub const NUMBER: &[Native] = &[
    pure("__abs__", SELF, |exec, a| {
        let number = exec.number_receiver(a[0], "__abs__")?;
        number::magnitude(exec, number)
    }),
    pure("__neg__", SELF, |exec, a| {
        let negative = match exec.number_receiver(a[0], "__neg__")? {
            Number::Float(number) => return Ok(Value::Float(-number)),
            number => -number.big().unwrap_or_default(),
        };
        exec.big_value(&negative)
    }),
    pure("__bool__", SELF, |exec, a| {
        let number = exec.number_receiver(a[0], "__bool__")?;
        Ok(Value::Bool(!number.is_zero()))
    }),
    pure("__round__", &[required("self"), optional("", Value::None)], |exec, a| {
        let number = exec.number_receiver(a[0], "__round__")?;
        number::rounded(exec, number, a[1])
    }),
    pure("__divmod__", WITH_OTHER, |exec, a| divmod(exec, a[0], a[1])),
    pure("__rdivmod__", WITH_OTHER, |exec, a| divmod(exec, a[1], a[0])),
];

/// `real`, `imag`, `numerator`, `denominator`.
pub const REAL: Native = itself!("real");

/// As [`REAL`].
pub const NUMERATOR: Native = itself!("numerator");

/// As [`REAL`].
pub const IMAG: Native = pure("imag", SELF, |_, _| Ok(Value::Int(0)));

/// As [`REAL`].
pub const DENOMINATOR: Native = pure("denominator", SELF, |_, _| Ok(Value::Int(1)));

/// `int.from_bytes(bytes, byteorder, signed=…)`; what is no bytes, and subclasses, are left to the library.
pub const FROM_BYTES: Native = pure(
    "from_bytes",
    &[
        required("cls"),
        required("bytes"),
        optional("byteorder", Value::Unbound),
        keyword_only("signed", Value::Bool(false)),
    ],
    from_bytes,
);

fn divmod(exec: &mut Exec<'_>, a: Value, b: Value) -> Result<Value> {
    match exec.number(a).is_some() && exec.number(b).is_some() {
        true => number::quotient_and_remainder(exec, a, b),
        false => Ok(Value::NotImplemented),
    }
}

/// Whether the most significant byte comes first.
fn is_big_endian(exec: &mut Exec<'_>, order: Value) -> Result<bool> {
    if !order.is_bound() {
        return Ok(true);
    }
    match exec.text_of(order) {
        Some("big") => Ok(true),
        Some("little") => Ok(false),
        Some(_) => Err(exec.value_error("byteorder must be either 'little' or 'big'")),
        None => Err(exec.wrong_argument("byteorder", order)),
    }
}

fn to_bytes(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let number = exec.integer(a[0], "to_bytes")?;
    let length = exec.index_value(a[1])?;
    let (big, signed) = (is_big_endian(exec, a[2])?, exec.machine.truth(a[3]).ok_or(Raise::Python)?);
    let Ok(length) = usize::try_from(length) else {
        return Err(exec.value_error("length argument must be non-negative"));
    };
    if number.is_negative() && !signed {
        return Err(exec.error(class::OVERFLOW_ERROR, "can't convert negative int to unsigned"));
    }
    // The bit of the sign has to have room too: -128 has it in one byte.
    let needed = match number.sign() {
        Sign::Minus => (-&number - BigInt::one()).bits() + 1,
        _ => number.bits() + u64::from(signed),
    };
    if needed > length as u64 * 8 && !(length == 0 && number.bits() == 0) {
        return Err(exec.error(class::OVERFLOW_ERROR, "int too big to convert"));
    }
    exec.machine.heap.reserve(length)?;
    let mut bytes = number.to_signed_bytes_le();
    bytes.resize(length, if number.is_negative() { 0xff } else { 0 });
    if big {
        bytes.reverse();
    }
    exec.allocate(Object::Bytes(bytes.into()))
}

fn from_bytes(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let bytes = match exec.base_value(a[1]).object().map(|id| exec.object(id)) {
        Some(Object::Bytes(bytes)) => bytes.clone(),
        Some(Object::Str(_)) | None => return Err(exec.no_bytes(a[1])),
        _ => return Err(Raise::Python),
    };
    let (big, signed) = (is_big_endian(exec, a[2])?, exec.machine.truth(a[3]).ok_or(Raise::Python)?);
    let number = match (big, signed) {
        (true, true) => BigInt::from_signed_bytes_be(&bytes),
        (false, true) => BigInt::from_signed_bytes_le(&bytes),
        (true, false) => BigInt::from_bytes_be(Sign::Plus, &bytes),
        (false, false) => BigInt::from_bytes_le(Sign::Plus, &bytes),
    };
    if a[0] != Value::Class(class::INT) {
        return Err(Raise::Python);
    }
    exec.big_value(&number)
}

impl Exec<'_> {
    /// The integer that a method of `int` is called on.
    ///
    /// # Errors
    /// `TypeError` when it is none.
    pub fn integer(&mut self, value: Value, method: &str) -> Result<BigInt> {
        match self.number(value).and_then(|number| number.big()) {
            Some(number) => Ok(number),
            None => Err(self.wrong_receiver(value, class::INT, method)),
        }
    }

    /// The number that a method of `int` or `float` is called on.
    ///
    /// # Errors
    /// `TypeError` when it is none.
    pub fn number_receiver(&mut self, value: Value, method: &str) -> Result<Number> {
        match self.number(value) {
            Some(number) => Ok(number),
            None => Err(self.wrong_receiver(value, class::INT, method)),
        }
    }

    /// The float nearest to an integer.
    ///
    /// # Errors
    /// `OverflowError` beyond the range of floats.
    pub fn float_of(&mut self, number: &BigInt) -> Result<f64> {
        match number.to_f64().filter(|float| float.is_finite()) {
            Some(float) => Ok(float),
            None => Err(self.error(class::OVERFLOW_ERROR, "int too large to convert to float")),
        }
    }

    /// `TypeError` for an argument that should be a string.
    pub fn wrong_argument(&mut self, name: &str, value: Value) -> Raise {
        let given = self.class_name(value);
        self.type_error(&format!("argument '{name}' must be str, not {given}"))
    }

    fn no_bytes(&mut self, value: Value) -> Raise {
        let message = format!("cannot convert '{}' object to bytes", self.class_name(value));
        self.type_error(&message)
    }
}
