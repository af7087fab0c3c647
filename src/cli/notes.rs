//! `raddle notes TARGET`: the presenter's notes of a scenario, for a second terminal.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
};

use super::{
    Ending, REFUSED, catalogue,
    console::{Console, harmless, print, style, styled},
    scenario,
};
use crate::{telling::notes, tui::wrap_text};

/// Lines are not wider than so many cells.
const WIDTH: usize = 80;

/// Prints the notes.
pub fn run(target: &str, folders: &[PathBuf], console: &Console) -> Ending {
    let Ok(catalogue) = catalogue(folders, console) else { return Ok(REFUSED) };
    let Ok(scenario) = scenario(target, &[], &catalogue, console) else { return Ok(REFUSED) };
    let title = scenario.title.get(console.locale.language());
    let mut page = styled(title, style::BOLD, console.out_colour) + "\n\n";
    for line in notes::of(&scenario, &console.locale).lines() {
        let rows = if line.trim().is_empty() { vec![String::new()] } else { wrap_text(line, WIDTH) };
        for row in rows {
            page.push_str(row.trim_end());
            page.push('\n');
        }
    }
    print(&harmless(&page, io::stdout().is_terminal()))?;
    Ok(0)
}
