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

    /// A thread's name; a name that Python made up, in short.
    #[must_use]
    pub fn thread(&self, id: ThreadId) -> Cow<'a, str> {
        self.scene.thread(id).map_or(Cow::Borrowed(""), |thread| brief(self.texts.get(thread.name)))
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

/// `reader-3` for `Thread-3 (reader)`, which is what Python calls a thread without a name that runs `reader`; `worker-0` for
/// `ThreadPoolExecutor-0_0`, the first worker of the first pool without a prefix.
pub(crate) fn brief(name: &str) -> Cow<'_, str> {
    let parts =
        name.strip_prefix("Thread-").and_then(|rest| rest.strip_suffix(')')).and_then(|rest| rest.split_once(" ("));
    match parts {
        Some((number, function)) if number.bytes().all(|byte| byte.is_ascii_digit()) && !function.is_empty() => {
            Cow::Owned(format!("{function}-{number}"))
        }
        _ => name.strip_prefix("ThreadPoolExecutor-").map_or(Cow::Borrowed(name), |numbers| {
            Cow::Owned(format!("worker-{}", numbers.strip_prefix("0_").unwrap_or(numbers)))
        }),
    }
}

/// A duration of virtual time: in seconds, milliseconds or microseconds, with as many digits as matter.
#[must_use]
pub fn duration(time: Nanos) -> String {
    let seconds = time as f64 / 1e9;
    let (text, unit) = match time {
        0..1_000 => ("0".to_owned(), "s"),
        1_000..1_000_000 => (format!("{:.0}", seconds * 1e6), "µs"),
        1_000_000..100_000_000 => (format!("{:.0}", seconds * 1e3), "ms"),
        100_000_000..10_000_000_000 => (format!("{seconds:.2}"), "s"),
        _ => (format!("{seconds:.1}"), "s"),
    };
    let short = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    format!("{short} {unit}")
}

/// A text on one line, without anything that would move the cursor or change the colours of a terminal.
#[must_use]
pub fn printable(text: &str) -> String {
    let plain = |c: char| !c.is_control();
    text.chars().map(|c| if plain(c) { c.to_string() } else { c.escape_default().to_string() }).collect()
}

/// The number of a thread as it is shown, from one.
#[must_use]
pub const fn number(thread: ThreadId) -> u32 {
    thread.0.saturating_add(1)
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
    fn names_that_python_makes_up_are_shortened() {
        for (name, short) in [
            ("Thread-3 (reader)", "reader-3"),
            ("Thread-3", "Thread-3"),
            ("Thread-x (reader)", "Thread-x (reader)"),
            ("ThreadPoolExecutor-0_1", "worker-1"),
            ("ThreadPoolExecutor-2_1", "worker-2_1"),
            ("alice (2)", "alice (2)"),
        ] {
            assert_eq!(brief(name), short);
        }
    }

    #[test]
    fn durations_have_as_many_digits_as_matter() {
        let rows = [
            (0, "0 s"),
            (999, "0 s"),
            (1_500, "2 µs"),
            (2_000_000, "2 ms"),
            (301_000_000, "0.3 s"),
            (2_000_000_000, "2 s"),
            (75_000_000_000, "75 s"),
            (75_460_000_000, "75.5 s"),
        ];
        for (time, text) in rows {
            assert_eq!(duration(time), text);
        }
    }
}
