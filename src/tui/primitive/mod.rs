//! How each primitive is drawn: as what it is. One file a primitive; a [`Figure`] is what they all come down to, and
//! `figure` draws it in a line or as a box, and in motion.

mod barrier;
mod condition;
mod event;
mod figure;
mod lock;
mod queue;
mod semaphore;
mod timer;

pub use figure::{Figure, Label, Measure, Moving, Place, Size, Words};
use unicode_width::UnicodeWidthStr;

use super::painter::Painter;
use crate::{
    event::ResourceKind,
    scene::{ResourceState, ResourceView},
};

/// More slots than these are counted, not drawn.
pub const MOST_SLOTS: usize = 8;

/// So many slots stand one below the other at most.
pub const STACKED: usize = 6;

/// The figure of a primitive.
#[must_use]
pub fn figure<'a>(painter: &Painter<'a>, view: &ResourceView, measure: &Measure) -> Figure<'a> {
    match &view.state {
        ResourceState::Lock(lock) => lock::figure(painter, view, lock, measure),
        ResourceState::Semaphore(semaphore) => semaphore::figure(painter, view, semaphore, measure),
        ResourceState::Event(event) => event::figure(painter, view, event, measure),
        ResourceState::Condition(condition) => condition::figure(painter, view, condition, measure),
        ResourceState::Barrier(barrier) => barrier::figure(painter, view, barrier, measure),
        ResourceState::Queue(queue) => queue::figure(painter, view, queue, measure),
        ResourceState::Timer(timer) => timer::figure(painter, view, timer, measure),
    }
}

/// Whether the name of a primitive stands over its box: it has several slots.
#[must_use]
pub const fn is_headed(kind: ResourceKind) -> bool {
    matches!(
        kind,
        ResourceKind::Semaphore
            | ResourceKind::BoundedSemaphore
            | ResourceKind::Barrier
            | ResourceKind::Queue
            | ResourceKind::LifoQueue
            | ResourceKind::PriorityQueue
            | ResourceKind::SimpleQueue
            | ResourceKind::Channel
    )
}

/// How many rows a primitive takes at a size, whatever happens to it; `limit` is its permits, capacity or parties.
#[must_use]
pub fn rows(kind: ResourceKind, limit: u32, size: Size) -> u16 {
    let queue = matches!(
        kind,
        ResourceKind::Queue
            | ResourceKind::LifoQueue
            | ResourceKind::PriorityQueue
            | ResourceKind::SimpleQueue
            | ResourceKind::Channel
    );
    let stacked = (2..=STACKED).contains(&(limit as usize));
    match size {
        Size::Line => 1,
        _ if !is_headed(kind) => 3,
        Size::Box => 4,
        Size::Full if queue => 9,
        Size::Full => 6,
        Size::Large if queue => 12,
        Size::Large if stacked => 2 * limit as u16 + 5,
        Size::Large => 7,
    }
}

/// A text in the middle of so many cells.
fn centred(text: &str, cells: usize) -> String {
    let room = cells.saturating_sub(text.width());
    format!("{}{text}{}", " ".repeat(room / 2), " ".repeat(room - room / 2))
}
