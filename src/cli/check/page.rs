//! The report for people: the verdict in a sentence, what can happen, what was seen, and how to look at the worst of it.

use unicode_width::UnicodeWidthStr;

use super::{
    Checked, Console,
    finding::{At, Finding},
    number::{counted, grouped, seconds},
    printable,
    sections::{heading, locks, races, starvation},
    table,
    told::left_out,
};
use crate::{
    cli::{
        console::{style, styled},
        times::quoted,
    },
    host::{recording::ENDING, schedule_text},
    locale::Argument,
    tui::wrap_text,
};

/// The report is no wider, in cells.
pub const WIDTH: usize = 80;

/// The whole of it.
pub fn page(checked: &Checked<'_>, console: &Console) -> String {
    let mut blocks = vec![verdict(checked, console)];
    let mut happens = vec![heading("check-outcomes", console)];
    happens.extend(table::lines(checked, console));
    if checked.told.outcomes.is_empty() {
        happens = wrapped(&console.words("check-no-end"), 0);
    }
    blocks.extend([
        happens,
        interleavings(checked, console),
        races(checked, console),
        starvation(checked, console),
        locks(checked, console),
        look(checked, console),
    ]);
    blocks.retain(|lines| !lines.is_empty());
    let blocks: Vec<String> = blocks.into_iter().map(|lines| lines.join("\n") + "\n").collect();
    blocks.join("\n")
}

/// The text in lines that are indented so far.
pub fn wrapped(text: &str, indent: usize) -> Vec<String> {
    let lines = wrap_text(text, WIDTH - indent).into_iter();
    lines.map(|line| " ".repeat(indent) + line.trim_end()).collect()
}

/// The text in lines that are indented so far, all but the first a bit more.
pub fn hanging(text: &str, indent: usize) -> Vec<String> {
    let mut lines = wrapped(text, indent + 2);
    if let Some(first) = lines.first_mut() {
        first.drain(..2);
    }
    lines
}

/// Whether everything was searched, and if not, what was left out.
fn verdict(checked: &Checked<'_>, console: &Console) -> Vec<String> {
    let report = &checked.told.report;
    let arguments = [
        ("states", report.states.into()),
        ("grouped", grouped(report.states).into()),
        ("seconds", seconds(checked.told.seconds).into()),
    ];
    let key = if report.complete { "check-complete" } else { "check-incomplete" };
    let colour = if checked.exit == 0 { style::GOOD } else { style::ERROR };
    let mut lines = vec![styled(&console.locale.format(key, &arguments), colour, console.out_colour)];
    for left in left_out(&report.left_out, &console.locale) {
        let text = console.locale.format("check-left-out", &[("what", left.into())]);
        lines.extend(wrapped(&text, 2));
    }
    if let Some(sampling) = report.sampling.filter(|sampling| sampling.runs > 0) {
        let chance = format!("{:.0}", (sampling.chance(2) * 100.0).floor());
        let arguments = [("runs", sampling.runs.into()), ("chance", chance.into())];
        lines.extend(wrapped(&console.locale.format("check-sampled", &arguments), 2));
    }
    lines.extend(checked.subject.note(console).into_iter().flat_map(|note| wrapped(&printable(&note), 0)));
    lines
}

/// How many ways there are through the program.
fn interleavings(checked: &Checked<'_>, console: &Console) -> Vec<String> {
    let ways = &checked.told.report.interleavings;
    let locale = &console.locale;
    let part = |key: &str, count: Option<f64>| {
        let count = count?;
        let arguments: [(&str, Argument<'_>); 2] =
            [("count", Argument::Number(count.min(1e9) as i64)), ("grouped", counted(count).into())];
        Some(locale.format(key, &arguments))
    };
    // That chance has met no bad end says nothing, nor that all end well where they may do so with a wrong result.
    let may_be_wrong =
        checked.subject.scenario.can_end_wrong() || checked.told.outcomes.iter().any(|outcome| outcome.is_wrong);
    let bad = ways.bad.filter(|&bad| bad > 0.0 || ways.exact && !may_be_wrong);
    let parts = [("check-ways", ways.all), ("check-ways-distinct", ways.distinct), ("check-ways-bad", bad)];
    let parts: Vec<String> = parts.into_iter().filter_map(|(key, count)| part(key, count)).collect();
    let endless = (ways.all.is_none() && ways.exact).then(|| locale.text("check-ways-endless"));
    let parts: Vec<String> = endless.into_iter().chain(parts).collect();
    if parts.is_empty() {
        return Vec::new();
    }
    let key = match (ways.exact, checked.wanted.count) {
        (true, _) => "check-ways-exact",
        // There are more states than are ever counted through.
        (_, true) => "check-ways-about-many",
        _ => "check-ways-about",
    };
    wrapped(&locale.format(key, &[("parts", parts.join(&locale.text("trials-separator")).into())]), 0)
}

/// The commands that show the worst outcome.
fn look(checked: &Checked<'_>, console: &Console) -> Vec<String> {
    let command = |words: Vec<String>| {
        let words = words.iter().map(|word| quoted(word));
        format!("  {}", printable(&words.collect::<Vec<_>>().join(" ")))
    };
    let replay = |path: String| command(vec!["raddle".to_owned(), "replay".to_owned(), path]);
    if let (Some(path), true) = (&checked.wanted.save, checked.saved) {
        return vec![console.words("check-saved"), replay(path.display().to_string())];
    }
    if checked.told.worst().is_none_or(|worst| checked.told.outcomes[worst].is_good()) {
        return Vec::new();
    }
    let mut words = vec!["raddle".to_owned()];
    words.extend(checked.folders.iter().flat_map(|folder| ["--scenarios".to_owned(), folder.display().to_string()]));
    if let Some(schedule) = checked.worst_schedule() {
        let mut stage = words.clone();
        stage.push(checked.wanted.target().to_owned());
        stage.extend(checked.wanted.others.iter().cloned());
        stage.extend(checked.subject.flags(checked.wanted));
        stage.extend(["--choices".to_owned(), schedule]);
        let stage = command(stage);
        if stage.width() <= WIDTH {
            return vec![console.words("check-look"), stage];
        }
    }
    let path = format!("{}.{ENDING}", checked.subject.scenario.id);
    words.extend(["check".to_owned(), checked.wanted.target().to_owned()]);
    words.extend(checked.wanted.others.iter().cloned());
    words.extend(checked.wanted.flags());
    words.extend(["--save".to_owned(), path.clone()]);
    vec![console.words("check-look"), command(words), replay(path)]
}

impl Checked<'_> {
    /// The way to the worst outcome as a short text.
    fn worst_schedule(&self) -> Option<String> {
        let worst = self.told.worst()?;
        schedule_text::write(&self.subject.machine, &self.told.report.outcomes[worst].witness.choices)
    }

    /// Whether something bad is new or known, where there is a baseline.
    pub fn news(&self, at: At) -> Option<&'static str> {
        self.wanted.baseline.as_ref()?;
        let mut own = self.findings.iter().filter(|finding| finding.at == at).peekable();
        own.peek()?;
        Some(if own.any(Finding::is_new) { "check-new" } else { "check-known" })
    }
}
