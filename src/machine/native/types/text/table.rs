//! The rows of the methods that `str` and `bytes` share.
//!
//! Knows names and parameters; what the methods do is in the files beside. Tests: `tests/programs/text/`.

use crate::machine::{
    native::types::text::{
        Kind,
        bytearray::on_a_copy,
        case::change,
        classify::is,
        pad::{Place, expand_tabs, justify, zero_fill},
        search::{count, find, has_affix, index, remove_affix, replace},
        split::{join, partition, split, split_lines},
        trim::strip,
    },
    run::{
        exec::Exec,
        flow::Result,
        native::{Native, Parameter, optional, pure, reads, required},
    },
    state::value::Value,
};
use crate::text::{case::Case, classify::Class, split::From};

pub const SELF: &[Parameter] = &[required("self")];
pub const WITH_ONE: &[Parameter] = &[required("self"), required("")];
const RANGE: &[Parameter] = &[required("self"), required(""), optional("", Value::None), optional("", Value::None)];
const WIDTH: &[Parameter] = &[required("self"), required(""), optional("", Value::Unbound)];
const CHARS: &[Parameter] = &[required("self"), optional("", Value::None)];
const SPLIT: &[Parameter] = &[required("self"), optional("sep", Value::None), optional("maxsplit", Value::Int(-1))];
const LINES: &[Parameter] = &[required("self"), optional("keepends", Value::FALSE)];
const TABS: &[Parameter] = &[required("self"), optional("tabsize", Value::Int(8))];
const REPLACE: &[Parameter] = &[required("self"), required(""), required(""), optional("", Value::Int(-1))];

/// Declares the shared methods of one kind.
macro_rules! shared {
    ($table:ident, $kind:expr, $make:ident, $done:path) => {
        /// Methods that `str`, `bytes` and `bytearray` share.
        pub const $table: &[Native] = &[
            $make("find", RANGE, |exec, a| $done(exec, a, |exec, a| find(exec, a, $kind, From::Start))),
            $make("rfind", RANGE, |exec, a| $done(exec, a, |exec, a| find(exec, a, $kind, From::End))),
            $make("index", RANGE, |exec, a| $done(exec, a, |exec, a| index(exec, a, $kind, From::Start))),
            $make("rindex", RANGE, |exec, a| $done(exec, a, |exec, a| index(exec, a, $kind, From::End))),
            $make("count", RANGE, |exec, a| $done(exec, a, |exec, a| count(exec, a, $kind))),
            $make("startswith", RANGE, |exec, a| $done(exec, a, |exec, a| has_affix(exec, a, $kind, From::Start))),
            $make("endswith", RANGE, |exec, a| $done(exec, a, |exec, a| has_affix(exec, a, $kind, From::End))),
            $make("removeprefix", WITH_ONE, |exec, a| {
                $done(exec, a, |exec, a| remove_affix(exec, a, $kind, From::Start))
            }),
            $make("removesuffix", WITH_ONE, |exec, a| {
                $done(exec, a, |exec, a| remove_affix(exec, a, $kind, From::End))
            }),
            $make("replace", REPLACE, |exec, a| $done(exec, a, |exec, a| replace(exec, a, $kind))),
            $make("split", SPLIT, |exec, a| $done(exec, a, |exec, a| split(exec, a, $kind, From::Start))),
            $make("rsplit", SPLIT, |exec, a| $done(exec, a, |exec, a| split(exec, a, $kind, From::End))),
            $make("splitlines", LINES, |exec, a| $done(exec, a, |exec, a| split_lines(exec, a, $kind))),
            $make("partition", WITH_ONE, |exec, a| $done(exec, a, |exec, a| partition(exec, a, $kind, From::Start))),
            $make("rpartition", WITH_ONE, |exec, a| $done(exec, a, |exec, a| partition(exec, a, $kind, From::End))),
            reads("join", WITH_ONE, |exec, a| $done(exec, a, |exec, a| join(exec, a, $kind))),
            $make("strip", CHARS, |exec, a| $done(exec, a, |exec, a| strip(exec, a, $kind, "strip", (true, true)))),
            $make("lstrip", CHARS, |exec, a| $done(exec, a, |exec, a| strip(exec, a, $kind, "lstrip", (true, false)))),
            $make("rstrip", CHARS, |exec, a| $done(exec, a, |exec, a| strip(exec, a, $kind, "rstrip", (false, true)))),
            $make("center", WIDTH, |exec, a| {
                $done(exec, a, |exec, a| justify(exec, a, $kind, "center", Place::Center))
            }),
            $make("ljust", WIDTH, |exec, a| $done(exec, a, |exec, a| justify(exec, a, $kind, "ljust", Place::Left))),
            $make("rjust", WIDTH, |exec, a| $done(exec, a, |exec, a| justify(exec, a, $kind, "rjust", Place::Right))),
            $make("zfill", WITH_ONE, |exec, a| $done(exec, a, |exec, a| zero_fill(exec, a, $kind))),
            $make("expandtabs", TABS, |exec, a| $done(exec, a, |exec, a| expand_tabs(exec, a, $kind))),
            $make("upper", SELF, |exec, a| $done(exec, a, |exec, a| change(exec, a, $kind, "upper", Case::Upper))),
            $make("lower", SELF, |exec, a| $done(exec, a, |exec, a| change(exec, a, $kind, "lower", Case::Lower))),
            $make("title", SELF, |exec, a| $done(exec, a, |exec, a| change(exec, a, $kind, "title", Case::Title))),
            $make("capitalize", SELF, |exec, a| {
                $done(exec, a, |exec, a| change(exec, a, $kind, "capitalize", Case::Capitalize))
            }),
            $make("swapcase", SELF, |exec, a| $done(exec, a, |exec, a| change(exec, a, $kind, "swapcase", Case::Swap))),
            $make("isalpha", SELF, |exec, a| $done(exec, a, |exec, a| is(exec, a, $kind, "isalpha", Class::Alpha))),
            $make("isalnum", SELF, |exec, a| $done(exec, a, |exec, a| is(exec, a, $kind, "isalnum", Class::Alnum))),
            $make("isdigit", SELF, |exec, a| $done(exec, a, |exec, a| is(exec, a, $kind, "isdigit", Class::Digit))),
            $make("isspace", SELF, |exec, a| $done(exec, a, |exec, a| is(exec, a, $kind, "isspace", Class::Space))),
            $make("isascii", SELF, |exec, a| $done(exec, a, |exec, a| is(exec, a, $kind, "isascii", Class::Ascii))),
            $make("islower", SELF, |exec, a| $done(exec, a, |exec, a| is(exec, a, $kind, "islower", Class::Lower))),
            $make("isupper", SELF, |exec, a| $done(exec, a, |exec, a| is(exec, a, $kind, "isupper", Class::Upper))),
            $make("istitle", SELF, |exec, a| $done(exec, a, |exec, a| is(exec, a, $kind, "istitle", Class::Title))),
        ];
    };
}

/// The method, done on what it is called on.
fn straight(
    exec: &mut Exec<'_>,
    a: &[Value],
    method: impl Fn(&mut Exec<'_>, &[Value]) -> Result<Value>,
) -> Result<Value> {
    method(exec, a)
}

shared!(OF_STR, Kind::Str, pure, straight);
// Arguments can be arrays, which others can change.
shared!(OF_BYTES, Kind::Bytes, reads, straight);
shared!(OF_BYTEARRAY, Kind::Bytes, reads, on_a_copy);
