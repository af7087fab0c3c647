//! What is in the page: the run as rows and steps. Texts that a reader sees stand there in both languages.

use indexmap::IndexSet;
use serde::Serialize;
use serde_json::{Value, json};

use super::{
    Opening,
    figure::shape,
    panes::Panes,
    tour::{self, Tour},
    words::words,
};
use crate::{
    app::{Showing, ThemeName},
    compiler::highlight::{TokenClass, tokens},
    event::{QueueWant, Wait, Want},
    export::Performance,
    ids::{ResourceId, StepIndex, ThreadId, VariableId},
    locale::{Language, Locale},
    scenario::{Scenario, Words},
    scene::{Edge, LogLine, Playback, Scene, Sentence, ThreadView, is_chapter},
    source::SourceText,
    telling::{
        Names, Outcome, Part, Prose, Role, Telling, caption,
        names::{duration, mark, printable},
        outcome, state_sign,
    },
};

/// Narration is looked for so many steps before the first one that is shown.
const FARTHEST: u32 = 200;

/// Everything in the page.
#[derive(Serialize)]
pub struct Data {
    language: &'static str,
    theme: Option<&'static str>,
    interval: u64,
    title: [String; 2],
    summary: [String; 2],
    file: String,
    words: [Value; 2],
    lines: Vec<Line>,
    threads: Vec<Value>,
    /// Rows of threads, primitives and variables, each once.
    rows: Vec<Value>,
    /// Sentences and narration in both languages, each once.
    texts: Vec<[Text; 2]>,
    steps: Vec<Step>,
    /// The tour that it plays.
    #[serde(skip_serializing_if = "Option::is_none")]
    tour: Option<Tour>,
}

/// A line of the program.
#[derive(Serialize)]
struct Line {
    n: u32,
    /// Stretches of text, each with its class.
    t: Vec<(&'static str, String)>,
}

/// A text in a language, as JSON: words; a thread as its number; a name or value of the program in a list of its own.
type Text = Vec<Value>;

/// What became different: which one, and its row.
type Changes = Vec<(usize, usize)>;

/// An edge of the circle of a deadlock: who waits, for what if it is no thread, who holds it, and that as a text.
type Tie = (usize, Option<String>, usize, usize);

/// A step: what it did, and what became different, as numbers of rows and texts.
#[derive(Serialize, Default)]
pub(super) struct Step {
    /// Its number.
    n: u32,
    /// The virtual time.
    c: String,
    /// The thread whose step it was.
    t: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    th: Changes,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    re: Changes,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    va: Changes,
    /// What the panes show that the scenario asks for, if it became different.
    #[serde(skip_serializing_if = "Option::is_none")]
    pa: Option<usize>,
    /// What happened.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    log: Vec<usize>,
    /// What was printed: thread, text, whether to stderr.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    out: Vec<(usize, String, bool)>,
    /// The narration, if it is another one: thread and text.
    #[serde(skip_serializing_if = "Option::is_none")]
    na: Option<(usize, usize)>,
    /// It is worth a chapter: what happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    ch: Option<usize>,
    /// The circle of a deadlock, if it just closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    dl: Option<Vec<Tie>>,
    /// How the run ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<(bool, &'static str)>,
}

impl Step {
    /// The thread whose step it was.
    pub(super) fn by(&self) -> Option<usize> {
        self.t
    }
}

/// The run as data, and the tour with the ways that it takes, if there is one to play.
pub fn of(
    performance: &Performance<'_>,
    scenario: &Scenario,
    locales: &[Locale; 2],
    opening: Opening,
    showing: Option<&Showing>,
) -> Data {
    let mut folding = Folding::new(performance, locales, Panes::of(performance, scenario));
    let (steps, threads) = folding.way(performance);
    let tour = showing.map(|showing| tour::of(showing, performance, &mut folding));
    let both = |words: &Words| Language::ALL.map(|language| words.get(language).to_owned());
    Data {
        language: performance.locale.language().code(),
        theme: opening.theme.map(ThemeName::name),
        interval: opening.interval,
        title: both(&scenario.title),
        summary: both(&scenario.summary),
        file: file_name(performance.source).to_owned(),
        words: [0, 1].map(|at| words(&locales[at], tour.is_some())),
        lines: lines(performance),
        threads,
        rows: folding.rows.iter().filter_map(|row| serde_json::from_str(row).ok()).collect(),
        texts: folding.texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect(),
        steps,
        tour,
    }
}

const fn class_of(class: TokenClass) -> &'static str {
    match class {
        TokenClass::Keyword => "k",
        TokenClass::Definition => "d",
        TokenClass::Call | TokenClass::Decorator => "c",
        TokenClass::Number => "n",
        TokenClass::Text => "s",
        TokenClass::Comment => "m",
        TokenClass::Name | TokenClass::Operator => "",
    }
}

/// The lines that are shown, in stretches of one class.
fn lines(performance: &Performance<'_>) -> Vec<Line> {
    let source = performance.source;
    let tokens = tokens(source);
    let line = |&n: &u32| {
        let span = source.line_span(n);
        let text =
            |from: u32, to: u32| source.text()[from as usize..to as usize].trim_end_matches(['\n', '\r']).to_owned();
        let first = tokens.partition_point(|(token, _)| token.end <= span.start);
        let mut stretches: Vec<(&'static str, String)> = Vec::new();
        let mut at = span.start;
        for (token, class) in tokens[first..].iter().take_while(|(token, _)| token.start < span.end) {
            let (from, to) = (token.start.max(at), token.end.min(span.end));
            stretches.push(("", text(at, from.max(at))));
            stretches.push((class_of(*class), text(from.max(at), to.max(from))));
            at = to.max(at);
        }
        stretches.push(("", text(at, span.end.max(at))));
        stretches.retain(|(_, text)| !text.is_empty());
        Line { n, t: stretches }
    };
    performance.lines.iter().map(line).collect()
}

/// Folds a run, and its other ways, into rows and steps.
pub(super) struct Folding<'p> {
    performance: &'p Performance<'p>,
    pub(super) locales: &'p [Locale; 2],
    /// Rows and texts as JSON, each once.
    rows: IndexSet<String>,
    texts: IndexSet<String>,
    /// The rows of the step before.
    threads: Vec<usize>,
    resources: Vec<usize>,
    variables: Vec<Option<usize>>,
    /// The panes that the scenario asks for, and what they showed in the step before.
    panes: Panes<'p>,
    shown: Option<usize>,
    /// Edges of the deadlock that were told.
    edges: usize,
    /// Whether something was told of a step.
    begun: bool,
    /// The narration that was reached last, and the one that was told last.
    narrated: Option<(usize, usize)>,
    narration: Option<(usize, usize)>,
}

impl<'p> Folding<'p> {
    fn new(performance: &'p Performance<'p>, locales: &'p [Locale; 2], panes: Panes<'p>) -> Self {
        Self {
            performance,
            locales,
            rows: IndexSet::new(),
            texts: IndexSet::new(),
            threads: Vec::new(),
            resources: Vec::new(),
            variables: Vec::new(),
            panes,
            shown: None,
            edges: 0,
            begun: false,
            narrated: None,
            narration: None,
        }
    }

    /// The steps of a run, and the threads that it has in its end. Rows and texts that are known stand there once.
    pub(super) fn way(&mut self, performance: &Performance<'_>) -> (Vec<Step>, Vec<Value>) {
        let texts = std::mem::take(&mut self.texts);
        let mut folding = Folding {
            rows: std::mem::take(&mut self.rows),
            texts,
            ..Folding::new(performance, self.locales, self.panes)
        };
        let mut playback = Playback::default();
        let (first, end) = (performance.steps.start().0, performance.steps.end().0);
        for step in (first.saturating_sub(FARTHEST)..first).map(StepIndex) {
            folding.narrate(playback.at(performance.history, step), step);
        }
        let numbers = (first..=end).map(StepIndex);
        let steps = numbers.map(|step| folding.step(playback.at(performance.history, step), step)).collect();
        let names = Names::new(playback.present(), performance.history.texts());
        let threads = (0..playback.present().threads.len()).map(ThreadId::at);
        let threads = threads.map(|id| json!({"m": mark(id).to_string(), "n": printable(&names.thread(id))})).collect();
        (self.rows, self.texts) = (folding.rows, folding.texts);
        (steps, threads)
    }

    fn step(&mut self, scene: &Scene, step: StepIndex) -> Step {
        let history = self.performance.history;
        let names = Names::new(scene, history.texts());
        // A page that begins in the middle shows what was printed before.
        let first = !std::mem::replace(&mut self.begun, true);
        let printed = scene.output.iter().filter(|piece| piece.step == step || first);
        let out = printed.map(|piece| (piece.thread.index(), printable_lines(names.text(piece.text)), piece.stderr));
        let threads = (0..scene.threads.len()).map(|at| self.thread(scene, ThreadId::at(at))).collect();
        let resources = (0..scene.resources.len()).map(|at| self.resource(scene, ResourceId::at(at))).collect();
        let variables = (0..scene.variables.len()).map(|at| self.variable(scene, VariableId::at(at), names)).collect();
        let shown = self.panes.row(scene, names).map(|row| self.row(&row));
        let pa = shown.filter(|_| shown != self.shown);
        self.shown = shown;
        self.narrate(scene, step);
        let na = self.narrated.filter(|_| self.narrated != self.narration);
        self.narration = self.narrated;
        Step {
            n: step.0,
            c: duration(scene.clock),
            t: history.step(step).by.map(crate::ids::ThreadId::index),
            th: changes(&mut self.threads, threads),
            re: changes(&mut self.resources, resources),
            va: changes(&mut self.variables, variables),
            pa,
            log: scene.log.iter().filter(|line| line.step == step).map(|line| self.line(scene, line)).collect(),
            out: out.collect(),
            na,
            ch: self.chapter(scene, step),
            dl: self.deadlock(scene),
            end: self.outcome(scene).map(|outcome| (outcome.is_bad(), outcome.sign())),
        }
    }

    fn row(&mut self, row: &Value) -> usize {
        self.rows.insert_full(row.to_string()).0
    }

    /// The number of a text that is words.
    pub(super) fn words(&mut self, of: impl Fn(&Locale) -> String) -> usize {
        self.told(|locale| vec![Part::words(of(locale))])
    }

    fn told(&mut self, tell: impl Fn(&Locale) -> Vec<Part>) -> usize {
        let texts = [0, 1].map(|at| text_of(tell(&self.locales[at])));
        self.texts.insert_full(json!(texts).to_string()).0
    }

    fn said(&mut self, scene: &Scene, sentence: Sentence) -> usize {
        let names = Names::new(scene, self.performance.history.texts());
        let message = outcome::logged(sentence, self.outcome(scene));
        self.told(|locale| Telling { scene, names, locale }.parts(&message))
    }

    /// How the run ended; nothing while it goes on.
    fn outcome(&self, scene: &Scene) -> Option<Outcome> {
        let names = Names::new(scene, self.performance.history.texts());
        Outcome::of(scene, Some(scene.end?), names, self.performance.proper)
    }

    fn line(&mut self, scene: &Scene, line: &LogLine) -> usize {
        self.said(scene, line.sentence)
    }

    /// What makes the step a chapter: that a deadlock closed rather than how the run ended, and that rather than a wait.
    fn chapter(&mut self, scene: &Scene, step: StepIndex) -> Option<usize> {
        if !is_chapter(self.performance.history.events(step)) {
            return None;
        }
        let lines = || scene.log.iter().filter(|line| line.step == step);
        let first = |is: fn(Sentence) -> bool| lines().find(|line| is(line.sentence));
        let line = first(|said| matches!(said, Sentence::Deadlock { .. }))
            .or_else(|| first(|said| matches!(said, Sentence::Circle { .. } | Sentence::CircleBroken)))
            .or_else(|| first(|said| matches!(said, Sentence::Ends(_))))
            .or_else(|| first(|said| matches!(said, Sentence::Waits { .. })))
            .or_else(|| lines().next_back())?;
        Some(self.line(scene, line))
    }

    fn deadlock(&mut self, scene: &Scene) -> Option<Vec<Tie>> {
        if scene.deadlock.len() == std::mem::replace(&mut self.edges, scene.deadlock.len()) {
            return None;
        }
        let names = Names::new(scene, self.performance.history.texts());
        let mut edge = |edge: &Edge| {
            let on = edge.on.resource();
            let text = self.said(scene, Sentence::Edge(*edge));
            (edge.thread.index(), on.map(|id| printable(&names.resource(id))), edge.owner.index(), text)
        };
        Some(scene.deadlock.iter().map(&mut edge).collect())
    }

    /// Where a thread is in the program: first line and column, last line and column; columns from 0, in characters.
    fn place(&self, view: &ThreadView) -> Option<[u32; 4]> {
        let source = self.performance.source;
        let span = Some(view.span).filter(|span| view.state.is_alive() && span.end > 0)?;
        let ((line, from), (end, to)) = (source.line_column(span.start), source.line_column(span.end));
        Some([line, from - 1, end, to - 1])
    }

    fn thread(&mut self, scene: &Scene, id: ThreadId) -> usize {
        let Some(view) = scene.thread(id) else { return 0 };
        let names = Names::new(scene, self.performance.history.texts());
        let telling = |at: usize| Telling { scene, names, locale: &self.locales[at] };
        let holds: Vec<String> = view.holds.iter().map(|&id| printable(&names.resource(id))).collect();
        let locals: Vec<[String; 2]> = view
            .locals
            .iter()
            .map(|&(name, value)| [printable(names.text(name)), printable(&names.value(value))])
            .collect();
        let words = [0, 1].map(|at| telling(at).state(view.state));
        let about = [0, 1].map(|at| text_of(telling(at).parts_of_doing(view)));
        let row = json!({
            "s": view.state.key(),
            "g": state_sign(view.state),
            "w": words,
            "a": about,
            "h": holds,
            "l": locals,
            "d": view.daemon,
            "p": self.place(view),
        });
        self.row(&row)
    }

    fn resource(&mut self, scene: &Scene, id: ResourceId) -> usize {
        let Some(view) = scene.resource(id) else { return 0 };
        let (performance, locales) = (self.performance, self.locales);
        let names = Names::new(scene, performance.history.texts());
        let told = [0, 1].map(|at| Prose::new(scene, performance.history, &locales[at]).resource(id));
        let captions = [0, 1].map(|at| caption(view, &locales[at]));
        let waiters = view.waiters.iter().map(|waiter| {
            json!([
                waiter.thread.index(),
                u8::from(waiter.woken),
                u8::from(matches!(waiter.wait, Wait::For(_, Want::Queue(QueueWant::Room))))
            ])
        });
        self.row(&json!({
            "n": printable(&names.resource(id)),
            "k": view.kind.name(),
            "x": shape(scene, view, names),
            "w": waiters.collect::<Vec<_>>(),
            "c": captions,
            "p": told,
        }))
    }

    fn variable(&mut self, scene: &Scene, id: VariableId, names: Names<'_>) -> Option<usize> {
        let view = scene.variable(id).filter(|view| view.is_known())?;
        let value = view.value.map(|value| printable(&names.value(value)));
        let writer = view.writer.map(ThreadId::index);
        Some(self.row(&json!({"n": printable(names.variable(id)), "v": value, "w": writer})))
    }

    fn narrate(&mut self, scene: &Scene, step: StepIndex) {
        let performance = self.performance;
        let prose = Prose::new(scene, performance.history, performance.locale);
        let Some(told) = prose.narration(step, performance.source, performance.narration).last() else { return };
        let (thread, line) = (told.thread.index(), told.line);
        let words = |locale: &Locale| performance.narration.at(line, locale.language()).unwrap_or_default().to_owned();
        let text = self.words(words);
        self.narrated = Some((thread, text));
    }
}

/// A text as it stands in the page.
fn text_of(parts: Vec<Part>) -> Text {
    let parts = parts.into_iter().map(|part| match part.role {
        Role::Words | Role::Aside | Role::Time => Value::from(printable_lines(&part.text)),
        Role::Thread(thread) => Value::from(thread.index()),
        Role::Thing | Role::Value | Role::Failure => json!([printable_lines(&part.text)]),
    });
    parts.collect()
}

/// What became different of these since the step before.
fn changes<T: Copy + PartialEq + Into<Option<usize>>>(before: &mut Vec<T>, now: Vec<T>) -> Changes {
    let different = now.iter().enumerate().filter(|&(at, row)| before.get(at) != Some(row));
    let changes = different.filter_map(|(at, &row)| Some((at, row.into()?))).collect();
    *before = now;
    changes
}

/// A text without control characters; lines stay lines.
fn printable_lines(text: &str) -> String {
    text.split('\n').map(printable).collect::<Vec<_>>().join("\n")
}

/// The name of the program's file, without its folders.
pub fn file_name(source: &SourceText) -> &str {
    source.name().rsplit(['/', '\\']).next().unwrap_or_default()
}
