//! Takes the events of steps into a history, and leaves out what has not changed.

use super::{History, news::News};
use crate::{
    event::{Event, Sink},
    ids::{StepIndex, TextId},
};

/// A sink that records.
#[derive(Clone, Debug, Default)]
pub struct Recorder {
    history: History,
    news: News,
}

impl Recorder {
    /// A recorder of a history in which nothing was looked at: [`Self::fork`] comes before what is recorded behind it.
    #[must_use]
    pub fn unread(history: History) -> Self {
        Self { history, news: News::default() }
    }

    /// What was recorded.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// What was recorded, to commit steps and to move in.
    pub fn history_mut(&mut self) -> &mut History {
        &mut self.history
    }

    /// Leaves the branch at a step: what comes next begins another one, and is news or not by what was reported up to
    /// there.
    pub fn fork(&mut self, at: StepIndex) {
        self.history.fork(at);
        self.news = News::after(&self.history, at);
    }
}

impl Sink for Recorder {
    fn listens(&self) -> bool {
        true
    }

    fn text(&mut self, text: &str) -> TextId {
        self.history.text(text)
    }

    fn event(&mut self, event: Event) {
        if self.news.take(&event) {
            self.history.push(event);
        }
    }
}
