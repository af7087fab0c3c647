//! The first line of a recording: what was run, and how.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

/// What the first line calls the format.
pub const FORMAT: &str = "raddle";

/// The version that is written. Every version up to it can be read.
pub const VERSION: u32 = 2;

/// What was run, and how.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(default)]
pub struct Header {
    /// [`FORMAT`].
    pub format: String,
    /// The version of the format.
    pub version: u32,
    /// The program that wrote it, with its version.
    pub by: String,
    /// The id of the scenario.
    pub scenario: String,
    /// The name of the program's file, as it stands in tracebacks.
    pub name: String,
    /// The text of the program.
    pub program: String,
    /// What the program found on its standard input.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub input: String,
    /// The parameters with their values, as they are typed behind `--set`.
    pub set: BTreeMap<String, String>,
    /// The seed of the run.
    pub seed: u64,
    /// Who went next, where the choices were not made otherwise.
    pub policy: String,
    /// How long a turn was, where threads had turns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantum: Option<Quantum>,
    /// The holder of a lock was as urgent as whoever waited for it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub inherit: bool,
    /// How many cores there were; none where one operation after the other took its time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cores: Option<u16>,
    /// The switch interval of the global interpreter lock, in nanoseconds; none where there was no such lock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gil: Option<u64>,
    /// Where threads could be put aside, where that was not anywhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub switching: Option<String>,
    /// How much of a line was written at once, where that was not all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printing: Option<String>,
    /// Waiters of conditions might wake without being notified.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub spurious: bool,
    /// The bytes that the program's objects might take.
    pub memory: u64,
    /// Who ran it: [`SESSION`], [`LIVE`], or in words what did.
    pub host: String,
    /// Where the recording comes from.
    #[serde(skip_serializing_if = "Source::is_machine")]
    pub source: Source,
    /// What the clock shows.
    #[serde(skip_serializing_if = "ClockKind::is_virtual")]
    pub clock: ClockKind,
    /// When it began, in UTC, as RFC 3339 writes it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub began: String,
    /// The command that was run.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub argv: Vec<String>,
    /// The process that was looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pid: Option<u64>,
    /// The folder that it ran in.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub cwd: String,
    /// What the writer finds out by itself, such as `deadlock`; if it says that it finds nothing, the reader does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finds: Option<Vec<String>>,
}

/// How long a turn was.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(untagged)]
pub enum Quantum {
    /// So many steps.
    Steps(u32),
    /// So much virtual time, as it is typed: `5ms`.
    Time(String),
}

impl fmt::Display for Quantum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Steps(steps) => write!(f, "{steps}"),
            Self::Time(time) => f.write_str(time),
        }
    }
}

/// raddle's own scheduler, or the viewer.
pub const SESSION: &str = "session";

/// raddle's machine, with the operating system choosing.
pub const LIVE: &str = "live";

/// Where a recording comes from.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, Debug, Default)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// raddle's machine ran it: with the choices it can be run again.
    #[default]
    Machine,
    /// Another program ran, and was looked at: its recording can be looked at, and not changed. So can one of a kind that
    /// is not known.
    #[serde(other)]
    Recorded,
}

/// What the clock of a recording shows.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, Debug, Default)]
#[serde(rename_all = "lowercase")]
pub enum ClockKind {
    /// Virtual time.
    #[default]
    Virtual,
    /// The time since the beginning, by a real clock.
    #[serde(other)]
    Wall,
}

impl Source {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    const fn is_machine(&self) -> bool {
        matches!(self, Self::Machine)
    }
}

impl ClockKind {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    const fn is_virtual(&self) -> bool {
        matches!(self, Self::Virtual)
    }
}

impl Default for Header {
    fn default() -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            by: concat!("raddle ", env!("CARGO_PKG_VERSION")).to_owned(),
            scenario: String::new(),
            name: String::new(),
            program: String::new(),
            input: String::new(),
            set: BTreeMap::new(),
            seed: 0,
            policy: "fair".to_owned(),
            quantum: None,
            inherit: false,
            cores: None,
            gil: None,
            switching: None,
            printing: None,
            spurious: false,
            memory: 1 << 30,
            host: SESSION.to_owned(),
            source: Source::Machine,
            clock: ClockKind::Virtual,
            began: String::new(),
            argv: Vec::new(),
            pid: None,
            cwd: String::new(),
            finds: None,
        }
    }
}
