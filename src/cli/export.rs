//! `raddle export TARGET -o OUT`: a run as a file for others to look at. The ending of its name says which format.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    ops::RangeInclusive,
    path::{Path, PathBuf},
    time::Duration,
};

use super::{
    Ending, REFUSED, Said, arguments::ExportArguments, catalogue, complaint, console::Console, progress::Progress,
    refuse, scenario,
};
use crate::{
    app::{Action, App, Beginning, Stage},
    export::{self, Format, cast, svg},
    host::Settings,
    ids::StepIndex,
    picture::{Picture, Shot},
    tui::{self, Direction, Film},
};

/// Makes the file.
pub fn run(wanted: &ExportArguments, folders: &[PathBuf], console: &Console) -> Ending {
    let Some(format) = Format::of(&wanted.output) else { return Ok(unknown_format(&wanted.output, console)) };
    let Ok(app) = prepare(wanted, folders, console) else { return Ok(REFUSED) };
    let Some(steps) = app.stage().and_then(|stage| wanted.steps_of(stage.history().tip())) else {
        refuse("usage-steps", console);
        return Ok(REFUSED);
    };
    match into_file(&wanted.output, |out| write(format, app, steps, wanted, console, out)) {
        Ok(()) => Ok(0),
        Err(error) => Ok(unwritable(&wanted.output, &error, console)),
    }
}

/// The application with the whole run on its stage.
fn prepare(wanted: &ExportArguments, folders: &[PathBuf], console: &Console) -> Result<App, Said> {
    let policy = wanted.conduct.policy().map_err(|_| refuse("usage-quantum", console))?;
    let catalogue = catalogue(folders, console)?;
    let scenario = scenario(&wanted.target, &wanted.conduct.set, &catalogue, console)?;
    scenario.compile().map_err(|found| complaint::program(&scenario.source, &found, console))?;
    let mut app = App::new(Beginning {
        catalogue,
        language: console.locale.language(),
        theme: wanted.theme.unwrap_or_default(),
        motion: !wanted.no_motion,
        run: Settings { policy, seed: wanted.conduct.seed(), ..Settings::default() },
    });
    app.open(scenario);
    if let Some(stage) = app.stage_mut() {
        stage.run_up_to(StepIndex(wanted.max_steps));
    }
    Ok(app)
}

fn write(
    format: Format,
    app: App,
    steps: RangeInclusive<StepIndex>,
    wanted: &ExportArguments,
    console: &Console,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Cast => {
            let title = title(&app);
            let mut shots = film(app, steps, wanted, console);
            cast::write(wanted.cast_version, &title, &mut shots, out)
        }
        Format::Gif => export::gif::write(&mut shots(app, steps, wanted, console), wanted.scale, out),
        Format::Png => {
            let title = title(&app);
            export::png::write(&title, &still(app, &steps, wanted), wanted.scale, out)
        }
        Format::Svg => {
            let (title, language) = (title(&app), app.locale().language().code());
            svg::write(&title, language, &mut shots(app, steps, wanted, console), out)
        }
        Format::Text => out.write_all(still(app, &steps, wanted).text().as_bytes()),
    }
}

fn title(app: &App) -> String {
    let scenario = app.stage().map(Stage::scenario);
    scenario.map_or_else(String::new, |scenario| scenario.title.get(app.locale().language()).to_owned())
}

/// The run as a film, with a bar that shows how far it is.
fn film(
    mut app: App,
    steps: RangeInclusive<StepIndex>,
    wanted: &ExportArguments,
    console: &Console,
) -> impl Iterator<Item = Shot> {
    let mut progress = Progress::new(console, steps.clone());
    if let Some(stage) = app.stage_mut() {
        stage.set_speed(wanted.speed, Duration::ZERO);
    }
    let direction = Direction { size: wanted.size.0, steps, idle: wanted.idle };
    Film::new(app, direction).inspect(move |shot| progress.at(shot.step))
}

/// The run as a film, or the one screen that was asked for.
fn shots<'c>(
    app: App,
    steps: RangeInclusive<StepIndex>,
    wanted: &'c ExportArguments,
    console: &'c Console,
) -> Box<dyn Iterator<Item = Shot> + 'c> {
    if wanted.step.is_none() {
        return Box::new(film(app, steps, wanted, console));
    }
    let picture = still(app, &steps, wanted);
    Box::new(std::iter::once(Shot {
        at: Duration::ZERO,
        lasts: Duration::ZERO,
        picture,
        step: *steps.end(),
        mark: None,
    }))
}

/// One screen: of the step that was asked for, or of the last one. Nothing is in motion on it.
fn still(mut app: App, steps: &RangeInclusive<StepIndex>, wanted: &ExportArguments) -> Picture {
    let step = wanted.step.map_or(*steps.end(), StepIndex);
    app.update(Action::Seek(step), Duration::ZERO);
    tui::picture(&app, wanted.size.0, Duration::from_mins(1))
}

/// Writes a file as a whole: what was there before stays until all is written.
fn into_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let mut out = BufWriter::new(File::create(&part)?);
    let written = write(&mut out).and_then(|()| out.flush()).and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

fn unknown_format(path: &Path, console: &Console) -> u8 {
    let endings: Vec<_> = Format::ALL.iter().map(|(ending, _)| format!(".{ending}")).collect();
    let problem = console.locale.format("unknown-format", &[("path", path.display().to_string().into())]);
    let formats = endings.join(&console.words("list-separator"));
    console.complain(&problem, Some(&console.locale.format("known-formats", &[("formats", formats.into())])));
    REFUSED
}

fn unwritable(path: &Path, error: &io::Error, console: &Console) -> u8 {
    let arguments = [("path", path.display().to_string().into()), ("reason", error.to_string().into())];
    console.complain(&console.locale.format("unwritable", &arguments), None);
    REFUSED
}
