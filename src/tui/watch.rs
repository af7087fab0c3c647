//! Watches the file of the program on the stage, so that saving it in an editor shows at once. The only home of notify.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use crossbeam_channel::{Receiver, unbounded};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// Editors write a file in several steps; so long it has to be quiet.
const QUIET: Duration = Duration::from_millis(100);

/// What the system reports.
pub type Report = notify::Result<Event>;

/// A file being watched. Nothing runs while nothing happens.
pub struct Watch {
    path: PathBuf,
    reports: Receiver<Report>,
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Watches a file, by the folder that it is in: many editors save by putting a new file in its place.
    ///
    /// # Errors
    /// When the system does not let us.
    pub fn of(path: &Path) -> notify::Result<Self> {
        let (sender, reports) = unbounded();
        let mut watcher = notify::recommended_watcher(sender)?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        watcher.watch(folder, RecursiveMode::NonRecursive)?;
        Ok(Self { path: path.to_owned(), reports, _watcher: watcher })
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the system reports.
    #[must_use]
    pub fn reports(&self) -> &Receiver<Report> {
        &self.reports
    }

    /// Whether a report says that this file was changed. If it does, waits until its writer is done.
    #[must_use]
    pub fn has_changed(&self, report: &Report) -> bool {
        let Ok(event) = report else { return false };
        let about = event.paths.iter().any(|path| path.file_name() == self.path.file_name());
        if event.kind.is_access() || !about {
            return false;
        }
        while self.reports.recv_timeout(QUIET).is_ok() {}
        true
    }
}
