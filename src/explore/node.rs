//! A machine on its way through the search, with what the search knows of its threads.

use smallvec::SmallVec;

use super::{
    futures::{Family, Futures, Location},
    places::{AccessSet, Places},
    row::Row,
    stance::Stance,
};
use crate::{
    choice::{Choice, Way},
    event::Silence,
    ids::ThreadId,
    machine::{Choosable, Machine, Order, StepFootprint, Text},
};

/// Random integers below a limit up to this are all tried, of others a few.
const MOST_DRAWS: u64 = 8;

/// Fractions that are tried where one is drawn, in quarters of 2⁶⁴.
const FRACTIONS: [u64; 4] = [0, 1 << 62, 1 << 63, u64::MAX];

/// The ways in which threads can go on.
pub type Ways = SmallVec<[Choice; 4]>;

/// A machine with what the search knows of its threads.
#[derive(Clone, Debug)]
pub struct Node {
    /// The machine.
    pub machine: Machine,
    family: Family,
    /// The threads that live, in order.
    pub looks: SmallVec<[Look; 6]>,
    /// Who took the last step.
    pub last: Option<ThreadId>,
    /// How often a thread that could have gone on was left for another.
    pub preemptions: u32,
}

/// A thread that lives.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Which one.
    pub thread: ThreadId,
    /// Where it stands.
    pub location: Location,
    /// What it does next there.
    pub stance: Stance,
    /// Whether it would get on: nobody does, once the program has ended.
    pub enabled: bool,
    /// Whether it rests before an access to memory, and could go on.
    pub accesses: bool,
}

/// What the nodes of a search have in common.
#[derive(Clone, Debug, Default)]
pub struct Common {
    /// The bits of places.
    pub places: Places,
    /// What threads may still do.
    pub futures: Futures,
    /// Some random numbers were left out.
    pub sampled: bool,
    /// What steps run.
    text: Option<Text>,
}

impl Common {
    /// How much was learned: more, where something was.
    #[must_use]
    pub fn learned(&self) -> u64 {
        self.futures.learned + self.places.count() as u64 + u64::from(self.sampled)
    }
}

impl Node {
    /// A machine that nothing is known of.
    pub fn new(machine: Machine, common: &mut Common) -> Self {
        let mut family = Family::default();
        family.grow(ThreadId::MAIN, machine.thread_count(), &mut common.futures);
        let mut node = Self { machine, family, looks: SmallVec::new(), last: None, preemptions: 0 };
        node.look(None, common);
        node
    }

    /// From here on its threads go past joins.
    pub fn owe_joins(&mut self, common: &mut Common) {
        self.machine.owe_joins();
        self.looks.clear();
        self.look(None, common);
    }

    /// Takes a step, which has to be possible; returns what it did.
    pub fn step(&mut self, choice: Choice, common: &mut Common) -> StepFootprint {
        let thread = choice.thread;
        let before = self.looks.iter().find(|look| look.thread == thread).map(|look| (look.location, look.stance));
        self.preemptions += u32::from(self.preempted_by_others().is_some_and(|last| last != thread));
        self.last = Some(thread);
        let text = common.text.get_or_insert_with(|| self.machine.text());
        let stepped = self.machine.step_through(text, choice, &mut Silence);
        debug_assert!(stepped.is_ok(), "only what is possible is chosen");
        let footprint = stepped.unwrap_or_default();
        self.family.grow(thread, self.machine.thread_count(), &mut common.futures);
        if let Some((location, stance)) = before {
            let mut done = *common.futures.next(stance);
            common.places.add_touched(&self.machine, &footprint, &mut done);
            common.futures.see(location, &done);
            if footprint.is_stretched() {
                common.futures.see_long(location);
            }
        }
        self.look(before.map(|(location, _)| (thread, location)), common);
        footprint
    }

    /// Who took the last step, if that thread could go on: any other would preempt it.
    #[must_use]
    pub fn preempted_by_others(&self) -> Option<ThreadId> {
        self.last.filter(|&last| self.machine.gets_on(last))
    }

    /// Looks at the threads again after a step of the one that moved, from where it was.
    fn look(&mut self, moved: Option<(ThreadId, Location)>, common: &mut Common) {
        let before = std::mem::take(&mut self.looks);
        let machine = &self.machine;
        let goes_on = machine.end().is_none();
        let mut known = before.iter().peekable();
        machine.each_living(|thread| {
            while known.next_if(|look| look.thread < thread).is_some() {}
            let old = known.next_if(|look| look.thread == thread);
            let stayed = old.filter(|_| moved.is_none_or(|(by, _)| by != thread));
            let mut look = stayed.copied().unwrap_or_else(|| {
                let location = common.futures.location(&self.family, machine, thread);
                let mut next = AccessSet::default();
                common.places.add(machine, thread, &machine.pending_footprint(thread), &mut next);
                let stance = common.futures.stance(location, next);
                if let Some((_, from)) = moved {
                    common.futures.lead(from, location);
                }
                Look { thread, location, stance, enabled: false, accesses: machine.is_before_access(thread) }
            });
            look.enabled =
                goes_on && (machine.gets_on(thread) || machine.may_expire(thread)) || machine.may_wake(thread);
            if machine.is_anything_owed() {
                look.accesses = machine.is_before_access(thread);
            }
            look.accesses &= goes_on;
            self.looks.push(look);
        });
    }

    /// The ways in which a thread can go on.
    pub fn ways_of(&self, look: &Look, ways: &mut Ways, common: &mut Common) {
        if !look.enabled {
            return;
        }
        let thread = look.thread;
        if self.machine.gets_on(thread) {
            match self.machine.drawing(thread) {
                None => ways.push(Choice::run(thread)),
                Some(below) => {
                    common.sampled |= !(1..=MOST_DRAWS).contains(&below);
                    draws(below, |drawn| ways.push(Choice::new(thread, Way::Draw(drawn))));
                }
            }
        }
        if self.machine.may_expire(thread) {
            ways.push(Choice::expire(thread));
        }
        if self.machine.may_wake(thread) {
            ways.push(Choice::new(thread, Way::Wake));
        }
    }

    /// All ways on.
    pub fn all_ways(&self, common: &mut Common) -> Ways {
        let mut ways = Ways::new();
        self.looks.iter().for_each(|look| self.ways_of(look, &mut ways, common));
        ways
    }

    /// Whether nobody goes on unless a waiter wakes for nothing: that need not happen.
    #[must_use]
    pub fn may_rest(&self) -> bool {
        !self.looks.iter().any(|look| self.goes_on(look))
    }

    /// Whether the thread goes on, sooner or later, if all others rest: not only by waking for nothing.
    #[must_use]
    pub fn goes_on(&self, look: &Look) -> bool {
        goes_on(&self.machine, look.thread)
    }

    /// The threads that live, in the order in which the machine is told.
    pub fn row(&self, order: Order) -> Row {
        let location =
            |thread: &ThreadId| self.looks.iter().find(|look| look.thread == *thread).map(|look| look.location);
        let locations = order.iter().filter_map(location).collect();
        Row { threads: order, locations, made: self.machine.thread_count() as u32 }
    }

    /// Whoever is only kept back by a guard begins to wait, before the program ends and cuts daemons off: perhaps a circle
    /// closes. The choices for it are added.
    pub fn let_wait(&mut self, mut choices: impl FnMut(Choice)) {
        for look in self.looks.iter().filter(|look| !look.enabled) {
            let choice = Choice::run(look.thread);
            wait_for_owed(&mut self.machine, look.thread, &mut choices);
            if self.machine.is_possible(choice) && self.machine.step(choice, &mut Silence).is_ok() {
                choices(choice);
            }
        }
    }

    /// Nobody gets on: whoever was only kept back by a guard begins to wait, until the machine says how that ends. The
    /// choices for it are added.
    pub fn close(&mut self, mut choices: impl FnMut(Choice)) {
        for look in &self.looks {
            wait_for_owed(&mut self.machine, look.thread, &mut choices);
        }
        while self.machine.end().is_none() {
            let Some(choice) = self.machine.choosable().next().map(|it: Choosable| it.choice(|| 0)) else { return };
            choices(choice);
            let stepped = self.machine.step(choice, &mut Silence);
            debug_assert!(stepped.is_ok(), "what the machine offers is possible");
        }
    }
}

/// The thread begins to wait for what it owes; the choices that the real machine takes for it are added.
fn wait_for_owed(machine: &mut Machine, thread: ThreadId, choices: &mut impl FnMut(Choice)) {
    let owed = machine.wait_for_owed(thread);
    (0..owed).for_each(|_| choices(Choice::run(thread)));
}

fn goes_on(machine: &Machine, thread: ThreadId) -> bool {
    machine.end().is_none() && (machine.gets_on(thread) || machine.may_expire(thread))
}

/// The numbers that are tried where one below the limit is drawn; 0 stands for a fraction.
fn draws(below: u64, each: impl FnMut(u64)) {
    match below {
        0 => FRACTIONS.into_iter().for_each(each),
        1..=MOST_DRAWS => (0..below).for_each(each),
        _ => [0, 1, below / 2, below - 1].into_iter().for_each(each),
    }
}

/// Calls back with every way in which the machine could go on, guards or not.
pub fn each_way(machine: &Machine, mut each: impl FnMut(Choice)) {
    machine.each_choosable(|choosable| match choosable {
        Choosable::Draw(thread) => {
            let below = machine.drawing(thread).unwrap_or(0);
            draws(below, |drawn| each(Choice::new(thread, Way::Draw(drawn))));
        }
        other => each(other.choice(|| 0)),
    });
    machine.wakeable().for_each(|choosable| each(choosable.choice(|| 0)));
}
