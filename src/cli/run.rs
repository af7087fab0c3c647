//! `raddle run TARGET`: runs a program without a screen.

use std::{
    io::{self, IsTerminal, Write},
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use super::{
    Ending, REFUSED, Said,
    arguments::RunArguments,
    catalogue, choices, complaint,
    console::{Console, harmless, harmless_json, print, say, style, styled},
    input, live,
    overwrite::may_replace,
    refuse, times, together, unwritable,
    verdict::Verdict,
    wrong,
};
use crate::{
    app::{recording::header, settings_of},
    choice::Choice,
    event::End,
    host::{
        Budget, RunEnd, Runner, Settings,
        file::Growing,
        live::{Beginning, Report},
    },
    machine::Machine,
    program::Program,
    scenario::Scenario,
    trace::recording::{Header, LIVE, SESSION},
};

/// Runs the program, prints what it prints, and says how it ended.
pub fn run(wanted: &RunArguments, folders: &[PathBuf], console: &Console) -> Ending {
    if !wanted.others.is_empty() && (wanted.times.is_some() || wanted.conduct.is_live()) {
        refuse("usage-several-programs", console);
        return Ok(REFUSED);
    }
    if let Some(times) = wanted.times {
        return times::run(wanted, times, folders, console);
    }
    if wanted.conduct.is_live() && wanted.choices.is_some() {
        refuse("usage-live-choices", console);
        return Ok(REFUSED);
    }
    let Ok(Prepared { mut runner, program, scenario, settings }) = prepare(wanted, folders, console) else {
        return Ok(REFUSED);
    };
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
    let ending = finish(wanted, runner.machine(), &outcome, printer, console)?;
    if ending == 0 && outcome.end == End::Finished && wanted.choices.is_none() && !wanted.json {
        let wrong = wrong::with_finished((&scenario, program), settings, (runner.machine(), outcome.steps), console);
        wrong.iter().for_each(|line| say(&format!("{}\n", styled(line, style::ERROR, console.err_colour))));
    }
    // The process ends here: taking a large memory apart object by object would be work for nobody.
    std::mem::forget(runner);
    Ok(ending)
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
        seed: wanted.conduct.seed().unwrap_or(0),
        pace: Duration::ZERO,
        paused: false,
        most_steps: budget.steps,
        asks: false,
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
    outcome: &RunEnd,
    mut printer: Printer,
    console: &Console,
) -> Ending {
    if let Some(error) = printer.failed.take() {
        return Err(error);
    }
    let targets = std::iter::once(&wanted.target).chain(&wanted.others);
    let target = targets.map(String::as_str).collect::<Vec<_>>().join(" ");
    let verdict = Verdict::of(&target, machine, outcome, &console.locale);
    if wanted.json {
        let json = serde_json::to_string(&verdict)? + "\n";
        print(&harmless_json(&json, io::stdout().is_terminal()))?;
    } else {
        let fresh_line = if printer.open_line && io::stdout().is_terminal() { "\n" } else { "" };
        let style = if verdict.is_good() { style::GOOD } else { style::ERROR };
        say(&format!("{fresh_line}{}\n", styled(&verdict.line(console), style, console.err_colour)));
    }
    Ok(verdict.exit())
}

/// A program that is ready to be run.
struct Prepared {
    runner: Runner,
    program: Arc<Program>,
    scenario: Scenario,
    settings: Settings,
}

fn prepare(wanted: &RunArguments, folders: &[PathBuf], console: &Console) -> Result<Prepared, Said> {
    let conduct = &wanted.conduct;
    let catalogue = catalogue(folders, console)?;
    let mut scenario = together(&wanted.target, &wanted.others, &conduct.set, &catalogue, console)?;
    input::of_run(&mut scenario, conduct.input.as_deref(), console)?;
    let (own, seed) = scenario.opening(conduct.setup(), conduct.seed());
    let setup = conduct.setup_with(own).map_err(|meaningless| refuse(meaningless.key(), console))?;
    let program = scenario.compile().map_err(|found| complaint::program(&scenario.source, &found, console))?;
    let settings = Settings {
        seed: seed.unwrap_or(0),
        memory: (wanted.max_memory as usize) << 20,
        ..settings_of(&setup, Settings::default())
    };
    let host = if conduct.is_live() { LIVE } else { SESSION };
    let header = Header { host: host.to_owned(), ..header(&scenario, &settings) };
    let program = Arc::new(program);
    let machine = settings.machine(Arc::clone(&program));
    let choices = wanted.choices.as_deref().map_or(Ok(Vec::new()), |given| choices::read(given, &machine, console))?;
    let mut runner = Runner::new(machine, settings, choices);
    runner.set_priorities(scenario.priorities.clone());
    if let Some(path) = &wanted.save {
        let inputs = [scenario.path.as_deref(), wanted.choices.as_deref()];
        runner.save(&header, Box::new(create(path, wanted.force, &inputs, console)?));
    }
    Ok(Prepared { runner, program, scenario, settings })
}

/// The file that a run is saved in, which is none of those that it comes from.
fn create(path: &Path, force: bool, inputs: &[Option<&Path>], console: &Console) -> Result<Growing, Said> {
    let replace = may_save(path, force, inputs, console)?;
    begin(path, replace, console)
}

/// Whether the file that a run is saved in may replace one; it is none of those that the run comes from.
pub fn may_save(path: &Path, force: bool, inputs: &[Option<&Path>], console: &Console) -> Result<bool, Said> {
    let own = path.canonicalize().ok();
    let known = inputs.iter().flatten().filter_map(|input| input.canonicalize().ok());
    if own.is_some_and(|own| known.into_iter().any(|input| input == own)) {
        let problem = console.locale.format("recording-over-program", &[("path", path.display().to_string().into())]);
        console.complain(&problem, Some(&console.words("recording-over-program-advice")));
        return Err(Said);
    }
    may_replace(path, force, console)
}

/// Begins the file of a recording.
pub fn begin(path: &Path, replace: bool, console: &Console) -> Result<Growing, Said> {
    Growing::of(path, replace).map_err(|error| {
        unwritable(path, &error, console);
        Said
    })
}

/// Ends the recording of a run; one whose choices were not possible stays without an end.
fn finish_saving(runner: &mut Runner, outcome: &Result<RunEnd, (u64, Choice)>) -> io::Result<()> {
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
            true => io::stderr().write_all(harmless(text, io::stderr().is_terminal()).as_bytes()),
            false if self.quiet => Ok(()),
            false => io::stdout().write_all(harmless(text, io::stdout().is_terminal()).as_bytes()),
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
