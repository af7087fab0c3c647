//! How each primitive is drawn: as what it is. One file a primitive; a [`Figure`] is what they all come down to, and
//! `figure` draws it flat or tall, and in motion.

mod barrier;
mod condition;
mod event;
mod figure;
mod lock;
mod queue;
mod semaphore;
mod signal;
mod timer;

pub use figure::{Figure, Frame, Moving, Place};

use super::painter::Painter;
use crate::scene::{ResourceState, ResourceView};

/// The figure of a primitive.
#[must_use]
pub fn figure<'a>(painter: &Painter<'a>, view: &ResourceView) -> Figure<'a> {
    match &view.state {
        ResourceState::Lock(lock) => lock::figure(painter, view, lock),
        ResourceState::Semaphore(semaphore) => semaphore::figure(painter, view, semaphore),
        ResourceState::Event(event) => event::figure(painter, view, event),
        ResourceState::Condition(condition) => condition::figure(painter, view, condition),
        ResourceState::Barrier(barrier) => barrier::figure(painter, view, barrier),
        ResourceState::Queue(queue) => queue::figure(painter, view, queue),
        ResourceState::Timer(timer) => timer::figure(painter, view, timer),
    }
}
