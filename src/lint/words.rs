//! What a scenario says: there, in both languages, and no longer than the screen has room for at 80 columns.

use unicode_width::UnicodeWidthStr;

use super::Finding;
use crate::{
    locale::Language,
    scenario::{PredictionKind, Scenario, Words},
    telling::first_sentence,
    tui::wrap_text,
};

/// Cells of a row of the sentence on the smallest screen.
const ROW: usize = 74;

/// No title is wider, in cells.
const TITLE: usize = 44;

/// No lesson is wider, in cells: it has a row with the key that goes on.
const LESSON: usize = 64;

/// The first sentence of a goal is no wider, in cells: it has a row of its own.
const SAYS: usize = 76;

/// What a goal asks behind that is no wider: it has a row with the key that begins.
const ASKS: usize = 66;

/// No question is wider, in cells.
const ASK: usize = 70;

/// No answer that is offered is wider, in cells.
const OPTION: usize = 64;

/// No reason is wider, in cells: it stands behind what came about.
const REASON: usize = 110;

/// No tour has fewer cues, or more.
const CUES: std::ops::RangeInclusive<usize> = 5..=12;

pub(super) fn findings(scenario: &Scenario) -> Vec<Finding> {
    let mut all = Vec::new();
    for (what, words) in [
        ("title", &scenario.title),
        ("concept", &scenario.concept),
        ("goal", &scenario.goal),
        ("summary", &scenario.summary),
        ("watch", &scenario.watch),
        ("lesson", &scenario.lesson),
        ("notes", &scenario.course.notes),
    ] {
        said(what, words, &mut all);
    }
    if scenario.concepts.is_empty() {
        all.push(Finding::new("lint-missing").with("what", "concepts"));
    }
    if scenario.expect.is_empty() {
        all.push(Finding::new("lint-missing").with("what", "expect"));
    }
    fits("title", &scenario.title, TITLE, &mut all);
    fits("lesson", &scenario.lesson, LESSON, &mut all);
    let parts = |which: fn((&str, &str)) -> String| {
        let part = |language| which(first_sentence(scenario.goal.get(language)));
        Words { en: part(Language::English), zh: part(Language::Chinese) }
    };
    fits("goal", &parts(|(first, _)| first.to_owned()), SAYS, &mut all);
    fits("goal", &parts(|(_, rest)| rest.to_owned()), ASKS, &mut all);
    tour(scenario, &mut all);
    narration(scenario, &mut all);
    predictions(scenario, &mut all);
    all
}

/// It is there in both languages, each in its own script.
fn said(what: &str, words: &Words, all: &mut Vec<Finding>) {
    if words.en.trim().is_empty() || words.zh.trim().is_empty() {
        all.push(Finding::new("lint-missing").with("what", what));
        return;
    }
    if words.zh.is_ascii() || words.en.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter)) {
        all.push(Finding::new("lint-wrong-language").with("what", what));
    }
}

fn fits(what: &str, words: &Words, cells: usize, all: &mut Vec<Finding>) {
    for language in Language::ALL {
        let width = words.get(language).width();
        if width > cells {
            let finding = Finding::new("lint-too-wide").with("what", what).with("cells", width).with("most", cells);
            all.push(finding.with("text", words.get(language)));
        }
    }
}

fn rows(what: &str, words: &Words, most: usize, all: &mut Vec<Finding>) {
    for language in Language::ALL {
        let text = words.get(language);
        let count = wrap_text(text, ROW).len();
        if count > most {
            let finding = Finding::new("lint-too-many-rows").with("what", what).with("rows", count).with("most", most);
            all.push(finding.with("text", text));
        }
    }
}

fn tour(scenario: &Scenario, all: &mut Vec<Finding>) {
    let count = scenario.tour.len();
    if !CUES.contains(&count) {
        all.push(Finding::new("lint-tour").with("cues", count));
    }
    for words in scenario.tour.iter().filter_map(|cue| cue.say.as_ref()) {
        said("tour", words, all);
        rows("tour", words, 2, all);
    }
}

fn narration(scenario: &Scenario, all: &mut Vec<Finding>) {
    let narration = scenario.narration();
    if narration.lines().is_empty() {
        all.push(Finding::new("lint-missing").with("what", "narration"));
    }
    for (line, words) in narration.lines() {
        let before = all.len();
        said("narration", words, all);
        rows("narration", words, 3, all);
        for finding in &mut all[before..] {
            finding.line = Some(*line);
        }
    }
}

fn predictions(scenario: &Scenario, all: &mut Vec<Finding>) {
    let predictions = &scenario.course.predictions;
    if predictions.is_empty() {
        all.push(Finding::new("lint-missing").with("what", "predict"));
    }
    for prediction in predictions {
        said("ask", &prediction.ask, all);
        said("because", &prediction.because, all);
        fits("ask", &prediction.ask, ASK, all);
        fits("because", &prediction.because, REASON, all);
        for option in &prediction.options {
            fits("options", option, OPTION, all);
        }
        let of_choice = matches!(prediction.kind, PredictionKind::Choice { .. });
        if of_choice && prediction.options.iter().any(|option| option.zh.is_empty() || option.en.is_empty()) {
            all.push(Finding::new("lint-missing").with("what", "options"));
        }
    }
}
