//! The events of a trace: made in any order, written in the order of time.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use crate::{
    event::Nanos,
    ids::{ResourceId, ThreadId},
};

/// The process that the program's threads are in.
const THREADS: u32 = 1;

/// The process that what they share is in.
const SHARED: u32 = 2;

/// Tracks of primitives are numbered behind any thread.
const FIRST_RESOURCE: u64 = 1_000_000_000;

/// A row of the viewer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Track {
    /// That of a thread.
    Thread(ThreadId),
    /// That of a primitive.
    Resource(ResourceId),
}

impl Track {
    fn process(self) -> u32 {
        match self {
            Self::Thread(_) => THREADS,
            Self::Resource(_) => SHARED,
        }
    }

    fn number(self) -> u64 {
        match self {
            Self::Thread(id) => u64::from(id.0) + 1,
            Self::Resource(id) => FIRST_RESOURCE + u64::from(id.0),
        }
    }
}

/// The events of a trace.
#[derive(Default)]
pub struct Events {
    /// When, what goes first among equals, and the event.
    events: Vec<(Nanos, u8, Value)>,
    ids: u64,
}

impl Events {
    fn add(&mut self, phase: &str, track: Track, name: &str, at: Nanos, more: Value) {
        // At one moment: what is over ends, then the next begins, then what happens in it.
        let rank = match phase {
            "M" => 0,
            "E" => 1,
            "B" => 2,
            "b" => 3,
            "C" => 4,
            "i" => 5,
            "s" => 6,
            "f" => 7,
            _ => 8,
        };
        let mut event = Map::new();
        event.insert("name".to_owned(), name.into());
        event.insert("ph".to_owned(), phase.into());
        event.insert("ts".to_owned(), microseconds(at));
        event.insert("pid".to_owned(), track.process().into());
        event.insert("tid".to_owned(), track.number().into());
        if let Value::Object(more) = more {
            event.extend(more);
        }
        self.events.push((at, rank, Value::Object(event)));
    }

    /// Something that took a while; those of a track follow each other. It has no duration but an end: readers add
    /// fractions of microseconds each in their own way, and the sum would lie behind the start of the next.
    pub fn slice(&mut self, track: Track, name: &str, (start, end): (Nanos, Nanos), arguments: &Value) {
        if start < end {
            let more = match arguments.as_object().is_some_and(Map::is_empty) {
                true => json!({ "cat": "state" }),
                false => json!({ "cat": "state", "args": arguments }),
            };
            self.add("B", track, name, start, more);
            self.add("E", track, name, end, json!({ "cat": "state" }));
        }
    }

    /// Something that took a while, and may overlap with others of its kind.
    pub fn span(&mut self, track: Track, name: &str, (start, end): (Nanos, Nanos)) {
        self.ids += 1;
        let more = json!({ "cat": "holds", "id": self.ids });
        self.add("b", track, name, start, more.clone());
        self.add("e", track, name, end, more);
    }

    /// Something that happened, to be seen on its track (`t`) or on all (`g`).
    pub fn instant(&mut self, track: Track, name: &str, at: Nanos, scope: &str) {
        self.add("i", track, name, at, json!({ "cat": "event", "s": scope }));
    }

    /// An arrow from a slice to another.
    pub fn flow(&mut self, name: &str, (from, start): (Track, Nanos), (to, end): (Track, Nanos)) {
        self.ids += 1;
        self.add("s", from, name, start, json!({ "cat": "flow", "id": self.ids }));
        self.add("f", to, name, end, json!({ "cat": "flow", "id": self.ids, "bp": "e" }));
    }

    /// A number that has changed.
    pub fn counter(&mut self, track: Track, name: &str, at: Nanos, value: usize) {
        self.add("C", track, name, at, json!({ "args": { "value": value } }));
    }

    /// Names a track.
    pub fn name_track(&mut self, track: Track, name: &str) {
        self.add("M", track, "thread_name", 0, json!({ "args": { "name": name } }));
        self.add(
            "M",
            track,
            "thread_sort_index",
            0,
            json!({ "args": { "sort_index": track.number() % FIRST_RESOURCE } }),
        );
    }

    /// Names the process of a track.
    pub fn name_process(&mut self, track: Track, name: &str) {
        self.add("M", track, "process_name", 0, json!({ "args": { "name": name } }));
        self.add("M", track, "process_sort_index", 0, json!({ "args": { "sort_index": track.process() } }));
    }

    /// Writes all of them, an event a line.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn write(mut self, title: &str, out: &mut dyn Write) -> io::Result<()> {
        self.events.sort_by_key(|&(at, rank, _)| (rank > 0, at, rank));
        let head = json!({ "title": title, "clock": "virtual" });
        writeln!(out, "{{\"displayTimeUnit\":\"ns\",\"otherData\":{head},\"traceEvents\":[")?;
        let last = self.events.len().saturating_sub(1);
        for (at, (_, _, event)) in self.events.iter().enumerate() {
            writeln!(out, "{event}{}", if at == last { "" } else { "," })?;
        }
        writeln!(out, "]}}")
    }
}

/// A time in the unit of the format; its fraction has nanoseconds.
fn microseconds(time: Nanos) -> Value {
    match time % 1000 {
        0 => (time / 1000).into(),
        _ => (time as f64 / 1000.0).into(),
    }
}
