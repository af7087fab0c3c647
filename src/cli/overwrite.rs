//! Files that are there already: none is replaced without the viewer's word.

use std::{
    fs, io,
    io::{BufRead, IsTerminal},
    path::{Path, PathBuf},
};

use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM},
    iterator::Signals,
    low_level::emulate_default_handler,
};

use super::{
    Said,
    console::{Console, printable, say},
};
use crate::host::file::is_replaced;

/// Whether a file may be replaced: where there is one, the command line has to say so, or the viewer when asked. Nobody is
/// asked who does not sit at a terminal.
pub fn may_replace(path: &Path, force: bool, console: &Console) -> Result<bool, Said> {
    if force || !is_replaced(path) {
        return Ok(force);
    }
    let arguments = [("path", path.display().to_string().into())];
    if io::stdin().is_terminal() && io::stderr().is_terminal() {
        say(&printable(&console.locale.format("replace-file", &arguments)));
        say(" ");
        let mut answer = String::new();
        let heard = io::stdin().lock().read_line(&mut answer);
        if heard.is_ok() && says_yes(&answer) {
            return Ok(true);
        }
        // Whoever ends the input has not ended the line.
        if !answer.ends_with('\n') {
            say("\n");
        }
        console.complain(&console.locale.format("file-left", &arguments), None);
    } else {
        console.complain(&console.locale.format("file-exists", &arguments), Some(&console.words("file-exists-advice")));
    }
    Err(Said)
}

/// Whether an answer in either language is a yes.
fn says_yes(answer: &str) -> bool {
    matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "是")
}

/// From now on a signal that ends raddle takes what is not whole away first.
pub fn tidy_up_on_signals(part: Option<&Path>) {
    let Some(part) = part.map(Path::to_owned) else { return };
    // Where signals cannot be heard, something is left behind: that is no reason not to make the file.
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM, SIGHUP, SIGQUIT]) else { return };
    std::thread::spawn(move || end_with(&mut signals, &part));
}

fn end_with(signals: &mut Signals, part: &PathBuf) {
    for signal in signals {
        let _ = fs::remove_file(part);
        let _ = emulate_default_handler(signal);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_yes_is_a_yes() {
        for yes in ["y\n", " Yes \n", "是\n"] {
            assert!(says_yes(yes));
        }
        for no in ["", "\n", "n\n", "no\n", "yep\n", "不\n"] {
            assert!(!says_yes(no));
        }
    }
}
