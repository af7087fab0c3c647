//! The terminal: taken on entering, given back on every way out: on quit, error, panic, signal, and while raddle is
//! suspended.

use std::{
    io::{self, Stdout, Write, stdout},
    panic,
    sync::mpsc::channel,
    time::Duration,
};

use super::answer::{self, Answer};
use crossterm::{
    cursor,
    event::{self, Event},
    execute,
    terminal::{self, Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
};
use ratatui::{Terminal, TerminalOptions, Viewport, backend::CrosstermBackend, layout::Rect};

/// Columns and rows that are drawn at most: more than any display shows, and few enough for their cells to need tens of
/// megabytes. What lies beyond stays empty.
const MOST: (u16, u16) = (1000, 400);

/// The terminal while raddle has it. Dropping it gives it back.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    /// What the terminal said of its size.
    size: (u16, u16),
    /// What it said of itself.
    answer: Answer,
}

impl Screen {
    /// Takes the terminal: raw mode, the alternate screen, the mouse, and pastes as such.
    ///
    /// # Errors
    /// When the terminal refuses; it is then as it was.
    pub fn take() -> io::Result<Self> {
        restore_on_panic();
        let taken = enter().and_then(|()| {
            let answer = answer::ask()?;
            let size = terminal::size()?;
            Ok(Self { terminal: empty(size)?, size, answer })
        });
        taken.inspect_err(|_| restore())
    }

    /// What was typed before anybody read it, once.
    pub fn take_typed(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.answer.typed)
    }

    /// Shows a frame, in the signs that the terminal has.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, render: impl FnOnce(&mut ratatui::Frame<'_>)) -> io::Result<()> {
        let size = terminal::size()?;
        if size != self.size {
            execute!(stdout(), Clear(ClearType::All))?;
            (self.terminal, self.size) = (empty(size)?, size);
        }
        let signs = self.answer.signs;
        let fitted = |frame: &mut ratatui::Frame<'_>| {
            render(frame);
            signs.fit(frame.buffer_mut());
        };
        self.terminal.draw(fitted).map(|_| ())
    }

    /// Gives the terminal back for a while.
    pub fn give_back(&mut self) {
        restore();
    }

    /// Takes the terminal again after it was given back; the next frame is drawn as a whole.
    ///
    /// # Errors
    /// When the terminal refuses.
    pub fn take_again(&mut self) -> io::Result<()> {
        enter()?;
        self.size = terminal::size()?;
        self.terminal = empty(self.size)?;
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(
        stdout(),
        EnterAlternateScreen,
        Clear(ClearType::All),
        event::EnableMouseCapture,
        event::EnableBracketedPaste,
        cursor::Hide
    )
}

/// A terminal of this size on which nothing is drawn yet.
fn empty((columns, rows): (u16, u16)) -> io::Result<Terminal<CrosstermBackend<Stdout>>> {
    let area = Rect::new(0, 0, columns.min(MOST.0), rows.min(MOST.1));
    let options = TerminalOptions { viewport: Viewport::Fixed(area) };
    Terminal::with_options(CrosstermBackend::new(stdout()), options)
}

/// Gives the terminal back; whatever fails, the rest is done.
fn restore() {
    let _ = execute!(
        stdout(),
        event::DisableBracketedPaste,
        event::DisableMouseCapture,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = disable_raw_mode();
    let _ = stdout().flush();
}

/// Gives the terminal back while somebody else may be drawing on it, and does not wait for a terminal that takes no more
/// output.
pub(super) fn restore_by_force() {
    const PATIENCE: Duration = Duration::from_millis(300);
    // That needs no output, and matters most.
    let _ = disable_raw_mode();
    let (sender, done) = channel();
    std::thread::spawn(move || {
        restore();
        let _ = sender.send(());
    });
    let _ = done.recv_timeout(PATIENCE);
}

/// A panic's message shall be read on a terminal that works.
fn restore_on_panic() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        restore();
        before(info);
    }));
}
