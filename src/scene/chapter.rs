//! What is worth a chapter of a film or a page.

use crate::event::{Event, EventKind};

/// Whether a step with these events is worth a chapter: somebody begins to wait, a deadlock closes, or the run is over.
#[must_use]
pub fn is_chapter(events: &[Event]) -> bool {
    events.iter().any(|event| {
        matches!(event.kind, EventKind::Blocked { .. } | EventKind::Deadlock { .. } | EventKind::Ended { .. })
    })
}
