//! `raddle merge DIR`: joins the reports of a divided search into one.

use std::{io, path::Path};

use super::{
    Console, Said,
    arguments::{CheckArguments, MergeArguments},
    drive::Searched,
    json::Parts,
    part::PartReport,
    subject::Subject,
    unit::{self, Unit, in_folder, report_of},
};
use crate::explore::{Part, join};

/// What was joined: the search, and which of its units have no report.
pub struct Merged {
    pub wanted: CheckArguments,
    pub subject: Subject,
    pub searched: Searched,
    pub parts: Parts,
}

/// What a unit has found.
struct Done {
    unit: u32,
    seconds: f64,
    part: Part,
}

/// Joins what is in the folder.
pub fn merge(given: &MergeArguments, console: &Console) -> Result<Merged, Said> {
    let folder = given.folder.as_path();
    let (first, done) = reports(folder, console)?;
    let missing: Vec<u32> = (1..=first.of).filter(|unit| !done.iter().any(|known| known.unit == *unit)).collect();
    if !missing.is_empty() {
        let numbers: Vec<String> = missing.iter().map(ToString::to_string).collect();
        let arguments = [
            ("missing", missing.len().into()),
            ("units", first.of.into()),
            ("numbers", numbers.join(&console.words("list-separator")).into()),
        ];
        console.complain(
            &console.locale.format("merge-missing", &arguments),
            Some(&console.words("merge-missing-advice")),
        );
    }
    let (wanted, subject) = first.open(folder, |wanted| wanted.written_as(given), console)?;
    let seconds = done.iter().map(|done| done.seconds).sum();
    let report = join(
        done.into_iter().map(|done| done.part).collect(),
        missing.len() as u32,
        first.interleavings,
        &subject.machine,
    );
    let parts = Parts { all: first.of, missing };
    Ok(Merged { wanted, subject, searched: Searched { report, seconds }, parts })
}

/// The first unit, and what those that are done have found.
fn reports(folder: &Path, console: &Console) -> Result<(Unit, Vec<Done>), Said> {
    let say = |key: &str, path: &Path| unit::complain(path, key, None, console);
    let unreadable = |error: io::Error| unit::complain(folder, "problem-unreadable", Some(error.to_string()), console);
    let files = in_folder(folder).map_err(unreadable)?;
    let mut first: Option<Unit> = None;
    let mut done: Vec<Done> = Vec::new();
    for path in files.iter().filter(|(_, is_report)| !**is_report).map(|(path, _)| path) {
        let unit = Unit::read(path, console)?;
        if first.as_ref().is_some_and(|first| first.search() != unit.search()) {
            return Err(say("merge-mixed", folder));
        }
        let place = report_of(path);
        if files.contains_key(&place) {
            let report: PartReport = unit::read(&place, "merge-no-report", console)?;
            let is_its = (report.mark.unit, &report.mark.search) == (unit.share.number, &unit.search());
            let (unit, seconds) = (report.mark.unit, report.seconds);
            match report.part().filter(|_| is_its) {
                Some(part) => done.push(Done { unit, seconds, part }),
                None => return Err(say("merge-no-report", &place)),
            }
        }
        first.get_or_insert(unit);
    }
    first.map(|first| (first, done)).ok_or_else(|| say("merge-no-units", folder))
}
