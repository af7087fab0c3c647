//! How a program asks to be run: the settings of the machine in its metadata, under the names that the flags of the command
//! line have. A flag wins over the file.

use super::ValueType;
use super::metadata::{Reader, Value};
use crate::{
    event::Nanos,
    machine::{Hardware, SWITCH_INTERVAL},
    schedule::{Policy, Priorities, Quantum},
};

/// More cores than these are not shown.
pub const MOST_CORES: u16 = 64;

/// What was said of how a program is to be run; the rest is left to raddle.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Setup {
    /// Who goes next.
    pub policy: Option<Policy>,
    /// How long turns are.
    pub quantum: Option<Quantum>,
    /// The holder of a lock inherits the priority of its waiter.
    pub inherit: Option<bool>,
    /// How many cores there are.
    pub cores: Option<u16>,
    /// Whether there is a global interpreter lock.
    pub gil: Option<bool>,
    /// How long its holder keeps it when others want it.
    pub interval: Option<Nanos>,
}

impl Setup {
    /// What this one leaves open is as the other says.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            policy: self.policy.or(other.policy),
            quantum: self.quantum.or(other.quantum),
            inherit: self.inherit.or(other.inherit),
            cores: self.cores.or(other.cores),
            gil: self.gil.or(other.gil),
            interval: self.interval.or(other.interval),
        }
    }

    /// The policy, with its quantum, where the program or the viewer says one.
    #[must_use]
    pub fn policy(&self) -> Option<Policy> {
        let policy = self.policy?;
        if let (Policy::Priority { .. }, Some(inherit)) = (policy, self.inherit) {
            return Some(Policy::Priority { inherit });
        }
        Some(self.quantum.and_then(|quantum| policy.with_quantum(quantum)).unwrap_or(policy))
    }
}

impl Setup {
    /// The processor, where there is one. Cores alone come with CPython's interpreter lock.
    #[must_use]
    pub fn hardware(&self) -> Option<Hardware> {
        let interval = self.interval.unwrap_or(SWITCH_INTERVAL);
        let gil = self.gil.unwrap_or(true).then_some(interval);
        self.cores.map(|cores| Hardware { cores, gil })
    }
}

const KEYS: [&str; 6] = ["cores", "gil", "interval", "policy", "quantum", "inherit"];

impl Reader<'_> {
    pub(super) fn setup(&mut self, value: &Value<'_>) -> Setup {
        let mut setup = Setup::default();
        let Some(table) = self.table("machine", value) else { return setup };
        for (key, value) in table {
            let name = &**key.get_ref();
            match name {
                "cores" => setup.cores = self.cores(value),
                "gil" => setup.gil = self.switch(name, value),
                "inherit" => setup.inherit = self.switch(name, value),
                "interval" => setup.interval = self.interval(value),
                "policy" => setup.policy = self.policy(value),
                "quantum" => setup.quantum = self.quantum(value),
                unknown => self.unknown(unknown, key.span(), &KEYS),
            }
        }
        setup
    }

    pub(super) fn priorities(&mut self, value: &Value<'_>) -> Priorities {
        let mut priorities = Priorities::default();
        let Some(table) = self.table("priorities", value) else { return priorities };
        for (name, value) in table {
            if let Some(number) = self.integer(name.get_ref(), value) {
                priorities.set(name.get_ref(), number);
            }
        }
        priorities
    }

    fn cores(&mut self, value: &Value<'_>) -> Option<u16> {
        let number = self.integer("cores", value)?;
        let cores = u16::try_from(number).ok().filter(|cores| (1..=MOST_CORES).contains(cores));
        if cores.is_none() {
            self.wrong_type("cores", value, ValueType::Cores);
        }
        cores
    }

    fn switch(&mut self, key: &str, value: &Value<'_>) -> Option<bool> {
        let on = value.get_ref().as_bool();
        if on.is_none() {
            self.wrong_type(key, value, ValueType::Switch);
        }
        on
    }

    fn interval(&mut self, value: &Value<'_>) -> Option<Nanos> {
        match quantum_of(value) {
            Some(Quantum::Time(time)) => Some(time),
            // A bare number is one of milliseconds, as behind the flag.
            Some(Quantum::Steps(number)) => Some(Nanos::from(number) * 1_000_000),
            None => {
                self.wrong_type("interval", value, ValueType::Interval);
                None
            }
        }
    }

    fn quantum(&mut self, value: &Value<'_>) -> Option<Quantum> {
        let quantum = quantum_of(value);
        if quantum.is_none() {
            self.wrong_type("quantum", value, ValueType::Quantum);
        }
        quantum
    }

    pub(super) fn policy(&mut self, value: &Value<'_>) -> Option<Policy> {
        let name = self.text("policy", value)?;
        let policy = name.parse().ok();
        if policy.is_none() {
            self.wrong_type("policy", value, ValueType::Policy);
        }
        policy
    }
}

fn quantum_of(value: &Value<'_>) -> Option<Quantum> {
    match value.get_ref().as_str() {
        Some(text) => text.parse().ok(),
        None => value.get_ref().as_integer()?.as_str().parse().ok(),
    }
}
