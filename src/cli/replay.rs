//! `raddle replay FILE`: opens a recording on the stage.

use std::path::Path;

use super::{
    Ending, REFUSED, Said,
    arguments::{Conduct, ReplayArguments, ScreenArguments},
    console::Console,
    refuse, screen,
};
use crate::{
    host::{Recording, RecordingError, recording::ENDING},
    scenario::Catalogue,
    trace::recording::VERSION,
};

/// Shows the recording until the viewer quits.
pub fn run(wanted: ReplayArguments, folders: &[std::path::PathBuf], console: &Console) -> Ending {
    let ReplayArguments { file, theme, no_motion, text } = wanted;
    match open(&file, console) {
        Ok(recording) => {
            let wanted = ScreenArguments { theme, no_motion, text, ..ScreenArguments::default() };
            screen::show(&wanted, Some(recording), folders, console)
        }
        Err(Said) => Ok(REFUSED),
    }
}

/// The recording that a target means, if it means one; it was run already, so that it takes no conduct.
pub fn of_target(
    target: &str,
    conduct: &Conduct,
    catalogue: &Catalogue,
    console: &Console,
) -> Result<Option<Recording>, Said> {
    if !is_recording(target) || catalogue.find(target).is_some() {
        return Ok(None);
    }
    if conduct.is_given() {
        return Err(refuse("recording-options", console));
    }
    open(Path::new(target), console).map(Some)
}

/// Whether the target goes by the name of a recording.
pub fn is_recording(target: &str) -> bool {
    Path::new(target).extension().is_some_and(|ending| ending == ENDING)
}

fn open(path: &Path, console: &Console) -> Result<Recording, Said> {
    Recording::open(path).map_err(|error| complain(path, &error, console))
}

fn complain(path: &Path, error: &RecordingError, console: &Console) -> Said {
    let path = ("path", path.display().to_string().into());
    let key = match error {
        RecordingError::Missing => "missing",
        RecordingError::Directory => "directory",
        RecordingError::Special => "special",
        RecordingError::TooLong => "program-too-long",
        RecordingError::Unreadable(_) => "unreadable",
        RecordingError::Empty => "empty",
        RecordingError::Foreign => "foreign",
        RecordingError::TooNew(_) => "too-new",
        RecordingError::NothingToShow => "nothing-to-show",
        RecordingError::Damaged(..) => "damaged",
    };
    let arguments = match error {
        RecordingError::Unreadable(reason) => vec![path, ("reason", reason.into())],
        RecordingError::TooNew(version) => vec![path, ("version", (*version).into()), ("known", VERSION.into())],
        RecordingError::Damaged(line, reason) => vec![path, ("line", (*line).into()), ("reason", reason.into())],
        _ => vec![path],
    };
    let advice = format!("recording-{key}-advice");
    let advice = console.locale.has(&advice).then(|| console.words(&advice));
    console.complain(&console.locale.format(&format!("recording-{key}"), &arguments), advice.as_deref());
    Said
}
