//! Whether a step is one that a question speaks of.

use crate::{
    event::{Event, EventKind, Shown, Wait},
    ids::{ResourceId, TextId, ThreadId, VariableId},
    scenario::Moment,
    scene::Scene,
    source::SourceText,
    telling::names::brief,
    trace::recording::event_word,
};

/// A step, or one that could be taken: what there was before it, and what it reports.
pub struct Deed<'a> {
    /// What there was before.
    pub before: &'a Scene,
    /// Whose step it is.
    pub by: Option<ThreadId>,
    /// What it reports.
    pub events: &'a [Event],
    /// The texts.
    pub text: &'a dyn Fn(TextId) -> &'a str,
    /// The program.
    pub source: &'a SourceText,
}

impl<'a> Deed<'a> {
    /// Whether it has all that the moment names. How often that was so before is another matter.
    pub fn is_like(&self, moment: &Moment) -> bool {
        let Moment::Step { line, thread, event, of, text, .. } = moment else { return false };
        let wanted = |name: &Option<String>, is: &dyn Fn(&str) -> bool| name.as_deref().is_none_or(is);
        let events = event.is_none() && of.is_none() && text.is_none();
        wanted(line, &|line| self.line().is_some_and(|own| own.contains(line)))
            && wanted(thread, &|name| self.by.is_some_and(|by| self.is_named(by, name)))
            && (events
                || self.events.iter().any(|one| {
                    wanted(event, &|word| event_word(one.kind) == word)
                        && wanted(of, &|name| self.is_of(one.kind, name))
                        && wanted(text, &|text| self.says(one.kind).is_some_and(|own| own.contains(text)))
                }))
    }

    /// The line at which it begins.
    fn line(&self) -> Option<&'a str> {
        let span = self.before.thread(self.by?)?.span;
        (span.end > 0).then(|| self.source.line(self.source.line_of(span.start)))
    }

    /// Whether the thread goes by this name, as the program gave it or as it is shown.
    fn is_named(&self, thread: ThreadId, name: &str) -> bool {
        self.thread(thread).is_some_and(|own| own == name || brief(own) == name)
    }

    /// The name of a thread.
    pub fn thread(&self, thread: ThreadId) -> Option<&'a str> {
        let made = self.events.iter().find_map(|event| match event.kind {
            EventKind::ThreadCreated { thread: made, name, .. } if made == thread => Some(name),
            _ => None,
        });
        made.or_else(|| self.before.thread(thread).map(|view| view.name)).map(|name| (self.text)(name))
    }

    fn resource(&self, resource: ResourceId) -> Option<&'a str> {
        let named = self.events.iter().find_map(|event| match event.kind {
            EventKind::ResourceNamed { resource: named, name } if named == resource => Some(name),
            _ => None,
        });
        named.or_else(|| self.before.resource(resource)?.name).map(|name| (self.text)(name))
    }

    fn variable(&self, variable: VariableId) -> Option<&'a str> {
        let named = self.events.iter().find_map(|event| match event.kind {
            EventKind::VariableNamed { variable: named, name } if named == variable => Some(name),
            _ => None,
        });
        let known = || self.before.variables.get(variable.index()).map(|view| view.name);
        named.or_else(known).map(|name| (self.text)(name))
    }

    /// Whether an event is about what goes by this name.
    fn is_of(&self, event: EventKind, name: &str) -> bool {
        match event {
            EventKind::Changed { resource, .. } | EventKind::ResourceCreated { resource, .. } => {
                self.resource(resource) == Some(name)
            }
            EventKind::Read { variable } | EventKind::Wrote { variable, .. } | EventKind::Worth { variable, .. } => {
                self.variable(variable) == Some(name)
            }
            EventKind::ThreadCreated { thread, .. }
            | EventKind::ThreadStarted { thread }
            | EventKind::Woken { thread }
            | EventKind::Overtaken { thread } => self.is_named(thread, name),
            EventKind::Blocked { on: Wait::For(resource, _), .. } => self.resource(resource) == Some(name),
            EventKind::Blocked { on: Wait::End(thread), .. } => self.is_named(thread, name),
            EventKind::Local { name: local, .. } => (self.text)(local) == name,
            EventKind::Called { function } => (self.text)(function) == name,
            _ => false,
        }
    }

    /// What an event says: what is printed, raised, written, put or got.
    fn says(&self, event: EventKind) -> Option<String> {
        use crate::event::{Change, QueueChange};
        let shown = |value: Shown| match value {
            Shown::Int(number) => number.to_string(),
            Shown::Text(text) => (self.text)(text).to_owned(),
        };
        match event {
            EventKind::Output { text, .. }
            | EventKind::Raised { exception: text }
            | EventKind::ThreadFailed { exception: text } => Some((self.text)(text).to_owned()),
            EventKind::Wrote { value, .. } | EventKind::Local { value, .. } | EventKind::Returned { value } => {
                Some(shown(value))
            }
            EventKind::Changed { change: Change::Queue(QueueChange::Put { item, .. }), .. }
            | EventKind::Changed { change: Change::Queue(QueueChange::Got { item }), .. } => Some(shown(item)),
            _ => None,
        }
    }

    /// The first line that it prints.
    pub fn printed(&self) -> Option<String> {
        let texts = self.events.iter().filter_map(|event| match event.kind {
            EventKind::Output { text, stderr: false } => Some((self.text)(text)),
            _ => None,
        });
        let all: String = texts.collect();
        all.lines().next().map(str::to_owned)
    }
}
