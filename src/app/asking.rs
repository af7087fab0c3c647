//! The viewer and the questions of the stage: what is typed and chosen, and how long playing waits for it.

use std::time::Duration;

use super::{Action, App, Choice, Marked, Question, Questions, Stage};
use crate::{
    ids::ThreadId,
    locale::Locale,
    scenario::{Expect, Reach},
    telling::names::mark,
};

/// So long playing waits for an answer before it goes on by itself; anything typed makes it wait again.
pub(super) const THINKING: Duration = Duration::from_secs(20);

/// So long an answer is read before playing goes on.
const READING: Duration = Duration::from_millis(900);

/// So many threads have a mark of their own.
const MARKS: usize = 61;

/// No answer is longer.
const LONGEST: usize = 60;

impl Stage {
    /// The question that is being asked.
    #[must_use]
    pub fn question(&self, locale: &Locale) -> Option<Question> {
        self.quiz.question(self.scenario(), self.scene(), self.names(), locale)
    }

    /// What was answered at the present step, and is still to be marked.
    #[must_use]
    pub fn noted(&self, locale: &Locale) -> Option<String> {
        self.quiz.noted(locale)
    }

    /// What was marked at the present step.
    #[must_use]
    pub fn marked(&self, locale: &Locale) -> Option<Marked> {
        self.quiz.marked(self.history(), self.cursor(), locale)
    }

    /// Whether the run has come to what the challenge asks for, by the viewer's own choices.
    pub(super) fn meets_challenge(&self) -> bool {
        let own = self.scenario().course.challenge.as_ref();
        let end = match own.and_then(|challenge| challenge.reach.as_ref()) {
            Some(Reach::End(end)) => Some(*end),
            _ => None,
        };
        let by_hand = self.driven && end.is_some() && end == self.end().and_then(Expect::of);
        // What was taken up as a challenge may have another goal than the scenario's own.
        by_hand
            || self.challenge().is_some_and(|challenge| challenge.is_reached() && (challenge.is_own() || own.is_none()))
    }

    /// How many questions were answered right in this run, and how many there are.
    #[must_use]
    pub fn score(&self) -> (usize, usize) {
        self.quiz.score()
    }
}

impl App {
    /// Whether questions are asked on the stage from now on.
    pub fn set_questions(&mut self, questions: Questions) {
        self.questions = questions;
        self.tell_questions();
    }

    /// Whether questions are asked.
    #[must_use]
    pub fn questions(&self) -> Questions {
        self.questions
    }

    /// Tells the stage; a tour is not interrupted by questions.
    pub(super) fn tell_questions(&mut self) {
        let challenged = self.stage().is_some_and(|stage| stage.challenge().is_some());
        let mode = if self.tour.is_some() || challenged { Questions::Off } else { self.questions };
        if let Some(stage) = &mut self.stage {
            stage.quiz.set_mode(mode);
        }
    }

    pub(super) fn next_questions(&mut self, now: Duration) {
        self.set_questions(self.questions.next());
        self.say(self.locale.text(self.questions.key()), now);
    }

    /// The question that waits for an answer.
    fn waiting(&self) -> Option<Question> {
        let stage = self.stage.as_ref().filter(|stage| stage.quiz.is_open() && self.overlay.is_none())?;
        stage.question(&self.locale).filter(|question| question.is_marked)
    }

    /// Whether a character is part of an answer that is being typed.
    #[must_use]
    pub fn takes(&self, typed: char) -> bool {
        self.waiting().is_some_and(|question| {
            if !question.choices.is_empty() {
                return typed.is_ascii_lowercase() && question.choices.iter().any(|choice| choice.key == typed);
            }
            let number = typed.is_ascii_digit() || ((typed == '.' || typed == '-') && !question.typed.contains(typed));
            if question.is_number { number } else { !typed.is_control() }
        })
    }

    /// Whether something was typed that can be taken back.
    #[must_use]
    pub fn has_typed(&self) -> bool {
        self.waiting().is_some_and(|question| !question.typed.is_empty())
    }

    /// A character of an answer is typed, or the letter of one that is offered; none takes the last one back.
    pub fn type_answer(&mut self, typed: Option<char>, now: Duration) {
        let offered = self.waiting().filter(|question| !question.choices.is_empty());
        if let Some(choice) = offered.iter().flat_map(|asked| &asked.choices).find(|choice| Some(choice.key) == typed) {
            self.answer(Action::Run(thread_of(choice)), now);
            return;
        }
        let Some(stage) = &mut self.stage else { return };
        stage.quiz.edit(|answer| match typed {
            Some(typed) if answer.chars().count() < LONGEST => answer.push(typed),
            Some(_) => {}
            None => {
                answer.pop();
            }
        });
        stage.due = stage.due.map(|_| now + THINKING);
    }

    /// Answers the question that is open, or passes it, if that is what the action means now. Returns whether it was.
    pub(super) fn answer(&mut self, action: Action, now: Duration) -> bool {
        let Some(question) = self.waiting() else { return false };
        let Some(stage) = &mut self.stage else { return false };
        match action {
            Action::Run(thread) if !question.choices.is_empty() => {
                match question.choices.iter().find(|choice| choice.key == mark(thread)) {
                    Some(choice) => stage.quiz.choose(choice),
                    None => {
                        let keys = keys_of(&question.choices);
                        let arguments = [("key", mark(thread).to_string().into()), ("keys", keys.into())];
                        let text = self.locale.format("quiz-no-such", &arguments);
                        self.say(text, now);
                        return true;
                    }
                }
            }
            Action::Run(thread) => {
                self.type_answer(Some(mark(thread)), now);
                return true;
            }
            Action::RunSelected => {
                if !stage.quiz.submit() {
                    let key = if question.choices.is_empty() { "quiz-type-first" } else { "quiz-choose-first" };
                    self.say(self.locale.text(key), now);
                    return true;
                }
            }
            Action::Back => stage.quiz.pass(),
            _ => return false,
        }
        if let Some(stage) = &mut self.stage {
            stage.due = stage.due.map(|_| now + READING);
        }
        true
    }
}

/// The keys of the answers that are offered: `a-d`, or the numbers of threads.
#[must_use]
pub fn keys_of(choices: &[Choice]) -> String {
    let keys: Vec<char> = choices.iter().map(|choice| choice.key).collect();
    let in_a_row = keys.windows(2).all(|pair| pair[0] as u32 + 1 == pair[1] as u32);
    match (keys.first(), keys.last()) {
        (Some(first), Some(last)) if keys.len() > 2 && in_a_row => format!("{first}-{last}"),
        _ => keys.iter().map(char::to_string).collect::<Vec<_>>().join(" "),
    }
}

/// The thread that has an answer's key for its mark.
#[must_use]
pub fn thread_of(choice: &Choice) -> ThreadId {
    (0..MARKS).map(ThreadId::at).find(|&thread| mark(thread) == choice.key).unwrap_or(ThreadId::MAIN)
}
