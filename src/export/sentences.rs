//! The whole run as numbered sentences: what a recording shows, for who does not see it.

use std::{
    collections::BTreeSet,
    io::{self, Write},
};

use super::Performance;
use crate::{
    ids::StepIndex,
    scene::{Playback, Scene},
    telling::{
        Prose,
        names::{duration, printable},
        paragraph,
    },
};

/// Writes the run in sentences.
///
/// # Errors
/// When it cannot be written.
pub fn write(performance: &Performance<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut playback = Playback::default();
    head(performance, playback.at(performance.history, *performance.steps.end()), out)?;
    let mut narrated = BTreeSet::new();
    for step in (performance.steps.start().0..=performance.steps.end().0).map(StepIndex) {
        let prose = Prose::new(playback.at(performance.history, step), performance.history, performance.locale);
        let prose = prose.judged_by(performance.proper);
        let mut sentences = prose.sentences(step);
        // What is told in a loop is told once to each thread.
        let narration = prose.narration(step, performance.source, performance.narration);
        let narration = narration.filter(|told| narrated.insert((told.thread, told.line)));
        sentences.extend(narration.map(|told| prose.narrated(told)));
        if !sentences.is_empty() {
            writeln!(out, "{}", prose.numbered_step(step, paragraph(performance.locale, &sentences)))?;
        }
    }
    let last =
        Prose::new(playback.at(performance.history, *performance.steps.end()), performance.history, performance.locale);
    tail(performance, &last.judged_by(performance.proper), out)
}

/// What it is, and who is in it.
fn head(performance: &Performance<'_>, last: &Scene, out: &mut dyn Write) -> io::Result<()> {
    let Performance { history, locale, steps, .. } = performance;
    let prose = Prose::new(last, history, locale);
    writeln!(out, "{}", printable(performance.title))?;
    let told = [
        ("name", printable(performance.source.name()).into()),
        ("steps", history.tip().0.into()),
        ("time", duration(history.step(history.tip()).clock).into()),
    ];
    writeln!(out, "{}", locale.format(if history.is_of_real_run() { "tell-head-real" } else { "tell-head" }, &told))?;
    if steps.start().0 > 0 || *steps.end() < history.tip() {
        let part = [("from", steps.start().0.into()), ("to", steps.end().0.into())];
        writeln!(out, "{}", locale.format("tell-part", &part))?;
    }
    let list = |items: Vec<String>| items.join(&locale.text("list-separator"));
    let threads = list(prose.threads().map(|(id, _)| prose.numbered(id)).collect());
    writeln!(out, "{}", locale.format("tell-threads", &[("threads", threads.into())]))?;
    let resources: Vec<String> = prose.resources().map(|id| prose.kind_and_name(id)).collect();
    if !resources.is_empty() {
        writeln!(out, "{}", locale.format("tell-shared", &[("resources", list(resources).into())]))?;
    }
    writeln!(out)
}

/// How it ended, and how everybody stands then.
fn tail(performance: &Performance<'_>, prose: &Prose<'_>, out: &mut dyn Write) -> io::Result<()> {
    let locale = performance.locale;
    writeln!(out)?;
    let ending = prose
        .ending()
        .unwrap_or_else(|| locale.format("tell-not-ended", &[("step", performance.steps.end().0.into())]));
    let told: Vec<String> = [ending].into_iter().chain(prose.deadlock()).collect();
    writeln!(out, "{}", paragraph(locale, &told))?;
    writeln!(out, "{}", locale.text("tell-last-states"))?;
    for (id, view) in prose.threads() {
        writeln!(out, "{}", paragraph(locale, &[prose.thread(id, view)]))?;
    }
    Ok(())
}
