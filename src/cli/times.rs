//! `raddle run PROGRAM --times N`: many runs under random schedules, as a table of how they ended, or as JSON.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
    time::{Duration, Instant},
};

use serde::Serialize;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{
    Ending, REFUSED, Said,
    arguments::RunArguments,
    catalogue, complaint,
    console::{Console, harmless_json, print, printable, say, style, styled},
    input,
    progress::Progress,
    refuse, scenario,
};
use crate::{
    app::{settings_of, trials_of},
    event::End,
    host::{Group, Settings, Tally, Trials, sort},
    scenario::{Expect, Scenario, Setup},
    schedule::Policy,
    telling::{kind_sign, kind_word, one_line, summary},
};

/// The table is no wider, in cells.
const WIDTH: usize = 80;

/// The longest bar of a kind of end and of an output, in cells.
const BAR: usize = 24;
const SHORT_BAR: usize = 12;

/// More distinct outputs than these are only counted in the table.
const MOST_OUTPUTS: usize = 20;

/// How long a run of the work may last until the progress is shown again.
const SLICE: Duration = Duration::from_millis(50);

/// Work that takes less is not worth a bar.
const PATIENCE: Duration = Duration::from_secs(1);

#[derive(Serialize, Debug)]
struct Report<'a> {
    target: &'a str,
    times: u64,
    ends: Vec<Row>,
}

#[derive(Serialize, Debug)]
struct Row {
    kind: &'static str,
    /// None for outputs that were too many to tell apart.
    output: Option<String>,
    count: u64,
    seed: u64,
    steps: u64,
}

/// Makes the runs, and says how they ended.
pub fn run(wanted: &RunArguments, times: u64, folders: &[PathBuf], console: &Console) -> Ending {
    let Ok((scenario, mut trials)) = prepare(wanted, times, folders, console) else { return Ok(REFUSED) };
    let cut_off = !make(&mut trials, wanted, times, console);
    let tally = trials.tally();
    if wanted.json {
        let json = serde_json::to_string(&report(&wanted.target, tally))? + "\n";
        print(&harmless_json(&json, io::stdout().is_terminal()))?;
    } else {
        print(&table(&scenario, wanted, tally, folders, console))?;
    }
    if cut_off {
        let arguments = [("done", tally.runs().into()), ("runs", times.into())];
        let text = console.locale.format("trials-cut-off", &arguments);
        say(&format!("{}\n", styled(&text, style::ERROR, console.err_colour)));
    }
    Ok(exit_code(tally, cut_off))
}

fn prepare(
    wanted: &RunArguments,
    times: u64,
    folders: &[PathBuf],
    console: &Console,
) -> Result<(Scenario, Trials), Said> {
    let conduct = &wanted.conduct;
    if conduct.is_live() || conduct.setup().policy.is_some_and(|policy| policy != Policy::Random) {
        return Err(refuse("usage-times-policy", console));
    }
    let catalogue = catalogue(folders, console)?;
    let mut scenario = scenario(&wanted.target, &conduct.set, &catalogue, console)?;
    input::of_run(&mut scenario, conduct.input.as_deref(), console)?;
    let own = Setup { policy: Some(Policy::Random), quantum: None, inherit: None, ..scenario.setup };
    let setup = conduct.setup_with(own).map_err(|meaningless| refuse(meaningless.key(), console))?;
    let settings = Settings { memory: (wanted.max_memory as usize) << 20, ..settings_of(&setup, Settings::default()) };
    let trials = trials_of(&scenario, &catalogue, &settings, (times, wanted.max_steps))
        .map_err(|found| complaint::program(&scenario.source, &found, console))?;
    Ok((scenario, trials))
}

/// Makes the runs, as long as there is time. Returns whether all were made.
fn make(trials: &mut Trials, wanted: &RunArguments, times: u64, console: &Console) -> bool {
    let mut progress = Progress::new(console.words("trials-under-way"), 0..=times, PATIENCE);
    let start = Instant::now();
    let limit = Some(wanted.max_seconds).filter(|seconds| *seconds > 0.0).map(Duration::from_secs_f64);
    loop {
        let slice = Instant::now();
        let over = || limit.is_some_and(|limit| start.elapsed() >= limit);
        if !trials.advance(|| slice.elapsed() < SLICE && !over()) {
            return true;
        }
        if over() {
            trials.stop();
            return false;
        }
        progress.at(trials.tally().runs());
    }
}

fn report<'a>(target: &'a str, tally: &Tally) -> Report<'a> {
    let mut groups = tally.by_verdict();
    sort(&mut groups);
    let ends = groups.into_iter().map(|group| Row {
        kind: group.end.name(),
        output: group.output.as_deref().map(str::to_owned),
        count: group.count,
        seed: group.seed,
        steps: group.steps,
    });
    Report { target, times: tally.runs(), ends: ends.collect() }
}

/// The worst that happened decides.
fn exit_code(tally: &Tally, cut_off: bool) -> u8 {
    let groups = tally.by_verdict();
    let any = |ends: &[End]| groups.iter().any(|group| ends.contains(&group.end));
    match () {
        () if any(&[End::Deadlock, End::Stuck]) => 3,
        () if any(&[End::Failed]) => 1,
        () if any(&[End::Limit]) || cut_off => 4,
        () => 0,
    }
}

fn table(scenario: &Scenario, wanted: &RunArguments, tally: &Tally, folders: &[PathBuf], console: &Console) -> String {
    let (locale, runs) = (&console.locale, tally.runs());
    let (mut ends, mut outputs) = (tally.by_kind(), tally.by_output());
    sort(&mut ends);
    sort(&mut outputs);
    let more = outputs.len().saturating_sub(MOST_OUTPUTS);
    outputs.truncate(MOST_OUTPUTS);
    let title = |key: &str| styled(&console.words(key), style::BOLD, console.out_colour);
    let target = ("target", printable(&wanted.target).into());
    let mut lines = vec![locale.format("trials-head", &[target, ("runs", runs.into())]), summary(locale, runs, &ends)];
    let names: Vec<String> = ends.iter().map(|group| kind_word(locale, group.kind)).collect();
    lines.extend([String::new(), title("trials-ends")]);
    let notes = ends.iter().map(|group| {
        let steps = locale.format("trials-steps", &[("steps", group.steps.into())]);
        format!("  {steps}  {}", surprise(scenario, group, console))
    });
    let own = rows(&ends, &names, (runs, BAR), console).into_iter().zip(notes);
    lines.extend(own.map(|(row, note)| (row + &note).trim_end().to_owned()));
    let names: Vec<String> = outputs.iter().map(|group| one_line(locale, group.output.as_deref())).collect();
    lines.extend([String::new(), title("trials-outputs")]);
    let own = rows(&outputs, &names, (runs, SHORT_BAR), console);
    lines.extend(own.into_iter().map(|row| row.trim_end().to_owned()));
    if more > 0 {
        lines.push(format!("     {}", locale.format("trials-more-outputs", &[("count", more.into())])));
    }
    lines.extend([String::new(), console.words("trials-replay")]);
    lines.extend(ends.iter().map(|group| {
        let command = printable(&command(wanted, group.seed, folders));
        format!("  {command}  # {}", kind_word(locale, group.kind))
    }));
    lines.extend([String::new(), console.words("trials-no-proof"), String::new()]);
    lines.join("\n")
}

/// That the scenario was to end otherwise.
fn surprise(scenario: &Scenario, group: &Group, console: &Console) -> String {
    let ended = Expect::of(group.end);
    let missed = !scenario.expect.is_empty() && ended.is_some_and(|ended| !scenario.expect.contains(&ended));
    if missed { console.words("trials-unexpected") } else { String::new() }
}

/// One row for each group: its sign, its name, its bar of so many cells, and what stands behind it.
fn rows(groups: &[Group], names: &[String], (runs, cells): (u64, usize), console: &Console) -> Vec<String> {
    let locale = &console.locale;
    let seeds: Vec<String> =
        groups.iter().map(|group| locale.format("trials-seed", &[("seed", group.seed.to_string().into())])).collect();
    let widest = |texts: &[String]| texts.iter().map(|text| text.width()).max().unwrap_or(0);
    let seed_width = widest(&seeds);
    let count_width = groups.iter().map(|group| group.count.to_string().len()).max().unwrap_or(0);
    // Before the name stands its sign; between the columns there is room.
    let name_width = widest(names).min(WIDTH.saturating_sub(5 + 2 + cells + 2 + count_width + 2 + seed_width));
    let rows = groups.iter().zip(names).zip(&seeds).map(|((group, name), seed)| {
        let colour = if group.kind.is_good() { style::GOOD } else { style::ERROR };
        let sign = styled(kind_sign(group.kind), colour, console.out_colour);
        let bar = styled(&bar(group.count, runs, cells), colour, console.out_colour);
        let (name, seed) = (padded(name, name_width), padded(seed, seed_width));
        format!("  {sign}  {name}  {bar}  {:>count_width$}  {seed}", group.count)
    });
    rows.collect()
}

/// A bar for so many of all runs, with the blanks behind it; whatever happened is seen.
fn bar(count: u64, runs: u64, room: usize) -> String {
    let cells = (count as f64 / runs.max(1) as f64 * room as f64).round() as usize;
    let cells = cells.max(usize::from(count > 0)).min(room);
    "█".repeat(cells) + &" ".repeat(room - cells)
}

/// The text, cut or filled to so many cells.
pub fn padded(text: &str, cells: usize) -> String {
    if text.width() <= cells {
        return format!("{text}{}", " ".repeat(cells - text.width()));
    }
    let mut cut = String::new();
    for c in text.chars() {
        if cut.width() + c.width().unwrap_or(0) + 1 > cells {
            break;
        }
        cut.push(c);
    }
    let pad = cells.saturating_sub(cut.width() + 1);
    cut + "…" + &" ".repeat(pad)
}

/// The command that shows one of the runs.
fn command(wanted: &RunArguments, seed: u64, folders: &[PathBuf]) -> String {
    let folders = folders.iter().flat_map(|folder| ["--scenarios".to_owned(), folder.display().to_string()]);
    let mut words = vec!["raddle".to_owned()];
    words.extend(folders);
    words.extend(["run".to_owned(), wanted.target.clone()]);
    words.extend(wanted.conduct.beside_policy());
    words.extend(["--policy".to_owned(), "random".to_owned(), "--seed".to_owned(), seed.to_string()]);
    words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}

/// A word as a shell takes it.
pub fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "_-./=+:,@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_where_a_shell_would_divide_them() {
        assert_eq!(
            ["a.py", "N=3", "my file.py", "it's", ""].map(quoted),
            ["a.py", "N=3", "'my file.py'", r"'it'\''s'", "''"]
        );
    }

    #[test]
    fn texts_are_cut_and_filled_to_their_cells() {
        for (text, cells, expected) in
            [("ab", 4, "ab  "), ("abcdef", 4, "abc…"), ("死锁死锁", 6, "死锁… "), ("死锁", 4, "死锁")]
        {
            assert_eq!(padded(text, cells), expected);
            assert_eq!(padded(text, cells).width(), cells);
        }
    }

    #[test]
    fn bars_are_as_long_as_their_part_and_never_nothing() {
        let full = |count| bar(count, 1000, BAR).trim_end().chars().count();
        assert_eq!([0, 1, 500, 1000].map(full), [0, 1, BAR / 2, BAR]);
    }
}
