//! `raddle check TARGET`: searches every interleaving of a program, and says what can happen.
//!
//! `subject` opens the program, `drive` goes on with the search until it is whole or somebody has had enough, `told` says what
//! was found in the words of the console, `finding` what of it counts; `json`, `junit`, `sarif` and `page` write it down,
//! `save` records the worst way. Tests: `tests/search/command.rs`.

mod arguments;
mod baseline;
mod drive;
mod finding;
mod json;
mod junit;
mod number;
mod page;
mod progress;
mod sarif;
mod save;
mod sections;
mod subject;
mod table;
mod told;

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
};

pub use arguments::CheckArguments;

use self::{
    arguments::Format,
    baseline::Baseline,
    finding::{Finding, exit_code, is_whole},
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

/// Searches the program, and says what can happen.
pub fn run(wanted: &CheckArguments, folders: &[PathBuf], console: &Console) -> Ending {
    let Ok((subject, place, baseline)) = prepare(wanted, folders, console) else { return Ok(REFUSED) };
    if let Some(note) = subject.note(console).filter(|_| !wanted.is_for_people()) {
        say(&format!("{note}\n"));
    }
    let told = Told::new(drive::search(&subject, wanted, console), &subject, console);
    let mut json = json::Report::of(&told, &subject, wanted);
    let findings = finding::of(&serde_json::to_value(&json)?, baseline.as_ref());
    let saved = match place.map(|place| place.save(&told, &subject, console)) {
        Some(Err(Said)) => return Ok(REFUSED),
        Some(Ok(saved)) => saved,
        None => false,
    };
    let exit = exit_code(&findings, told.report.complete, baseline.as_ref());
    let is_whole = is_whole(told.report.complete, baseline.as_ref());
    let checked =
        Checked { wanted, subject: &subject, told: &told, findings: &findings, exit, is_whole, folders, saved };
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

fn prepare<'w>(
    wanted: &'w CheckArguments,
    folders: &[PathBuf],
    console: &Console,
) -> Result<(Subject, Option<Place<'w>>, Option<Baseline>), Said> {
    let catalogue = catalogue(folders, console)?;
    let subject = Subject::open(wanted, &catalogue, console)?;
    let baseline = wanted.baseline.as_deref().map(|path| baseline::read(path, console)).transpose()?;
    let place = wanted.save.as_deref().map(|path| Place::of(path, wanted, &subject, console)).transpose()?;
    Ok((subject, place, baseline))
}
