//! The report as test results, for CI: a test for each thing that must not happen.
//!
//! There is no standard; <https://github.com/testmoapp/junitxml> describes what is generally understood.

use std::fmt::Write as _;

use super::{
    Checked, Console,
    finding::{At, Finding, Rule},
    told::left_out,
};
use crate::export::svg::escaped;

/// What must not happen, as the name of a test.
const fn test_name(rule: Rule) -> &'static str {
    match rule {
        Rule::Deadlock => "no deadlock",
        Rule::Stuck => "nobody stuck",
        Rule::Livelock => "no livelock",
        Rule::Failed => "no failure",
        Rule::Race => "no data race",
    }
}

/// The document.
pub fn document(checked: &Checked<'_>, console: &Console) -> String {
    let mut cases = String::new();
    let mut failures = 0;
    let target = escaped(checked.wanted.target()).replace('\n', " ");
    let mut case = |name: &str, bad: &[String]| {
        let _ = write!(cases, "    <testcase classname=\"raddle.{target}\" name=\"{name}\"");
        let Some(first) = bad.first() else {
            cases.push_str("/>\n");
            return;
        };
        failures += 1;
        let (message, all) = (escaped(first).replace('\n', " "), escaped(&bad.join("\n")));
        let _ = writeln!(cases, ">\n      <failure message=\"{message}\">{all}</failure>\n    </testcase>");
    };
    for rule in Rule::ALL {
        let own = checked.findings.iter().filter(|finding| finding.rule == rule && finding.counts());
        let mut told: Vec<String> = own.map(|finding| checked.sentence(finding)).collect();
        told.dedup();
        case(test_name(rule), &told);
    }
    let left = if checked.is_whole { Vec::new() } else { left_out(&checked.told.report.left_out, &console.locale) };
    case("everything searched", &left);
    let (tests, time) = (Rule::ALL.len() + 1, checked.told.seconds);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite name=\"raddle check\" tests=\"{tests}\" \
         failures=\"{failures}\" errors=\"0\" skipped=\"0\" time=\"{time:.3}\">\n{cases}  </testsuite>\n</testsuites>\n"
    )
}

impl Checked<'_> {
    /// What is wrong, in words.
    pub fn sentence(&self, finding: &Finding) -> String {
        match finding.at {
            At::Race(at) => self.told.races[at].sentence.clone(),
            At::Outcome(at) => {
                let told = &self.told.outcomes[at];
                format!("{}: {}", told.word, told.reasons.join("; "))
            }
        }
    }
}
