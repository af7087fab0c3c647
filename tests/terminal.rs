//! The real binary in a real pseudo-terminal: keys, mouse, resizing, reloading, quitting, signals and panics.
//!
//! Nothing here sleeps: a test waits for what the screen is to show, and fails if it never does.
#![cfg(unix)]

use std::{
    io::{Read, Write},
    num::NonZero,
    process::Command,
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};

/// So long the screen may take to show something, on however slow a machine.
const PATIENCE: Duration = Duration::from_secs(20);

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a terminal has rows and columns")
}

/// A program in a terminal.
struct Terminal {
    master: Box<dyn MasterPty + Send>,
    slave: Box<dyn SlavePty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
}

impl Terminal {
    fn raddle(arguments: &[&str], size: (u16, u16)) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_raddle"));
        command.args(arguments);
        Self::run(command, size)
    }

    fn raddle_in(folder: &std::path::Path, arguments: &[&str], size: (u16, u16)) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_raddle"));
        command.args(arguments);
        command.cwd(folder);
        Self::run(command, size)
    }

    fn run(mut command: CommandBuilder, (columns, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("there are pseudo-terminals");
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "en_US.UTF-8");
        command.env_remove("NO_COLOR");
        let child = pair.slave.spawn_command(command).expect("the program can be started");
        let mut reader = pair.master.try_clone_reader().expect("the terminal can be read");
        let keyboard = pair.master.take_writer().expect("the terminal can be written");
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count) = reader.read(&mut bytes) {
                if count == 0 || sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let parser = vt100::Parser::new(cells(rows), cells(columns), 0);
        Self { master: pair.master, slave: pair.slave, child, keyboard, output, parser }
    }

    fn text(&self) -> String {
        self.parser.screen().contents()
    }

    /// Waits until the screen is as wanted.
    fn until(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !wanted(self.parser.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else { panic!("no {what} on the screen:\n{}", self.text()) };
            self.parser.process(&bytes);
        }
    }

    fn until_text(&mut self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the terminal takes keys");
        self.keyboard.flush().expect("the terminal takes keys");
    }

    /// Clicks on the first place of the screen where the text stands.
    fn click(&mut self, text: &str) {
        let contents = self.text();
        let row = contents.lines().position(|line| line.contains(text)).expect("what is clicked is there");
        let line = contents.lines().nth(row).expect("the row is there");
        let column = line[..line.find(text).expect("the text is in the row")].chars().count();
        self.press(&format!("\x1b[<0;{};{}M", column + 1, row + 1));
    }

    /// Waits for the end of the program and returns its exit code.
    fn exit(&mut self) -> u32 {
        self.until("end of the full screen", |screen| !screen.alternate_screen());
        let status = self.child.wait().expect("the program can be waited for");
        status.exit_code()
    }

    /// The terminal is as it was: main screen, cursor, no mouse, and lines are edited and echoed again.
    fn assert_restored(&mut self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor(), "main screen and cursor are back");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "the mouse is left alone");
        let mut stty = CommandBuilder::new("stty");
        stty.arg("-a");
        let mut stty = self.slave.spawn_command(stty).expect("stty can be started");
        self.until("settings of the terminal", |screen| screen.contents().contains("echoke"));
        stty.wait().expect("stty ends");
        let settings = self.text();
        for wanted in ["icanon", "echo", "isig"] {
            assert!(
                settings.split_whitespace().any(|setting| setting == wanted),
                "{wanted} is not set again:\n{settings}"
            );
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

const DOWN: &str = "\x1b[B";
const RIGHT: &str = "\x1b[C";
const LEFT: &str = "\x1b[D";
const END: &str = "\x1b[F";
const ESCAPE: &str = "\x1b";

#[test]
fn from_the_gallery_to_a_deadlock_and_back() {
    let mut terminal = Terminal::raddle(&[], (80, 24));
    terminal.until_text("Watch for");
    terminal.press("/");
    terminal.press("opposite");
    terminal.until_text("1 scenario");
    terminal.press("\r\r");
    terminal.until_text("step 0/0");
    terminal.press(RIGHT);
    terminal.until_text("step 1/1");
    terminal.press(END);
    terminal.until_text("DEADLOCK");
    terminal.press(LEFT);
    terminal.until("step before the deadlock", |screen| !screen.contents().contains("DEADLOCK"));
    terminal.press("?");
    terminal.until_text("you are the scheduler");
    terminal.press(ESCAPE);
    terminal.until("stage without the help", |screen| !screen.contents().contains("you are the scheduler"));
    terminal.press("L");
    terminal.until_text("线程");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
    terminal.assert_restored();
}

#[test]
fn the_mouse_runs_threads_and_goes_to_steps() {
    let mut terminal = Terminal::raddle(&["deadlock"], (100, 30));
    terminal.until_text("step 0/0");
    terminal.press(RIGHT);
    terminal.press(RIGHT);
    terminal.until_text("step 2/2");
    terminal.click("2  alice");
    terminal.until_text("takes pen");
    terminal.until_text("step 3/3");
    terminal.click("starts 2 alice");
    terminal.until_text("step 2/3");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
}

#[test]
fn it_plays_by_itself_and_stops_at_the_deadlock() {
    let mut terminal = Terminal::raddle(&["deadlock", "--no-motion"], (80, 24));
    terminal.until_text("paused");
    terminal.press("++++++ ");
    terminal.until_text("DEADLOCK");
    terminal.until_text("paused");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
}

#[test]
fn the_run_is_exported_from_the_stage() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut terminal = Terminal::raddle_in(folder.path(), &["deadlock"], (80, 24));
    terminal.until_text("step 0/0");
    terminal.press(END);
    terminal.until_text("DEADLOCK");
    terminal.press("x");
    terminal.until_text("a page for a browser");
    terminal.press("4");
    terminal.until_text("Exported: deadlock.html");
    terminal.press("x4");
    terminal.until_text("Exported: deadlock-2.html");
    terminal.press("x7");
    terminal.until_text("Exported: deadlock.png");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
    terminal.assert_restored();
    let page = std::fs::read_to_string(folder.path().join("deadlock.html")).expect("it was written");
    assert!(page.contains("<title>Two locks, opposite order</title>"));
    let mut names: Vec<_> =
        std::fs::read_dir(folder.path()).expect("a folder").flatten().map(|one| one.file_name()).collect();
    names.sort();
    assert_eq!(names, ["deadlock-2.html", "deadlock.html", "deadlock.png"]);
}

#[test]
fn a_live_run_is_caught_in_its_deadlock_and_rewound() {
    let mut terminal = Terminal::raddle(&["deadlock", "--policy", "live"], (110, 30));
    terminal.until_text("live");
    terminal.press("+++ ");
    terminal.until_text("DEADLOCK");
    terminal.until_text("3 OS threads");
    terminal.press(LEFT);
    terminal.until("step before the deadlock", |screen| !screen.contents().contains("DEADLOCK"));
    terminal.press("o");
    terminal.until_text("fair, seed 0");
    terminal.press("o");
    terminal.until_text("live");
    terminal.press(" ");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
    terminal.assert_restored();
}

#[test]
fn it_fits_every_terminal_and_follows_its_size() {
    let mut terminal = Terminal::raddle(&["deadlock"], (20, 5));
    terminal.until_text("raddle");
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    terminal.parser.screen_mut().set_size(cells(24), cells(80));
    terminal.master.resize(size).expect("the terminal can be resized");
    terminal.until_text("What happened");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
}

#[test]
fn saving_the_file_reloads_it() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let path = folder.path().join("own.py");
    std::fs::write(&path, "message = 'first'\nprint(message)\n").expect("the file can be written");
    let mut terminal = Terminal::raddle(&[&path.to_string_lossy()], (80, 24));
    terminal.until_text("'first'");
    std::fs::write(&path, "message = 'second'\nprint(message)\n").expect("the file can be written");
    terminal.until_text("'second'");
    std::fs::write(&path, "print(message\n").expect("the file can be written");
    terminal.until_text("own.py cannot be run");
    terminal.press(ESCAPE);
    // A key right behind Escape would be read as Alt and that key.
    terminal.until("stage without the popup", |screen| !screen.contents().contains("cannot be run"));
    assert!(terminal.text().contains("'second'"), "the stage is as it was");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
}

#[test]
fn parameters_are_set_in_the_gallery() {
    let mut terminal = Terminal::raddle(&[], (100, 30));
    terminal.until_text("Watch for");
    terminal.press("/semaphore\r");
    terminal.until_text("SPOTS = 2");
    terminal.press("\t");
    terminal.press(RIGHT);
    terminal.until("parameter that was changed", |screen| {
        screen.contents().lines().any(|line| line.contains('◂') && line.contains('▸'))
    });
    terminal.press(DOWN);
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
}

#[test]
fn a_signal_ends_it_and_gives_the_terminal_back() {
    for signal in ["TERM", "HUP", "INT"] {
        let mut terminal = Terminal::raddle(&["deadlock"], (80, 24));
        terminal.until_text("What happened");
        let pid = terminal.child.process_id().expect("it is running").to_string();
        let sent = Command::new("kill").args(["-s", signal, &pid]).status().expect("there is a kill");
        assert!(sent.success());
        terminal.exit();
        terminal.assert_restored();
    }
}

/// Run by the next test in a terminal of its own.
#[test]
#[ignore = "it panics: the next test runs it"]
fn a_panic_on_the_screen() {
    let _screen = raddle::tui::terminal::Screen::take().expect("the test that runs this has a terminal");
    panic!("it panics with the terminal taken");
}

#[test]
fn a_panic_gives_the_terminal_back() {
    let mut command = CommandBuilder::new(std::env::current_exe().expect("this test has a path"));
    command.args(["--ignored", "--exact", "a_panic_on_the_screen", "--nocapture"]);
    let mut terminal = Terminal::run(command, (100, 30));
    terminal.until_text("with the terminal taken");
    assert_eq!(terminal.exit(), 101);
    terminal.assert_restored();
}

#[test]
fn what_was_saved_is_opened_and_chosen_in_anew() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let raddle = |arguments: &[&str]| {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_raddle"));
        command.args(arguments);
        command.cwd(folder.path());
        Terminal::run(command, (100, 30))
    };
    let mut terminal = raddle(&["deadlock"]);
    terminal.until_text("step 0/0");
    terminal.press(END);
    terminal.until_text("DEADLOCK");
    terminal.press("s");
    terminal.until_text("deadlock.raddle");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
    let mut terminal = raddle(&["replay", "deadlock.raddle"]);
    terminal.until_text("step 0/14");
    terminal.press(END);
    terminal.until_text("DEADLOCK");
    terminal.press("g8\r");
    terminal.until_text("step 8/14");
    terminal.press("2");
    terminal.until_text("step 9/9");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
    terminal.assert_restored();
}
