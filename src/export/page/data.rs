//! What is in the page: the run as rows and steps. Texts that a reader sees stand there in both languages.

use indexmap::IndexSet;
use serde::Serialize;
use serde_json::{Value, json};

use super::Opening;
use crate::{
    app::{
        Names, Prose, Telling, ThemeName,
        names::{duration, mark, printable},
        telling::state_sign,
    },
    compiler::highlight::{TokenClass, tokens},
    event::End,
    export::Performance,
    ids::{ResourceId, StepIndex, ThreadId},
    locale::{Language, Locale},
    scenario::{Scenario, Words},
    scene::{Playback, ResourceState, ResourceView, Scene, ThreadState, ThreadView, is_chapter},
};

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
    texts: Vec<[String; 2]>,
    steps: Vec<Step>,
}

/// A line of the program.
#[derive(Serialize)]
struct Line {
    n: u32,
    /// Stretches of text, each with its class.
    t: Vec<(&'static str, String)>,
}

/// A step: numbers of rows and texts.
#[derive(Serialize, Default)]
struct Step {
    /// Its number.
    n: u32,
    /// The virtual time.
    c: String,
    /// The thread whose step it was.
    t: Option<usize>,
    /// Where each thread is: thread, line, first and last column.
    at: Vec<[u32; 4]>,
    th: Vec<usize>,
    re: Vec<usize>,
    va: Vec<usize>,
    /// What happened.
    log: Vec<usize>,
    /// What was printed: thread, text, whether to stderr.
    out: Vec<(usize, String, bool)>,
    /// The narration: thread and text.
    na: Option<(usize, usize)>,
    /// It is worth a chapter.
    ch: bool,
    /// The cycle of the deadlock: who waits, for what, who holds it.
    dl: Vec<(usize, String, usize)>,
    /// How the run ended.
    end: Option<&'static str>,
}

/// The run as data.
pub fn of(performance: &Performance<'_>, scenario: &Scenario, locales: &[Locale; 2], opening: Opening) -> Data {
    let mut folding = Folding { performance, locales, rows: IndexSet::new(), texts: IndexSet::new(), narrated: None };
    let mut playback = Playback::default();
    let numbers = (performance.steps.start().0..=performance.steps.end().0).map(StepIndex);
    let steps = numbers.map(|step| folding.step(playback.at(performance.history, step), step)).collect();
    let both = |words: &Words| Language::ALL.map(|language| words.get(language).to_owned());
    let names = Names::new(playback.present(), performance.history.texts());
    let threads = (0..playback.present().threads.len()).map(ThreadId::at);
    Data {
        language: performance.locale.language().code(),
        theme: opening.theme.map(ThemeName::name),
        interval: opening.interval,
        title: both(&scenario.title),
        summary: both(&scenario.summary),
        file: performance.source.name().rsplit(['/', '\\']).next().unwrap_or_default().to_owned(),
        words: [0, 1].map(|at| words(&locales[at])),
        lines: lines(performance),
        threads: threads.map(|id| json!({"m": mark(id).to_string(), "n": printable(names.thread(id))})).collect(),
        rows: folding.rows.iter().filter_map(|row| serde_json::from_str(row).ok()).collect(),
        texts: folding.texts.into_iter().collect(),
        steps,
    }
}

/// The words of the page itself: the messages whose names begin with `page-`.
fn words(locale: &Locale) -> Value {
    const KEYS: [&str; 34] = [
        "source", "threads", "shared", "timeline", "log", "output", "graph", "play", "pause", "back", "forward",
        "start", "end", "previous", "next", "slower", "faster", "theme", "language", "keys", "close", "step", "free",
        "open", "broken", "set", "clear", "empty", "nobody", "waits", "held", "deadlock", "nothing", "help",
    ];
    KEYS.iter().map(|key| ((*key).to_owned(), Value::from(locale.text(&format!("page-{key}"))))).collect()
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

struct Folding<'p> {
    performance: &'p Performance<'p>,
    locales: &'p [Locale; 2],
    rows: IndexSet<String>,
    texts: IndexSet<[String; 2]>,
    /// The narration that was reached last.
    narrated: Option<(usize, usize)>,
}

impl Folding<'_> {
    fn step(&mut self, scene: &Scene, step: StepIndex) -> Step {
        let history = self.performance.history;
        let names = Names::new(scene, history.texts());
        let printed = scene.output.iter().filter(|piece| piece.step == step);
        let out = printed.map(|piece| (piece.thread.index(), printable_lines(names.text(piece.text)), piece.stderr));
        let edges = scene.deadlock.iter().map(|edge| {
            let on = edge.on.resource().map_or_else(String::new, |id| names.resource(id).into_owned());
            (edge.thread.index(), printable(&on), edge.owner.index())
        });
        self.narrate(scene, step);
        Step {
            n: step.0,
            c: duration(scene.clock),
            t: history.step(step).choice.map(|choice| choice.thread.index()),
            at: self.places(scene),
            th: (0..scene.threads.len()).map(|at| self.thread(scene, ThreadId::at(at))).collect(),
            re: (0..scene.resources.len()).map(|at| self.resource(scene, ResourceId::at(at))).collect(),
            va: scene.known_variables().map(|id| self.variable(scene, id, names)).collect(),
            log: self.log(scene, step),
            out: out.collect(),
            na: self.narrated,
            ch: is_chapter(history.events(step)),
            dl: edges.collect(),
            end: scene.end.map(End::name),
        }
    }

    fn row(&mut self, row: &Value) -> usize {
        self.rows.insert_full(row.to_string()).0
    }

    fn told(&mut self, tell: impl Fn(&Locale) -> String) -> usize {
        let texts = [0, 1].map(|at| printable_lines(&tell(&self.locales[at])));
        self.texts.insert_full(texts).0
    }

    fn places(&self, scene: &Scene) -> Vec<[u32; 4]> {
        let source = self.performance.source;
        let alive = scene.threads.iter().enumerate().filter(|(_, view)| view.state.is_alive() && view.span.end > 0);
        let place = |(at, view): (usize, &ThreadView)| {
            let (line, from) = source.line_column(view.span.start);
            let end = view.span.end.min(source.line_span(line).end);
            let width = source.text()[view.span.start as usize..end as usize].trim_end().chars().count() as u32;
            [at as u32, line, from - 1, from - 1 + width]
        };
        alive.map(place).collect()
    }

    fn thread(&mut self, scene: &Scene, id: ThreadId) -> usize {
        let Some(view) = scene.thread(id) else { return 0 };
        let (performance, locales) = (self.performance, self.locales);
        let names = Names::new(scene, performance.history.texts());
        let said = [0, 1].map(|at| {
            let telling = Telling { scene, names, locale: &locales[at] };
            [telling.state(view.state), telling.doing(view)].map(|text| printable(&text))
        });
        let holds: Vec<String> = view.holds.iter().map(|&id| printable(&names.resource(id))).collect();
        let locals: Vec<[String; 2]> = view
            .locals
            .iter()
            .map(|&(name, value)| [printable(names.text(name)), printable(&names.value(value))])
            .collect();
        let on = view.waits.filter(|_| view.state == ThreadState::Blocked).and_then(|(wait, _)| wait.resource());
        let on = on.map(ResourceId::index);
        let sign = state_sign(view.state);
        self.row(&json!({
            "i": id.index(), "s": view.state.key(), "g": sign, "w": said, "h": holds, "l": locals, "d": view.daemon, "on": on,
        }))
    }

    fn resource(&mut self, scene: &Scene, id: ResourceId) -> usize {
        let Some(view) = scene.resource(id) else { return 0 };
        let (performance, locales) = (self.performance, self.locales);
        let names = Names::new(scene, performance.history.texts());
        let told = [0, 1].map(|at| Prose::new(scene, performance.history, &locales[at]).resource(id));
        let waiters: Vec<_> = view.waiters.iter().map(|waiter| json!([waiter.thread.index(), waiter.woken])).collect();
        self.row(&json!({
            "n": printable(&names.resource(id)), "k": view.kind.name(), "x": shape(view, names), "w": waiters, "p": told,
        }))
    }

    fn variable(&mut self, scene: &Scene, id: crate::ids::VariableId, names: Names<'_>) -> usize {
        let Some(view) = scene.variable(id) else { return 0 };
        let value = view.value.map(|value| printable(&names.value(value)));
        let writer = view.writer.map(ThreadId::index);
        self.row(&json!({"n": printable(names.variable(id)), "v": value, "w": writer}))
    }

    fn log(&mut self, scene: &Scene, step: StepIndex) -> Vec<usize> {
        let names = Names::new(scene, self.performance.history.texts());
        let lines = scene.log.iter().filter(|line| line.step == step);
        lines.map(|line| self.told(|locale| Telling { scene, names, locale }.sentence(&line.sentence))).collect()
    }

    fn narrate(&mut self, scene: &Scene, step: StepIndex) {
        let performance = self.performance;
        let prose = Prose::new(scene, performance.history, performance.locale);
        let Some(told) = prose.narration(step, performance.source, performance.narration).last() else { return };
        let (thread, line) = (told.thread.index(), told.line);
        let text = self.told(|locale| performance.narration.at(line, locale.language()).unwrap_or_default().to_owned());
        self.narrated = Some((thread, text));
    }
}

/// What a primitive is like, as the page draws it.
fn shape(view: &ResourceView, names: Names<'_>) -> Value {
    let ids = |threads: &[ThreadId]| threads.iter().map(|thread| thread.index()).collect::<Vec<_>>();
    match &view.state {
        ResourceState::Lock { owner, depth } => json!({"owner": owner.map(ThreadId::index), "depth": depth}),
        ResourceState::Permits { left, holders } => json!({"left": left, "of": view.limit, "by": ids(holders)}),
        ResourceState::Flag { set } => json!({"set": set}),
        ResourceState::Room { inside } => json!({"inside": ids(inside)}),
        ResourceState::Gate { arrived, open, broken } => {
            json!({"arrived": ids(arrived), "of": view.limit, "open": open, "broken": broken})
        }
        ResourceState::Items { items, .. } => {
            let items: Vec<_> =
                items.iter().map(|item| json!([printable(&names.value(item.value)), item.by.index()])).collect();
            json!({"items": items, "of": view.limit})
        }
        ResourceState::Clock { cancelled, fired } => json!({"cancelled": cancelled, "fired": fired}),
    }
}

/// A text without control characters; lines stay lines.
fn printable_lines(text: &str) -> String {
    text.split('\n').map(printable).collect::<Vec<_>>().join("\n")
}
