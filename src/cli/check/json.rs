//! The report as JSON, under the names of the contract.

use std::sync::Arc;

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::{
    CheckArguments,
    finding::{At, Finding},
    subject::Subject,
    told::{Told, left_out},
};
use crate::{
    choice::Choice,
    cli::verdict::Standing,
    explore::{Interleavings, Outcome, RaceAccess},
    host::schedule_text,
    locale::{Language, Locale},
    machine::{Machine, Worth},
    scenario::Parameter,
};

/// The whole of it.
#[derive(Serialize, Debug)]
pub struct Report<'r> {
    target: &'r str,
    #[serde(serialize_with = "parameters")]
    params: &'r [Parameter],
    complete: bool,
    left_out: Vec<String>,
    states: u64,
    transitions: u64,
    seconds: f64,
    /// Random runs that were made where there was too much to search.
    #[serde(skip_serializing_if = "Option::is_none")]
    sampling: Option<Sampled>,
    interleavings: Counts,
    outcomes_total: Option<Count>,
    outcomes: Vec<OneOutcome<'r>>,
    races: Vec<OneRace<'r>>,
    /// Threads that can be passed over for ever.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    starvation: Vec<Passed<'r>>,
    guards: Vec<OneGuard<'r>>,
    lock_order: Vec<Order<'r>>,
    /// Where several reports were joined.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<Parts>,
}

/// How many units the search was divided into, and the numbers of those that have no report.
#[derive(Serialize, Debug)]
pub struct Parts {
    pub all: u32,
    pub missing: Vec<u32>,
}

#[derive(Serialize, Debug)]
struct Sampled {
    runs: u64,
    /// With which probability a mistake of depth 1, 2, 3 would have been found, at least.
    chances: Vec<f64>,
}

#[derive(Serialize, Debug)]
struct Counts {
    all: Option<Count>,
    distinct: Option<Count>,
    bad: Option<Count>,
    exact: bool,
}

#[derive(Serialize, Debug)]
struct OneOutcome<'r> {
    kind: &'static str,
    output: &'r str,
    #[serde(serialize_with = "values")]
    globals: &'r [(Arc<str>, Worth)],
    /// Threads, cycle, exceptions, why.
    #[serde(flatten)]
    standing: &'r Standing,
    witness: Way,
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<bool>,
}

#[derive(Serialize, Debug)]
struct Way {
    steps: usize,
    switches: usize,
    choices: Vec<String>,
    /// The same as a short text, for `--choices`.
    schedule: Option<String>,
    proved: bool,
}

#[derive(Serialize, Debug)]
struct OneRace<'r> {
    variable: &'r str,
    accesses: Vec<Access<'r>>,
    ordered_by: Option<&'static str>,
    harmless: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<bool>,
}

#[derive(Serialize, Debug)]
struct Access<'r> {
    thread: &'r str,
    /// Of several programs, the one that the line is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'r str>,
    line: u32,
    kind: &'static str,
    /// What stands in that line.
    text: &'r str,
}

#[derive(Serialize, Debug)]
struct Passed<'r> {
    thread: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'r str>,
    line: u32,
    others: &'r [String],
    /// The way to where they go round, and once round.
    choices: Vec<String>,
    round: Vec<String>,
}

#[derive(Serialize, Debug)]
struct OneGuard<'r> {
    variable: &'r str,
    locks: &'r [String],
    unguarded: Vec<Access<'r>>,
}

#[derive(Serialize, Debug)]
struct Order<'r> {
    steps: Vec<Step<'r>>,
}

#[derive(Serialize, Debug)]
struct Step<'r> {
    holds: &'r str,
    wants: &'r str,
    thread: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'r str>,
    line: u32,
}

/// A whole number where it can be one.
#[derive(Serialize, Clone, Copy, PartialEq, Debug)]
#[serde(untagged)]
enum Count {
    Whole(u64),
    Large(f64),
}

impl Count {
    /// The largest up to which floating-point numbers tell whole numbers apart.
    const MOST: f64 = 9_007_199_254_740_992.0;

    fn of(number: f64) -> Self {
        if (0.0..=Self::MOST).contains(&number) { Self::Whole(number.round() as u64) } else { Self::Large(number) }
    }
}

impl Counts {
    fn of(counts: &Interleavings) -> Self {
        let Interleavings { all, distinct, bad, exact } = *counts;
        Self { all: all.map(Count::of), distinct: distinct.map(Count::of), bad: bad.map(Count::of), exact }
    }
}

impl<'r> Report<'r> {
    /// The report of what was found.
    pub fn of(told: &'r Told, subject: &'r Subject, wanted: &'r CheckArguments) -> Self {
        let report = &told.report;
        let own = |line: u32| subject.scenario.source.own_line(line);
        let access = |access: &'r RaceAccess| Access {
            thread: &access.thread,
            file: own(access.line).0,
            line: own(access.line).1,
            kind: if access.writes { "write" } else { "read" },
            text: subject.line(access.line),
        };
        let both = report.outcomes.iter().zip(&told.outcomes);
        let outcomes = both.map(|(outcome, told)| one(outcome, &told.standing, &subject.machine));
        let races = report.races.iter().zip(&told.races).map(|(race, told)| OneRace {
            variable: &race.variable,
            accesses: race.accesses.iter().map(access).collect(),
            ordered_by: race.ordered_by.map(|_| "plain variables"),
            harmless: told.is_harmless,
            new: None,
        });
        let guards = report.guards.iter().map(|guard| OneGuard {
            variable: &guard.variable,
            locks: &guard.locks,
            unguarded: guard.unguarded.iter().map(access).collect(),
        });
        let orders = report.lock_order.iter().map(|order| {
            let steps = order.steps.iter().map(|step| Step {
                holds: &step.holds,
                wants: &step.wants,
                thread: &step.thread,
                file: own(step.line).0,
                line: own(step.line).1,
            });
            Order { steps: steps.collect() }
        });
        let words = |choices: &[Choice]| choices.iter().map(ToString::to_string).collect();
        let starvation = report.starved.iter().map(|one| Passed {
            thread: &one.thread,
            file: own(one.line).0,
            line: own(one.line).1,
            others: &one.others,
            choices: words(&one.way),
            round: words(&one.round),
        });
        Self {
            target: wanted.target(),
            params: &subject.scenario.params,
            complete: report.complete,
            left_out: left_out(&report.left_out, &Locale::new(Language::English)),
            states: report.states,
            transitions: report.transitions,
            seconds: told.seconds,
            sampling: report.sampling.map(|sampling| Sampled {
                runs: sampling.runs,
                chances: (1..=3).map(|depth| sampling.chance(depth)).collect(),
            }),
            interleavings: Counts::of(&report.interleavings),
            outcomes_total: report
                .outcomes_total
                .map(|total| u64::try_from(total).map_or(Count::Large(total as f64), Count::Whole)),
            outcomes: outcomes.collect(),
            races: races.collect(),
            starvation: starvation.collect(),
            guards: guards.collect(),
            lock_order: orders.collect(),
            parts: None,
        }
    }

    /// Says of each outcome and race whether it is new.
    pub fn mark_new(&mut self, findings: &[Finding]) {
        let is_new = |at: At| findings.iter().any(|finding| finding.at == at && finding.is_new());
        for (at, outcome) in self.outcomes.iter_mut().enumerate() {
            outcome.new = Some(is_new(At::Outcome(at)));
        }
        for (at, race) in self.races.iter_mut().enumerate() {
            race.new = Some(is_new(At::Race(at)));
        }
    }
}

fn one<'r>(outcome: &'r Outcome, standing: &'r Standing, start: &Machine) -> OneOutcome<'r> {
    let Outcome { kind, output, globals, witness, .. } = outcome;
    let witness = Way {
        steps: witness.choices.len(),
        switches: witness.switches(),
        choices: witness.choices.iter().map(ToString::to_string).collect(),
        schedule: schedule_text::write(start, &witness.choices),
        proved: witness.proved,
    };
    OneOutcome { kind: kind.name(), output, globals, standing, witness, new: None }
}

/// Values of variables, by name.
pub fn values<S: Serializer>(values: &&[(Arc<str>, Worth)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(values.len()))?;
    for (name, worth) in *values {
        map.serialize_entry(&**name, &Plain(worth))?;
    }
    map.end()
}

/// A value of the program as JSON has it; what JSON has not, as `repr` writes it.
struct Plain<'r>(&'r Worth);

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Worth::None => serializer.serialize_unit(),
            Worth::Bool(truth) => serializer.serialize_bool(*truth),
            Worth::Int(number) => serializer.serialize_i64(*number),
            Worth::Text(text) | Worth::Other(text) => serializer.serialize_str(text),
            Worth::List(items) => serializer.collect_seq(items.iter().map(Plain)),
        }
    }
}

fn parameters<S: Serializer>(params: &&[Parameter], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(params.iter().map(|one| (one.name(), crate::cli::list::Plain::from(one.value()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_those_of_json_where_it_has_them() {
        let text = |text: &str| Arc::<str>::from(text);
        let worth = Worth::List(vec![
            Worth::None,
            Worth::Bool(true),
            Worth::Int(-3),
            Worth::Text(text("é\"")),
            Worth::Other(text("{1: 2}")),
        ]);
        let written = serde_json::to_string(&Plain(&worth)).expect("it can be written");
        assert_eq!(written, r#"[null,true,-3,"é\"","{1: 2}"]"#);
    }

    #[test]
    fn counts_are_whole_as_long_as_they_can_be() {
        let written = [0.0, 630.0, 1e18].map(|count| serde_json::to_string(&Count::of(count)).expect("a number"));
        assert_eq!(written[..2], ["0", "630"]);
        assert_eq!(written[2].parse(), Ok(1e18), "{}", written[2]);
    }
}
