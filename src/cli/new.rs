//! `raddle new NAME`: a scenario to begin with, as a file.

use std::{
    io::{self, Write as _},
    path::Path,
};

use super::{
    Ending, REFUSED,
    console::{Console, print},
    unwritable,
};
use crate::host::file::Draft;

/// What every new scenario begins with; `NAME` stands for its name.
const SKELETON: &str = include_str!("new.py");

/// Writes `NAME.py` here, unless there is one.
pub fn run(name: &str, console: &Console) -> Ending {
    let stem = name.strip_suffix(".py").unwrap_or(name);
    let is_name = stem.chars().next().is_some_and(|first| first.is_ascii_lowercase())
        && stem.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_');
    if !is_name {
        let problem = console.locale.format("new-no-name", &[("name", name.into())]);
        console.complain(&problem, Some(&console.words("new-no-name-advice")));
        return Ok(REFUSED);
    }
    let path = format!("{stem}.py");
    let path = Path::new(&path);
    if let Err(error) = write(path, &SKELETON.replace("NAME", stem)) {
        if error.kind() == io::ErrorKind::AlreadyExists {
            console
                .complain(&console.locale.format("new-exists", &[("path", path.display().to_string().into())]), None);
            return Ok(REFUSED);
        }
        return Ok(unwritable(path, &error, console));
    }
    print(&(console.locale.format("new-written", &[("path", path.display().to_string().into())]) + "\n"))?;
    Ok(0)
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut draft = Draft::of(path)?;
    draft.write_all(text.as_bytes())?;
    draft.put(false)
}
