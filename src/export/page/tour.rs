//! The tour in the page: its moments, and the ways that the run takes in it besides the first.

use serde::Serialize;
use serde_json::Value;

use super::data::{Folding, Step};
use crate::{
    app::Showing, export::Performance, ids::StepIndex, scenario::Words, telling::names::printable, trace::History,
};

/// A tour.
#[derive(Serialize)]
pub struct Tour {
    /// When each begins, in milliseconds; the text that is said; the way, and the step of it.
    moments: Vec<(u64, Option<usize>, usize, u32)>,
    /// When the last one is over.
    lasts: u64,
    /// The ways behind the first.
    ways: Vec<Way>,
}

/// A way that the run takes when the tour lets another thread go on.
#[derive(Serialize)]
struct Way {
    /// The way that it leaves, and the last step that they share.
    of: usize,
    at: u32,
    /// What it is called in each language.
    name: [String; 2],
    threads: Vec<Value>,
    /// The steps behind that one.
    steps: Vec<Step>,
}

/// The tour as data. The run is the first of its ways.
pub fn of(showing: &Showing, run: &Performance<'_>, folding: &mut Folding<'_>) -> Tour {
    let ways = (1..showing.ways.len()).map(|number| way(showing, number, run, folding)).collect();
    let mut said = |words: &Words| {
        let text = |language| words.get(language).split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then(|| folding.words(|locale| text(locale.language())))
    };
    let moments = showing.moments.iter();
    let moments = moments.map(|moment| (millis(moment.at), said(&moment.caption), moment.way, moment.step.0)).collect();
    Tour { moments, lasts: millis(showing.lasts), ways }
}

fn way(showing: &Showing, number: usize, run: &Performance<'_>, folding: &mut Folding<'_>) -> Way {
    let history = &showing.ways[number];
    let shared = |other: &History| {
        let most = history.tip().min(other.tip()).0;
        (0..=most).rev().map(StepIndex).find(|&at| history.node(at) == other.node(at)).unwrap_or(StepIndex(0))
    };
    // Of those that share as much with it, the first.
    let earlier = showing.ways[..number].iter().enumerate().rev();
    let (of, at) =
        earlier.map(|(of, other)| (of, shared(other))).max_by_key(|&(_, at)| at).unwrap_or((0, StepIndex(0)));
    let (mut steps, threads) =
        folding.way(&Performance { history, steps: StepIndex(0)..=history.tip(), ..run.clone() });
    steps.drain(..=at.index());
    let by = steps.first().and_then(Step::by).and_then(|thread| threads.get(thread)?["n"].as_str());
    let by = by.unwrap_or_default();
    let name = [0, 1].map(|language| {
        let locale = &folding.locales[language];
        printable(&locale.format("other-way", &[("step", at.0.into()), ("thread", by.into())]))
    });
    Way { of, at: at.0, name, threads, steps }
}

fn millis(time: std::time::Duration) -> u64 {
    time.as_millis() as u64
}
