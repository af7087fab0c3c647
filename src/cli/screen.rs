//! `raddle [TARGET]`: the screen, with the gallery open or a program on the stage.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
    time::Duration,
};

use super::{
    Ending, REFUSED, Said,
    arguments::ScreenArguments,
    begin::{Asked, begin},
    choices,
    console::Console,
    from_stage, kept,
    lack::Lack,
    no_tour, refuse, text,
};
use crate::{
    app::{App, Questions},
    export::Format,
    host::Recording,
    tui::{self, Keep, Opening, depth::ColourDepth},
};

/// Runs the screen until the viewer quits.
pub fn run(wanted: &ScreenArguments, folders: &[PathBuf], console: &Console) -> Ending {
    show(wanted, None, folders, console)
}

/// Shows a recording, or what was asked for, until the viewer quits.
pub fn show(wanted: &ScreenArguments, recording: Option<Recording>, folders: &[PathBuf], console: &Console) -> Ending {
    let Ok(mut app) = prepare(wanted, recording, folders, console) else { return Ok(REFUSED) };
    if wanted.text {
        return text::run(app);
    }
    if !io::stdout().is_terminal() {
        console.complain(&console.words("no-terminal"), Some(&console.words("without-terminal")));
        return Ok(REFUSED);
    }
    if let Some(lack) = Lack::of_environment(|name| std::env::var(name).ok()) {
        let (problem, advice) = lack.words(&console.locale);
        console.complain(&problem, Some(&advice));
        return Ok(REFUSED);
    }
    app.ask_for_input();
    let place = kept::place(wanted.no_progress);
    if let Some(text) = place.as_deref().and_then(kept::read) {
        app.gallery_mut().recall(&text);
    }
    let keep = place.map(|place| Box::new(move |text: &str| kept::write(&place, text)) as Keep);
    tui::run(Opening { app, depth: depth(console), export: from_stage::make, keep })?;
    Ok(0)
}

fn prepare(
    wanted: &ScreenArguments,
    recording: Option<Recording>,
    folders: &[PathBuf],
    console: &Console,
) -> Result<App, Said> {
    let asked = Asked {
        target: wanted.target.as_deref(),
        others: &wanted.others,
        conduct: &wanted.conduct,
        theme: wanted.theme,
        no_motion: wanted.no_motion,
        show_keys: wanted.show_keys,
    };
    let (mut app, found) = begin(&asked, folders, console)?;
    app.offer_exports(Format::offered().map(|(ending, _)| ending).collect());
    app.set_questions(wanted.questions.unwrap_or(if wanted.text { Questions::Off } else { Questions::Asked }));
    if let Some(recording) = found.or(recording) {
        app.open_recording(recording, Duration::ZERO);
    }
    if let Some(given) = &wanted.choices {
        let Some(start) = app.beginning() else { return Err(refuse("usage-choices-of-a-program", console)) };
        let choices = choices::read(given, &start, console)?;
        if !app.lay_out(&choices) {
            console
                .complain(&console.words("choices-cannot-be-made"), Some(&console.words("choices-of-another-program")));
            return Err(Said);
        }
    }
    if wanted.tour && !app.begin_tour(Duration::ZERO) {
        return Err(no_tour(wanted.target.as_deref().unwrap_or_default(), console));
    }
    if wanted.conduct.is_live() {
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
