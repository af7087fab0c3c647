//! Exporting from the stage: the viewer chooses what is to be made. Who shows the screen makes it, for the application
//! knows no formats.

use std::time::Duration;

use super::{Action, App, Overlay};

impl App {
    /// What can be made of a run, by the endings of the files, in the order in which it is offered.
    pub fn offer_exports(&mut self, endings: Vec<&'static str>) {
        self.exports.offered = endings;
    }

    /// What can be made of a run.
    #[must_use]
    pub fn exports(&self) -> &[&'static str] {
        &self.exports.offered
    }

    /// What the viewer has just chosen, by its place among what is offered.
    pub fn take_export(&mut self) -> Option<usize> {
        self.exports.chosen.take()
    }

    /// Asks what is to be made.
    pub(super) fn ask_export(&mut self, now: Duration) {
        if self.exports.offered.is_empty() {
            return self.say(self.locale.text("no-exports"), now);
        }
        if let Some(stage) = &mut self.stage {
            stage.pause();
        }
        self.overlay = Some(Overlay::Export);
    }

    /// The answer: a digit chooses; anything else closes the question.
    pub(super) fn answer_export(&mut self, action: Action) {
        self.overlay = None;
        if let Action::Run(thread) = action {
            self.exports.chosen = Some(thread.index()).filter(|&at| at < self.exports.offered.len());
        }
    }
}

impl Exports {
    /// Whether nothing can be made.
    pub(super) fn is_empty(&self) -> bool {
        self.offered.is_empty()
    }
}

/// What can be made, and what was chosen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Exports {
    offered: Vec<&'static str>,
    chosen: Option<usize>,
}

#[cfg(test)]
mod tests {
    use super::{super::tests::app_with, *};
    use crate::ids::ThreadId;

    const NOW: Duration = Duration::ZERO;

    #[test]
    fn a_digit_chooses_and_anything_else_closes() {
        let mut app = app_with("deadlock");
        app.update(Action::Export, NOW);
        assert!(app.overlay().is_none() && app.notice(NOW).is_some(), "nothing is offered");
        app.offer_exports(vec!["cast", "gif"]);
        for (answer, chosen) in [
            (Action::Run(ThreadId(1)), Some(1)),
            (Action::Run(ThreadId(2)), None),
            (Action::Forward, None),
            (Action::Back, None),
        ] {
            app.update(Action::Export, NOW);
            assert!(matches!(app.overlay(), Some(Overlay::Export)));
            app.update(answer, NOW);
            assert!(app.overlay().is_none());
            assert_eq!(app.take_export(), chosen, "{answer:?}");
        }
        assert_eq!(app.stage().map(|stage| stage.cursor().0), Some(0), "no thread was run");
    }
}
