//! Which pane the viewer looks at: one opened by its name, and one that has all the room. Tests: `palette.rs`, here.

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

    /// Gives the next pane all the room; behind the last one, none.
    pub(super) fn zoom_on(&mut self) {
        let Some(stage) = &self.stage else { return };
        let is_there = |pane: &Pane| {
            let usual = matches!(pane, Pane::Graph | Pane::Memory | Pane::Resources);
            pane.always_stands() || usual || stage.opened() == Some(*pane) || stage.scenario().panes.contains(pane)
        };
        let behind = |pane: &Pane| self.look.zoom.is_none_or(|now| *pane > now);
        self.look.zoom = Pane::ALL.iter().copied().filter(is_there).find(behind);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{
        super::{Action, tests::app_with},
        *,
    };

    #[test]
    fn zooming_goes_round_the_panes_that_are_there() {
        let mut app = app_with("deadlock");
        let mut seen = Vec::new();
        loop {
            app.update(Action::Zoom, Duration::ZERO);
            match app.look().zoom {
                Some(pane) => seen.push(pane),
                None => break,
            }
        }
        assert!(seen.contains(&Pane::Source) && seen.contains(&Pane::Log) && !seen.contains(&Pane::Cores), "{seen:?}");
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
