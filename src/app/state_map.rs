//! The map of the states of what is on the stage, for the pane that shows it: drawn in slices, while the screen goes on, and walked
//! with the arrow keys while it is open. Tests: here.

use std::time::Duration;

use super::{App, Stage, pursuit::patience};
use crate::{
    choice::Choice,
    explore::{MapBounds, MapId, MapWay, StateMap},
    ids::ThreadId,
    machine::Machine,
    scenario::Pane,
};

/// A program with more states than these has no map that anybody could look at.
const BOUNDS: MapBounds = MapBounds { most: 5000, tells_threads: true };

/// Of a longer run only the last steps are marked.
const LONGEST: u32 = 400;

/// The map, and where on it the run is.
#[derive(Debug)]
pub struct Chart {
    map: StateMap,
    /// Of which step of the tree the rest is known, and whether the map was done.
    of: Option<(Option<u32>, bool)>,
    here: Option<MapId>,
    ways: Vec<MapWay>,
    passed: Vec<MapId>,
}

impl Chart {
    /// The map, as far as it is drawn.
    #[must_use]
    pub fn map(&self) -> &StateMap {
        &self.map
    }

    /// The present state; none between two of them, and where it is not on the map.
    #[must_use]
    pub fn here(&self) -> Option<MapId> {
        self.here
    }

    /// The steps on from the present state.
    #[must_use]
    pub fn ways(&self) -> &[MapWay] {
        &self.ways
    }

    /// Whether the run has come through a state.
    #[must_use]
    pub fn has_passed(&self, state: MapId) -> bool {
        self.passed.contains(&state)
    }

    /// Looks where the run is.
    fn look(&mut self, stage: &Stage) {
        let of = Some((stage.history().node(stage.cursor()), self.map.is_done()));
        if self.of == of {
            return;
        }
        let choices: Vec<Choice> = stage.history().choices(stage.cursor()).collect();
        let from = choices.len().saturating_sub(LONGEST as usize);
        (self.of, self.here, self.ways, self.passed) = (of, None, Vec::new(), Vec::new());
        let Some(mut machine) = self.map.machine(&choices[..from]) else { return };
        self.passed.extend(self.map.find(&machine));
        for choice in &choices[from..] {
            if !go(&mut machine, *choice) {
                return;
            }
            self.passed.extend(self.map.find(&machine));
        }
        self.here = self.map.find(&machine);
        self.ways = self.map.ways_on(&machine);
    }
}

fn go(machine: &mut Machine, choice: Choice) -> bool {
    machine.step(Choice { reading: None, ..choice }, &mut crate::event::Silence).is_ok()
}

impl Stage {
    /// The map of its states, if that is shown, and where on it the run is.
    #[must_use]
    pub fn chart(&self) -> Option<&Chart> {
        self.chart.as_deref()
    }

    /// Whether the map is to be seen, or takes turns with what else is.
    fn shows_chart(&self) -> bool {
        let asked = self.scenario().panes.contains(&Pane::StateMap) || self.opened() == Some(Pane::StateMap);
        asked && self.origin().is_none()
    }

    /// Whether the arrow keys walk on the map: the viewer has opened it.
    #[must_use]
    pub fn walks(&self) -> bool {
        self.opened_first() == Some(Pane::StateMap) && self.origin().is_none() && self.live().is_none()
    }

    /// Whether the map is shown, and there is more to draw.
    pub(super) fn is_charting(&self) -> bool {
        self.shows_chart() && self.chart().is_none_or(|chart| !chart.map.is_done())
    }

    /// On the map, the thread that would go on is one that can.
    pub(super) fn select_way(&mut self, by: isize) {
        let (threads, at) = (self.scene().threads.len().max(1) as isize, self.selected().index() as isize);
        let after = |far: isize| at + if by < 0 { -1 - far } else { by + far };
        let mut next = (0..threads).map(|far| ThreadId::at(after(far).rem_euclid(threads) as usize));
        if let Some(thread) = next.find(|&thread| self.can_run(thread)) {
            self.selected = thread;
            self.thing = None;
        }
    }

    /// On the map: goes the way that is chosen.
    pub(super) fn walk(&mut self, now: Duration) -> bool {
        if !self.can_run(self.selected()) {
            self.select_way(0);
        }
        let walked = self.run(self.selected(), now);
        if !self.can_run(self.selected()) {
            self.select_way(1);
        }
        walked
    }
}

impl App {
    /// Opens the map, or closes it.
    pub(super) fn toggle_map(&mut self, now: Duration) {
        let Some(stage) = &mut self.stage else { return };
        if stage.opened_first() == Some(Pane::StateMap) {
            stage.close_in_picture();
            return;
        }
        if stage.origin().is_some() {
            return self.say(self.locale.text("recording-no-program"), now);
        }
        stage.pause();
        self.open_pane(Pane::StateMap);
        self.chart_on();
        self.say(self.locale.text("map-opened"), now);
    }

    /// Goes on drawing the map, if it is shown, and looks where the run is.
    pub(super) fn chart_on(&mut self) {
        let slice = self.slice;
        let Some(stage) = self.stage().filter(|stage| stage.shows_chart()) else { return };
        // A machine is made for a new map alone.
        let beginning = if stage.chart.is_none() { self.beginning() } else { None };
        let Some(stage) = &mut self.stage else { return };
        let new = || {
            let map = StateMap::new(beginning?, None, BOUNDS);
            Some(Box::new(Chart { map, of: None, here: None, ways: Vec::new(), passed: Vec::new() }))
        };
        let Some(mut chart) = stage.chart.take().or_else(new) else { return };
        if !chart.map.is_done() {
            chart.map.advance(patience(slice));
        }
        chart.look(stage);
        stage.chart = Some(chart);
    }

    /// Draws all of it in one go: for pictures that are made without waiting.
    pub fn chart_all(&mut self) {
        let slice = std::mem::replace(&mut self.slice, Duration::MAX);
        self.chart_on();
        self.slice = slice;
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            Action,
            tests::{app_with, let_finish, stage},
        },
        *,
    };
    use crate::{event::End, explore::Kind};

    const NOW: Duration = Duration::from_secs(1);

    fn open(id: &str) -> App {
        let mut app = app_with(id);
        app.update(Action::Map, NOW);
        let_finish(&mut app, NOW, |app| stage(app).is_charting());
        app
    }

    fn chart(app: &App) -> &Chart {
        stage(app).chart().expect("the map is open")
    }

    #[test]
    fn the_map_is_walked_with_the_arrow_keys_up_to_an_end() {
        let mut app = open("deadlock");
        assert!(chart(&app).map().is_whole());
        assert_eq!(chart(&app).here(), Some(MapId(0)));
        let kinds: Vec<Kind> = chart(&app).map().ends().map(|end| end.kind).collect();
        assert!(kinds.contains(&Kind::Deadlock) && kinds.contains(&Kind::Finished));
        let mut steps = 0;
        while stage(&app).end().is_none() {
            let (ways, selected) = (chart(&app).ways().to_vec(), stage(&app).selected());
            // Whoever is chosen can go on, after the first step at the latest.
            let to = ways.iter().find(|way| way.choice.thread == selected).map(|way| way.to);
            app.update(Action::Forward, NOW);
            steps += 1;
            assert!(chart(&app).here().is_some() && to.is_none_or(|to| chart(&app).here() == Some(to)), "step {steps}");
            app.update(Action::SelectNext, NOW);
            assert!(stage(&app).end().is_some() || stage(&app).can_run(stage(&app).selected()));
        }
        let here = chart(&app).here().expect("the end is on it");
        let end = chart(&app).map().end(here).map(|end| end.kind);
        let expected = if stage(&app).end() == Some(End::Deadlock) { Kind::Deadlock } else { Kind::Finished };
        assert_eq!(end, Some(expected));
        app.update(Action::Backward, NOW);
        assert!(chart(&app).here() != Some(here) && chart(&app).has_passed(MapId(0)));
        // What came at the end was shown first, and the map is brought back.
        if !stage(&app).walks() {
            app.update(Action::Map, NOW);
        }
        assert!(stage(&app).walks());
        app.update(Action::Map, NOW);
        assert!(!stage(&app).walks(), "closed again");
    }

    #[test]
    fn a_program_with_too_many_states_has_no_whole_map_and_still_goes_on() {
        let mut app = open("philosophers");
        assert!(chart(&app).map().is_done() && !chart(&app).map().is_whole());
        app.update(Action::Forward, NOW);
        assert_eq!(stage(&app).cursor().0, 1);
    }
}
