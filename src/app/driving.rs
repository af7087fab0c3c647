//! Driving the stage: what each action does there, and what is said when it can do nothing.

use std::time::Duration;

use tui_input::Input;

use super::{Action, App, Overlay, pursuit::Goal};
use crate::{
    ids::StepIndex,
    scenario::Scenario,
    scene::ThreadState,
    telling::{line_words, names, state_word},
};

impl App {
    pub(super) fn update_stage(&mut self, action: Action, now: Duration) {
        let Some(stage) = &mut self.stage else { return };
        if stage.origin().is_some() && action.changes_the_run() {
            return self.say(self.locale.text("recording-real-run"), now);
        }
        stage.give_up(now);
        if self.refuses_in_challenge(action, now) {
            return;
        }
        let Some(stage) = &mut self.stage else { return };
        let selected = stage.selected();
        let towards = |forward| match stage.thing {
            Some(thing) => Goal::Thing(thing, forward),
            None => Goal::Thread(selected, forward),
        };
        let (next, previous) = (towards(true), towards(false));
        let moved = match action {
            // What a thread does again and again needs no key press each time.
            // Where a question is still to come, no step is passed over: it may be the one to ask about.
            Action::Forward if stage.walks() => stage.walk(now),
            Action::Forward
                if stage.live().is_none() && stage.scene().spinning().is_some() && !stage.quiz.is_waiting() =>
            {
                self.set_out(Goal::News, now)
            }
            Action::Forward => {
                stage.pause();
                stage.forward(now)
            }
            Action::Backward => stage.back(now),
            Action::Run(thread) => stage.run(thread, now),
            Action::RunSelected if stage.end().is_some() => return self.open_next(now),
            Action::RunSelected => stage.run(selected, now),
            Action::End => stage.release(now) || self.set_out(Goal::End, now),
            Action::NextOfThread => self.set_out(next, now),
            Action::PreviousOfThread => self.set_out(previous, now),
            Action::NextMark => self.set_out(Goal::Mark(true), now),
            Action::PreviousMark => self.set_out(Goal::Mark(false), now),
            Action::NextBlocking => self.set_out(Goal::Blocking(true), now),
            Action::PreviousBlocking => self.set_out(Goal::Blocking(false), now),
            Action::RunToLine(line) => {
                let part = stage.scenario().source.line_span(line);
                self.set_out(Goal::Line(line, part), now)
            }
            _ => {
                self.change_stage(action, now);
                return;
            }
        };
        if !moved {
            self.explain(action, now);
        }
    }

    /// What always takes effect.
    fn change_stage(&mut self, action: Action, now: Duration) {
        let Some(stage) = &mut self.stage else { return };
        match action {
            Action::Play => stage.play_or_pause(now),
            Action::SelectNext | Action::Down if stage.walks() => stage.select_way(1),
            Action::SelectPrevious | Action::Up if stage.walks() => stage.select_way(-1),
            Action::SelectNext | Action::Down => stage.select_by(1),
            Action::SelectPrevious | Action::Up => stage.select_by(-1),
            Action::SourceUp => stage.scroll(-1),
            Action::SourceDown => stage.scroll(1),
            Action::Start => stage.seek(StepIndex(0), now),
            Action::GoTo => {
                stage.pause();
                self.overlay = Some(Overlay::GoTo(Input::default()));
            }
            Action::Seek(step) => stage.seek(step, now),
            Action::Faster => stage.set_speed(stage.speed().faster(), now),
            Action::Slower => stage.set_speed(stage.speed().slower(), now),
            Action::Restart => {
                stage.forget_input();
                stage.restart(stage.session().settings().seed, now);
            }
            Action::NextSeed => {
                let seed = stage.session().settings().seed.wrapping_add(1);
                stage.restart(seed, now);
                self.say(self.locale.format("seed-is", &[("seed", seed.to_string().into())]), now);
            }
            Action::Live => self.toggle_live(now),
            Action::Policy | Action::Unit if stage.live().is_some() => self.say(self.locale.text("live-holds"), now),
            Action::Policy => {
                stage.next_policy();
                let policy = stage.session().settings().policy.name();
                self.say(self.locale.text(&format!("policy-{policy}")), now);
            }
            Action::Unit => stage.next_unit(),
            Action::OtherWay => self.take_other_way(now),
            Action::Turn => stage.turn(),
            Action::OpenPane(pane) => self.open_pane(pane),
            Action::NextScenario => self.open_next(now),
            Action::SelectThing(thing) => {
                let thing = Some(thing).filter(|_| stage.thing() != Some(thing));
                stage.select_thing(thing);
                self.tell_thing(now);
            }
            Action::NextThing => {
                stage.select_next_thing();
                self.tell_thing(now);
            }
            Action::Tour if stage.scenario().tour.is_empty() => self.say(self.locale.text("no-tour-here"), now),
            Action::Tour => {
                stage.seek(StepIndex(0), now);
                self.begin_tour(now);
            }
            Action::Zoom => self.zoom_on(now),
            Action::Fixed => self.open_twin(now),
            Action::Twins => self.open_twins(now),
            Action::RunMany => self.run_many(now),
            Action::Check => self.check(now),
            Action::Map => self.toggle_map(now),
            Action::Challenge => self.begin_challenge(now),
            Action::Hint => self.give_hint(now),
            Action::Questions => self.next_questions(now),
            Action::Notes => self.overlay = Some(Overlay::Notes(0)),
            Action::OtherEnd => self.seek_other_end(now),
            Action::Parameters => self.open_parameters(),
            Action::Save => self.save(now),
            Action::Export => self.ask_export(now),
            _ => {}
        }
    }

    /// Back to the gallery, where the first parameter of the scenario that was on the stage can be changed.
    fn open_parameters(&mut self) {
        let Some(stage) = self.stage.take() else { return };
        self.look.zoom = None;
        self.gallery.clear_search();
        self.gallery.choose_id(&stage.scenario().id);
        if self.gallery.parameter_at().is_none() {
            self.gallery.next_parameter(true);
        }
    }

    fn take_other_way(&mut self, now: Duration) {
        let Some(stage) = &mut self.stage else { return };
        let text = match stage.take_other_way(now) {
            Some(thread) => {
                let (step, thread) = (stage.cursor().0.to_string(), stage.names().thread(thread));
                self.locale.format("other-way", &[("step", step.into()), ("thread", thread.into())])
            }
            None => self.locale.text("no-other-way"),
        };
        self.say(text, now);
    }

    /// The scenario that does right what the one on the stage does wrong, or the other way round.
    #[must_use]
    pub fn twin(&self) -> Option<&Scenario> {
        let scenario = self.stage()?.scenario();
        let catalogue = self.gallery.catalogue();
        if let Some(fixed) = &scenario.fixed_by {
            return catalogue.find(fixed);
        }
        let is_broken = |one: &&Scenario| one.fixed_by.as_ref() == Some(&scenario.id);
        // Several may have the same repaired twin: back goes to the one that it was opened from.
        let from = self.twin_of.as_ref().and_then(|id| catalogue.find(id)).filter(is_broken);
        from.or_else(|| catalogue.scenarios().iter().find(is_broken))
    }

    fn open_twin(&mut self, now: Duration) {
        let Some(mut twin) = self.twin().cloned() else { return self.say(self.locale.text("no-fixed"), now) };
        if let Some(stage) = &self.stage {
            twin.keep_parameters_of(stage.scenario());
            self.twin_of = Some(stage.scenario().id.clone());
        }
        self.gallery.clear_search();
        self.gallery.choose_id(&twin.id);
        let left = self.left_for_twin.take().filter(|left| left.scenario().is_as(&twin));
        let before = self.stage.take();
        match left {
            Some(left) => {
                self.stage = Some(left);
                self.opened_from = None;
                self.pair_up();
            }
            None => self.open(twin),
        }
        if self.stage.is_some() {
            self.left_for_twin = before;
        } else {
            self.stage = before;
        }
    }

    /// Says which primitive is selected, and what that is good for.
    fn tell_thing(&mut self, now: Duration) {
        let Some(stage) = &self.stage else { return };
        let text = match stage.thing() {
            Some(thing) => {
                let name = stage.names().resource(thing).into_owned();
                self.locale.format("thing-selected", &[("thing", name.into())])
            }
            None if stage.scene().resources.is_empty() => self.locale.text("no-things"),
            None => self.locale.text("thing-none"),
        };
        self.say(text, now);
    }

    fn open_next(&mut self, now: Duration) {
        let id = self.stage.as_ref().map(|stage| stage.scenario().id.clone()).unwrap_or_default();
        let mut behind = self.gallery.catalogue().scenarios().iter().skip_while(|scenario| scenario.id != id);
        match behind.nth(1).cloned() {
            Some(scenario) => {
                self.gallery.clear_search();
                self.gallery.choose_id(&scenario.id);
                self.open(scenario);
            }
            None => self.say(self.locale.text("no-next"), now),
        }
    }

    /// Why an action did nothing.
    pub(super) fn explain(&mut self, action: Action, now: Duration) {
        let Some(stage) = &self.stage else { return };
        if let Some(obstacle) =
            stage.session().obstacle().filter(|&obstacle| obstacle != crate::host::Obstacle::RealRun)
        {
            let text = self.obstacle_words(obstacle);
            return self.say(text, now);
        }
        let thread = match action {
            Action::Run(thread) => Some(thread),
            Action::RunSelected => Some(stage.selected()),
            _ => None,
        };
        let text = match (thread, action) {
            (Some(thread), _) if thread.index() >= stage.scene().threads.len() => {
                self.locale.format("no-such-thread", &[("mark", names::mark(thread).to_string().into())])
            }
            (Some(thread), _) => {
                let name = stage.names().thread(thread);
                let view = stage.scene().thread(thread);
                let state = view.map_or_else(String::new, |view| match view.state {
                    // The word of its row, which says more than that of the states.
                    ThreadState::New => self.locale.text("lane-new"),
                    state => state_word(&self.locale, state),
                });
                self.locale.format("cannot-run", &[("thread", name.into()), ("state", state.into())])
            }
            (None, Action::Backward | Action::PreviousOfThread | Action::PreviousBlocking | Action::PreviousMark) => {
                self.locale.text("nothing-before")
            }
            (None, Action::RunToLine(line)) => {
                let line = line_words(&stage.scenario().source, line, &self.locale);
                self.locale.format("nobody-comes", &[("line", line.into())])
            }
            (None, Action::End) if stage.end().is_none() => {
                self.locale.format("end-is-far", &[("steps", thousands(stage.cursor().0).into())])
            }
            (None, Action::End) => return,
            (None, Action::Forward) if stage.end().is_none() && stage.scene().spinning().is_some() => {
                self.locale.format("still-spinning", &[("steps", thousands(stage.cursor().0).into())])
            }
            _ => self.locale.text("nothing-after"),
        };
        self.say(text, now);
    }
}

/// A number with commas between its thousands, as both languages write it.
fn thousands(number: u32) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| str::from_utf8(group).ok()).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (number, text) in [(0, "0"), (999, "999"), (7403, "7,403"), (1_000_000, "1,000,000")] {
            assert_eq!(thousands(number), text);
        }
    }
}
