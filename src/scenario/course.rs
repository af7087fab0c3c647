//! What a lesson makes of a scenario: what is to be found in it, what it needs and guards, the challenge, the presenter's notes,
//! and the questions that the stage asks.

use super::{
    Expect, MetadataProblem, Prediction, ValueType, Words,
    metadata::{Reader, Value},
};
use crate::compiler::Literal;

/// What a lesson makes of a scenario. What the scenario does not say is empty.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Course {
    /// The variables for which there is a data race in some order; none if the scenario does not say.
    pub races: Option<Vec<String>>,
    /// Those of them whose race does no harm.
    pub harmless: Vec<String>,
    /// Values of parameters for a search and for tests, where the usual ones are too large.
    pub check_with: Vec<(String, Literal)>,
    /// The ids of the scenarios that come first.
    pub needs: Vec<String>,
    /// Which lock guards which variables.
    pub guards: Vec<Guard>,
    /// What the viewer is to bring about.
    pub challenge: Option<Challenge>,
    /// What a run prints that ends as it should; anything, where the scenario does not say.
    pub prints: Option<String>,
    /// What a presenter wants to know.
    pub notes: Words,
    /// What the stage asks.
    pub predictions: Vec<Prediction>,
}

/// A lock and what it guards.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Guard {
    /// The lock's name in the program.
    pub lock: String,
    /// The names of the variables.
    pub data: Vec<String>,
}

/// What the viewer is to bring about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Challenge {
    /// The goal in words.
    pub goal: Words,
    /// What reaches it; none if the machine cannot tell.
    pub reach: Option<Reach>,
}

/// What is to be reached.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reach {
    /// The program ends so.
    End(Expect),
    /// It finishes, but with another result than the right one.
    WrongResult,
    /// This is printed, perhaps over several lines.
    Prints(String),
    /// So many threads are at once in a function of this name, or in lines with this text.
    Inside {
        /// The function, or the text.
        part: String,
        /// How many.
        threads: usize,
    },
}

/// The word for [`Reach::WrongResult`], beside those for ends.
const WRONG: &str = "wrong";

/// So many threads meet where nobody says how many.
const TOGETHER: i64 = 2;

impl Reader<'_> {
    pub(super) fn guards(&mut self, key: &str, value: &Value<'_>) -> Vec<Guard> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, ValueType::Lists);
            return Vec::new();
        };
        let mut rows: Vec<_> = table.iter().collect();
        rows.sort_by_key(|(lock, _)| lock.span().start);
        let guard = |(lock, data): (&toml::Spanned<std::borrow::Cow<'_, str>>, &Value<'_>)| Guard {
            data: self.names(lock.get_ref(), data),
            lock: lock.get_ref().to_string(),
        };
        rows.into_iter().map(guard).collect()
    }

    pub(super) fn challenge(&mut self, key: &str, value: &Value<'_>) -> Option<Challenge> {
        let table = self.table(key, value)?;
        let mut challenge = Challenge { goal: Words::default(), reach: None };
        let mut threads = TOGETHER;
        for (key, value) in table {
            let name = &**key.get_ref();
            let reach = match name {
                "en" => {
                    challenge.goal.en = self.text(name, value).unwrap_or_default();
                    None
                }
                "zh" => {
                    challenge.goal.zh = self.text(name, value).unwrap_or_default();
                    None
                }
                "end" => self.end_to_reach(name, value),
                "prints" => self.text(name, value).map(Reach::Prints),
                "inside" => self.text(name, value).map(|part| Reach::Inside { part, threads: 0 }),
                "threads" => {
                    threads = self.integer(name, value).unwrap_or(TOGETHER).max(1);
                    None
                }
                unknown => {
                    self.unknown(unknown, key.span(), &["en", "zh", "end", "prints", "inside", "threads"]);
                    None
                }
            };
            if reach.is_some() && challenge.reach.is_some() {
                self.report(key.span(), MetadataProblem::TwoGoals);
            }
            challenge.reach = reach.or(challenge.reach);
        }
        if let Some(Reach::Inside { threads: wanted, .. }) = &mut challenge.reach {
            *wanted = usize::try_from(threads).unwrap_or(usize::MAX);
        }
        Some(challenge)
    }

    fn end_to_reach(&mut self, name: &str, value: &Value<'_>) -> Option<Reach> {
        let end = self.text(name, value)?;
        let reach = if end == WRONG { Some(Reach::WrongResult) } else { Expect::named(&end).map(Reach::End) };
        if reach.is_none() {
            self.report(value.span(), MetadataProblem::UnknownEnd { name: end });
        }
        reach
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{super::Scenario, *};
    use crate::source::SourceText;

    fn read(lines: &str) -> Result<Course, Vec<MetadataProblem>> {
        let text = format!("# /// script\n# [tool.raddle]\n# {}\n# ///\nprint(1)\n", lines.replace('\n', "\n# "));
        let scenario = Scenario::read("x", Arc::new(SourceText::new("x.py", text)), None);
        scenario
            .map(|scenario| scenario.course)
            .map_err(|errors| errors.into_iter().map(|error| error.problem).collect())
    }

    #[test]
    fn a_scenario_may_bring_lines_for_its_input() {
        let text = "print(input())\n# /// script\n# [tool.raddle]\n# input = [\"ann\", \"\"]\n# ///\n";
        let source = std::sync::Arc::new(SourceText::new("x.py", text));
        let scenario = crate::scenario::Scenario::read("x", source, None).expect("it is well formed");
        assert_eq!(&*scenario.input, "ann\n\n");
    }

    #[test]
    fn a_lesson_is_read() {
        let course = read(
            "races = [\"sold\"]\nharmless = [\"sold\"]\ncheck_with = { CLERKS = 2 }\nneeds = [\"deadlock\"]\nguards = { books = [\"sold\", \"left\"] }\n\
             challenge = { en = \"Lock up.\", zh = \"锁死。\", end = \"deadlock\" }\nnotes = \"Ask.\"",
        )
        .expect("it is right");
        assert_eq!(course.races, Some(vec!["sold".to_owned()]));
        assert_eq!(course.harmless, ["sold"]);
        assert_eq!(course.check_with, [("CLERKS".to_owned(), Literal::Int(2))]);
        assert_eq!(course.needs, ["deadlock"]);
        assert_eq!(
            course.guards,
            [Guard { lock: "books".to_owned(), data: vec!["sold".to_owned(), "left".to_owned()] }]
        );
        assert_eq!(course.challenge.and_then(|challenge| challenge.reach), Some(Reach::End(Expect::Deadlock)));
        assert_eq!(course.notes.en, "Ask.");
    }

    #[test]
    fn a_challenge_is_an_end_an_output_or_a_meeting() {
        let reach = |lines: &str| read(lines).expect("it is right").challenge.and_then(|challenge| challenge.reach);
        let inside = |part: &str, threads| Some(Reach::Inside { part: part.to_owned(), threads });
        assert_eq!(reach("challenge = { en = \"Lose one.\", end = \"wrong\" }"), Some(Reach::WrongResult));
        assert_eq!(reach("challenge = { prints = \"b\\na\" }"), Some(Reach::Prints("b\na".to_owned())));
        assert_eq!(reach("challenge = { inside = \"bathe\" }"), inside("bathe", 2));
        assert_eq!(reach("challenge = { threads = 3, inside = \"bathe\" }"), inside("bathe", 3));
        assert_eq!(reach("challenge = { en = \"Guess.\" }"), None);
        let twice = read("challenge = { prints = \"a\", end = \"stuck\" }").expect_err("which of the two?");
        assert_eq!(twice, [MetadataProblem::TwoGoals]);
    }

    #[test]
    fn mistakes_in_a_lesson_have_their_names() {
        let first = |lines: &str| read(lines).expect_err("it is wrong").remove(0);
        assert!(matches!(first("guards = 3"), MetadataProblem::WrongType { expected: ValueType::Lists, .. }));
        assert!(matches!(first("challenge = { end = \"soon\" }"), MetadataProblem::UnknownEnd { .. }));
        assert!(matches!(first("challenge = { by = 1 }"), MetadataProblem::UnknownKey { .. }));
        assert!(matches!(first("races = 1"), MetadataProblem::WrongType { expected: ValueType::TextList, .. }));
    }
}
