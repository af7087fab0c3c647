//! `raddle check TARGET --split N -o DIR`: divides the search into units that others do, each by a command of its own.

use std::{
    fs,
    io::{self, IsTerminal},
    path::Path,
    time::{Duration, Instant},
};

use serde::Serialize;

use super::{
    CheckArguments, Console, Said,
    drive::bounds,
    subject::Subject,
    unit::{self, Unit, in_folder},
};
use crate::{
    cli::{
        Ending, REFUSED,
        console::{harmless_json, print, printable},
        unwritable,
    },
    explore::Search,
};

/// Ways through the program are counted for so long.
const PATIENCE: Duration = Duration::from_secs(10);

/// What was written, for other programs.
#[derive(Serialize, Debug)]
struct Written<'w> {
    target: &'w str,
    units: u32,
    files: Vec<String>,
}

/// Writes the units.
pub fn run(subject: &Subject, wanted: &CheckArguments, (units, folder): (u32, &Path), console: &Console) -> Ending {
    if prepare(folder, wanted.force, console).is_err() {
        return Ok(REFUSED);
    }
    let start = Instant::now();
    let search = Search::new(subject.machine.clone(), bounds(wanted));
    let (shares, ways) = search.divide(units, &mut || start.elapsed() < PATIENCE);
    let mut files = Vec::new();
    for share in shares {
        let unit = Unit::new(&subject.scenario, wanted, (share, units), ways);
        let path = folder.join(unit.file_name());
        if let Err(error) = unit::write(&path, &unit) {
            return Ok(unwritable(&path, &error, console));
        }
        files.push(path.display().to_string());
    }
    if wanted.json {
        let written = serde_json::to_string(&Written { target: wanted.target(), units, files })?;
        print(&harmless_json(&(written + "\n"), io::stdout().is_terminal()))?;
    } else {
        let arguments = [("units", units.into()), ("folder", folder.display().to_string().into())];
        print(&format!("{}\n", printable(&console.locale.format("check-split", &arguments))))?;
    }
    Ok(0)
}

/// Makes the folder ready. Units that are there already, and their reports, go only if that is asked for.
fn prepare(folder: &Path, force: bool, console: &Console) -> Result<(), Said> {
    let fail = |error: io::Error| {
        unwritable(folder, &error, console);
        Said
    };
    fs::create_dir_all(folder).map_err(fail)?;
    let known = in_folder(folder).map_err(fail)?;
    if !known.is_empty() && !force {
        let arguments = [("folder", folder.display().to_string().into())];
        let advice = console.words("check-split-force");
        console.complain(&console.locale.format("check-split-there", &arguments), Some(&advice));
        return Err(Said);
    }
    known.keys().try_for_each(fs::remove_file).map_err(fail)
}
