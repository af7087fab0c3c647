//! Two stages beside each other: a program with a mistake and the one without it, in step, by the same policy and seed.

use std::time::Duration;

use super::{Action, App, Overlay, Stage, trials::operation_by_operation};
use crate::{host::Settings, scenario::Scenario};

/// A program with a mistake on a stage, and the one without it on another.
#[derive(Debug)]
pub struct Twins {
    stages: [Box<Stage>; 2],
    /// The side on which a thread is let go, and which is left open at the end.
    focus: usize,
}

impl Twins {
    fn open(scenarios: [Scenario; 2], settings: Settings) -> Option<Self> {
        let [broken, fixed] = scenarios.map(|scenario| Stage::open(scenario, settings).ok().map(Box::new));
        Some(Self { stages: [broken?, fixed?], focus: 0 })
    }

    /// Both stages: first the one with the mistake.
    #[must_use]
    pub fn stages(&self) -> [&Stage; 2] {
        self.stages.each_ref().map(AsRef::as_ref)
    }

    /// The chosen side.
    #[must_use]
    pub fn focus(&self) -> usize {
        self.focus
    }

    /// Whether one of them plays.
    #[must_use]
    pub fn is_playing(&self) -> bool {
        self.stages.iter().any(|stage| stage.is_playing())
    }

    /// When something changes by itself.
    pub(super) fn due(&self) -> Option<Duration> {
        self.stages.iter().filter_map(|stage| stage.due()).min()
    }

    fn each(&mut self, mut act: impl FnMut(&mut Stage)) {
        self.stages.iter_mut().for_each(|stage| act(stage));
    }

    /// One step back: whoever is farther goes first, so that both stand at the same step again.
    fn back(&mut self, now: Duration) {
        let farthest = self.stages.iter().map(|stage| stage.cursor()).max();
        self.each(|stage| {
            stage.pause();
            if Some(stage.cursor()) == farthest {
                stage.back(now);
            }
        });
    }

    fn play_or_pause(&mut self, now: Duration) {
        if self.is_playing() {
            return self.each(Stage::pause);
        }
        let over = self.stages.iter().all(|stage| stage.end().is_some());
        self.each(|stage| {
            if over || stage.end().is_none() {
                stage.play_or_pause(now);
            }
        });
    }
}

impl App {
    /// Puts the program on the stage and its twin beside each other.
    pub(super) fn open_twins(&mut self, now: Duration) {
        let Some(mut twin) = self.twin().cloned() else { return self.say(self.locale.text("no-fixed"), now) };
        if self.stage().is_some_and(|stage| stage.side_by_side().is_none()) {
            self.pair_up();
        }
        let Some(stage) = &mut self.stage else { return };
        stage.pause();
        let own = stage.scenario().clone();
        twin.keep_parameters_of(&own);
        let scenarios = if own.fixed_by.is_some() { [own, twin] } else { [twin, own] };
        let (settings, speed, cursor) = (operation_by_operation(stage), stage.speed(), stage.cursor());
        if let Some(mut twins) = Twins::open(scenarios, settings) {
            twins.each(|stage| {
                stage.set_speed(speed, now);
                stage.run_up_to(cursor);
            });
            self.overlay = Some(Overlay::Twins(Box::new(twins)));
        }
    }

    /// What the viewer asks of both stages; anything else leaves them.
    pub(super) fn answer_twins(&mut self, action: Action, now: Duration) {
        let Some(Overlay::Twins(twins)) = self.overlay.as_mut() else { return };
        match action {
            Action::Play => twins.play_or_pause(now),
            Action::Forward => twins.each(|stage| {
                stage.pause();
                stage.forward(now);
            }),
            Action::Backward => twins.back(now),
            Action::Start => twins.each(|stage| {
                stage.pause();
                stage.seek(crate::ids::StepIndex(0), now);
            }),
            Action::End => twins.each(|stage| {
                stage.pause();
                stage.run_to_end(now);
            }),
            Action::Run(thread) => {
                let focus = twins.focus;
                twins.stages[focus].run(thread, now);
            }
            Action::Faster => twins.each(|stage| stage.set_speed(stage.speed().faster(), now)),
            Action::Slower => twins.each(|stage| stage.set_speed(stage.speed().slower(), now)),
            Action::Turn => twins.focus = 1 - twins.focus,
            Action::Fixed => self.leave_one(now),
            _ => self.overlay = None,
        }
    }

    /// Of both stages the chosen one stays, where it is.
    fn leave_one(&mut self, now: Duration) {
        let Some(Overlay::Twins(twins)) = self.overlay.take() else { return };
        let Twins { stages: [broken, fixed], focus } = *twins;
        self.twin_of = Some(broken.scenario().id.clone());
        let mut stage = if focus == 0 { broken } else { fixed };
        stage.pause();
        self.gallery.choose_id(&stage.scenario().id);
        self.opened_from = None;
        stage.set_speed(stage.speed(), now);
        self.stage = Some(stage);
        self.pair_up();
    }

    /// Lets time pass for both stages.
    pub(super) fn twins_on(&mut self, now: Duration) {
        if let Some(Overlay::Twins(twins)) = &mut self.overlay {
            let locale = &self.locale;
            twins.each(|stage| stage.tick(now, Some(locale)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::app_with, *};
    use crate::ids::ThreadId;

    const NOW: Duration = Duration::from_secs(1);

    fn twins(app: &App) -> &Twins {
        match app.overlay() {
            Some(Overlay::Twins(twins)) => twins,
            other => panic!("{other:?} lies over the stage"),
        }
    }

    fn cursors(app: &App) -> [u32; 2] {
        twins(app).stages().map(|stage| stage.cursor().0)
    }

    #[test]
    fn both_go_in_step_and_the_one_with_the_mistake_stands_left() {
        for id in ["deadlock", "deadlock_ordered"] {
            let mut app = app_with(id);
            app.update(Action::Forward, NOW);
            app.update(Action::Twins, NOW);
            assert_eq!(twins(&app).stages().map(|stage| stage.scenario().id.clone()), ["deadlock", "deadlock_ordered"]);
            assert_eq!(cursors(&app), [1, 1], "they begin where the stage was");
            app.update(Action::Forward, NOW);
            assert_eq!(cursors(&app), [2, 2]);
            app.update(Action::End, NOW);
            let ends = cursors(&app);
            assert!(ends[0] < ends[1], "{ends:?}");
            app.update(Action::Backward, NOW);
            assert_eq!(cursors(&app), [ends[0], ends[1] - 1]);
            app.update(Action::Back, NOW);
            assert_eq!(app.stage().map(|stage| stage.cursor().0), Some(1), "the stage is as it was");
        }
    }

    #[test]
    fn a_thread_is_let_go_on_the_chosen_side_and_that_side_can_be_left_open() {
        let mut app = app_with("deadlock");
        app.update(Action::Twins, NOW);
        (0..3).for_each(|_| app.update(Action::Forward, NOW));
        app.update(Action::Turn, NOW);
        app.update(Action::Run(ThreadId::MAIN), NOW);
        assert_eq!(cursors(&app), [3, 4]);
        app.update(Action::Fixed, NOW);
        let stage = app.stage().expect("one of them is there");
        assert_eq!((stage.scenario().id.as_str(), stage.cursor().0), ("deadlock_ordered", 4));
        assert!(app.overlay().is_none());
        assert_eq!(app.twin().map(|twin| twin.id.as_str()), Some("deadlock"));
    }

    #[test]
    fn they_play_until_both_are_over_and_runs_of_both_are_made() {
        let mut app = app_with("deadlock");
        app.update(Action::Twins, NOW);
        app.update(Action::Play, NOW);
        let mut now = NOW;
        while twins(&app).is_playing() {
            now += Duration::from_mins(1);
            assert!(app.next_change(now).is_some());
            app.tick(now);
        }
        assert!(twins(&app).stages().iter().all(|stage| stage.end().is_some()));
        assert!(app.stage().and_then(Stage::side_by_side).is_some_and(|pair| pair.sides()[0].made() > 0));
    }

    #[test]
    fn where_nothing_was_repaired_it_is_said() {
        let mut app = app_with("semaphore");
        app.update(Action::Twins, NOW);
        assert!(app.overlay().is_none() && app.notice(NOW).is_some());
    }
}
