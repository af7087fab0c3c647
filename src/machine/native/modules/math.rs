//! `math`: the functions of the C library on floating-point numbers, with the errors of CPython's `Modules/mathmodule.c`. What
//! takes other numbers, or several, is in `src/stdlib/math.py`.

use crate::machine::{
    language::number::Number,
    run::{
        exec::Exec,
        flow::Result,
        native::{Native, pure, required},
    },
    state::{class, value::Value},
};

/// Functions for the library.
pub const FUNCTIONS: &[Native] = &[
    pure("vm_math", &[required("function"), required("x")], |exec, a| {
        let x = float(exec, a[1])?;
        let y = of_one(exec.text_of(a[0]).unwrap_or_default(), x);
        checked(exec, y, x.is_nan(), x.is_infinite())
    }),
    pure("vm_math_of_two", &[required("function"), required("x"), required("y")], |exec, a| {
        let (x, y) = (float(exec, a[1])?, float(exec, a[2])?);
        let z = of_two(exec.text_of(a[0]).unwrap_or_default(), x, y);
        checked(exec, z, x.is_nan() || y.is_nan(), x.is_infinite() || y.is_infinite())
    }),
    pure("vm_bit_length", &[required("number")], |exec, a| {
        let bits = match exec.number(a[0]) {
            Some(Number::Big(number)) => number.bits() as i64,
            _ => i64::from(i64::BITS - exec.index_value(a[0])?.leading_zeros()),
        };
        Ok(Value::Int(bits))
    }),
];

fn float(exec: &mut Exec<'_>, value: Value) -> Result<f64> {
    match exec.number(value) {
        Some(Number::Int(number)) => Ok(number as f64),
        Some(Number::Float(number)) => Ok(number),
        _ => Err(exec.type_error("must be real number")),
    }
}

/// A result that is no number, or too large, of arguments that were neither, is an error.
fn checked(exec: &mut Exec<'_>, y: f64, was_nan: bool, may_be_infinite: bool) -> Result<Value> {
    if y.is_nan() && !was_nan {
        return Err(exec.value_error("math domain error"));
    }
    if y.is_infinite() && !may_be_infinite {
        return Err(exec.error(class::OVERFLOW_ERROR, "math range error"));
    }
    Ok(Value::float(y))
}

/// The function of this name.
#[expect(clippy::float_cmp, reason = "poles are exactly there")]
fn of_one(function: &str, x: f64) -> f64 {
    /// A pole is no argument.
    const fn unless(pole: bool, y: f64) -> f64 {
        if pole { f64::NAN } else { y }
    }
    match function {
        "acos" => x.acos(),
        "acosh" => libm::acosh(x),
        "asin" => x.asin(),
        "asinh" => libm::asinh(x),
        "atan" => x.atan(),
        "atanh" => unless(x.abs() == 1.0, libm::atanh(x)),
        "cbrt" => libm::cbrt(x),
        "ceil" => x.ceil(),
        "cos" => x.cos(),
        "cosh" => x.cosh(),
        "erf" => libm::erf(x),
        "erfc" => libm::erfc(x),
        "exp" => x.exp(),
        "exp2" => x.exp2(),
        "expm1" => x.exp_m1(),
        "floor" => x.floor(),
        "gamma" => unless(x == f64::NEG_INFINITY || x <= 0.0 && x == x.floor(), libm::tgamma(x)),
        "lgamma" if x == f64::NEG_INFINITY => f64::INFINITY,
        "lgamma" => unless(x <= 0.0 && x == x.floor(), libm::lgamma(x)),
        "log" => unless(x == 0.0, x.ln()),
        "log10" => unless(x == 0.0, x.log10()),
        "log1p" => unless(x == -1.0, x.ln_1p()),
        "log2" => unless(x == 0.0, x.log2()),
        "sin" => x.sin(),
        "sinh" => x.sinh(),
        "sqrt" => x.sqrt(),
        "tan" => x.tan(),
        "tanh" => x.tanh(),
        "trunc" => x.trunc(),
        other => unreachable!("the library asks for no {other:?}"),
    }
}

/// The function of this name of two arguments.
fn of_two(function: &str, x: f64, y: f64) -> f64 {
    match function {
        "atan2" => x.atan2(y),
        "copysign" => x.copysign(y),
        "fmod" => x % y,
        "hypot" => x.hypot(y),
        "nextafter" => libm::nextafter(x, y),
        "pow" if x == 0.0 && y < 0.0 && y.is_finite() => f64::NAN,
        "pow" => x.powf(y),
        "remainder" => libm::remainder(x, y),
        other => unreachable!("the library asks for no {other:?}"),
    }
}
