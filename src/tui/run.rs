//! The loop: waits for something to happen, lets the application do it, and draws. While nothing happens it sleeps.

use std::{
    io,
    path::Path,
    time::{Duration, Instant},
};

use crossbeam_channel::{Receiver, Sender, after, bounded, never, select, unbounded};
use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGTERM},
    iterator::Signals,
};
use tui_input::backend::crossterm::to_input_request;

use super::{
    depth::ColourDepth,
    hit::Hits,
    keymap::{self, Place},
    screen,
    terminal::Screen,
    watch::Watch,
};
use crate::{
    app::{Action, App, Mode, Stage},
    scenario,
};

/// How the screen begins.
#[derive(Debug)]
pub struct Opening {
    /// The application, with what is to be on the stage.
    pub app: App,
    /// The colours that the terminal can show.
    pub depth: ColourDepth,
    /// Makes a file of what is on the stage: which of the formats that are offered. Says what came of it.
    pub export: fn(&App, usize) -> String,
}

/// What happened outside.
enum Incident {
    Terminal(Event),
    Quit,
    Saved,
    Clock,
}

/// Runs the screen until the viewer quits or a signal ends it.
///
/// # Errors
/// When the terminal cannot be taken, read or drawn on.
pub fn run(opening: Opening) -> io::Result<()> {
    let Opening { mut app, depth, export } = opening;
    let signals = signals()?;
    let mut screen = Screen::take()?;
    let keys = keys();
    let start = Instant::now();
    let mut watch: Option<Watch> = None;
    let mut hits = Hits::default();
    while !app.has_quit() {
        let now = start.elapsed();
        let path = app.stage().and_then(|stage| stage.scenario().path.clone());
        // Watched before it is shown: nobody can save it unseen.
        rewatch(&mut watch, path.as_deref());
        screen.draw(|frame| hits = screen::draw(&app, depth, now, frame.area(), frame.buffer_mut()))?;
        let bell = app.stage().and_then(Stage::live).map(|live| live.bell().clone());
        let next = app.next_change(now).map(|at| start + at);
        let incident = wait(&keys, &signals, watch.as_ref(), bell.as_ref(), next)?;
        let now = start.elapsed();
        match incident {
            Incident::Quit => app.update(Action::Quit, now),
            Incident::Clock => app.tick(now),
            Incident::Saved => reload(&mut app, path.as_deref(), now),
            Incident::Terminal(event) => {
                handle(&mut app, &hits, &event, now);
                // What came meanwhile is done before the next frame: holding a key down does not pile up frames.
                while let Ok(event) = keys.try_recv() {
                    handle(&mut app, &hits, &event?, start.elapsed());
                }
                if let Some(at) = app.take_export() {
                    app.say(app.locale().text("exporting"), start.elapsed());
                    screen.draw(|frame| {
                        screen::draw(&app, depth, start.elapsed(), frame.area(), frame.buffer_mut());
                    })?;
                    let said = export(&app, at);
                    app.say(said, start.elapsed());
                }
            }
        }
    }
    Ok(())
}

/// Keys and mouse, read by a thread of their own.
fn keys() -> Receiver<io::Result<Event>> {
    let (sender, receiver) = bounded(256);
    std::thread::spawn(move || {
        loop {
            let event = event::read();
            let over = event.is_err();
            if sender.send(event).is_err() || over {
                return;
            }
        }
    });
    receiver
}

/// Signals that end the program, each as a message.
fn signals() -> io::Result<Receiver<()>> {
    let (sender, receiver): (Sender<()>, _) = unbounded();
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP])?;
    std::thread::spawn(move || {
        for _ in &mut signals {
            if sender.send(()).is_err() {
                return;
            }
        }
    });
    Ok(receiver)
}

fn wait(
    keys: &Receiver<io::Result<Event>>,
    signals: &Receiver<()>,
    watch: Option<&Watch>,
    bell: Option<&Receiver<()>>,
    at: Option<Instant>,
) -> io::Result<Incident> {
    let clock = at.map_or_else(never, |at| after(at.saturating_duration_since(Instant::now())));
    let nothing = never();
    let silent = never();
    let saved = watch.map_or(&nothing, Watch::reports);
    loop {
        select! {
            recv(keys) -> event => {
                let Ok(event) = event else { return Ok(Incident::Quit) };
                return event.map(Incident::Terminal);
            }
            recv(signals) -> _ => return Ok(Incident::Quit),
            recv(saved) -> report => {
                if watch.is_some_and(|watch| report.is_ok_and(|report| watch.has_changed(&report))) {
                    return Ok(Incident::Saved);
                }
            }
            recv(bell.unwrap_or(&silent)) -> _ => return Ok(Incident::Clock),
            recv(clock) -> _ => return Ok(Incident::Clock),
        }
    }
}

/// Watches the file of the program on the stage, and no other. Where it cannot be watched, it is not reloaded.
fn rewatch(watch: &mut Option<Watch>, path: Option<&Path>) {
    if watch.as_ref().map(Watch::path) != path {
        *watch = path.and_then(|path| Watch::of(path).ok());
    }
}

fn reload(app: &mut App, path: Option<&Path>, now: Duration) {
    if let Some(path) = path {
        app.reload(scenario::open_file(path), now);
    }
}

fn handle(app: &mut App, hits: &Hits, event: &Event, now: Duration) {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => press(app, *key, event, now),
        Event::Mouse(mouse) => {
            if let Some(action) = mouse_action(app, hits, *mouse) {
                app.update(action, now);
            }
        }
        _ => {}
    }
}

fn press(app: &mut App, key: KeyEvent, event: &Event, now: Duration) {
    let place = match app.mode() {
        Mode::Stage => Place::Stage,
        Mode::Gallery => Place::Gallery,
        Mode::Text => return type_text(app, key, event, now),
    };
    if let Some(action) = keymap::action(place, key) {
        app.update(action, now);
    }
}

fn type_text(app: &mut App, key: KeyEvent, event: &Event, now: Duration) {
    match (key.code, keymap::action(Place::Gallery, key)) {
        (KeyCode::Enter, _) => app.submit(now),
        (KeyCode::Up | KeyCode::Down | KeyCode::Esc, Some(action)) => app.update(action, now),
        (KeyCode::Char('c'), Some(Action::Quit)) => app.update(Action::Quit, now),
        _ => {
            if let Some(request) = to_input_request(event) {
                app.edit(request);
            }
        }
    }
}

fn mouse_action(app: &App, hits: &Hits, mouse: MouseEvent) -> Option<Action> {
    let gallery = app.mode() != Mode::Stage;
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) if app.overlay().is_some() => Some(Action::Back),
        MouseEventKind::Down(MouseButton::Left) => hits.at(mouse.column, mouse.row),
        MouseEventKind::Drag(MouseButton::Left) => hits.dragged(mouse.column, mouse.row),
        MouseEventKind::ScrollDown if gallery || app.overlay().is_some() => Some(Action::Down),
        MouseEventKind::ScrollUp if gallery || app.overlay().is_some() => Some(Action::Up),
        MouseEventKind::ScrollDown => Some(Action::Forward),
        MouseEventKind::ScrollUp => Some(Action::Backward),
        _ => None,
    }
}
