//! Words in colour: threads, primitives and sentences of a scene as spans, the same in every pane.

use std::borrow::Cow;

use ratatui::{
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{motion::Motion, theme::Theme};
use crate::{
    ids::{ResourceId, ThreadId},
    locale::Locale,
    scene::{Scene, ThreadState},
    telling::{Message, Names, Part, Role, Telling, names::number, state_sign, state_word},
};

/// What is needed to say something of a scene.
#[derive(Clone, Copy, Debug)]
pub struct Painter<'a> {
    /// The scene.
    pub scene: &'a Scene,
    /// What things are called.
    pub names: Names<'a>,
    /// The words.
    pub locale: &'a Locale,
    /// The colours.
    pub theme: &'a Theme,
    /// What is in motion.
    pub motion: Motion,
}

impl<'a> Painter<'a> {
    /// A word of the screen.
    #[must_use]
    pub fn word(&self, key: &str) -> String {
        self.locale.text(key)
    }

    /// A thread's mark on its colour.
    #[must_use]
    pub fn chip(&self, thread: ThreadId) -> Span<'a> {
        Span::styled(format!("({})", number(thread)), self.chip_style(thread))
    }

    /// Mark and name on the thread's colour.
    #[must_use]
    pub fn tag(&self, thread: ThreadId) -> Span<'a> {
        Span::styled(format!("({} {})", number(thread), self.names.thread(thread)), self.chip_style(thread))
    }

    fn chip_style(&self, thread: ThreadId) -> Style {
        Style::new().fg(self.theme.on_thread).bg(self.theme.thread(thread)).add_modifier(Modifier::BOLD)
    }

    /// A thread's name with its mark, in its colour.
    #[must_use]
    pub fn thread(&self, thread: ThreadId) -> Span<'a> {
        let style = Style::new().fg(self.theme.thread(thread)).add_modifier(Modifier::BOLD);
        Span::styled(format!("({}) {}", number(thread), self.names.thread(thread)), style)
    }

    /// A primitive's name.
    #[must_use]
    pub fn resource(&self, resource: ResourceId) -> Span<'a> {
        Span::styled(self.names.resource(resource), Style::new().fg(self.theme.text).add_modifier(Modifier::BOLD))
    }

    /// Words that matter less.
    #[must_use]
    pub fn faint(&self, text: impl Into<Cow<'a, str>>) -> Span<'a> {
        Span::styled(text, self.theme.faint())
    }

    /// The same in words alone.
    #[must_use]
    pub fn telling(&self) -> Telling<'a> {
        Telling { scene: self.scene, names: self.names, locale: self.locale }
    }

    /// A message, as a line; if `numbers`, threads are named by their numbers alone.
    #[must_use]
    pub fn message_with(&self, message: &Message, numbers: bool) -> Line<'a> {
        let parts = self.telling().parts(message).into_iter();
        parts
            .map(|part| match part.role {
                Role::Thread(thread) if numbers => {
                    Span::styled(format!("({})", number(thread)), Style::new().fg(self.theme.thread(thread)))
                }
                _ => self.part(part),
            })
            .collect()
    }

    fn part(&self, part: Part) -> Span<'a> {
        match part.role {
            Role::Words => Span::styled(part.text, Style::new().fg(self.theme.text)),
            Role::Aside => self.faint(part.text),
            Role::Thread(thread) => self.thread(thread),
            Role::Thing => Span::styled(part.text, Style::new().fg(self.theme.text).add_modifier(Modifier::BOLD)),
            Role::Failure => Span::styled(part.text, Style::new().fg(self.theme.bad)),
            Role::Value | Role::Time => Span::styled(part.text, Style::new().fg(self.theme.accent)),
        }
    }

    /// A part of a message, the names in it shortened.
    #[must_use]
    pub fn brief(&self, part: &Part, brevity: Brevity) -> Span<'a> {
        let (names, things) = match brevity {
            Brevity::Full => return self.part(part.clone()),
            Brevity::Long => (16, 32),
            Brevity::Short => (8, 16),
            Brevity::Numbers => (0, 12),
        };
        match part.role {
            Role::Thread(thread) => {
                let name = self.names.thread(thread);
                let name = if names == 0 { String::new() } else { format!(" {}", middle(&name, names)) };
                let style = Style::new().fg(self.theme.thread(thread)).add_modifier(Modifier::BOLD);
                Span::styled(format!("({}){name}", number(thread)), style)
            }
            Role::Thing | Role::Value | Role::Failure => {
                self.part(Part { text: middle(&part.text, things).into_owned(), role: part.role })
            }
            Role::Words | Role::Aside | Role::Time => self.part(part.clone()),
        }
    }

    /// What happened, as a line of the log: things stand in brackets.
    #[must_use]
    pub fn log_line(&self, message: &Message) -> Vec<Span<'a>> {
        let parts = self.telling().parts(message).into_iter();
        parts
            .map(|part| match part.role {
                Role::Thing => self.part(Part { text: format!("[{}]", part.text), ..part }),
                _ => self.part(part),
            })
            .collect()
    }

    /// The sign and the word of a thread's state.
    #[must_use]
    pub fn state(&self, state: ThreadState) -> (Span<'a>, Span<'a>) {
        let style = self.state_style(state);
        (Span::styled(state_sign(state), style), Span::styled(state_word(self.locale, state), style))
    }

    /// The colour of a state. What is blocked or asleep is the subject, no mistake: its sign tells, not a colour.
    #[must_use]
    pub fn state_style(&self, state: ThreadState) -> Style {
        let theme = self.theme;
        match state {
            ThreadState::Failed => Style::new().fg(theme.bad).add_modifier(Modifier::BOLD),
            ThreadState::Finished => Style::new().fg(theme.good),
            ThreadState::New | ThreadState::Abandoned => theme.faint(),
            _ => Style::new().fg(theme.text),
        }
    }
}

/// How briefly something is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Brevity {
    /// All of it.
    Full,
    /// Very long names are shortened.
    Long,
    /// Long names are shortened.
    Short,
    /// Threads are named by their numbers alone.
    Numbers,
}

impl Brevity {
    /// All of them, the fullest first.
    pub const ALL: [Self; 4] = [Self::Full, Self::Long, Self::Short, Self::Numbers];
}

/// A text that is at most so many cells wide, cut in its middle.
#[must_use]
pub fn middle(text: &str, cells: usize) -> Cow<'_, str> {
    if text.width() <= cells {
        return Cow::Borrowed(text);
    }
    let start = cut(text, cells.saturating_sub(1).div_ceil(2));
    let left = cells.saturating_sub(start.width());
    let starts = text.char_indices().map(|(at, _)| at);
    let end = starts.map(|at| &text[at..]).find(|end| end.width() < left).unwrap_or_default();
    Cow::Owned(format!("{start}…{end}"))
}

/// How many cells the spans take.
#[must_use]
pub fn width(spans: &[Span<'_>]) -> usize {
    spans.iter().map(|span| span.content.width()).sum()
}

/// The spans cut to so many cells, with an ellipsis where something was cut off.
#[must_use]
pub fn fit(spans: Vec<Span<'_>>, cells: usize) -> Vec<Span<'_>> {
    if width(&spans) <= cells {
        return spans;
    }
    let mut left = cells.saturating_sub(1);
    let mut kept = Vec::with_capacity(spans.len());
    for span in spans {
        let text = cut(&span.content, left);
        let whole = text.len() == span.content.len();
        left -= text.width();
        kept.push(Span::styled(text.to_owned(), span.style));
        if !whole {
            break;
        }
    }
    if cells > 0 {
        let style = kept.last().map_or_else(Style::new, |span| span.style);
        kept.push(Span::styled("…", style));
    }
    kept
}

/// The longest beginning of a text that is at most so many cells wide.
#[must_use]
pub fn cut(text: &str, cells: usize) -> &str {
    use unicode_segmentation::UnicodeSegmentation;
    let mut wide = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        wide += cluster.width();
        if wide > cells {
            return &text[..at];
        }
    }
    text
}

/// A name that is at most so many cells wide. Of what tells by its end, a way such as `station.gate` or a thread's name such
/// as `Thread-1 (reader)`, the end is kept.
#[must_use]
pub fn shortened(name: &str, cells: usize) -> Cow<'_, str> {
    let by_end = name.ends_with([')', ']']) || name.contains('.');
    if name.width() <= cells || !by_end || cells < 2 {
        return Cow::Borrowed(cut(name, cells));
    }
    let starts = name.char_indices().map(|(at, _)| at);
    let end = starts.map(|at| &name[at..]).find(|end| end.width() < cells).unwrap_or_default();
    Cow::Owned(format!("…{end}"))
}

/// A name that is at most so many cells wide, cut in the middle: names of one program often differ only at their ends.
#[must_use]
pub fn middle_cut(name: &str, cells: usize) -> String {
    if name.width() <= cells {
        return name.to_owned();
    }
    let room = cells.saturating_sub(1);
    let front = cut(name, room.div_ceil(2));
    let left = room - front.width();
    let ends = name.char_indices().map(|(at, _)| &name[at..]);
    let end = ends.chain([""]).find(|end| end.width() <= left).unwrap_or_default();
    format!("{front}…{end}")
}

/// A value that is at most so many cells wide. Of a list that is too long the last items stay, whole if they fit.
#[must_use]
pub fn value_cut(value: &str, cells: usize) -> String {
    if value.width() <= cells {
        return value.to_owned();
    }
    let inside = [('[', ']'), ('(', ')')].into_iter().find_map(|(open, close)| {
        let items = value.strip_prefix(open)?.strip_suffix(close)?;
        let nested = items.contains(['[', '(', '{']);
        (!nested && !items.is_empty()).then_some((open, items, close))
    });
    let Some((open, items, close)) = inside else { return middle_cut(value, cells) };
    // Quotes say least.
    let items: Vec<&str> = items.split(", ").map(|item| item.trim_matches('\'')).collect();
    let shown = |from: usize| {
        let before = if from > 0 { "… " } else { "" };
        format!("{open}{before}{}{close}", items[from..].join(", "))
    };
    let last = items.len() - 1;
    if let Some(fits) = (0..=last).map(shown).find(|text| text.width() <= cells) {
        return fits;
    }
    let before = if last > 0 { "… " } else { "" };
    let room = cells.saturating_sub(2 + before.width());
    format!("{open}{before}{}{close}", middle_cut(items[last], room))
}

/// The texts, each at most so many cells wide; those that begin alike are cut so that one sees where they differ.
#[must_use]
pub fn apart(texts: &[String], cells: usize) -> Vec<String> {
    let ended = |text: &str| match text.width() <= cells {
        true => text.to_owned(),
        false => format!("{}…", cut(text, cells.saturating_sub(1))),
    };
    let short: Vec<String> = texts.iter().map(|text| ended(text)).collect();
    let common = |one: &str, other: &str| {
        let same = one.char_indices().zip(other.chars()).find(|&((_, a), b)| a != b);
        same.map_or(one.len().min(other.len()), |((at, _), _)| at)
    };
    let told = |at: usize| {
        let text = &texts[at];
        let alike = (0..texts.len()).filter(|&other| short[other] == short[at] && texts[other] != *text);
        let Some(same) = alike.map(|other| common(text, &texts[other])).max() else { return short[at].clone() };
        let head = cut(text, cells / 4);
        // A few characters before the difference say where one is.
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).take_while(|&at| at <= same).collect();
        let from = starts[starts.len().saturating_sub(6)].max(head.len());
        ended(&format!("{head}…{}", &text[from..]))
    };
    (0..texts.len()).map(told).collect()
}

/// The names, each at most so many cells wide and cut in the middle; different names never look the same.
#[must_use]
pub fn distinct(names: &[String], cells: usize) -> Vec<String> {
    let mut short: Vec<String> = names.iter().map(|name| middle_cut(name, cells)).collect();
    for at in 1..short.len() {
        let mut count = 1;
        while (0..at).any(|before| short[before] == short[at] && names[before] != names[at]) {
            count += 1;
            let number = format!("…{count}");
            short[at] = format!("{}{number}", cut(&names[at], cells.saturating_sub(number.width())));
        }
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_in_the_middle_and_never_look_the_same() {
        assert_eq!(middle_cut("passengers_waiting", 9), "pass…ting");
        assert_eq!(middle_cut("死锁死锁死锁", 8), "死锁…锁");
        assert_eq!((middle_cut("pen", 9).as_str(), middle_cut("pen", 1).as_str()), ("pen", "…"));
        let names = ["station_north_gate", "station_south_gate", "gate", "station_north_gate"].map(String::from);
        assert_eq!(distinct(&names, 9), ["stat…gate", "station…2", "gate", "stat…gate"]);
    }

    #[test]
    fn of_a_list_the_last_items_stay() {
        for (value, cells, shown) in [
            ("['north', 'south']", 18, "['north', 'south']"),
            ("['north', 'south']", 14, "[north, south]"),
            ("['north', 'south']", 12, "[… south]"),
            ("[True, False, True]", 15, "[… False, True]"),
            ("['dish 1 of ann']", 10, "[dish…ann]"),
            ("{'a': 1, 'b': 2}", 9, "{'a'…: 2}"),
        ] {
            assert_eq!(value_cut(value, cells), shown);
            assert!(value_cut(value, cells).width() <= cells);
        }
    }

    #[test]
    fn texts_that_begin_alike_are_cut_where_they_differ() {
        let texts = ["alice has the pen / bob draws", "alice has the pen / alice writes", "bob"].map(str::to_owned);
        assert_eq!(apart(&texts, 40), texts, "there is room");
        let short = apart(&texts, 16);
        assert!(short.iter().all(|text| text.width() <= 16), "{short:?}");
        assert!(short[0].contains("bob") && short[1].contains("ali") && short[2] == "bob", "{short:?}");
    }

    #[test]
    fn of_names_that_tell_by_their_end_the_end_is_kept() {
        for (name, short) in [
            ("station.passengers_waiting", "…gers_waiting"),
            ("Thread-12 (reader)", "…-12 (reader)"),
            ("short", "short"),
            ("a_rather_long_name", "a_rather_long"),
            ("表.死锁死锁死锁死锁", "…死锁死锁死锁"),
        ] {
            assert_eq!(shortened(name, 13), short);
        }
    }

    #[test]
    fn a_name_is_cut_in_its_middle() {
        for (name, cells, short) in
            [("short", 8, "short"), ("philosopher-12", 8, "phil…-12"), ("死锁死锁死锁", 8, "死锁…锁"), ("ab", 1, "…")]
        {
            assert_eq!(middle(name, cells), short);
            assert!(middle(name, cells).width() <= cells);
        }
    }

    #[test]
    fn what_does_not_fit_is_cut_at_a_character_and_ends_in_an_ellipsis() {
        assert_eq!(cut("死锁了", 5), "死锁");
        let spans = vec![Span::raw("one "), Span::raw("two"), Span::raw(" three")];
        let text: String = fit(spans.clone(), 8).iter().map(|span| span.content.to_string()).collect();
        assert_eq!(text, "one two…");
        assert_eq!(fit(spans.clone(), 13), spans);
        assert!(fit(spans, 0).iter().all(|span| span.content.is_empty()));
    }
}
