//! Recordings as files: opening one, saving what happened, and saving a run while it goes on.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, BufWriter, Read, Write},
    path::{Path, PathBuf},
};

use super::file::{Draft, is_special};
use crate::{
    choice::Choice,
    event::{End, Sink},
    machine::Machine,
    trace::{
        History,
        recording::{Ending, Fault, Header, Progress, Reader, Tape, end_line, end_line_of, header_line, lines},
    },
};

/// The ending of a recording's name.
pub const ENDING: &str = "raddle";

/// No line is longer than so many bytes: the longest has all that a program may print, with every character escaped.
const LONGEST_LINE: u64 = 400 << 20;

/// A program is no longer than so many bytes, as in a file of its own.
const LONGEST_PROGRAM: usize = 16 << 20;

/// The first line is no longer than so many bytes: it has the program, with every character escaped, and what was set.
const LONGEST_HEADER: u64 = 6 * LONGEST_PROGRAM as u64 + (1 << 20);

/// A recording that was read.
#[derive(Debug)]
pub struct Recording {
    /// What was run.
    pub header: Header,
    /// What happened.
    pub history: History,
    /// How the run had ended, if it had.
    pub end: Option<End>,
    /// How much of it was read.
    pub extent: Extent,
}

/// How much of a recording was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Extent {
    /// All of it.
    Whole,
    /// The file is cut off in the middle.
    CutOff,
    /// There is more than is kept in memory.
    Beginning,
}

/// Why a recording cannot be opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RecordingError {
    /// There is no such file.
    Missing,
    /// It is a folder.
    Directory,
    /// It is a device or a pipe.
    Special,
    /// Its program is longer than any program.
    TooLong,
    /// It cannot be read; the reason is the operating system's.
    Unreadable(String),
    /// There is nothing in it.
    Empty,
    /// It is something else.
    Foreign,
    /// A newer raddle wrote it.
    TooNew(u32),
    /// It ends before the first step.
    NothingToShow,
    /// This line, from one, is not as it should be.
    Damaged(u64, String),
}

impl Recording {
    /// Reads a file.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn open(path: &Path) -> Result<Self, RecordingError> {
        if path.is_dir() {
            return Err(RecordingError::Directory);
        }
        if is_special(path) {
            return Err(RecordingError::Special);
        }
        let file = File::open(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => RecordingError::Missing,
            _ => RecordingError::Unreadable(error.to_string()),
        })?;
        Self::read(BufReader::with_capacity(1 << 20, file))
    }

    /// Reads the lines of a recording.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(mut from: impl BufRead) -> Result<Self, RecordingError> {
        let unreadable = |error: io::Error| RecordingError::Unreadable(error.to_string());
        // What does not begin as a header does is not read any further, however long it is.
        let start = from.fill_buf().map_err(unreadable)?;
        if start.is_empty() {
            return Err(RecordingError::Empty);
        }
        if start.trim_ascii_start().first().is_some_and(|&first| first != b'{') || start.contains(&0) {
            return Err(RecordingError::Foreign);
        }
        let mut line = Vec::new();
        next_line(&mut from, &mut line, LONGEST_HEADER).map_err(unreadable)?;
        let unfinished = line.last() != Some(&b'\n');
        if unfinished && line.len() as u64 == LONGEST_HEADER {
            return Err(RecordingError::TooLong);
        }
        let first = match std::str::from_utf8(&line) {
            Ok(first) => first,
            // It may be cut off in the middle of a character.
            Err(error) if unfinished && error.error_len().is_none() => {
                std::str::from_utf8(&line[..error.valid_up_to()]).unwrap_or_default()
            }
            Err(_) => return Err(RecordingError::Foreign),
        };
        let cut_off = unfinished && first.contains("\"raddle\"");
        let mut reader = Reader::begin(first).map_err(|fault| match fault {
            Fault::Foreign if cut_off => RecordingError::NothingToShow,
            fault => refused(fault, 1),
        })?;
        if reader.header().program.len() > LONGEST_PROGRAM {
            return Err(RecordingError::TooLong);
        }
        let mut number = 1;
        let extent = loop {
            number += 1;
            if next_line(&mut from, &mut line, LONGEST_LINE).map_err(unreadable)? == 0 {
                break if reader.is_over() { Extent::Whole } else { Extent::CutOff };
            }
            let unfinished = line.last() != Some(&b'\n') && (line.len() as u64) < LONGEST_LINE;
            let read = match std::str::from_utf8(&line) {
                Ok(text) => reader.line(text),
                Err(_) => Err(Fault::Damaged { reason: "it is not UTF-8".to_owned() }),
            };
            match read {
                Ok(Progress::On | Progress::Over) => {}
                Ok(Progress::Full) => break Extent::Beginning,
                Err(_) if unfinished && !reader.is_over() => break Extent::CutOff,
                Err(fault) => return Err(refused(fault, number)),
            }
        };
        if !reader.has_begun() {
            return Err(RecordingError::NothingToShow);
        }
        let (header, history, ending) = reader.finish();
        let end = match ending {
            Ending::At(end) => Some(end),
            Ending::Open | Ending::Missing => None,
        };
        Ok(Self { header, history, end, extent })
    }
}

/// Reads up to the end of a line, or as far as such a line goes. Returns how many bytes that were.
fn next_line(from: &mut impl BufRead, line: &mut Vec<u8>, longest: u64) -> io::Result<usize> {
    line.clear();
    from.take(longest).read_until(b'\n', line)
}

fn refused(fault: Fault, line: u64) -> RecordingError {
    match fault {
        Fault::Foreign => RecordingError::Foreign,
        Fault::TooNew { version } => RecordingError::TooNew(version),
        Fault::Damaged { reason } => RecordingError::Damaged(line, reason),
    }
}

/// Saves what happened in the present branch as `ID.raddle` in a folder, or under the next free name `ID-2.raddle`: no file
/// is ever written over. Returns its path.
///
/// # Errors
/// When it cannot be written; nothing is left behind then.
pub fn save_new(folder: &Path, header: &Header, history: &History, end: Option<End>) -> io::Result<PathBuf> {
    let name = plain_name(&header.scenario);
    let mut out = BufWriter::with_capacity(1 << 20, Draft::within(folder)?);
    write(&mut out, header, history, end)?;
    let mut draft = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    draft.put_free(folder, &name, ENDING)
}

/// Writes a recording of the present branch.
///
/// # Errors
/// When it cannot be written.
pub fn write(out: &mut dyn Write, header: &Header, history: &History, end: Option<End>) -> io::Result<()> {
    out.write_all(header_line(header).as_bytes())?;
    lines(history, |line| out.write_all(line.as_bytes()))?;
    out.write_all(end_line_of(history, end, u64::from(history.tip().0)).as_bytes())
}

/// An id as a file name: a recording may say anything about where it comes from.
pub fn plain_name(id: &str) -> String {
    const LONGEST: usize = 80;
    let plain = |c: char| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '_' };
    let name: String = id.trim_start_matches('.').chars().map(plain).take(LONGEST).collect();
    if name.is_empty() { "recording".to_owned() } else { name }
}

/// Saves a run while it goes on.
pub struct Saver {
    tape: Tape,
    /// Lines that are not yet written.
    lines: String,
    out: Box<dyn Write>,
    failed: Option<io::Error>,
}

impl std::fmt::Debug for Saver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Saver").field("tape", &self.tape).finish_non_exhaustive()
    }
}

/// So many bytes are written at once.
const ENOUGH: usize = 1 << 16;

impl Saver {
    /// Saves the run of a machine that stands before its first step.
    #[must_use]
    pub fn new(header: &Header, machine: &mut Machine, out: Box<dyn Write>) -> Self {
        let mut saver = Self { tape: Tape::default(), lines: header_line(header), out, failed: None };
        machine.announce(&mut saver.tape);
        saver.tape.begin(&mut saver.lines);
        saver
    }

    /// Where the machine is to report its next step.
    pub fn sink(&mut self) -> &mut dyn Sink {
        &mut self.tape
    }

    /// The machine has taken a step.
    pub fn commit(&mut self, choice: Choice, machine: &Machine) {
        self.tape.commit(choice, machine.clock(), !machine.is_computing(choice.thread), &mut self.lines);
        if self.lines.len() >= ENOUGH {
            self.flush();
        }
    }

    /// Writes what there is. When that failed once, nothing is written any more.
    pub fn flush(&mut self) {
        if self.failed.is_none() {
            self.failed = self.out.write_all(self.lines.as_bytes()).and_then(|()| self.out.flush()).err();
        }
        self.lines.clear();
    }

    /// Whether it could not be written.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.failed.is_some()
    }

    /// The run is over, and ended so.
    ///
    /// # Errors
    /// What could not be written, now or before.
    pub fn finish(mut self, end: End, steps: u64) -> io::Result<()> {
        self.lines.push_str(&end_line(Some(end), steps));
        self.break_off()
    }

    /// The run does not go on; the recording stays without an end.
    ///
    /// # Errors
    /// What could not be written, now or before.
    pub fn break_off(mut self) -> io::Result<()> {
        self.flush();
        self.failed.map_or(Ok(()), Err)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_in_its_folder() {
        for (id, expected) in [
            ("deadlock", "deadlock"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("", "recording"),
            ("...", "recording"),
            ("哲学家 1", "哲学家_1"),
            ("a\0b\nc\\d:e", "a_b_c_d_e"),
        ] {
            assert_eq!(plain_name(id), expected, "{id:?}");
        }
        assert!(plain_name(&"x".repeat(1000)).len() <= 80);
    }
}
