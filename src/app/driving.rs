//! Driving the stage: what each action does there, and what is said when it can do nothing.

use std::time::Duration;

use tui_input::Input;

use super::{Action, App, Overlay, pursuit::Goal};
use crate::{
    ids::StepIndex,
    scenario::Pane,
    telling::{names, state_word},
};

impl App {
    pub(super) fn update_stage(&mut self, action: Action, now: Duration) {
        let Some(stage) = &mut self.stage else { return };
        if stage.origin().is_some() && action.changes_the_run() {
            return self.say(self.locale.text("recording-real-run"), now);
        }
        stage.give_up(now);
        let selected = stage.selected();
        let moved = match action {
            Action::Forward => {
                stage.pause();
                stage.forward(now)
            }
            Action::Backward => stage.back(now),
            Action::Run(thread) => stage.run(thread, now),
            Action::RunSelected => stage.run(selected, now),
            Action::End => stage.release(now) || self.set_out(Goal::End, now),
            Action::NextOfThread => self.set_out(Goal::Thread(selected, true), now),
            Action::PreviousOfThread => self.set_out(Goal::Thread(selected, false), now),
            Action::NextBlocking => self.set_out(Goal::Blocking(true), now),
            Action::PreviousBlocking => self.set_out(Goal::Blocking(false), now),
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
            Action::SelectNext | Action::Down => stage.select_by(1),
            Action::SelectPrevious | Action::Up => stage.select_by(-1),
            Action::Start => stage.seek(StepIndex(0), now),
            Action::GoTo => {
                stage.pause();
                self.overlay = Some(Overlay::GoTo(Input::default()));
            }
            Action::Seek(step) => stage.seek(step, now),
            Action::Faster => stage.set_speed(stage.speed().faster(), now),
            Action::Slower => stage.set_speed(stage.speed().slower(), now),
            Action::Restart => stage.restart(stage.session().settings().seed, now),
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
            Action::Zoom => self.look.zoom = next_zoom(self.look.zoom),
            Action::Fixed => self.open_fixed(now),
            Action::RunMany => self.run_many(now),
            Action::Save => self.save(now),
            Action::Export => self.ask_export(now),
            _ => {}
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

    fn open_fixed(&mut self, now: Duration) {
        let fixed = self.stage.as_ref().and_then(|stage| stage.scenario().fixed_by.clone());
        let scenario = fixed.and_then(|id| self.gallery.catalogue().find(&id).cloned());
        match scenario {
            Some(scenario) => {
                self.gallery.clear_search();
                self.gallery.choose_id(&scenario.id);
                self.open(scenario);
            }
            None => self.say(self.locale.text("no-fixed"), now),
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
                let state = view.map_or_else(String::new, |view| state_word(&self.locale, view.state));
                self.locale.format("cannot-run", &[("thread", name.into()), ("state", state.into())])
            }
            (None, Action::Backward | Action::PreviousOfThread | Action::PreviousBlocking) => {
                self.locale.text("nothing-before")
            }
            (None, Action::End) if stage.end().is_none() => self.locale.text("end-is-far"),
            (None, Action::End) => return,
            _ => self.locale.text("nothing-after"),
        };
        self.say(text, now);
    }
}

/// The pane that is given the room next; behind the last one, none.
fn next_zoom(zoom: Option<Pane>) -> Option<Pane> {
    let at = zoom.map_or(0, |pane| Pane::ALL.iter().position(|&known| known == pane).map_or(0, |at| at + 1));
    Pane::ALL.get(at).copied()
}
