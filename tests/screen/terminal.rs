//! The real binary in a real pseudo-terminal: keys, mouse, pastes, resizing, reloading, quitting, suspending, signals, panics,
//! and what is said where there can be no screen.
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

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system};

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

    fn run(mut command: CommandBuilder, size: (u16, u16)) -> Self {
        command.env("RADDLE_NO_PROGRESS", "1");
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "en_US.UTF-8");
        Self::run_as_it_is(command, size)
    }

    fn run_as_it_is(mut command: CommandBuilder, (columns, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("there are pseudo-terminals");
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
        self.end().exit_code()
    }

    /// Waits for the end of the program and returns how it ended.
    fn end(&mut self) -> ExitStatus {
        self.until("end of the full screen", |screen| !screen.alternate_screen());
        self.child.wait().expect("the program can be waited for")
    }

    /// Waits until the program is stopped: it is so a moment after the terminal is as it was.
    fn until_stopped(&self) {
        let pid = self.child.process_id().expect("it is running").to_string();
        let end = Instant::now() + PATIENCE;
        loop {
            let state = Command::new("ps").args(["-o", "state=", "-p", &pid]).output().expect("there is a ps").stdout;
            if state.starts_with(b"T") {
                return;
            }
            assert!(Instant::now() < end, "it is not stopped");
        }
    }

    fn send(&self, signal: &str) {
        send(signal, &self.child.process_id().expect("it is running").to_string());
    }

    /// The terminal is as it was: main screen, cursor, no mouse, and lines are edited and echoed again.
    fn assert_restored(&mut self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor(), "main screen and cursor are back");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "the mouse is left alone");
        assert!(!screen.bracketed_paste(), "pastes come as they are");
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

fn send(signal: &str, pid: &str) {
    let sent = Command::new("kill").args(["-s", signal, pid]).status().expect("there is a kill");
    assert!(sent.success());
}

const DOWN: &str = "\x1b[B";
const RIGHT: &str = "\x1b[C";
const LEFT: &str = "\x1b[D";
const END: &str = "\x1b[F";
const ESCAPE: &str = "\x1b";

#[test]
fn from_the_gallery_to_a_deadlock_and_back() {
    let mut terminal = Terminal::raddle(&[], (80, 24));
    terminal.until_text("New here?");
    terminal.press("/");
    terminal.press("opposite");
    terminal.until_text("1 of 58");
    terminal.press("\t");
    terminal.until_text("step 0  ");
    terminal.press(RIGHT);
    terminal.until_text("step 1  ");
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

/// Where the terminal is asked where its cursor is.
const QUESTION: &[u8] = b"\x1b[6n";

impl Terminal {
    /// Waits until the program has asked where the cursor is.
    fn until_asked(&mut self) {
        let mut seen = Vec::new();
        while !seen.windows(QUESTION.len()).any(|window| window == QUESTION) {
            let Ok(bytes) = self.output.recv_timeout(PATIENCE) else { panic!("nothing is asked:\n{}", self.text()) };
            self.parser.process(&bytes);
            seen.extend(bytes);
        }
    }
}

#[test]
fn where_signs_take_two_cells_they_are_of_ascii() {
    for (answer, ascii) in [("\x1b[1;3R", true), ("\x1b[1;2R", false)] {
        let mut terminal = Terminal::raddle(&["deadlock", "--lang", "en"], (80, 24));
        terminal.until_asked();
        // What was typed before the answer is a key like any other.
        terminal.press(&format!("l{answer}"));
        terminal.until_text("step 1  ");
        terminal.press(END);
        // The lanes are drawn last: they say that threads are blocked.
        terminal.until_text("DEADLOCK");
        terminal.until_text(if ascii { "%%" } else { "░░" });
        let text = terminal.text();
        assert_eq!(!text.contains(['│', '─', '▶', '█', '░', '…']), ascii, "{text}");
        assert_eq!(text.contains("---"), ascii, "{text}");
        terminal.press("q");
        assert_eq!(terminal.exit(), 0);
        terminal.assert_restored();
    }
}

#[test]
fn a_terminal_that_never_answers_is_hardly_waited_for() {
    let mut terminal = Terminal::raddle(&["deadlock", "--lang", "en"], (80, 24));
    terminal.until_asked();
    let asked = Instant::now();
    terminal.until_text("step 0  ");
    // A tenth of a second, and whatever a loaded machine takes for a frame: the usual wait for this answer is two seconds.
    assert!(asked.elapsed() < Duration::from_millis(1900), "{:?}", asked.elapsed());
    assert!(terminal.text().contains('─'), "{}", terminal.text());
    // An answer that comes too late is no key.
    terminal.press("\x1b[1;3R");
    terminal.press("l");
    terminal.until_text("step 1  ");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
}

#[test]
fn the_palette_finds_an_action_and_escape_never_quits_the_gallery() {
    const CONTROL_P: &str = "\x10";
    let mut terminal = Terminal::raddle(&["deadlock"], (80, 24));
    terminal.until_text("step 0  ");
    terminal.press(":");
    terminal.until_text("▶ Play or pause");
    terminal.press("to the end");
    terminal.until_text("▶ Run to the end");
    terminal.press("\r");
    terminal.until_text("DEADLOCK");
    terminal.press(CONTROL_P);
    terminal.until_text("▶ Play or pause");
    terminal.press(ESCAPE);
    terminal.until("stage without the palette", |screen| !screen.contents().contains("Play or pause"));
    terminal.press(ESCAPE);
    terminal.until_text("Chapters");
    terminal.press(ESCAPE);
    terminal.until_text("q quits. Esc never does.");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
    terminal.assert_restored();
}

#[test]
fn the_mouse_runs_threads_and_goes_to_steps() {
    let mut terminal = Terminal::raddle(&["deadlock"], (100, 30));
    terminal.until_text("step 0  ");
    terminal.press(RIGHT);
    terminal.press(RIGHT);
    terminal.until_text("step 2  ");
    terminal.until_text("(2)  alice");
    terminal.click("(2)  alice");
    terminal.until_text("takes pen");
    terminal.until_text("step 3  ");
    terminal.until_text("starts (2) alice");
    terminal.click("starts (2) alice");
    terminal.until_text("step 2 of 3");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
}

#[test]
fn it_plays_by_itself_and_stops_at_the_deadlock() {
    let mut terminal = Terminal::raddle(&["deadlock", "--no-motion"], (80, 24));
    terminal.until_text("paused");
    terminal.press("++++++ ");
    terminal.until_text("DEADLOCK");
    terminal.until_text("0.1 s   end");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
}

#[test]
fn the_run_is_exported_from_the_stage() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut terminal = Terminal::raddle_in(folder.path(), &["deadlock"], (80, 24));
    terminal.until_text("step 0  ");
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
    terminal.until_text("No longer live");
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
    terminal.until_text("step 0");
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    terminal.parser.screen_mut().set_size(cells(24), cells(80));
    terminal.master.resize(size).expect("the terminal can be resized");
    terminal.until_text("Threads");
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
    terminal.until_text("New here?");
    // From the deadlock to the semaphore, whose chapter comes next.
    terminal.press("jjjjjjjj");
    terminal.press(RIGHT);
    terminal.press("j");
    terminal.until_text("SPOTS = 2");
    terminal.press("\t");
    terminal.press(RIGHT);
    terminal.until("parameter that was changed", |screen| {
        screen.contents().lines().any(|line| line.contains('◀') && line.contains('▶'))
    });
    terminal.press(DOWN);
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
}

#[test]
fn a_signal_ends_it_and_gives_the_terminal_back() {
    // It may leave a core file where it runs.
    let folder = tempfile::tempdir().expect("there is room for a folder");
    for (signal, name) in [("TERM", "Terminated"), ("HUP", "Hangup"), ("INT", "Interrupt"), ("QUIT", "Quit")] {
        let mut terminal = Terminal::raddle_in(folder.path(), &["deadlock"], (80, 24));
        terminal.until_text("Watch for");
        terminal.send(signal);
        let end = terminal.end();
        assert!(end.signal().is_some_and(|said| said.starts_with(name)), "{signal}: {end:?}");
        terminal.assert_restored();
    }
}

/// Run by the next test in a terminal of its own: whoever exports from the stage computes for ever.
#[test]
#[ignore = "it never ends: the next test runs it"]
fn a_computation_without_end() {
    let catalogue = raddle::scenario::Catalogue::embedded();
    let deadlock = catalogue.find("deadlock").cloned().expect("there is a deadlock");
    let mut app = raddle::app::App::new(raddle::app::Beginning {
        catalogue,
        language: raddle::locale::Language::English,
        theme: raddle::app::ThemeName::Dark,
        motion: false,
        run: raddle::host::Settings::default(),
    });
    app.open(deadlock);
    app.offer_exports(vec!["cast"]);
    let opening = raddle::tui::Opening {
        keep: None,
        app,
        depth: raddle::tui::depth::ColourDepth::None,
        export: |_, _| loop {
            std::thread::park();
        },
    };
    raddle::tui::run(opening).expect("the test that runs this has a terminal");
}

#[test]
fn no_computation_holds_up_quitting_or_a_signal() {
    const CONTROL_C: &str = "\x03";
    for (keys, signal) in [(CONTROL_C, None), ("q", None), ("", Some("TERM"))] {
        let mut command = CommandBuilder::new(std::env::current_exe().expect("this test has a path"));
        command.args(["--ignored", "--exact", "terminal::a_computation_without_end", "--nocapture"]);
        let mut terminal = Terminal::run(command, (100, 30));
        terminal.until_text("What happened");
        terminal.press("x");
        terminal.until_text(".cast");
        // Nothing is answered to the digit; what comes behind it is heard all the same.
        terminal.press("1");
        terminal.press(keys);
        signal.into_iter().for_each(|signal| terminal.send(signal));
        let end = terminal.end();
        assert_eq!(end.signal().is_some(), signal.is_some(), "{end:?}");
        assert!(signal.is_some() || end.exit_code() == 0, "{end:?}");
        terminal.assert_restored();
    }
}

#[test]
fn a_program_without_an_end_is_run_on_and_left() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    std::fs::write(folder.path().join("own.py"), "n = 0\nwhile True:\n    n += 1\n    print(n)\n")
        .expect("it can be written");
    let mut terminal = Terminal::raddle_in(folder.path(), &["own.py"], (80, 24));
    terminal.until_text("step 0  ");
    terminal.press(END);
    terminal.until("steps", |screen| !screen.contents().contains("step 0  "));
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
    terminal.assert_restored();
}

#[test]
fn it_is_suspended_by_a_key_and_comes_back() {
    const CONTROL_Z: &str = "\x1a";
    let mut command = CommandBuilder::new("sh");
    // With job control, as in a shell that somebody types into.
    let script = format!(
        "set -m; {} deadlock; echo stopped with $?; read line; fg; echo over with $?",
        env!("CARGO_BIN_EXE_raddle")
    );
    command.args(["-c", &script]);
    let mut terminal = Terminal::run(command, (80, 24));
    terminal.until_text("step 0  ");
    terminal.press(RIGHT);
    terminal.until_text("step 1  ");
    terminal.press(CONTROL_Z);
    terminal.until("shell", |screen| {
        !screen.alternate_screen() && !screen.bracketed_paste() && screen.contents().contains("stopped with")
    });
    terminal.press("back\n");
    terminal.until("screen again", |screen| screen.alternate_screen() && screen.contents().contains("step 1  "));
    terminal.press(RIGHT);
    terminal.until_text("step 2  ");
    terminal.press("q");
    terminal.until_text("over with 0");
    assert_eq!(terminal.exit(), 0);
    terminal.assert_restored();
}

#[test]
fn a_signal_suspends_it_and_another_one_brings_it_back() {
    let mut terminal = Terminal::raddle(&["deadlock"], (80, 24));
    terminal.until_text("step 0  ");
    terminal.send("TSTP");
    terminal.until("main screen", |screen| !screen.alternate_screen() && !screen.hide_cursor());
    terminal.until_stopped();
    terminal.send("CONT");
    terminal.until("screen again", |screen| screen.alternate_screen() && screen.contents().contains("step 0  "));
    // Nobody started it as a job, so that nobody could bring it back: the key does not stop it.
    terminal.press("\x1a");
    terminal.until_text("No shell");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
    terminal.assert_restored();
}

#[test]
fn a_burst_of_characters_is_read_to_its_end() {
    let mut terminal = Terminal::raddle(&[], (80, 24));
    terminal.until_text("New here?");
    terminal.press(&format!("/{}!", "x".repeat(3000)));
    terminal.until_text("x!▏");
    terminal.press("\x03");
    assert_eq!(terminal.exit(), 0);
}

#[test]
fn what_is_pasted_is_text_and_no_keys() {
    let paste = |text: &str| format!("\x1b[200~{text}\x1b[201~");
    let mut terminal = Terminal::raddle(&[], (80, 24));
    terminal.until_text("New here?");
    assert!(terminal.parser.screen().bracketed_paste());
    terminal.press(&paste("qqq\nq"));
    terminal.press("/");
    terminal.press(&paste("oppo\r\nsite"));
    terminal.until_text("1 of 58");
    terminal.press("\t");
    terminal.until_text("step 0  ");
    terminal.press(&paste(" q\n→RTL\x03q"));
    terminal.press(RIGHT);
    terminal.until_text("step 1  ");
    terminal.press("g");
    terminal.press(&paste("step 7\n"));
    terminal.press("\r");
    terminal.until_text("step 7  ");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
    terminal.assert_restored();
}

#[test]
fn where_there_can_be_no_screen_text_is_offered() {
    for (name, value, said) in [
        ("TERM", "dumb", "TERM=dumb"),
        ("LC_ALL", "C", "LC_ALL=C"),
        ("LC_CTYPE", "en_US.ISO-8859-1", "the locale says ISO-8859-1"),
        ("LANG", "POSIX", "LANG=POSIX"),
    ] {
        for (language, offered) in [("en", "`--text` tells the same"), ("zh", "用 `--text`")] {
            let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_raddle"));
            command.args(["deadlock", "--lang", language]);
            ["LC_ALL", "LC_CTYPE", "LANG"].iter().for_each(|name| command.env_remove(name));
            command.env("RADDLE_NO_PROGRESS", "1");
            command.env("TERM", "xterm");
            command.env(name, value);
            let mut terminal = Terminal::run_as_it_is(command, (200, 24));
            terminal.until_text(offered);
            let text = terminal.text();
            assert!(text.contains(if language == "en" { said } else { value }), "{name}={value}: {text}");
            assert_eq!(terminal.exit(), 2);
        }
    }
}

#[test]
fn what_a_program_prints_does_not_speak_to_the_terminal() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let text = "import sys\nprint('a\\x1b[2Jb\\tc')\nsys.stderr.write('\\x1b]0;title\\x07d\\n')\nraise ValueError('\\x9b?1049h')\n";
    std::fs::write(folder.path().join("own.py"), text).expect("the file can be written");
    for more in [&[][..], &["--json"]] {
        let mut terminal = Terminal::raddle_in(folder.path(), &[&["run", "own.py"], more].concat(), (200, 24));
        let shown: &[&str] = match more {
            [] => &["a\\x1b[2Jb   ", "\\x1b]0;title\\x07d", "ValueError: \\x9b?1049h"],
            _ => &["a\\u001b[2Jb\\tc", "\\x1b]0;title\\x07d", "\"\\u009b?1049h\""],
        };
        shown.iter().for_each(|part| terminal.until_text(part));
        assert_eq!(terminal.exit(), 1);
    }
}

#[test]
fn it_is_asked_before_a_file_is_replaced() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    for file in ["own.raddle", "own.txt"] {
        let path = folder.path().join(file);
        std::fs::write(&path, "old").expect("the file can be written");
        let arguments: &[&str] = match file {
            "own.txt" => &["export", "deadlock", "-o", file],
            _ => &["run", "start_join", "--save", file],
        };
        for (answer, code) in [("\n", 2), ("no\n", 2), ("\x04", 2), ("y\n", 0)] {
            assert_eq!(std::fs::read_to_string(&path).expect("it is there"), "old");
            let mut terminal = Terminal::raddle_in(folder.path(), arguments, (100, 24));
            terminal.until_text("exists already. Replace it? [y/N]");
            terminal.press(answer);
            assert_eq!(terminal.exit(), code, "{}", terminal.text());
        }
        assert_ne!(std::fs::read_to_string(&path).expect("it is there"), "old");
    }
}

#[test]
fn an_export_that_is_ended_leaves_nothing_half_made() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    std::fs::write(folder.path().join("own.gif"), "old").expect("the file can be written");
    let arguments = ["export", "queue", "-o", "own.gif", "--force", "--size", "200x100", "--scale", "4"];
    let mut terminal = Terminal::raddle_in(folder.path(), &arguments, (100, 24));
    // It shows how far it is, and so it has begun.
    terminal.until_text("Exporting");
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 2);
    terminal.send("TERM");
    assert!(terminal.end().signal().is_some());
    let names: Vec<_> =
        std::fs::read_dir(folder.path()).expect("a folder").flatten().map(|one| one.file_name()).collect();
    assert_eq!(names, ["own.gif"]);
    assert_eq!(std::fs::read_to_string(folder.path().join("own.gif")).expect("it is there"), "old");
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
    command.args(["--ignored", "--exact", "terminal::a_panic_on_the_screen", "--nocapture"]);
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
    terminal.until_text("step 0  ");
    terminal.press(END);
    terminal.until_text("DEADLOCK");
    terminal.press("s");
    terminal.until_text("deadlock.raddle");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
    let mut terminal = raddle(&["replay", "deadlock.raddle"]);
    terminal.until_text("step 0 of 14");
    terminal.press(END);
    terminal.until_text("DEADLOCK");
    terminal.press("g8\r");
    terminal.until_text("step 8 of 14");
    terminal.press("2");
    terminal.until_text("step 9  ");
    terminal.press("q");
    assert_eq!(terminal.exit(), 0);
    terminal.assert_restored();
}
