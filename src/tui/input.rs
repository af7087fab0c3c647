//! What comes from keyboard and mouse: read by a thread of its own, and told to the application.

use std::{
    collections::VecDeque,
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use crossbeam_channel::{Receiver, unbounded};
use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use tui_input::backend::crossterm::to_input_request;

use super::{
    hit::Hits,
    keymap::{self, Place},
    signals::Guard,
};
use crate::app::{Action, App, Mode, Overlay};

/// What is typed and clicked.
#[derive(Debug)]
pub struct Input {
    events: Receiver<io::Result<Event>>,
    /// The key q quits, and is not typed into a line of text.
    q_quits: Arc<AtomicBool>,
}

impl Input {
    /// Reads from now on, behind what was typed before. The guard hears at once of a key that quits, whatever the loop is doing.
    #[must_use]
    pub fn new(guard: Guard, before: Vec<Event>) -> Self {
        let (sender, events) = unbounded();
        let q_quits = Arc::<AtomicBool>::default();
        let q = Arc::clone(&q_quits);
        std::thread::spawn(move || {
            let mut before = before.into_iter();
            loop {
                let event = before.next().map_or_else(event::read, Ok);
                if event.as_ref().is_ok_and(|event| quits(event, q.load(Ordering::SeqCst))) {
                    guard.quit();
                }
                let over = event.is_err();
                // The mouse moves all the time, and means nothing by it.
                let moves = matches!(&event, Ok(Event::Mouse(mouse)) if mouse.kind == MouseEventKind::Moved);
                if (!moves && sender.send(event).is_err()) || over {
                    return;
                }
            }
        });
        Self { events, q_quits }
    }

    /// What has come.
    #[must_use]
    pub fn events(&self) -> &Receiver<io::Result<Event>> {
        &self.events
    }

    /// Keys go there from now on.
    pub fn serve(&self, app: &App) {
        self.q_quits.store(app.mode() == Mode::Stage && !app.takes('q'), Ordering::SeqCst);
    }
}

fn pressed(event: &Event) -> Option<KeyEvent> {
    event.as_key_event().filter(|key| key.kind != KeyEventKind::Release)
}

fn with_control(key: KeyEvent, letter: char) -> bool {
    key.code == KeyCode::Char(letter) && key.modifiers.contains(KeyModifiers::CONTROL)
}

fn quits(event: &Event, q_quits: bool) -> bool {
    pressed(event).is_some_and(|key| with_control(key, 'c') || (q_quits && key == KeyEvent::from(KeyCode::Char('q'))))
}

/// Whether the viewer wants the shell back for a while. In raw mode the terminal does not turn the key into a signal.
#[must_use]
pub fn suspends(event: &Event) -> bool {
    pressed(event).is_some_and(|key| with_control(key, 'z'))
}

/// What is typed into a line of text, with what comes behind it: a burst of characters is one change of the line.
pub fn typed(app: &App, event: &Event, behind: &mut VecDeque<Event>) -> Option<String> {
    let plain = |event: &Event| match pressed(event)? {
        KeyEvent { code: KeyCode::Char(c), modifiers, .. } if (modifiers - KeyModifiers::SHIFT).is_empty() => Some(c),
        _ => None,
    };
    let mut text = String::from(plain(event).filter(|_| app.mode() == Mode::Text)?);
    while let Some(c) = behind.front().and_then(plain) {
        text.push(c);
        behind.pop_front();
    }
    Some(text)
}

/// Lets the application do what it is asked for.
pub fn handle(app: &mut App, hits: &Hits, event: &Event, now: Duration) {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => press(app, hits, *key, event, now),
        // Where nothing is typed, what was pasted is no list of keys to be pressed.
        Event::Paste(text) if app.mode() == Mode::Text => app.paste(text),
        Event::Mouse(mouse) => {
            if let Some(action) = mouse_action(app, hits, *mouse) {
                // A notch of the wheel is worth some lines of the program.
                for _ in 0..room_for(hits, action).min(if is_scroll(action) { NOTCH } else { 1 }) {
                    app.update(action, now);
                }
            }
        }
        _ => {}
    }
}

/// So many lines of the program is a notch of the wheel.
const NOTCH: usize = 3;

const fn is_scroll(action: Action) -> bool {
    matches!(action, Action::SourceUp | Action::SourceDown)
}

/// How often an action has an effect: the program is not scrolled beyond its ends.
fn room_for(hits: &Hits, action: Action) -> usize {
    let (above, below) = hits.scroll_room();
    match action {
        Action::SourceUp => above,
        Action::SourceDown => below,
        _ => 1,
    }
}

fn press(app: &mut App, hits: &Hits, key: KeyEvent, event: &Event, now: Duration) {
    let plain = (key.modifiers - KeyModifiers::SHIFT).is_empty();
    match key.code {
        KeyCode::Char(typed) if plain && app.takes(typed) => return app.type_answer(Some(typed), now),
        KeyCode::Backspace if app.has_typed() => return app.type_answer(None, now),
        _ => {}
    }
    let place = match app.mode() {
        Mode::Stage => Place::Stage,
        Mode::Gallery => Place::Gallery,
        Mode::Text => return type_text(app, key, event, now),
    };
    if let Some(action) = keymap::action(place, key).filter(|&action| room_for(hits, action) > 0) {
        app.update(action, now);
    }
}

fn type_text(app: &mut App, key: KeyEvent, event: &Event, now: Duration) {
    match (key.code, keymap::action(Place::Gallery, key)) {
        (KeyCode::Enter, _) => app.submit(now),
        (KeyCode::Char('d'), _) if with_control(key, 'd') && app.is_asking_for_line() => app.end_input(now),
        (KeyCode::Tab, _) if app.overlay().is_none() => app.update(Action::Try, now),
        (_, Some(Action::Palette)) if key.modifiers.contains(KeyModifiers::CONTROL) => app.update(Action::Palette, now),
        (KeyCode::Up | KeyCode::Down | KeyCode::PageUp | KeyCode::PageDown | KeyCode::Esc, Some(action)) => {
            app.update(action, now);
        }
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
    let rows = matches!(app.overlay(), Some(Overlay::Trials(_) | Overlay::Check(_)));
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) if rows => hits.at(mouse.column, mouse.row),
        // Beside what a popup offers, a click closes it.
        MouseEventKind::Down(MouseButton::Left) if app.overlay().is_some() => {
            hits.at(mouse.column, mouse.row).or(Some(Action::Back))
        }
        MouseEventKind::Down(MouseButton::Left) => hits.at(mouse.column, mouse.row),
        MouseEventKind::Drag(MouseButton::Left) => hits.dragged(mouse.column, mouse.row),
        MouseEventKind::ScrollDown if gallery || app.overlay().is_some() => Some(Action::Down),
        MouseEventKind::ScrollUp if gallery || app.overlay().is_some() => Some(Action::Up),
        MouseEventKind::ScrollDown if hits.is_source(mouse.column, mouse.row) => Some(Action::SourceDown),
        MouseEventKind::ScrollUp if hits.is_source(mouse.column, mouse.row) => Some(Action::SourceUp),
        MouseEventKind::ScrollDown => Some(Action::Forward),
        MouseEventKind::ScrollUp => Some(Action::Backward),
        _ => None,
    }
}
