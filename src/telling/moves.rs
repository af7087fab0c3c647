//! The five states and the moves between them in words.

use super::{
    message::{Argument, Message},
    wait::waits_for,
};
use crate::{
    ids::ThreadId,
    scene::{Move, Phase, Scene, Why},
    schedule::Policy,
};

/// The message with the name of a state.
#[must_use]
pub const fn phase_key(phase: Phase) -> &'static str {
    match phase {
        Phase::New => "phase-new",
        Phase::Ready => "phase-ready",
        Phase::Run => "phase-run",
        Phase::Blocked => "phase-blocked",
        Phase::Done => "phase-done",
    }
}

/// The message with why a thread loses its core under this policy, in two words.
#[must_use]
pub fn gives_way_key(policy: Policy, token: bool) -> &'static str {
    match policy {
        _ if token && policy.quantum().is_none() => "move-token",
        Policy::RoundRobin { .. } => "move-slice-over",
        // A thread in a higher queue, or a more urgent one, goes before it.
        Policy::Mlfq { .. } | Policy::Priority { .. } => "move-preempted",
        Policy::Fair | Policy::Random | Policy::Fcfs | Policy::Sjf => "move-by-turns",
    }
}

/// Why a thread went from one state to another.
#[must_use]
pub fn why(scene: &Scene, step: &Move, policy: Policy, token: bool) -> Message {
    let key = match step.why {
        Why::Started => "why-started",
        Why::Chosen => "why-chosen",
        Why::GivesWay => match gives_way_key(policy, token) {
            "move-token" => "why-token",
            "move-slice-over" => "why-slice-over",
            "move-preempted" => "why-preempted",
            _ => "why-by-turns",
        },
        Why::Wants(on) => return waits_for(scene, on),
        Why::Sleeps => "why-sleeps",
        Why::There(Some(on)) => match on.resource() {
            Some(resource) => return Message::new("why-there-of").with("thing", Argument::Resource(resource)),
            None => match on {
                crate::event::Wait::End(other) => return ended(other),
                _ => "why-there",
            },
        },
        Why::There(None) => "why-there",
        Why::Awake => "why-awake",
        Why::TimeOut => "why-time-out",
        Why::Overtaken => "why-overtaken",
        Why::Ends => "why-ends",
        Why::Dies => "why-dies",
        Why::CutOff => "why-cut-off",
    };
    Message::new(key)
}

fn ended(other: ThreadId) -> Message {
    Message::new("why-other-ended").with("other", Argument::Thread(other))
}
