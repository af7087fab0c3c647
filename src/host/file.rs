//! Files of others: what is read is an ordinary file and has an end, and what is written stands beside its place until it is
//! whole. A link stays a link: the file that it leads to is meant.
//!
//! Knows nothing of what stands in them. Tests: here, `tests/cli/commands.rs`, `tests/hosts/recording_cli.rs`.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

/// Whether it is there, but neither a file nor a folder: a device or pipe may have no end, or never say anything.
#[must_use]
pub fn is_special(path: &Path) -> bool {
    path.metadata().is_ok_and(|found| !found.is_file() && !found.is_dir())
}

/// The bytes of an ordinary file; `None` if they are more than so many.
///
/// # Errors
/// When it cannot be read, or is none.
pub fn read(path: &Path, most: u64) -> io::Result<Option<Vec<u8>>> {
    if is_special(path) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is a device or a pipe, not a file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= most))
}

/// The path to which links lead from here, whether there is a file or not.
fn followed(path: &Path) -> io::Result<PathBuf> {
    const MOST: u32 = 40;
    let mut at = path.to_owned();
    for _ in 0..MOST {
        let Ok(to) = fs::read_link(&at) else { return Ok(at) };
        at = at.parent().unwrap_or(Path::new("")).join(to);
    }
    // The system says what is wrong with links that lead nowhere.
    fs::metadata(path).map(|_| at)
}

/// Whether writing there would replace a file: devices and pipes are written to, and nothing of them is lost.
#[must_use]
pub fn is_replaced(path: &Path) -> bool {
    path.metadata().is_ok_and(|found| found.is_file())
}

/// A file that is being made. Until it is whole it has a hidden name beside its place; if it is given up, nothing is left.
#[derive(Debug)]
pub struct Draft {
    file: File,
    /// Its name until it is in its place; none for a device or pipe, which is written to at once.
    part: Option<PathBuf>,
    place: PathBuf,
}

impl Draft {
    /// Begins a file.
    ///
    /// # Errors
    /// When none can be made there.
    pub fn of(path: &Path) -> io::Result<Self> {
        let place = followed(path)?;
        if place.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if is_special(&place) {
            let file = OpenOptions::new().write(true).open(&place)?;
            return Ok(Self { file, part: None, place });
        }
        place.file_name().ok_or(io::ErrorKind::InvalidInput)?;
        let folder = place.parent().unwrap_or(Path::new("")).to_owned();
        let mut draft = Self::within(&folder)?;
        draft.place = place;
        Ok(draft)
    }

    /// Begins a file whose place in the folder is not yet known.
    ///
    /// # Errors
    /// When none can be made there.
    pub fn within(folder: &Path) -> io::Result<Self> {
        const MOST: u32 = 1000;
        for number in 0..MOST {
            let part = folder.join(format!(".raddle-{}-{number}.part", std::process::id()));
            match OpenOptions::new().write(true).create_new(true).open(&part) {
                Ok(file) => return Ok(Self { file, place: part.clone(), part: Some(part) }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Its name until it is in its place.
    #[must_use]
    pub fn part(&self) -> Option<&Path> {
        self.part.as_deref()
    }

    /// Puts it into its place. What is there stays there unless it is to be replaced; a file that replaces another one can
    /// be read and written by whom the other could.
    ///
    /// # Errors
    /// When there is something, or it cannot be put there; it is where it was then.
    pub fn put(&mut self, replace: bool) -> io::Result<()> {
        let Some(part) = &self.part else { return Ok(()) };
        if replace {
            if let Ok(before) = self.place.metadata() {
                let _ = self.file.set_permissions(before.permissions());
            }
            fs::rename(part, &self.place)?;
        } else {
            put_new(part, &self.place)?;
        }
        self.part = None;
        Ok(())
    }

    /// Puts it into a folder as `NAME.ending`, or under the next free name `NAME-2.ending`. Returns its path.
    ///
    /// # Errors
    /// When it cannot be put there.
    pub fn put_free(&mut self, folder: &Path, name: &str, ending: &str) -> io::Result<PathBuf> {
        const MOST: u32 = 10_000;
        for number in 1..MOST {
            let name = if number == 1 { format!("{name}.{ending}") } else { format!("{name}-{number}.{ending}") };
            self.place = folder.join(name);
            match self.put(false) {
                Ok(()) => return Ok(self.place.clone()),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

/// Gives a file a name that is free.
fn put_new(part: &Path, place: &Path) -> io::Result<()> {
    match fs::hard_link(part, place) {
        Ok(()) => {
            let _ = fs::remove_file(part);
            Ok(())
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // Not every file system gives a file two names; then it is looked first.
        Err(_) if place.symlink_metadata().is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(part, place),
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        self.part.iter().for_each(|part| drop(fs::remove_file(part)));
    }
}

/// A file that can be read while it grows: it is put into its place when the first of it is written. What was there before
/// stays until then.
#[derive(Debug)]
pub struct Growing {
    draft: Draft,
    replace: bool,
}

impl Growing {
    /// Begins a file.
    ///
    /// # Errors
    /// When none can be made there.
    pub fn of(path: &Path, replace: bool) -> io::Result<Self> {
        Ok(Self { draft: Draft::of(path)?, replace })
    }
}

impl Write for Growing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.draft.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.draft.flush()?;
        self.draft.put(self.replace)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder can be made")
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("it is a folder").flatten();
        let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn text(path: &Path) -> String {
        fs::read_to_string(path).expect("it can be read")
    }

    #[test]
    fn a_draft_is_nowhere_until_it_is_whole_and_leaves_nothing_when_given_up() {
        let folder = folder();
        let place = folder.path().join("a.txt");
        fs::write(&place, "old").expect("it can be written");
        let mut draft = Draft::of(&place).expect("it can be made");
        draft.write_all(b"new").expect("it can be written");
        assert_eq!(text(&place), "old");
        assert_eq!(draft.put(false).map_err(|error| error.kind()), Err(io::ErrorKind::AlreadyExists));
        drop(draft);
        assert_eq!((text(&place), names(folder.path())), ("old".to_owned(), vec!["a.txt".to_owned()]));
        let mut draft = Draft::of(&place).expect("it can be made");
        draft.write_all(b"new").expect("it can be written");
        draft.put(true).expect("it can be put there");
        assert_eq!((text(&place), names(folder.path())), ("new".to_owned(), vec!["a.txt".to_owned()]));
        let mut draft = Draft::within(folder.path()).expect("it can be made");
        let free = draft.put_free(folder.path(), "a", "txt").expect("there is a free name");
        assert_eq!(free, folder.path().join("a-2.txt"));
    }

    #[test]
    #[cfg(unix)]
    fn a_link_stays_a_link_and_a_file_keeps_its_permissions() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = folder();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("inner")).expect("a folder can be made");
        fs::write(at("inner/real"), "old").expect("it can be written");
        fs::set_permissions(at("inner/real"), fs::Permissions::from_mode(0o640)).expect("it is ours");
        symlink("inner/real", at("one")).expect("a link can be made");
        symlink(at("one"), at("two")).expect("a link can be made");
        symlink("inner/nothing", at("dangling")).expect("a link can be made");
        symlink("circle", at("circle")).expect("a link can be made");
        for (link, replace) in [("two", true), ("dangling", false)] {
            let mut draft = Draft::of(&at(link)).expect("it can be made");
            draft.write_all(b"new").expect("it can be written");
            draft.put(replace).expect("it can be put there");
            assert!(at(link).is_symlink() && text(&at(link)) == "new");
        }
        assert_eq!(names(&at("inner")), ["nothing", "real"]);
        assert_eq!(at("inner/real").metadata().expect("it is there").permissions().mode() & 0o777, 0o640);
        assert!(Draft::of(&at("circle")).is_err());
    }

    #[test]
    fn what_grows_is_there_when_it_has_begun_and_not_before() {
        let folder = folder();
        let place = folder.path().join("a.raddle");
        fs::write(&place, "old").expect("it can be written");
        let mut growing = Growing::of(&place, true).expect("it can be made");
        growing.write_all(b"one").expect("it can be written");
        assert_eq!(text(&place), "old");
        growing.flush().expect("it can be put there");
        assert_eq!(text(&place), "one");
        growing.write_all(b" two").and_then(|()| growing.flush()).expect("it can be written");
        assert_eq!((text(&place), names(folder.path())), ("one two".to_owned(), vec!["a.raddle".to_owned()]));
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn what_has_no_end_is_not_read() {
        assert!(is_special(Path::new("/dev/zero")) && read(Path::new("/dev/zero"), 10).is_err());
        let folder = folder();
        fs::write(folder.path().join("a"), "12345").expect("it can be written");
        let read = |most| read(&folder.path().join("a"), most).expect("it can be read");
        assert_eq!((read(5), read(4)), (Some(b"12345".to_vec()), None));
        assert!(!is_special(folder.path()) && !is_special(&folder.path().join("nothing")));
    }
}
