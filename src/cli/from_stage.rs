//! What the key x makes on the stage: the same files as `raddle export`, of the run that is there.

use std::{io, path::Path};

use super::{arguments::ExportArguments, export};
use crate::{
    app::{App, Beginning, ThemeName},
    export::Format,
    host::{Extent, Recording, Settings, file::Draft, recording::plain_name},
    locale::{Language, Locale},
    scenario::Catalogue,
    tui::Job,
};

/// What makes a file where raddle was started, under a name that is free.
///
/// # Errors
/// Why it cannot be made, in words.
pub fn make(app: &App, at: usize) -> Result<Job, String> {
    let language = app.locale().language();
    let Some((copy, id)) = Copy::of(app) else { return Err(not_made(&io::ErrorKind::NotFound.into(), language)) };
    let (ending, format) = Format::offered().nth(at).ok_or_else(String::new)?;
    let draft = Draft::within(Path::new(".")).map_err(|error| not_made(&error, language))?;
    let part = draft.part().unwrap_or(Path::new("")).to_owned();
    let work = move || match copy.into_file(draft, &plain_name(&id), ending, format) {
        Ok(path) => Locale::new(language).format("exported", &[("path", path.into())]),
        Err(error) => not_made(&error, language),
    };
    Ok(Job { work: Box::new(work), part })
}

fn not_made(error: &io::Error, language: Language) -> String {
    Locale::new(language).format("not-exported", &[("reason", error.to_string().into())])
}

/// What was recorded on the stage: nothing that is made of it disturbs the viewer's.
struct Copy {
    recording: Recording,
    wanted: ExportArguments,
    language: Language,
    theme: ThemeName,
    motion: bool,
    run: Settings,
}

impl Copy {
    /// A copy of what is on the stage, and the id of its scenario.
    fn of(app: &App) -> Option<(Self, String)> {
        let stage = app.stage()?;
        let copy = Self {
            recording: Recording {
                header: stage.header(),
                history: stage.history().clone(),
                end: stage.history().end(),
                extent: Extent::Whole,
            },
            wanted: ExportArguments::of_stage(stage, app.look().theme),
            language: app.locale().language(),
            theme: app.look().theme,
            motion: app.look().motion,
            run: *stage.session().settings(),
        };
        Some((copy, stage.scenario().id.clone()))
    }

    fn into_file(self, draft: Draft, name: &str, ending: &str, format: Format) -> io::Result<String> {
        let Self { recording, mut wanted, language, theme, motion, run } = self;
        let mut app = App::new(Beginning { catalogue: Catalogue::embedded(), language, theme, motion, run });
        app.show_recording(recording);
        wanted.step = wanted.step.filter(|_| matches!(format, Format::Png | Format::Dot));
        let mut draft = export::of_stage(app, &wanted, format, draft)?;
        let path = draft.put_free(Path::new("."), name, ending)?;
        Ok(path.display().to_string().trim_start_matches("./").to_owned())
    }
}
