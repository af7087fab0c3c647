//! What there is to see, in plain words: for whoever reads without a screen. The screen says the same in colours.

use std::borrow::Cow;

use super::names::{Names, duration};
use crate::{
    event::{Action, NO_DEADLINE, Nanos, Target, Verb, Wait},
    ids::ThreadId,
    locale::{self, Locale, Piece},
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

/// A part of what is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// Words of the language.
    Words(String),
    /// A thread, by its name.
    Thread(ThreadId),
    /// A name or value of the program.
    Name(String),
}

impl Telling<'_> {
    /// What happened: "bob waits for pen, held by alice".
    #[must_use]
    pub fn sentence(&self, sentence: &Sentence) -> String {
        self.text_of(self.parts(sentence))
    }

    /// What happened, as words and what they speak of.
    #[must_use]
    pub fn parts(&self, sentence: &Sentence) -> Vec<Part> {
        let arguments: Vec<_> =
            sentence.arguments.iter().map(|&(name, argument)| (name, self.argument(argument))).collect();
        let pieces = self.locale.pieces(sentence.key, &arguments).into_iter();
        let mut parts: Vec<Part> = pieces
            .map(|piece| match piece {
                Piece::Words(words) => Part::Words(words),
                Piece::Argument(at) => self.part(sentence.arguments[at].1),
            })
            .collect();
        let limit = sentence.arguments.iter().find(|&&(name, _)| name == "duration");
        if let Some(&(_, Argument::Duration(time))) = limit
            && sentence.key.starts_with("log-waits")
        {
            parts.push(self.at_most(time));
        }
        parts
    }

    fn part(&self, argument: Argument) -> Part {
        match (argument, self.argument(argument)) {
            (Argument::Thread(thread), _) => Part::Thread(thread),
            (Argument::Duration(time), _) => Part::Words(duration(time)),
            (_, locale::Argument::Text(name)) => Part::Name(name.into_owned()),
            (_, locale::Argument::Number(number)) => Part::Words(number.to_string()),
        }
    }

    /// " (at most 2 s)"
    fn at_most(&self, time: Nanos) -> Part {
        Part::Words(format!(" {}", self.locale.format("for-at-most", &[("duration", duration(time).into())])))
    }

    fn text_of(&self, parts: Vec<Part>) -> String {
        let text = parts.into_iter().map(|part| match part {
            Part::Words(text) | Part::Name(text) => text,
            Part::Thread(thread) => self.names.thread(thread).to_owned(),
        });
        text.collect()
    }

    fn argument(&self, argument: Argument) -> locale::Argument<'_> {
        match argument {
            Argument::Thread(thread) => self.names.thread(thread).into(),
            Argument::Resource(resource) => locale::Argument::Text(self.names.resource(resource)),
            Argument::Variable(variable) => self.names.variable(variable).into(),
            Argument::Value(value) => locale::Argument::Text(self.names.value(value)),
            Argument::Text(text) => self.names.text(text).trim_end_matches('\n').replace('\n', "⏎").into(),
            Argument::Exception(thread) => self.names.exception(thread).into(),
            Argument::Number(number) => number.into(),
            Argument::Duration(time) => duration(time).into(),
        }
    }

    /// What a thread is about to do: "take pen".
    #[must_use]
    pub fn about_to(&self, action: Action) -> String {
        self.text_of(self.parts_of_action(action))
    }

    fn parts_of_action(&self, action: Action) -> Vec<Part> {
        let Some(target) = argument_of(action.target) else {
            return vec![Part::Words(self.locale.format(about_key(action.verb), &[("target", "".into())]))];
        };
        self.parts(&Sentence::new(about_key(action.verb)).with("target", target))
    }

    /// The word of a thread's state: "waiting".
    #[must_use]
    pub fn state(&self, state: ThreadState) -> String {
        self.locale.text(&format!("state-{}", state.key()))
    }

    /// What a thread waits for, sleeps until or is about to do; empty when there is nothing to say.
    #[must_use]
    pub fn doing(&self, view: &ThreadView) -> String {
        self.text_of(self.parts_of_doing(view))
    }

    /// What a thread waits for, sleeps until or is about to do, as words and what they speak of.
    #[must_use]
    pub fn parts_of_doing(&self, view: &ThreadView) -> Vec<Part> {
        match view.state {
            ThreadState::Blocked => view.waits.map_or_else(Vec::new, |(wait, deadline)| {
                let mut parts = self.parts(&self.waits_for(wait));
                if deadline != NO_DEADLINE {
                    parts.push(self.at_most(deadline.saturating_sub(self.scene.clock)));
                }
                parts
            }),
            ThreadState::Sleeping => {
                let left = view.sleeps_until.map_or(0, |until| until.saturating_sub(self.scene.clock));
                vec![Part::Words(self.locale.format("sleeps-for", &[("duration", duration(left).into())]))]
            }
            ThreadState::Ready | ThreadState::Running => {
                view.action.map_or_else(Vec::new, |action| self.parts_of_action(action))
            }
            ThreadState::Failed => {
                view.exception.map_or_else(Vec::new, |text| vec![Part::Name(self.names.text(text).to_owned())])
            }
            ThreadState::New | ThreadState::Finished | ThreadState::Abandoned => Vec::new(),
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

/// What an operation is done with, for a sentence; none for nothing in particular.
#[must_use]
pub fn argument_of(target: Target) -> Option<Argument> {
    match target {
        Target::None => None,
        Target::Resource(resource) => Some(Argument::Resource(resource)),
        Target::Thread(thread) => Some(Argument::Thread(thread)),
        Target::Variable(variable) => Some(Argument::Variable(variable)),
        Target::Duration(time) => Some(Argument::Duration(time)),
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
            None if scene.is_signal(resource) => ("waits-signal", Argument::Resource(resource)),
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
