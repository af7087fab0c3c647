//! Recordings on the stage: putting one there, and saving what happened.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc, time::Duration};

use super::{App, Stage, settings_of};
use crate::{
    event::End,
    host::{Extent, Obstacle, Recording, Session, Settings, recording as files},
    ids::StepIndex,
    machine::{Printing, Switching},
    scenario::{MOST_CORES, Scenario, Setup},
    schedule::{Policy, Quantum},
    source::SourceText,
    trace::{
        History,
        recording::{self, Header, LIVE, SESSION, Source, VERSION},
    },
};

/// No run is allowed fewer bytes.
const LEAST_MEMORY: u64 = 1 << 20;

impl Stage {
    /// Puts a recording on the stage. If its program can be run here, the viewer can choose otherwise in it.
    #[must_use]
    pub fn of_recording(recording: Recording) -> Self {
        let Recording { header, history, end, .. } = recording;
        if header.source == Source::Recorded {
            return Self::of_real_run(header, history, end);
        }
        let source = Arc::new(SourceText::new(header.name.clone(), header.program.clone()));
        let known = Scenario::read(&header.scenario, Arc::clone(&source), None);
        let understood = known.is_ok();
        let mut scenario = known.unwrap_or_else(|_| Scenario::bare(&header.scenario, source));
        scenario.input = Arc::from(&*header.input);
        let set = header.set.iter().all(|(name, value)| scenario.set(name, value).is_ok());
        let program = scenario.compile().ok().filter(|_| understood && set);
        let setup = Setup {
            policy: header.policy.parse().ok(),
            quantum: header.quantum.as_ref().and_then(|quantum| quantum.to_string().parse().ok()),
            inherit: Some(header.inherit),
            cores: header.cores.map(|cores| cores.clamp(1, MOST_CORES)),
            gil: Some(header.gil.is_some()),
            interval: header.gil,
            switching: header.switching.as_deref().and_then(Switching::named),
            printing: header.printing.as_deref().and_then(Printing::named),
            spurious: Some(header.spurious),
        };
        let settings = Settings {
            seed: header.seed,
            // What a file asks for is not believed.
            memory: header.memory.clamp(LEAST_MEMORY, Settings::default().memory as u64) as usize,
            ..settings_of(&setup, Settings::default())
        };
        Self::of(scenario, Session::of_recording(program.map(Arc::new), settings, history, end))
    }

    /// Puts a recording of a real run on the stage: no program of raddle's, whatever its text is.
    fn of_real_run(header: Header, history: History, end: Option<End>) -> Self {
        let mut source = header.program.clone();
        source.push_str(&history.files().text_behind());
        let source = Arc::new(SourceText::new(header.name.clone(), source));
        let id = if header.scenario.is_empty() { &header.name } else { &header.scenario };
        let scenario = Scenario::bare(id, source);
        let mut stage = Self::of(scenario, Session::of_real_run(Settings::default(), history, end));
        stage.origin = Some(header);
        stage
    }

    /// Where the recording of a real run says that it comes from; none for a program that raddle runs.
    #[must_use]
    pub fn origin(&self) -> Option<&Header> {
        self.origin.as_ref()
    }

    /// What a recording of the stage says at its head.
    #[must_use]
    pub fn header(&self) -> Header {
        if let Some(origin) = &self.origin {
            return Header { version: VERSION, ..origin.clone() };
        }
        let history = self.history();
        let live = history.choices(history.tip()).any(|choice| choice.reading.is_some());
        let host = if live { LIVE } else { SESSION };
        Header { host: host.to_owned(), ..header(self.scenario(), self.session().settings()) }
    }
}

/// What a recording of a scenario that was run so says at its head.
#[must_use]
pub fn header(scenario: &Scenario, settings: &Settings) -> Header {
    let parameters = scenario.params.iter();
    let set: BTreeMap<_, _> =
        parameters.map(|parameter| (parameter.name().to_owned(), parameter.value().to_string())).collect();
    let quantum = settings.policy.quantum().map(|quantum| match quantum {
        Quantum::Steps(steps) => recording::Quantum::Steps(steps),
        time @ Quantum::Time(_) => recording::Quantum::Time(time.to_string()),
    });
    Header {
        scenario: scenario.id.clone(),
        name: scenario.source.name().to_owned(),
        program: scenario.source.text().to_owned(),
        input: scenario.input.to_string(),
        set,
        seed: settings.seed,
        policy: settings.policy.name().to_owned(),
        quantum,
        cores: settings.hardware.map(|hardware| hardware.cores),
        gil: settings.hardware.and_then(|hardware| hardware.gil),
        inherit: settings.policy == Policy::Priority { inherit: true },
        switching: said(settings.rules.switching, Switching::name),
        printing: said(settings.rules.printing, Printing::name),
        spurious: settings.rules.spurious,
        memory: settings.memory as u64,
        ..Header::default()
    }
}

/// A setting by its name, where it is not as it always is.
fn said<T: PartialEq + Default + Copy>(setting: T, name: impl Fn(T) -> &'static str) -> Option<String> {
    (setting != T::default()).then(|| name(setting).to_owned())
}

/// A path as far as there is room for it on a small screen: its end says most.
fn end_of(path: &str) -> String {
    const ROOM: usize = 64;
    let length = path.chars().count();
    if length <= ROOM {
        return path.to_owned();
    }
    let end: String = path.chars().skip(length - ROOM).collect();
    format!("…{end}")
}

impl App {
    /// Puts a recording on the stage; says if it is not whole.
    pub fn open_recording(&mut self, recording: Recording, now: Duration) {
        let extent = recording.extent;
        let stage = Stage::of_recording(recording);
        let steps = ("steps", stage.history().tip().0.into());
        let note = match extent {
            Extent::Whole => None,
            Extent::CutOff if stage.origin().is_some() => Some(self.locale.format("recording-without-end", &[steps])),
            Extent::CutOff => Some(self.locale.format("recording-cut-off", &[steps])),
            Extent::Beginning => Some(self.locale.format("recording-too-long", &[steps])),
        };
        self.put_on_stage(stage);
        note.into_iter().for_each(|note| self.say(note, now));
    }

    /// Puts a recording on the stage.
    pub fn show_recording(&mut self, recording: Recording) {
        self.put_on_stage(Stage::of_recording(recording));
    }

    fn put_on_stage(&mut self, stage: Stage) {
        self.stage = Some(Box::new(stage));
        self.overlay = None;
    }

    /// The folder in which recordings are saved.
    pub fn save_into(&mut self, folder: PathBuf) {
        self.folder = folder;
    }

    /// Saves what was recorded of the present branch.
    pub(super) fn save(&mut self, now: Duration) {
        let Some(stage) = &self.stage else { return };
        let saved = files::save_new(&self.folder, &stage.header(), stage.history(), stage.history().end());
        let text = match saved {
            Ok(path) => {
                let whole = path.canonicalize().unwrap_or(path);
                self.locale.format("recording-saved", &[("path", end_of(&whole.display().to_string()).into())])
            }
            Err(error) => self.locale.format("recording-not-saved", &[("reason", error.to_string().into())]),
        };
        self.say(text, now);
    }

    /// Why the viewer cannot choose in a recording, in words.
    pub(super) fn obstacle_words(&self, obstacle: Obstacle) -> String {
        let at = |step: StepIndex| [("step", step.0.into())];
        match obstacle {
            Obstacle::NotAProgram => self.locale.text("recording-no-program"),
            Obstacle::RealRun => self.locale.text("recording-real-run"),
            Obstacle::OtherRun(step) => self.locale.format("recording-other-run", &at(step)),
            Obstacle::Far(step) => self.locale.format("recording-far", &at(step)),
        }
    }
}
