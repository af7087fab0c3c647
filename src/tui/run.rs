//! The loop: waits for something to happen, lets the application do it, and draws. While nothing happens it sleeps.

use std::{
    collections::VecDeque,
    ffi::c_int,
    io,
    path::Path,
    time::{Duration, Instant},
};

use crossbeam_channel::{Receiver, after, never, select};
use crossterm::event::Event;

use super::{
    depth::ColourDepth,
    hit::Hits,
    input::{self, Input},
    job::{Job, Running},
    screen,
    signals::{Guard, Told, end_by},
    terminal::Screen,
    watch::Watch,
};
use crate::{
    app::{Action, App, Stage},
    scenario,
};

/// Keeps a text.
pub type Keep = Box<dyn Fn(&str)>;

/// How the screen begins.
pub struct Opening {
    /// The application, with what is to be on the stage.
    pub app: App,
    /// The colours that the terminal can show.
    pub depth: ColourDepth,
    /// Makes a file of what is on the stage: which of the formats that are offered. Why it cannot be made, in words.
    pub export: fn(&App, usize) -> Result<Job, String>,
    /// Keeps what the viewer has seen, where that is wanted.
    pub keep: Option<Keep>,
}

/// What happened outside.
enum Incident {
    Terminal(Event),
    Told(Told),
    Quit,
    Saved,
    /// A file was made; what came of it.
    Made(String),
    Clock,
}

/// So long is computed before it is looked what else there is to do.
const SLICE: Duration = Duration::from_millis(30);

/// Runs the screen until the viewer quits. A signal ends the program as it would without a screen, on a terminal as it was
/// before.
///
/// # Errors
/// When the terminal cannot be taken, read or drawn on.
pub fn run(opening: Opening) -> io::Result<()> {
    if let Some(signal) = show(opening)? {
        end_by(signal);
    }
    Ok(())
}

/// Shows the screen until it is over; the signal that has ended it.
fn show(opening: Opening) -> io::Result<Option<c_int>> {
    let Opening { mut app, depth, export, keep } = opening;
    app.compute_in_slices(SLICE);
    let (guard, _guarded) = Guard::new();
    let signals = guard.listen()?;
    let mut screen = Screen::take()?;
    let mut outside =
        Outside { input: Input::new(guard.clone(), screen.take_typed()), signals, watch: None, making: None };
    let start = Instant::now();
    let mut hits = Hits::default();
    while !app.has_quit() {
        if let (Some(keep), Some(text)) = (&keep, app.gallery_mut().to_keep()) {
            keep(&text);
        }
        let now = start.elapsed();
        let path = app.stage().and_then(|stage| stage.scenario().path.clone());
        // Watched before it is shown: nobody can save it unseen.
        outside.rewatch(path.as_deref());
        outside.input.serve(&app);
        screen.draw(|frame| hits = screen::draw(&app, depth, now, frame.area(), frame.buffer_mut()))?;
        let incident = outside.wait(&app, start)?;
        let now = start.elapsed();
        match incident {
            Incident::Quit => app.update(Action::Quit, now),
            Incident::Told(Told::End(signal)) => return Ok(Some(signal)),
            Incident::Told(Told::Stop) => guard.suspend(&mut screen)?,
            Incident::Told(Told::GoOn) => {
                screen.give_back();
                screen.take_again()?;
            }
            Incident::Clock => app.tick(now),
            Incident::Saved => reload(&mut app, path.as_deref(), now),
            Incident::Made(said) => {
                outside.making = None;
                app.say(said, now);
            }
            Incident::Terminal(event) => {
                let mut queue = VecDeque::from([event]);
                // What came meanwhile is done before the next frame: holding a key down does not pile up frames.
                while let Some(event) = outside.next_event(&mut queue)?.filter(|_| !app.has_quit()) {
                    if input::suspends(&event) {
                        if !guard.suspend_job(&mut screen)? {
                            app.say(app.locale().text("no-shell"), start.elapsed());
                        }
                    } else if let Some(text) = input::typed(&app, &event, &mut queue) {
                        app.paste(&text);
                    } else {
                        input::handle(&mut app, &hits, &event, start.elapsed());
                    }
                }
                outside.make(&mut app, export, start.elapsed());
            }
        }
    }
    if let (Some(keep), Some(text)) = (&keep, app.gallery_mut().to_keep()) {
        keep(&text);
    }
    Ok(None)
}

/// What can happen outside.
struct Outside {
    input: Input,
    signals: Receiver<Told>,
    watch: Option<Watch>,
    /// The file that is being made.
    making: Option<Running>,
}

impl Outside {
    /// Waits until something happens, or the time has come for what the application does by itself.
    fn wait(&self, app: &App, start: Instant) -> io::Result<Incident> {
        let at = app.next_change(start.elapsed()).map(|at| start + at);
        let clock = at.map_or_else(never, |at| after(at.saturating_duration_since(Instant::now())));
        let silent = never();
        let bell = app.stage().and_then(Stage::live).map_or(&silent, |live| live.bell());
        let nothing = never();
        let saved = self.watch.as_ref().map_or(&nothing, Watch::reports);
        let nobody = never();
        let made = self.making.as_ref().map_or(&nobody, Running::done);
        loop {
            select! {
                recv(self.input.events()) -> event => {
                    let Ok(event) = event else { return Ok(Incident::Quit) };
                    return event.map(Incident::Terminal);
                }
                recv(self.signals) -> told => return Ok(told.map_or(Incident::Quit, Incident::Told)),
                recv(saved) -> report => {
                    let watch = self.watch.as_ref();
                    if watch.is_some_and(|watch| report.is_ok_and(|report| watch.has_changed(&report))) {
                        return Ok(Incident::Saved);
                    }
                }
                recv(made) -> said => return Ok(said.map_or(Incident::Quit, Incident::Made)),
                recv(bell) -> _ => return Ok(Incident::Clock),
                recv(clock) -> _ => return Ok(Incident::Clock),
            }
        }
    }

    /// The first of the events that have come.
    fn next_event(&self, queue: &mut VecDeque<Event>) -> io::Result<Option<Event>> {
        self.input.events().try_iter().try_for_each(|event| event.map(|event| queue.push_back(event)))?;
        Ok(queue.pop_front())
    }

    /// Watches the file of the program on the stage, and no other. Where it cannot be watched, it is not reloaded.
    fn rewatch(&mut self, path: Option<&Path>) {
        if self.watch.as_ref().map(Watch::path) != path {
            self.watch = path.and_then(|path| Watch::of(path).ok());
        }
    }

    /// Begins to make the file that the viewer has just chosen, one at a time.
    fn make(&mut self, app: &mut App, export: fn(&App, usize) -> Result<Job, String>, now: Duration) {
        let Some(at) = app.take_export() else { return };
        if self.making.is_some() {
            return app.say(app.locale().text("export-under-way"), now);
        }
        match export(app, at) {
            Ok(job) => self.making = Some(job.begin()),
            Err(said) => return app.say(said, now),
        }
        app.say(app.locale().text("exporting"), now);
    }
}

fn reload(app: &mut App, path: Option<&Path>, now: Duration) {
    if let Some(path) = path {
        app.reload(scenario::open_file(path), now);
    }
}
