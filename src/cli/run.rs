//! `raddle run TARGET`: runs a program without a screen.

use std::{
    fs::{self, File},
    io::{self, IsTerminal, Write},
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use super::{
    Ending, REFUSED, Said,
    arguments::RunArguments,
    catalogue, complaint,
    console::{Console, print, say, style, styled},
    live, refuse, scenario, unwritable,
    verdict::Verdict,
};
use crate::{
    app::recording::header,
    choice::Choice,
    host::{
        Budget, Outcome, Runner, Settings,
        live::{Beginning, Report},
    },
    machine::Machine,
    trace::recording::{Header, Host},
};

/// Runs the program, prints what it prints, and says how it ended.
pub fn run(wanted: &RunArguments, folders: &[PathBuf], console: &Console) -> Ending {
    let Ok(mut runner) = prepare(wanted, folders, console) else { return Ok(REFUSED) };
    if wanted.conduct.is_live() && wanted.choices.is_some() {
        refuse("usage-live-choices", console);
        return Ok(REFUSED);
    }
    let time = Some(wanted.max_seconds).filter(|seconds| *seconds > 0.0).map(Duration::from_secs_f64);
    let mut printer = Printer { printed: 0, quiet: wanted.json, open_line: false, failed: None };
    let budget = Budget { steps: wanted.max_steps, time };
    if wanted.conduct.is_live() {
        return run_live(wanted, runner, budget, printer, console);
    }
    let outcome = runner.run(budget, |machine| printer.print(machine));
    if let (Some(path), Err(error)) = (&wanted.save, finish_saving(&mut runner, &outcome)) {
        return Ok(unwritable(path, &error, console));
    }
    let choices = wanted.choices.as_deref().unwrap_or(Path::new(""));
    if let Some(error) = printer.failed.take() {
        return Err(error);
    }
    let outcome = match outcome {
        Ok(outcome) => outcome,
        Err((step, choice)) => return Ok(impossible(choices, step, choice, console)),
    };
    if outcome.limit.is_none() && runner.unused_choices() > 0 {
        return Ok(too_many(choices, outcome.steps, runner.unused_choices(), console));
    }
    finish(wanted, runner.machine(), &outcome, printer, console)
}

/// Runs the program live. What is saved is what a machine of its own repeats.
fn run_live(
    wanted: &RunArguments,
    mut runner: Runner,
    budget: Budget,
    mut printer: Printer,
    console: &Console,
) -> Ending {
    let mut saver = runner.take_saver();
    let mut repeating = runner.into_machine();
    let beginning = Beginning {
        machine: repeating.clone(),
        texts: None,
        seed: wanted.conduct.seed(),
        pace: Duration::ZERO,
        paused: false,
        most_steps: budget.steps,
    };
    let save = |report: Report| {
        let (Some(saver), Report::Steps(batch)) = (&mut saver, report) else { return };
        for taken in batch.steps {
            let repeated = repeating.step(taken.choice, saver.sink());
            debug_assert!(repeated.is_ok(), "the same machine and choice do the same");
            saver.commit(taken.choice, &repeating);
        }
        saver.flush();
    };
    let (outcome, machine) = live::run(beginning, budget, |machine| printer.print(machine), save);
    if let (Some(path), Some(saver)) = (&wanted.save, saver)
        && let Err(error) = saver.finish(outcome.end, outcome.steps)
    {
        return Ok(unwritable(path, &error, console));
    }
    finish(wanted, &machine, &outcome, printer, console)
}

/// Says how it ended.
fn finish(
    wanted: &RunArguments,
    machine: &Machine,
    outcome: &Outcome,
    mut printer: Printer,
    console: &Console,
) -> Ending {
    if let Some(error) = printer.failed.take() {
        return Err(error);
    }
    let verdict = Verdict::of(&wanted.target, machine, outcome, &console.locale);
    if wanted.json {
        print(&(serde_json::to_string(&verdict)? + "\n"))?;
    } else {
        let fresh_line = if printer.open_line && io::stdout().is_terminal() { "\n" } else { "" };
        let style = if verdict.is_good() { style::GOOD } else { style::ERROR };
        say(&format!("{fresh_line}{}\n", styled(&verdict.line(console), style, console.err_colour)));
    }
    Ok(verdict.exit())
}

fn prepare(wanted: &RunArguments, folders: &[PathBuf], console: &Console) -> Result<Runner, Said> {
    let conduct = &wanted.conduct;
    let policy = conduct.policy().map_err(|_| refuse("usage-quantum", console))?;
    let catalogue = catalogue(folders, console)?;
    let scenario = scenario(&wanted.target, &conduct.set, &catalogue, console)?;
    let program = scenario.compile().map_err(|found| complaint::program(&scenario.source, &found, console))?;
    let choices = wanted.choices.as_deref().map_or(Ok(Vec::new()), |file| read_choices(file, console))?;
    let settings =
        Settings { policy, seed: conduct.seed(), memory: (wanted.max_memory as usize) << 20, ..Settings::default() };
    let host = if conduct.is_live() { Host::Live } else { Host::Session };
    let header = Header { host, ..header(&scenario, &settings) };
    let mut runner = Runner::new(Machine::new(Arc::new(program), settings.memory), settings, choices);
    if let Some(path) = &wanted.save {
        let inputs = [scenario.path.as_deref(), wanted.choices.as_deref()];
        runner.save(&header, Box::new(create(path, &inputs, console)?));
    }
    Ok(runner)
}

/// The file that a run is saved in, which is none of those that it comes from.
fn create(path: &Path, inputs: &[Option<&Path>], console: &Console) -> Result<File, Said> {
    let own = path.canonicalize().ok();
    let known = inputs.iter().flatten().filter_map(|input| input.canonicalize().ok());
    if own.is_some_and(|own| known.into_iter().any(|input| input == own)) {
        let problem = console.locale.format("recording-over-program", &[("path", path.display().to_string().into())]);
        console.complain(&problem, Some(&console.words("recording-over-program-advice")));
        return Err(Said);
    }
    File::create(path).map_err(|error| {
        unwritable(path, &error, console);
        Said
    })
}

/// Ends the recording of a run; one whose choices were not possible stays without an end.
fn finish_saving(runner: &mut Runner, outcome: &Result<Outcome, (u64, Choice)>) -> io::Result<()> {
    match (runner.take_saver(), outcome) {
        (Some(saver), Ok(outcome)) => saver.finish(outcome.end, outcome.steps),
        (Some(saver), Err(_)) => saver.break_off(),
        (None, _) => Ok(()),
    }
}

/// Prints what a program has printed since the last time.
struct Printer {
    printed: usize,
    /// Its stdout goes into the JSON instead.
    quiet: bool,
    /// What was printed last did not end a line.
    open_line: bool,
    failed: Option<io::Error>,
}

impl Printer {
    fn print(&mut self, machine: &Machine) -> ControlFlow<()> {
        let pieces = machine.output().since(self.printed);
        self.printed = machine.output().len();
        self.open_line = pieces.last().map_or(self.open_line, |(text, _)| !text.ends_with('\n'));
        let written = pieces.into_iter().try_for_each(|(text, stderr)| match stderr {
            true => io::stderr().write_all(text.as_bytes()),
            false if self.quiet => Ok(()),
            false => io::stdout().write_all(text.as_bytes()),
        });
        match written.and_then(|()| io::stdout().flush()) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.failed = Some(error);
                ControlFlow::Break(())
            }
        }
    }
}

/// The choices in a file: words between blanks, or a JSON array of them. What follows `#` on a line is a comment.
fn read_choices(file: &Path, console: &Console) -> Result<Vec<Choice>, Said> {
    let path = ("path", file.display().to_string().into());
    let text = fs::read_to_string(file).map_err(|error| {
        let arguments = [path.clone(), ("reason", error.to_string().into())];
        console.complain(&console.locale.format("problem-unreadable", &arguments), None);
        Said
    })?;
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default());
    let words = lines.flat_map(|line| line.split(|c: char| c.is_whitespace() || "[],\"".contains(c)));
    let choices = words.filter(|word| !word.is_empty()).map(|word| {
        word.parse::<Choice>().map_err(|_| {
            let arguments = [path.clone(), ("word", word.into())];
            console.complain(&console.locale.format("not-a-choice", &arguments), Some(&console.words("choices-are")));
            Said
        })
    });
    choices.collect()
}

fn impossible(file: &Path, step: u64, choice: Choice, console: &Console) -> u8 {
    let arguments = [
        ("path", file.display().to_string().into()),
        ("number", (step + 1).into()),
        ("choice", choice.to_string().into()),
    ];
    console.complain(
        &console.locale.format("impossible-choice", &arguments),
        Some(&console.words("choices-of-another-program")),
    );
    REFUSED
}

fn too_many(file: &Path, steps: u64, unused: usize, console: &Console) -> u8 {
    let arguments = [("path", file.display().to_string().into()), ("steps", steps.into()), ("count", unused.into())];
    console.complain(
        &console.locale.format("too-many-choices", &arguments),
        Some(&console.words("choices-of-another-program")),
    );
    REFUSED
}
