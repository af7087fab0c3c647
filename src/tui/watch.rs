//! Watches the file of the program on the stage, so that saving it in an editor shows at once. The only home of notify.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use crossbeam_channel::{Receiver, unbounded};
use notify::RecommendedWatcher;
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

/// Editors write a file in several steps; so long it has to be quiet.
const QUIET: Duration = Duration::from_millis(120);

/// A file being watched.
pub struct Watch {
    path: PathBuf,
    changes: Receiver<DebounceEventResult>,
    _watcher: Debouncer<RecommendedWatcher, RecommendedCache>,
}

impl Watch {
    /// Watches a file, by the folder that it is in: many editors save by putting a new file in its place.
    ///
    /// # Errors
    /// When the system does not let us.
    pub fn of(path: &Path) -> notify::Result<Self> {
        let (sender, changes) = unbounded();
        let mut watcher = new_debouncer(QUIET, None, sender)?;
        let folder = path.parent().unwrap_or_else(|| Path::new("."));
        watcher.watch(folder, notify::RecursiveMode::NonRecursive)?;
        Ok(Self { path: path.to_owned(), changes, _watcher: watcher })
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where changes are reported.
    #[must_use]
    pub fn changes(&self) -> &Receiver<DebounceEventResult> {
        &self.changes
    }

    /// Whether a report is about this file.
    #[must_use]
    pub fn is_about(&self, report: &DebounceEventResult) -> bool {
        let Ok(events) = report else { return false };
        let changed = events.iter().filter(|event| !event.kind.is_access());
        changed.flat_map(|event| &event.paths).any(|path| path.file_name() == self.path.file_name())
    }
}
