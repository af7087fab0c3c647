//! `raddle check TARGET`: searches every interleaving of a program, and says what can happen.
//!
//! `subject` opens the program, `drive` goes on with the search until it is whole or somebody has had enough, `told` says what
//! was found in the words of the console, `finding` what of it counts; `json`, `junit`, `sarif` and `page` write it down,
//! `save` records the worst way. `split`, `part` and `merge` divide a search among several: `unit` knows the files between them. Tests: `tests/search/command.rs`.

mod arguments;
mod baseline;
mod drive;
mod finding;
mod json;
mod junit;
mod map;
mod merge;
mod number;
mod page;
mod part;
mod progress;
mod sarif;
mod save;
mod sections;
mod split;
mod subject;
mod table;
mod told;
mod unit;

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
};

pub use arguments::{CheckArguments, MergeArguments};

use self::{
    arguments::Format,
    baseline::Baseline,
    drive::Searched,
    finding::{Finding, exit_code, is_whole},
    json::Parts,
    map::MapFile,
    merge::Merged,
    save::Place,
    subject::Subject,
    told::Told,
};
use super::{
    Ending, REFUSED, Said, catalogue,
    console::{Console, harmless, harmless_json, print, printable, say},
    refuse,
};

/// A search that has ended, with what counts of it.
struct Checked<'r> {
    wanted: &'r CheckArguments,
    subject: &'r Subject,
    told: &'r Told,
    findings: &'r [Finding],
    exit: u8,
    /// Whether it was complete, as far as that counts.
    is_whole: bool,
    folders: &'r [PathBuf],
    /// A recording of the worst outcome was made.
    saved: bool,
}

/// Searches the program, and says what can happen; or does a part of that.
pub fn run(wanted: &CheckArguments, folders: &[PathBuf], console: &Console) -> Ending {
    let Ok(catalogue) = catalogue(folders, console) else { return Ok(REFUSED) };
    if let Some(unit) = &wanted.part {
        return part::run(unit, wanted, &catalogue, console);
    }
    let Ok(subject) = Subject::open(wanted, &catalogue, console) else { return Ok(REFUSED) };
    if let (Some(units), Some(folder)) = (wanted.split, &wanted.output) {
        return split::run(&subject, wanted, (units, folder), console);
    }
    let Ok(outlet) = Outlet::of(wanted, &subject, console) else { return Ok(REFUSED) };
    if let Some(note) = subject.note(console).filter(|_| !wanted.is_for_people()) {
        say(&format!("{note}\n"));
    }
    let searched = drive::search(&subject, wanted, console);
    tell(searched, (wanted, &subject), (&outlet, None), folders, console)
}

/// Joins the reports of a divided search.
pub fn merge(given: &MergeArguments, folders: &[PathBuf], console: &Console) -> Ending {
    let Ok(merged) = merge::merge(given, console) else { return Ok(REFUSED) };
    let Merged { wanted, subject, searched, parts } = merged;
    let Ok(outlet) = Outlet::of(&wanted, &subject, console) else { return Ok(REFUSED) };
    tell(searched, (&wanted, &subject), (&outlet, Some(parts)), folders, console)
}

/// Says what was found.
fn tell(
    searched: Searched,
    (wanted, subject): (&CheckArguments, &Subject),
    (outlet, parts): (&Outlet<'_>, Option<Parts>),
    folders: &[PathBuf],
    console: &Console,
) -> Ending {
    let Outlet { place, baseline, map } = outlet;
    let baseline = baseline.as_ref();
    let told = Told::new(searched, subject, console);
    let mut json = json::Report::of(&told, subject, wanted);
    json.parts = parts;
    let findings = finding::of(&serde_json::to_value(&json)?, baseline);
    let saved = match place.as_ref().map(|place| place.save(&told, subject, console)) {
        Some(Err(Said)) => return Ok(REFUSED),
        Some(Ok(saved)) => saved,
        None => false,
    };
    if let Some(map) = map {
        let Ok((states, is_whole)) = map.write(wanted, subject, console) else { return Ok(REFUSED) };
        if !is_whole {
            say(&format!("{}\n", console.locale.format("check-map-cut", &[("states", states.into())])));
        }
    }
    let exit = exit_code(&findings, told.report.complete, baseline);
    let is_whole = is_whole(told.report.complete, baseline);
    let checked = Checked { wanted, subject, told: &told, findings: &findings, exit, is_whole, folders, saved };
    let on_terminal = io::stdout().is_terminal();
    match wanted.format {
        Some(Format::Junit) => print(&harmless(&junit::document(&checked, console), on_terminal))?,
        Some(Format::Sarif) => print(&harmless_json(&sarif::document(&checked)?, on_terminal))?,
        None if wanted.json => {
            if baseline.is_some() {
                json.mark_new(&findings);
            }
            print(&harmless_json(&(serde_json::to_string(&json)? + "\n"), on_terminal))?;
        }
        None => print(&page::page(&checked, console))?,
    }
    Ok(exit)
}

/// Where the worst way goes, and what was known before: looked at before anything is searched.
struct Outlet<'w> {
    place: Option<Place<'w>>,
    baseline: Option<Baseline>,
    map: Option<MapFile<'w>>,
}

impl<'w> Outlet<'w> {
    fn of(wanted: &'w CheckArguments, subject: &Subject, console: &Console) -> Result<Self, Said> {
        let baseline = wanted.baseline.as_deref().map(|path| baseline::read(path, console)).transpose()?;
        let place = wanted.save.as_deref().map(|path| Place::of(path, wanted, subject, console)).transpose()?;
        let map = wanted.map.as_deref().map(|path| MapFile::of(path, wanted, subject, console)).transpose()?;
        Ok(Self { place, baseline, map })
    }
}
