//! What is worth a chapter of a film or a page, or a mark on the timeline.

use crate::{
    event::{Event, EventKind},
    ids::ResourceId,
};

/// Whether a step with these events is worth a chapter: somebody begins to wait, a deadlock closes, or the run is over.
#[must_use]
pub fn is_chapter(events: &[Event]) -> bool {
    events.iter().any(|event| {
        matches!(event.kind, EventKind::Blocked { .. } | EventKind::Deadlock { .. } | EventKind::Ended { .. })
    })
}

/// Whether a step with these events is interesting in itself: somebody begins to be blocked, a circle closes, a thread ends
/// or dies, or the run is over.
#[must_use]
pub fn is_interesting(events: &[Event]) -> bool {
    events.iter().any(|event| {
        matches!(
            event.kind,
            EventKind::Blocked { .. }
                | EventKind::CircleClosed { .. }
                | EventKind::Deadlock { .. }
                | EventKind::ThreadFinished
                | EventKind::ThreadFailed { .. }
                | EventKind::Ended { .. }
        )
    })
}

/// Whether something happens to the primitive in a step with these events: it changes, or somebody begins to wait for it.
#[must_use]
pub fn concerns(events: &[Event], resource: ResourceId) -> bool {
    events.iter().any(|event| match event.kind {
        EventKind::Changed { resource: changed, .. } => changed == resource,
        EventKind::Blocked { on, .. } => on.resource() == Some(resource),
        _ => false,
    })
}
