//! `upper`, `lower`, `title`, `capitalize`, `swapcase` and `casefold`.
//!
//! Tests: `tests/programs/text/case.py`.

use crate::machine::{
    native::types::text::Kind,
    run::{exec::Exec, flow::Result},
    state::value::Value,
};
use crate::text::case::{Case, changed, changed_bytes};

/// The text with its letters changed.
pub fn change(exec: &mut Exec<'_>, a: &[Value], kind: Kind, name: &str, case: Case) -> Result<Value> {
    let text = exec.text_receiver(a[0], kind, name)?;
    match kind {
        Kind::Str => {
            let changed = changed(text.as_str(), case);
            exec.string(&changed)
        }
        Kind::Bytes => {
            let changed = changed_bytes(text.bytes(), case);
            exec.text_value(kind, &changed)
        }
    }
}
