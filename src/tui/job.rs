//! A file that is made while the screen goes on. Who quits meanwhile leaves no half of it behind.

use std::{fmt, fs, path::PathBuf};

use crossbeam_channel::{Receiver, bounded};

/// What makes a file.
pub struct Job {
    /// Makes it, and says what came of it.
    pub work: Box<dyn FnOnce() -> String + Send>,
    /// What there is of it until it is whole.
    pub part: PathBuf,
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Job").field("part", &self.part).finish_non_exhaustive()
    }
}

impl Job {
    /// Begins the work, on a thread of its own.
    #[must_use]
    pub fn begin(self) -> Running {
        let Self { work, part } = self;
        let (sender, done) = bounded(1);
        std::thread::spawn(move || sender.send(work()));
        Running { done, part }
    }
}

/// A job that has begun. Dropping it takes away what is not whole.
#[derive(Debug)]
pub struct Running {
    done: Receiver<String>,
    part: PathBuf,
}

impl Running {
    /// Where it is said what came of it.
    #[must_use]
    pub fn done(&self) -> &Receiver<String> {
        &self.done
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.part);
    }
}
