//! Says messages in a language, as text or in parts that a screen can colour.

use std::borrow::Cow;

use super::{
    message::{Argument, Message},
    names::{Names, duration},
    sentence, thread, wait,
};
use crate::{
    event::{Action, NO_DEADLINE, Nanos, ThreadKind, Wait},
    ids::{ThreadId, VariableId},
    locale::{self, Locale, Piece},
    scene::{Scene, Sentence, ThreadState, ThreadView},
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
pub struct Part {
    /// How it reads.
    pub text: String,
    /// What it is.
    pub role: Role,
}

/// What a part of a text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Words of the language.
    Words,
    /// Words that matter less.
    Aside,
    /// A thread's name.
    Thread(ThreadId),
    /// What the program calls a primitive or a variable.
    Thing,
    /// A value or text of the program.
    Value,
    /// What went wrong.
    Failure,
    /// A duration.
    Time,
}

impl Part {
    /// Words of the language.
    #[must_use]
    pub fn words(text: String) -> Self {
        Self { text, role: Role::Words }
    }
}

impl Telling<'_> {
    /// What happened: "bob waits for pen, held by alice".
    #[must_use]
    pub fn sentence(&self, sentence: Sentence) -> String {
        text_of(self.parts(&sentence::message(sentence)))
    }

    /// The same at the beginning of a sentence: "The program is done".
    #[must_use]
    pub fn opening(&self, sentence: Sentence) -> String {
        text_of(capitalized(self.parts_of_sentence(sentence)))
    }

    /// A message at the beginning of a sentence.
    #[must_use]
    pub fn opening_message(&self, message: &Message) -> String {
        text_of(capitalized(self.parts(message)))
    }

    /// A message: "takes pen".
    #[must_use]
    pub fn message(&self, message: &Message) -> String {
        text_of(self.parts(message))
    }

    /// What happened, in parts.
    #[must_use]
    pub fn parts_of_sentence(&self, sentence: Sentence) -> Vec<Part> {
        self.parts(&sentence::message(sentence))
    }

    /// A message in parts.
    #[must_use]
    pub fn parts(&self, message: &Message) -> Vec<Part> {
        let arguments: Vec<_> =
            message.arguments.iter().map(|&(name, argument)| (name, self.argument(argument))).collect();
        let pieces = self.locale.pieces(self.key(message), &arguments).into_iter();
        let parts = pieces.flat_map(|piece| match piece {
            Piece::Words(words) => vec![Part::words(words)],
            Piece::Argument(at) => self.parts_of_argument(message.arguments[at].1),
        });
        let about = message.about.as_deref().map(|about| self.parts(about)).unwrap_or_default();
        parts.chain(about).chain(message.at_most.map(|time| self.at_most(time))).collect()
    }

    /// The name of the message: of an event that is known as a call, `square(3)`, the words for what a call gives.
    fn key(&self, message: &Message) -> &'static str {
        const RESULTS: [(&str, &str); 6] = [
            ("log-waits-signal", "log-waits-result"),
            ("waits-signal", "waits-result"),
            ("lane-wants-signal", "lane-wants-result"),
            ("about-wait", "about-result"),
            ("log-flag-set", "log-result-there"),
            ("why-no-flag", "why-no-result"),
        ];
        let is_call = |&(_, argument): &(_, Argument)| match argument {
            Argument::Resource(resource) => self.names.resource(resource).ends_with(')'),
            _ => false,
        };
        let result = RESULTS.iter().find(|(key, _)| *key == message.key);
        result.filter(|_| message.arguments.iter().any(is_call)).map_or(message.key, |&(_, key)| key)
    }

    fn parts_of_argument(&self, argument: Argument) -> Vec<Part> {
        let Argument::Threads(members) = argument else { return vec![self.part(argument)] };
        let (comma, and) = (self.locale.text("list-separator"), self.locale.text("list-and"));
        let threads = members.named().unwrap_or_default();
        let mut parts = Vec::with_capacity(2 * threads.len());
        for (at, &thread) in threads.iter().enumerate() {
            if at > 0 {
                parts.push(Part::words(if at + 1 == threads.len() { and.clone() } else { comma.clone() }));
            }
            parts.push(self.part(Argument::Thread(thread)));
        }
        parts
    }

    fn part(&self, argument: Argument) -> Part {
        let role = match argument {
            Argument::Thread(thread) => Role::Thread(thread),
            Argument::Resource(_) | Argument::Variable(_) => Role::Thing,
            Argument::Value(_) | Argument::Text(_) => Role::Value,
            Argument::Exception(_) => Role::Failure,
            Argument::Threads(_) | Argument::Number(_) | Argument::Nothing => Role::Words,
            Argument::Duration(_) => Role::Time,
        };
        let text = match self.argument(argument) {
            locale::Argument::Text(text) => text.into_owned(),
            locale::Argument::Number(number) => number.to_string(),
        };
        Part { text, role }
    }

    /// "; gives up after 2 s": whose time it is, is plain behind another thread's name, too.
    fn at_most(&self, time: Nanos) -> Part {
        let text = self.locale.format("for-at-most", &[("duration", duration(time).into())]);
        Part { text, role: Role::Aside }
    }

    fn argument(&self, argument: Argument) -> locale::Argument<'_> {
        match argument {
            Argument::Thread(thread) => locale::Argument::Text(self.names.thread(thread)),
            Argument::Threads(members) => {
                let names = members.named().unwrap_or_default().iter().map(|&thread| self.names.thread(thread));
                names.collect::<Vec<_>>().join(&self.locale.text("list-separator")).into()
            }
            Argument::Resource(resource) => locale::Argument::Text(self.names.resource(resource)),
            Argument::Variable(variable) => self.variable(variable).into(),
            Argument::Value(value) => locale::Argument::Text(self.names.value(value)),
            Argument::Text(text) => self.names.text(text).trim_end_matches('\n').replace('\n', "⏎").into(),
            Argument::Exception(thread) => self.names.exception(thread).replace('\n', "⏎").into(),
            Argument::Number(number) => number.into(),
            Argument::Nothing => "".into(),
            Argument::Duration(time) => duration(time).into(),
        }
    }

    /// A variable; one that a process has for itself is spoken of as that.
    fn variable(&self, id: VariableId) -> String {
        let whole = self.names.variable(id);
        let is_process = |name: &str| {
            let mut threads = self.scene.threads.iter().enumerate();
            threads
                .any(|(at, view)| view.life.kind == ThreadKind::Process && self.names.thread(ThreadId::at(at)) == name)
        };
        match whole.split_once(": ").filter(|(process, _)| is_process(process)) {
            Some((process, name)) => {
                self.locale.format("variable-of", &[("name", name.into()), ("process", process.into())])
            }
            None => whole.to_owned(),
        }
    }

    /// What a thread is about to do: "take pen".
    #[must_use]
    pub fn about_to(&self, action: Action) -> String {
        self.message(&thread::about(action))
    }

    /// The word of a thread's state: "waiting".
    #[must_use]
    pub fn state(&self, state: ThreadState) -> String {
        thread::state_word(self.locale, state)
    }

    /// What a thread waits for, sleeps until or is about to do; empty when there is nothing to say.
    #[must_use]
    pub fn doing(&self, view: &ThreadView) -> String {
        text_of(self.parts_of_doing(view))
    }

    /// What a thread waits for, sleeps until or is about to do, in parts.
    #[must_use]
    pub fn parts_of_doing(&self, view: &ThreadView) -> Vec<Part> {
        match view.state {
            ThreadState::Blocked => view.waits.map_or_else(Vec::new, |(on, deadline)| {
                let left = (deadline != NO_DEADLINE).then(|| deadline.saturating_sub(self.scene.clock));
                self.parts(&wait::waits_for(self.scene, on).at_most(left))
            }),
            ThreadState::Sleeping => vec![Part::words(self.sleeps(view))],
            ThreadState::Ready | ThreadState::Running if view.outside.is_some() => {
                let what = view.outside.map_or(Argument::Nothing, Argument::Text);
                self.parts(&Message::new("is-outside").with("what", what))
            }
            ThreadState::Ready | ThreadState::Running => {
                view.action.map_or_else(Vec::new, |action| self.parts(&thread::about(action)))
            }
            ThreadState::Failed => view
                .exception
                .map_or_else(Vec::new, |text| vec![Part { text: self.names.text(text).to_owned(), role: Role::Value }]),
            ThreadState::New | ThreadState::Finished | ThreadState::Abandoned => Vec::new(),
        }
    }

    /// How long a thread sleeps yet: "sleeps 2 s more".
    #[must_use]
    pub fn sleeps(&self, view: &ThreadView) -> String {
        if view.sleeps_until == Some(NO_DEADLINE) {
            return self.locale.text("sleeps-on");
        }
        let left = view.sleeps_until.map_or(0, |until| until.saturating_sub(self.scene.clock));
        self.locale.format("sleeps-for", &[("duration", duration(left).into())])
    }

    /// What a thread holds: "pen, paper".
    #[must_use]
    pub fn holds(&self, view: &ThreadView) -> String {
        let names: Vec<Cow<'_, str>> = view.holds.iter().map(|&resource| self.names.resource(resource)).collect();
        names.join(&self.locale.text("list-separator"))
    }

    /// What a wait is for: "waits for pen, held by alice".
    #[must_use]
    pub fn waits_for(&self, on: Wait) -> String {
        self.message(&wait::waits_for(self.scene, on))
    }
}

/// Parts that stand at the beginning of a sentence: a word of the language there has a capital letter.
#[must_use]
pub fn capitalized(mut parts: Vec<Part>) -> Vec<Part> {
    if let Some(first) = parts.first_mut().filter(|part| part.role == Role::Words) {
        let mut letters = first.text.chars();
        if let Some(letter) = letters.next() {
            first.text = letter.to_uppercase().chain(letters).collect();
        }
    }
    parts
}

fn text_of(parts: Vec<Part>) -> String {
    parts.into_iter().map(|part| part.text).collect()
}
