//! `raddle lint TARGET`: what is missing in a scenario, or does not hold.

use std::{
    fmt::Write as _,
    io::{self, IsTerminal},
    path::PathBuf,
};

use super::{
    Ending, REFUSED, catalogue,
    console::{Console, harmless, print},
    scenario,
};
use crate::lint::findings;

/// There were findings.
const FOUND: u8 = 1;

/// Prints the findings, one a line, with their places.
pub fn run(target: &str, folders: &[PathBuf], console: &Console) -> Ending {
    let Ok(catalogue) = catalogue(folders, console) else { return Ok(REFUSED) };
    let Ok(scenario) = scenario(target, &[], &catalogue, console) else { return Ok(REFUSED) };
    let found = findings(&scenario, &catalogue);
    let mut page = String::new();
    for finding in &found {
        let line = finding.line.map(|line| format!(":{line}")).unwrap_or_default();
        let colon = console.words("colon");
        let _ = writeln!(page, "{}{line}{colon}{}", scenario.source.name(), finding.words(&console.locale));
    }
    let count = console.locale.format("lint-count", &[("count", found.len().into())]);
    let clean = console.locale.format("lint-clean", &[("target", target.into())]);
    let _ = writeln!(page, "{}", if found.is_empty() { clean } else { count });
    print(&harmless(&page, io::stdout().is_terminal()))?;
    Ok(if found.is_empty() { 0 } else { FOUND })
}
