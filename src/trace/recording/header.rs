//! The first line of a recording: what was run, and how.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

/// What the first line calls the format.
pub const FORMAT: &str = "raddle";

/// The version that is written. Every version up to it can be read.
pub const VERSION: u32 = 1;

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
    /// The bytes that the program's objects might take.
    pub memory: u64,
    /// Who ran it.
    pub host: Host,
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

/// Who ran a program.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, Debug, Default)]
#[serde(rename_all = "lowercase")]
pub enum Host {
    /// raddle's own scheduler, or the viewer.
    #[default]
    Session,
    /// The operating system.
    Live,
    /// Another program.
    #[serde(other)]
    Other,
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
            set: BTreeMap::new(),
            seed: 0,
            policy: "fair".to_owned(),
            quantum: None,
            inherit: false,
            cores: None,
            gil: None,
            memory: 1 << 30,
            host: Host::Session,
        }
    }
}
