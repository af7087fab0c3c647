//! Which pane the viewer looks at: one opened by its name, and one that has all the room. Tests: `palette.rs`, here.

use std::time::Duration;

use super::{App, Stage};
use crate::scenario::Pane;

/// A pane that the viewer opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Opened {
    pane: Pane,
    /// Nothing has come since that is more telling.
    first: bool,
}

impl Stage {
    /// The pane of the picture that the viewer opened.
    #[must_use]
    pub fn opened(&self) -> Option<Pane> {
        self.opened.map(|opened| opened.pane)
    }

    /// The same, as long as it is to be seen before all others.
    #[must_use]
    pub fn opened_first(&self) -> Option<Pane> {
        self.opened.filter(|opened| opened.first).map(|opened| opened.pane)
    }

    fn open_in_picture(&mut self, pane: Pane) {
        self.opened = Some(Opened { pane, first: true });
        self.turned = 0;
    }

    pub(super) fn close_in_picture(&mut self) {
        self.opened = None;
        self.turned = 0;
    }

    /// Something has come that is to be seen first.
    pub(super) fn show_what_came(&mut self) {
        self.turned = 0;
        if let Some(opened) = &mut self.opened {
            opened.first = false;
        }
    }
}

impl App {
    /// Opens a pane.
    pub(super) fn open_pane(&mut self, pane: Pane) {
        let Some(stage) = &mut self.stage else { return };
        if !pane.always_stands() {
            stage.open_in_picture(pane);
        }
        // Where one pane has all the room, that goes over to this one.
        if pane.always_stands() || self.look.zoom.is_some() {
            self.look.zoom = Some(pane);
        }
    }

    /// Gives all the room to one pane that has something to show, the next time to the one behind it; or gives the others their
    /// room back.
    pub(super) fn zoom_on(&mut self, now: Duration) {
        let Some(stage) = &self.stage else { return };
        if self.look.zoom.take().is_some() {
            return self.say(self.locale.text("zoom-over"), now);
        }
        let scene = stage.scene();
        let is_there = |pane: &Pane| match pane {
            Pane::Graph => scene.deadlocks().next().is_some() || !scene.circles.is_empty(),
            Pane::Memory => scene.known_variables().next().is_some(),
            Pane::Resources => !scene.resources.is_empty(),
            pane => pane.always_stands() || stage.opened() == Some(*pane) || stage.scenario().panes.contains(pane),
        };
        let all = || Pane::ALL.iter().copied().filter(is_there);
        let behind = |pane: &Pane| self.look.zoomed.is_none_or(|before| *pane > before);
        let Some(pane) = all().find(behind).or_else(|| all().next()) else { return };
        (self.look.zoom, self.look.zoomed) = (Some(pane), Some(pane));
        let title = self.locale.text(&pane.title());
        self.say(self.locale.format("zoom-is", &[("pane", title.into())]), now);
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Action, tests::app_with},
        *,
    };

    #[test]
    fn zooming_goes_round_the_panes_that_have_something_to_show_and_back_in_between() {
        let mut app = app_with("deadlock");
        let mut seen = Vec::new();
        while seen.len() < 2 || seen.first() != seen.last() {
            app.update(Action::Zoom, Duration::ZERO);
            seen.extend(app.look().zoom);
            assert!(app.notice(Duration::ZERO).is_some_and(|text| text.contains('z')), "it says how to come back");
            app.update(Action::Zoom, Duration::ZERO);
            assert_eq!(app.look().zoom, None, "all panes are back");
        }
        assert!(seen.contains(&Pane::Source) && seen.contains(&Pane::Log) && !seen.contains(&Pane::Cores), "{seen:?}");
        assert!(!seen.contains(&Pane::Graph), "there is no circle yet");
        app.update(Action::End, Duration::ZERO);
        let after = std::iter::repeat_with(|| {
            app.update(Action::Zoom, Duration::ZERO);
            app.look().zoom
        });
        assert!(after.take(40).any(|zoom| zoom == Some(Pane::Graph)), "now there is one");
    }

    #[test]
    fn what_goes_wrong_is_shown_before_a_pane_that_was_opened() {
        let mut app = app_with("deadlock");
        app.update(Action::OpenPane(Pane::States), Duration::ZERO);
        assert_eq!(app.stage().and_then(Stage::opened_first), Some(Pane::States));
        app.update(Action::End, Duration::ZERO);
        let opened = app.stage().map(|stage| (stage.opened(), stage.opened_first()));
        assert_eq!(opened, Some((Some(Pane::States), None)));
    }
}
