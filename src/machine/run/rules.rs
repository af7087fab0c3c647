//! Rules that a viewer can change: where a thread can be put aside for another, how much is written at once, and whether a
//! waiter may wake for nothing.
//!
//! The default is the most that the language allows. Narrower rules are those of an implementation: a program that only goes
//! right under them goes right by luck.

use crate::machine::{
    Machine,
    run::exec::Exec,
    state::place::{Footprint, Place},
};

/// As old CPython had it, `sys.setcheckinterval`: so many instructions are run between two looks at who else wants to go on.
pub const CHECK_INTERVAL: u32 = 100;

/// Rules of the machine that a viewer can change.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
pub struct Rules {
    /// Where a thread can be put aside for another.
    pub switching: Switching,
    /// How much of a line is written at once.
    pub printing: Printing,
    /// A waiter of a condition may wake without being notified, as POSIX and Java allow it; whoever drives the machine decides.
    pub spurious: bool,
}

/// How much of what `print` has to say is written at once.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
pub enum Printing {
    /// All of it.
    #[default]
    Whole,
    /// The text, and then the end of the line: others can print in between.
    Torn,
}

impl Printing {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Whole, Self::Torn];

    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Torn => "torn",
        }
    }

    /// The one with that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// Where a thread can be put aside for another, beside every operation on a primitive and everything that is printed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
pub enum Switching {
    /// Before every access to memory that others can reach.
    #[default]
    Anywhere,
    /// Where CPython 3.11 looks at its eval breaker: where a function of Python begins or a generator goes on, behind a call
    /// of a builtin one, and at jumps back.
    Calls,
    /// After every [`CHECK_INTERVAL`] instructions, as CPython 2 had it. They are counted anew whenever a thread comes to
    /// rest; native work counts by its size.
    Count,
}

impl Switching {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Anywhere, Self::Calls, Self::Count];

    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Anywhere => "anywhere",
            Self::Calls => "calls",
            Self::Count => "count",
        }
    }

    /// The one with that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

impl Machine {
    /// The same program under these rules.
    #[must_use]
    pub fn under(mut self, rules: Rules) -> Self {
        self.rules = rules;
        self
    }

    /// The rules that the program runs under.
    #[must_use]
    pub fn rules(&self) -> Rules {
        self.rules
    }
}

impl Exec<'_> {
    /// Whether the thread could be put aside for another where it is.
    #[inline]
    pub fn may_switch(&self) -> bool {
        match self.machine.rules.switching {
            Switching::Anywhere => true,
            Switching::Calls => self.at_point,
            Switching::Count => self.spent + (self.counted - self.fuel - self.reserve) >= CHECK_INTERVAL,
        }
    }

    /// Whether the thread rests before it touches this: printing gives the interpreter up, wherever that is.
    pub fn rests_before(&self, footprint: &Footprint) -> bool {
        self.may_switch() || footprint.iter().any(|access| access.place == Place::Output)
    }
}
