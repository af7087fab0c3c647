//! The run as a sequence diagram: threads and primitives side by side, what they do to each other as messages.

use std::io::{self, Write};

use super::escaped;
use crate::{
    event::{Change, Event, EventKind, Shown, Wait},
    export::{Performance, graph::Body},
    ids::{ResourceId, StepIndex, ThreadId},
    locale::Argument,
    scene::{Playback, Scene},
    telling::{
        self, Names, Prose, Telling,
        names::{duration, printable},
    },
};

/// The characters that a diagram is given at most: with 50,000 it is not drawn any more.
const MOST_CHARACTERS: usize = 40_000;

/// The lines that somebody can still look through.
const MOST_LINES: usize = 400;

/// The longest text of a message or note.
const LONGEST: usize = 120;

/// Writes the run as a sequence diagram; a long one is cut off, and says so.
///
/// # Errors
/// When it cannot be written.
pub fn write(performance: &Performance<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut playback = Playback::default();
    let mut diagram = Diagram::default();
    for step in (performance.steps.start().0..=performance.steps.end().0).map(StepIndex) {
        let scene = playback.at(performance.history, step);
        let happening = Happening { performance, scene, names: Names::new(scene, performance.history.texts()) };
        let from = diagram.lines.len();
        for event in performance.history.events(step) {
            diagram.lines.extend(happening.line(event));
        }
        diagram.characters += diagram.lines[from..].iter().map(Line::characters).sum::<usize>();
        if step < *performance.steps.end() && diagram.is_full() {
            diagram.cut = Some(step);
            break;
        }
    }
    let scene = playback.at(performance.history, *performance.steps.end());
    diagram.write(performance, &Prose::new(scene, performance.history, performance.locale), out)
}

/// A diagram that is being made.
#[derive(Default)]
struct Diagram {
    lines: Vec<Line>,
    characters: usize,
    /// The last step that is told, if there are more.
    cut: Option<StepIndex>,
}

/// A line of the diagram.
struct Line {
    from: Place,
    text: String,
}

/// Where a line is drawn.
enum Place {
    /// An arrow: from, to, and what it looks like.
    Between(Body, Body, &'static str),
    /// A note over somebody.
    Over(Body),
    /// A note over everybody.
    OverAll,
}

impl Line {
    /// About how long it will be when it is written.
    fn characters(&self) -> usize {
        escaped(&self.text).chars().count() + 24
    }
}

impl Diagram {
    fn is_full(&self) -> bool {
        self.lines.len() >= MOST_LINES || self.characters >= MOST_CHARACTERS
    }

    fn write(&self, performance: &Performance<'_>, prose: &Prose<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut bodies: Vec<Body> = Vec::new();
        for line in &self.lines {
            match line.from {
                Place::Between(from, to, _) => bodies.extend([from, to]),
                Place::Over(body) => bodies.push(body),
                Place::OverAll => {}
            }
        }
        bodies.push(Body::Thread(ThreadId::MAIN));
        bodies.sort_unstable();
        bodies.dedup();
        writeln!(out, "sequenceDiagram")?;
        writeln!(out, "    title {}", escaped(&printable(performance.title)))?;
        for &body in &bodies {
            match body {
                Body::Thread(id) => writeln!(out, "    actor {} as {}", body.id(), escaped(&prose.numbered(id)))?,
                Body::Resource(id) => {
                    writeln!(out, "    participant {} as {}", body.id(), escaped(&prose.kind_and_name(id)))?;
                }
            }
        }
        let all = match (bodies.first(), bodies.last()) {
            (Some(first), Some(last)) if first != last => format!("{},{}", first.id(), last.id()),
            _ => Body::Thread(ThreadId::MAIN).id(),
        };
        for Line { from, text } in &self.lines {
            let text = escaped(&shortened(text));
            match from {
                Place::Between(from, to, arrow) => writeln!(out, "    {}{arrow}{}: {text}", from.id(), to.id())?,
                Place::Over(body) => writeln!(out, "    Note over {}: {text}", body.id())?,
                Place::OverAll => writeln!(out, "    Note over {all}: {text}")?,
            }
        }
        if let Some(step) = self.cut {
            let rest = performance.steps.end().0 - step.0;
            let text =
                performance.locale.format("tell-sequence-cut", &[("step", step.0.into()), ("count", rest.into())]);
            writeln!(out, "    Note over {all}: {}", escaped(&text))?;
        }
        Ok(())
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// What an arrow looks like: done to somebody, given back, and waiting for it.
const DOES: &str = "->>";
const GIVES: &str = "-->>";
const WAITS: &str = "--)";

/// A step that is being told.
struct Happening<'a> {
    performance: &'a Performance<'a>,
    scene: &'a Scene,
    names: Names<'a>,
}

impl Happening<'_> {
    fn says(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        printable(&self.performance.locale.format(key, arguments))
    }

    fn telling(&self) -> Telling<'_> {
        Telling { scene: self.scene, names: self.names, locale: self.performance.locale }
    }

    fn word(&self, key: &str) -> String {
        self.performance.locale.text(key)
    }

    /// The line of an event, if it has one.
    fn line(&self, event: &Event) -> Option<Line> {
        let who = Body::Thread(event.thread);
        let note = |text| Line { from: Place::Over(who), text };
        let to = |other, arrow, text| Line { from: Place::Between(who, other, arrow), text };
        Some(match event.kind {
            EventKind::ThreadStarted { thread } if thread != event.thread => {
                to(Body::Thread(thread), DOES, self.word("sequence-starts"))
            }
            EventKind::ThreadFinished => note(self.word("sequence-finished")),
            EventKind::ThreadAbandoned => note(self.word("state-abandoned")),
            EventKind::ThreadFailed { exception } => {
                note(self.says("sequence-failed", &[("exception", self.names.text(exception).into())]))
            }
            EventKind::Blocked { on, .. } => self.waits(event.thread, on),
            EventKind::Woken { thread } => self.wakes(event.thread, thread)?,
            EventKind::TimedOut if self.scene.waits_for_timer(event.thread) => note(self.word("sequence-time-is-up")),
            EventKind::TimedOut => note(self.word("sequence-timed-out")),
            EventKind::Slept { until } => {
                let time = duration(until.saturating_sub(self.scene.clock));
                note(self.says("sequence-sleeps", &[("duration", time.into())]))
            }
            EventKind::Changed { resource, change } => self.changes(event.thread, resource, change)?,
            EventKind::Read { variable } => {
                let value = self.scene.variable(variable).and_then(|view| view.value);
                let name = ("variable", self.names.variable(variable).into());
                to(
                    who,
                    DOES,
                    match value {
                        Some(value) => self.says("sequence-reads", &[name, ("value", self.value(value))]),
                        None => self.says("sequence-reads-unknown", &[name]),
                    },
                )
            }
            EventKind::Wrote { variable, value } => {
                let arguments = [("variable", self.names.variable(variable).into()), ("value", self.value(value))];
                to(who, DOES, self.says("sequence-writes", &arguments))
            }
            EventKind::Output { text, .. } => {
                let text = self.names.text(text).trim_end_matches('\n').replace('\n', " ⏎ ");
                note(self.says("sequence-prints", &[("text", text.into())]))
            }
            EventKind::CircleClosed { .. } => Line { from: Place::OverAll, text: self.prose().circle()? },
            EventKind::CircleBroken { .. } => Line { from: Place::OverAll, text: self.word("log-circle-broken") },
            EventKind::Deadlock { .. } => Line { from: Place::OverAll, text: self.prose().deadlock()? },
            EventKind::Ended { .. } => Line { from: Place::OverAll, text: self.prose().ending()? },
            _ => return None,
        })
    }

    fn prose(&self) -> Prose<'_> {
        Prose::new(self.scene, self.performance.history, self.performance.locale)
    }

    fn value(&self, value: Shown) -> Argument<'_> {
        Argument::Text(self.names.value(value))
    }

    fn waits(&self, who: ThreadId, on: Wait) -> Line {
        let from = Body::Thread(who);
        let to = match on {
            Wait::End(thread) => Some(Body::Thread(thread)),
            on => on.resource().map(Body::Resource),
        };
        match to {
            Some(to) => {
                let text = self.word(telling::awaited(on).unwrap_or("sequence-waits"));
                Line { from: Place::Between(from, to, WAITS), text }
            }
            None => Line { from: Place::Over(from), text: self.word("waits-shutdown") },
        }
    }

    /// Who wakes is drawn as what was waited for: the primitive, or the thread that has ended.
    fn wakes(&self, by: ThreadId, woken: ThreadId) -> Option<Line> {
        let (on, _) = self.scene.thread(woken)?.waits?;
        let from = on.resource().map_or(Body::Thread(by), Body::Resource);
        Some(Line { from: Place::Between(from, Body::Thread(woken), GIVES), text: self.word("sequence-wakes") })
    }

    fn changes(&self, who: ThreadId, id: ResourceId, change: Change<Shown>) -> Option<Line> {
        let (who, resource) = (Body::Thread(who), Body::Resource(id));
        let told = telling::changes(change);
        let text = printable(&self.telling().message(&told.arrow?));
        let from = if told.gives { Place::Between(resource, who, GIVES) } else { Place::Between(who, resource, DOES) };
        Some(Line { from, text })
    }
}
