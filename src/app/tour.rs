//! A tour on the stage: the cues of a scenario are done one after the other, each when it is due, as if somebody pressed
//! the keys. Whatever the viewer does ends it.

use std::{collections::VecDeque, time::Duration};

use super::{Action, App, Speed};
use crate::{
    ids::{StepIndex, ThreadId},
    locale::Language,
    scenario::{Cue, Deed, Until, Words},
};

/// How long a key that was pressed is shown.
const SHOWN: Duration = Duration::from_millis(900);

/// Steps of a tour are at least so far apart, so that each is seen.
const BEAT: Duration = Duration::from_millis(250);

/// A tour that is under way.
#[derive(Clone, PartialEq, Debug)]
pub struct Tour {
    cues: VecDeque<Cue>,
    caption: Words,
    /// What is said when what is being done is done: what has not happened is not spoken of.
    coming: Option<Words>,
    /// When the next thing is done; none while the stage plays.
    due: Option<Duration>,
    /// What is left of the present cue.
    left: Left,
    /// How long it rests after that.
    rest: Duration,
}

/// What is left to do of a cue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Left {
    Nothing,
    /// This, so many times.
    Times(Action, u32),
    /// Play.
    Play(Until),
}

/// The key that was pressed last, and whether it is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Keys {
    shown: bool,
    last: Option<Pressed>,
}

/// A key that was pressed, as the action that it stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pressed {
    /// What it does.
    pub action: Action,
    until: Duration,
}

impl Tour {
    /// What was being done is done: now it is said.
    fn say(&mut self) {
        if let Some(caption) = self.coming.take() {
            self.caption = caption;
        }
    }
}

impl App {
    /// Begins the tour of the scenario on the stage. Returns whether it has one.
    pub fn begin_tour(&mut self, now: Duration) -> bool {
        let cues: VecDeque<Cue> = self.stage.iter().flat_map(|stage| stage.scenario().tour.clone()).collect();
        let any = !cues.is_empty();
        let (caption, rest) = (Words::default(), Duration::ZERO);
        self.tour = any.then_some(Tour { cues, caption, coming: None, due: Some(now), left: Left::Nothing, rest });
        any
    }

    /// Whether a tour is under way.
    #[must_use]
    pub fn is_touring(&self) -> bool {
        self.tour.is_some()
    }

    /// What the tour says.
    #[must_use]
    pub fn caption(&self, language: Language) -> Option<&str> {
        self.tour.as_ref().map(|tour| tour.caption.get(language)).filter(|caption| !caption.is_empty())
    }

    /// Whether something is being done behind what the tour says.
    #[must_use]
    pub fn caption_is_over(&self) -> bool {
        self.tour.as_ref().is_some_and(|tour| tour.coming.is_some())
    }

    /// What the tour says, in every language.
    pub(super) fn tour_words(&self) -> Words {
        self.tour.as_ref().map(|tour| tour.caption.clone()).unwrap_or_default()
    }

    /// Keys that are pressed are shown from now on.
    pub fn show_keys(&mut self) {
        self.keys.shown = true;
    }

    /// The key that was pressed last, as long as it is shown.
    #[must_use]
    pub fn pressed(&self, now: Duration) -> Option<Pressed> {
        self.keys.last.filter(|pressed| self.keys.shown && now < pressed.until)
    }

    pub(super) fn note_pressed(&mut self, action: Action, now: Duration) {
        self.keys.last = Some(Pressed { action, until: now + SHOWN });
    }

    /// When the tour, or a key that is shown, will change something.
    pub(super) fn next_of_tour(&self, now: Duration) -> Option<Duration> {
        let shown = self.pressed(now).map(|pressed| pressed.until);
        let due = self.tour.as_ref().and_then(|tour| tour.due).map(|due| due.max(now));
        [shown, due].into_iter().flatten().min()
    }

    /// The viewer has done something: they have the controls. What only changes how it looks does not count.
    pub(super) fn interrupt_tour(&mut self, action: Action, now: Duration) {
        let looks = matches!(action, Action::Language | Action::Theme | Action::Zoom | Action::Quit);
        if !looks && self.tour.take().is_some() {
            self.say(self.locale.text("tour-stopped"), now);
        }
    }

    /// Does what is due of the tour.
    pub(super) fn tour_on(&mut self, now: Duration) {
        while let Some(mut tour) = self.tour.take() {
            let playing = self.stage.as_ref().is_some_and(|stage| stage.is_playing());
            if let Left::Play(until) = tour.left {
                if playing && !self.has_come_to(until) {
                    self.tour = Some(tour);
                    return;
                }
                if playing {
                    self.perform(Action::Play, now);
                }
                tour.left = Left::Nothing;
                tour.say();
                tour.due = Some(now + tour.rest);
            }
            if tour.due.is_some_and(|due| due > now) {
                self.tour = Some(tour);
                return;
            }
            // The last caption stays until its rest is over; then the tour is.
            if tour.left == Left::Nothing && tour.cues.is_empty() {
                if let Some(stage) = &self.stage {
                    self.gallery.note_toured(&stage.scenario().id);
                }
                return;
            }
            self.next_of(&mut tour, now);
            self.tour = Some(tour);
        }
    }

    /// Does the next thing, and says when the one after it is due.
    fn next_of(&mut self, tour: &mut Tour, now: Duration) {
        if tour.left == Left::Nothing {
            let Some(cue) = tour.cues.pop_front() else { return };
            tour.rest = cue.rest();
            tour.coming = cue.say;
            tour.left = cue.deed.map_or(Left::Nothing, |deed| self.left_of(&deed, now));
            if tour.left == Left::Nothing {
                tour.say();
                tour.due = Some(now + tour.rest);
                return;
            }
        }
        match tour.left {
            Left::Times(action, times) => {
                self.act(action, now);
                let beat = self.stage.as_ref().map_or(BEAT, |stage| stage.speed().interval().max(BEAT));
                tour.left = if times > 1 { Left::Times(action, times - 1) } else { Left::Nothing };
                if tour.left == Left::Nothing {
                    tour.say();
                }
                tour.due = Some(now + if times > 1 { beat } else { tour.rest });
            }
            Left::Play(_) => {
                self.act(Action::Play, now);
                tour.due = None;
            }
            Left::Nothing => {}
        }
    }

    fn left_of(&mut self, deed: &Deed, now: Duration) -> Left {
        let times = |action, times| if times == 0 { Left::Nothing } else { Left::Times(action, times) };
        match deed {
            Deed::Step(count) => times(Action::Forward, *count),
            Deed::Back(count) => times(Action::Backward, *count),
            Deed::Run(name, count) => {
                self.thread_named(name).map_or(Left::Nothing, |thread| times(Action::Run(thread), *count))
            }
            Deed::GoTo(step) => times(Action::Seek(StepIndex(*step)), 1),
            Deed::Play(until) => Left::Play(*until),
            Deed::Speed(number) => {
                if let (Some(stage), Some(speed)) = (&mut self.stage, Speed::of(*number)) {
                    stage.set_speed(speed, now);
                }
                Left::Nothing
            }
        }
    }

    fn act(&mut self, action: Action, now: Duration) {
        self.note_pressed(action, now);
        self.perform(action, now);
    }

    fn thread_named(&self, name: &str) -> Option<ThreadId> {
        let stage = self.stage.as_ref()?;
        let names = stage.names();
        (0..stage.scene().threads.len()).map(ThreadId::at).find(|&thread| names.thread(thread) == name)
    }

    fn has_come_to(&self, until: Until) -> bool {
        let Some(stage) = &self.stage else { return true };
        match until {
            Until::End => false,
            Until::Blocking => stage.cursor().0 > 0 && stage.session().blocks(stage.cursor()),
            Until::Step(step) => stage.cursor().0 >= step,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::app_with_tour, *};

    /// Lets time pass up to the end of the tour; what was said, and when, and at which step.
    fn told(app: &mut App) -> Vec<(u64, u32, String)> {
        let mut told: Vec<(u64, u32, String)> = Vec::new();
        let mut now = Duration::ZERO;
        assert!(app.begin_tour(now));
        app.tick(now);
        while app.is_touring() {
            let step = app.stage().map_or(0, |stage| stage.cursor().0);
            let caption = app.caption(Language::English).unwrap_or_default().to_owned();
            if told.last().is_none_or(|last| last.1 != step || last.2 != caption) {
                told.push((now.as_millis() as u64, step, caption));
            }
            now = app.next_change(now).expect("a tour goes on by itself").max(now + Duration::from_millis(1));
            app.tick(now);
        }
        told
    }

    #[test]
    fn a_tour_does_its_cues_one_after_the_other() {
        let mut app = app_with_tour(
            "[[tool.raddle.tour]]\nsay = \"one\"\nwait = 1\n[[tool.raddle.tour]]\nspeed = 6\n[[tool.raddle.tour]]\nsay = \"two\"\nstep = 2\n\
             wait = 2\n[[tool.raddle.tour]]\nplay = \"end\"\nsay = \"three\"\nwait = 1\n[[tool.raddle.tour]]\nback = 1\nwait = 1\n",
        );
        let told = told(&mut app);
        let texts: Vec<_> = told.iter().map(|(_, step, text)| (*step, text.as_str())).collect();
        assert_eq!(texts[..4], [(0, "one"), (1, "one"), (2, "two"), (3, "two")]);
        assert_eq!((told[1].0, told[2].0), (1000, 1250), "what two steps show is said behind the second");
        assert!(told[3].0 >= 1250 + 2000, "and rests there");
        let three = texts.iter().find(|(_, text)| *text == "three").expect("it is said");
        let end = texts.iter().map(|(step, _)| *step).max();
        assert_eq!(Some(three.0), end, "playing up to the end, it is said there");
        let (last, before) = (&texts[texts.len() - 1], &texts[texts.len() - 2]);
        assert_eq!(last.0 + 1, before.0, "it went one step back from the end");
    }

    #[test]
    fn whatever_the_viewer_does_ends_it() {
        let mut app = app_with_tour("[[tool.raddle.tour]]\nsay = \"one\"\nwait = 100\n");
        assert!(app.begin_tour(Duration::ZERO));
        app.tick(Duration::ZERO);
        app.update(Action::Language, Duration::ZERO);
        assert!(app.is_touring());
        app.update(Action::Forward, Duration::ZERO);
        assert!(!app.is_touring() && app.notice(Duration::ZERO).is_some());
    }

    #[test]
    fn a_scenario_without_a_tour_has_none() {
        let mut app = app_with_tour("");
        assert!(!app.begin_tour(Duration::ZERO) && !app.is_touring());
    }
}
