//! A presenter's notes as plain text: what the scenario says, which lock guards which data, and the questions with their answers.

use std::fmt::Write as _;

use crate::{
    locale::Locale,
    scenario::{Prediction, PredictionKind, Scenario},
};

/// The notes of a scenario; a line that says so, if it has none.
#[must_use]
pub fn of(scenario: &Scenario, locale: &Locale) -> String {
    let course = &scenario.course;
    let mut text = course.notes.get(locale.language()).trim().to_owned();
    if text.is_empty() {
        text = locale.text("notes-none");
    }
    text.push('\n');
    if !course.guards.is_empty() {
        let _ = writeln!(text, "\n{}", locale.text("notes-guards"));
        for guard in &course.guards {
            let _ = writeln!(text, "  {} ▶ {}", guard.lock, guard.data.join(&locale.text("list-separator")));
        }
    }
    if !course.predictions.is_empty() {
        let _ = writeln!(text, "\n{}", locale.text("notes-questions"));
        for prediction in &course.predictions {
            let _ = writeln!(text, "  ◇ {}", prediction.ask.get(locale.language()));
            for line in answers(prediction, locale) {
                let _ = writeln!(text, "    {line}");
            }
        }
    }
    if let Some(challenge) = &course.challenge {
        let _ = writeln!(text, "\n{} {}", locale.text("notes-challenge"), challenge.goal.get(locale.language()));
    }
    text
}

/// The answers that are offered, and why the right one is right.
fn answers(prediction: &Prediction, locale: &Locale) -> Vec<String> {
    let language = locale.language();
    let right = match prediction.kind {
        PredictionKind::Choice { right } => Some(right),
        _ => None,
    };
    let option = |(at, words): (usize, &crate::scenario::Words)| {
        let sign = if right == Some(at) { "✓" } else { "·" };
        format!("{sign} {}", words.get(language))
    };
    let because = prediction.because.get(language);
    let why = (!because.is_empty()).then(|| because.to_owned());
    prediction.options.iter().enumerate().map(option).chain(why).collect()
}
