//! A thread's row: its state and what it wants, in a few words. "blocked: wants paper, (3) bob holds it" where there is room,
//! "blocked: paper (3)" where there is little.

use super::{
    message::{Argument, Message},
    thread,
};
use crate::{
    event::{NO_DEADLINE, QueueWant, Wait, Want},
    scene::{Scene, ThreadState, ThreadView},
};

/// What a thread is doing, shortly if `brief`.
#[must_use]
pub fn lane(scene: &Scene, view: &ThreadView, brief: bool) -> Message {
    match view.state {
        ThreadState::New => Message::new("lane-new"),
        ThreadState::Finished => Message::new("lane-done"),
        ThreadState::Abandoned => Message::new("lane-killed"),
        ThreadState::Failed => match view.exception {
            Some(text) => Message::new("lane-died-of").with("exception", Argument::Text(text)),
            None => Message::new("lane-died"),
        },
        ThreadState::Sleeping => sleeps(scene, view, brief),
        ThreadState::Blocked => match view.waits {
            Some((on, deadline)) => {
                let left = (deadline != NO_DEADLINE && !brief).then(|| deadline.saturating_sub(scene.clock));
                blocked(scene, on, brief).at_most(left)
            }
            None => Message::new("lane-blocked"),
        },
        ThreadState::Running | ThreadState::Ready => goes_on(view, brief),
    }
}

fn sleeps(scene: &Scene, view: &ThreadView, brief: bool) -> Message {
    match view.sleeps_until {
        Some(NO_DEADLINE) | None => Message::new("lane-asleep"),
        Some(until) => {
            let key = if brief { "lane-sleeps-brief" } else { "lane-sleeps" };
            Message::new(key).with("duration", Argument::Duration(until.saturating_sub(scene.clock)))
        }
    }
}

/// A thread that runs or could.
fn goes_on(view: &ThreadView, brief: bool) -> Message {
    let running = view.state == ThreadState::Running;
    if let Some(what) = view.outside {
        return Message::new("lane-outside").with("what", Argument::Text(what));
    }
    match (view.action, running, brief) {
        (Some(action), true, true) => thread::about_as("lane-will", action),
        (Some(action), true, false) => thread::about_as("lane-runs", action),
        (Some(action), false, false) => thread::about_as("lane-ready", action),
        (None, true, _) => Message::new("lane-running"),
        (_, false, _) => Message::new("lane-ready-brief"),
    }
}

fn blocked(scene: &Scene, on: Wait, brief: bool) -> Message {
    let says = |long, short| Message::new(if brief { short } else { long });
    match on {
        Wait::For(resource, want) => {
            let message = match (want, scene.owner_of(resource)) {
                (Want::Acquire, Some(owner)) => {
                    says("lane-wants-held", "lane-wants-held-brief").with("other", Argument::Thread(owner))
                }
                (Want::Acquire, None) => says("lane-wants", "lane-wants-brief"),
                (Want::Signal, _) => says("lane-wants-signal", "lane-wants-brief"),
                (Want::Parties, _) => says("lane-wants-parties", "lane-wants-brief"),
                (Want::Queue(QueueWant::Item), _) => says("lane-wants-item", "lane-wants-item-brief"),
                (Want::Queue(QueueWant::Room), _) => says("lane-wants-room", "lane-wants-room-brief"),
                (Want::Queue(QueueWant::AllDone), _) => says("lane-wants-done", "lane-wants-done-brief"),
            };
            message.with("target", Argument::Resource(resource))
        }
        Wait::End(other) => says("lane-joins", "lane-joins-brief").with("other", Argument::Thread(other)),
        Wait::Shutdown => says("lane-wants-all-done", "lane-wants-all-done-brief"),
        Wait::Other(what) => says("lane-wants", "lane-wants-brief").with("target", Argument::Text(what)),
        Wait::Any(count) => Message::new("lane-wants-any").with("count", Argument::Number(count)),
    }
}
