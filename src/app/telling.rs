//! What there is to see, in plain words: for whoever reads without a screen. The screen says the same in colours.

use std::borrow::Cow;

use super::names::{Names, duration};
use crate::{
    event::{Action, NO_DEADLINE, Target, Verb, Wait},
    locale::{self, Locale},
    scene::{Argument, Scene, Sentence, ThreadState, ThreadView},
};

/// Says in words what a scene is.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'a> {
    /// The scene.
    pub scene: &'a Scene,
    /// What things are called.
    pub names: Names<'a>,
    /// The words.
    pub locale: &'a Locale,
}

impl Telling<'_> {
    /// What happened: "bob waits for pen, held by alice".
    #[must_use]
    pub fn sentence(&self, sentence: &Sentence) -> String {
        let arguments: Vec<_> =
            sentence.arguments.iter().map(|&(name, argument)| (name, self.argument(argument))).collect();
        let said = self.locale.format(sentence.key, &arguments);
        let limit = sentence.arguments.iter().find(|&&(name, _)| name == "duration");
        match limit {
            Some(&(_, Argument::Duration(time))) if sentence.key.starts_with("log-waits") => {
                let limit = self.locale.format("for-at-most", &[("duration", duration(time).into())]);
                format!("{said} {limit}")
            }
            _ => said,
        }
    }

    fn argument(&self, argument: Argument) -> locale::Argument<'_> {
        match argument {
            Argument::Thread(thread) => self.names.thread(thread).into(),
            Argument::Resource(resource) => locale::Argument::Text(self.names.resource(resource)),
            Argument::Variable(variable) => self.names.variable(variable).into(),
            Argument::Value(value) => locale::Argument::Text(self.names.value(value)),
            Argument::Text(text) => self.names.text(text).trim_end_matches('\n').replace('\n', "⏎").into(),
            Argument::Number(number) => number.into(),
            Argument::Duration(time) => duration(time).into(),
        }
    }

    /// What a thread is about to do: "take pen".
    #[must_use]
    pub fn about_to(&self, action: Action) -> String {
        let target = match action.target {
            Target::None => return self.locale.format(about_key(action.verb), &[("target", "".into())]),
            Target::Resource(resource) => Argument::Resource(resource),
            Target::Thread(thread) => Argument::Thread(thread),
            Target::Variable(variable) => Argument::Variable(variable),
            Target::Duration(time) => Argument::Duration(time),
        };
        self.locale.format(about_key(action.verb), &[("target", self.argument(target))])
    }

    /// The word of a thread's state: "waiting".
    #[must_use]
    pub fn state(&self, state: ThreadState) -> String {
        self.locale.text(&format!("state-{}", state.key()))
    }

    /// What a thread waits for, sleeps until or is about to do; empty when there is nothing to say.
    #[must_use]
    pub fn doing(&self, view: &ThreadView) -> String {
        match view.state {
            ThreadState::Blocked => view.waits.map_or_else(String::new, |(wait, deadline)| {
                let waits = self.sentence(&self.waits_for(wait));
                if deadline == NO_DEADLINE {
                    return waits;
                }
                let left = duration(deadline.saturating_sub(self.scene.clock));
                format!("{waits} {}", self.locale.format("for-at-most", &[("duration", left.into())]))
            }),
            ThreadState::Sleeping => {
                let left = view.sleeps_until.map_or(0, |until| until.saturating_sub(self.scene.clock));
                self.locale.format("sleeps-for", &[("duration", duration(left).into())])
            }
            ThreadState::Ready | ThreadState::Running => {
                view.action.map_or_else(String::new, |action| self.about_to(action))
            }
            ThreadState::Failed => view.exception.map_or("", |text| self.names.text(text)).to_owned(),
            ThreadState::New | ThreadState::Finished | ThreadState::Abandoned => String::new(),
        }
    }

    /// What a thread holds: "pen, paper".
    #[must_use]
    pub fn holds(&self, view: &ThreadView) -> String {
        let names: Vec<Cow<'_, str>> = view.holds.iter().map(|&resource| self.names.resource(resource)).collect();
        names.join(&self.locale.text("list-separator"))
    }

    /// What a wait is for, as a sentence: "waits for pen, held by alice".
    #[must_use]
    pub fn waits_for(&self, wait: Wait) -> Sentence {
        waits_for(self.scene, wait)
    }
}

/// What a wait is for, as a sentence.
#[must_use]
pub fn waits_for(scene: &Scene, wait: Wait) -> Sentence {
    let (key, target) = match wait {
        Wait::Acquire(resource) => match scene.owner_of(resource) {
            Some(owner) => {
                let sentence = Sentence::new("waits-held").with("resource", Argument::Resource(resource));
                return sentence.with("other", Argument::Thread(owner));
            }
            None => ("waits-for", Argument::Resource(resource)),
        },
        Wait::Signal(resource) | Wait::Parties(resource) => ("waits-for", Argument::Resource(resource)),
        Wait::Get(resource) => ("waits-item", Argument::Resource(resource)),
        Wait::Put(resource) => ("waits-room", Argument::Resource(resource)),
        Wait::AllDone(resource) => ("waits-done", Argument::Resource(resource)),
        Wait::End(thread) => ("waits-end", Argument::Thread(thread)),
        Wait::Shutdown => return Sentence::new("waits-shutdown"),
    };
    Sentence::new(key).with("target", target)
}

/// The sign of a thread's state, so that it can be told without colour.
#[must_use]
pub const fn state_sign(state: ThreadState) -> &'static str {
    match state {
        ThreadState::New => "·",
        ThreadState::Ready => "○",
        ThreadState::Running => "▶",
        ThreadState::Blocked => "■",
        ThreadState::Sleeping => "z",
        ThreadState::Finished => "✓",
        ThreadState::Failed => "✗",
        ThreadState::Abandoned => "–",
    }
}

/// The message that says what an operation is.
#[must_use]
pub const fn about_key(verb: Verb) -> &'static str {
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
