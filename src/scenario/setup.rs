//! How a program asks to be run: the settings of the machine in its metadata, under the names that the flags of the command
//! line have. A flag wins over the file.

use super::ValueType;
use super::metadata::{Reader, Value};
use crate::{
    compiler::Literal,
    event::Nanos,
    machine::{Hardware, Printing, Rules, SWITCH_INTERVAL, Switching},
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
    /// Where a thread can be put aside for another.
    pub switching: Option<Switching>,
    /// How much of a line is written at once.
    pub printing: Option<Printing>,
    /// A waiter of a condition may wake without being notified.
    pub spurious: Option<bool>,
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
            switching: self.switching.or(other.switching),
            printing: self.printing.or(other.printing),
            spurious: self.spurious.or(other.spurious),
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

    /// The rules of the machine: those that are said, and of the rest these.
    #[must_use]
    pub fn rules(&self, others: Rules) -> Rules {
        Rules {
            switching: self.switching.unwrap_or(others.switching),
            printing: self.printing.unwrap_or(others.printing),
            spurious: self.spurious.unwrap_or(others.spurious),
        }
    }
}

/// As parameters: what each is worth, and how it is given another value.
impl Setup {
    /// The names of the settings.
    pub const KEYS: [&'static str; 9] =
        ["cores", "gil", "interval", "policy", "quantum", "inherit", "switching", "printing", "spurious"];

    /// What a setting is worth, where nobody said it, too; none if there is no such setting. Intervals are whole milliseconds,
    /// and so are quanta unless they are steps.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<Literal> {
        let switch = |on: bool| Literal::Str(if on { ON } else { OFF }.to_owned());
        let whole = |time: Nanos| Literal::Int((time / MILLISECOND) as i64);
        Some(match name {
            "cores" => Literal::Int(self.cores.unwrap_or(1).into()),
            "gil" => switch(self.gil.unwrap_or(true)),
            "inherit" => switch(self.inherit.unwrap_or(false)),
            "interval" => whole(self.interval.unwrap_or(SWITCH_INTERVAL)),
            "switching" => Literal::Str(self.switching.unwrap_or_default().name().to_owned()),
            "printing" => Literal::Str(self.printing.unwrap_or_default().name().to_owned()),
            "spurious" => switch(self.spurious.unwrap_or(false)),
            "policy" => Literal::Str(self.policy.unwrap_or(Policy::Fair).name().to_owned()),
            "quantum" => match self.quantum.or(self.policy.unwrap_or(Policy::Fair).quantum()) {
                Some(Quantum::Time(time)) => whole(time),
                Some(Quantum::Steps(steps)) => Literal::Int(steps.into()),
                None => Literal::Int(1),
            },
            _ => return None,
        })
    }

    /// The words that a setting can be worth; none if it is a number.
    #[must_use]
    pub fn choices(name: &str) -> Vec<String> {
        let words: Vec<&str> = match name {
            "policy" => Policy::ALL.iter().map(|policy| policy.name()).collect(),
            "gil" | "inherit" | "spurious" => vec![ON, OFF],
            "printing" => Printing::ALL.iter().map(|it| it.name()).collect(),
            "switching" => Switching::ALL.iter().map(|it| it.name()).collect(),
            _ => Vec::new(),
        };
        words.into_iter().map(str::to_owned).collect()
    }

    /// Gives a setting this value; it stays as it is if the value is none of its own.
    pub fn set(&mut self, name: &str, value: &Literal) {
        let on = *value == Literal::Str(ON.to_owned());
        match (name, value) {
            ("policy", Literal::Str(policy)) => self.policy = policy.parse().ok().or(self.policy),
            ("switching", Literal::Str(word)) => self.switching = Switching::named(word).or(self.switching),
            ("printing", Literal::Str(word)) => self.printing = Printing::named(word).or(self.printing),
            ("spurious", _) => self.spurious = Some(on),
            ("gil", _) => self.gil = Some(on),
            ("inherit", _) => self.inherit = Some(on),
            ("cores", &Literal::Int(cores)) => self.cores = u16::try_from(cores).ok().or(self.cores),
            ("interval", &Literal::Int(time)) => {
                self.interval = u64::try_from(time).ok().map(|time| time.saturating_mul(MILLISECOND)).or(self.interval);
            }
            ("quantum", &Literal::Int(number)) => {
                let in_steps = !matches!(self.quantum, Some(Quantum::Time(_)));
                let steps = u32::try_from(number).ok().filter(|&number| number > 0);
                let quantum = steps.map(|number| match in_steps {
                    true => Quantum::Steps(number),
                    false => Quantum::Time(Nanos::from(number) * MILLISECOND),
                });
                self.quantum = quantum.or(self.quantum);
            }
            _ => {}
        }
    }
}

const MILLISECOND: Nanos = 1_000_000;
const ON: &str = "on";
const OFF: &str = "off";

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
                "switching" => setup.switching = self.switching(value),
                "printing" => setup.printing = self.printing(value),
                "spurious" => setup.spurious = self.switch(name, value),
                unknown => self.unknown(unknown, key.span(), &Setup::KEYS),
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

    fn printing(&mut self, value: &Value<'_>) -> Option<Printing> {
        let word = self.text("printing", value)?;
        let printing = Printing::named(&word);
        if printing.is_none() {
            self.wrong_type("printing", value, ValueType::Printing);
        }
        printing
    }

    fn switching(&mut self, value: &Value<'_>) -> Option<Switching> {
        let word = self.text("switching", value)?;
        let switching = Switching::named(&word);
        if switching.is_none() {
            self.wrong_type("switching", value, ValueType::Switching);
        }
        switching
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
