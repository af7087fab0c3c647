//! How a run ended: as one line for people, as JSON, and as an exit code.

use serde::Serialize;

use super::{
    console::{Console, printable},
    why,
};
use crate::{
    event::End,
    host::{RunEnd, judged},
    locale::Locale,
    machine::{Limit, Machine, OTHER_THREADS, ThreadReport},
    standstill,
};

/// More threads than these are only counted in the line for people.
const MOST: usize = 12;

/// The end of a run, under the names that the JSON has.
#[derive(Serialize, Debug)]
pub struct Verdict<'a> {
    target: &'a str,
    #[serde(rename = "verdict")]
    word: &'static str,
    output: String,
    exit: u8,
    steps: u64,
    virtual_seconds: f64,
    #[serde(flatten)]
    standing: Standing,
    /// Several programs ran together.
    #[serde(skip)]
    several: bool,
    #[serde(skip)]
    end: End,
    #[serde(skip)]
    limit: Option<Limit>,
}

/// How the threads stand at an end.
#[derive(Serialize, Debug)]
pub struct Standing {
    /// All of them.
    threads: Vec<Thread>,
    /// Those who wait for each other in a circle that nobody can undo.
    pub cycle: Vec<Link>,
    /// What has ended some of them.
    pub exceptions: Vec<Exception>,
    /// Why nobody will go on, or why some threads will not.
    pub why: Option<String>,
    /// Whose wait that is.
    #[serde(skip)]
    blamed: Option<String>,
}

#[derive(Serialize, Debug)]
struct Thread {
    name: String,
    status: &'static str,
    holds: Vec<String>,
    waits_for: Option<String>,
    /// Whether it joined another thread, and waits for that.
    #[serde(skip)]
    joins: bool,
}

/// A thread in a circle of waits.
#[derive(Serialize, Debug)]
pub struct Link {
    thread: String,
    holds: Vec<String>,
    waits_for: Option<String>,
    #[serde(skip)]
    joins: bool,
}

/// What has ended a thread.
#[derive(Serialize, Debug)]
pub struct Exception {
    thread: String,
    r#type: String,
    message: String,
}

impl<'a> Verdict<'a> {
    /// The verdict on a machine that was run.
    pub fn of(target: &'a str, machine: &Machine, outcome: &RunEnd, locale: &Locale) -> Self {
        let end = judged(machine, outcome.end);
        Self {
            target,
            word: end.name(),
            output: machine.output().text(false),
            exit: exit_code(end, machine),
            several: machine.program().programs > 1,
            steps: outcome.steps,
            virtual_seconds: machine.clock() as f64 / 1e9,
            standing: Standing::of(machine, end, locale),
            end,
            limit: outcome.limit,
        }
    }

    /// The exit code of the run.
    pub fn exit(&self) -> u8 {
        self.exit
    }

    /// Whether everything went well.
    pub fn is_good(&self) -> bool {
        self.end == End::Finished && self.standing.is_good()
    }

    /// The verdict in one line.
    pub fn line(&self, console: &Console) -> String {
        let locale = &console.locale;
        let steps = ("steps", self.steps.into());
        let seconds = ("seconds", format!("{:.2}", self.virtual_seconds).into());
        let line = match self.end {
            End::Finished => locale.format("verdict-finished", &[steps, seconds]),
            End::Failed => locale.format("verdict-failed", &[("reason", self.reason(locale).into())]),
            End::Deadlock => locale.format("verdict-deadlock", &[("threads", self.standing.waiting(locale).into())]),
            End::Stuck => match &self.standing.why {
                Some(why) => match self.standing.waiting(locale) {
                    nobody if nobody.is_empty() => locale.format("verdict-stuck", &[("threads", why.into())]),
                    others => locale.format("verdict-stuck-why", &[("why", why.into()), ("threads", others.into())]),
                },
                None => locale.format("verdict-stuck", &[("threads", self.standing.waiting(locale).into())]),
            },
            // A machine has no end of a real program.
            End::Limit | End::Real(_) => locale.format(limit_key(self.limit), &[steps, seconds]),
        };
        let line = match (&self.standing.why, self.end) {
            (Some(why), End::Finished | End::Failed | End::Limit) => {
                locale.format("verdict-but", &[("line", line.into()), ("why", why.into())])
            }
            _ => line,
        };
        printable(&line)
    }

    /// Why the program failed: the exception of the main thread, or the exit code it asked for.
    fn reason(&self, locale: &Locale) -> String {
        let Standing { threads, exceptions, .. } = &self.standing;
        let main = threads.first().map_or("", |thread| thread.name.as_str());
        let of_main = exceptions.iter().find(|exception| exception.thread == main);
        match of_main.or_else(|| exceptions.first().filter(|_| self.several)) {
            Some(exception) => exception.sentence(locale),
            None => locale.format("verdict-exit", &[("code", u32::from(self.exit).into())]),
        }
    }
}

impl Standing {
    /// How the threads of a machine stand that came to this end.
    pub fn of(machine: &Machine, end: End, locale: &Locale) -> Self {
        let cycle = machine.deadlocks().flat_map(|circle| circle.links.iter()).map(|link| link.thread);
        let reports = machine.thread_reports();
        let links = cycle.filter_map(|id| reports.get(id.index())).map(|report| Link {
            thread: report.name.to_string(),
            holds: report.holds.clone(),
            waits_for: report.waits_for.clone(),
            joins: report.joins,
        });
        Self {
            cycle: links.collect(),
            exceptions: reports.iter().filter_map(exception).collect(),
            blamed: standstill::why(machine)
                .filter(|_| end == End::Stuck)
                .map(|why| machine.thread_name(why.thread).to_string()),
            why: why::of(machine, end, locale),
            threads: reports.into_iter().map(thread).collect(),
        }
    }

    /// Whether nobody has died and nobody waits in a circle.
    pub fn is_good(&self) -> bool {
        self.cycle.is_empty() && self.exceptions.is_empty()
    }

    /// Who has died of what, a sentence each.
    pub fn deaths(&self, locale: &Locale) -> Vec<String> {
        self.exceptions.iter().map(|exception| exception.sentence(locale)).collect()
    }

    /// Who holds what and waits for what: those of the cycle first, then the others.
    pub fn waiting(&self, locale: &Locale) -> String {
        let in_cycle = |name: &str| self.cycle.iter().any(|link| link.thread == name);
        let others = self.threads.iter().filter(|thread| thread.waits_for.is_some() && !in_cycle(&thread.name));
        let cycle = self.cycle.iter().map(|link| (&link.thread, &link.holds, &link.waits_for, link.joins));
        // Who only waits for the others to end says least.
        let (last, others): (Vec<_>, Vec<_>) = others
            .filter(|thread| self.blamed.as_deref() != Some(&thread.name))
            .partition(|thread| thread.waits_for.as_deref() == Some(OTHER_THREADS));
        let others = others.into_iter().chain(last);
        let others = others.map(|thread| (&thread.name, &thread.holds, &thread.waits_for, thread.joins));
        let all: Vec<_> = cycle.chain(others).collect();
        let mut said: Vec<String> = all
            .iter()
            .take(MOST)
            .map(|&(name, holds, waits, joins)| waits_of(name, holds, (waits.as_deref(), joins), locale))
            .collect();
        if all.len() > MOST {
            said.push(locale.format("verdict-more", &[("count", (all.len() - MOST).into())]));
        }
        said.join(&locale.text("clause-separator"))
    }
}

impl Exception {
    fn sentence(&self, locale: &Locale) -> String {
        let Self { thread, r#type, message } = self;
        let arguments = [("thread", thread.into()), ("type", r#type.into()), ("message", message.into())];
        let key = if message.is_empty() { "verdict-raised-silently" } else { "verdict-raised" };
        locale.format(key, &arguments)
    }
}

fn waits_of(name: &str, holds: &[String], (waits_for, joins): (Option<&str>, bool), locale: &Locale) -> String {
    let waits_for = match waits_for {
        Some(OTHER_THREADS) => locale.text("other-threads"),
        other => other.unwrap_or_default().to_owned(),
    };
    let key = match (holds.is_empty(), joins) {
        (true, false) => "verdict-waits",
        (true, true) => "verdict-joins",
        (false, false) => "verdict-holds-and-waits",
        (false, true) => "verdict-holds-and-joins",
    };
    let holds = holds.join(&locale.text("list-separator"));
    let arguments = [("thread", name.into()), ("holds", holds.into()), ("resource", waits_for.into())];
    locale.format(key, &arguments)
}

fn thread(report: ThreadReport) -> Thread {
    let ThreadReport { name, status, holds, waits_for, joins, .. } = report;
    Thread { name: name.to_string(), status, holds, waits_for, joins }
}

/// What ended a thread, unless it only asked to end.
fn exception(report: &ThreadReport) -> Option<Exception> {
    let (r#type, message) = report.exception.clone().filter(|(kind, _)| kind != "SystemExit")?;
    Some(Exception { thread: report.name.to_string(), r#type, message })
}

fn exit_code(end: End, machine: &Machine) -> u8 {
    match end {
        End::Finished => 0,
        End::Failed => machine.exit_code().try_into().unwrap_or(1),
        End::Deadlock | End::Stuck => 3,
        End::Limit | End::Real(_) => 4,
    }
}

const fn limit_key(limit: Option<Limit>) -> &'static str {
    match limit {
        Some(Limit::Memory) => "verdict-limit-memory",
        Some(Limit::Threads) => "verdict-limit-threads",
        Some(Limit::Output) => "verdict-limit-output",
        Some(Limit::Time) => "verdict-limit-time",
        Some(Limit::Steps) | None => "verdict-limit-steps",
    }
}
