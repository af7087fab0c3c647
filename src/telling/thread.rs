//! A thread's state as a word and a sign, and what it is about to do.

use super::message::{Argument, Message};
use crate::{
    event::{Action, Target, Verb},
    locale::Locale,
    scene::ThreadState,
};

/// The word of a thread's state: "waiting".
#[must_use]
pub fn state_word(locale: &Locale, state: ThreadState) -> String {
    locale.text(match state {
        ThreadState::New => "state-new",
        ThreadState::Ready => "state-ready",
        ThreadState::Running => "state-running",
        ThreadState::Blocked => "state-blocked",
        ThreadState::Sleeping => "state-sleeping",
        ThreadState::Finished => "state-finished",
        ThreadState::Failed => "state-failed",
        ThreadState::Abandoned => "state-abandoned",
    })
}

/// The sign of a thread's state, so that it can be told without colour.
#[must_use]
pub const fn state_sign(state: ThreadState) -> &'static str {
    match state {
        ThreadState::New => "·",
        ThreadState::Ready => "─",
        ThreadState::Running => "█",
        ThreadState::Blocked => "░",
        ThreadState::Sleeping => "z",
        ThreadState::Finished => "✓",
        ThreadState::Failed => "✗",
        ThreadState::Abandoned => "–",
    }
}

/// What an operation is: "take pen".
#[must_use]
pub fn about(action: Action) -> Message {
    let looks_around = action.verb == Verb::Inspect && action.target == Target::None;
    let verb = if looks_around { Verb::Compute } else { action.verb };
    Message::new(about_key(verb)).with("target", target(action))
}

/// The same within another message, which has a place for it by the name `about`.
pub(super) fn about_as(key: &'static str, action: Action) -> Message {
    Message::new(key).about(about(action))
}

/// What it is done with.
pub(super) fn target(action: Action) -> Argument {
    match action.target {
        Target::None => Argument::Nothing,
        Target::Resource(resource) => Argument::Resource(resource),
        Target::Thread(thread) => Argument::Thread(thread),
        Target::Variable(variable) => Argument::Variable(variable),
        Target::Duration(time) => Argument::Duration(time),
    }
}

/// The message that says what an operation is.
const fn about_key(verb: Verb) -> &'static str {
    match verb {
        Verb::Begin => "about-begin",
        Verb::Acquire => "about-acquire",
        Verb::Release => "about-release",
        Verb::Wait => "about-wait",
        Verb::Notify => "about-notify",
        Verb::NotifyAll => "about-notify-all",
        Verb::Set => "about-set",
        Verb::Clear => "about-clear",
        Verb::Put => "about-put",
        Verb::Get => "about-get",
        Verb::TaskDone => "about-task-done",
        Verb::JoinQueue => "about-join-queue",
        Verb::Inspect => "about-inspect",
        Verb::Reset => "about-reset",
        Verb::Abort => "about-abort",
        Verb::Cancel => "about-cancel",
        Verb::Start => "about-start",
        Verb::Join => "about-join",
        Verb::Exit => "about-exit",
        Verb::Sleep => "about-sleep",
        Verb::Print => "about-print",
        Verb::Read => "about-read",
        Verb::Write => "about-write",
        Verb::Draw => "about-draw",
        Verb::Compute => "about-compute",
    }
}
