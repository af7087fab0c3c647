//! A semaphore: how many permits are left, and who took the others; or, where it is a signal, how many were given.

use crate::{event::SemaphoreChange, ids::ThreadId};

/// What a semaphore is like.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SemaphoreState {
    /// So many permits are left.
    pub left: u32,
    /// Who took the others, in order.
    pub holders: Vec<ThreadId>,
    /// It is used as a signal: permits are given and taken, and nobody holds one.
    pub signals: bool,
    /// Somebody gave back what another took: nobody is sure to give back what is out.
    pub handed: bool,
}

impl SemaphoreState {
    /// A semaphore with so many permits. One that begins without any is a signal.
    #[must_use]
    pub fn new(permits: u32) -> Self {
        Self { left: permits, holders: Vec::new(), signals: permits == 0, handed: false }
    }

    pub(super) fn apply(&mut self, change: SemaphoreChange, by: ThreadId) {
        match change {
            SemaphoreChange::Taken { left } => {
                self.left = left;
                if !self.signals {
                    self.holders.push(by);
                }
            }
            SemaphoreChange::Returned { left } => {
                for _ in self.left..left {
                    self.give_back(by);
                }
                self.left = left;
            }
        }
    }

    /// A permit comes back. From somebody who took none it is that of who took the first one; where nobody has any, permits are
    /// signals from now on.
    fn give_back(&mut self, by: ThreadId) {
        match self.holders.iter().position(|&holder| holder == by) {
            Some(at) => drop(self.holders.remove(at)),
            None if self.holders.is_empty() => self.signals = true,
            None => {
                self.holders.remove(0);
                self.handed = true;
            }
        }
    }

    /// The threads that took permits and are sure to be those who give them back.
    #[must_use]
    pub fn owners(&self) -> &[ThreadId] {
        if self.handed { &[] } else { &self.holders }
    }

    /// Whether permits that are given or taken are signals.
    #[must_use]
    pub fn is_signalled(&self, change: SemaphoreChange) -> bool {
        match change {
            _ if self.signals => true,
            SemaphoreChange::Taken { .. } => false,
            SemaphoreChange::Returned { left } => left.saturating_sub(self.left) as usize > self.holders.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_gives_back_for_another_changes_nothing_of_the_figure() {
        let (first, last) = (ThreadId(1), ThreadId(3));
        let mut board = SemaphoreState::new(1);
        board.apply(SemaphoreChange::Taken { left: 0 }, first);
        assert_eq!((board.holders.as_slice(), board.owners()), (&[first][..], &[first][..]));
        let back = SemaphoreChange::Returned { left: 1 };
        assert!(!board.is_signalled(back));
        board.apply(back, last);
        assert!(board.holders.is_empty() && !board.signals && board.handed);
        board.apply(SemaphoreChange::Taken { left: 0 }, last);
        assert_eq!((board.holders.as_slice(), board.owners()), (&[last][..], &[][..]));
    }

    #[test]
    fn what_nobody_took_is_a_signal() {
        let mut bell = SemaphoreState::new(1);
        let given = SemaphoreChange::Returned { left: 2 };
        assert!(bell.is_signalled(given));
        bell.apply(given, ThreadId(1));
        assert!(bell.signals && SemaphoreState::new(0).signals);
    }
}
