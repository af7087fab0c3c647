//! The message of each sentence: the one place that knows both.

use super::{
    message::{Argument, Message},
    primitive, reason, thread, wait,
};
use crate::{
    event::{Change, End, LockChange, NO_DEADLINE, RealEnd, Shown, Target},
    ids::ThreadId,
    scene::{Members, Sentence},
};

/// The message that says a sentence.
#[must_use]
pub fn message(sentence: Sentence) -> Message {
    use Argument::{Duration, Number, Text, Thread, Value, Variable};
    let says = |key, thread| Message::new(key).with("thread", Thread(thread));
    match sentence {
        Sentence::Begins { thread } => says("log-main-begins", thread),
        Sentence::Starts { thread, other } => says("log-started", thread).with("other", Thread(other)),
        Sentence::Resumes { thread, function } => says("log-resumes", thread).with("function", Text(function)),
        Sentence::Yields { thread, function, value } => {
            says("log-yields", thread).with("function", Text(function)).with("value", Value(value))
        }
        Sentence::Finishes { thread } => says("log-finished", thread),
        Sentence::Fails { thread, exception } => says("log-failed", thread).with("exception", Text(exception)),
        Sentence::IsAbandoned { thread } => says("log-abandoned", thread),
        Sentence::Waits { thread, on, owner, signal, at_most } => {
            wait::begins(thread, on, owner, signal).at_most(at_most)
        }
        Sentence::TimeIsUp { thread } => says("log-time-is-up", thread),
        Sentence::GivesUp { thread } => says("log-timed-out", thread),
        Sentence::Sleeps { thread, time: NO_DEADLINE } => says("log-sleeps-on", thread),
        Sentence::Sleeps { thread, time } => says("log-sleeps", thread).with("duration", Duration(time)),
        Sentence::WakesUp { thread } => says("log-wakes", thread),
        Sentence::ReturnsFrom { thread, other } => says("log-returns", thread).with("other", Thread(other)),
        Sentence::GoesOn { thread } => says("log-goes-on", thread),
        Sentence::GoesWithout { thread, resource } => {
            says("log-goes-without", thread).with("resource", Argument::Resource(resource))
        }
        Sentence::GoesPast { thread, resource } => {
            says("log-goes-past", thread).with("resource", Argument::Resource(resource))
        }
        // Where a process looks after its own, there is no thing to look at.
        Sentence::LooksAt { thread, action } if action.target == Target::None => says("log-computes", thread),
        Sentence::LooksAt { thread, action } => says("log-looks", thread).with("target", thread::target(action)),
        Sentence::Computes { thread } => says("log-computes", thread),
        Sentence::Does { thread, action } => thread::about_as("log-does", action).with("thread", Thread(thread)),
        Sentence::Overtakes { thread, other } => says("log-overtakes", thread).with("other", Thread(other)),
        Sentence::Changes { thread, resource, change, of, signal } => {
            changes(change, of, signal).with("thread", Thread(thread)).with("resource", Argument::Resource(resource))
        }
        Sentence::Reads { thread, variable, value: Some(value) } => {
            says("log-read", thread).with("variable", Variable(variable)).with("value", Value(value))
        }
        Sentence::Reads { thread, variable, value: None } => {
            says("log-read-unknown", thread).with("variable", Variable(variable))
        }
        Sentence::Writes { thread, variable, value } => {
            says("log-wrote", thread).with("variable", Variable(variable)).with("value", Value(value))
        }
        Sentence::Covers { thread, variable, of, value } => says("log-covers", thread)
            .with("variable", Variable(variable))
            .with("other", Thread(of))
            .with("value", Value(value)),
        Sentence::Prints { thread, text } => says("log-printed", thread).with("text", Text(text)),
        Sentence::PrintsError { thread, text } => says("log-printed-error", thread).with("text", Text(text)),
        Sentence::SetsUp { thread } => says("log-sets-up", thread),
        Sentence::Draws { thread, value } => says("log-drew", thread).with("value", Value(value)),
        Sentence::Raises { thread, exception } => says("log-raised", thread).with("exception", Text(exception)),
        Sentence::Deadlock { members } => circle(["log-deadlock-self", "log-deadlock", "log-deadlock-many"], members),
        Sentence::Circle { members } => circle(["log-circle-self", "log-circle", "log-circle-many"], members),
        Sentence::Edge(edge) => wait::edge(edge),
        Sentence::CircleBroken => Message::new("log-circle-broken"),
        Sentence::WasEnded { thread } => reason::was_ended(thread),
        Sentence::WaitsForEver { thread, reason } => reason::behind(thread, reason),
        Sentence::IsOutside { thread, what } => says("log-outside", thread).with("what", Text(what)),
        Sentence::IsUnknown { thread, word } => says("log-unknown", thread).with("word", Text(word)),
        Sentence::Lost { count } => Message::new("log-dropped").with("count", Number(count)),
        Sentence::Ends(End::Real(end)) => really_ends(end),
        Sentence::Ends(end) => Message::new(match end {
            End::Finished => "log-end-finished",
            End::Failed => "log-end-failed",
            End::Deadlock => "log-end-deadlock",
            End::Stuck => "log-end-stuck",
            End::Limit | End::Real(_) => "log-end-limit",
        }),
    }
}

/// A circle: of one, of threads that are named, of many.
fn circle([one, few, many]: [&'static str; 3], members: Members) -> Message {
    let members = members.from_first();
    match members.named() {
        Some(&[thread]) => Message::new(one).with("thread", Argument::Thread(thread)),
        Some(_) => Message::new(few).with("threads", Argument::Threads(members)),
        None => Message::new(many).with("count", Argument::Number(members.count())),
    }
}

/// A real program ends.
fn really_ends(end: RealEnd) -> Message {
    match end {
        RealEnd::Exited(code) => Message::new("log-end-exited").with("code", Argument::Number(code)),
        RealEnd::Killed(signal) => Message::new("log-end-killed").with("signal", Argument::Number(signal)),
        RealEnd::Hung => Message::new("log-end-hung"),
        RealEnd::Left => Message::new("log-end-left"),
        RealEnd::Other(word) => Message::new("log-end-other").with("word", Argument::Text(word)),
    }
}

/// A thread does something to a primitive.
fn changes(change: Change<Shown>, of: Option<ThreadId>, signal: bool) -> Message {
    match (change, of) {
        (Change::Lock(LockChange::Released { depth: 0 }), Some(owner)) => primitive::lock::released_of(owner),
        (Change::Semaphore(change), _) if signal => primitive::semaphore::signals(change),
        _ => primitive::changes(change).log,
    }
}
