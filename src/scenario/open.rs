//! Opening a scenario by its id or by the path of a file.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{Catalogue, MetadataError, Scenario};
use crate::source::SourceText;

/// A program text is not longer than so many bytes.
const LONGEST: u64 = 16 << 20;

/// Why a scenario cannot be opened.
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
#[derive(Clone, PartialEq, Debug)]
pub enum OpenError {
    /// No scenario has that id, and there is no such file; the nearest ids.
    Unknown { target: String, nearest: Vec<String> },
    /// There is no such file.
    Missing { path: PathBuf },
    /// It is a folder.
    Directory { path: PathBuf },
    /// It is a device or a pipe: it may have no end.
    Special { path: PathBuf },
    /// It is not a folder.
    NotADirectory { path: PathBuf },
    /// It cannot be read; the reason is the operating system's.
    Unreadable { path: PathBuf, reason: String },
    /// It is longer than any program.
    TooLong { path: PathBuf },
    /// It is not UTF-8 from this line on.
    NotUtf8 { path: PathBuf, line: usize },
    /// Two files of a folder would be the scenario of the same id.
    Twice { path: PathBuf, other: PathBuf },
    /// `-`: the program would have to come from the standard input.
    StandardInput,
    /// Its metadata has mistakes.
    Metadata { source: Arc<SourceText>, errors: Vec<MetadataError> },
}

/// Opens the scenario of that id, or the file at that path.
///
/// # Errors
/// When there is neither, or the file or its metadata cannot be read.
pub fn open(target: &str, catalogue: &Catalogue) -> Result<Scenario, OpenError> {
    if let Some(scenario) = catalogue.find(target) {
        return Ok(scenario.clone());
    }
    let path = Path::new(target);
    let is_file = path.extension().is_some_and(|extension| extension == "py");
    match () {
        () if target == "-" => Err(OpenError::StandardInput),
        () if is_file || target.contains(std::path::is_separator) || path.exists() => open_file(path),
        () => Err(OpenError::Unknown { target: target.to_owned(), nearest: catalogue.nearest(target) }),
    }
}

/// Opens a file. Its text goes by the absolute path, as in CPython's tracebacks.
///
/// # Errors
/// When the file or its metadata cannot be read.
pub fn open_file(path: &Path) -> Result<Scenario, OpenError> {
    let text = read_text(path)?;
    let absolute = std::env::current_dir().map_or_else(|_| path.to_owned(), |folder| folder.join(path));
    let source = Arc::new(SourceText::new(absolute.to_string_lossy(), text));
    let id = path.file_stem().unwrap_or_default().to_string_lossy();
    read(&id, source, Some(path))
}

/// The scenario in a text.
pub(super) fn read(id: &str, source: Arc<SourceText>, path: Option<&Path>) -> Result<Scenario, OpenError> {
    Scenario::read(id, Arc::clone(&source), path).map_err(|errors| OpenError::Metadata { source, errors })
}

fn read_text(path: &Path) -> Result<String, OpenError> {
    let failed = |error: &io::Error| match error.kind() {
        io::ErrorKind::NotFound => OpenError::Missing { path: path.to_owned() },
        _ => OpenError::Unreadable { path: path.to_owned(), reason: error.to_string() },
    };
    if path.is_dir() {
        return Err(OpenError::Directory { path: path.to_owned() });
    }
    // It is looked before it is opened: opening a pipe waits for somebody to write to it.
    if path.metadata().is_ok_and(|found| !found.is_file()) {
        return Err(OpenError::Special { path: path.to_owned() });
    }
    let file = fs::File::open(path).map_err(|error| failed(&error))?;
    let mut bytes = Vec::new();
    file.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
    if bytes.len() as u64 > LONGEST {
        return Err(OpenError::TooLong { path: path.to_owned() });
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]);
        let line = good.matches('\n').count() + 1;
        OpenError::NotUtf8 { path: path.to_owned(), line }
    })?;
    // Python allows a mark of the encoding, and so do we; the rest of the program need not know.
    Ok(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned))
}

/// The `.py` files of a folder and of the folders in it, in order. Names that begin with a dot or an underscore are
/// left alone, and links to folders are not followed.
pub(super) fn python_files(folder: &Path) -> Result<Vec<PathBuf>, OpenError> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in entries(&folder)? {
            let hidden = entry.file_name().to_string_lossy().starts_with(['.', '_']);
            let path = entry.path();
            if hidden {
                continue;
            }
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "py") {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn entries(folder: &Path) -> Result<Vec<fs::DirEntry>, OpenError> {
    let path = folder.to_owned();
    let entries = fs::read_dir(folder).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => OpenError::Missing { path: path.clone() },
        io::ErrorKind::NotADirectory => OpenError::NotADirectory { path: path.clone() },
        _ => OpenError::Unreadable { path: path.clone(), reason: error.to_string() },
    })?;
    Ok(entries.flatten().collect())
}
