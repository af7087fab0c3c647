//! The report as results of a static analysis: SARIF 2.1.0, <https://docs.oasis-open.org/sarif/sarif/v2.1.0/>.

use std::path::Path;

use serde_json::{Value, json};

use super::{
    Checked,
    finding::{At, Finding, Rule},
    told::left_out,
};
use crate::{
    explore::Outcome,
    ids::ThreadId,
    locale::{Language, Locale},
    machine::Status,
    source::{SourceText, Span},
};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// What a rule is about, in English: those who read it are programs.
const fn about(rule: Rule) -> &'static str {
    match rule {
        Rule::Deadlock => "Threads can wait for each other in a circle that nobody can undo.",
        Rule::Stuck => "Threads can wait for what nobody is left to do.",
        Rule::Livelock => "Threads can run for ever without getting anywhere.",
        Rule::Failed => "An exception can end a thread or the program.",
        Rule::Race => "Two threads can touch one variable at the same time, and one of them writes it.",
    }
}

/// The document.
pub fn document(checked: &Checked<'_>) -> serde_json::Result<String> {
    let rules = Rule::ALL.map(|rule| json!({"id": rule.name(), "shortDescription": {"text": about(rule)}}));
    let mut results: Vec<Value> = Vec::new();
    let mut named: Vec<&str> = Vec::new();
    for finding in checked.findings {
        if !named.contains(&finding.name.as_str()) {
            named.push(&finding.name);
            results.push(one(finding, checked));
        }
    }
    let left = left_out(&checked.told.report.left_out, &Locale::new(Language::English));
    let left: Vec<Value> = left
        .into_iter()
        .map(|text| json!({"level": "warning", "message": {"text": format!("Left out: {text}")}}))
        .collect();
    let document = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "raddle", "version": env!("CARGO_PKG_VERSION"), "rules": rules}},
            "invocations": [{"executionSuccessful": true, "exitCode": checked.exit, "toolExecutionNotifications": left}],
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&document).map(|text| text + "\n")
}

fn one(finding: &Finding, checked: &Checked<'_>) -> Value {
    let source = &checked.subject.scenario.source;
    let lines = match finding.at {
        At::Race(at) => checked.told.report.races[at].accesses.iter().map(|access| access.line).collect(),
        At::Outcome(at) => lines(&checked.told.report.outcomes[at], source),
    };
    let artifact = json!({"uri": uri(checked)});
    let place = |line: &u32| {
        let (file, line) = source.own_line(*line);
        let artifact = file.map_or_else(|| artifact.clone(), |file| json!({"uri": reference(file)}));
        json!({"physicalLocation": {"artifactLocation": artifact, "region": {"startLine": line}}})
    };
    let mut places: Vec<Value> = lines.iter().map(place).collect();
    if places.is_empty() {
        places.push(json!({"physicalLocation": {"artifactLocation": artifact}}));
    }
    let first = places.remove(0);
    let mut one = json!({
        "ruleId": finding.rule.name(),
        "level": if finding.is_meant { "note" } else { "error" },
        "message": {"text": checked.sentence(finding)},
        "locations": [first],
        "relatedLocations": places,
        "partialFingerprints": {"raddle/v1": finding.name},
    });
    if checked.wanted.baseline.is_some() {
        one["baselineState"] = if finding.is_known { "unchanged" } else { "new" }.into();
    }
    one
}

/// The lines that an outcome is about: those in which threads wait for each other, or else where they wait, or where an
/// exception was raised.
fn lines(outcome: &Outcome, source: &SourceText) -> Vec<u32> {
    let machine = &outcome.machine;
    let line = |thread: ThreadId| machine.pending_line(thread);
    let circle = machine.deadlocks().flat_map(|circle| circle.links.iter()).filter_map(|link| line(link.thread));
    let mut lines: Vec<u32> = circle.collect();
    if lines.is_empty() {
        let threads = (0..machine.thread_count()).map(ThreadId::at);
        let blocked = threads.filter(|&thread| matches!(machine.status(thread), Status::Blocked { .. }));
        lines.extend(blocked.filter_map(line));
    }
    if lines.is_empty() {
        let told = machine.output().text(true);
        let several = source.programs();
        let first = |span: Span| source.line_of(span.start) - 1;
        let of = |(file, span): &(String, Span)| Some(first(*span) + raised(&told, file)?);
        lines.extend(several.iter().find_map(of).or_else(|| raised(&told, source.name())));
    }
    lines
}

/// The line of the program that a traceback ends in.
fn raised(traceback: &str, file: &str) -> Option<u32> {
    let place = format!("  File \"{file}\", line ");
    let rest = traceback.lines().filter_map(|line| line.strip_prefix(&place)).next_back()?;
    rest.split(',').next()?.parse().ok()
}

/// Where the program is: as it was asked for, so that a report does not depend on where it was made.
fn uri(checked: &Checked<'_>) -> String {
    match &checked.subject.scenario.path {
        Some(_) if Path::new(checked.wanted.target()).is_absolute() => {
            format!("file://{}", reference(checked.wanted.target()))
        }
        Some(_) => reference(checked.wanted.target()),
        None => reference(checked.subject.scenario.source.name()),
    }
}

/// A path as a reference: what would mean something else there is written as bytes.
fn reference(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let path = path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") });
    path.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_references() {
        assert_eq!(reference("my dir/锁.py"), "my%20dir/%E9%94%81.py");
    }

    #[test]
    fn the_place_of_an_exception_is_the_last_of_its_traceback() {
        let traceback = "Traceback (most recent call last):\n  File \"a.py\", line 9, in <module>\n    f()\n  \
                         File \"a.py\", line 3, in f\n    1 // 0\nZeroDivisionError: x\n";
        assert_eq!((raised(traceback, "a.py"), raised(traceback, "b.py")), (Some(3), None));
    }
}
