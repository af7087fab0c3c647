//! What a wait is for, in words: as it begins, while it lasts, and as the label of an arrow.

use super::message::{Argument, Message};
use crate::{
    event::{QueueWant, Wait, Want},
    ids::ThreadId,
    scene::{Edge, Scene},
};

/// A thread begins to wait: "bob waits for pen, held by alice".
pub(super) fn begins(thread: ThreadId, on: Wait, owner: Option<ThreadId>, signal: bool) -> Message {
    let says = |key| Message::new(key).with("thread", Argument::Thread(thread));
    match on {
        Wait::For(resource, want) => {
            let says = |key| says(key).with("resource", Argument::Resource(resource));
            match (want, owner) {
                (Want::Acquire, Some(owner)) => says("log-waits-owner").with("other", Argument::Thread(owner)),
                (Want::Acquire, None) if signal => says("log-waits-given"),
                (Want::Acquire, None) => says("log-waits-permit"),
                (Want::Signal, _) => says("log-waits-signal"),
                (Want::Parties, _) => says("log-waits-parties"),
                (Want::Queue(QueueWant::Item), _) => says("log-waits-get"),
                (Want::Queue(QueueWant::Room), _) => says("log-waits-put"),
                (Want::Queue(QueueWant::AllDone), _) => says("log-waits-done"),
            }
        }
        Wait::End(other) => says("log-waits-end").with("other", Argument::Thread(other)),
        Wait::Shutdown => says("log-waits-shutdown"),
        Wait::Other(what) => says("log-waits-other").with("what", Argument::Text(what)),
        Wait::Any(count) => says("log-waits-any").with("count", Argument::Number(count)),
    }
}

/// A thread waits: "waits for pen, held by alice".
#[must_use]
pub fn waits_for(scene: &Scene, on: Wait) -> Message {
    let says = |key, target| Message::new(key).with("target", target);
    match on {
        Wait::For(resource, want) => {
            let target = Argument::Resource(resource);
            match (want, scene.owner_of(resource)) {
                (Want::Acquire, Some(owner)) => {
                    Message::new("waits-held").with("resource", target).with("other", Argument::Thread(owner))
                }
                (Want::Acquire, None) if scene.is_signal(resource) => says("waits-signal", target),
                (Want::Signal, _) => says("waits-signal", target),
                (Want::Acquire | Want::Parties, _) => says("waits-for", target),
                (Want::Queue(QueueWant::Item), _) => says("waits-item", target),
                (Want::Queue(QueueWant::Room), _) => says("waits-room", target),
                (Want::Queue(QueueWant::AllDone), _) => says("waits-done", target),
            }
        }
        Wait::End(thread) => says("waits-end", Argument::Thread(thread)),
        Wait::Shutdown => Message::new("waits-shutdown"),
        Wait::Other(what) => says("waits-for", Argument::Text(what)),
        Wait::Any(count) => Message::new("waits-any").with("count", Argument::Number(count)),
    }
}

/// The name of the message for what is waited for; none where that is the thing itself.
#[must_use]
pub const fn awaited(on: Wait) -> Option<&'static str> {
    match on {
        Wait::For(_, Want::Acquire | Want::Signal) | Wait::Other(_) | Wait::Any(_) => None,
        Wait::For(_, Want::Parties) => Some("tell-graph-parties"),
        Wait::For(_, Want::Queue(QueueWant::Item)) => Some("tell-graph-item"),
        Wait::For(_, Want::Queue(QueueWant::Room)) => Some("tell-graph-room"),
        Wait::For(_, Want::Queue(QueueWant::AllDone)) => Some("tell-graph-done"),
        Wait::End(_) | Wait::Shutdown => Some("tell-graph-end"),
    }
}

/// An edge of a circle: "bob waits for pen, held by alice".
pub(super) fn edge(edge: Edge) -> Message {
    let (thread, owner) = (Argument::Thread(edge.thread), Argument::Thread(edge.owner));
    match edge.on.resource() {
        Some(resource) if edge.thread == edge.owner => {
            Message::new("log-edge-self").with("thread", thread).with("resource", Argument::Resource(resource))
        }
        Some(resource) => Message::new("log-deadlock-edge")
            .with("thread", thread)
            .with("resource", Argument::Resource(resource))
            .with("other", owner),
        None => Message::new("log-deadlock-join").with("thread", thread).with("other", owner),
    }
}
