//! The same program under several policies, one dry run after the other: who had which core when, and how long everybody had to
//! wait. Made in slices, and no run is longer than so many steps and so much work.
//!
//! A thread arrives when it is started; one that sleeps before it has done anything to speak of arrives when it wakes.

use std::sync::Arc;

use super::{Settings, rehearsal::Rehearsal};
use crate::{
    event::{Event, EventKind, Nanos, Sink},
    ids::{StepIndex, TextId, ThreadId},
    machine::{Hardware, Machine},
    program::Program,
    schedule::{Bursts, Foreknowledge, Ledger, Moment, Policy, Priorities},
};

/// No dry run is longer than so many steps.
const MOST_STEPS: u32 = 20_000;

/// Nor than this, in virtual time of all threads together.
const MOST_WORK: Nanos = 500_000_000;

/// Who has run no longer has done nothing to speak of.
const NOTHING: Nanos = 100_000;

/// How much is computed in one go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Effort {
    /// No more steps than these.
    pub steps: u32,
    /// When all threads together have run so long, in virtual time, the step is the last.
    pub work: Nanos,
}

impl Effort {
    /// As much as there is.
    pub const WHATEVER_IT_TAKES: Self = Self { steps: u32::MAX, work: Nanos::MAX };
}

/// The same program under several policies.
#[derive(Debug)]
pub struct Comparison {
    program: Arc<Program>,
    settings: Settings,
    priorities: Priorities,
    /// The policies that are still to come, the next one last.
    left: Vec<Policy>,
    dry: Option<Box<Dry>>,
    charts: Vec<Chart>,
}

/// How the program went under a policy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chart {
    /// Under which.
    pub policy: Policy,
    /// When each core was in use, by its number.
    pub cores: Vec<Vec<Stretch>>,
    /// How each thread fared, by number.
    pub fares: Vec<Fare>,
    /// The feedback queue in which each thread stood last, from 0, by number.
    pub levels: Vec<u8>,
    /// It was looked at to its end.
    pub whole: bool,
}

/// A stretch of time that a thread had a core.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stretch {
    /// Who.
    pub thread: ThreadId,
    /// From when.
    pub begin: Nanos,
    /// Until when.
    pub end: Nanos,
}

/// How a thread fared.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Fare {
    /// When it came.
    pub arrived: Option<Nanos>,
    /// When it had a core first.
    pub first: Option<Nanos>,
    /// When it had run to its end.
    pub ended: Option<Nanos>,
    /// How long it could have gone on and had no core.
    pub waiting: Nanos,
    /// How long it ran.
    pub ran: Nanos,
}

/// What the threads of a chart have in common, in the mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Means {
    /// How long they waited for a core.
    pub waiting: Nanos,
    /// How long it was from coming to the end.
    pub turnaround: Nanos,
    /// How long it was from coming to the first time on a core.
    pub response: Nanos,
}

impl Chart {
    /// The threads that count: those that were started and have done something, the main one only if there are no others.
    pub fn threads(&self) -> impl Iterator<Item = (ThreadId, &Fare)> {
        let all = self.fares.iter().enumerate().map(|(at, fare)| (ThreadId::at(at), fare));
        let others = self.fares.iter().skip(1).any(|fare| fare.ran > 0);
        all.filter(move |(thread, fare)| fare.ran > 0 && (*thread != ThreadId::MAIN || !others))
    }

    /// The means over the threads that count; none while one of them has not ended.
    #[must_use]
    pub fn means(&self) -> Option<Means> {
        let (mut count, mut waiting, mut turnaround, mut response) = (0, 0, 0, 0);
        for (_, fare) in self.threads() {
            let arrived = fare.arrived?;
            count += 1;
            waiting += fare.waiting;
            turnaround += fare.ended?.saturating_sub(arrived);
            response += fare.first?.saturating_sub(arrived);
        }
        let mean = |sum: Nanos| sum.checked_div(count);
        Some(Means { waiting: mean(waiting)?, turnaround: mean(turnaround)?, response: mean(response)? })
    }
}

impl Comparison {
    /// The program under these policies; on one core, if the settings say none.
    #[must_use]
    pub fn new(program: Arc<Program>, settings: &Settings, priorities: Priorities, policies: Vec<Policy>) -> Self {
        let hardware = settings.hardware.or(Some(Hardware { cores: 1, gil: None }));
        let left = policies.into_iter().rev().collect();
        let settings = Settings { hardware, ..*settings };
        Self { program, settings, priorities, left, dry: None, charts: Vec::new() }
    }

    /// The seed of the runs.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.settings.seed
    }

    /// Whether all runs have been made.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.left.is_empty() && self.dry.is_none()
    }

    /// What has been made so far, in the order of the policies.
    #[must_use]
    pub fn charts(&self) -> &[Chart] {
        &self.charts
    }

    /// Goes on for so much: what comes of it does not depend on how long that takes.
    pub fn go_on(&mut self, effort: Effort) {
        let (mut steps, mut work): (u32, Nanos) = (0, 0);
        while steps < effort.steps && work < effort.work {
            steps += 1;
            let Some(dry) = &mut self.dry else {
                let Some(policy) = self.left.pop() else { return };
                self.dry = Some(Box::new(Dry::new(&self.program, &self.settings, &self.priorities, policy)));
                continue;
            };
            let before = dry.process_time();
            let went_on = dry.step();
            work = work.saturating_add(dry.process_time().saturating_sub(before));
            if !went_on && let Some(dry) = self.dry.take() {
                self.charts.push(dry.chart());
            }
        }
    }
}

/// A dry run.
#[derive(Debug)]
struct Dry {
    policy: Policy,
    /// What the policy has to know before, as long as that is being found out.
    rehearsal: Option<Box<Rehearsal>>,
    seed: u64,
    machine: Machine,
    ledger: Ledger,
    known: Foreknowledge,
    steps: u32,
    book: Book,
    whole: bool,
}

impl Dry {
    fn new(program: &Arc<Program>, settings: &Settings, priorities: &Priorities, policy: Policy) -> Self {
        let mut machine = settings.machine(Arc::clone(program));
        let mut book = Book::default();
        machine.announce(&mut book);
        let known = Foreknowledge { priorities: priorities.clone(), bursts: Bursts::default() };
        let rehearsal = (policy == Policy::Sjf).then(|| Box::new(Rehearsal::of(machine.clone(), settings.seed)));
        let ledger = Ledger::default();
        Self { policy, rehearsal, seed: settings.seed, machine, ledger, known, steps: 0, book, whole: false }
    }

    /// How long all threads have run in it, in virtual time.
    fn process_time(&self) -> Nanos {
        let before = self.rehearsal.as_ref().map_or(0, |rehearsal| rehearsal.process_time());
        before + self.machine.process_time()
    }

    /// Takes a step, of the rehearsal or of the run. Returns whether there is more to come.
    fn step(&mut self) -> bool {
        if let Some(mut rehearsal) = self.rehearsal.take() {
            if rehearsal.process_time() <= MOST_WORK && rehearsal.step() {
                self.rehearsal = Some(rehearsal);
            } else {
                self.known.bursts = rehearsal.bursts();
            }
            return true;
        }
        if self.steps >= MOST_STEPS || self.machine.process_time() > MOST_WORK {
            return false;
        }
        let step = StepIndex(self.steps);
        let (machine, ledger, known) = (&self.machine, &self.ledger, &self.known);
        let moment = Moment { machine, step, seed: self.seed, ledger, known };
        let choice = self.policy.choose(&moment);
        let went_on = choice.is_some_and(|choice| {
            let went_on = self.machine.step(choice, &mut self.book).is_ok();
            self.ledger.note(self.policy, &self.machine, choice.thread);
            went_on
        });
        self.whole = !went_on;
        self.steps += 1;
        went_on
    }

    fn chart(self) -> Chart {
        let levels = (0..self.book.fares.len()).map(|at| self.ledger.level(ThreadId::at(at))).collect();
        Chart { policy: self.policy, cores: self.book.cores, fares: self.book.fares, levels, whole: self.whole }
    }
}

/// Keeps book of a dry run.
#[derive(Debug, Default)]
struct Book {
    cores: Vec<Vec<Stretch>>,
    fares: Vec<Fare>,
    /// Since when each thread can go on, or will be able to.
    ready: Vec<Option<Nanos>>,
    /// What happened in the present step: who can go on, and what the thread itself does.
    woken: Vec<ThreadId>,
    rests: Option<Rest>,
}

/// Why a thread does not go on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Rest {
    Waits,
    Sleeps(Nanos),
    Ends,
}

impl Sink for Book {
    fn listens(&self) -> bool {
        true
    }

    fn text(&mut self, _text: &str) -> TextId {
        TextId(0)
    }

    fn event(&mut self, event: Event) {
        match event.kind {
            EventKind::ThreadStarted { thread } | EventKind::Woken { thread } => self.woken.push(thread),
            EventKind::Overtaken { thread } => *self.ready_of(thread) = None,
            EventKind::Blocked { .. } => self.rests = Some(Rest::Waits),
            EventKind::Slept { until } => self.rests = Some(Rest::Sleeps(until)),
            EventKind::ThreadFinished | EventKind::ThreadFailed { .. } => self.rests = Some(Rest::Ends),
            EventKind::Ran { core, begin, lasts } => self.ran(event.thread, core, (begin, begin + Nanos::from(lasts))),
            _ => {}
        }
    }
}

impl Book {
    fn make_room(&mut self, thread: ThreadId) {
        let count = self.fares.len().max(thread.index() + 1);
        self.fares.resize(count, Fare::default());
        self.ready.resize(count, None);
    }

    fn ready_of(&mut self, thread: ThreadId) -> &mut Option<Nanos> {
        self.make_room(thread);
        &mut self.ready[thread.index()]
    }

    /// A step is over.
    fn ran(&mut self, thread: ThreadId, core: u16, (begin, end): (Nanos, Nanos)) {
        let ready = self.ready_of(thread).take();
        let fare = &mut self.fares[thread.index()];
        fare.waiting += ready.map_or(0, |ready| begin.saturating_sub(ready));
        fare.arrived = fare.arrived.or(Some(begin));
        fare.first = fare.first.or(Some(begin));
        fare.ran += end - begin;
        let rests = self.rests.take();
        match rests {
            // It comes later.
            Some(Rest::Sleeps(until)) if fare.ran < NOTHING => {
                *fare = Fare { arrived: Some(until), ran: fare.ran, ..Fare::default() };
            }
            Some(Rest::Ends) => fare.ended = Some(end),
            _ => {}
        }
        self.ready[thread.index()] = match rests {
            None => Some(end),
            Some(Rest::Sleeps(until)) => Some(until),
            Some(Rest::Waits | Rest::Ends) => None,
        };
        for woken in std::mem::take(&mut self.woken) {
            *self.ready_of(woken) = Some(end);
            let fare = &mut self.fares[woken.index()];
            fare.arrived = fare.arrived.or(Some(end));
        }
        self.stretch(core, Stretch { thread, begin, end });
    }

    fn stretch(&mut self, core: u16, stretch: Stretch) {
        let core = usize::from(core);
        self.cores.resize(self.cores.len().max(core + 1), Vec::new());
        match self.cores[core].last_mut() {
            Some(last) if last.thread == stretch.thread && last.end >= stretch.begin => last.end = stretch.end,
            _ => self.cores[core].push(stretch),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{compiler::compile, schedule::Quantum, source::SourceText, stdlib::Library};

    const MS: Nanos = 1_000_000;

    const SMALL: Effort = Effort { steps: 10, work: MS };

    fn compared(text: &str, effort: Effort) -> Vec<Chart> {
        let program = Arc::new(compile(&Arc::new(SourceText::new("shop.py", text)), &Library).expect("it compiles"));
        let quantum = Quantum::Time(2 * MS);
        let policies = vec![Policy::Fcfs, Policy::Sjf, Policy::RoundRobin { quantum }, Policy::Mlfq { quantum }];
        let mut all = Comparison::new(program, &Settings::default(), Priorities::default(), policies);
        let mut slices = 0;
        while !all.is_done() {
            all.go_on(effort);
            slices += 1;
            assert!(slices < 100_000, "it comes to an end");
        }
        all.charts().to_vec()
    }

    /// A long customer comes first, two short ones behind it.
    const SHOP: &str = "import threading\ndef serve(n):\n    for _ in range(n):\n        pass\n\
                        for n in (400_000, 100_000, 50_000):\n    threading.Thread(target=serve, args=(n,)).start()\n";

    #[test]
    fn the_shortest_first_wait_least_and_slices_answer_first() {
        let charts = compared(SHOP, SMALL);
        let means: Vec<Means> = charts.iter().map(|chart| chart.means().expect("all end")).collect();
        let [fcfs, sjf, rr, mlfq] = means[..] else { panic!("{means:?}") };
        assert!(sjf.waiting < fcfs.waiting && sjf.waiting < rr.waiting && sjf.waiting < mlfq.waiting, "{means:?}");
        assert!(rr.response < fcfs.response && mlfq.response < fcfs.response, "{means:?}");
        for (chart, mean) in charts.iter().zip(&means) {
            assert!(chart.whole && mean.response <= mean.waiting && mean.waiting < mean.turnaround, "{mean:?}");
        }
    }

    #[test]
    fn the_work_is_the_same_under_each_policy_and_the_core_has_one_at_a_time() {
        let charts = compared(SHOP, SMALL);
        let work = |chart: &Chart| chart.fares.iter().map(|fare| fare.ran).sum::<Nanos>();
        for chart in &charts {
            assert_eq!(work(chart), work(&charts[0]), "{}", chart.policy);
            assert!(chart.cores[0].windows(2).all(|pair| pair[0].end <= pair[1].begin), "{}", chart.policy);
        }
    }

    #[test]
    fn who_sleeps_first_arrives_when_it_wakes() {
        let text = "import threading, time\ndef late():\n    time.sleep(0.5)\n    for _ in range(50_000):\n        pass\n\
                    threading.Thread(target=late).start()\n";
        for chart in compared(text, SMALL) {
            let fare = chart.fares[1];
            let ended = fare.ended.zip(fare.arrived).map(|(ended, arrived)| ended - arrived);
            assert!(ended.is_some_and(|time| time < 50 * MS), "{fare:?}");
            assert!(fare.waiting < MS, "{fare:?}");
        }
    }

    #[test]
    fn feedback_queues_let_the_long_one_sink() {
        let charts = compared(&SHOP.replace("50_000", "5_000"), SMALL);
        let mlfq = charts.last().expect("it is the last one");
        assert!(mlfq.levels[1] > mlfq.levels[3], "{:?}", mlfq.levels);
        assert!(charts[0].levels.iter().all(|&level| level == 0));
    }

    #[test]
    fn slices_or_one_go_come_to_the_same() {
        assert_eq!(compared(SHOP, SMALL), compared(SHOP, Effort::WHATEVER_IT_TAKES));
    }

    #[test]
    fn a_program_without_an_end_is_looked_at_for_a_while() {
        let charts = compared("while True:\n    x = 1\n", Effort::WHATEVER_IT_TAKES);
        assert!(charts.iter().all(|chart| !chart.whole && chart.means().is_none()));
    }
}
