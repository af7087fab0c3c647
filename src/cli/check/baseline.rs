//! A report that was made earlier: what it has found is known.

use std::{collections::BTreeSet, path::Path};

use serde_json::Value;

use super::{Console, Said, finding};
use crate::host::file;

/// A report is no longer than so many bytes.
const LONGEST: u64 = 64 << 20;

/// What was known before.
#[derive(Debug)]
pub struct Baseline {
    names: BTreeSet<String>,
    /// Whether that search was complete.
    pub complete: bool,
}

impl Baseline {
    /// What a report has found; none if it is no report of `raddle check`.
    pub fn of(report: &Value) -> Option<Self> {
        let complete = report["complete"].as_bool()?;
        report["outcomes"].as_array().and(report["races"].as_array())?;
        let names = finding::of(report, None).into_iter().map(|finding| finding.name).collect();
        Some(Self { names, complete })
    }

    /// Whether the finding of that name was known.
    pub fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }
}

/// Reads the report in a file.
pub fn read(path: &Path, console: &Console) -> Result<Baseline, Said> {
    let shown = ("path", path.display().to_string().into());
    let complain = |key: &str, reason: Option<String>| {
        let mut arguments = vec![shown.clone()];
        arguments.extend(reason.map(|reason| ("reason", reason.into())));
        let advice = console.words("check-baseline-is");
        console.complain(&console.locale.format(key, &arguments), Some(&advice));
        Said
    };
    let bytes = file::read(path, LONGEST).map_err(|error| complain("problem-unreadable", Some(error.to_string())))?;
    let report = bytes.and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
    report.as_ref().and_then(Baseline::of).ok_or_else(|| complain("check-no-baseline", None))
}
