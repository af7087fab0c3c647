//! What a search has found, in the words of the console: how each outcome is called, and a sentence for what is bad about it.

use super::{Console, drive::Searched, printable, subject::Subject};
use crate::{
    cli::verdict::Standing,
    event::End,
    explore::{Kind, LeftOut, OrderedBy, Outcome, Race, RaceAccess, Report},
    host::EndKind,
    locale::Locale,
    scenario::Expect,
    source::SourceText,
    telling::{check_kind_word, kind_sign, kind_word, line_words},
};

/// What a search has found, with words.
#[derive(Debug)]
pub struct Told {
    /// What it has found.
    pub report: Report,
    /// How long that took.
    pub seconds: f64,
    /// The outcomes, in the order of the report.
    pub outcomes: Vec<ToldOutcome>,
    /// The races, in the order of the report.
    pub races: Vec<ToldRace>,
}

/// An outcome in words.
#[derive(Debug)]
pub struct ToldOutcome {
    /// How the threads stand.
    pub standing: Standing,
    /// Its kind in a word or two.
    pub word: String,
    /// The sign of its kind.
    pub sign: &'static str,
    /// What is bad about it, sentence by sentence; nothing, if nothing is.
    pub reasons: Vec<String>,
    /// It finishes, and has not printed what the scenario says that it should.
    pub is_wrong: bool,
    /// It finishes, and the fixed version prints something else.
    pub differs: bool,
    /// The scenario says how it ends, and does not name this.
    pub is_unexpected: bool,
}

/// A race in words.
#[derive(Debug)]
pub struct ToldRace {
    /// Who touches what where.
    pub sentence: String,
    /// The scenario says that it does no harm.
    pub is_harmless: bool,
}

impl Told {
    /// What a search of the program has found.
    pub fn new(searched: Searched, subject: &Subject, console: &Console) -> Self {
        let Searched { report, seconds } = searched;
        let locale = &console.locale;
        // What no way comes to is no measure for it.
        let right = subject
            .right
            .as_ref()
            .filter(|right| report.outcomes.iter().any(|it| it.finished_lines().as_ref() == Some(*right)));
        let differs = |outcome: &Outcome| {
            right.is_some_and(|right| outcome.finished_lines().is_some_and(|lines| lines != *right))
        };
        let told = |outcome: &Outcome| ToldOutcome::of(outcome, differs(outcome), subject, locale);
        let outcomes = report.outcomes.iter().map(told).collect();
        let harmless = &subject.scenario.course.harmless;
        let races = report.races.iter().map(|race| ToldRace {
            sentence: race_sentence(race, &subject.scenario.source, locale),
            is_harmless: harmless.iter().any(|name| is_of(&race.variable, name)),
        });
        let races = races.collect();
        Self { report, seconds, outcomes, races }
    }

    /// The number of the worst outcome; of those, the one with the shortest way.
    pub fn worst(&self) -> Option<usize> {
        let badness = |at: &usize| {
            let Outcome { kind, witness, .. } = &self.report.outcomes[*at];
            let hidden = *kind == Kind::Finished && self.outcomes[*at].standing.cycle.is_empty();
            (
                *kind,
                !self.outcomes[*at].is_wrong,
                !self.outcomes[*at].differs,
                hidden,
                witness.switches(),
                witness.choices.len(),
            )
        };
        (0..self.report.outcomes.len()).min_by_key(badness)
    }
}

/// Whether a variable is the one that a scenario calls so, or a part of it.
fn is_of(variable: &str, name: &str) -> bool {
    variable.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

impl ToldOutcome {
    fn of(outcome: &Outcome, differs: bool, subject: &Subject, locale: &Locale) -> Self {
        let Outcome { kind, machine, .. } = outcome;
        let end = end(outcome);
        let mut standing = Standing::of(machine, end, locale);
        let reasons = reasons(outcome, &standing, locale);
        if *kind == Kind::Livelock && standing.why.is_none() {
            standing.why = Some(locale.text("check-livelock"));
        }
        let is_wrong = outcome.is_wrong(subject.prints.as_deref());
        let end_kind = if is_wrong || differs { EndKind::Wrong } else { EndKind::of(machine, end) };
        let word = match kind {
            Kind::Livelock => check_kind_word(locale, *kind),
            _ => kind_word(locale, end_kind),
        };
        let expect = &subject.scenario.expect;
        let expected = expected(*kind).is_none_or(|kind| expect.contains(&kind));
        Self {
            reasons: reasons.iter().map(|reason| printable(reason)).collect(),
            sign: kind_sign(end_kind),
            is_wrong,
            differs,
            is_unexpected: !expect.is_empty() && !expected,
            standing,
            word,
        }
    }

    /// Whether nothing is bad about it.
    pub fn is_good(&self) -> bool {
        self.reasons.is_empty() && !self.is_wrong && !self.differs
    }
}

/// How the run of an outcome ended.
fn end(outcome: &Outcome) -> End {
    match outcome.kind {
        Kind::Deadlock => End::Deadlock,
        Kind::Stuck => End::Stuck,
        Kind::Livelock | Kind::Limit => End::Limit,
        Kind::Failed | Kind::Finished => outcome.machine.end().unwrap_or(End::Finished),
    }
}

/// The kind as scenarios call it; a limit is none of theirs.
fn expected(kind: Kind) -> Option<Expect> {
    Expect::named(kind.name())
}

fn reasons(outcome: &Outcome, standing: &Standing, locale: &Locale) -> Vec<String> {
    let mut reasons = Vec::new();
    match outcome.kind {
        Kind::Finished | Kind::Limit => {}
        Kind::Failed => reasons.extend(standing.deaths(locale)),
        Kind::Livelock => reasons.push(locale.text("check-livelock")),
        Kind::Deadlock | Kind::Stuck => {
            if standing.why.is_none() {
                reasons.push(standing.waiting(locale));
            }
        }
    }
    reasons.extend(standing.why.clone());
    if outcome.kind != Kind::Failed {
        reasons.extend(standing.deaths(locale));
    }
    if reasons.is_empty() && outcome.kind == Kind::Failed {
        reasons.push(locale.format("verdict-exit", &[("code", outcome.machine.exit_code().to_string().into())]));
    }
    reasons
}

fn race_sentence(race: &Race, source: &SourceText, locale: &Locale) -> String {
    let [one, other] = race.accesses.each_ref().map(|access| access_words(access, source, locale));
    let arguments = [("variable", race.variable.as_str().into()), ("one", one.into()), ("other", other.into())];
    let sentence = locale.format("check-race", &arguments);
    let sentence = match race.ordered_by {
        Some(OrderedBy::PlainVariables) => locale.format("check-race-ordered", &[("race", sentence.into())]),
        None => sentence,
    };
    printable(&sentence)
}

/// Who reads or writes in which line.
pub fn access_words(access: &RaceAccess, source: &SourceText, locale: &Locale) -> String {
    let RaceAccess { thread, line, writes } = access;
    let arguments = [("thread", (&**thread).into()), ("line", line_words(source, *line, locale).into())];
    locale.format(if *writes { "check-writes" } else { "check-reads" }, &arguments)
}

/// What was left out, in words.
pub fn left_out(left_out: &[LeftOut], locale: &Locale) -> Vec<String> {
    let words = left_out.iter().map(|left| match left {
        LeftOut::States => locale.text("check-left-states"),
        LeftOut::Time => locale.text("check-left-time"),
        LeftOut::BrokenOff => locale.text("check-left-broken-off"),
        LeftOut::Preemptions(most) => locale.format("check-left-preemptions", &[("most", (*most).into())]),
        LeftOut::RandomNumbers => locale.text("check-left-random-numbers"),
        LeftOut::Clock => locale.text("check-left-clock"),
        LeftOut::Limits => locale.text("check-left-limits"),
        LeftOut::Outputs => locale.text("check-left-outputs"),
        LeftOut::Parts(missing) => locale.format("check-left-parts", &[("missing", (*missing).into())]),
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_variable_is_of_it() {
        assert!(is_of("seats", "seats") && is_of("seats[2]", "seats") && is_of("seats.free", "seats"));
        assert!(!is_of("seats_left", "seats") && !is_of("seat", "seats"));
    }
}
