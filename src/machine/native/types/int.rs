//! Methods of `int` (and `bool`), besides its operators.
//!
//! Tests: `tests/programs/text/integers.py`.

use num_bigint::{BigInt, Sign};
use num_traits::Signed;

use crate::machine::{
    language::number::{Number, big_to_float},
    native::types::text::Kind,
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Native, Parameter, keyword_only, optional, pure, required},
    },
    state::{class, value::Value},
};

const SELF: &[Parameter] = &[required("self")];

/// Methods of `int`.
pub const METHODS: &[Native] = &[
    pure("bit_length", SELF, |exec, a| Ok(Value::Int(whole(exec, a[0], "bit_length")?.bits() as i64))),
    pure("bit_count", SELF, |exec, a| {
        let number = whole(exec, a[0], "bit_count")?;
        Ok(Value::Int(number.magnitude().count_ones() as i64))
    }),
    pure("conjugate", SELF, |exec, a| itself(exec, a[0])),
    pure("as_integer_ratio", SELF, |exec, a| {
        let number = itself(exec, a[0])?;
        exec.tuple(&[number, Value::Int(1)])
    }),
    pure(
        "to_bytes",
        &[
            required("self"),
            optional("length", Value::Int(1)),
            optional("byteorder", Value::Unbound),
            keyword_only("signed", Value::FALSE),
        ],
        to_bytes,
    ),
    pure("__index__", SELF, |exec, a| itself(exec, a[0])),
    pure("__int__", SELF, |exec, a| itself(exec, a[0])),
    pure("__trunc__", SELF, |exec, a| itself(exec, a[0])),
    pure("__floor__", SELF, |exec, a| itself(exec, a[0])),
    pure("__ceil__", SELF, |exec, a| itself(exec, a[0])),
    pure("__float__", SELF, |exec, a| {
        let number = whole(exec, a[0], "__float__")?;
        match big_to_float(&number) {
            Some(float) => Ok(Value::float(float)),
            None => Err(exec.error(class::OVERFLOW_ERROR, "int too large to convert to float")),
        }
    }),
];

/// `real` and `numerator`
pub const REAL: Native = pure("real", SELF, |exec, a| itself(exec, a[0]));

/// `imag`
pub const IMAG: Native = pure("imag", SELF, |_, _| Ok(Value::Int(0)));

/// `denominator`
pub const DENOMINATOR: Native = pure("denominator", SELF, |_, _| Ok(Value::Int(1)));

/// The integer that a value is.
fn whole(exec: &mut Exec<'_>, value: Value, method: &str) -> Result<BigInt> {
    match exec.number(value) {
        Some(Number::Int(small)) => Ok(BigInt::from(small)),
        Some(Number::Big(big)) => Ok(big),
        _ => {
            let class = exec.class_name(value);
            let message = format!("descriptor '{method}' for 'int' objects doesn't apply to a '{class}' object");
            Err(exec.type_error(&message))
        }
    }
}

/// The integer without a class of its own; `True` is 1.
fn itself(exec: &mut Exec<'_>, value: Value) -> Result<Value> {
    match exec.base_value(value) {
        Value::Bool(truth) => Ok(Value::Int(truth as i64)),
        other => Ok(other),
    }
}

/// Whether the most significant byte comes first.
fn is_big_endian(exec: &mut Exec<'_>, order: Value, function: &str) -> Result<bool> {
    if !order.is_bound() {
        return Ok(true);
    }
    match exec.text_of(order) {
        Some("big") => Ok(true),
        Some("little") => Ok(false),
        Some(_) => Err(exec.value_error("byteorder must be either 'little' or 'big'")),
        None => {
            let message = format!("{function}() argument 'byteorder' must be str, not {}", exec.given_class(order));
            Err(exec.type_error(&message))
        }
    }
}

fn to_bytes(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let number = whole(exec, a[0], "to_bytes")?;
    let big = is_big_endian(exec, a[2], "to_bytes")?;
    let signed = exec.machine.truth(a[3]).ok_or(Raise::PYTHON)?;
    let Ok(length) = usize::try_from(exec.size_argument(a[1])?) else {
        return Err(exec.value_error("length argument must be non-negative"));
    };
    if number.is_negative() && !signed {
        return Err(exec.error(class::OVERFLOW_ERROR, "can't convert negative int to unsigned"));
    }
    let mut bytes = if signed { number.to_signed_bytes_le() } else { number.to_bytes_le().1 };
    let fill = if number.is_negative() { 0xff } else { 0 };
    let needed = bytes.iter().rposition(|&byte| byte != fill).map_or(0, |last| last + 1);
    // A sign needs a bit of its own.
    let sign_fits =
        |bytes: &[u8]| bytes.get(length.wrapping_sub(1)).is_none_or(|&last| (last >= 0x80) == (fill == 0xff));
    if needed > length || (signed && !sign_fits(&bytes)) {
        return Err(exec.error(class::OVERFLOW_ERROR, "int too big to convert"));
    }
    exec.machine.space.heap.reserve(length)?;
    bytes.resize(length, fill);
    if big {
        bytes.reverse();
    }
    exec.text_value(Kind::Bytes, &bytes)
}

/// `int.from_bytes(bytes, byteorder, *, signed)`
pub const FROM_BYTES: Native = pure(
    "from_bytes",
    &[required("cls"), required("bytes"), optional("byteorder", Value::Unbound), keyword_only("signed", Value::FALSE)],
    |exec, a| {
        let big = is_big_endian(exec, a[2], "from_bytes")?;
        let signed = exec.machine.truth(a[3]).ok_or(Raise::PYTHON)?;
        if a[0] != Value::Class(class::INT) || exec.machine.is_own(a[1]) {
            return Err(Raise::PYTHON);
        }
        let bytes = exec.bytes_argument(a[1])?;
        let number = match (big, signed) {
            (true, true) => BigInt::from_signed_bytes_be(&bytes),
            (false, true) => BigInt::from_signed_bytes_le(&bytes),
            (true, false) => BigInt::from_bytes_be(Sign::Plus, &bytes),
            (false, false) => BigInt::from_bytes_le(Sign::Plus, &bytes),
        };
        exec.big_value(&number)
    },
);
