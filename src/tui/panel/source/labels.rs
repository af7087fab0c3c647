//! What stands at the right end of a line of the program: who is there and what it wants, and the values that it gave the
//! variables of the threads.

use std::collections::BTreeMap;

use ratatui::{
    style::{Modifier, Style},
    text::Span as Text,
};
use unicode_width::UnicodeWidthStr;

use super::Place;
use crate::{
    app::Stage,
    compiler::highlight::TokenClass,
    event::{Target, Verb},
    ids::ThreadId,
    scene::ThreadView,
    source::Span,
    telling,
    tui::painter::{Painter, cut, width},
};

/// A value is no wider than so many cells.
const VALUE: usize = 18;

/// So many threads at a line are told one by one; of more there is the number.
pub const FEW: usize = 3;

/// What is said of a thread at a line.
#[derive(Clone, PartialEq, Debug)]
pub struct Note<'a> {
    /// Who.
    pub thread: ThreadId,
    /// Whether it is there; otherwise the line only gave one of its variables a value.
    pub here: bool,
    /// What.
    pub words: Vec<Text<'a>>,
}

/// What is said at the lines, by the line.
pub type Notes<'a> = BTreeMap<u32, Vec<Note<'a>>>;

/// What is to be said at the lines of the program.
#[must_use]
pub fn notes<'a>(painter: &Painter<'a>, stage: &Stage, places: &[Place]) -> Notes<'a> {
    let mut notes = Notes::new();
    for place in places {
        let Some(view) = painter.scene.thread(place.thread) else { continue };
        let mut words = telling_of(painter, view);
        if words.is_empty() {
            words = written(painter, stage, place, view);
        }
        add(&mut notes, place.line, Note { thread: place.thread, here: place.goes_on, words });
        let told = variables(painter, stage, place, view).into_iter().chain(held(painter, stage, place, view));
        for (line, words) in told {
            add(&mut notes, line, Note { thread: place.thread, here: place.goes_on && line == place.line, words });
        }
    }
    notes.values_mut().for_each(|notes| notes.sort_by_key(|note| note.thread));
    notes
}

fn add<'a>(notes: &mut Notes<'a>, line: u32, note: Note<'a>) {
    let at_line = notes.entry(line).or_default();
    match at_line.iter_mut().find(|known| known.thread == note.thread) {
        Some(known) => {
            if !known.words.is_empty() && !note.words.is_empty() {
                known.words.push(Text::raw("  "));
            }
            known.words.extend(note.words);
        }
        None => at_line.push(note),
    }
}

fn telling_of<'a>(painter: &Painter<'a>, view: &ThreadView) -> Vec<Text<'a>> {
    telling::label(view).map_or_else(Vec::new, |message| painter.message_with(&message, true).spans)
}

/// The variables of a thread, each at the line that gave it its value; what the function was given, at the line that
/// the thread is at, if that speaks of it.
fn variables<'a>(painter: &Painter<'a>, stage: &Stage, place: &Place, view: &ThreadView) -> Vec<(u32, Vec<Text<'a>>)> {
    let source = &stage.scenario().source;
    let mut found = Vec::new();
    for &(name, value) in &view.locals {
        let name = painter.names.text(name);
        if name.starts_with('_') || matches!(name, "self" | "cls") {
            continue;
        }
        let bound = stage.outline().binding(name, (place.span.start, place.line));
        let spoken_of = || {
            let mut names = tokens_of(stage, source.line_span(place.line));
            names.any(|(token, _)| source.slice(token) == name)
        };
        if let Some(line) = bound.or_else(|| spoken_of().then_some(place.line)) {
            let value = shortened(&painter.names.value(value), VALUE);
            let value = Text::styled(value, Style::new().fg(painter.theme.text));
            found.push((line, vec![painter.faint(format!("{name} ")), value]));
        }
    }
    found
}

/// What a thread holds, at the lines that took it; not at the one where it is, of which more is to be told.
fn held<'a>(painter: &Painter<'a>, stage: &Stage, place: &Place, view: &ThreadView) -> Vec<(u32, Vec<Text<'a>>)> {
    let source = &stage.scenario().source;
    let taken = view.held().filter(|(_, span)| span.end > 0);
    let lines = taken.map(|(resource, span)| (source.line_of(span.start), resource));
    let others = lines.filter(|(line, _)| *line != place.line);
    others.map(|(line, resource)| (line, painter.message_with(&telling::holds(resource), true).spans)).collect()
}

fn tokens_of(stage: &Stage, line: Span) -> impl Iterator<Item = (Span, TokenClass)> {
    let first = stage.tokens().partition_point(|(token, _)| token.end <= line.start);
    stage.tokens()[first..].iter().copied().take_while(move |(token, _)| token.start < line.end)
}

/// What a thread is about to write, where its line says so in its own variables and numbers: `writes 0 + 10` at
/// `balance = seen + 10`.
fn written<'a>(painter: &Painter<'a>, stage: &Stage, place: &Place, view: &ThreadView) -> Vec<Text<'a>> {
    let Some(Target::Variable(variable)) = view.action.filter(|action| action.verb == Verb::Write).map(|it| it.target)
    else {
        return Vec::new();
    };
    let source = &stage.scenario().source;
    let mut tokens =
        tokens_of(stage, source.line_span(place.line)).map(|(span, class)| (source.slice(span), class, span));
    let is_assignment = tokens.next().is_some_and(|(name, ..)| name == painter.names.variable(variable))
        && tokens.next().is_some_and(|(sign, ..)| sign == "=");
    if !is_assignment {
        return Vec::new();
    }
    let (mut text, mut end, mut own) = (String::new(), None, false);
    for (token, class, span) in tokens {
        if end.is_some_and(|end| end < span.start) {
            text.push(' ');
        }
        end = Some(span.end);
        match class {
            TokenClass::Name => {
                let local = view.locals.iter().find(|(name, _)| painter.names.text(*name) == token);
                let Some(&(_, value)) = local else { return Vec::new() };
                own = true;
                text.push_str(&painter.names.value(value));
            }
            TokenClass::Number | TokenClass::Operator => text.push_str(token),
            _ => return Vec::new(),
        }
    }
    if !own {
        return Vec::new();
    }
    let words = painter.locale.format("label-writes", &[("value", shortened(&text, VALUE).into())]);
    vec![Text::styled(words, Style::new().fg(painter.theme.text))]
}

/// A text of at most so many cells: of what is too long, the middle is left out.
fn shortened(text: &str, cells: usize) -> String {
    if text.width() <= cells {
        return text.to_owned();
    }
    let head = cut(text, cells / 2);
    let ends = text.char_indices().map(|(at, _)| &text[at..]);
    let tail = ends.filter(|end| end.len() + head.len() < text.len()).find(|end| end.width() + head.width() < cells);
    format!("{head}…{}", tail.unwrap_or_default())
}

/// The new value of a parameter, for the line that gives it another.
#[must_use]
pub fn change<'a>(painter: &Painter<'a>, value: &str) -> Vec<Text<'a>> {
    let style = Style::new().fg(painter.theme.text).add_modifier(Modifier::BOLD);
    vec![Text::styled(format!("◆ {}", shortened(value, VALUE)), style)]
}

/// What is said of some threads, of so many cells' width as there is room for beside a line's text: all of it; or where
/// there are many, their chips or their number; or of some, the selected one first. The text gives way for what is short.
#[must_use]
pub fn label<'a>(
    painter: &Painter<'a>,
    notes: &[Note<'a>],
    selected: ThreadId,
    (code, room): (usize, usize),
) -> Vec<Text<'a>> {
    let spare = room.saturating_sub(code + 2);
    // The text is cut rather than what is short.
    let short = spare.max(room * 2 / 5);
    let all: Vec<&Note<'_>> = notes.iter().collect();
    let whole = said(painter, &all);
    if width(&whole) <= spare {
        return whole;
    }
    let here: Vec<ThreadId> = notes.iter().filter(|note| note.here).map(|note| note.thread).collect();
    let chips: Vec<Text<'_>> = here.iter().map(|&thread| painter.chip(thread)).collect();
    let number =
        |key: &str| vec![painter.faint(painter.locale.format(key, &[("count", here.len().to_string().into())]))];
    let mut order = all;
    order.sort_by_key(|note| (note.thread != selected, !note.here));
    order.retain(|note| !note.words.is_empty());
    let mut some = (1..=order.len()).rev().map(|count| said(painter, &order[..count]));
    let first = some.find(|label| width(label) <= short).filter(|_| here.len() < FEW);
    // Who they are the left edge says, as long as they are one or two: no text gives way for that.
    let known = here.len() < FEW;
    let others =
        [(chips, if known { spare } else { short }), (number("label-threads"), short), (number("label-here"), short)];
    let mut others = others.into_iter().filter(|_| !here.is_empty()).take(if known { 1 } else { 3 });
    let other = || others.find(|(label, room)| width(label) <= *room).map(|(label, _)| label);
    first.or_else(other).unwrap_or_default()
}

fn said<'a>(painter: &Painter<'a>, notes: &[&Note<'a>]) -> Vec<Text<'a>> {
    let mut spans = Vec::new();
    let mut worded = true;
    for note in notes {
        if !spans.is_empty() && (worded || !note.words.is_empty()) {
            spans.push(Text::raw("   "));
        }
        spans.push(painter.chip(note.thread));
        worded = !note.words.is_empty();
        if worded {
            spans.push(Text::raw(" "));
            spans.extend(note.words.iter().cloned());
        }
    }
    spans
}
