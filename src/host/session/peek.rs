//! What the next step would report, without taking it: for questions that are asked before it.

use super::Session;
use crate::{
    choice::Choice,
    event::{Event, Sink},
    ids::{TextId, ThreadId},
    trace::Texts,
};

/// A step that was not taken.
#[derive(Clone, Debug)]
pub struct Ahead {
    /// Whose it would be.
    pub by: Option<ThreadId>,
    /// What it would report.
    pub events: Vec<Event>,
    /// How many texts were known; its own are numbered behind them.
    known: usize,
    texts: Vec<String>,
}

impl Ahead {
    /// A text of its events; of the others, the table has it.
    #[must_use]
    pub fn text<'a>(&'a self, id: TextId, known: &'a Texts) -> &'a str {
        match id.index().checked_sub(self.known) {
            Some(own) => self.texts.get(own).map_or("", String::as_str),
            None => known.get(id),
        }
    }
}

/// Takes events and texts without keeping them for longer.
struct Listener<'h> {
    known: &'h Texts,
    texts: Vec<String>,
    events: Vec<Event>,
}

impl Sink for Listener<'_> {
    fn listens(&self) -> bool {
        true
    }

    fn text(&mut self, text: &str) -> TextId {
        self.known.find(text).unwrap_or_else(|| {
            self.texts.push(text.to_owned());
            TextId::at(self.known.len() + self.texts.len() - 1)
        })
    }

    fn event(&mut self, event: Event) {
        self.events.push(event);
    }
}

impl Session {
    /// What a step forward would report; none where there is no next step, or nobody can know it.
    pub fn peek(&mut self) -> Option<Ahead> {
        let known = self.history().texts().len();
        if self.cursor < self.history().tip() {
            let next = self.cursor.next();
            let (by, events) = (self.history().step(next).by, self.history().events(next).to_vec());
            return Some(Ahead { by, events, known, texts: Vec::new() });
        }
        if self.live().is_some() || self.recorded.is_some() {
            return None;
        }
        let choice = self.choice_of_policy()?;
        self.ahead_of(self.in_unit(choice))
    }

    /// What the step of a choice would report, at the tip.
    pub(super) fn ahead_of(&self, choice: Choice) -> Option<Ahead> {
        let known = self.history().texts().len();
        let mut machine = self.machine.clone();
        let mut listener = Listener { known: self.history().texts(), texts: Vec::new(), events: Vec::new() };
        machine.step(choice, &mut listener).ok()?;
        let Listener { texts, events, .. } = listener;
        Some(Ahead { by: Some(choice.thread), events, known, texts })
    }
}
