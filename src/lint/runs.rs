//! What a scenario says of its runs: how they end, what its questions ask, and that the mistake shows.

use std::{collections::BTreeSet, time::Duration};

use super::Finding;
use crate::{
    app::{Action, App, Beginning, Choice, Marked, Question, Questions, ThemeName, thread_of, trials_of},
    host::{EndKind, Settings, Tally},
    locale::Language,
    machine::Rules,
    scenario::{Catalogue, Expect, PredictionKind, Scenario, Setup},
};

/// So many runs under random schedules, and so many more before an end is missed.
const RUNS: u64 = 100;
const MORE: u64 = 1_000;

/// No run is longer, in steps.
const MOST_STEPS: u64 = 20_000;

/// The stage is followed no farther, in steps.
const FARTHEST: usize = 3_000;

const NOW: Duration = Duration::ZERO;

pub(super) fn findings(scenario: &Scenario, catalogue: &Catalogue) -> Vec<Finding> {
    if scenario.compile().is_err() {
        return vec![Finding::new("lint-not-compiled")];
    }
    let mut all = Vec::new();
    let opening = opening_run(scenario);
    ends(scenario, catalogue, opening.as_ref(), &mut all);
    opens(scenario, catalogue, opening.as_ref(), &mut all);
    for number in 0..scenario.course.predictions.len() {
        all.extend(prediction(scenario, number));
    }
    all
}

/// With the values that it gives for checking.
fn for_checking(scenario: &Scenario) -> Scenario {
    let mut small = scenario.clone();
    for (name, value) in &scenario.course.check_with {
        // What is no parameter is found by its metadata.
        let _ = small.set(name, &value.to_string());
    }
    small
}

fn expected(kind: EndKind) -> Expect {
    match kind {
        EndKind::Deadlock => Expect::Deadlock,
        EndKind::Stuck => Expect::Stuck,
        EndKind::Failed | EndKind::Asserted | EndKind::Died => Expect::Failed,
        EndKind::Wrong | EndKind::Circle | EndKind::Finished => Expect::Finished,
        EndKind::Limit => Expect::Livelock,
    }
}

/// Random runs end as it says, and in each way that it says.
fn ends(scenario: &Scenario, catalogue: &Catalogue, opening: Option<&Opening>, all: &mut Vec<Finding>) {
    let small = for_checking(scenario);
    let own = Setup { quantum: None, inherit: None, ..small.setup };
    let settings = Settings { hardware: own.hardware(), rules: own.rules(Rules::default()), ..Settings::default() };
    let Ok(mut trials) = trials_of(&small, catalogue, &settings, (RUNS, MOST_STEPS)) else { return };
    trials.advance(|| true);
    let seen =
        |tally: &Tally| -> BTreeSet<Expect> { tally.by_kind().iter().map(|group| expected(group.kind)).collect() };
    for group in trials.tally().by_kind() {
        if !scenario.expect.contains(&expected(group.kind)) {
            let end = expected(group.kind).name();
            all.push(Finding::new("lint-unexpected-end").with("end", end).with("seed", group.seed));
        }
    }
    let is_missing = |tally: &Tally| scenario.expect.iter().any(|end| !seen(tally).contains(end));
    if is_missing(trials.tally()) {
        trials.want_more(MORE);
        trials.advance(|| true);
    }
    let by_chance = seen(trials.tally());
    let shown = opening.map(|run| run.end);
    for end in scenario.expect.iter().filter(|end| !by_chance.contains(end) && shown != Some(**end)) {
        all.push(Finding::new("lint-end-not-seen").with("end", end.name()).with("runs", RUNS + MORE));
    }
}

/// The run that a scenario opens with.
struct Opening {
    end: Expect,
    /// A write was lost.
    loses: bool,
    printed: String,
}

fn opening_run(scenario: &Scenario) -> Option<Opening> {
    let mut app = on_stage(scenario, Questions::Off)?;
    for _ in 0..FARTHEST {
        app.update(Action::Forward, NOW);
        if app.stage()?.end().is_some() {
            break;
        }
    }
    let stage = app.stage()?;
    let scene = stage.scene();
    let end = match scene.seen_end() {
        Some(end) => Expect::of(end)?,
        None => Expect::Livelock,
    };
    let printed = scene.output.iter().map(|piece| stage.history().texts().get(piece.text)).collect();
    Some(Opening { end, loses: scene.lost_writes() > 0, printed })
}

/// The run that it opens with shows the mistake, if it has one.
fn opens(scenario: &Scenario, catalogue: &Catalogue, opening: Option<&Opening>, all: &mut Vec<Finding>) {
    let Some(opening) = opening else { return };
    if !scenario.expect.contains(&opening.end) {
        all.push(Finding::new("lint-opens-with").with("end", opening.end.name()));
    }
    let Some(twin) = scenario.fixed_by.as_ref().and_then(|id| catalogue.find(id)) else { return };
    if opening.end != Expect::Finished || opening.loses {
        return;
    }
    if opening_run(twin).is_none_or(|right| right.printed == opening.printed) {
        all.push(Finding::new("lint-mistake-hidden"));
    }
}

/// A question is asked in the run that it opens with, the run answers it, the right answer is marked right, and others wrong.
fn prediction(scenario: &Scenario, number: usize) -> Option<Finding> {
    let mut alone = scenario.clone();
    alone.course.predictions = vec![scenario.course.predictions[number].clone()];
    let prediction = &alone.course.predictions[0];
    let finding = |key| Some(Finding::new(key).with("ask", prediction.ask.get(Language::English)));
    let Some(truth) = answered(&alone, None) else { return finding("lint-not-asked") };
    let Some(truth) = truth.truth else { return finding("lint-not-answered") };
    let right = answered(&alone, Some(&truth)).and_then(|marked| marked.right);
    if right != Some(true) {
        return Some(finding("lint-right-answer")?.with("answer", truth));
    }
    let other = if matches!(prediction.kind, PredictionKind::Output) { "nothing at all" } else { "-1" };
    let wrong = answered(&alone, Some(other)).and_then(|marked| marked.right);
    if wrong == Some(true) { finding("lint-wrong-answer") } else { None }
}

/// Goes through the run that it opens with and answers its question by typing, or with the offered answer of these words; an
/// answer that is not offered stands for a wrong one, and nobody chooses.
fn answered(scenario: &Scenario, answer: Option<&str>) -> Option<Marked> {
    let mut app = on_stage(scenario, Questions::Asked)?;
    for _ in 0..FARTHEST {
        if let Some(marked) = app.stage()?.marked(app.locale()) {
            return Some(marked);
        }
        if let Some(question) = app.stage()?.question(app.locale()) {
            say(&mut app, &question, answer);
        }
        let before = app.stage()?.cursor();
        app.update(Action::Forward, NOW);
        if app.stage()?.cursor() == before {
            break;
        }
    }
    app.stage()?.marked(app.locale())
}

fn say(app: &mut App, question: &Question, answer: Option<&str>) {
    let fits = |choice: &&Choice| answer.is_none_or(|answer| choice.words == answer);
    if !question.choices.is_empty() {
        if let Some(choice) = question.choices.iter().find(fits) {
            app.update(Action::Run(thread_of(choice)), NOW);
        }
        return;
    }
    for letter in answer.unwrap_or("0").trim_end_matches(" s").chars().filter(|&letter| letter != '\'') {
        app.type_answer(Some(letter), NOW);
    }
    app.update(Action::RunSelected, NOW);
}

/// A stage of its own: no gallery is searched in it.
fn on_stage(scenario: &Scenario, questions: Questions) -> Option<App> {
    let mut app = App::new(Beginning {
        catalogue: Catalogue::default(),
        language: Language::English,
        theme: ThemeName::Dark,
        motion: false,
        run: Settings::default(),
    });
    app.set_questions(questions);
    app.open(scenario.clone());
    app.set_questions(questions);
    app.stage()?;
    Some(app)
}
