//! Dry runs. A policy may need one: `sjf` is told how long each thread will compute between two waits. And a stage that is not
//! to jump keeps the room that the run will need.

use std::collections::BTreeSet;

use super::Settings;
use crate::{
    event::{
        Change, Event, EventKind, NO_DEADLINE, Nanos, QueueChange, QueueWant, ResourceKind, Shown, Silence, Sink, Wait,
        Want,
    },
    ids::{StepIndex, TextId, ThreadId, VariableId},
    machine::Machine,
    schedule::{Bursts, Foreknowledge, Ledger, Moment, Policy},
    trace::Texts,
};

/// The dry run is no longer than so many steps: a program may run for ever.
const MOST_STEPS: u32 = 100_000;

/// What a run will come to, as far as a short dry run tells.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Forecast {
    /// How many threads there will be, at least.
    pub threads: usize,
    /// How many steps it takes; none if that is more than was looked at.
    pub steps: Option<u32>,
    /// The primitives that there will be, in the order of their making: what they are, and their permits, capacity or parties.
    pub things: Vec<(ResourceKind, u32)>,
    /// How many shared variables will be spoken of that are more than a name for a thing.
    pub variables: usize,
    /// What threads will be called, by their numbers.
    pub names: Vec<String>,
    /// The longest item that will be put into a queue.
    pub item: String,
    /// Who will wait at a queue for an item, and not for ever.
    pub patient: BTreeSet<ThreadId>,
}

/// Notes what a dry run comes to.
#[derive(Debug, Default)]
struct Lookout {
    texts: Texts,
    variables: BTreeSet<VariableId>,
    forecast: Forecast,
}

impl Sink for Lookout {
    fn listens(&self) -> bool {
        true
    }

    fn text(&mut self, text: &str) -> TextId {
        self.texts.id(text)
    }

    fn event(&mut self, event: Event) {
        match event.kind {
            EventKind::ThreadCreated { name, .. } => {
                self.forecast.names.push(self.texts.get(name).to_owned());
            }
            EventKind::ResourceCreated { kind, limit, .. } => self.forecast.things.push((kind, limit)),
            // A variable that is worth a thing is but its name.
            EventKind::Worth { variable, value } | EventKind::Wrote { variable, value } if !self.is_thing(value) => {
                self.variables.insert(variable);
            }
            EventKind::Changed { change: Change::Queue(QueueChange::Put { item, .. }), .. } => {
                let text = self.shown(item);
                if text.chars().count() > self.forecast.item.chars().count() {
                    self.forecast.item = text;
                }
            }
            EventKind::Blocked { on: Wait::For(_, Want::Queue(QueueWant::Item)), deadline }
                if deadline != NO_DEADLINE =>
            {
                self.forecast.patient.insert(event.thread);
            }
            _ => {}
        }
    }
}

impl Lookout {
    fn shown(&self, value: Shown) -> String {
        match value {
            Shown::Int(number) => number.to_string(),
            Shown::Text(text) => self.texts.get(text).to_owned(),
        }
    }

    fn is_thing(&self, value: Shown) -> bool {
        matches!(value, Shown::Text(text) if self.texts.get(text).starts_with('<'))
    }

    /// What was noted of a run of so many steps.
    fn tells(self, threads: usize, steps: Option<u32>) -> Forecast {
        Forecast { threads, steps, variables: self.variables.len(), ..self.forecast }
    }
}

impl Forecast {
    /// Farther ahead nobody looks, in steps.
    pub const FARTHEST: u32 = 3000;

    /// In a dry run a stretch of own work is cut off after so many instructions, so that it is short.
    const BUDGET: u32 = 2000;

    /// All threads together run no longer, in virtual time: what takes work or memory is not done twice before anything is
    /// seen.
    const MOST_WORK: Nanos = 50_000_000;

    /// What the run of a machine will come to under these settings.
    #[must_use]
    pub fn of(mut machine: Machine, settings: &Settings) -> Self {
        let policy = if settings.policy == Policy::Sjf { Policy::Fair } else { settings.policy };
        machine.set_budget(Self::BUDGET);
        let mut lookout = Lookout::default();
        let (mut ledger, known) = (Ledger::default(), Foreknowledge::default());
        let mut work = 0;
        for step in 0..Self::FARTHEST {
            if work > Self::MOST_WORK {
                break;
            }
            let moment = Moment {
                machine: &machine,
                step: StepIndex(step),
                seed: settings.seed,
                ledger: &ledger,
                known: &known,
            };
            let choice = policy.choose(&moment);
            let went_on = choice.is_some_and(|choice| {
                let before = machine.run_time(choice.thread);
                let went_on = machine.step(choice, &mut lookout).is_ok();
                work += machine.run_time(choice.thread).saturating_sub(before);
                ledger.note(policy, &machine, choice.thread);
                went_on
            });
            if !went_on {
                return lookout.tells(machine.thread_count(), Some(step));
            }
        }
        lookout.tells(machine.thread_count(), None)
    }
}

/// Tells a policy what it has to know before the machine runs: what it already knows, and burst lengths if it asks for them.
pub(super) fn rehearse(policy: Policy, machine: &Machine, seed: u64, known: &mut Foreknowledge) {
    if policy == Policy::Sjf && known.bursts == Bursts::default() {
        known.bursts = Rehearsal::of(machine.clone(), seed).whole();
    }
}

/// How long each thread computes between two waits when everybody is served as they come: a dry run that can be made in
/// pieces.
#[derive(Debug)]
pub(super) struct Rehearsal {
    machine: Machine,
    seed: u64,
    bursts: Bursts,
    ledger: Ledger,
    known: Foreknowledge,
    /// How long each thread had run when its present burst began.
    begun: Vec<Nanos>,
    steps: u32,
}

impl Rehearsal {
    /// The dry run of a machine, from where it is.
    pub(super) fn of(machine: Machine, seed: u64) -> Self {
        let (bursts, ledger, known) = (Bursts::default(), Ledger::default(), Foreknowledge::default());
        Self { machine, seed, bursts, ledger, known, begun: Vec::new(), steps: 0 }
    }

    /// Takes a step. Returns whether there was one.
    pub(super) fn step(&mut self) -> bool {
        if self.steps >= MOST_STEPS {
            return false;
        }
        let (machine, ledger, known) = (&self.machine, &self.ledger, &self.known);
        let moment = Moment { machine, step: StepIndex(self.steps), seed: self.seed, ledger, known };
        let Some(choice) = Policy::Fcfs.choose(&moment) else { return false };
        if self.machine.step(choice, &mut Silence).is_err() {
            return false;
        }
        let machine = &self.machine;
        self.steps += 1;
        self.ledger.note(Policy::Fcfs, machine, choice.thread);
        let before = self.begun.len();
        self.begun.extend((before..machine.thread_count()).map(|new| machine.run_time(ThreadId::at(new))));
        let thread = choice.thread;
        let ready = machine.is_ready(thread);
        if !ready {
            let now = machine.run_time(thread);
            self.bursts.add(thread, now - std::mem::replace(&mut self.begun[thread.index()], now));
        }
        true
    }

    /// How long all threads have run in it, in virtual time.
    pub(super) fn process_time(&self) -> Nanos {
        self.machine.process_time()
    }

    /// What it has come to.
    pub(super) fn bursts(self) -> Bursts {
        self.bursts
    }

    /// All of it in one go.
    fn whole(mut self) -> Bursts {
        while self.step() {}
        self.bursts
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{compiler::compile, source::SourceText, stdlib::Library};

    #[test]
    fn a_forecast_is_what_the_run_comes_to() {
        let text = "import threading\nthreads = [threading.Thread(target=print) for _ in range(3)]\nfor t in threads: \
                    t.start()\nfor t in threads: t.join()\n";
        let program = Arc::new(compile(&Arc::new(SourceText::new("three.py", text)), &Library).expect("it compiles"));
        let mut session = crate::host::Session::new(Arc::clone(&program), Settings::default());
        let forecast = Forecast::of(Machine::new(program, 1 << 20), &Settings::default());
        while session.forward() {}
        assert_eq!((forecast.threads, forecast.steps), (4, Some(session.cursor().0)));
        assert_eq!(
            &forecast.names[forecast.names.len() - 3..],
            ["Thread-1 (print)", "Thread-2 (print)", "Thread-3 (print)"]
        );
        let text = "import threading\nwhile True:\n    threading.Lock().acquire()\n";
        let program = compile(&Arc::new(SourceText::new("long.py", text)), &Library).expect("it compiles");
        assert_eq!(Forecast::of(Machine::new(Arc::new(program), 1 << 20), &Settings::default()).steps, None);
    }

    #[test]
    fn a_forecast_knows_what_will_be_shared() {
        let text = "import queue, threading\nlock = threading.Lock()\nshelf = queue.Queue(2)\ndone = 0\n\
                    def work():\n    global done\n    shelf.put('a loaf')\n    with lock: done += 1\n\
                    t = threading.Thread(target=work)\nt.start()\nt.join()\nshelf.get()\n";
        let program = compile(&Arc::new(SourceText::new("shared.py", text)), &Library).expect("it compiles");
        let forecast = Forecast::of(Machine::new(Arc::new(program), 1 << 20), &Settings::default());
        assert_eq!(forecast.things, [(ResourceKind::Lock, 0), (ResourceKind::Queue, 2)]);
        assert_eq!((forecast.variables, forecast.item.as_str()), (1, "'a loaf'"));
    }

    #[test]
    fn a_program_that_takes_much_is_not_run_far_before_anything_is_seen() {
        let text = "x = []\nwhile True:\n    x.append('a' * 1_000_000)\n";
        let program = compile(&Arc::new(SourceText::new("much.py", text)), &Library).expect("it compiles");
        // Were it run for all its steps, it would come to the end of its memory, and so to an end.
        let forecast = Forecast::of(Machine::new(Arc::new(program), 256 << 20), &Settings::default());
        assert_eq!((forecast.threads, forecast.steps), (1, None));
    }

    #[test]
    fn a_thread_that_computes_longer_has_longer_bursts() {
        let text = "import threading, time\ndef work(n):\n    for _ in range(n):\n        pass\n    time.sleep(1)\n    \
                    for _ in range(2 * n):\n        pass\nfor n in (100, 1000):\n    \
                    threading.Thread(target=work, args=(n,)).start()\n";
        let program = compile(&Arc::new(SourceText::new("work.py", text)), &Library).expect("it compiles");
        let bursts = Rehearsal::of(Machine::new(Arc::new(program), 1 << 20), 0).whole();
        let of = |thread, burst| bursts.length(ThreadId(thread), burst).expect("it has run");
        assert!(of(1, 0) < of(1, 1) && of(1, 1) < of(2, 0) && of(2, 0) < of(2, 1), "{bursts:?}");
        assert_eq!(of(2, 1), of(2, 7), "a burst of which nothing is known is as long as the last one");
        assert_eq!(bursts.length(ThreadId(3), 0), None);
    }
}
