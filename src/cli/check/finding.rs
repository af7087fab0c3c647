//! What of a report counts: bad ends and races, each with a name by which it is known again in another report.
//!
//! The names are made from the report as JSON, so that a report of an earlier version of the program has them, too. Lines,
//! outputs and values are no part of a name: a finding stays the same when the program around it changes.

use serde_json::Value;

use super::baseline::Baseline;

/// What is wrong, the worst first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Rule {
    Deadlock,
    Stuck,
    Livelock,
    Failed,
    Race,
}

/// Where in the report it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum At {
    Outcome(usize),
    Race(usize),
}

/// Something that is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    pub rule: Rule,
    pub at: At,
    /// The same in every report of what is the same.
    pub name: String,
    /// Whether it is meant: a race that does no harm, or that something else keeps apart.
    pub is_meant: bool,
    /// Whether it was known before.
    pub is_known: bool,
}

impl Rule {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Deadlock, Self::Stuck, Self::Livelock, Self::Failed, Self::Race];

    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Deadlock => "deadlock",
            Self::Stuck => "stuck",
            Self::Livelock => "livelock",
            Self::Failed => "failed",
            Self::Race => "race",
        }
    }
}

impl Finding {
    /// Whether it counts for the exit code.
    pub fn counts(&self) -> bool {
        !self.is_meant && !self.is_known
    }

    /// Whether it was not known before.
    pub fn is_new(&self) -> bool {
        !self.is_known
    }
}

/// The findings of a report; those that the baseline has are known.
pub fn of(report: &Value, baseline: Option<&Baseline>) -> Vec<Finding> {
    let outcomes = list(&report["outcomes"]).iter().enumerate().flat_map(|(at, outcome)| {
        rules(outcome).into_iter().map(move |rule| (rule, At::Outcome(at), name_of(rule, outcome), false))
    });
    let races = list(&report["races"]).iter().enumerate().map(|(at, race)| {
        let is_meant = race["harmless"] == true || !race["ordered_by"].is_null();
        (Rule::Race, At::Race(at), race_name(race), is_meant)
    });
    let is_known = |name: &String| baseline.is_some_and(|baseline| baseline.has(name));
    let findings = outcomes.chain(races).map(|(rule, at, name, is_meant)| {
        let is_known = is_known(&name);
        Finding { rule, at, name, is_meant, is_known }
    });
    findings.collect()
}

/// The worst that counts decides.
pub fn exit_code(findings: &[Finding], complete: bool, baseline: Option<&Baseline>) -> u8 {
    let worst = findings.iter().filter(|finding| finding.counts()).map(|finding| finding.rule).min();
    match worst {
        Some(Rule::Deadlock | Rule::Stuck | Rule::Livelock) => 3,
        Some(Rule::Failed | Rule::Race) => 1,
        None if is_whole(complete, baseline) => 0,
        None => 4,
    }
}

/// Whether the search was complete; that one is not is nothing new where the baseline was not, either.
pub fn is_whole(complete: bool, baseline: Option<&Baseline>) -> bool {
    complete || baseline.is_some_and(|baseline| !baseline.complete)
}

/// What is wrong with an outcome: also that its end has cut off a circle of daemons.
fn rules(outcome: &Value) -> Vec<Rule> {
    let kind = outcome["kind"].as_str().unwrap_or_default();
    let mut rules: Vec<Rule> = Rule::ALL.into_iter().filter(|rule| rule.name() == kind).collect();
    if !list(&outcome["cycle"]).is_empty() && kind != "deadlock" {
        rules.push(Rule::Deadlock);
    }
    rules
}

fn name_of(rule: Rule, outcome: &Value) -> String {
    let parts = match rule {
        Rule::Deadlock if !list(&outcome["cycle"]).is_empty() => waits(&outcome["cycle"]),
        Rule::Deadlock | Rule::Stuck | Rule::Livelock => waits(&outcome["threads"]),
        Rule::Failed | Rule::Race => {
            let exceptions = list(&outcome["exceptions"]).iter();
            exceptions.map(|one| format!("{} {}", word(&one["thread"]), word(&one["type"]))).collect()
        }
    };
    named(rule, parts)
}

fn race_name(race: &Value) -> String {
    let accesses = list(&race["accesses"]).iter().map(|access| {
        let text = access["text"].as_str().map_or_else(|| access["line"].to_string(), str::to_owned);
        format!("{} {text}", word(&access["kind"]))
    });
    format!("{} {}", named(Rule::Race, accesses.collect()), word(&race["variable"]))
}

/// Who waits for what, of threads as `threads` has them, and as `cycle` has them.
fn waits(threads: &Value) -> Vec<String> {
    let waiting = list(threads).iter().filter(|thread| !thread["waits_for"].is_null());
    let name = |thread: &'_ Value| word(thread.get("thread").unwrap_or(&thread["name"])).to_owned();
    waiting.map(|thread| format!("{} {}", name(thread), word(&thread["waits_for"]))).collect()
}

fn named(rule: Rule, mut parts: Vec<String>) -> String {
    parts.sort_unstable();
    format!("{}: {}", rule.name(), parts.join("; "))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn report(line: u32) -> Value {
        json!({"complete": true, "outcomes": [
            {"kind": "deadlock", "output": "x", "cycle": [
                {"thread": "b", "waits_for": "one"}, {"thread": "a", "waits_for": "two"}], "exceptions": []},
            {"kind": "failed", "cycle": [{"thread": "d", "waits_for": "three"}],
             "exceptions": [{"thread": "c", "type": "ValueError", "message": line.to_string()}]},
            {"kind": "finished", "cycle": [], "exceptions": []},
        ], "races": [
            {"variable": "n", "ordered_by": null, "harmless": false, "accesses": [
                {"kind": "read", "line": line, "text": "n += 1"}, {"kind": "write", "line": line, "text": "n += 1"}]},
            {"variable": "m", "ordered_by": "plain variables", "harmless": false, "accesses": []},
        ]})
    }

    #[test]
    fn findings_have_names_that_outlast_a_change_of_lines() {
        let found = of(&report(3), None);
        let rules: Vec<(Rule, At)> = found.iter().map(|finding| (finding.rule, finding.at)).collect();
        assert_eq!(
            rules,
            [
                (Rule::Deadlock, At::Outcome(0)),
                (Rule::Failed, At::Outcome(1)),
                (Rule::Deadlock, At::Outcome(1)),
                (Rule::Race, At::Race(0)),
                (Rule::Race, At::Race(1)),
            ]
        );
        assert_eq!(found[0].name, "deadlock: a two; b one");
        let baseline = Baseline::of(&report(9)).expect("it is a report");
        assert!(of(&report(3), Some(&baseline)).iter().all(|finding| finding.is_known));
    }

    #[test]
    fn the_worst_that_is_new_decides() {
        let codes = |report: &Value, complete, baseline: Option<&Baseline>| {
            exit_code(&of(report, baseline), complete, baseline)
        };
        let mut report = report(3);
        let old = Baseline::of(&report).expect("it is a report");
        assert_eq!(codes(&report, true, None), 3);
        assert_eq!(codes(&report, true, Some(&old)), 0);
        assert_eq!(codes(&report, false, Some(&old)), 4);
        report["outcomes"] = json!([]);
        assert_eq!(codes(&report, false, None), 1);
        report["races"][0]["harmless"] = true.into();
        assert_eq!((codes(&report, true, None), codes(&report, false, None)), (0, 4));
        report["complete"] = false.into();
        let old = Baseline::of(&report).expect("it is a report");
        assert_eq!(codes(&report, false, Some(&old)), 0, "that it is not whole is nothing new");
    }
}
