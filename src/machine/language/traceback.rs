//! Tracebacks as CPython 3.11 prints them, with the marks under the part of the line that failed.

use std::{fmt::Write as _, sync::Arc};

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use crate::machine::{
    Machine,
    run::{exec::Exec, flow::Result},
    state::{
        class,
        object::{Exception, Object, TraceEntry},
        value::{ObjectId, Value},
    },
};
use crate::{
    event::EventKind,
    program::{Label, ModuleId, well_known},
    source::Span,
};

/// Equal lines of a traceback beyond these are counted.
const REPEATED: usize = 3;

/// The attribute of an exception that has been told of; no program can name it so.
const QUIET: &str = ".quiet";

impl Exec<'_> {
    /// Prints the exception that ended the thread, as the interpreter or `threading.excepthook` does.
    ///
    /// # Errors
    /// When the output limit is reached.
    pub fn print_uncaught(&mut self, exception: Value) -> Result<()> {
        let main = self.thread == self.machine.space.main;
        if self.machine.is_exit(exception) {
            return if main { self.print_exit_message(exception) } else { Ok(()) };
        }
        if self.is_quiet(exception) {
            return Ok(());
        }
        let mut text = String::new();
        if !main {
            let name = &self.machine.threads[self.thread.index()].name;
            let _ = writeln!(text, "Exception in thread {name}:");
        }
        self.machine.write_exception(exception, &mut text);
        self.print(&text, true)
    }

    /// Marks an exception that the program, or the library for it, has told of already: when it ends a thread, nothing is
    /// printed.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn keep_quiet(&mut self, exception: ObjectId) -> Result<()> {
        let name = self.intern(QUIET)?;
        self.exception_mut(exception).attributes.set(name, Value::None);
        Ok(())
    }

    fn is_quiet(&self, exception: Value) -> bool {
        let marked = |name| match exception.object().map(|id| self.object(id)) {
            Some(Object::Exception(exception)) => exception.attributes.get(name).is_some(),
            _ => false,
        };
        self.machine.common.names.get(QUIET).is_some_and(marked)
    }

    /// `sys.exit("message")` prints the message.
    fn print_exit_message(&mut self, exception: Value) -> Result<()> {
        let code = self.machine.exit_argument(exception);
        match code {
            Value::None | Value::Int(_) | Value::Bool(_) => Ok(()),
            other => {
                let text = self.machine.str(other).unwrap_or_default();
                self.print(&format!("{text}\n"), true)
            }
        }
    }

    /// Prints, and reports it.
    ///
    /// # Errors
    /// When the output limit is reached.
    pub fn print(&mut self, text: &str, stderr: bool) -> Result<()> {
        // What was printed is memory, too; where that is used up by it, it is the output that is too long.
        let too_long = self.machine.output.bytes() + text.len() > crate::machine::MOST_OUTPUT;
        if too_long || self.machine.space.heap.hold(text.len()).is_err() {
            return Err(crate::machine::run::flow::Raise::limit(crate::machine::run::flow::Limit::Output));
        }
        self.machine.output.push(text, stderr);
        if self.listens {
            let text = self.sink.text(text);
            self.emit(EventKind::Output { text, stderr });
        }
        Ok(())
    }
}

impl Machine {
    /// Whether the exception is `SystemExit`, which ends a thread without complaint.
    pub(in crate::machine) fn is_exit(&self, exception: Value) -> bool {
        self.class(self.class_of(exception)).is_subclass(class::SYSTEM_EXIT)
    }

    /// What `sys.exit` was called with.
    pub(in crate::machine) fn exit_argument(&self, exception: Value) -> Value {
        let Value::Object(id) = exception else { return Value::None };
        match self.space.heap.get(id) {
            Object::Exception(exception) => match &exception.args[..] {
                [] => Value::None,
                [only] => *only,
                _ => Value::TRUE,
            },
            _ => Value::None,
        }
    }

    /// The exit code that CPython would end with; of several programs, the worst.
    #[must_use]
    pub fn exit_code(&self) -> i32 {
        self.worst_exit().unwrap_or_else(|| self.own_exit_code())
    }

    /// The exit code of the process that is worked on.
    pub(in crate::machine) fn own_exit_code(&self) -> i32 {
        if let Some(code) = self.processes.as_ref().and_then(|processes| processes.exit(self.space.process)) {
            return code & 0xff;
        }
        let exception = self.threads[self.space.main.index()].exception;
        if !exception.is_bound() {
            return 0;
        }
        if !self.is_exit(exception) {
            return 1;
        }
        match self.exit_argument(exception) {
            Value::None => 0,
            Value::Int(code) => (code & 0xff) as i32,
            Value::Bool(code) => i32::from(code.holds()),
            _ => 1,
        }
    }

    /// `Type: message`.
    pub(in crate::machine) fn exception_line(&self, exception: Value) -> String {
        let class = self.class(self.class_of(exception));
        let name = match &*class.module {
            "builtins" | "__main__" => class.qualified_name.to_string(),
            module => format!("{module}.{}", class.qualified_name),
        };
        let message = self.exception_message(exception);
        if message.is_empty() { name } else { format!("{name}: {message}") }
    }

    /// `str(exception)`, as the program told it if it is the program's to tell.
    fn exception_message(&self, exception: Value) -> String {
        let told = match exception.object().map(|id| self.space.heap.get(id)) {
            Some(Object::Exception(exception)) => exception.attributes.get(well_known::STR),
            _ => None,
        };
        let text = match told {
            Some(text) => self.str(text),
            None => self.str(exception),
        };
        text.unwrap_or_else(|| "<exception str() failed>".to_owned())
    }

    /// The whole traceback, with what led to it before it.
    pub(in crate::machine) fn write_exception(&self, value: Value, out: &mut String) {
        self.write_chain(value, &mut Nest::default(), out);
    }

    fn write_chain(&self, value: Value, nest: &mut Nest, out: &mut String) {
        let mut seen: IndexSet<ObjectId, FxBuildHasher> = IndexSet::default();
        let mut chain: Vec<(ObjectId, &str)> = Vec::new();
        let (mut next, mut words) = (value, "");
        while let Value::Object(id) = next
            && let Object::Exception(exception) = self.space.heap.get(id)
            && seen.insert(id)
        {
            chain.push((id, words));
            (next, words) = reason(exception);
        }
        while let Some((id, words)) = chain.pop() {
            match self.parts_of_group(id) {
                Some(parts) => self.write_group(id, &parts, nest, out),
                None => nest.write(&self.one_exception(id, "Traceback"), out),
            }
            if !words.is_empty() {
                nest.write(&format!("\n{words}\n\n"), out);
            }
        }
    }

    /// The exceptions of an exception group.
    fn parts_of_group(&self, id: ObjectId) -> Option<Arc<[Value]>> {
        let parts = self.own_attribute(id, self.common.names.get("_exceptions")?)?;
        let class = self.class(self.class_of(Value::Object(id)));
        let is_group = class.order.iter().map(|&of| self.class(of));
        let is_group = is_group.into_iter().any(|of| !of.own && &*of.name == "BaseExceptionGroup");
        match self.space.heap.get(parts.object()?) {
            Object::Tuple(parts) if is_group => Some(Arc::clone(parts)),
            _ => None,
        }
    }

    /// A group, and its exceptions one below the other, as `traceback.py` of CPython 3.11 draws them.
    fn write_group(&self, id: ObjectId, parts: &[Value], nest: &mut Nest, out: &mut String) {
        if nest.depth > Nest::DEEPEST {
            return nest.write(&format!("... (max_group_depth is {})\n", Nest::DEEPEST), out);
        }
        let outermost = nest.depth == 0;
        nest.depth += usize::from(outermost);
        let text = self.one_exception(id, "Exception Group Traceback");
        match text.split_once('\n').filter(|(first, _)| outermost && first.ends_with("(most recent call last):")) {
            Some((first, rest)) => {
                let _ = writeln!(out, "{}+ {first}", nest.indentation());
                nest.write(rest, out);
            }
            None => nest.write(&text, out),
        }
        let shown = if parts.len() > Nest::WIDEST { Nest::WIDEST + 1 } else { parts.len() };
        for (at, &part) in parts.iter().enumerate().take(shown) {
            let last = at + 1 == shown;
            nest.unclosed |= last;
            let title = if at < Nest::WIDEST { (at + 1).to_string() } else { "...".to_owned() };
            let stem = if at == 0 { "+-" } else { "  " };
            let _ = writeln!(out, "{}{stem}+---------------- {title} ----------------", nest.indentation());
            nest.depth += 1;
            if at < Nest::WIDEST {
                self.write_chain(part, nest, out);
            } else {
                let more = parts.len() - Nest::WIDEST;
                nest.write(&format!("and {more} more exception{}\n", if more > 1 { "s" } else { "" }), out);
            }
            if last && std::mem::take(&mut nest.unclosed) {
                let _ = writeln!(out, "{}+------------------------------------", nest.indentation());
            }
            nest.depth -= 1;
        }
        nest.depth -= usize::from(outermost);
    }

    /// An exception by itself: where it went through, and what it says.
    fn one_exception(&self, id: ObjectId, title: &str) -> String {
        let mut text = String::new();
        let out = &mut text;
        let Object::Exception(exception) = self.space.heap.get(id) else { return text };
        if !exception.traceback.is_empty() {
            let _ = writeln!(out, "{title} (most recent call last):");
            self.write_entries(&exception.traceback, out);
        }
        let mut line = self.exception_line(Value::Object(id));
        if let Some((place, message)) = self.syntax_error_shown(exception) {
            let class = line.split(':').next().unwrap_or_default().to_owned();
            line = format!("{class}: {message}");
            out.push_str(&place);
        }
        let _ = match self.suggestion(id) {
            Some(name) => writeln!(out, "{line}. Did you mean: '{name}'?"),
            None => writeln!(out, "{line}"),
        };
        self.write_notes(id, out);
        text
    }

    /// What `add_note` added, below the message.
    fn write_notes(&self, id: ObjectId, out: &mut String) {
        let notes = self.common.names.get("__notes__").and_then(|name| self.own_attribute(id, name));
        if let Some(Object::List(notes)) = notes.and_then(Value::object).map(|id| self.space.heap.get(id)) {
            for text in notes.iter().filter_map(|&note| self.str(note)) {
                text.split('\n').for_each(|line| {
                    let _ = writeln!(out, "{line}");
                });
            }
        }
    }

    fn write_entries(&self, traceback: &[TraceEntry], out: &mut String) {
        let mut last: Option<(Line, usize)> = None;
        for line in traceback.iter().rev().flat_map(|&entry| self.lines_of(entry)) {
            match &mut last {
                Some((known, count)) if known.is_like(&line) => *count += 1,
                _ => {
                    write_repeated(last.as_ref(), out);
                    last = Some((line, 1));
                }
            }
            if let Some((line, 1..=REPEATED)) = &last {
                self.write_line(line, out);
            }
        }
        write_repeated(last.as_ref(), out);
    }

    /// The lines of an entry: one, and one more for every comprehension around the instruction, which is a function of
    /// its own in CPython 3.11.
    fn lines_of(&self, entry: TraceEntry) -> Vec<Line> {
        let code = self.common.program.code(entry.code);
        let span = code.sites.get(entry.at.index()).map_or(Span::default(), |site| site.span);
        let mut lines = Vec::new();
        let mut name = Arc::clone(&code.name);
        // Written inside first.
        for inlined in code.inlined.iter().rev().filter(|inlined| inlined.covers(entry.at)) {
            lines.push(self.line(entry, name, inlined.span, None));
            name = inlined.name.into();
        }
        lines.push(self.line(entry, name, span, anchor_of(code, entry.at)));
        lines
    }

    fn line(&self, entry: TraceEntry, name: Arc<str>, span: Span, anchor: Option<Span>) -> Line {
        let module = self.common.program.code(entry.code).module;
        let number = self.common.program.module_at(module).source.line_of(span.start);
        Line { module, number, name, span, anchor }
    }

    pub(in crate::machine) fn line_of(&self, entry: TraceEntry) -> u32 {
        let code = self.common.program.code(entry.code);
        let start = code.sites.get(entry.at.index()).map_or(0, |site| site.span.start);
        self.common.program.module_at(code.module).source.line_of(start)
    }

    fn write_line(&self, line: &Line, out: &mut String) {
        let source = &self.common.program.module_at(line.module).source;
        let text = source.line(line.number);
        let _ = writeln!(out, "  File \"{}\", line {}, in {}", source.name(), line.number, line.name);
        if self.common.program.is_made(line.module) {
            // It stands in no file.
            return;
        }
        let _ = writeln!(out, "    {}", text.trim());
        if let Some(marks) = marks(text, source.line_span(line.number), line.span, line.anchor) {
            let _ = writeln!(out, "    {marks}");
        }
    }
}

/// How deep in exception groups a traceback is written.
#[derive(Default)]
struct Nest {
    depth: usize,
    /// The last exception of a group is being written, whose end is marked once.
    unclosed: bool,
}

impl Nest {
    /// More exceptions of a group, and groups deeper than this, are left out.
    const WIDEST: usize = 15;
    const DEEPEST: usize = 10;

    fn indentation(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    /// Writes lines, behind a bar inside of groups.
    fn write(&self, text: &str, out: &mut String) {
        for line in text.split_inclusive('\n') {
            if self.depth > 0 {
                let _ = write!(out, "{}| ", self.indentation());
            }
            out.push_str(line);
        }
    }
}

/// One place that an exception went through, as a traceback shows it.
struct Line {
    module: ModuleId,
    number: u32,
    name: Arc<str>,
    span: Span,
    anchor: Option<Span>,
}

impl Line {
    fn is_like(&self, other: &Self) -> bool {
        self.module == other.module && self.number == other.number && self.name == other.name
    }
}

fn write_repeated(last: Option<&(Line, usize)>, out: &mut String) {
    if let Some((_, count)) = last.filter(|&&(_, count)| count > REPEATED) {
        let more = count - REPEATED;
        let plural = if more == 1 { "" } else { "s" };
        let _ = writeln!(out, "  [Previous line repeated {more} more time{plural}]");
    }
}

/// What led to an exception, and how a traceback says so.
fn reason(exception: &Exception) -> (Value, &'static str) {
    if exception.cause != Value::None {
        (exception.cause, "The above exception was the direct cause of the following exception:")
    } else if exception.suppress_context {
        (Value::None, "")
    } else {
        (exception.context, "During handling of the above exception, another exception occurred:")
    }
}

fn anchor_of(code: &crate::program::Code, at: Label) -> Option<Span> {
    code.anchors.iter().find(|&&(known, _)| known == at).map(|&(_, span)| span)
}

/// The marks under a line, as `traceback.py` of CPython 3.11 makes them; none if they would mark the whole line.
fn marks(text: &str, line: Span, span: Span, anchor: Option<Span>) -> Option<String> {
    let chars = |from: u32, to: u32| -> usize {
        let range =
            (from.max(line.start) - line.start) as usize..(to.min(line.end).max(line.start) - line.start) as usize;
        text.get(range).map_or(0, |part| part.chars().count())
    };
    let stripped = text.trim();
    let indent = text.chars().count() - text.trim_start().chars().count();
    let start = chars(line.start, span.start);
    let one_line = span.end <= line.end;
    let end = if one_line { start + chars(span.start, span.end) } else { indent + stripped.chars().count() };
    let anchor = anchor.filter(|_| one_line);
    let width = end.saturating_sub(start);
    if width >= stripped.chars().count() && anchor.is_none() || width == 0 {
        return None;
    }
    let mut marks = " ".repeat(start.saturating_sub(indent));
    match anchor {
        Some(anchor) => {
            let left = chars(span.start, anchor.start);
            let middle = chars(anchor.start, anchor.end);
            marks.push_str(&"~".repeat(left));
            marks.push_str(&"^".repeat(middle));
            marks.push_str(&"~".repeat(width.saturating_sub(left + middle)));
        }
        None => marks.push_str(&"^".repeat(width)),
    }
    Some(marks)
}
