//! A question that the stage asks before it goes on, and how the run itself answers it. It stands in the metadata as
//! `[[tool.raddle.predict]]`, a table a question. Who answers what is the business of the stage.

use toml::de::DeTable;

use super::{
    MetadataProblem, ValueType, Words,
    metadata::{Reader, Value},
};
use crate::{stdlib::nearest, trace::recording::knows_event};

/// A question about what comes next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Prediction {
    /// What is asked.
    pub ask: Words,
    /// The kind of answer, and where in the run it lies.
    pub kind: PredictionKind,
    /// Before which step it is asked; before the one that answers it, if none is named.
    pub at: Option<Moment>,
    /// Which step answers it; for what is known at the end, or at once, none.
    pub until: Option<Moment>,
    /// Answers to choose from; none where they are found in the run, or typed.
    pub options: Vec<Words>,
    /// Why the answer is what it is, in a sentence.
    pub because: Words,
}

/// What is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PredictionKind {
    /// The thread that takes the step.
    Who,
    /// What a shared variable is worth after the step.
    Value {
        /// The variable's name.
        of: String,
    },
    /// The line that is printed.
    Output,
    /// The kind of end.
    End,
    /// How many steps there are like this one, up to there.
    Count(Moment),
    /// The virtual time after the step, in seconds.
    Time,
    /// One of the options, by its number from 0: what no run says.
    Choice {
        /// The right one.
        right: usize,
    },
}

impl PredictionKind {
    /// The names of the kinds in metadata.
    pub const NAMES: [&'static str; 7] = ["who", "value", "output", "end", "count", "time", "choice"];

    /// Its name in metadata.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::Value { .. } => "value",
            Self::Output => "output",
            Self::End => "end",
            Self::Count(_) => "count",
            Self::Time => "time",
            Self::Choice { .. } => "choice",
        }
    }
}

/// A step of a run, by what it does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Moment {
    /// The state before the first step.
    Start,
    /// The last step.
    End,
    /// The `nth` step, from 1 on, that has all that is named here.
    Step {
        /// Text of the line at which it begins.
        line: Option<String>,
        /// The name of its thread.
        thread: Option<String>,
        /// The word that a recording has for one of its events.
        event: Option<String>,
        /// The primitive, variable or thread of that event.
        of: Option<String>,
        /// Text within what is printed, raised or written.
        text: Option<String>,
        /// The how manyeth such step.
        nth: u32,
    },
}

const KEYS: [&str; 9] = ["kind", "ask", "at", "until", "options", "because", "of", "count", "right"];
const MOMENT_KEYS: [&str; 6] = ["line", "thread", "event", "of", "text", "nth"];

/// The values of a question, as they stand.
#[derive(Default)]
struct Draft {
    kind: Option<String>,
    ask: Words,
    at: Option<Moment>,
    until: Option<Moment>,
    options: Vec<Words>,
    because: Words,
    of: Option<String>,
    count: Option<Moment>,
    right: Option<i64>,
}

impl Reader<'_> {
    /// The questions of a scenario.
    pub(super) fn predictions(&mut self, value: &Value<'_>) -> Vec<Prediction> {
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type("predict", value, ValueType::TableList);
            return Vec::new();
        };
        items.iter().filter_map(|item| self.prediction(item)).collect()
    }

    fn prediction(&mut self, value: &Value<'_>) -> Option<Prediction> {
        let table = self.table("predict", value)?;
        let draft = self.draft(table);
        let lacks = |key: &str, of: &str| MetadataProblem::Lacks { key: key.to_owned(), of: of.to_owned() };
        let Some(name) = draft.kind.as_deref() else {
            // One that is unknown was reported as such.
            if table.contains_key("kind") {
                return None;
            }
            self.report(value.span(), lacks("kind", "predict"));
            return None;
        };
        let count = draft.options.len();
        let kind = match name {
            "who" => Ok(PredictionKind::Who),
            "output" => Ok(PredictionKind::Output),
            "end" => Ok(PredictionKind::End),
            "time" => Ok(PredictionKind::Time),
            "value" => draft.of.map(|of| PredictionKind::Value { of }).ok_or("of"),
            "count" => draft.count.map(PredictionKind::Count).ok_or("count"),
            _ => {
                let right = draft.right.and_then(|right| usize::try_from(right - 1).ok()).filter(|&at| at < count);
                right.map(|right| PredictionKind::Choice { right }).ok_or("right")
            }
        };
        let kind = kind.map_err(|key| self.report(value.span(), lacks(key, name))).ok()?;
        if draft.ask.is_empty() {
            self.report(value.span(), lacks("ask", name));
        }
        let Draft { ask, at, until, options, because, .. } = draft;
        Some(Prediction { ask, kind, at, until, options, because })
    }

    fn draft(&mut self, table: &DeTable<'_>) -> Draft {
        let mut draft = Draft::default();
        for (key, value) in table {
            let name = &**key.get_ref();
            match name {
                "kind" => draft.kind = self.word(name, value, &PredictionKind::NAMES),
                "ask" => draft.ask = self.words(name, value),
                "because" => draft.because = self.words(name, value),
                "at" => draft.at = self.moment(name, value),
                "until" => draft.until = self.moment(name, value),
                "count" => draft.count = self.moment(name, value),
                "of" => draft.of = self.text(name, value),
                "right" => draft.right = self.integer(name, value),
                "options" => draft.options = self.options(value),
                unknown => self.unknown(unknown, key.span(), &KEYS),
            }
        }
        draft
    }

    fn options(&mut self, value: &Value<'_>) -> Vec<Words> {
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type("options", value, ValueType::TextList);
            return Vec::new();
        };
        items.iter().map(|item| self.words("options", item)).collect()
    }

    /// One of several words.
    fn word(&mut self, key: &str, value: &Value<'_>, known: &[&str]) -> Option<String> {
        let word = self.text(key, value)?;
        if known.contains(&word.as_str()) {
            return Some(word);
        }
        let nearest = nearest(&word, known.iter().copied());
        self.report(value.span(), MetadataProblem::UnknownWord { key: key.to_owned(), word, nearest });
        None
    }

    fn moment(&mut self, key: &str, value: &Value<'_>) -> Option<Moment> {
        match value.get_ref().as_str() {
            Some("start") => return Some(Moment::Start),
            Some("end") => return Some(Moment::End),
            Some(_) => {
                self.wrong_type(key, value, ValueType::Moment);
                return None;
            }
            None => {}
        }
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, ValueType::Moment);
            return None;
        };
        let (mut line, mut thread, mut event, mut of, mut text, mut nth) = (None, None, None, None, None, 1);
        for (key, value) in table {
            let name = &**key.get_ref();
            match name {
                "line" => line = self.text(name, value),
                "thread" => thread = self.text(name, value),
                "of" => of = self.text(name, value),
                "text" => text = self.text(name, value),
                "nth" => nth = self.count(name, value).max(1),
                "event" => event = self.event_word(value),
                unknown => self.unknown(unknown, key.span(), &MOMENT_KEYS),
            }
        }
        Some(Moment::Step { line, thread, event, of, text, nth })
    }

    fn event_word(&mut self, value: &Value<'_>) -> Option<String> {
        let word = self.text("event", value)?;
        if !knows_event(&word) {
            self.report(
                value.span(),
                MetadataProblem::UnknownWord { key: "event".to_owned(), word, nearest: Vec::new() },
            );
            return None;
        }
        Some(word)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{super::Scenario, *};
    use crate::source::SourceText;

    fn read(questions: &str) -> Result<Vec<Prediction>, Vec<MetadataProblem>> {
        let lines = questions.replace('\n', "\n# ");
        let text = format!("# /// script\n# {lines}\n# ///\nprint(1)\n");
        let scenario = Scenario::read("test", Arc::new(SourceText::new("test.py", text.as_str())), None);
        scenario
            .map(|scenario| scenario.course.predictions)
            .map_err(|errors| errors.into_iter().map(|error| error.problem).collect())
    }

    fn question(lines: &str) -> String {
        format!("[[tool.raddle.predict]]\nask = \"?\"\n{lines}\n")
    }

    #[test]
    fn a_question_says_what_is_asked_and_where_the_answer_lies() {
        let until = Moment::Step {
            line: None,
            thread: None,
            event: Some("acquired".to_owned()),
            of: Some("pen".to_owned()),
            text: None,
            nth: 2,
        };
        let read = read(&question(
            "kind = \"who\"\nat = \"start\"\nuntil = { event = \"acquired\", of = \"pen\", nth = 2 }\noptions = [\"ann\", \"ben\"]",
        ));
        let options = vec![Words::same("ann"), Words::same("ben")];
        let (kind, ask, because) = (PredictionKind::Who, Words::same("?"), Words::default());
        let expected = Prediction { ask, kind, at: Some(Moment::Start), until: Some(until), options, because };
        assert_eq!(read, Ok(vec![expected]));
    }

    #[test]
    fn what_a_question_needs_is_asked_for() {
        let first = |lines: &str| read(&question(lines)).expect_err("it is wrong").remove(0);
        let lacks = |problem: MetadataProblem, wanted: &str| {
            assert!(matches!(&problem, MetadataProblem::Lacks { key, .. } if key == wanted), "{problem:?}");
        };
        lacks(first("right = 1"), "kind");
        lacks(first("kind = \"value\""), "of");
        lacks(first("kind = \"count\""), "count");
        lacks(first("kind = \"choice\"\noptions = [\"a\", \"b\"]\nright = 3"), "right");
        lacks(first("kind = \"choice\"\noptions = [\"a\", \"b\"]\nright = 0"), "right");
        let unknown = |problem: MetadataProblem, wanted: &str| {
            assert!(matches!(&problem, MetadataProblem::UnknownWord { key, .. } if key == wanted), "{problem:?}");
        };
        unknown(first("kind = \"whom\""), "kind");
        unknown(first("kind = \"who\"\nuntil = { event = \"grabbed\" }"), "event");
        assert!(matches!(first("kind = \"who\"\nat = \"noon\""), MetadataProblem::WrongType { .. }));
        assert!(matches!(first("kind = \"who\"\nat = { lin = \"x\" }"), MetadataProblem::UnknownKey { .. }));
    }
}
