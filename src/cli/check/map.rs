//! The map of a small program as JSON: every state that it can come to, and every step between them.

use std::{io::Write as _, path::Path, sync::Arc};

use serde::Serialize;

use super::{CheckArguments, Console, Said, json, subject::Subject};
use crate::{
    cli::{run, unwritable},
    explore::{EndState, MapBounds, MapId, StateMap},
    machine::Worth,
    source::SourceText,
};

/// A map with more states than these is cut off: it says so.
const BOUNDS: MapBounds = MapBounds { most: 20_000, tells_threads: true };

/// The number of the form in which a map is written.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Written<'m> {
    version: u32,
    target: &'m str,
    /// Whether every state is there.
    complete: bool,
    states: Vec<State<'m>>,
}

#[derive(Serialize)]
struct State<'m> {
    id: u32,
    /// The fewest steps from the start.
    steps: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<&'static str>,
    /// What shared variables are worth there, if it is an end.
    #[serde(skip_serializing_if = "<[_]>::is_empty", serialize_with = "json::values")]
    globals: &'m [(Arc<str>, Worth)],
    /// No end can be reached any more.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    endless: bool,
    ways: Vec<Way<'m>>,
}

#[derive(Serialize)]
struct Way<'m> {
    choice: String,
    thread: &'m str,
    /// Of several programs, the one that the line is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    to: u32,
}

/// Where the map goes.
#[derive(Debug)]
pub struct MapFile<'p> {
    path: &'p Path,
    replace: bool,
}

impl<'p> MapFile<'p> {
    /// The file, if it can be written and none is replaced unasked.
    pub fn of(path: &'p Path, wanted: &CheckArguments, subject: &Subject, console: &Console) -> Result<Self, Said> {
        let inputs = [subject.scenario.path.as_deref(), wanted.baseline.as_deref(), wanted.save.as_deref()];
        let replace = run::may_save(path, wanted.force, &inputs, console)?;
        // Better to learn now than after the search that nothing can be written there.
        drop(run::begin(path, replace, console)?);
        Ok(Self { path, replace })
    }

    /// Draws the map, and writes it. Returns how many states are on it, and whether these are all.
    pub fn write(&self, wanted: &CheckArguments, subject: &Subject, console: &Console) -> Result<(usize, bool), Said> {
        let mut map = StateMap::new(subject.machine.clone(), None, BOUNDS);
        map.advance(|| true);
        let text =
            serde_json::to_string(&written(&map, wanted.target(), &subject.scenario.source)).unwrap_or_default() + "\n";
        let mut file = run::begin(self.path, self.replace, console)?;
        let put = file.write_all(text.as_bytes()).and_then(|()| file.flush());
        put.map_err(|error| {
            unwritable(self.path, &error, console);
            Said
        })?;
        Ok((map.states().len(), map.is_whole()))
    }
}

fn written<'m>(map: &'m StateMap, target: &'m str, source: &'m SourceText) -> Written<'m> {
    let states = (0..map.states().len() as u32).map(|id| {
        let (state, end) = (&map.states()[id as usize], map.end(MapId(id)));
        let ways = map.ways(MapId(id)).iter().map(|way| Way {
            choice: way.choice.to_string(),
            thread: map.name(way.name),
            file: source.own_line(way.line).0,
            line: Some(source.own_line(way.line).1).filter(|&line| line > 0),
            to: way.to.0,
        });
        State {
            id,
            steps: state.steps,
            end: end.map(|end: &EndState| end.kind.name()),
            globals: end.map_or(&[], |end| &end.globals),
            endless: map.is_endless(MapId(id)),
            ways: ways.collect(),
        }
    });
    Written { version: VERSION, target, complete: map.is_whole(), states: states.collect() }
}
