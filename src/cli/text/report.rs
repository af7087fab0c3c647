//! What text mode says: where the stage stands, in sentences, a line each.

use std::collections::BTreeSet;

use crate::{
    app::{App, Stage},
    ids::{StepIndex, ThreadId},
    locale::{Argument, Locale},
    scenario::Narration,
    scene::Playback,
    telling::{Outcome, Prose, line_words, names::printable, paragraph},
};

use super::command::{COMMANDS, Takes, word};

/// Lines of the program before and behind the one that a thread is at.
const AROUND: usize = 4;

/// What text mode says of a stage.
pub struct Report<'a> {
    stage: &'a Stage,
    locale: &'a Locale,
    narration: Narration,
}

/// Steps that are told behind each other.
#[derive(Default)]
struct Way {
    playback: Playback,
    /// What was told at which line: in a loop once is enough.
    narrated: BTreeSet<(ThreadId, u32)>,
}

impl<'a> Report<'a> {
    /// What can be said of the stage.
    pub fn new(stage: &'a Stage, locale: &'a Locale) -> Self {
        Self { stage, locale, narration: stage.scenario().narration() }
    }

    fn prose(&self) -> Prose<'a> {
        Prose::new(self.stage.scene(), self.stage.history(), self.locale).judged_by(self.stage.proper())
    }

    fn says(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.locale.format(key, arguments)
    }

    /// What the program is, and what to look at.
    pub fn opening(&self) -> Vec<String> {
        let scenario = self.stage.scenario();
        let language = self.locale.language();
        let words = [&scenario.title, &scenario.summary, &scenario.watch].map(|words| words.get(language).to_owned());
        let mut lines: Vec<String> = words.into_iter().filter(|line| !line.is_empty()).collect();
        if let Some(origin) = self.stage.origin() {
            let host = if origin.host.is_empty() { &origin.by } else { &origin.host };
            lines.push(self.says("text-real-run", &[("host", printable(host).into())]));
        }
        lines.push(self.locale.text("text-hint"));
        lines.extend(self.step(self.stage.cursor(), &mut Way::default()));
        lines
    }

    /// What a step did, with its number; none if there is nothing to say.
    fn step(&self, step: StepIndex, way: &mut Way) -> Option<String> {
        let history = self.stage.history();
        let prose = Prose::new(way.playback.at(history, step), history, self.locale);
        let prose = prose.judged_by(self.stage.proper());
        let mut sentences = prose.sentences(step);
        let told = prose.narration(step, &self.stage.scenario().source, &self.narration);
        let told = told.filter(|told| way.narrated.insert((told.thread, told.line)));
        sentences.extend(told.map(|told| prose.narrated(told)));
        (!sentences.is_empty()).then(|| prose.numbered_step(step, paragraph(self.locale, &sentences)))
    }

    /// What happened on the way from a step to the cursor, in that many steps at most; going back, where that is.
    pub fn way(&self, from: StepIndex, most: u32) -> Vec<String> {
        let to = self.stage.cursor();
        let mut way = Way::default();
        let mut lines = Vec::new();
        if from < to {
            let first = from.0.max(to.0.saturating_sub(most)) + 1;
            if first > from.0 + 1 {
                lines.push(self.says("text-skipped", &[("count", (first - from.0 - 1).into())]));
            }
            lines.extend((first..to.0).filter_map(|step| self.step(StepIndex(step), &mut way)));
        } else {
            lines.push(self.says("text-back", &[("step", to.0.into())]));
        }
        lines.push(self.step(to, &mut way).unwrap_or_else(|| self.silent(to)));
        lines.extend(self.fixed());
        lines
    }

    /// A step that nobody else could notice.
    fn silent(&self, step: StepIndex) -> String {
        let prose = self.prose();
        let who = self.stage.history().step(step).by.unwrap_or(ThreadId::MAIN);
        let said = self.stage.scene().thread(who).map_or_else(String::new, |view| prose.thread(who, view));
        prose.numbered_step(step, paragraph(self.locale, &[said]))
    }

    /// Where to see it done right, when it went wrong.
    fn fixed(&self) -> Option<String> {
        let wrong = self.stage.end().and(self.stage.outcome()).is_some_and(Outcome::is_bad);
        let fixed = self.stage.scenario().fixed_by.as_ref().filter(|_| wrong)?;
        Some(self.says("text-fixed", &[("id", fixed.into())]))
    }

    /// Where every thread stands, and who can go on.
    pub fn threads(&self) -> Vec<String> {
        let prose = self.prose();
        let (step, tip) = (self.stage.cursor(), self.stage.history().tip());
        let place =
            [("step", step.0.into()), ("tip", tip.0.into()), ("time", prose.time(self.stage.scene().clock).into())];
        let mut lines = vec![self.says("text-where", &place)];
        lines.extend(prose.threads().map(|(id, view)| {
            let said = paragraph(self.locale, &[prose.thread(id, view)]);
            self.says("text-numbered", &[("number", (id.0 + 1).into()), ("text", said.into())])
        }));
        if self.stage.origin().is_some() {
            return lines;
        }
        let can: Vec<String> =
            prose.threads().filter(|(id, _)| self.stage.can_run(*id)).map(|(id, _)| prose.numbered(id)).collect();
        lines.push(match can.is_empty() {
            true => self.locale.text("text-nobody-can"),
            false => self.says("text-can-run", &[("threads", can.join(&self.locale.text("list-separator")).into())]),
        });
        lines
    }

    /// How what is shared stands.
    pub fn resources(&self) -> Vec<String> {
        let prose = self.prose();
        let resources = prose.resources().map(|id| prose.resource(id));
        let variables = self.stage.scene().known_variables().map(|id| prose.variable(id));
        let all: Vec<String> = resources.chain(variables).map(|said| paragraph(self.locale, &[said])).collect();
        let circles = prose.deadlock().into_iter().chain(prose.circle());
        match all.is_empty() {
            true => vec![self.locale.text("nothing-shared")],
            false => all.into_iter().chain(circles).collect(),
        }
    }

    /// The program around the line that a thread is at.
    pub fn source(&self, thread: ThreadId) -> Vec<String> {
        let source = &self.stage.scenario().source;
        let at = |id: ThreadId| {
            let span = self.stage.scene().thread(id).filter(|view| view.state.is_alive() && view.span.end > 0)?.span;
            Some(source.line_of(span.start))
        };
        let prose = self.prose();
        let name = prose.numbered(thread);
        let Some(line) = at(thread) else { return vec![self.says("text-nowhere", &[("thread", name.into())])] };
        let lines = self.stage.lines();
        let place = lines.partition_point(|&shown| shown < line);
        let around = place.saturating_sub(AROUND)..(place + AROUND + 1).min(lines.len());
        let shown = lines[around].iter().map(|&shown| {
            let here: Vec<String> =
                prose.threads().filter(|(id, _)| at(*id) == Some(shown)).map(|(id, _)| prose.numbered(id)).collect();
            let here = match here.is_empty() {
                true => String::new(),
                false => self.says("text-here", &[("threads", here.join(&self.locale.text("list-separator")).into())]),
            };
            let text = source.line(shown).trim_end();
            self.says(
                "text-line",
                &[
                    ("line", line_words(source, shown, self.locale).into()),
                    ("here", here.into()),
                    ("text", text.into()),
                ],
            )
        });
        shown.collect()
    }

    /// What the program has printed.
    pub fn output(&self) -> Vec<String> {
        let prose = self.prose();
        let output = &self.stage.scene().output;
        let said = output.iter().flat_map(|piece| {
            let text = self.stage.names().text(piece.text).trim_end_matches('\n');
            let lines = text.split('\n').map(|line| {
                self.says("text-printed", &[("thread", prose.name(piece.thread).into()), ("text", line.into())])
            });
            lines.collect::<Vec<_>>()
        });
        let said: Vec<String> = said.collect();
        if said.is_empty() { vec![self.locale.text("text-no-output")] } else { said }
    }
}

/// The scenarios by chapter.
pub fn scenarios(app: &App) -> Vec<String> {
    let (catalogue, language) = (app.gallery().catalogue(), app.locale().language());
    let mut lines: Vec<String> = catalogue
        .scenarios()
        .iter()
        .map(|scenario| {
            let arguments = [("id", (&scenario.id).into()), ("title", scenario.title.get(language).into())];
            app.locale().format("text-scenario", &arguments)
        })
        .collect();
    lines.push(app.locale().text("text-open-hint"));
    lines
}

/// The commands.
pub fn help(locale: &Locale) -> Vec<String> {
    let rows = COMMANDS.iter().map(|row| {
        let takes = match row.3 {
            Takes::Nothing => String::new(),
            Takes::Count => locale.text("text-takes-count"),
            Takes::Number => locale.text("text-takes-number"),
            Takes::Thread => locale.text("text-takes-thread"),
            Takes::Name => locale.text("text-takes-name"),
        };
        let does = locale.text(&format!("text-does-{}", row.1));
        let arguments = [("word", word(row, locale).into()), ("letter", row.2.into()), ("takes", takes.into())];
        locale.format("text-command", &[arguments.as_slice(), &[("does", does.into())]].concat())
    });
    rows.chain([locale.text("text-help-more")]).collect()
}
