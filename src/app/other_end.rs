//! Another end: runs of what is on the stage under random schedules, one after the other, until one ends otherwise than the
//! present run does. They are made in slices, while the screen goes on, and there is an end to the search. Tests: here.

use std::time::{Duration, Instant};

use super::{
    Action, App, Stage,
    pursuit::patience,
    trials::{OpenedFrom, random_run, trials_of},
};
use crate::{
    host::{Budget, Group, Trials},
    schedule::Policy,
    telling::kind_word,
};

/// More runs are not made.
const RUNS: u64 = 1000;

/// No run is longer than so many operations.
const LONGEST: u64 = 100_000;

/// The present run is followed no farther, to see how it ends.
const PRESENT: Budget = Budget { steps: LONGEST, time: Some(Duration::from_millis(500)) };

/// Where only one end is known, so many runs are made.
const FEW: u64 = 200;

/// A search takes no longer, in real time.
const PATIENCE: Duration = Duration::from_secs(5);

/// Where only one end is known, it takes no longer.
const SHORT: Duration = Duration::from_secs(1);

/// A search for a run that ends otherwise.
#[derive(Debug)]
pub(super) struct Hunt {
    trials: Trials,
    /// How the present run ends.
    present: Group,
    /// Runs that were looked at.
    seen: u64,
    began: Instant,
    /// How long it may take.
    patience: Duration,
}

impl Hunt {
    /// Goes on for as long as `patient` says so, run by run, so that what is found does not depend on how fast that goes.
    fn advance(&mut self, mut patient: impl FnMut() -> bool) -> Option<Group> {
        while !self.is_over() {
            self.trials.advance(|| false);
            if self.trials.tally().runs() > self.seen {
                self.seen = self.trials.tally().runs();
                let found = self.other_kind();
                if found.is_some() {
                    return found;
                }
            }
            if !patient() {
                break;
            }
        }
        None
    }

    fn is_over(&self) -> bool {
        self.trials.is_done() || self.began.elapsed() >= self.patience
    }

    /// A run that ends in another way. Whether a result is wrong is known only when a right one was seen.
    fn other_kind(&self) -> Option<Group> {
        let groups = self.trials.tally().by_output();
        let is_present = |group: &&Group| group.end == self.present.end && group.output == self.present.output;
        let kind = groups.iter().find(is_present).map_or(self.present.kind, |group| group.kind);
        groups.into_iter().find(|group| group.kind != kind)
    }

    /// A run that ends in the same way, but prints something else.
    fn other_output(&self) -> Option<Group> {
        let groups = self.trials.tally().by_output();
        groups.into_iter().find(|group| group.output != self.present.output)
    }
}

impl Stage {
    /// Whether another end is known, or could be there: the scenario has several, or a wrong result, or nobody has said.
    #[must_use]
    pub fn can_end_otherwise(&self) -> bool {
        let scenario = self.scenario();
        scenario.expect.len() != 1 || scenario.can_end_wrong() || self.is_changed()
    }
}

impl App {
    /// Begins to look for a run that ends otherwise than the present one.
    pub(super) fn seek_other_end(&mut self, now: Duration) {
        let Some(stage) = &mut self.stage else { return };
        stage.pause();
        let settings = *stage.session().settings();
        let present = stage.session().outcome(PRESENT);
        let catalogue = self.gallery.catalogue();
        let (most, patience) = if stage.can_end_otherwise() { (RUNS, PATIENCE) } else { (FEW, SHORT) };
        match (trials_of(stage.scenario(), catalogue, &settings, (most, LONGEST)), present) {
            (Ok(trials), Some(present)) => {
                // Asked for again, it goes on to the next one.
                let first = if settings.policy == Policy::Random { settings.seed.wrapping_add(1) } else { 1 };
                let trials = trials.beginning_at(first).knowing(present.clone());
                let seen = trials.tally().runs();
                self.hunt = Some(Box::new(Hunt { trials, present, seen, began: Instant::now(), patience }));
                self.say(self.locale.text("other-end-sought"), now);
                self.hunt_on(now);
            }
            _ => self.say(self.locale.text("recording-no-program"), now),
        }
    }

    /// Goes on looking, if anything is looked for.
    pub(super) fn hunt_on(&mut self, now: Duration) {
        let slice = self.slice;
        let Some(hunt) = &mut self.hunt else { return };
        let found = hunt.advance(patience(slice));
        if found.is_none() && !hunt.is_over() {
            return;
        }
        let runs = hunt.seen.saturating_sub(1);
        // The same end with another output is no reason to leave the step: that can be opened among many runs.
        let other = if found.is_none() { hunt.other_output() } else { None };
        self.hunt = None;
        let text = match (found, other) {
            (Some(group), _) => {
                let (seed, kind) = (group.seed.to_string(), kind_word(&self.locale, group.kind));
                let Some(opened) = self.stage.as_ref().and_then(|stage| run_of_seed(stage, group.seed, now)) else {
                    return;
                };
                let before = self.stage.replace(opened);
                // However often another end is asked for, back goes to where that began.
                if self.opened_from.is_none() {
                    self.opened_from = before.map(|stage| Box::new(OpenedFrom { list: None, stage }));
                }
                self.locale.format("other-end-found", &[("seed", seed.into()), ("kind", kind.into())])
            }
            (None, Some(group)) => {
                let seed = group.seed.to_string();
                self.locale.format("other-output-found", &[("seed", seed.into()), ("runs", runs.into())])
            }
            (None, None) => self.locale.format("other-end-none", &[("runs", runs.into())]),
        };
        self.say(text, now);
    }

    /// Whether another end is being looked for.
    pub(super) fn is_hunting(&self) -> bool {
        self.hunt.is_some()
    }

    /// What the viewer does ends the search, unless it only changes how things look.
    pub(super) fn end_hunt(&mut self, action: Action) {
        if !matches!(action, Action::Language | Action::Theme | Action::Zoom | Action::Turn) {
            self.hunt = None;
        }
    }
}

/// The run of a random seed of what is on the stage, at its start.
pub(super) fn run_of_seed(stage: &Stage, seed: u64, now: Duration) -> Option<Box<Stage>> {
    let mut opened = Stage::open(stage.scenario().clone(), random_run(stage, seed)).ok()?;
    opened.set_speed(stage.speed(), now);
    Some(Box::new(opened))
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{act, app_with, let_finish, on_stage, stage},
        *,
    };
    use crate::event::End;

    const NOW: Duration = Duration::from_secs(1);

    /// Asks for another end, and waits for it.
    fn ask(app: &mut App) -> String {
        app.update(Action::OtherEnd, NOW);
        let_finish(app, NOW, App::is_hunting);
        app.notice(NOW).unwrap_or_default().to_owned()
    }

    #[test]
    fn a_deadlock_leads_to_a_good_end_and_that_to_a_deadlock() {
        let mut app = app_with("deadlock");
        app.compute_in_slices(Duration::from_millis(1));
        act(&mut app, &[Action::End]);
        app.compute_in_slices(Duration::ZERO);
        let mut ends = vec![stage(&app).end()];
        let mut seeds = Vec::new();
        for _ in 0..2 {
            let said = ask(&mut app);
            let settings = *stage(&app).session().settings();
            assert_eq!((settings.policy, stage(&app).cursor().0), (Policy::Random, 0));
            assert!(said.contains(&format!("seed {}", settings.seed)), "{said}");
            seeds.push(settings.seed);
            app.compute_in_slices(Duration::from_secs(1));
            act(&mut app, &[Action::End]);
            ends.push(stage(&app).end());
            app.compute_in_slices(Duration::ZERO);
        }
        assert_eq!(ends, [Some(End::Deadlock), Some(End::Finished), Some(End::Deadlock)]);
        assert!(seeds[0] < seeds[1], "{seeds:?}");
    }

    #[test]
    fn a_wrong_result_leads_to_the_right_one_and_from_the_middle_of_a_run_too() {
        for far in [Action::End, Action::Forward] {
            let mut app = app_with("lost_update");
            act(&mut app, &[far]);
            let said = ask(&mut app);
            assert!(said.contains("finished"), "{said}");
            act(&mut app, &[Action::End]);
            assert_eq!(stage(&app).scene().lost_writes(), 0, "{said}");
        }
    }

    #[test]
    fn back_leads_to_the_step_where_it_was_asked_for() {
        let mut app = app_with("deadlock");
        act(&mut app, &[Action::Forward, Action::Forward]);
        ask(&mut app);
        ask(&mut app);
        assert_eq!(stage(&app).session().settings().policy, Policy::Random);
        act(&mut app, &[Action::Back]);
        assert_eq!((stage(&app).session().settings().policy, stage(&app).cursor().0), (Policy::Fair, 2));
        act(&mut app, &[Action::Fixed, Action::Forward, Action::Fixed]);
        assert_eq!((stage(&app).scenario().id.as_str(), stage(&app).cursor().0), ("deadlock", 2));
        act(&mut app, &[Action::Fixed]);
        assert_eq!((stage(&app).scenario().id.as_str(), stage(&app).cursor().0), ("deadlock_ordered", 1));
    }

    #[test]
    fn a_program_with_one_end_says_so_and_one_that_prints_otherwise_is_shown() {
        let mut app = on_stage("print(1)\n");
        act(&mut app, &[Action::End]);
        assert_eq!(ask(&mut app), "No other end found: 1000 random runs end as this one does");
        assert_eq!(stage(&app).end(), Some(End::Finished), "the run is still there");
        let mut app = on_stage(
            "import threading\ndef say(what):\n    print(what)\nfor name in 'ab':\n    threading.Thread(target=say, args=(name,)).start()\n",
        );
        act(&mut app, &[Action::Forward]);
        let said = ask(&mut app);
        assert!(said.contains("prints something else"), "{said}");
        assert_eq!(stage(&app).cursor().0, 1, "the step is not left");
    }

    #[test]
    fn where_one_end_is_known_no_other_is_offered_and_the_search_is_short() {
        let mut app = app_with("queue");
        assert!(!stage(&app).can_end_otherwise());
        act(&mut app, &[Action::End]);
        let band = stage(&app).band(app.locale());
        assert!(band.key.is_none_or(|(action, _)| action != Action::OtherEnd), "{band:?}");
        assert!(ask(&mut app).contains("200 random runs"));
        for with_two in ["deadlock", "lost_update"] {
            assert!(stage(&app_with(with_two)).can_end_otherwise(), "{with_two}");
        }
    }

    #[test]
    fn whatever_the_viewer_does_ends_the_search() {
        let mut app = on_stage("while True:\n    pass\n");
        app.compute_in_slices(Duration::ZERO);
        app.update(Action::OtherEnd, NOW);
        assert!(app.is_hunting());
        app.update(Action::Forward, NOW);
        assert!(!app.is_hunting());
    }
}
