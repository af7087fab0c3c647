//! A run in sentences: what a step did, how a thread and a primitive stand. For who reads aloud, or hears.
//!
//! Every sentence is on one line, without control characters, whatever the program calls its things.

use super::{
    names::{Names, duration, mark, printable},
    outcome::{self, Outcome, Proper},
    primitive,
    words::Telling,
};
use crate::{
    event::{EventKind, Nanos, Shown, Verb},
    ids::{ResourceId, StepIndex, ThreadId, VariableId},
    locale::Locale,
    scenario::Narration,
    scene::{Edge, KEPT, LogLine, Scene, Sentence, ThreadState, ThreadView},
    source::SourceText,
    trace::History,
};

/// Says a run in sentences: what there is to see after a step, and what the step did.
#[derive(Clone, Copy, Debug)]
pub struct Prose<'a> {
    telling: Telling<'a>,
    history: &'a History,
    proper: Proper<'a>,
}

/// Narration that a step came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Told<'a> {
    /// Who came to it.
    pub thread: ThreadId,
    /// At which line.
    pub line: u32,
    /// What is told there.
    pub text: &'a str,
}

impl<'a> Prose<'a> {
    /// The sentences of a scene of the history.
    #[must_use]
    pub fn new(scene: &'a Scene, history: &'a History, locale: &'a Locale) -> Self {
        let names = Names::new(scene, history.texts());
        Self { telling: Telling { scene, names, locale }, history, proper: Proper::default() }
    }

    /// The same, with what is known of how the run should end.
    #[must_use]
    pub fn judged_by(self, proper: Proper<'a>) -> Self {
        Self { proper, ..self }
    }

    /// How the run ended: whether it is as it should be.
    fn outcome(&self) -> Option<Outcome> {
        Outcome::of(self.telling.scene, self.telling.scene.end, self.telling.names, self.proper)
    }

    /// What was lost or printed wrong, where that is all that is wrong.
    #[must_use]
    pub fn what_is_wrong(&self) -> Vec<String> {
        let scene = self.telling.scene;
        let Some(outcome) = self.outcome().filter(|&outcome| outcome == Outcome::Wrong) else { return Vec::new() };
        if let Some((key, text)) = self.proper.missed(scene, outcome) {
            return vec![self.says(key, &[("text", text.into())])];
        }
        let reasons = outcome::reasons(scene, scene.end, outcome);
        reasons.iter().map(|message| printable(&self.telling.opening_message(message))).collect()
    }

    /// A word of the language.
    pub(super) fn text(&self, key: &str) -> String {
        self.telling.locale.text(key)
    }

    /// A message about something, on one line.
    pub(super) fn says(&self, key: &str, arguments: &[(&str, crate::locale::Argument<'_>)]) -> String {
        printable(&self.telling.locale.format(key, arguments))
    }

    /// Things behind each other.
    pub(super) fn list(&self, items: impl IntoIterator<Item = String>) -> String {
        items.into_iter().collect::<Vec<_>>().join(&self.telling.locale.text("list-separator"))
    }

    fn clauses(&self, clauses: impl IntoIterator<Item = String>) -> String {
        let said: Vec<String> = clauses.into_iter().filter(|clause| !clause.is_empty()).collect();
        said.join(&self.telling.locale.text("clause-separator"))
    }

    /// Threads behind each other, by their names.
    pub(super) fn named(&self, threads: &[ThreadId]) -> String {
        self.list(threads.iter().map(|&thread| self.name(thread)))
    }

    /// "held by alice"; empty if it is held by nobody.
    pub(super) fn held_by(&self, threads: &[ThreadId]) -> String {
        match threads.is_empty() {
            true => String::new(),
            false => self.says("tell-held", &[("threads", self.named(threads).into())]),
        }
    }

    /// A value, on one line.
    pub(super) fn value(&self, value: Shown) -> String {
        printable(&self.telling.names.value(value))
    }

    /// A thread's name.
    #[must_use]
    pub fn name(&self, thread: ThreadId) -> String {
        printable(&self.telling.names.thread(thread))
    }

    /// A thread by its number and name: "2 alice".
    #[must_use]
    pub fn numbered(&self, thread: ThreadId) -> String {
        format!("{} {}", mark(thread), self.name(thread))
    }

    /// What a primitive is called.
    #[must_use]
    pub fn resource_name(&self, resource: ResourceId) -> String {
        printable(&self.telling.names.resource(resource))
    }

    /// The step with its time, and something said of it: "Step 5, 12 µs: …".
    #[must_use]
    pub fn numbered_step(&self, step: StepIndex, text: String) -> String {
        let time = duration(self.telling.scene.clock);
        self.says("tell-step", &[("step", step.0.into()), ("time", time.into()), ("text", text.into())])
    }

    /// What the step did, a sentence each. The scene has to be that after the step.
    #[must_use]
    pub fn sentences(&self, step: StepIndex) -> Vec<String> {
        let scene = self.telling.scene;
        let lines = || scene.log.iter().rev().take_while(|line| line.step == step);
        let told: Vec<&LogLine> = lines().collect();
        let more = (told.len() == KEPT).then(|| self.says("tell-more-happened", &[]));
        // What is printed to stderr is told below, with all its lines.
        let told = told.into_iter().rev().filter(|line| !matches!(line.sentence, Sentence::PrintsError { .. }));
        let told = told.map(|line| match line.sentence {
            Sentence::Prints { thread, text } => self.printed("tell-prints", thread, self.telling.names.text(text)),
            sentence => printable(&self.telling.opening_message(&outcome::logged(sentence, self.outcome()))),
        });
        let ends = lines().any(|line| matches!(line.sentence, Sentence::Ends(_)));
        let wrong = if ends { self.what_is_wrong() } else { Vec::new() };
        let pieces = scene.output.iter().filter(|piece| piece.step == step && piece.stderr);
        let errors =
            pieces.map(|piece| self.printed("tell-prints-error", piece.thread, self.telling.names.text(piece.text)));
        more.into_iter().chain(told).chain(wrong).chain(errors).collect()
    }

    /// Every line of the output in quotes of its own, so that it is plain what is the program's.
    fn printed(&self, key: &str, thread: ThreadId, text: &str) -> String {
        let quoted =
            text.trim_end_matches('\n').split('\n').map(|line| self.says("tell-quoted", &[("text", line.into())]));
        let text = self.list(quoted);
        self.says(key, &[("thread", self.telling.names.thread(thread).into()), ("text", text.into())])
    }

    /// The narration that threads came to in the step.
    pub fn narration<'n>(
        &self,
        step: StepIndex,
        source: &SourceText,
        narration: &'n Narration,
    ) -> impl Iterator<Item = Told<'n>> {
        let language = self.telling.locale.language();
        self.history.events(step).iter().filter_map(move |event| match event.kind {
            // Leaving a `with` block comes by its first line again.
            EventKind::AboutTo { action } if action.verb != Verb::Release && event.span.end > 0 => {
                let line = source.line_of(event.span.start);
                let (_, own) = source.own_line(line);
                Some(Told { thread: event.thread, line: own, text: narration.at(line, language)? })
            }
            _ => None,
        })
    }

    /// Narration as a sentence, marked as such.
    #[must_use]
    pub fn narrated(&self, told: Told<'_>) -> String {
        let thread = self.telling.names.thread(told.thread);
        let arguments = [("thread", thread.into()), ("line", told.line.into()), ("text", told.text.into())];
        self.says("tell-narration", &arguments)
    }

    /// How a thread stands: "alice: blocked; wants paper, bob holds it; holds pen".
    #[must_use]
    pub fn thread(&self, id: ThreadId, view: &ThreadView) -> String {
        let doing = printable(&self.telling.doing(view));
        let about = matches!(view.state, ThreadState::Ready | ThreadState::Running) && !doing.is_empty();
        // "sleeping" before "sleeps 2 s more" would say it twice.
        let sleeps = view.state == ThreadState::Sleeping && !doing.is_empty();
        let state = if sleeps { String::new() } else { self.telling.state(view.state) };
        let doing = if about { self.says("tell-next", &[("action", doing.into())]) } else { doing };
        let holds = match view.holds.is_empty() {
            true => String::new(),
            false => self.says("tell-holds", &[("holds", self.telling.holds(view).into())]),
        };
        let daemon = if view.daemon { self.telling.locale.text("daemon") } else { String::new() };
        let stands = self.clauses([state, daemon, doing, holds]);
        self.says("tell-stands", &[("name", self.name(id).into()), ("text", stands.into())])
    }

    /// How a primitive stands: "pen, Lock: held by alice; bob waits".
    #[must_use]
    pub fn resource(&self, id: ResourceId) -> String {
        let Some(view) = self.telling.scene.resource(id) else { return String::new() };
        let waiters: Vec<String> =
            view.waiters.iter().filter(|waiter| !waiter.woken).map(|waiter| self.name(waiter.thread)).collect();
        let waits = match waiters.len() {
            0 => String::new(),
            count => self.says("tell-waiters", &[("threads", self.list(waiters).into()), ("count", count.into())]),
        };
        let stands = self.clauses(primitive::stands(self, view).into_iter().chain([waits]));
        self.says("tell-stands", &[("name", self.kind_and_name(id).into()), ("text", stands.into())])
    }

    /// A primitive with its kind: "pen (Lock)".
    #[must_use]
    pub fn kind_and_name(&self, id: ResourceId) -> String {
        let kind = self.telling.scene.resource(id).map_or("", |view| view.kind.name());
        self.says("tell-kind", &[("name", self.resource_name(id).into()), ("kind", kind.into())])
    }

    /// What a shared variable is worth: "counter = 3; written last by alice".
    #[must_use]
    pub fn variable(&self, id: VariableId) -> String {
        let Some(view) = self.telling.scene.variable(id) else { return String::new() };
        let name = self.telling.names.variable(id);
        let worth =
            view.value.map_or_else(|| name.to_owned(), |value| format!("{name} = {}", self.telling.names.value(value)));
        let written =
            view.writer.map_or_else(String::new, |by| self.says("tell-written", &[("thread", self.name(by).into())]));
        self.clauses([printable(&worth), written])
    }

    /// The circles that cannot be undone, in words; none if there are none.
    #[must_use]
    pub fn deadlock(&self) -> Option<String> {
        let edges: Vec<String> = self.telling.scene.deadlocks().flatten().map(|edge| self.edge(edge)).collect();
        (!edges.is_empty()).then(|| self.says("tell-deadlock", &[("edges", self.clauses(edges).into())]))
    }

    /// The circles of waits that can still be undone, in words; none if there are none.
    #[must_use]
    pub fn circle(&self) -> Option<String> {
        let edges = self.telling.scene.circles.iter().flat_map(|circle| &circle.edges);
        let edges: Vec<String> = edges.map(|edge| self.edge(edge)).collect();
        (!edges.is_empty()).then(|| self.says("tell-circle", &[("edges", self.clauses(edges).into())]))
    }

    fn edge(&self, edge: &Edge) -> String {
        let waits = printable(&self.telling.waits_for(edge.on));
        self.says("tell-edge", &[("thread", self.name(edge.thread).into()), ("waits", waits.into())])
    }

    /// How the run ended, in a sentence, and why nobody went on; none if it has not.
    #[must_use]
    pub fn ending(&self) -> Option<String> {
        let end = self.telling.scene.end?;
        let ending = self.telling.opening_message(&outcome::logged(Sentence::Ends(end), self.outcome()));
        let wrong = self.what_is_wrong();
        if !wrong.is_empty() {
            return Some(paragraph(self.telling.locale, &[vec![ending], wrong].concat()));
        }
        let why = self.telling.scene.why();
        let why = self.clauses(why.into_iter().map(|sentence| printable(&self.telling.sentence(sentence))));
        if why.is_empty() {
            return Some(ending);
        }
        Some(self.says("tell-why", &[("ending", ending.into()), ("why", why.into())]))
    }

    /// A duration, as the screen shows it.
    #[must_use]
    pub fn time(&self, time: Nanos) -> String {
        duration(time)
    }

    /// The threads in the order of their making.
    pub fn threads(&self) -> impl Iterator<Item = (ThreadId, &'a ThreadView)> {
        self.telling.scene.threads.iter().enumerate().map(|(at, view)| (ThreadId::at(at), view))
    }

    /// The primitives in the order of their making.
    pub fn resources(&self) -> impl Iterator<Item = ResourceId> {
        (0..self.telling.scene.resources.len()).map(ResourceId::at)
    }
}

/// Sentences behind each other, as the language writes them.
#[must_use]
pub fn paragraph(locale: &Locale, sentences: &[String]) -> String {
    let ended = sentences.iter().map(|sentence| match sentence.ends_with(['.', '!', '?', '。', '！', '？', '…']) {
        true => sentence.clone(),
        false => locale.format("tell-sentence", &[("text", sentence.into())]),
    });
    ended.collect::<Vec<_>>().join(&locale.text("tell-between"))
}
