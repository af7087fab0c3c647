//! `raddle export TARGET -o OUT`: a run as a file for others to look at. The ending of its name says which format.

use std::{
    io::{self, BufWriter, Write},
    ops::RangeInclusive,
    path::{Path, PathBuf},
    time::Duration,
};

use super::{
    Ending, REFUSED, Said,
    arguments::ExportArguments,
    begin::{Asked, begin},
    console::Console,
    live, no_tour,
    overwrite::{may_replace, tidy_up_on_signals},
    progress::Progress,
    refuse, unwritable,
};
use crate::{
    app::{Action, App, Stage},
    export::{
        self, Format, Performance, cast, chrome, dot, graph, mermaid,
        page::{self, Opening},
        sentences, svg, video,
    },
    host::file::Draft,
    ids::StepIndex,
    picture::{Picture, Shot},
    tui::{self, Direction, Film},
};

/// Makes the file.
pub fn run(wanted: &ExportArguments, folders: &[PathBuf], console: &Console) -> Ending {
    let Some(format) = Format::of(&wanted.output) else { return Ok(unknown_format(&wanted.output, console)) };
    if format == Format::Json && wanted.step.is_some() {
        refuse("usage-step-of-trace", console);
        return Ok(REFUSED);
    }
    if wanted.tour && !format.plays_tours() {
        refuse("usage-tour-of-film", console);
        return Ok(REFUSED);
    }
    if format.needs_ffmpeg() && !video::is_possible() {
        let problem = console.locale.format("no-ffmpeg", &[("path", wanted.output.display().to_string().into())]);
        console.complain(&problem, Some(&console.words("ffmpeg-is")));
        return Ok(REFUSED);
    }
    let Ok(replace) = may_replace(&wanted.output, wanted.force, console) else { return Ok(REFUSED) };
    let Ok(app) = prepare(wanted, folders, console) else { return Ok(REFUSED) };
    let Some(steps) = app.stage().and_then(|stage| wanted.steps_of(stage.history().tip())) else {
        refuse("usage-steps", console);
        return Ok(REFUSED);
    };
    let made = Draft::of(&wanted.output).and_then(|draft| {
        tidy_up_on_signals(draft.part());
        into_draft(draft, |out| write(format, app, steps, wanted, Some(console), out))?.put(replace)
    });
    match made {
        Ok(()) => Ok(0),
        Err(error) => Ok(unwritable(&wanted.output, &error, console)),
    }
}

/// Makes the file of what is on the stage of an application.
pub fn of_stage(app: App, wanted: &ExportArguments, format: Format, draft: Draft) -> io::Result<Draft> {
    let tip = app.stage().map_or(StepIndex(0), |stage| stage.history().tip());
    let steps = wanted.steps_of(tip).unwrap_or(StepIndex(0)..=tip);
    into_draft(draft, |out| write(format, app, steps, wanted, None, out))
}

/// The application with the whole run on its stage.
fn prepare(wanted: &ExportArguments, folders: &[PathBuf], console: &Console) -> Result<App, Said> {
    let asked = Asked {
        target: Some(&wanted.target),
        others: &[],
        conduct: &wanted.conduct,
        theme: wanted.theme,
        no_motion: wanted.no_motion,
        show_keys: wanted.show_keys,
    };
    let (mut app, recording) = begin(&asked, folders, console)?;
    if let Some(recording) = recording {
        app.show_recording(recording);
    } else if wanted.conduct.is_live() && !wanted.tour {
        live::record(&mut app, wanted.max_steps);
    } else if !wanted.tour
        && let Some(stage) = app.stage_mut()
    {
        stage.run_up_to(StepIndex(wanted.max_steps));
    }
    if wanted.tour && app.stage().is_none_or(|stage| stage.scenario().tour.is_empty()) {
        return Err(no_tour(&wanted.target, console));
    }
    Ok(app)
}

fn write(
    format: Format,
    app: App,
    steps: RangeInclusive<StepIndex>,
    wanted: &ExportArguments,
    console: Option<&Console>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let step = wanted.step.map(StepIndex);
    match format {
        Format::Cast => {
            let title = title(&app);
            cast::write(wanted.cast_version, &title, &mut shots(app, steps, wanted, console), out)
        }
        Format::Dot => tell(&app, steps, |performance| {
            dot::write(performance, step.unwrap_or_else(|| graph::telling_step(performance)), out)
        }),
        Format::Gif => export::gif::write(&mut shots(app, steps, wanted, console), wanted.scale, out),
        Format::Video(container) => video::write(container, &mut shots(app, steps, wanted, console), wanted.scale, out),
        Format::Html => page(app, steps, wanted, out),
        Format::Json => tell(&app, steps, |performance| chrome::write(performance, out)),
        Format::Mermaid => tell(&app, steps, |performance| match step {
            Some(step) => mermaid::write_graph(performance, step, out),
            None => mermaid::write_sequence(performance, out),
        }),
        Format::Png => {
            let title = title(&app);
            export::png::write(&title, &still(app, &steps, wanted), wanted.scale, out)
        }
        Format::Svg => {
            let (title, language) = (title(&app), app.locale().language().code());
            svg::write(&title, language, &mut shots(app, steps, wanted, console), out)
        }
        Format::Text if step.is_some() => out.write_all(still(app, &steps, wanted).text().as_bytes()),
        Format::Text => tell(&app, steps, |performance| sentences::write(performance, out)),
    }
}

/// The page; with the tour that it plays, if that was asked for.
fn page(
    mut app: App,
    mut steps: RangeInclusive<StepIndex>,
    wanted: &ExportArguments,
    out: &mut dyn Write,
) -> io::Result<()> {
    let opening = Opening { theme: wanted.theme, interval: wanted.speed.interval().as_millis() as u64 };
    let showing = if wanted.tour {
        app.stage_mut().iter_mut().for_each(|stage| stage.set_speed(wanted.speed, Duration::ZERO));
        app.show_tour(StepIndex(wanted.max_steps))
    } else {
        None
    };
    let first = showing.as_ref().and_then(|showing| showing.ways.first());
    if let Some(first) = first {
        steps = StepIndex(0)..=first.tip();
    }
    let Some(scenario) = app.stage().map(|stage| stage.scenario().clone()) else { return Ok(()) };
    tell(&app, steps, |performance| {
        let performance = Performance { history: first.unwrap_or(performance.history), ..performance.clone() };
        page::write(&performance, &scenario, opening, showing.as_ref(), out)
    })
}

/// Gives the run to an exporter that speaks of what happened.
fn tell(
    app: &App,
    steps: RangeInclusive<StepIndex>,
    write: impl FnOnce(&Performance<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let Some(stage) = app.stage() else { return Ok(()) };
    write(&Performance {
        title: &title(app),
        source: &stage.scenario().source,
        lines: stage.lines(),
        narration: &stage.scenario().narration(),
        proper: stage.proper(),
        history: stage.history(),
        steps,
        locale: app.locale(),
    })
}

fn title(app: &App) -> String {
    let scenario = app.stage().map(Stage::scenario);
    scenario.map_or_else(String::new, |scenario| scenario.title.get(app.locale().language()).to_owned())
}

/// A film that takes less is not worth a bar.
const PATIENCE: Duration = Duration::from_millis(400);

/// The run as a film, with a bar that shows how far it is.
fn film(
    mut app: App,
    steps: RangeInclusive<StepIndex>,
    wanted: &ExportArguments,
    console: Option<&Console>,
) -> impl Iterator<Item = Shot> {
    let whole = u64::from(steps.start().0)..=u64::from(steps.end().0);
    let mut progress =
        console.map_or_else(Progress::nowhere, |console| Progress::new(console.words("exporting"), whole, PATIENCE));
    if let Some(stage) = app.stage_mut() {
        stage.set_speed(wanted.speed, Duration::ZERO);
    }
    let direction = Direction { size: wanted.size.0, steps, idle: wanted.idle(), tour: wanted.tour };
    Film::new(app, direction).inspect(move |shot| progress.at(shot.step.0.into()))
}

/// The run as a film, or the one screen that was asked for.
fn shots<'c>(
    app: App,
    steps: RangeInclusive<StepIndex>,
    wanted: &'c ExportArguments,
    console: Option<&'c Console>,
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
    app.compare_all();
    app.chart_all();
    tui::picture(&app, wanted.size.0, Duration::from_mins(1))
}

/// Writes a file that is not yet in its place.
fn into_draft(draft: Draft, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<Draft> {
    let mut out = BufWriter::new(draft);
    write(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)
}

fn unknown_format(path: &Path, console: &Console) -> u8 {
    let endings: Vec<_> = Format::ALL.iter().map(|(ending, _)| format!(".{ending}")).collect();
    let problem = console.locale.format("unknown-format", &[("path", path.display().to_string().into())]);
    let formats = endings.join(&console.words("list-separator"));
    console.complain(&problem, Some(&console.locale.format("known-formats", &[("formats", formats.into())])));
    REFUSED
}
