//! A tour: what a scenario shows of itself, step by step, with a caption at each. It is written in the scenario's
//! metadata, as `[[tool.raddle.tour]]`, a table a cue.

use std::time::Duration;

use toml::de::{DeFloat, DeInteger, DeTable};

use super::{
    MetadataProblem, ValueType, Words,
    metadata::{Reader, Value},
};

/// A thing to do in a tour.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Cue {
    /// The caption from here on; `None` leaves the one that is there.
    pub say: Option<Words>,
    /// What is done.
    pub deed: Option<Deed>,
    /// How long the tour rests after it.
    pub wait: Duration,
}

/// Nobody reads faster than so many letters a second, and so many Chinese characters.
const LETTERS: f64 = 15.0;
const CHARACTERS: f64 = 6.0;

impl Cue {
    /// How long the tour rests after it: what it says can be read in that time, in either language.
    #[must_use]
    pub fn rest(&self) -> Duration {
        let read = |text: &str| -> f64 {
            text.chars().map(|sign| if sign < '\u{2E80}' { 1.0 / LETTERS } else { 1.0 / CHARACTERS }).sum()
        };
        let said = self.say.iter().flat_map(|words| [&words.en, &words.zh]).map(|text| read(text));
        self.wait.max(Duration::from_secs_f64(said.fold(0.0, f64::max)))
    }
}

/// What a tour does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Deed {
    /// So many steps forward.
    Step(u32),
    /// So many steps back.
    Back(u32),
    /// So many steps of the thread of this name.
    Run(String, u32),
    /// To a step, at once.
    GoTo(u32),
    /// Play up to there.
    Play(Until),
    /// Play at the speed of this number from now on.
    Speed(u8),
}

/// How far a tour plays.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Until {
    /// To the end of the run, or to where a deadlock closes.
    End,
    /// To where somebody begins to wait.
    Blocking,
    /// To a step.
    Step(u32),
}

/// No rest is longer.
const LONGEST: f64 = 600.0;

const KEYS: [&str; 9] = ["say", "step", "back", "run", "times", "go_to", "play", "speed", "wait"];

impl Reader<'_> {
    /// The cues of a tour.
    pub(super) fn tour(&mut self, value: &Value<'_>) -> Vec<Cue> {
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type("tour", value, ValueType::TableList);
            return Vec::new();
        };
        let tables = items.iter().filter_map(|item| self.table("tour", item).map(|table| (item.span(), table)));
        tables.collect::<Vec<_>>().into_iter().map(|(place, table)| self.cue(&place, table)).collect()
    }

    fn cue(&mut self, place: &std::ops::Range<usize>, table: &DeTable<'_>) -> Cue {
        let mut cue = Cue::default();
        let mut deeds = Vec::new();
        let mut times = 1;
        for (key, value) in table {
            let name = &**key.get_ref();
            match name {
                "say" => cue.say = Some(self.words(name, value)),
                "wait" => cue.wait = self.rest(value),
                "times" => times = self.count(name, value),
                "run" => deeds.extend(self.text(name, value).map(|thread| Deed::Run(thread, 1))),
                "step" => deeds.push(Deed::Step(self.count(name, value))),
                "back" => deeds.push(Deed::Back(self.count(name, value))),
                "go_to" => deeds.push(Deed::GoTo(self.count(name, value))),
                "speed" => deeds.push(Deed::Speed(self.count(name, value).min(10) as u8)),
                "play" => deeds.extend(self.until(value).map(Deed::Play)),
                unknown => self.unknown(unknown, key.span(), &KEYS),
            }
        }
        if deeds.len() > 1 {
            self.report(place.clone(), MetadataProblem::TwoDeeds);
        }
        cue.deed = deeds.pop().map(|deed| match deed {
            Deed::Run(thread, _) => Deed::Run(thread, times),
            other => other,
        });
        cue
    }

    pub(super) fn count(&mut self, key: &str, value: &Value<'_>) -> u32 {
        let number = self.integer(key, value).unwrap_or(0);
        u32::try_from(number).unwrap_or_else(|_| {
            self.wrong_type(key, value, ValueType::Count);
            0
        })
    }

    fn rest(&mut self, value: &Value<'_>) -> Duration {
        let number = value.get_ref();
        let number = number.as_float().map(DeFloat::as_str).or(number.as_integer().map(DeInteger::as_str));
        let seconds = number.and_then(|number| number.parse().ok()).filter(|seconds| (0.0..=LONGEST).contains(seconds));
        let Some(seconds) = seconds else {
            self.wrong_type("wait", value, ValueType::Seconds);
            return Duration::ZERO;
        };
        Duration::from_secs_f64(seconds)
    }

    fn until(&mut self, value: &Value<'_>) -> Option<Until> {
        match value.get_ref().as_str() {
            Some("end") => Some(Until::End),
            Some("blocking") => Some(Until::Blocking),
            Some(_) => {
                self.wrong_type("play", value, ValueType::Until);
                None
            }
            None => Some(Until::Step(self.count("play", value))),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{super::Scenario, *};
    use crate::source::SourceText;

    fn read(tour: &str) -> Result<Vec<Cue>, Vec<MetadataProblem>> {
        let lines = tour.replace('\n', "\n# ");
        let text = format!("# /// script\n# {lines}\n# ///\nprint(1)\n");
        let scenario = Scenario::read("test", Arc::new(SourceText::new("test.py", text.as_str())), None);
        scenario.map(|scenario| scenario.tour).map_err(|errors| errors.into_iter().map(|error| error.problem).collect())
    }

    #[test]
    fn a_tour_is_a_list_of_cues() {
        let tour = read(
            "[[tool.raddle.tour]]\nsay = { en = \"Look.\", zh = \"看。\" }\nwait = 1.5\n[[tool.raddle.tour]]\nrun = \"bob\"\ntimes = 2\n\
             [[tool.raddle.tour]]\nplay = \"end\"\nwait = 2\n[[tool.raddle.tour]]\nplay = 7\n",
        );
        let wait = |seconds| Duration::from_secs_f64(seconds);
        let look = Words { en: "Look.".to_owned(), zh: "看。".to_owned() };
        let expected = vec![
            Cue { say: Some(look), deed: None, wait: wait(1.5) },
            Cue { deed: Some(Deed::Run("bob".to_owned(), 2)), ..Cue::default() },
            Cue { deed: Some(Deed::Play(Until::End)), wait: wait(2.0), say: None },
            Cue { deed: Some(Deed::Play(Until::Step(7))), ..Cue::default() },
        ];
        assert_eq!(tour, Ok(expected));
    }

    #[test]
    fn mistakes_in_a_tour_have_their_names() {
        let wrong = |tour: &str| read(tour).expect_err("it is wrong").remove(0);
        let cue = |line: &str| format!("[[tool.raddle.tour]]\n{line}\n");
        let expects = |expected| move |problem| matches!(problem, MetadataProblem::WrongType { expected: found, .. } if found == expected);
        assert!(expects(ValueType::TableList)(wrong("[tool.raddle]\ntour = 3")));
        assert!(expects(ValueType::Seconds)(wrong(&cue("wait = -1"))));
        assert!(expects(ValueType::Seconds)(wrong(&cue("wait = nan"))));
        assert!(expects(ValueType::Count)(wrong(&cue("step = -1"))));
        assert!(expects(ValueType::Until)(wrong(&cue("play = \"never\""))));
        assert_eq!(wrong(&cue("step = 1\nback = 1")), MetadataProblem::TwoDeeds);
        assert!(matches!(wrong(&cue("stepp = 1")), MetadataProblem::UnknownKey { .. }));
    }

    #[test]
    fn what_is_said_can_be_read_before_the_tour_goes_on() {
        let cue = |en: &str, zh: &str, wait| Cue {
            say: Some(Words { en: en.to_owned(), zh: zh.to_owned() }),
            deed: None,
            wait: Duration::from_secs(wait),
        };
        assert_eq!(cue("Short.", "短。", 3).rest(), Duration::from_secs(3));
        assert_eq!(cue(&"letters, ".repeat(10), "短。", 3).rest(), Duration::from_secs(6));
        assert_eq!(cue("Short.", &"字".repeat(30), 3).rest(), Duration::from_secs(5));
        assert_eq!(Cue { wait: Duration::from_secs(2), ..Cue::default() }.rest(), Duration::from_secs(2));
    }
}
