//! What the key x makes on the stage: the same files as `raddle export`, of the run that is there.

use std::{io, path::Path};

use super::{arguments::ExportArguments, export};
use crate::{
    app::{App, Beginning},
    export::Format,
    host::{
        Extent, Recording,
        recording::{create_new, plain_name},
    },
    scenario::Catalogue,
};

/// Makes a file beside where raddle was started, under a name that is free; says what came of it.
pub fn make(app: &App, at: usize) -> String {
    let Some((ending, format)) = Format::ALL.get(at).copied() else { return String::new() };
    match file(app, ending, format) {
        Ok(path) => app.locale().format("exported", &[("path", path.into())]),
        Err(error) => app.locale().format("not-exported", &[("reason", error.to_string().into())]),
    }
}

fn file(app: &App, ending: &str, format: Format) -> io::Result<String> {
    let stage = app.stage().ok_or(io::ErrorKind::NotFound)?;
    let name = plain_name(&stage.scenario().id);
    // The name is taken first, so that nothing is written over.
    let (path, _) = create_new(Path::new("."), &name, ending)?;
    let made = export::of_stage(copy(app), &ExportArguments::of_stage(&path, stage, app.look().theme, format), format);
    if made.is_err() {
        let _ = std::fs::remove_file(&path);
    }
    made.map(|()| path.display().to_string().trim_start_matches("./").to_owned())
}

/// The application with what was recorded on its stage: nothing that is made disturbs the viewer's.
fn copy(app: &App) -> App {
    let mut copy = App::new(Beginning {
        catalogue: Catalogue::embedded(),
        language: app.locale().language(),
        theme: app.look().theme,
        motion: app.look().motion,
        run: app.stage().map(|stage| *stage.session().settings()).unwrap_or_default(),
    });
    if let Some(stage) = app.stage() {
        copy.show_recording(Recording {
            header: stage.header(),
            history: stage.history().clone(),
            end: stage.history().end(),
            extent: Extent::Whole,
        });
    }
    copy
}
