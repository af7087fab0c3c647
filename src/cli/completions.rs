//! `raddle completions SHELL`: a script with which the shell completes commands and options.

use clap_complete::Shell;

use super::{
    Ending,
    console::{Console, print},
    help,
};

/// Prints the script.
pub fn run(shell: Shell, console: &Console) -> Ending {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut help::command(console), "raddle", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(0)
}
