//! How long a step is looked at while it plays: as long as what is new in it takes to read, and longer where somebody becomes
//! blocked, for that is what there is to see.

use std::time::Duration;

use super::{Speed, Stage};
use crate::locale::Locale;

/// A new sentence takes so long, whatever it says.
const SENTENCE: Duration = Duration::from_millis(1200);

/// And so long for each of its letters; a Chinese character counts as two.
const LETTER: Duration = Duration::from_millis(45);

/// A step that says nothing new.
const REPEATED: Duration = Duration::from_millis(250);

/// What is said of a step: the rows of the sentence, but for what was told before and is over.
pub(super) type Rows = Vec<String>;

impl Stage {
    /// What the sentence says of the present step.
    pub(super) fn said(&self, locale: &Locale) -> Rows {
        let band = self.band(locale);
        let second = band.second.first().filter(|said| !said.faint);
        let rows = [Some(&band.first), second].into_iter().flatten();
        let text = |said: &super::Said| said.parts.iter().map(|part| part.text.as_str()).collect::<String>();
        rows.map(text).filter(|row| !row.is_empty()).collect()
    }

    /// How long the present step stays, if this was said of the one before.
    pub(super) fn dwell_after(&self, before: &Rows, locale: &Locale) -> Duration {
        let mut said = self.said(locale);
        // How often a thread has done the same changes with each step, and is nothing new.
        let spins = self.scene().spinning().is_some_and(|line| line.since != self.cursor());
        said.retain(|row| !spins && !before.contains(row));
        let blocks = self.session().blocks(self.cursor());
        self.speed().scale(dwell(&said, blocks))
    }
}

/// How long a step stays at the default speed: what is new in its words, and whether somebody becomes blocked.
fn dwell(news: &[String], blocks: bool) -> Duration {
    let letters =
        news.iter().flat_map(|row| row.chars()).map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum::<u32>();
    let once = if letters == 0 { REPEATED } else { SENTENCE + LETTER * letters };
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
        super::{
            Action, App,
            tests::{app_with, on_stage, stage},
        },
        *,
    };

    #[test]
    fn a_new_sentence_takes_its_time_and_blocking_takes_twice_as_long() {
        let millis = |news: &[&str], blocks| {
            let news: Vec<String> = news.iter().map(|&row| row.to_owned()).collect();
            dwell(&news, blocks).as_millis()
        };
        assert_eq!(millis(&[], false), 250);
        assert_eq!(millis(&[], true), 500);
        assert_eq!(millis(&["Alice takes the pen."], false), 1200 + 20 * 45);
        assert_eq!(millis(&["先拿笔。"], false), 1200 + 8 * 45);
        assert_eq!(millis(&["Bob waits."], true), 2 * (1200 + 10 * 45));
        assert_eq!(millis(&["One.", "Two."], false), 1200 + 8 * 45);
    }

    #[test]
    fn a_faster_speed_makes_all_shorter() {
        let [slow, usual, fast] = [1, 4, 6].map(|number| Speed::of(number).expect("there is such a speed"));
        let time = Duration::from_millis(700);
        assert_eq!(usual.scale(time), time);
        assert_eq!(slow.scale(time), Duration::from_secs(2));
        assert_eq!(fast.scale(time), Duration::from_millis(200));
    }

    /// Plays to the end. For each step: how many letters of its sentence are new, whether somebody becomes blocked, and how
    /// long it stays.
    fn play(app: &mut App) -> Vec<(usize, bool, Duration)> {
        app.update(Action::Play, Duration::ZERO);
        let (mut rests, mut before) = (Vec::new(), stage(app).said(app.locale()));
        while let Some(now) = stage(app).due().filter(|_| rests.len() < 200) {
            app.tick(now);
            let said = stage(app).said(app.locale());
            if let Some(next) = stage(app).due() {
                let new = said.iter().filter(|row| !before.contains(row)).map(|row| row.chars().count()).sum();
                rests.push((new, stage(app).session().blocks(stage(app).cursor()), next.saturating_sub(now)));
            }
            before = said;
        }
        rests
    }

    #[test]
    fn playing_rests_as_long_as_each_sentence_takes_and_ends_at_the_end() {
        let mut app = app_with("deadlock");
        let rests = play(&mut app);
        assert!(stage(&app).end().is_some() && !stage(&app).is_playing());
        assert!(rests.len() > 8 && rests.iter().any(|&(_, blocks, _)| blocks), "{rests:?}");
        for (new, blocks, rest) in rests {
            assert!(new > 0, "every step of it says something new");
            let once = SENTENCE + LETTER * new as u32;
            assert_eq!(rest, if blocks { once * 2 } else { once });
        }
    }

    #[test]
    fn what_is_said_again_is_not_read_again() {
        let program = "import threading\ngo = False\ndef spin():\n    while not go:\n        pass\nthreading.Thread(target=spin, name='ann', daemon=True).start()\nwhile not go:\n    pass\n";
        let mut app = on_stage(program);
        let rests = play(&mut app);
        assert!(rests[..4].iter().any(|&(_, _, rest)| rest > SENTENCE), "{rests:?}");
        assert!(rests[100..].iter().all(|&(_, _, rest)| rest == REPEATED), "{:?}", &rests[100..110]);
    }
}
