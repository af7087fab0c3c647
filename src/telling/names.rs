//! What things are called: the names of a scene, as texts. Everything that a viewer reads about a run takes its names
//! from here.

use std::borrow::Cow;

use crate::{
    event::{Nanos, Shown},
    ids::{ResourceId, TextId, ThreadId, VariableId},
    scene::Scene,
    trace::Texts,
};

/// The names of a scene.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    scene: &'a Scene,
    texts: &'a Texts,
}

impl<'a> Names<'a> {
    /// The names of a scene; its texts are in the table of its history.
    #[must_use]
    pub fn new(scene: &'a Scene, texts: &'a Texts) -> Self {
        Self { scene, texts }
    }

    /// A text.
    #[must_use]
    pub fn text(&self, id: TextId) -> &'a str {
        self.texts.get(id)
    }

    /// A thread's name.
    #[must_use]
    pub fn thread(&self, id: ThreadId) -> &'a str {
        self.scene.thread(id).map_or("", |thread| self.texts.get(thread.name))
    }

    /// The exception that ended a thread.
    #[must_use]
    pub fn exception(&self, id: ThreadId) -> &'a str {
        self.scene.thread(id).and_then(|thread| thread.exception).map_or("", |text| self.texts.get(text))
    }

    /// What the program calls a primitive; its kind and number if it has no name for it.
    #[must_use]
    pub fn resource(&self, id: ResourceId) -> Cow<'a, str> {
        let Some(resource) = self.scene.resource(id) else { return Cow::Borrowed("") };
        match resource.name {
            Some(name) => Cow::Borrowed(self.texts.get(name)),
            None => Cow::Owned(format!("{}-{}", resource.kind.name(), self.scene.number_of(id))),
        }
    }

    /// A shared variable's name.
    #[must_use]
    pub fn variable(&self, id: VariableId) -> &'a str {
        self.scene.variable(id).map_or("", |variable| self.texts.get(variable.name))
    }

    /// A value.
    #[must_use]
    pub fn value(&self, value: Shown) -> Cow<'a, str> {
        match value {
            Shown::Int(number) => Cow::Owned(number.to_string()),
            Shown::Text(text) => Cow::Borrowed(self.texts.get(text)),
        }
    }
}

/// A duration of virtual time: in seconds, milliseconds or microseconds, with as many digits as matter.
#[must_use]
pub fn duration(time: Nanos) -> String {
    let seconds = time as f64 / 1e9;
    match time {
        0 => "0 s".to_owned(),
        1..1_000_000 => format!("{:.0} µs", seconds * 1e6),
        1_000_000..100_000_000 => format!("{:.0} ms", seconds * 1e3),
        100_000_000..10_000_000_000 => format!("{seconds:.2} s"),
        _ => format!("{seconds:.1} s"),
    }
}

/// A text on one line, without anything that would move the cursor or change the colours of a terminal.
#[must_use]
pub fn printable(text: &str) -> String {
    let plain = |c: char| !c.is_control();
    text.chars().map(|c| if plain(c) { c.to_string() } else { c.escape_default().to_string() }).collect()
}

/// The mark of a thread: the key that runs it, and letters for those that have no key.
#[must_use]
pub fn mark(thread: ThreadId) -> char {
    const MARKS: &[u8] = b"123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    MARKS.get(thread.index()).map_or('*', |&mark| char::from(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_shown_and_not_sent() {
        assert_eq!(printable("a\x1b[2Jb\n锁"), "a\\u{1b}[2Jb\\n锁");
    }

    #[test]
    fn durations_have_as_many_digits_as_matter() {
        let rows = [
            (0, "0 s"),
            (1_500, "2 µs"),
            (2_000_000, "2 ms"),
            (301_000_000, "0.30 s"),
            (2_000_000_000, "2.00 s"),
            (75_000_000_000, "75.0 s"),
        ];
        for (time, text) in rows {
            assert_eq!(duration(time), text);
        }
    }
}
