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
    /// Which lock guards which variable, and who touched it without.
    Guards "guards",
    /// The primitives and shared variables.
    Resources "shared",
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
}
