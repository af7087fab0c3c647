//! From what a search has found to its report.

use super::{report::*, search::Search};

/// The report of a search.
pub fn report(_search: Search, _why: Option<LeftOut>, _patient: impl FnMut() -> bool) -> Report {
    todo!()
}
