//! `raddle [TARGET]`: the screen, with the gallery open or a program on the stage.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
    time::Duration,
};

use super::{
    Ending, REFUSED, Said, arguments::ScreenArguments, catalogue, complaint, console::Console, from_stage, no_tour,
    refuse, replay, scenario, text,
};
use crate::{
    app::{App, Beginning},
    export::Format,
    host::{Recording, Settings},
    tui::{self, Opening, depth::ColourDepth},
};

/// Runs the screen until the viewer quits.
pub fn run(wanted: &ScreenArguments, folders: &[PathBuf], console: &Console) -> Ending {
    show(wanted, None, folders, console)
}

/// Shows a recording, or what was asked for, until the viewer quits.
pub fn show(wanted: &ScreenArguments, recording: Option<Recording>, folders: &[PathBuf], console: &Console) -> Ending {
    let Ok(app) = prepare(wanted, recording, folders, console) else { return Ok(REFUSED) };
    if wanted.text {
        return text::run(app);
    }
    if !io::stdout().is_terminal() {
        console.complain(&console.words("no-terminal"), Some(&console.words("without-terminal")));
        return Ok(REFUSED);
    }
    tui::run(Opening { app, depth: depth(console), export: from_stage::make })?;
    Ok(0)
}

fn prepare(
    wanted: &ScreenArguments,
    mut recording: Option<Recording>,
    folders: &[PathBuf],
    console: &Console,
) -> Result<App, Said> {
    let conduct = &wanted.conduct;
    let policy = conduct.policy().map_err(|_| refuse("usage-quantum", console))?;
    let catalogue = catalogue(folders, console)?;
    if let Some(target) = &wanted.target {
        recording = replay::of_target(target, conduct, &catalogue, console)?;
    }
    let target = wanted.target.as_deref().filter(|_| recording.is_none());
    let scenario = target.map(|target| scenario(target, &conduct.set, &catalogue, console)).transpose()?;
    if let Some(scenario) = &scenario {
        scenario.compile().map_err(|found| complaint::program(&scenario.source, &found, console))?;
    }
    let mut app = App::new(Beginning {
        catalogue,
        language: console.locale.language(),
        theme: wanted.theme.unwrap_or_default(),
        motion: !wanted.no_motion,
        run: Settings { policy, seed: conduct.seed(), ..Settings::default() },
    });
    app.offer_exports(Format::ALL.iter().map(|&(ending, _)| ending).collect());
    if let Some(scenario) = scenario {
        app.open(scenario);
    }
    if wanted.show_keys {
        app.show_keys();
    }
    if let Some(recording) = recording {
        app.open_recording(recording, Duration::ZERO);
    }
    if wanted.tour && !app.begin_tour(Duration::ZERO) {
        return Err(no_tour(wanted.target.as_deref().unwrap_or_default(), console));
    }
    if conduct.is_live() {
        app.run_live();
    }
    Ok(app)
}

/// The colours that the terminal can show, unless `--color` says whether there are to be any.
fn depth(console: &Console) -> ColourDepth {
    let variable = |name: &str| std::env::var(name).ok();
    match console.forced {
        Some(false) => ColourDepth::None,
        Some(true) => ColourDepth::of_environment(|name| variable(name).filter(|_| name != "NO_COLOR")),
        None => ColourDepth::of_environment(variable),
    }
}
