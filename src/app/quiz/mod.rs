//! Questions of the stage: what comes next? It stops before the step that a scenario names and asks; the run itself answers,
//! and marks what the viewer said. Whoever goes on without answering is not marked.

mod answer;
mod moment;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use answer::Choice;
use answer::{choices, is_number, is_right};
use moment::Deed;

use crate::{
    event::Nanos,
    host::Session,
    ids::StepIndex,
    locale::{Language, Locale},
    scenario::{Moment, Prediction, PredictionKind, Scenario},
    scene::{Playback, Scene},
    source::SourceText,
    telling::Names,
    trace::History,
};

/// Whether questions are asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Questions {
    /// They are asked, and answers are marked.
    Asked,
    /// They are shown, for a class to discuss; nobody is marked.
    Shown,
    /// There are none.
    #[default]
    Off,
}

impl Questions {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Asked, Self::Shown, Self::Off];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Shown => "shown",
            Self::Off => "off",
        }
    }

    /// The next way, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Asked => Self::Shown,
            Self::Shown => Self::Off,
            Self::Off => Self::Asked,
        }
    }

    /// The name of the message that says it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Asked => "questions-asked",
            Self::Shown => "questions-shown",
            Self::Off => "questions-off",
        }
    }
}

/// A name that no way of asking has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("questions are asked, shown or off")]
pub struct NotQuestions;

impl std::str::FromStr for Questions {
    type Err = NotQuestions;

    fn from_str(name: &str) -> Result<Self, NotQuestions> {
        Self::ALL.into_iter().find(|known| known.name() == name).ok_or(NotQuestions)
    }
}

/// A place in the tree of steps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Place {
    step: StepIndex,
    node: u32,
}

impl Place {
    fn of(history: &History, step: StepIndex) -> Option<Self> {
        history.node(step).map(|node| Self { step, node })
    }

    fn is_in(self, history: &History) -> bool {
        history.node(self.step) == Some(self.node)
    }
}

/// What the run has said to a question so far.
#[derive(Clone, Debug, Default)]
struct Tally {
    at: u32,
    /// The moment of the question has gone by.
    passed: bool,
    until: u32,
    count: u32,
    truth: Option<Truth>,
}

/// What came about; nothing, where the run has ended without it.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Truth {
    at: Place,
    meant: Option<String>,
}

/// What the viewer has made of a question.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Stand {
    /// It was not asked yet.
    Waits,
    /// It was, and is waiting for the run.
    Said(Option<String>),
    /// It is over.
    Over(Mark),
    /// It was asked at this step, and nobody has answered.
    Passed(StepIndex),
}

/// An answer with what came about.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Mark {
    number: usize,
    answer: Option<String>,
    truth: Option<String>,
    /// None where nobody was marked.
    right: Option<bool>,
    at: Option<Place>,
}

/// An answer with what came about, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Marked {
    /// What was said; nothing, where nobody was asked to.
    pub answer: Option<String>,
    /// What came about; nothing, if it did not.
    pub truth: Option<String>,
    /// Why.
    pub because: String,
    /// Whether it was right; none where nobody was marked.
    pub right: Option<bool>,
}

/// The question that is being asked, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// What is asked.
    pub ask: String,
    /// What can be chosen; nothing, where the answer is typed.
    pub choices: Vec<Choice>,
    /// What was typed so far.
    pub typed: String,
    /// Whether a number is typed.
    pub is_number: bool,
    /// Whether an answer is expected.
    pub is_marked: bool,
}

/// The question that is being asked.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Open {
    number: usize,
    at: StepIndex,
    typed: String,
    is_marked: bool,
}

/// The questions of a scenario in a run.
#[derive(Debug)]
pub(super) struct Quiz {
    mode: Questions,
    predictions: Vec<Prediction>,
    tallies: Vec<Tally>,
    stands: Vec<Stand>,
    source: Arc<SourceText>,
    playback: Playback,
    /// Up to where the tallies count.
    counted: Option<Place>,
    open: Option<Open>,
    /// The number of the question that was answered at the present step.
    noted: Option<usize>,
    /// What was marked last, and where.
    latest: Vec<Mark>,
    /// What was marked since it was asked for last: the number, and whether it was right.
    fresh: Vec<(usize, bool)>,
}

impl Quiz {
    /// The questions of a scenario; none are asked until [`Self::set_mode`] says so.
    pub fn of(scenario: &Scenario) -> Self {
        let predictions = scenario.course.predictions.clone();
        Self {
            mode: Questions::Off,
            tallies: vec![Tally::default(); predictions.len()],
            stands: vec![Stand::Waits; predictions.len()],
            predictions,
            source: Arc::clone(&scenario.source),
            playback: Playback::default(),
            counted: None,
            open: None,
            noted: None,
            latest: Vec::new(),
            fresh: Vec::new(),
        }
    }

    pub fn set_mode(&mut self, mode: Questions) {
        self.mode = mode;
        if mode == Questions::Off {
            self.open = None;
            self.noted = None;
        }
    }

    /// Whether a question is still to be asked.
    pub fn is_waiting(&self) -> bool {
        self.mode != Questions::Off && self.stands.contains(&Stand::Waits)
    }

    /// Whether a question is being asked.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// The question that is being asked, in words.
    pub fn question(&self, scenario: &Scenario, scene: &Scene, names: Names<'_>, locale: &Locale) -> Option<Question> {
        let open = self.open.as_ref()?;
        let prediction = &self.predictions[open.number];
        Some(Question {
            ask: prediction.ask.get(locale.language()).to_owned(),
            choices: choices(prediction, scenario, scene, names, locale),
            typed: open.typed.clone(),
            is_number: is_number(&prediction.kind),
            is_marked: open.is_marked,
        })
    }

    /// What was marked at this step, in words.
    pub fn marked(&self, history: &History, step: StepIndex, locale: &Locale) -> Option<Marked> {
        let here = Place::of(history, step);
        let mut marks = self.latest.iter().filter(|mark| mark.at.is_some() && mark.at == here);
        // Of several, the one that there is most to learn from.
        let mark = marks.clone().find(|mark| mark.right == Some(false)).or_else(|| marks.next())?;
        let prediction = &self.predictions[mark.number];
        let words = |meant: &String| said(prediction, meant, locale);
        Some(Marked {
            answer: mark.answer.as_ref().map(words),
            truth: mark.truth.as_ref().map(words),
            because: prediction.because.get(locale.language()).to_owned(),
            right: mark.right,
        })
    }

    /// How many questions were answered right, and how many there are.
    pub fn score(&self) -> (usize, usize) {
        let right = |stand: &&Stand| matches!(stand, Stand::Over(Mark { right: Some(true), .. }));
        (self.stands.iter().filter(right).count(), self.stands.len())
    }

    /// What was marked since this was asked last: the number of the question, and whether the answer was right.
    pub fn fresh(&mut self) -> Vec<(usize, bool)> {
        std::mem::take(&mut self.fresh)
    }

    /// The cursor has moved: what was open is passed, what came about is marked, and if it was moved by a step and the next one is
    /// to be asked about, that is what is asked now.
    pub fn moved(&mut self, session: &mut Session, scene: &Scene, stepped: bool) {
        if self.predictions.is_empty() || self.mode == Questions::Off {
            return;
        }
        self.pass();
        self.noted = None;
        let again = self.reopen(session.cursor());
        // Who waits for no answer need not fold the run once more.
        if self.stands.iter().all(|stand| matches!(stand, Stand::Over(_) | Stand::Passed(_))) {
            return;
        }
        self.count(session.history(), session.cursor());
        self.mark(session.history(), session.cursor());
        if stepped || again {
            self.ask(session, scene);
        }
    }

    /// Whoever goes back to where a question was passed is asked again. Returns whether one can be.
    fn reopen(&mut self, cursor: StepIndex) -> bool {
        let passed = |stand: &&mut Stand| matches!(stand, Stand::Passed(at) if cursor <= *at);
        self.stands.iter_mut().filter(passed).map(|stand| *stand = Stand::Waits).count() > 0
    }

    /// What was answered at the present step, in words: it is marked when the run has come to it.
    pub fn noted(&self, locale: &Locale) -> Option<String> {
        let number = self.noted?;
        match &self.stands[number] {
            Stand::Said(Some(meant)) => Some(said(&self.predictions[number], meant, locale)),
            _ => None,
        }
    }

    /// The viewer goes on without an answer.
    pub fn pass(&mut self) {
        if let Some(open) = self.open.take() {
            let said = matches!(self.stands[open.number], Stand::Said(_));
            if !said {
                self.stands[open.number] = Stand::Passed(open.at);
            }
        }
    }

    /// The answer is this one of those that are offered.
    pub fn choose(&mut self, choice: &Choice) {
        self.say(choice.meant.clone());
    }

    /// Changes what is typed, where a question is open.
    pub fn edit(&mut self, change: impl FnOnce(&mut String)) {
        if let Some(open) = &mut self.open {
            change(&mut open.typed);
        }
    }

    /// What was typed is the answer. Returns whether anything was.
    pub fn submit(&mut self) -> bool {
        let typed = self.open.as_ref().map(|open| open.typed.trim().to_owned()).unwrap_or_default();
        !typed.is_empty() && self.say(typed)
    }

    fn say(&mut self, meant: String) -> bool {
        let Some(open) = self.open.take() else { return false };
        self.stands[open.number] = Stand::Said(Some(meant));
        self.noted = Some(open.number);
        true
    }

    /// Counts steps up to this one.
    fn count(&mut self, history: &History, up_to: StepIndex) {
        let known = self.counted.filter(|place| place.step <= up_to && place.is_in(history));
        if known.is_none() {
            self.tallies.fill(Tally::default());
        }
        let mut at = known.map_or(StepIndex(0), |place| place.step);
        while at < up_to {
            let before = self.playback.at(history, at).clone();
            at = at.next();
            let after = self.playback.at(history, at);
            let text = |id| history.texts().get(id);
            let deed = Deed {
                before: &before,
                by: history.step(at).by,
                events: history.events(at),
                text: &text,
                source: &self.source,
            };
            let Some(place) = Place::of(history, at) else { return };
            let told =
                Told { deed, after, names: Names::new(after, history.texts()), place, clock: history.step(at).clock };
            for (prediction, tally) in self.predictions.iter().zip(&mut self.tallies) {
                told.to(prediction, tally);
            }
        }
        self.counted = Place::of(history, up_to);
    }

    /// What has come about at this step, or before it.
    fn mark(&mut self, history: &History, cursor: StepIndex) {
        let all = self.predictions.iter().zip(&self.tallies).zip(&mut self.stands);
        for (number, ((prediction, tally), stand)) in all.enumerate() {
            let Stand::Said(answer) = stand else { continue };
            let Some(truth) = tally.truth.as_ref().filter(|truth| truth.at.step <= cursor) else { continue };
            let right = match (&*answer, &truth.meant) {
                (Some(answer), Some(truth)) => Some(is_right(&prediction.kind, answer, truth)),
                _ => None,
            };
            let at = Place::of(history, cursor);
            let mark = Mark { number, answer: answer.clone(), truth: truth.meant.clone(), right, at };
            self.fresh.extend(right.map(|right| (number, right)));
            *stand = Stand::Over(mark.clone());
            self.latest.retain(|other| other.at == mark.at);
            self.latest.push(mark);
        }
    }

    /// Asks what is to be asked before the next step.
    fn ask(&mut self, session: &mut Session, scene: &Scene) {
        if !self.stands.contains(&Stand::Waits) {
            return;
        }
        let Some(ahead) = session.peek() else { return };
        let history = session.history();
        let text = |id| ahead.text(id, history.texts());
        let deed = Deed { before: scene, by: ahead.by, events: &ahead.events, text: &text, source: &self.source };
        let cursor = session.cursor();
        let is_due = |(at, prediction): &(usize, &Prediction)| {
            self.stands[*at] == Stand::Waits && is_due(prediction, &self.tallies[*at], &deed, cursor)
        };
        let Some((number, _)) = self.predictions.iter().enumerate().find(is_due) else { return };
        let is_marked = self.mode == Questions::Asked;
        self.open = Some(Open { number, at: cursor, typed: String::new(), is_marked });
        if !is_marked {
            self.stands[number] = Stand::Said(None);
        }
    }
}

/// Whether a question is asked before this step.
fn is_due(prediction: &Prediction, tally: &Tally, next: &Deed<'_>, cursor: StepIndex) -> bool {
    let is_nth = |moment: &Moment, before: u32| match moment {
        Moment::Step { nth, .. } => before + 1 == *nth && next.is_like(moment),
        Moment::Start | Moment::End => false,
    };
    match (&prediction.at, &prediction.until) {
        // The opening says first what it is about.
        (Some(Moment::Start), _) => cursor == StepIndex(1),
        (Some(at), _) => is_nth(at, tally.at),
        (None, Some(until)) => is_nth(until, tally.until),
        (None, None) => cursor == StepIndex(1),
    }
}

/// A step that was taken, for a question.
struct Told<'a> {
    deed: Deed<'a>,
    after: &'a Scene,
    names: Names<'a>,
    place: Place,
    clock: Nanos,
}

impl Told<'_> {
    fn to(&self, prediction: &Prediction, tally: &mut Tally) {
        if tally.truth.is_some() {
            return;
        }
        if let PredictionKind::Count(moment) = &prediction.kind {
            tally.count += u32::from(self.deed.is_like(moment));
        }
        match &prediction.at {
            Some(at @ Moment::Step { nth, .. }) if !tally.passed => {
                tally.at += u32::from(self.deed.is_like(at));
                tally.passed = tally.at >= *nth;
            }
            _ => tally.passed = true,
        }
        if !tally.passed {
            return;
        }
        let over = self.after.end.is_some();
        let come = match (&prediction.until, &prediction.kind) {
            (Some(until @ Moment::Step { nth, .. }), _) => {
                tally.until += u32::from(self.deed.is_like(until));
                tally.until == *nth
            }
            (None, PredictionKind::Output) => self.deed.printed().is_some(),
            (None, PredictionKind::Who | PredictionKind::Choice { .. }) => true,
            _ => over,
        };
        if come {
            tally.truth = Some(Truth { at: self.place, meant: self.answer(&prediction.kind, tally.count) });
        } else if over {
            tally.truth = Some(Truth { at: self.place, meant: None });
        }
    }

    /// What the step says.
    fn answer(&self, kind: &PredictionKind, count: u32) -> Option<String> {
        match kind {
            PredictionKind::Who => self.deed.by.map(|by| self.names.thread(by).into_owned()),
            PredictionKind::Value { of } => self.value(of),
            PredictionKind::Output => self.deed.printed(),
            PredictionKind::End => self.after.seen_end().map(|end| end.name().to_owned()),
            PredictionKind::Count(_) => Some(count.to_string()),
            PredictionKind::Time => Some(format!("{}", (self.clock as f64 / 1e7).round() / 100.0)),
            PredictionKind::Choice { right } => Some(right.to_string()),
        }
    }

    /// What a shared variable is worth, or a local one of the thread.
    fn value(&self, name: &str) -> Option<String> {
        let named = self.after.variables.iter().rev().find(|view| self.names.text(view.name) == name);
        let shared = named.and_then(|view| view.value.or(view.initial));
        let own = || {
            let locals = &self.after.thread(self.deed.by?)?.locals;
            locals.iter().find(|(local, _)| self.names.text(*local) == name).map(|&(_, value)| value)
        };
        shared.or_else(own).map(|value| self.names.value(value).into_owned())
    }
}

/// An answer as it is read.
fn said(prediction: &Prediction, meant: &str, locale: &Locale) -> String {
    let option = match prediction.kind {
        PredictionKind::Choice { .. } => meant.parse().ok().and_then(|at: usize| prediction.options.get(at)),
        _ => prediction.options.iter().find(|option| option.get(Language::English) == meant),
    };
    match (option, &prediction.kind) {
        (Some(option), _) => option.get(locale.language()).to_owned(),
        (None, PredictionKind::End) => {
            let key = format!("quiz-end-{meant}");
            if locale.has(&key) { locale.text(&key) } else { meant.to_owned() }
        }
        (None, PredictionKind::Time) => format!("{} s", meant.trim_end_matches('s').trim()),
        (None, _) => meant.to_owned(),
    }
}
