//! `raddle man`: the manual, a page for the program and one for each command, for `man -l -`.

use clap_mangen::Man;

use super::{
    Ending,
    console::{Console, print},
    help,
};

/// Prints the pages.
pub fn run(console: &Console) -> Ending {
    let mut command = help::command(console);
    command.build();
    let mut pages = Vec::new();
    let inner: Vec<_> = command.get_subcommands().cloned().collect();
    for page in std::iter::once(command).chain(inner) {
        Man::new(page).render(&mut pages)?;
    }
    print(&String::from_utf8_lossy(&pages))?;
    Ok(0)
}
