//! A tour without a screen: what it shows and when, for what plays it elsewhere. Time is counted, not measured.

use std::time::Duration;

use super::{App, Stage};
use crate::{ids::StepIndex, scenario::Words, trace::History};

/// A moment at which the tour shows something else than before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moment {
    /// When it begins.
    pub at: Duration,
    /// What is said; no words where nothing is.
    pub caption: Words,
    /// The way that the run has taken there, among those of the [`Showing`].
    pub way: usize,
    /// The step of that way.
    pub step: StepIndex,
}

/// Everything that a tour shows.
#[derive(Clone, Debug)]
pub struct Showing {
    /// Its moments in order; there is at least one.
    pub moments: Vec<Moment>,
    /// When the last one is over.
    pub lasts: Duration,
    /// The ways that the run takes, each from its first step to its last: another one begins where the tour goes back
    /// and lets another thread go on.
    pub ways: Vec<History>,
}

impl App {
    /// Plays the tour of the scenario on the stage to its end, and then the run, up to that step. `None` if it has none.
    pub fn show_tour(&mut self, most: StepIndex) -> Option<Showing> {
        let mut now = Duration::ZERO;
        if !self.begin_tour(now) {
            return None;
        }
        // Nothing moves where nobody looks.
        let motion = std::mem::replace(&mut self.look.motion, false);
        let (mut moments, mut tips) = (Vec::new(), Vec::new());
        self.tick(now);
        while self.is_touring() {
            self.note_moment(now, &mut moments, &mut tips);
            let Some(next) = self.next_change(now) else { break };
            now = next;
            self.tick(now);
        }
        self.look.motion = motion;
        if let Some(stage) = self.stage_mut() {
            stage.run_up_to(most);
        }
        let history = self.stage().map(Stage::history)?;
        extend(&mut tips, history);
        let ways = tips.into_iter().map(|(_, tip)| history.way_to(tip)).collect();
        Some(Showing { moments, lasts: now, ways })
    }

    fn note_moment(&self, at: Duration, moments: &mut Vec<Moment>, tips: &mut Vec<(StepIndex, u32)>) {
        let Some(stage) = self.stage() else { return };
        extend(tips, stage.history());
        let moment = Moment { at, caption: self.tour_words(), way: tips.len() - 1, step: stage.cursor() };
        let is_same = |last: &Moment| Moment { at, ..last.clone() } == moment;
        // What is shown for no time is not seen.
        if moments.last().is_some_and(|last: &Moment| last.at == at) {
            moments.pop();
        }
        if !moments.last().is_some_and(is_same) {
            moments.push(moment);
        }
    }
}

/// Notes how far the run has come: on the last of these ways, or on a new one where it has left that.
fn extend(tips: &mut Vec<(StepIndex, u32)>, history: &History) {
    let Some(now) = history.node(history.tip()).map(|node| (history.tip(), node)) else { return };
    match tips.last_mut() {
        Some(last) if history.node(last.0) == Some(last.1) => *last = now,
        _ => tips.push(now),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::app_with_tour, *};
    use crate::scenario::Words;

    #[test]
    fn going_back_and_letting_another_go_on_begins_another_way() {
        let mut app = app_with_tour(
            "[[tool.raddle.tour]]\nsay = \"one\"\nplay = \"end\"\nwait = 2\n[[tool.raddle.tour]]\nsay = \"two\"\ngo_to = 5\nwait = 3\n\
             [[tool.raddle.tour]]\nrun = \"alice\"\ntimes = 2\nwait = 1\n",
        );
        let showing = app.show_tour(StepIndex(500)).expect("it has a tour");
        assert_eq!(showing.ways.len(), 2);
        let (first, second) = (&showing.ways[0], &showing.ways[1]);
        assert_eq!(first.node(StepIndex(5)), second.node(StepIndex(5)));
        assert_ne!(first.node(StepIndex(6)), second.node(StepIndex(6)));
        assert!(first.end().is_some() && second.end().is_some(), "the last one goes on to its end");
        let back = showing.moments.iter().find(|moment| moment.caption == Words::same("two")).expect("it says so");
        assert_eq!((back.way, back.step), (0, StepIndex(5)));
        let behind: Vec<_> = showing.moments.iter().filter(|moment| moment.way == 1).collect();
        assert_eq!(behind.iter().map(|moment| moment.step.0).collect::<Vec<_>>(), [6, 7]);
        assert_eq!(behind[0].at, back.at + Duration::from_secs(3), "it rests as long as the tour says");
        assert_eq!(showing.lasts, behind[1].at + Duration::from_secs(1));
        assert!(showing.moments.is_sorted_by(|one, next| one.at < next.at));
    }

    #[test]
    fn there_is_nothing_to_show_without_a_tour() {
        assert!(app_with_tour("").show_tour(StepIndex(9)).is_none());
    }
}
