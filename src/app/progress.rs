//! What the viewer has seen of the scenarios. As text it is JSON, by the ids of the scenarios; whoever runs the application keeps it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{event::End, scenario::Expect};

/// What was seen, by the ids of the scenarios.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Progress {
    seen: BTreeMap<String, Seen>,
    /// Something is new since it was kept last.
    fresh: bool,
}

/// What was seen of a scenario.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Seen {
    /// It was on the stage.
    pub opened: bool,
    /// Its tour was watched to its end.
    pub toured: bool,
    /// The kinds of end that it came to.
    pub ends: BTreeSet<Expect>,
    /// The numbers of its questions, from 0, that were answered right.
    pub right: BTreeSet<usize>,
    /// The numbers of its questions that were answered wrong, at whatever time; later answers do not unsay them.
    pub wrong: BTreeSet<usize>,
    /// Its challenge was met.
    pub solved: bool,
}

/// The file: a version, so that a later one can tell.
#[derive(Serialize, Deserialize)]
struct File {
    version: u32,
    scenarios: BTreeMap<String, Seen>,
}

const VERSION: u32 = 1;

impl Progress {
    /// What was kept before; none if that is no progress of a version that is known.
    pub fn read(text: &str) -> Option<Self> {
        let file: File = serde_json::from_str(text).ok()?;
        (file.version == VERSION).then_some(Self { seen: file.scenarios, fresh: false })
    }

    /// What is to be kept, if something is new since the last time.
    pub fn take(&mut self) -> Option<String> {
        let fresh = std::mem::take(&mut self.fresh);
        let file = File { version: VERSION, scenarios: self.seen.clone() };
        serde_json::to_string_pretty(&file).ok().filter(|_| fresh).map(|text| text + "\n")
    }

    /// What was kept, by whoever else has kept something there since, together with what is to be kept now: nothing of either is
    /// lost. What is kept there is left out if it is no progress of a version that is known.
    pub fn joined(kept: &str, now: &str) -> Option<String> {
        let mut all = Self::read(now)?;
        for (id, seen) in Self::read(kept).unwrap_or_default().seen {
            all.seen.entry(id).or_default().join(seen);
        }
        all.fresh = true;
        all.take()
    }

    /// What was seen of a scenario.
    pub fn of(&self, id: &str) -> Seen {
        self.seen.get(id).cloned().unwrap_or_default()
    }

    /// Something more was seen of a scenario.
    pub fn change(&mut self, id: &str, change: impl FnOnce(&mut Seen)) {
        let seen = self.seen.entry(id.to_owned()).or_default();
        let before = seen.clone();
        change(seen);
        self.fresh |= *seen != before;
    }
}

impl Seen {
    /// A run has come to this end; one that a limit ended has not shown anything.
    pub(super) fn note_end(&mut self, end: End) {
        self.ends.extend(Expect::of(end));
    }

    /// A question was answered.
    pub(super) fn note_answer(&mut self, number: usize, right: bool) {
        let answers = if right { &mut self.right } else { &mut self.wrong };
        answers.insert(number);
    }

    /// What was seen of it by another who has looked at the same.
    fn join(&mut self, other: Self) {
        let Self { opened, toured, ends, right, wrong, solved } = other;
        self.opened |= opened;
        self.toured |= toured;
        self.ends.extend(ends);
        self.right.extend(right);
        self.wrong.extend(wrong);
        self.solved |= solved;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_seen_is_kept_and_read_again() {
        let mut progress = Progress::default();
        assert_eq!(progress.take(), None, "nothing is new");
        progress.change("deadlock", |seen| {
            seen.note_end(End::Deadlock);
            seen.note_end(End::Limit);
            seen.note_answer(0, false);
            seen.note_answer(1, false);
            seen.note_answer(1, true);
            seen.note_answer(1, false);
        });
        let text = progress.take().expect("something is new");
        progress.change("deadlock", |seen| seen.note_end(End::Deadlock));
        assert_eq!(progress.take(), None, "that was known");
        let read = Progress::read(&text).expect("it was written so");
        assert_eq!(read, progress);
        let seen = read.of("deadlock");
        assert_eq!((seen.ends, seen.right, seen.wrong), ([Expect::Deadlock].into(), [1].into(), [0, 1].into()));
    }

    #[test]
    fn two_who_keep_what_they_saw_in_one_place_lose_nothing() {
        let one =
            r#"{"version":1,"scenarios":{"a":{"opened":true,"right":[0],"ends":["deadlock"]},"b":{"opened":true}}}"#;
        let other = r#"{"version":1,"scenarios":{"a":{"toured":true,"right":[1],"wrong":[0]},"c":{"solved":true}}}"#;
        let all = Progress::joined(one, other).and_then(|text| Progress::read(&text)).expect("both can be read");
        let a = all.of("a");
        assert!(a.opened && a.toured && all.of("b").opened && all.of("c").solved);
        assert_eq!((a.right, a.wrong, a.ends), ([0, 1].into(), [0].into(), [Expect::Deadlock].into()));
        let alone = Progress::joined("no progress", other).and_then(|text| Progress::read(&text));
        assert!(alone.is_some_and(|progress| progress.of("c").solved), "what cannot be read is written over");
    }

    #[test]
    fn what_is_no_progress_is_none() {
        for text in ["", "{}", "[1]", "{\"version\":2,\"scenarios\":{}}", "{\"version\":1,\"scenarios\":{\"x\":3}}"] {
            assert_eq!(Progress::read(text), None, "{text}");
        }
        let future = "{\"version\":1,\"scenarios\":{\"x\":{\"opened\":true,\"stars\":3}}}";
        assert!(Progress::read(future).is_some_and(|progress| progress.of("x").opened));
    }
}
