//! What a search has seen beside the ends: data races, which lock guards what, and locks in inconsistent order.

use super::{Checked, Console, finding::At, page::hanging, printable, told::access_words};
use crate::{
    cli::console::{style, styled},
    explore::{Guard, LockOrder, LockStep, Starved},
    source::SourceText,
    telling::line_words,
};

/// No more races of one variable are named, and no more accesses without a lock.
const MOST: usize = 4;

/// The data races, or that there is none.
pub fn races(checked: &Checked<'_>, console: &Console) -> Vec<String> {
    let races = &checked.told.races;
    if races.is_empty() {
        let key = if checked.told.report.complete { "check-no-race" } else { "check-no-race-found" };
        return vec![console.words(key)];
    }
    let mut lines = vec![heading("check-races", console)];
    let mut left_out = 0_usize;
    for (at, race) in races.iter().enumerate() {
        let variable = &checked.told.report.races[at].variable;
        let before = checked.told.report.races[..at].iter().filter(|race| race.variable == *variable).count();
        if before >= MOST {
            left_out += 1;
            continue;
        }
        let mut sentence = race.sentence.clone();
        let remarks = race.is_harmless.then_some("check-harmless").into_iter().chain(checked.news(At::Race(at)));
        for remark in remarks {
            let arguments = [("sentence", sentence.into()), ("remark", console.words(remark).into())];
            sentence = console.locale.format("check-remark", &arguments);
        }
        lines.extend(hanging(&sentence, 2));
    }
    if left_out > 0 {
        lines.push(format!("  {}", console.locale.format("check-more-races", &[("count", left_out.into())])));
    }
    lines
}

/// Who can be passed over for ever.
pub fn starvation(checked: &Checked<'_>, console: &Console) -> Vec<String> {
    let (report, source) = (&checked.told.report, &checked.subject.scenario.source);
    let sentence = |one: &Starved| {
        let others = one.others.join(&console.words("list-separator"));
        let arguments = [
            ("thread", one.thread.as_str().into()),
            ("line", line_words(source, one.line, &console.locale).into()),
            ("others", others.into()),
            ("steps", one.way.len().into()),
            ("round", one.round.len().into()),
        ];
        hanging(&printable(&console.locale.format("check-starves", &arguments)), 2)
    };
    if report.starved.is_empty() {
        return Vec::new();
    }
    let lines = report.starved.iter().flat_map(sentence);
    std::iter::once(heading("check-starvation", console)).chain(lines).collect()
}

/// Which lock guards what, and in which order locks are taken.
pub fn locks(checked: &Checked<'_>, console: &Console) -> Vec<String> {
    let (report, source) = (&checked.told.report, &checked.subject.scenario.source);
    let guards = report
        .guards
        .iter()
        .filter(|guard| !guard.locks.is_empty())
        .map(|guard| guard_sentence(guard, source, console));
    let orders = report.lock_order.iter().map(|order| order_sentence(order, source, console));
    let sentences: Vec<String> = guards.chain(orders).collect();
    if sentences.is_empty() {
        return Vec::new();
    }
    let lines = sentences.iter().flat_map(|sentence| hanging(&printable(sentence), 2));
    std::iter::once(heading("check-locks", console)).chain(lines).collect()
}

fn guard_sentence(guard: &Guard, source: &SourceText, console: &Console) -> String {
    let locale = &console.locale;
    let locks = guard.locks.join(&locale.text("list-separator"));
    let arguments = [("locks", locks.into()), ("variable", guard.variable.as_str().into())];
    let sentence = locale.format("check-guards", &arguments);
    if guard.unguarded.is_empty() {
        return sentence;
    }
    let mut accesses: Vec<String> = guard.unguarded.iter().map(|access| access_words(access, source, locale)).collect();
    let more = accesses.len().saturating_sub(MOST);
    accesses.truncate(MOST);
    if more > 0 {
        accesses.push(locale.format("check-more-accesses", &[("count", more.into())]));
    }
    let accesses = accesses.join(&locale.text("list-separator"));
    locale.format("check-not-always", &[("sentence", sentence.into()), ("accesses", accesses.into())])
}

fn order_sentence(order: &LockOrder, source: &SourceText, console: &Console) -> String {
    let steps = order.steps.iter().map(|LockStep { holds, wants, thread, line }| {
        let arguments = [
            ("holds", holds.as_str().into()),
            ("wants", wants.as_str().into()),
            ("thread", (&**thread).into()),
            ("line", line_words(source, *line, &console.locale).into()),
        ];
        console.locale.format("check-lock-step", &arguments)
    });
    let steps = steps.collect::<Vec<_>>().join(&console.words("trials-separator"));
    console.locale.format("check-lock-order", &[("steps", steps.into())])
}

/// The heading of a section.
pub fn heading(key: &str, console: &Console) -> String {
    styled(&console.words(key), style::BOLD, console.out_colour)
}
