//! `raddle check --part FILE`: does one unit of a divided search, and writes its report beside it.

use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    CheckArguments, Console, Said,
    drive::{self, Searched},
    json,
    subject::Subject,
    told::Told,
    unit::{self, Unit, report_of},
};
use crate::{
    choice::Choice,
    cli::{Ending, REFUSED, console::print, unwritable},
    explore::{self, Evidence, Kind, LeftOut, OrderedBy, Part, PartOutcome, Race, RaceAccess, Sampling, Witness},
    scenario::{Catalogue, open},
};

/// The exit code of a unit that was broken off: it has no report, and is to be done again.
const BROKEN_OFF: u8 = 130;

/// What a report of a unit has besides what every report has.
#[derive(Serialize, Deserialize, Debug)]
pub struct Mark {
    /// The unit's number.
    pub unit: u32,
    /// Of how many.
    pub of: u32,
    /// Of which search.
    pub search: String,
    left_out: Vec<LeftOut>,
    sampling: Option<Sampling>,
    evidence: Evidence,
    /// A way to each race.
    race_ways: Vec<String>,
}

/// Does the unit.
pub fn run(path: &Path, given: &CheckArguments, catalogue: &Catalogue, console: &Console) -> Ending {
    let Ok((unit, wanted, subject)) = prepare(path, given, catalogue, console) else { return Ok(REFUSED) };
    let Some(searched) = drive::search_share(&subject, &wanted, unit.share.clone(), console) else {
        unit::complain(path, "check-no-unit", None, console);
        return Ok(REFUSED);
    };
    if searched.report.left_out.contains(&LeftOut::BrokenOff) {
        console.complain(&console.words("check-part-broken-off"), None);
        return Ok(BROKEN_OFF);
    }
    let report = report(searched, &unit, &subject, &wanted, console)?;
    let place = report_of(path);
    if let Err(error) = unit::write(&place, &report) {
        return Ok(unwritable(&place, &error, console));
    }
    if given.json {
        print(&format!("{report}\n"))?;
    }
    Ok(0)
}

fn prepare(
    path: &Path,
    given: &CheckArguments,
    catalogue: &Catalogue,
    console: &Console,
) -> Result<(Unit, CheckArguments, Subject), Said> {
    let unit = Unit::read(path, console)?;
    let say = |key: &str| unit::complain(path, key, None, console);
    if !given.processor.flags().is_empty() {
        return Err(say("check-part-settings"));
    }
    let other = given.names_target() && open(given.target(), catalogue).is_ok_and(|named| !unit.is_of(&named));
    if other {
        return Err(say("check-part-other"));
    }
    let (wanted, subject) = unit.open(path, |wanted| wanted.within(given), console)?;
    Ok((unit, wanted, subject))
}

/// The report, with what it takes to join it with others.
fn report(
    searched: Searched,
    unit: &Unit,
    subject: &Subject,
    wanted: &CheckArguments,
    console: &Console,
) -> serde_json::Result<Value> {
    let told = Told::new(searched, subject, console);
    let found = &told.report;
    let mark = Mark {
        unit: unit.share.number,
        of: unit.of,
        search: unit.search(),
        left_out: found.left_out.clone(),
        sampling: found.sampling,
        evidence: found.evidence.clone(),
        race_ways: found.races.iter().map(|race| explore::words(&race.way)).collect(),
    };
    let mut report = serde_json::to_value(json::Report::of(&told, subject, wanted))?;
    report["part"] = serde_json::to_value(mark)?;
    Ok(report)
}

/// What is read back of a report.
#[derive(Deserialize, Debug)]
pub struct PartReport {
    states: u64,
    transitions: u64,
    pub seconds: f64,
    outcomes_total: Option<f64>,
    outcomes: Vec<OutcomeRow>,
    races: Vec<RaceRow>,
    #[serde(rename = "part")]
    pub mark: Mark,
}

#[derive(Deserialize, Debug)]
struct OutcomeRow {
    kind: String,
    output: String,
    witness: WayRow,
}

#[derive(Deserialize, Debug)]
struct WayRow {
    choices: Vec<String>,
    proved: bool,
}

#[derive(Deserialize, Debug)]
struct RaceRow {
    variable: String,
    accesses: [AccessRow; 2],
    ordered_by: Option<String>,
}

#[derive(Deserialize, Debug)]
struct AccessRow {
    thread: String,
    line: u32,
    kind: String,
}

impl PartReport {
    /// What it says; none if it makes no sense.
    pub fn part(self) -> Option<Part> {
        let Mark { left_out, sampling, evidence, race_ways, .. } = self.mark;
        let outcomes: Option<Vec<PartOutcome>> = self.outcomes.into_iter().map(OutcomeRow::outcome).collect();
        let ways = race_ways.iter().map(|way| explore::way(way).ok()).chain(std::iter::repeat(None));
        let races: Option<Vec<Race>> = self.races.into_iter().zip(ways).map(|(race, way)| race.race(way?)).collect();
        Some(Part {
            left_out,
            states: self.states,
            transitions: self.transitions,
            sampling,
            outcomes_total: self.outcomes_total,
            outcomes: outcomes?,
            races: races?,
            evidence,
        })
    }
}

impl OutcomeRow {
    fn outcome(self) -> Option<PartOutcome> {
        let choices: Option<Vec<Choice>> = self.witness.choices.iter().map(|word| word.parse().ok()).collect();
        let witness = Witness { choices: choices?, proved: self.witness.proved };
        Some(PartOutcome { kind: Kind::named(&self.kind)?, output: self.output, witness })
    }
}

impl RaceRow {
    fn race(self, way: Vec<Choice>) -> Option<Race> {
        let accesses =
            self.accesses.map(|AccessRow { thread, line, kind }| RaceAccess { thread, line, writes: kind == "write" });
        let ordered_by = self.ordered_by.map(|_| OrderedBy::PlainVariables);
        Some(Race { variable: self.variable, accesses, ordered_by, way })
    }
}
