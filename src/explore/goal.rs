//! What somebody who chooses the threads is to bring about, and whether a machine shows that it has come about.

use super::end::Kind;
use crate::{event::End, ids::ThreadId, machine::Machine};

/// What is to be brought about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Goal {
    /// The program ends so; of a deadlock it is enough that the circle has closed.
    End(Kind),
    /// This is printed, perhaps over several lines.
    Prints(String),
    /// The program finishes and has not printed this.
    FinishesWithout(String),
    /// The program finishes and has printed other lines than these, in whatever order.
    FinishesUnlike(Vec<String>),
    /// So many threads are inside a part of the program at once: a function of this name, or lines with this text.
    Inside {
        /// The function, or the text.
        part: String,
        /// How many.
        threads: usize,
    },
}

impl Goal {
    /// Whether what was printed before bears on whether it is reached.
    #[must_use]
    pub const fn asks_for_output(&self) -> bool {
        matches!(self, Self::Prints(_) | Self::FinishesWithout(_) | Self::FinishesUnlike(_))
    }

    /// Whether a machine has come to it. That nobody gets on any more, a machine alone does not show: see [`super::StateMap`].
    #[must_use]
    pub fn is_reached(&self, machine: &Machine) -> bool {
        let finished = || machine.end() == Some(End::Finished) && Kind::of(machine) == Kind::Finished;
        match self {
            Self::End(Kind::Deadlock) => closes(machine),
            Self::End(kind) => machine.end().is_some() && Kind::of(machine) == *kind,
            Self::Prints(text) => machine.output().text(false).contains(text.as_str()),
            Self::FinishesWithout(text) => finished() && !machine.output().text(false).contains(text.as_str()),
            Self::FinishesUnlike(lines) => finished() && sorted_lines(&machine.output().text(false)) != *lines,
            Self::Inside { part, threads } => {
                let inside = |at: &usize| machine.is_inside(ThreadId::at(*at), part);
                (0..machine.thread_count()).filter(inside).count() >= *threads
            }
        }
    }
}

/// Whether threads for which the program waits stand in a circle that nobody can undo.
fn closes(machine: &Machine) -> bool {
    machine.end() == Some(End::Deadlock)
        || machine.deadlocks().any(|circle| circle.links.iter().any(|link| !machine.is_daemon(link.thread)))
}

/// The lines of a text, sorted: programs that print the same in another order have printed the same.
#[must_use]
pub fn sorted_lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.sort_unstable();
    lines
}
