//! The sentence of a stage that is played as a challenge: what is to be brought about, how far the viewer is, and the hint.

use super::{Action, Band, Hint, Progress, Said, Stage, Tone, band::words};
use crate::{
    choice::Way,
    explore::{Goal, Kind},
    ids::StepIndex,
    locale::Locale,
    telling::{Argument, Message, Telling, check_kind_word},
};

impl Stage {
    /// The sentence of a challenge, if the stage is played as one.
    pub(super) fn challenge_band(&self, locale: &Locale) -> Option<Band> {
        let challenge = self.challenge()?;
        let goal = words(&self.goal_words(locale));
        let band = |tone, word: &str, second| Band {
            tone,
            who: None,
            word: Some(locale.text(word)),
            first: goal.clone(),
            second,
            key: None,
        };
        Some(match challenge.progress() {
            Progress::Seeking => {
                let first = words(&locale.text("challenge-seeking"));
                Band { first, ..band(Tone::Question, "challenge-word", Vec::new()) }
            }
            Progress::Waiting => {
                let first = words(&locale.text("challenge-waiting"));
                let second = vec![words(&locale.text("challenge-you-say"))];
                Band { first, ..band(Tone::Question, "challenge-word", second) }
            }
            Progress::Reached => {
                let done = words(&self.score_words(locale));
                Band { key: Some((Action::Restart, "now-again")), ..band(Tone::Good, "challenge-reached", vec![done]) }
            }
            progress => {
                let hint = self.hint().filter(|hint| *hint != Hint::Hopeless).map(|hint| self.hint_said(hint, locale));
                let second = match (hint, self.end(), progress) {
                    (_, Some(_), _) => words(&locale.text("challenge-other-end")),
                    (Some(hint), ..) => hint,
                    (None, _, Progress::Hopeless) => words(&locale.text("challenge-hopeless")),
                    (None, ..) => words(&self.score_words(locale)),
                };
                let back = self.end().is_some() || progress == Progress::Hopeless;
                let key = if back { (Action::Backward, "now-back") } else { (Action::Hint, "now-hint") };
                Band { key: Some(key), ..band(Tone::Question, "challenge-word", vec![second]) }
            }
        })
    }

    /// What is to be brought about: as the scenario says it, or as the program is spoken of.
    fn goal_words(&self, locale: &Locale) -> String {
        let challenge = self.challenge();
        let own = self.scenario().course.challenge.as_ref().map(|own| own.goal.get(locale.language()));
        if let Some(own) = own.filter(|own| !own.is_empty() && challenge.is_some_and(super::Challenge::is_own)) {
            return own.to_owned();
        }
        match challenge.and_then(super::Challenge::goal) {
            None => locale.text("challenge-seeking"),
            Some(Goal::End(kind @ (Kind::Deadlock | Kind::Stuck | Kind::Livelock | Kind::Failed))) => {
                locale.text(&format!("challenge-{}", kind.name()))
            }
            Some(Goal::End(kind)) => locale.format("challenge-end", &[("kind", check_kind_word(locale, *kind).into())]),
            Some(Goal::FinishesWithout(_) | Goal::FinishesUnlike(_)) => locale.text("challenge-wrong"),
            Some(Goal::Prints(text)) => {
                let text = text.trim_end().replace('\n', " ⏎ ");
                locale.format("challenge-prints", &[("text", text.into())])
            }
            Some(Goal::Inside { part, threads }) => {
                let arguments = [("count", (*threads as u64).into()), ("part", part.as_str().into())];
                locale.format("challenge-inside", &arguments)
            }
        }
    }

    /// How many steps were taken, how many it takes at least, and how many hints were given.
    fn score_words(&self, locale: &Locale) -> String {
        let Some(challenge) = self.challenge() else { return String::new() };
        let steps = self.cursor();
        let taken = ("steps", steps.0.into());
        let mut said = match challenge.fewest() {
            _ if challenge.progress() == Progress::OnTheWay && steps == StepIndex(0) => {
                locale.text("challenge-you-say")
            }
            None => locale.format("challenge-steps", &[taken]),
            Some((fewest, true)) if challenge.is_reached() && steps.0 == fewest => {
                locale.format("challenge-steps-fewest", &[taken])
            }
            Some((fewest, is_proved)) => {
                let key = if is_proved { "challenge-steps-of" } else { "challenge-steps-known" };
                locale.format(key, &[taken, ("fewest", fewest.into())])
            }
        };
        if challenge.hints() > 0 {
            said.push_str(&locale.format("challenge-hints", &[("count", challenge.hints().into())]));
        }
        said
    }

    fn hint_said(&self, hint: Hint, locale: &Locale) -> Said {
        let message = match hint {
            Hint::Next(choice) => {
                let line = self.scene().thread(choice.thread).map(|view| view.span).filter(|span| span.end > 0);
                let line = line.map_or(0, |span| self.scenario().source.line_of(span.start));
                let key = match choice.way {
                    Way::Expire => "challenge-hint-expire",
                    Way::Wake => "challenge-hint-wake",
                    Way::Draw(_) => "challenge-hint-draw",
                    Way::Run(_) if line == 0 => "challenge-hint-begins",
                    Way::Run(_) => "challenge-hint-next",
                };
                let (_, own) = self.scenario().source.own_line(line);
                Message::new(key).with("thread", Argument::Thread(choice.thread)).with("line", Argument::Number(own))
            }
            Hint::GoBack(step) => Message::new("challenge-hint-back").with("step", Argument::Number(step.0)),
            Hint::Hopeless => Message::new("challenge-hopeless"),
            Hint::Unknown => Message::new("challenge-hint-unknown"),
        };
        let telling = Telling { scene: self.scene(), names: self.names(), locale };
        Said { parts: telling.parts(&message), ..Said::default() }
    }
}
