//! The threads of a circle, as many as are named one by one.

use crate::ids::ThreadId;

/// So many are named; of a larger circle it is said how large it is.
const NAMED: usize = 6;

/// The threads of a circle in its order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Members {
    count: u32,
    threads: [ThreadId; NAMED],
}

impl Default for Members {
    fn default() -> Self {
        Self { count: 0, threads: [ThreadId::MAIN; NAMED] }
    }
}

impl Members {
    /// How many there are.
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// The threads one by one; none if there are too many to name them.
    #[must_use]
    pub fn named(&self) -> Option<&[ThreadId]> {
        self.threads.get(..self.count as usize)
    }

    /// The same circle, begun at the thread that was made first.
    #[must_use]
    pub fn from_first(mut self) -> Self {
        if let Some(threads) = self.threads.get_mut(..self.count as usize) {
            let first = threads.iter().enumerate().min_by_key(|(_, thread)| **thread).map_or(0, |(at, _)| at);
            threads.rotate_left(first);
        }
        self
    }

    /// Adds a thread behind the others.
    pub fn add(&mut self, thread: ThreadId) {
        if let Some(free) = self.threads.get_mut(self.count as usize) {
            *free = thread;
        }
        self.count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_told_from_its_first_thread_on() {
        let mut members = Members::default();
        [3, 4, 1].into_iter().for_each(|id| members.add(ThreadId(id)));
        assert_eq!(members.from_first().named(), Some([1, 3, 4].map(ThreadId).as_slice()));
    }

    #[test]
    fn a_large_circle_is_only_counted() {
        let mut members = Members::default();
        for at in 0..NAMED {
            members.add(ThreadId::at(at));
        }
        assert_eq!(members.named().map(<[ThreadId]>::len), Some(NAMED));
        assert_eq!(members.from_first(), members);
        members.add(ThreadId(9));
        assert_eq!((members.named(), members.count()), (None, NAMED as u32 + 1));
    }
}
