//! What a thread wants, in two or three words: for the right end of the line that it is at.

use super::message::{Argument, Message};
use crate::{
    event::{QueueWant, Verb, Wait, Want},
    ids::ResourceId,
    scene::{ThreadState, ThreadView},
};

/// What keeps a thread where it is, or that it ends; none for one that is about to do what its line says.
#[must_use]
pub fn label(view: &ThreadView) -> Option<Message> {
    match (view.state, view.waits, view.action) {
        (ThreadState::Blocked, Some((on, _)), _) => Some(wants(on)),
        (ThreadState::Ready | ThreadState::Running, _, Some(action)) if action.verb == Verb::Exit => {
            Some(Message::new("label-ends"))
        }
        _ => None,
    }
}

/// That a thread holds a primitive, which it took at that line.
#[must_use]
pub fn holds(resource: ResourceId) -> Message {
    Message::new("label-holds").with("target", Argument::Resource(resource))
}

fn wants(on: Wait) -> Message {
    match on {
        Wait::For(resource, want) => {
            let key = match want {
                Want::Acquire | Want::Signal | Want::Parties => "label-wants",
                Want::Queue(QueueWant::Item) => "label-wants-item",
                Want::Queue(QueueWant::Room) => "label-wants-room",
                Want::Queue(QueueWant::AllDone) => "label-wants-done",
            };
            Message::new(key).with("target", Argument::Resource(resource))
        }
        Wait::End(other) => Message::new("label-joins").with("other", Argument::Thread(other)),
        Wait::Shutdown => Message::new("label-joins-all"),
        Wait::Other(what) => Message::new("label-wants").with("target", Argument::Text(what)),
        Wait::Any(count) => Message::new("label-wants-any").with("count", Argument::Number(count)),
    }
}
