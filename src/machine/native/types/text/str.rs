//! `str`: its constructor, and the methods that `bytes` does not have.
//!
//! The others are in `table`; `format` is in `machine/language/format/template.rs`. Tests: `tests/programs/text/`.

use crate::machine::{
    native::types::text::{
        Kind,
        case::change,
        classify::is,
        codec::{decode, encode},
        table::{SELF, WITH_ONE},
        translate::translate,
    },
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Native, Parameter, optional, pure, reads},
    },
    state::value::Value,
};
use crate::text::{case::Case, classify::Class};

pub use crate::machine::native::types::text::{table::OF_STR as SHARED, translate::MAKE_TABLE};

const CODEC: &[Parameter] = &[
    crate::machine::run::native::required("self"),
    optional("encoding", Value::Unbound),
    optional("errors", Value::Unbound),
];

/// Methods of `str`.
pub const METHODS: &[Native] = &[
    pure("casefold", SELF, |exec, a| change(exec, a, Kind::Str, "casefold", Case::Fold)),
    pure("isdecimal", SELF, |exec, a| is(exec, a, Kind::Str, "isdecimal", Class::Decimal)),
    pure("isnumeric", SELF, |exec, a| is(exec, a, Kind::Str, "isnumeric", Class::Numeric)),
    pure("isprintable", SELF, |exec, a| is(exec, a, Kind::Str, "isprintable", Class::Printable)),
    pure("isidentifier", SELF, |exec, a| is(exec, a, Kind::Str, "isidentifier", Class::Identifier)),
    // What another one is made from.
    pure("__getnewargs__", SELF, |exec, a| {
        let text = exec.text_receiver(a[0], Kind::Str, "__getnewargs__")?;
        let copy = exec.text_value(Kind::Str, text.bytes())?;
        exec.tuple(&[copy])
    }),
    reads("translate", WITH_ONE, translate),
    pure("encode", CODEC, |exec, a| {
        exec.text_receiver(a[0], Kind::Str, "encode")?;
        encode(exec, "encode", a[0], &a[1..])
    }),
];

/// `str(object)`, `str(bytes, encoding, errors)`.
pub const CONSTRUCTOR: Native = reads(
    "str",
    &[optional("object", Value::Unbound), optional("encoding", Value::Unbound), optional("errors", Value::Unbound)],
    construct,
);

fn construct(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    if !a[0].is_bound() {
        return exec.string("");
    }
    if !a[1].is_bound() && !a[2].is_bound() {
        if let Value::Int(number) = a[0] {
            return exec.string(&number.to_string());
        }
        if exec.class_of(a[0]) == crate::machine::state::class::STR {
            return Ok(a[0]);
        }
        let text = exec.machine.str(a[0]).ok_or(Raise::PYTHON)?;
        return exec.string(&text);
    }
    match exec.text(a[0]).map(|text| text.kind()) {
        Some(Kind::Bytes) => decode(exec, "str", a[0], &a[1..]),
        Some(Kind::Str) => Err(exec.type_error("decoding str is not supported")),
        None => {
            let message = format!("decoding to str: need a bytes-like object, {} found", exec.class_name(a[0]));
            Err(exec.type_error(&message))
        }
    }
}
