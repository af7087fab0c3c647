//! The rows of the methods that `str` and `bytes` share.
//!
//! Knows names and parameters; what the methods do is in the files beside. Tests: `tests/programs/text/`.

use crate::machine::{
    native::types::text::{
        Kind,
        case::change,
        classify::is,
        pad::{Place, expand_tabs, justify, zero_fill},
        search::{count, find, has_affix, index, remove_affix, replace},
        split::{join, partition, split, split_lines},
        trim::strip,
    },
    run::native::{Native, Parameter, optional, pure, reads, required},
    state::value::Value,
};
use crate::text::{case::Case, classify::Class, split::From};

pub const SELF: &[Parameter] = &[required("self")];
pub const WITH_ONE: &[Parameter] = &[required("self"), required("")];
const RANGE: &[Parameter] = &[required("self"), required(""), optional("", Value::None), optional("", Value::None)];
const WIDTH: &[Parameter] = &[required("self"), required(""), optional("", Value::Unbound)];
const CHARS: &[Parameter] = &[required("self"), optional("", Value::None)];
const SPLIT: &[Parameter] = &[required("self"), optional("sep", Value::None), optional("maxsplit", Value::Int(-1))];
const LINES: &[Parameter] = &[required("self"), optional("keepends", Value::Bool(false))];
const TABS: &[Parameter] = &[required("self"), optional("tabsize", Value::Int(8))];
const REPLACE: &[Parameter] = &[required("self"), required(""), required(""), optional("", Value::Int(-1))];

/// Declares the shared methods of one kind.
macro_rules! shared {
    ($table:ident, $kind:expr) => {
        /// Methods that `str` and `bytes` share.
        pub const $table: &[Native] = &[
            pure("find", RANGE, |exec, a| find(exec, a, $kind, From::Start)),
            pure("rfind", RANGE, |exec, a| find(exec, a, $kind, From::End)),
            pure("index", RANGE, |exec, a| index(exec, a, $kind, From::Start)),
            pure("rindex", RANGE, |exec, a| index(exec, a, $kind, From::End)),
            pure("count", RANGE, |exec, a| count(exec, a, $kind)),
            pure("startswith", RANGE, |exec, a| has_affix(exec, a, $kind, From::Start)),
            pure("endswith", RANGE, |exec, a| has_affix(exec, a, $kind, From::End)),
            pure("removeprefix", WITH_ONE, |exec, a| remove_affix(exec, a, $kind, From::Start)),
            pure("removesuffix", WITH_ONE, |exec, a| remove_affix(exec, a, $kind, From::End)),
            pure("replace", REPLACE, |exec, a| replace(exec, a, $kind)),
            pure("split", SPLIT, |exec, a| split(exec, a, $kind, From::Start)),
            pure("rsplit", SPLIT, |exec, a| split(exec, a, $kind, From::End)),
            pure("splitlines", LINES, |exec, a| split_lines(exec, a, $kind)),
            pure("partition", WITH_ONE, |exec, a| partition(exec, a, $kind, From::Start)),
            pure("rpartition", WITH_ONE, |exec, a| partition(exec, a, $kind, From::End)),
            reads("join", WITH_ONE, |exec, a| join(exec, a, $kind)),
            pure("strip", CHARS, |exec, a| strip(exec, a, $kind, "strip", (true, true))),
            pure("lstrip", CHARS, |exec, a| strip(exec, a, $kind, "lstrip", (true, false))),
            pure("rstrip", CHARS, |exec, a| strip(exec, a, $kind, "rstrip", (false, true))),
            pure("center", WIDTH, |exec, a| justify(exec, a, $kind, "center", Place::Center)),
            pure("ljust", WIDTH, |exec, a| justify(exec, a, $kind, "ljust", Place::Left)),
            pure("rjust", WIDTH, |exec, a| justify(exec, a, $kind, "rjust", Place::Right)),
            pure("zfill", WITH_ONE, |exec, a| zero_fill(exec, a, $kind)),
            pure("expandtabs", TABS, |exec, a| expand_tabs(exec, a, $kind)),
            pure("upper", SELF, |exec, a| change(exec, a, $kind, "upper", Case::Upper)),
            pure("lower", SELF, |exec, a| change(exec, a, $kind, "lower", Case::Lower)),
            pure("title", SELF, |exec, a| change(exec, a, $kind, "title", Case::Title)),
            pure("capitalize", SELF, |exec, a| change(exec, a, $kind, "capitalize", Case::Capitalize)),
            pure("swapcase", SELF, |exec, a| change(exec, a, $kind, "swapcase", Case::Swap)),
            pure("isalpha", SELF, |exec, a| is(exec, a, $kind, "isalpha", Class::Alpha)),
            pure("isalnum", SELF, |exec, a| is(exec, a, $kind, "isalnum", Class::Alnum)),
            pure("isdigit", SELF, |exec, a| is(exec, a, $kind, "isdigit", Class::Digit)),
            pure("isspace", SELF, |exec, a| is(exec, a, $kind, "isspace", Class::Space)),
            pure("isascii", SELF, |exec, a| is(exec, a, $kind, "isascii", Class::Ascii)),
            pure("islower", SELF, |exec, a| is(exec, a, $kind, "islower", Class::Lower)),
            pure("isupper", SELF, |exec, a| is(exec, a, $kind, "isupper", Class::Upper)),
            pure("istitle", SELF, |exec, a| is(exec, a, $kind, "istitle", Class::Title)),
        ];
    };
}

shared!(OF_STR, Kind::Str);
shared!(OF_BYTES, Kind::Bytes);
