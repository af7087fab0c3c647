//! The panes of the stage, by the names that a scenario can ask for them with. How each is drawn is the screen's business.

/// Gives each pane its name, in the order of reading.
macro_rules! panes {
    ($($(#[$doc:meta])* $pane:ident $name:literal,)*) => {
        /// A pane of the stage.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
        pub enum Pane {
            $($(#[$doc])* $pane,)*
        }

        impl Pane {
            /// Every pane, in the order of reading.
            pub const ALL: &'static [Self] = &[$(Self::$pane),*];

            /// Its name in metadata.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$pane => $name,)*
                }
            }
        }
    };
}

panes! {
    /// The program.
    Source "source",
    /// Who waits for whom, in a circle.
    Graph "graph",
    /// Threads and things in a circle, with what is wanted and held.
    Ring "ring",
    /// Shared variables, what was written to them before, and the threads' own copies.
    Memory "memory",
    /// A box for each process, with its threads and the variables of its own.
    AddressSpaces "address_spaces",
    /// Which lock guards which variable, and who touched it without.
    Guards "guards",
    /// The calls of threads as cards, and frames that are laid aside.
    CallStacks "call_stacks",
    /// What a queue is inside: a line, a stack, a tree.
    Heap "heap",
    /// A thread pool: its workers, what each works at, and what waits.
    Pool "pool",
    /// The instructions of the present line.
    Bytecode "bytecode",
    /// The primitives and shared variables.
    Resources "shared",
    /// The five states of the textbooks, with a mark for each thread.
    States "states",
    /// A Gantt chart: a row for each core.
    Cores "cores",
    /// The token of the interpreter: who has it, who asks for it.
    Gil "gil",
    /// What each thread has come to: turns, waits, work.
    Stats "stats",
    /// A cell for every thread.
    Crowd "crowd",
    /// The same program under several policies.
    PolicyCompare "policy_compare",
    /// Every state that a small program can come to, and where the run is among them.
    StateMap "state_map",
    /// A program with a mistake beside the one without it.
    SideBySide "side_by_side",
    /// The threads.
    Threads "threads",
    /// Their histories.
    Timeline "timeline",
    /// What the program printed.
    Output "output",
    /// What happened.
    Log "log",
}

impl Pane {
    /// The pane of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|pane| pane.name() == name)
    }

    /// The message with what it is called: `pane-` and its name.
    #[must_use]
    pub fn title(self) -> String {
        match self {
            Self::Resources => "pane-resources".to_owned(),
            other => format!("pane-{}", other.name().replace('_', "-")),
        }
    }

    /// Whether it stands on the stage of every program; the others share the picture, and are there when there is a reason.
    #[must_use]
    pub const fn always_stands(self) -> bool {
        matches!(self, Self::Source | Self::Threads | Self::Timeline | Self::Output | Self::Log)
    }
}
