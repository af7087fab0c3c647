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
        ResourceState::Lock { owner, depth } => lock::figure(painter, view, *owner, *depth),
        ResourceState::Permits { left, holders } => semaphore::figure(painter, view, *left, holders),
        ResourceState::Signals { left } => signal::figure(painter, view, *left),
        ResourceState::Flag { set } => event::figure(painter, view, *set),
        ResourceState::Room { inside } => condition::figure(painter, view, inside),
        ResourceState::Gate { arrived, open, broken } => barrier::figure(painter, view, arrived, *open, *broken),
        ResourceState::Items { items, .. } => queue::figure(painter, view, items),
        ResourceState::Clock { cancelled, fired } => timer::figure(painter, view, *cancelled, *fired),
    }
}
