//! How long a step is looked at while it plays: as long as what is new in it takes to read, and longer where somebody becomes
//! blocked, for that is what there is to see.

use std::time::Duration;

use super::{Speed, Stage};
use crate::{ids::ThreadId, locale::Language};

/// A new sentence takes so long, whatever it says.
const SENTENCE: Duration = Duration::from_millis(1200);

/// And so long for each of its letters; a Chinese character counts as two.
const LETTER: Duration = Duration::from_millis(45);

/// A step that says nothing new.
const REPEATED: Duration = Duration::from_millis(250);

/// What is said of a step: of whom, and the words.
pub(super) type Said = (ThreadId, String);

impl Stage {
    /// What is said of the present step.
    pub(super) fn said(&self, language: Language) -> Option<Said> {
        self.narration_here(language).map(|(thread, words)| (thread, words.to_owned()))
    }

    /// How long the present step stays, if this was said of the one before.
    pub(super) fn dwell_after(&self, before: Option<&Said>, language: Language) -> Duration {
        let said = self.said(language);
        let news = said.as_ref().filter(|_| said.as_ref() != before).map(|(_, words)| words.as_str());
        let blocks = self.session().blocks(self.cursor());
        self.speed().scale(dwell(news, blocks))
    }
}

/// How long a step stays at the default speed: what is new in its words, and whether somebody becomes blocked.
fn dwell(news: Option<&str>, blocks: bool) -> Duration {
    let letters = |words: &str| words.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum::<u32>();
    let once = news.map_or(REPEATED, |words| SENTENCE + LETTER * letters(words));
    if blocks { once * 2 } else { once }
}

impl Speed {
    /// What takes so long at the default speed.
    fn scale(self, time: Duration) -> Duration {
        time.mul_f64(self.interval().as_secs_f64() / Self::default().interval().as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Action, tests::app_with},
        *,
    };

    #[test]
    fn a_new_sentence_takes_its_time_and_blocking_takes_twice_as_long() {
        let millis = |news, blocks| dwell(news, blocks).as_millis();
        assert_eq!(millis(None, false), 250);
        assert_eq!(millis(None, true), 500);
        assert_eq!(millis(Some("Alice takes the pen."), false), 1200 + 20 * 45);
        assert_eq!(millis(Some("先拿笔。"), false), 1200 + 8 * 45);
        assert_eq!(millis(Some("Bob waits."), true), 2 * (1200 + 10 * 45));
    }

    #[test]
    fn a_faster_speed_makes_all_shorter() {
        let [slow, usual, fast] = [1, 4, 6].map(|number| Speed::of(number).expect("there is such a speed"));
        let time = Duration::from_millis(700);
        assert_eq!(usual.scale(time), time);
        assert_eq!(slow.scale(time), Duration::from_secs(2));
        assert_eq!(fast.scale(time), Duration::from_millis(200));
    }

    #[test]
    fn playing_rests_where_something_is_said_and_ends_at_the_end() {
        let mut app = app_with("deadlock");
        app.update(Action::Play, Duration::ZERO);
        let (mut rests, mut said) = (Vec::new(), None);
        let due = |app: &super::super::App| app.stage().and_then(Stage::due);
        while let Some(now) = due(&app) {
            app.tick(now);
            let stage = app.stage().expect("a program is on the stage");
            let words = stage.said(Language::English);
            if let Some(next) = stage.due() {
                rests.push((
                    words.is_some() && words != said,
                    stage.session().blocks(stage.cursor()),
                    next.saturating_sub(now),
                ));
            }
            said = words;
        }
        let stage = app.stage().expect("a program is on the stage");
        assert!(stage.end().is_some() && !stage.is_playing());
        assert!(rests.iter().any(|&(new, ..)| new) && rests.iter().any(|&(new, ..)| !new));
        for (new, blocks, rest) in rests {
            assert_eq!(new, rest > Duration::from_millis(600), "{rest:?} {blocks}");
        }
    }
}
