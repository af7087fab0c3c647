//! `raddle TARGET --text`: the stage in sentences, for a screen reader or a pipe. Commands come in a line each, answers go
//! out in lines; nothing moves a cursor.
//!
//! Everything that a command does is an action of the application; this folder only reads lines and finds words.

mod command;
mod report;

use std::{
    io::{self, BufRead, IsTerminal, Read, Write},
    time::Duration,
};

use super::{Ending, console::printable, live};
use crate::{
    app::{Action, App, Overlay, Stage},
    choice::Unit,
    ids::{StepIndex, ThreadId},
    scenario::{Wording, open},
};
use command::{Command, Takes, Typed, understand};
use report::Report;

/// The longest line that is listened to, in bytes.
const LONGEST: u64 = 4096;

/// Steps that are told one by one when they were asked for; `play` takes so many before it asks again.
const MANY: u32 = 500;

/// Steps that one command takes at most: a program may go on for ever.
const MOST: u32 = 10_000;

/// Steps that are told one by one after a jump: the last ones.
const FEW: u32 = 40;

/// Listens until the viewer quits or there are no more lines.
pub fn run(app: App) -> Ending {
    let mut talk = Talk { app, now: Duration::ZERO };
    let opening = talk.opening();
    tell(&opening)?;
    let mut input = io::stdin().lock();
    let prompts = io::stdin().is_terminal();
    if prompts {
        // Whoever types the commands can type what the program reads.
        talk.app.ask_for_input();
    }
    while !talk.app.has_quit() {
        if prompts {
            super::console::print("> ")?;
        }
        // What cannot be read any more is at its end.
        let Ok(Some(line)) = next_line(&mut input) else { break };
        tell(&talk.answer(&line))?;
        while let Some(prompt) = talk.app.line_prompt().map(printable) {
            super::console::print(&prompt)?;
            let line = next_line(&mut input)?;
            tell(&talk.feed(line.as_deref()))?;
        }
    }
    Ok(0)
}

/// The next line; none when there are no more. What is too long or no UTF-8 is still a line.
fn next_line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    if bytes.len() as u64 == LONGEST && !bytes.ends_with(b"\n") {
        input.skip_until(b'\n')?;
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// Writes sentences, a line each, without anything that could speak to a terminal.
fn tell(lines: &[String]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in lines {
        writeln!(out, "{}", printable(line))?;
    }
    out.flush()
}

/// A talk about a stage.
struct Talk {
    app: App,
    /// A minute goes by with each command, so that what was said before is over.
    now: Duration,
}

impl Talk {
    fn opening(&self) -> Vec<String> {
        match self.app.stage() {
            Some(stage) => Report::new(stage, self.app.locale()).opening(),
            None => report::scenarios(&self.app),
        }
    }

    fn words(&self, key: &str) -> Vec<String> {
        vec![self.app.locale().text(key)]
    }

    /// What a line asks for is done, and said.
    fn answer(&mut self, line: &str) -> Vec<String> {
        self.now += Duration::from_mins(1);
        self.app.tick(self.now);
        let Some(typed) = understand(line, self.app.locale()) else {
            let arguments = [("text", line.trim().chars().take(60).collect::<String>().into())];
            return vec![self.app.locale().format("text-not-understood", &arguments)];
        };
        match typed.command {
            Command::Help => return report::help(self.app.locale()),
            Command::List => return report::scenarios(&self.app),
            Command::Open => return self.open(typed.rest),
            Command::Quit => {
                self.app.update(Action::Quit, self.now);
                return self.words("text-bye");
            }
            Command::Language => {
                self.app.update(Action::Language, self.now);
                return [self.words("text-language"), self.opening()].concat();
            }
            _ => {}
        }
        let Some(stage) = self.app.stage() else { return self.words("text-nothing-open") };
        let report = Report::new(stage, self.app.locale());
        match typed.command {
            Command::Where => report.threads(),
            Command::What => report.resources(),
            Command::Output => report.output(),
            Command::Source => match thread(stage, typed.rest) {
                Some(thread) => report.source(thread),
                None => self.no_such_thread(typed.rest),
            },
            _ => self.go(&typed),
        }
    }

    /// Commands that move the stage.
    fn go(&mut self, typed: &Typed<'_>) -> Vec<String> {
        let number = typed.rest.parse::<u32>().ok();
        let misses = match typed.takes {
            Takes::Count => number.is_none_or(|number| number == 0) && !typed.rest.is_empty(),
            Takes::Number => number.is_none(),
            Takes::Nothing | Takes::Thread | Takes::Name => false,
        };
        if misses {
            return self.words("text-number-missing");
        }
        let changes = [Command::Restart, Command::Seed, Command::Other, Command::Policy, Command::Unit, Command::Run];
        if changes.contains(&typed.command) && self.app.stage().is_some_and(|stage| stage.origin().is_some()) {
            return self.words("recording-real-run");
        }
        let count = number.unwrap_or(1);
        match typed.command {
            Command::Step => self.act(Action::Forward, count),
            Command::Back => self.act(Action::Backward, count),
            Command::Play => self.play(),
            Command::End => self.act(Action::End, 1),
            Command::Next => self.act(Action::NextBlocking, 1),
            Command::Previous => self.act(Action::PreviousBlocking, 1),
            Command::Restart => self.begin_again(Action::Restart),
            Command::Seed => self.begin_again(Action::NextSeed),
            Command::Other => self.begin_again(Action::OtherWay),
            Command::Policy => self.act(Action::Policy, 1),
            Command::Unit => {
                self.act(Action::Unit, 1);
                self.words(match self.app.stage().map(|stage| stage.session().settings().unit) {
                    Some(Unit::Line) => "unit-line",
                    Some(Unit::Instruction) => "unit-instruction",
                    _ => "unit-operation",
                })
            }
            Command::Seek => self.moving(FEW, |app, now| {
                if let Some(stage) = app.stage_mut() {
                    stage.seek_forward(StepIndex(count), now);
                }
            }),
            Command::Run => match self.app.stage().and_then(|stage| thread(stage, typed.rest)) {
                Some(thread) => self.act(Action::Run(thread), 1),
                None => self.no_such_thread(typed.rest),
            },
            _ => Vec::new(),
        }
    }

    /// The program reads a line, or finds its input at its end.
    fn feed(&mut self, line: Option<&str>) -> Vec<String> {
        self.moving(FEW, |app, now| match line {
            Some(line) => app.type_line(line.trim_end_matches(['\r', '\n']), now),
            None => app.end_input(now),
        })
    }

    /// Does something to the stage, and says what happened on the way.
    fn moving(&mut self, most: u32, go: impl FnOnce(&mut App, Duration)) -> Vec<String> {
        let before = self.place();
        let now = self.now;
        go(&mut self.app, now);
        live::settle(&mut self.app, now);
        let notice = self.app.notice(now).map(str::to_owned);
        let Some(stage) = self.app.stage() else { return Vec::new() };
        let report = Report::new(stage, self.app.locale());
        let moved = self.place() != before;
        let way = if moved { report.way(before.0, most) } else { Vec::new() };
        match notice {
            Some(notice) => [way, vec![notice]].concat(),
            None if moved => way,
            None => self.words("nothing-after"),
        }
    }

    /// The step that the stage is at, and which step of the tree that is.
    fn place(&self) -> (StepIndex, Option<u32>) {
        self.app.stage().map_or((StepIndex(0), None), |stage| (stage.cursor(), stage.history().node(stage.cursor())))
    }

    /// An action, so many times, as long as it leads on.
    fn act(&mut self, action: Action, count: u32) -> Vec<String> {
        self.moving(if count > 1 { MANY } else { FEW }, |app, now| {
            for _ in 0..count.min(MOST) {
                let at = app.stage().map(Stage::cursor);
                app.update(action, now);
                live::settle(app, now);
                if app.is_asking_for_line() || app.stage().map(Stage::cursor) == at {
                    break;
                }
            }
        })
    }

    /// Plays to the end, or to where a deadlock closes.
    fn play(&mut self) -> Vec<String> {
        let deadlocked = |app: &App| app.stage().map_or(0, |stage| stage.scene().deadlock.len());
        let before = deadlocked(&self.app);
        let mut on = 0..MANY;
        let mut told = self.moving(MANY, |app, now| {
            for _ in on.by_ref() {
                app.update(Action::Forward, now);
                live::settle(app, now);
                let over = app.stage().is_none_or(|stage| stage.end().is_some());
                if over || app.is_asking_for_line() || deadlocked(app) > before {
                    break;
                }
            }
        });
        let ended = self.app.stage().is_some_and(|stage| stage.end().is_some());
        if on.is_empty() && !ended {
            told.push(self.app.locale().format("text-play-on", &[("count", MANY.into())]));
        }
        told
    }

    /// From the start, and says so even if it was there.
    fn begin_again(&mut self, action: Action) -> Vec<String> {
        let now = self.now;
        self.app.update(action, now);
        let notice = self.app.notice(now).map(str::to_owned);
        let Some(stage) = self.app.stage() else { return Vec::new() };
        notice.into_iter().chain(Report::new(stage, self.app.locale()).way(stage.cursor(), FEW)).collect()
    }

    fn open(&mut self, target: &str) -> Vec<String> {
        if target.is_empty() {
            return report::scenarios(&self.app);
        }
        let scenario = match open(target, self.app.gallery().catalogue()) {
            Ok(scenario) => scenario,
            Err(error) => {
                let wording = Wording::of_opening(&error, self.app.locale());
                return [Some(wording.problem), wording.advice].into_iter().flatten().collect();
            }
        };
        self.app.open(scenario);
        let Some(Overlay::Problem(problem)) = self.app.overlay() else { return self.opening() };
        let wordings = problem.mistakes.iter().map(|mistake| (mistake.span(), mistake.wording(self.app.locale())));
        let said = wordings.flat_map(|(span, wording)| {
            let line = self.app.locale().format("line-number", &[("line", problem.source.line_of(span.start).into())]);
            let stands = [("name", line.into()), ("text", wording.problem.into())];
            [Some(self.app.locale().format("tell-stands", &stands)), wording.advice].into_iter().flatten()
        });
        let more =
            (problem.more > 0).then(|| self.app.locale().format("more-mistakes", &[("count", problem.more.into())]));
        let said = said.chain(more).collect();
        self.app.update(Action::Back, self.now);
        said
    }

    fn no_such_thread(&self, text: &str) -> Vec<String> {
        let key = if text.is_empty() { "text-which-thread" } else { "no-such-thread" };
        vec![self.app.locale().format(key, &[("mark", text.into())])]
    }
}

/// The thread that a number or name means; without one, the selected thread.
fn thread(stage: &Stage, text: &str) -> Option<ThreadId> {
    let count = stage.scene().threads.len();
    if text.is_empty() {
        return Some(stage.selected());
    }
    if let Ok(number) = text.parse::<usize>() {
        return number.checked_sub(1).filter(|&at| at < count).map(ThreadId::at);
    }
    let names = stage.names();
    (0..count).map(ThreadId::at).find(|&id| names.thread(id) == text || printable(&names.thread(id)) == text)
}
