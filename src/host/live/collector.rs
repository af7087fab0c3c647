//! Collects what happens in the steps of a live run, to be reported.

use crate::{
    event::{Event, Sink},
    ids::TextId,
    trace::Texts,
};

/// Collects the events of a step, and the texts that are new in them.
#[derive(Debug)]
pub(super) struct Collector {
    texts: Texts,
    fresh: Vec<Box<str>>,
    pub(super) events: Vec<Event>,
}

impl Collector {
    pub(super) fn new(texts: Texts) -> Self {
        Self { texts, fresh: Vec::new(), events: Vec::new() }
    }

    pub(super) fn take(&mut self) -> (Vec<Event>, Vec<Box<str>>) {
        (std::mem::take(&mut self.events), std::mem::take(&mut self.fresh))
    }
}

impl Sink for Collector {
    fn listens(&self) -> bool {
        true
    }

    fn text(&mut self, text: &str) -> TextId {
        let known = self.texts.len();
        let id = self.texts.id(text);
        if self.texts.len() > known {
            self.fresh.push(text.into());
        }
        id
    }

    fn event(&mut self, event: Event) {
        self.events.push(event);
    }
}
