//! Units of a divided search as files: `unit-3.json` says what one of them has to do, `unit-3.report.json` what it has found.
//!
//! A unit holds all that it takes, the program's text too, so that it can be done on any machine.

use std::{
    collections::BTreeMap,
    hash::{Hash, Hasher},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{CheckArguments, Console, Said, subject::Subject};
use crate::{
    cli::with_settings,
    explore::{Interleavings, Share},
    host::file::{self, Draft},
    scenario::Scenario,
    source::SourceText,
};

/// The version of these files.
const VERSION: u32 = 1;

/// No file of a unit is longer, in bytes.
const LONGEST: u64 = 1 << 30;

/// What one has to do.
#[derive(Serialize, Deserialize, Debug)]
pub struct Unit {
    #[serde(rename = "raddle_unit")]
    version: u32,
    /// Of how many it is one.
    pub of: u32,
    /// What was asked for.
    pub target: String,
    /// The file's name, and the program.
    name: String,
    program: String,
    /// The flags with which it is searched.
    pub flags: Vec<String>,
    /// How many ways there are through the whole program.
    pub interleavings: Interleavings,
    /// Its share.
    #[serde(flatten)]
    pub share: Share,
}

impl Unit {
    /// The unit with that share.
    pub fn new(scenario: &Scenario, wanted: &CheckArguments, (share, of): (Share, u32), ways: Interleavings) -> Self {
        Self {
            version: VERSION,
            of,
            target: wanted.target().to_owned(),
            name: scenario.id.clone(),
            program: scenario.source.text().to_owned(),
            flags: wanted.flags(),
            interleavings: ways,
            share,
        }
    }

    /// What is the same in all units of one search, and in no other.
    pub fn search(&self) -> String {
        let mut hasher = FxHasher::default();
        (VERSION, self.of, &self.name, &self.program, &self.flags).hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }

    /// The program that is searched, and what is wanted of that; `adapt` says what this command line changes of it.
    ///
    /// # Errors
    /// What is wrong with the unit, which stands at that path, has been said.
    pub fn open(
        &self,
        path: &Path,
        adapt: impl FnOnce(CheckArguments) -> CheckArguments,
        console: &Console,
    ) -> Result<(CheckArguments, Subject), Said> {
        let no_unit = || complain(path, "check-no-unit", None, console);
        let wanted = adapt(CheckArguments::of(&self.target, &self.flags).ok_or_else(no_unit)?);
        let source = Arc::new(SourceText::new(self.target.clone(), self.program.as_str()));
        let scenario = Scenario::read(&self.name, source, None).map_err(|_| no_unit())?;
        let subject = Subject::of(with_settings(scenario, &wanted.set, console)?, &wanted, None, console)?;
        Ok((wanted, subject))
    }

    /// Whether that is its program.
    pub fn is_of(&self, scenario: &Scenario) -> bool {
        scenario.source.text() == self.program
    }

    /// Reads a file.
    ///
    /// # Errors
    /// What is wrong with it has been said.
    pub fn read(path: &Path, console: &Console) -> Result<Self, Said> {
        let unit: Self = read(path, "check-no-unit", console)?;
        let is_sound = unit.version == VERSION && (1..=unit.of).contains(&unit.share.number);
        if is_sound { Ok(unit) } else { Err(complain(path, "check-no-unit", None, console)) }
    }

    /// The name of its file.
    pub fn file_name(&self) -> String {
        let width = self.of.to_string().len();
        format!("unit-{:0width$}.json", self.share.number)
    }
}

/// Where the report of a unit stands.
pub fn report_of(unit: &Path) -> PathBuf {
    unit.with_extension("report.json")
}

/// The files of units in a folder, in order, and those of reports.
///
/// # Errors
/// When the folder cannot be read.
pub fn in_folder(folder: &Path) -> io::Result<BTreeMap<PathBuf, bool>> {
    let mut files = BTreeMap::new();
    for entry in folder.read_dir()? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let middle = name.strip_prefix("unit-").and_then(|rest| rest.strip_suffix(".json"));
        let number = middle.map(|middle| middle.strip_suffix(".report").unwrap_or(middle));
        if number.is_some_and(|number| !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit())) {
            files.insert(path, middle.is_some_and(|middle| middle.ends_with(".report")));
        }
    }
    Ok(files)
}

/// Reads a JSON file; `what` is said of one that is something else.
pub fn read<T: DeserializeOwned>(path: &Path, what: &str, console: &Console) -> Result<T, Said> {
    let bytes = file::read(path, LONGEST)
        .map_err(|error| complain(path, "problem-unreadable", Some(error.to_string()), console))?;
    let value = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    value.ok_or_else(|| complain(path, what, None, console))
}

/// Says what is wrong with a file of a divided search.
pub fn complain(path: &Path, key: &str, reason: Option<String>, console: &Console) -> Said {
    let mut arguments = vec![("path", path.display().to_string().into())];
    arguments.extend(reason.map(|reason| ("reason", reason.into())));
    console.complain(&console.locale.format(key, &arguments), Some(&console.words("check-units-are")));
    Said
}

/// Writes a JSON file as a whole: whoever looks finds the whole of it or nothing.
///
/// # Errors
/// When it cannot be written.
pub fn write(path: &Path, value: &impl Serialize) -> io::Result<()> {
    let mut draft = Draft::of(path)?;
    draft.write_all(&serde_json::to_vec(value)?)?;
    draft.write_all(b"\n")?;
    draft.put(true)
}
