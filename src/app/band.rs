//! The sentence of the stage: what happens, and why or what it means. What the scenario is about at first; then what it tells of
//! the line that a thread has come to, or what the step did; and how it ends. In words without colour, for two rows.

use super::{Action, Stage};
use crate::{
    event::{self, End, EventKind, Target, Verb},
    ids::{StepIndex, ThreadId},
    locale::{Language, Locale},
    scene::{Edge, LogLine, Sentence, ThreadState},
    source::Span,
    telling::{self, Argument, Message, Outcome, Part, Proper, Telling, climax, outcome},
};

/// What stands in the band.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Band {
    /// What kind of news it is.
    pub tone: Tone,
    /// Whose it is.
    pub who: Option<ThreadId>,
    /// The word in front: how it ended.
    pub word: Option<String>,
    /// What happens.
    pub first: Said,
    /// Why, or what it means: the same in other words, the longest first. Nothing, where there is nothing to say.
    pub second: Vec<Said>,
    /// What can be pressed now, and the name of the message that says what for.
    pub key: Option<(Action, &'static str)>,
}

/// Parts that are said together.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Said {
    /// What is said.
    pub parts: Vec<Part>,
    /// Threads are named by their numbers alone.
    pub numbers: bool,
    /// It is over: somebody has gone on from there.
    pub faint: bool,
}

/// What kind of news there is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// Something goes its way.
    Plain,
    /// Something wants a look.
    Notable,
    /// It ended as it should.
    Good,
    /// It ended as it should not.
    Bad,
    /// Something is asked.
    Question,
}

/// So far back it is looked for what a thread was about to do.
const FAR: u32 = 500;

/// What is told of a line: of the one that a step has just done, or of the one that its thread has come to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Note<'a> {
    /// It was done in this step.
    Done(&'a str),
    /// It comes next.
    Next(&'a str),
}

impl Stage {
    /// What is told of the line that the present step has done; if that is nothing, of the line that its thread is at now. What
    /// was told of earlier lines is over.
    #[must_use]
    pub fn note(&self, language: Language) -> Option<Note<'_>> {
        let who = self.history().step(self.cursor()).by?;
        let done = self.rested_at(who);
        let told = |at: u32| self.narration.at(at, language);
        if let Some(text) = done.and_then(told) {
            return Some(Note::Done(text));
        }
        let view = self.scene().thread(who).filter(|view| view.state.is_alive())?;
        let here = self.told_line(view.action?, view.span).filter(|&line| done != Some(line))?;
        told(here).map(Note::Next)
    }

    /// The line at which a thread was before the present step.
    fn rested_at(&self, who: ThreadId) -> Option<u32> {
        let steps = (self.cursor().0.saturating_sub(FAR)..self.cursor().0).rev().map(StepIndex);
        let mut events = steps.flat_map(|step| self.history().events(step).iter().rev());
        events.find_map(|event| match event.kind {
            EventKind::AboutTo { action } if event.thread == who => Some(self.told_line(action, event.span)),
            _ => None,
        })?
    }

    /// The line that is told of when a thread does this at a place: none for the beginning of a thread, nor for leaving a `with`
    /// block, which comes by its first line again, nor where a process that ends looks after its own.
    fn told_line(&self, event::Action { verb, target }: event::Action, span: Span) -> Option<u32> {
        let source = &self.scenario().source;
        let text = || source.text().get(span.start as usize..span.end as usize).unwrap_or_default();
        let leaves = verb == Verb::Release && !text().contains("release");
        let tidies = verb == Verb::Inspect && target == Target::None;
        (span.end > 0 && verb != Verb::Begin && !leaves && !tidies).then(|| source.line_of(span.start))
    }

    /// What is known of how a run of it should end.
    #[must_use]
    pub fn proper(&self) -> Proper<'_> {
        Proper::of(self.scenario(), self.is_changed())
    }

    /// How the run that is shown ended; none where it is not at its end, and no deadlock has closed.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        let end = self.end().or(self.scene().end);
        Outcome::of(self.scene(), end, self.names(), self.proper())
    }

    /// The sentence of the present step.
    #[must_use]
    pub fn band(&self, locale: &Locale) -> Band {
        let teller = Teller { stage: self, locale };
        let challenged = self.challenge_band(locale);
        let asked = challenged.or_else(|| teller.question()).or_else(|| teller.noted()).or_else(|| teller.marked());
        let special = asked
            .or_else(|| teller.ending())
            .or_else(|| teller.opening())
            .or_else(|| teller.circle())
            .or_else(|| teller.loss());
        special.unwrap_or_else(|| teller.middle())
    }
}

struct Teller<'a> {
    stage: &'a Stage,
    locale: &'a Locale,
}

impl Teller<'_> {
    fn telling(&self) -> Telling<'_> {
        Telling { scene: self.stage.scene(), names: self.stage.names(), locale: self.locale }
    }

    /// A message, with a full stop behind it.
    fn says(&self, message: &Message) -> Said {
        let mut parts = telling::capitalized(self.telling().parts(message));
        if !parts.last().is_some_and(|part| part.text.ends_with(ENDS)) {
            parts.push(Part::words(self.locale.text("full-stop")));
        }
        Said { parts, ..Said::default() }
    }

    fn tells(&self, sentence: Sentence) -> Said {
        self.says(&telling::message(sentence))
    }

    fn plain(&self, who: Option<ThreadId>, first: Said, second: Vec<Said>) -> Band {
        Band { tone: Tone::Plain, who, word: None, first, second, key: self.key() }
    }

    /// What is asked before the next step.
    fn question(&self) -> Option<Band> {
        let question = self.stage.question(self.locale)?;
        let how = match (question.is_marked, question.choices.is_empty(), question.is_number) {
            (false, ..) => self.locale.text("quiz-discuss"),
            (_, false, _) => {
                let keys = super::keys_of(&question.choices);
                self.locale.format("quiz-choose", &[("keys", keys.into())])
            }
            (.., true) => self.locale.format("quiz-number", &[("typed", question.typed.as_str().into())]),
            (.., false) => self.locale.format("quiz-text", &[("typed", question.typed.as_str().into())]),
        };
        Some(Band {
            tone: Tone::Question,
            who: None,
            word: Some("◇".to_owned()),
            first: words(&question.ask),
            second: vec![words(&how)],
            key: Some((Action::Forward, "quiz-skip")),
        })
    }

    /// What the viewer has just said, which the run has still to answer.
    fn noted(&self) -> Option<Band> {
        let answer = self.stage.noted(self.locale)?;
        Some(Band {
            tone: Tone::Question,
            who: None,
            word: Some("◇".to_owned()),
            first: words(&self.locale.format("quiz-noted", &[("answer", answer.as_str().into())])),
            second: vec![words(&self.locale.text("quiz-noted-then"))],
            key: Some((Action::Forward, "quiz-see")),
        })
    }

    /// What the viewer said, what came about, and why.
    fn marked(&self) -> Option<Band> {
        let marked = self.stage.marked(self.locale)?;
        let (answer, truth) = (marked.answer.unwrap_or_default(), marked.truth.unwrap_or_default());
        let (word, key) = match marked.right {
            _ if truth.is_empty() => (None, "quiz-never"),
            Some(true) => (Some("quiz-right-word"), "quiz-right"),
            Some(false) => (Some("quiz-wrong-word"), "quiz-wrong"),
            None => (None, "quiz-shown"),
        };
        let said = |key: &str| {
            let arguments = [("answer", answer.as_str().into()), ("truth", truth.as_str().into())];
            format!("{} {}", self.locale.format(key, &arguments), marked.because).trim_end().to_owned()
        };
        let word = word.map(|key| self.locale.text(key));
        // The reason matters most: where all of it is too long, what was said is left out, then what came about.
        let ways = [said(key), said("quiz-right"), marked.because.clone()];
        let fitting = |room: usize| ways.iter().find(|text| cells(text) <= room);
        // How it ended comes first.
        if let Some(ending) = self.ending() {
            let short = fitting(ROW).unwrap_or(&truth);
            let said = word.iter().chain([short]).map(String::as_str).collect::<Vec<_>>().join(" ");
            return Some(Band { second: vec![words(&said)], ..ending });
        }
        Some(Band {
            tone: if marked.right == Some(true) { Tone::Good } else { Tone::Notable },
            who: None,
            word,
            first: words(fitting(MARKED).unwrap_or(&marked.because)),
            second: Vec::new(),
            key: self.key(),
        })
    }

    /// Before the first step: what it is about.
    fn opening(&self) -> Option<Band> {
        let scenario = self.stage.scenario();
        if self.stage.cursor() != StepIndex(0) {
            return None;
        }
        let language = self.locale.language();
        let goal = scenario.goal.get(language);
        let text = if goal.is_empty() { scenario.summary.get(language) } else { goal };
        let (first, rest) = telling::first_sentence(text);
        if first.is_empty() {
            return Some(self.plain(None, words(&self.locale.text("narration-none")), Vec::new()));
        }
        let second = if rest.is_empty() { Vec::new() } else { vec![words(rest)] };
        Some(self.plain(None, words(first), second))
    }

    /// A step on the way.
    fn middle(&self) -> Band {
        let lines = self.lines();
        let first = lines.first().map(|line| self.tells(line.sentence));
        let who = lines.first().map(|line| line.thread).or(self.stage.scene().running);
        let second = self.meaning(&lines);
        self.plain(who, first.unwrap_or_default(), second)
    }

    /// What the step did, what matters most first.
    fn lines(&self) -> Vec<&LogLine> {
        let log = &self.stage.scene().log;
        let mut lines: Vec<&LogLine> = log.iter().rev().take_while(|line| line.step == self.stage.cursor()).collect();
        lines.reverse();
        lines.sort_by_key(|line| rank(line.sentence));
        lines
    }

    /// What a step means: that nobody gets on, what is told of its line, what else it did, what comes next, how many are blocked.
    fn meaning(&self, lines: &[&LogLine]) -> Vec<Said> {
        let scene = self.stage.scene();
        if let Some(line) = scene.spinning() {
            let count = Argument::Number(line.times);
            // Whoever computes what becomes different gets on, even if nobody else sees it.
            let computes = matches!(line.sentence, Sentence::Computes { .. });
            let mut events = self.stage.history().events(self.stage.cursor()).iter();
            let changes = events.any(|event| matches!(event.kind, EventKind::Local { .. }));
            let key = if computes && changes { "only-computes" } else { "nobody-gets-on" };
            return vec![self.says(&Message::new(key).with("count", count))];
        }
        let note = self.stage.note(self.locale.language());
        if let Some(Note::Done(text)) = note {
            return ways(text, str::to_owned);
        }
        // What a generator does besides is less than what is told of the next line.
        let tells_less = |line: &&&LogLine| rank(line.sentence) == LEAST && matches!(note, Some(Note::Next(_)));
        if let Some(line) = lines.get(1).filter(|line| !tells_less(line)) {
            return vec![self.tells(line.sentence)];
        }
        if let Some(Note::Next(text)) = note {
            return ways(text, |way| self.locale.format("note-next", &[("text", way.into())]));
        }
        let blocked = scene.threads.iter().filter(|view| view.state == ThreadState::Blocked).count();
        let waits = lines.first().is_some_and(|line| matches!(line.sentence, Sentence::Waits { .. }));
        let told = (waits && blocked > 1).then(|| {
            let alive = scene.threads.iter().filter(|view| view.state.is_alive()).count();
            let number = |count: usize| Argument::Number(count as u32);
            self.says(&Message::new("so-many-blocked").with("count", number(blocked)).with("all", number(alive)))
        });
        told.into_iter().collect()
    }

    /// A circle that has just closed, and can still be undone.
    fn circle(&self) -> Option<Band> {
        let closed = self.lines().iter().any(|line| matches!(line.sentence, Sentence::Circle { .. }));
        let circle = self.stage.scene().circles.last().filter(|_| closed)?;
        let why = self.says(&climax::why(self.stage.scene(), &circle.edges));
        let band = self.plain(None, why, vec![self.says(&Message::new("circle-open"))]);
        Some(Band { tone: Tone::Notable, word: Some(self.locale.text("outcome-circle")), ..band })
    }

    /// A write that has just been lost.
    fn loss(&self) -> Option<Band> {
        let lines = self.lines();
        let covers = |line: &&&LogLine| matches!(line.sentence, Sentence::Covers { .. });
        let Some(Sentence::Covers { thread, variable, of, value }) =
            lines.iter().find(covers).map(|line| line.sentence)
        else {
            return None;
        };
        let (who, other) = (Argument::Thread(thread), Argument::Thread(of));
        let first = Message::new("loss-first").with("thread", who).with("other", other);
        let first = first.with("value", Argument::Value(value));
        let second = Message::new("loss-second").with("thread", who).with("other", other);
        let second = second.with("variable", Argument::Variable(variable));
        let band = self.plain(Some(thread), self.says(&first), vec![self.says(&second)]);
        Some(Band { tone: Tone::Notable, word: Some(self.locale.text("outcome-lost")), ..band })
    }

    /// How it ended, or that a deadlock has closed.
    fn ending(&self) -> Option<Band> {
        let scene = self.stage.scene();
        let end = self.stage.end().or(scene.end);
        let outcome = self.stage.outcome()?;
        let mut said =
            outcome::reasons(scene, end, outcome).iter().map(|message| self.says(message)).collect::<Vec<_>>();
        if let Some((key, text)) = self.stage.proper().missed(scene, outcome) {
            said = vec![words(&self.locale.format(key, &[("text", text.into())]))];
        }
        said.extend(self.lesson(outcome));
        if outcome == Outcome::Deadlock {
            let edges = scene.deadlocks().next().unwrap_or_default();
            said = vec![self.says(&climax::why(scene, edges))];
            said.extend(self.edges(edges));
        } else if outcome == Outcome::Stuck && said.len() == 1 {
            said.extend(self.blocked());
        }
        let mut said = said.into_iter();
        let tone = match outcome {
            outcome if outcome.is_bad() => Tone::Bad,
            Outcome::Right | Outcome::Over => Tone::Good,
            _ => Tone::Notable,
        };
        Some(Band {
            tone,
            who: None,
            word: Some(self.locale.text(outcome.key())),
            first: said.next().unwrap_or_default(),
            second: said.collect(),
            key: self.key_at_end(outcome),
        })
    }

    fn lesson(&self, outcome: Outcome) -> Option<Said> {
        let lesson = self.stage.scenario().lesson.get(self.locale.language());
        (outcome == Outcome::Right && !lesson.is_empty()).then(|| words(lesson))
    }

    /// The edges of a circle, and what is said instead of them where there is no room.
    fn edges(&self, edges: &[Edge]) -> Vec<Said> {
        let (said, instead) = climax::edges(edges);
        let instead = self.says(&instead);
        let mut parts: Vec<Part> = Vec::new();
        for message in &said {
            if !parts.is_empty() {
                parts.push(Part::words(self.locale.text("clause-separator")));
            }
            parts.extend(self.telling().parts(message));
        }
        if parts.is_empty() {
            return vec![instead];
        }
        parts.push(Part::words(self.locale.text("full-stop")));
        vec![Said { parts, numbers: true, faint: false }, instead]
    }

    /// Who is blocked, when nobody can go on.
    fn blocked(&self) -> Option<Said> {
        let scene = self.stage.scene();
        let blocked = scene.threads.iter().filter(|view| view.state == ThreadState::Blocked);
        let number = Argument::Number(blocked.count() as u32);
        Some(self.says(&Message::new("blocked-for-ever").with("count", number)))
    }

    /// What can be pressed on the way.
    fn key(&self) -> Option<(Action, &'static str)> {
        if self.stage.cursor() == StepIndex(0) {
            return Some((Action::Forward, "now-begin"));
        }
        if self.stage.scene().spinning().is_some() {
            return Some((Action::Forward, "now-pass"));
        }
        let fixed = self.stage.scenario().fixed_by.is_some() && self.stage.origin().is_none();
        Some(if fixed { (Action::Fixed, "now-fixed") } else { (Action::NextMark, "now-mark") })
    }

    /// What can be pressed at the end, or when a deadlock has closed.
    fn key_at_end(&self, outcome: Outcome) -> Option<(Action, &'static str)> {
        if self.stage.origin().is_some() {
            return Some((Action::Start, "now-again"));
        }
        let fixed = self.stage.scenario().fixed_by.is_some() && outcome != Outcome::Right;
        Some(match self.stage.end() {
            _ if fixed => (Action::Fixed, "now-fixed"),
            Some(_) if outcome == Outcome::Right && self.stage.scenario().path.is_none() => {
                (Action::NextScenario, "now-next")
            }
            Some(End::Limit) | None => (Action::Backward, "now-back"),
            Some(_) if !self.stage.can_end_otherwise() => (Action::Backward, "now-back"),
            Some(_) => (Action::OtherEnd, "now-other"),
        })
    }
}

/// So many cells have both rows together on the smallest screen, with a word in front and lines that break between words.
const MARKED: usize = 124;

/// So wide is what was said where the end is told above it.
const ROW: usize = 64;

/// How wide a text is, about.
fn cells(text: &str) -> usize {
    text.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum()
}

/// What ends a sentence.
const ENDS: [char; 8] = ['.', '!', '?', '。', '！', '？', '…', '”'];

/// Words of the scenario.
pub(super) fn words(text: &str) -> Said {
    Said { parts: vec![Part::words(text.to_owned())], ..Said::default() }
}

/// The ways to say what is told of a line, the longest first: all of it, or its first sentence.
fn ways(text: &str, say: impl Fn(&str) -> String) -> Vec<Said> {
    let (first, _) = telling::first_sentence(text);
    [text, first].into_iter().filter(|way| !way.is_empty()).map(|way| words(&say(way))).collect()
}

/// What matters least.
const LEAST: u8 = 4;

/// How much a sentence matters among those of its step: the less, the more.
const fn rank(sentence: Sentence) -> u8 {
    match sentence {
        Sentence::Fails { .. } | Sentence::WasEnded { .. } | Sentence::CircleBroken | Sentence::Covers { .. } => 0,
        Sentence::Waits { .. } | Sentence::Overtakes { .. } | Sentence::GivesUp { .. } | Sentence::Raises { .. } => 1,
        Sentence::Resumes { .. } | Sentence::Yields { .. } => LEAST,
        Sentence::Changes { .. } | Sentence::Starts { .. } | Sentence::Writes { .. } | Sentence::Finishes { .. } => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        App,
        tests::{act, app_with, on_stage, stage},
    };
    use super::*;

    fn text(said: &Said) -> String {
        said.parts.iter().map(|part| part.text.as_str()).collect()
    }

    /// Word, first row, second row and key of the present step.
    fn band(app: &App) -> (Option<String>, String, String, Option<Action>, Tone) {
        let band = stage(app).band(app.locale());
        let second = band.second.first().map(text).unwrap_or_default();
        (band.word, text(&band.first), second, band.key.map(|(action, _)| action), band.tone)
    }

    /// How a program ends: the word and why.
    fn end(program: &str) -> (String, String, Tone) {
        let mut app = on_stage(program);
        act(&mut app, &[Action::End]);
        let (word, first, _, _, tone) = band(&app);
        (word.expect("it has ended"), first, tone)
    }

    #[test]
    fn an_end_says_whether_it_is_what_should_be() {
        let expects =
            |ends: &str, body: &str| format!("# /// script\n# [tool.raddle]\n# expect = {ends}\n# ///\n{body}");
        let thread = "import threading\nlamp = threading.Event()\ndef work():\n    BODY\nt = threading.Thread(target=work, name='ann')\nt.start()\nt.join()\n";
        for (program, word, first, tone) in [
            ("x = 1\n".to_owned(), "✓ FINISHED", "The thread is done.", Tone::Good),
            (expects("['finished']", "x = 1\n"), "✓ FINISHED AS IT SHOULD", "The thread is done.", Tone::Good),
            (
                expects("['deadlock']", "x = 1\n"),
                "✗ WRONG RESULT",
                "The scenario says that it should end otherwise.",
                Tone::Bad,
            ),
            ("assert 1 == 2, 'lost'\n".to_owned(), "✗ FAILED", "MainThread died: AssertionError: lost.", Tone::Bad),
            ("x = 1 // 0\n".to_owned(), "✗ FAILED", "MainThread died: ZeroDivisionError: ", Tone::Bad),
            (thread.replace("BODY", "assert False"), "✗ FAILED", "ann died: AssertionError.", Tone::Bad),
            (thread.replace("BODY", "[].pop()"), "✗ FAILED", "ann died: IndexError: pop from empty list.", Tone::Bad),
            (
                thread.replace("BODY", "lamp.wait()"),
                "✗ STUCK",
                "Nobody is left to set lamp, and ann wants it set.",
                Tone::Bad,
            ),
            (
                thread
                    .replace("BODY", "with lock:\n        with lock:\n            pass")
                    .replace("lamp = threading.Event()", "lock = threading.Lock()"),
                "✗ DEADLOCK",
                "ann wants lock, which ann holds.",
                Tone::Bad,
            ),
        ] {
            let (said, why, good) = end(&program);
            assert_eq!((said.as_str(), good), (word, tone), "{program}");
            assert!(why.starts_with(first), "{why} for {program}");
        }
    }

    #[test]
    fn the_goal_stands_at_the_beginning_and_the_lesson_at_a_good_end() {
        let mut app = app_with("semaphore");
        let (word, first, second, key, _) = band(&app);
        assert_eq!((word, key), (None, Some(Action::Forward)));
        assert_eq!(first, "There are more cars than spots; each car needs a permit to park.");
        assert_eq!(second, "Who gets in, and when?");
        act(&mut app, &[Action::End]);
        let (word, _, second, key, _) = band(&app);
        assert_eq!((word.as_deref(), key), (Some("✓ FINISHED AS IT SHOULD"), Some(Action::NextScenario)));
        assert_eq!(second, "As many inside as there are permits, never more.");
        act(&mut app, &[Action::RunSelected]);
        assert_eq!(stage(&app).scenario().id, "event", "Enter leads on");
    }

    #[test]
    fn the_climax_says_why_in_one_sentence_and_shows_the_twin() {
        let mut app = app_with("deadlock");
        act(&mut app, &[Action::End]);
        let (word, first, second, key, _) = band(&app);
        assert_eq!(word.as_deref(), Some("✗ DEADLOCK"));
        assert_eq!(first, "Each holds what the other wants, and neither lets go.");
        assert_eq!(second, "alice wants paper, bob holds it; bob wants pen, alice holds it.");
        assert_eq!(key, Some(Action::Fixed));
        let log: Vec<Sentence> = stage(&app).scene().log.iter().map(|line| line.sentence).collect();
        assert!(!log.iter().any(|sentence| matches!(sentence, Sentence::Edge(_) | Sentence::Ends(_))), "no edge twice");
    }

    #[test]
    fn a_lost_update_is_told_when_it_happens_and_the_end_is_not_green() {
        let mut app = app_with("lost_update");
        let lost = std::iter::repeat_with(|| {
            act(&mut app, &[Action::Forward]);
            band(&app)
        });
        let (word, first, second, key, _) = lost.take(40).find(|band| band.0.is_some()).expect("a write is lost");
        assert_eq!((word.as_deref(), key), (Some("✗ LOST"), Some(Action::Fixed)));
        assert_eq!(first, "bob writes over the 10 of alice, and that is gone.");
        assert_eq!(second, "bob read balance before alice wrote it.");
        act(&mut app, &[Action::End]);
        let (word, first, _, _, tone) = band(&app);
        assert_eq!((word.as_deref(), tone), (Some("✗ WRONG RESULT"), Tone::Bad));
        assert_eq!(first, "2 writes are lost: somebody wrote over them unseen.");
    }

    const RING: &str = "\
import threading
import time
forks = [threading.Lock() for _ in range(5)]
def dine(seat):
    with forks[seat]:
        time.sleep(0.1)
        with forks[(seat + 1) % 5]:
            pass
for seat in range(5):
    threading.Thread(target=dine, args=(seat,)).start()
";

    #[test]
    fn a_ring_of_five_and_joins_in_it_are_said_right() {
        let (word, first, _) = end(RING);
        assert_eq!(
            (word.as_str(), first.as_str()),
            ("✗ DEADLOCK", "Each of the five holds one lock and wants the next one.")
        );
        let joins = "import threading\nlock = threading.Lock()\ndef work():\n    with lock:\n        pass\nt = threading.Thread(target=work, name='ann')\nwith lock:\n    t.start()\n    t.join()\n";
        let (word, first, _) = end(joins);
        assert_eq!(
            (word.as_str(), first.as_str()),
            ("✗ DEADLOCK", "MainThread joins ann, which wants what MainThread holds.")
        );
    }

    #[test]
    fn a_circle_that_can_still_be_undone_is_told_without_red() {
        let program = "\
import threading
import time
pen, paper = threading.Lock(), threading.Lock()
def work(one, other):
    one.acquire()
    time.sleep(0.1)
    other.acquire()
for locks in [(pen, paper), (paper, pen)]:
    threading.Thread(target=work, args=locks, daemon=True).start()
time.sleep(1)
pen.release()
";
        let mut app = on_stage(program);
        let circle = std::iter::repeat_with(|| {
            act(&mut app, &[Action::Forward]);
            band(&app)
        });
        let (word, first, second, _, tone) = circle.take(60).find(|band| band.0.is_some()).expect("a circle closes");
        assert_eq!((word.as_deref(), tone), (Some("◆ CIRCLE"), Tone::Notable));
        assert_eq!(first, "Each holds what the other wants, and neither lets go.");
        assert_eq!(second, "Somebody outside could still release a lock and undo it.");
    }

    #[test]
    fn a_thread_that_only_looks_is_one_line_with_a_count() {
        let program = "import threading\ngo = False\ndef spin():\n    while not go:\n        pass\nthreading.Thread(target=spin, name='ann').start()\nwhile not go:\n    pass\n";
        let mut app = on_stage(program);
        act(&mut app, &[Action::Forward]);
        if let Some(stage) = app.stage_mut() {
            stage.run_up_to(crate::ids::StepIndex(80));
        }
        let log = &stage(&app).scene().log;
        assert!(log.len() < 12, "{log:?}");
        assert!(log.back().is_some_and(|line| line.times > 20 && line.step == stage(&app).cursor()));
        let (_, _, second, _, _) = band(&app);
        assert!(second.contains("nobody gets on"), "{second}");
    }
}
