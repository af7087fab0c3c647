//! The application as the command line asks for it: with the scenario open that is the target, or its recording at hand.

use std::path::PathBuf;

use super::{Said, arguments::Conduct, catalogue, complaint, console::Console, input, refuse, replay, together};
use crate::{
    app::{App, Beginning, ThemeName},
    host::{Recording, Settings},
    scenario::Setup,
};

/// What screen and export are asked for alike.
pub struct Asked<'a> {
    pub target: Option<&'a str>,
    pub others: &'a [String],
    pub conduct: &'a Conduct,
    pub theme: Option<ThemeName>,
    pub no_motion: bool,
    pub show_keys: bool,
}

/// The application with the scenario on the stage, if the target is one; and the recording that it is otherwise.
pub fn begin(asked: &Asked<'_>, folders: &[PathBuf], console: &Console) -> Result<(App, Option<Recording>), Said> {
    let conduct = asked.conduct;
    let catalogue = catalogue(folders, console)?;
    let recording = match asked.target {
        Some(target) => replay::of_target(target, conduct, &catalogue, console)?,
        None => None,
    };
    let target = asked.target.filter(|_| recording.is_none());
    let open = |target| together(target, asked.others, &conduct.set, &catalogue, console);
    let mut scenario = target.map(open).transpose()?;
    if let Some(scenario) = &mut scenario {
        input::from_file(scenario, conduct.input.as_deref(), console)?;
        scenario.compile().map_err(|found| complaint::program(&scenario.source, &found, console))?;
    }
    let own =
        scenario.as_ref().map_or_else(Setup::default, |scenario| scenario.opening(conduct.setup(), conduct.seed()).0);
    conduct.setup_with(own).map_err(|meaningless| refuse(meaningless.key(), console))?;
    let mut app = App::new(Beginning {
        catalogue,
        language: console.locale.language(),
        theme: asked.theme.unwrap_or_default(),
        motion: !asked.no_motion,
        run: Settings::default(),
    });
    app.set_up(conduct.setup(), conduct.seed());
    if let Some(scenario) = scenario {
        app.open(scenario);
    }
    if asked.show_keys {
        app.show_keys();
    }
    Ok((app, recording))
}
