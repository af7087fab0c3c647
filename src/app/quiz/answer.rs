//! What can be answered, and whether an answer is right.

use crate::{
    ids::ThreadId,
    locale::{Language, Locale},
    scenario::{Expect, Prediction, PredictionKind, Scenario},
    scene::{Scene, ThreadState},
    telling::{Names, names::mark},
};

/// So far may a typed time be off, in seconds.
const NEAR: f64 = 0.05;

/// An answer that is offered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// What is pressed for it.
    pub key: char,
    /// What is read.
    pub words: String,
    /// The thread that it is, if it is one.
    pub thread: Option<ThreadId>,
    /// What it is compared by.
    pub(super) meant: String,
}

/// The answers to choose from; none where one is typed.
pub(super) fn choices(
    prediction: &Prediction,
    scenario: &Scenario,
    scene: &Scene,
    names: Names<'_>,
    locale: &Locale,
) -> Vec<Choice> {
    let language = locale.language();
    // Digits are threads: what is no thread has a letter.
    let lettered = |at: usize| char::from_u32('a' as u32 + at as u32).unwrap_or('?');
    if !prediction.options.is_empty() {
        let by_number = matches!(prediction.kind, PredictionKind::Choice { .. });
        let options = prediction.options.iter().enumerate().take(9);
        return options
            .map(|(at, words)| {
                let name = words.get(Language::English);
                let meant = if by_number { at.to_string() } else { name.to_owned() };
                // Who is a thread has the number of that thread, as everywhere.
                let all = (0..scene.threads.len()).map(ThreadId::at);
                let thread = all.filter(|&thread| mark(thread).is_ascii_digit()).find(|&id| names.thread(id) == name);
                let key = thread.map_or_else(|| lettered(at), mark);
                Choice { key, words: words.get(language).to_owned(), thread, meant }
            })
            .collect();
    }
    match prediction.kind {
        PredictionKind::Who => {
            let living = (0..scene.threads.len()).map(ThreadId::at).filter(|&thread| {
                scene.thread(thread).is_some_and(|view| view.state.is_alive() || view.state == ThreadState::New)
            });
            let choice = |thread| {
                let name = names.thread(thread).into_owned();
                Choice { key: mark(thread), words: name.clone(), thread: Some(thread), meant: name }
            };
            living.map(choice).filter(|choice| choice.key.is_ascii_digit()).collect()
        }
        PredictionKind::End => {
            let usual = [Expect::Finished, Expect::Deadlock, Expect::Stuck, Expect::Failed];
            let ends = Expect::ALL.into_iter().filter(|end| usual.contains(end) || scenario.expect.contains(end));
            ends.enumerate()
                .map(|(at, end)| Choice {
                    key: lettered(at),
                    words: locale.text(&format!("quiz-end-{}", end.name())),
                    thread: None,
                    meant: end.name().to_owned(),
                })
                .collect()
        }
        _ => Vec::new(),
    }
}

/// Whether what is typed is a number.
pub(super) fn is_number(kind: &PredictionKind) -> bool {
    matches!(kind, PredictionKind::Count(_) | PredictionKind::Time | PredictionKind::Value { .. })
}

/// Whether an answer is what came about.
pub(super) fn is_right(kind: &PredictionKind, answer: &str, truth: &str) -> bool {
    let number = |text: &str| text.trim().trim_end_matches('s').trim().parse::<f64>().ok();
    if let (Some(answer), Some(truth)) = (number(answer), number(truth)) {
        let near = if matches!(kind, PredictionKind::Time) { NEAR.max(truth * 0.02) } else { 1e-9 };
        return (answer - truth).abs() <= near;
    }
    let plain = |text: &str| text.trim().trim_matches(['\'', '"']).to_lowercase();
    plain(answer) == plain(truth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_right_however_it_is_written() {
        let value = PredictionKind::Value { of: "x".to_owned() };
        for (kind, answer, truth, right) in [
            (&value, "20", "20", true),
            (&value, "20.0", "20", true),
            (&value, "30", "20", false),
            (&value, "ann", "'ann'", true),
            (&value, "", "20", false),
            (&PredictionKind::Time, "0.3", "0.3004", true),
            (&PredictionKind::Time, "0.3 s", "0.34", true),
            (&PredictionKind::Time, "0.4", "0.3", false),
            (&PredictionKind::Output, "Soup is ready", "soup is ready", true),
            (&PredictionKind::Who, "ann", "ben", false),
        ] {
            assert_eq!(is_right(kind, answer, truth), right, "{answer} for {truth}");
        }
    }
}
