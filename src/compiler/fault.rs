//! What is wrong with a text, as CPython's `SyntaxError` says it.
//!
//! The parser sees most mistakes where CPython's does, and has words of its own for them; here they get CPython's, with the
//! places that it gives. What has no such words is `invalid syntax`, which CPython says most often, too. Tests:
//! `tests/programs/dynamic/syntax_errors.py`.

use super::{
    Diagnostic, Feature, Problem,
    brackets::{Brackets, Open},
};
use crate::{
    program::made::{Fault, Mode},
    source::{SourceText, Span},
    text::unicode::is_printable,
};

/// A mistake in CPython's words.
struct Mistake {
    class: &'static str,
    message: String,
    start: u32,
    end: End,
    line: Line,
}

/// Where a mistake ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// At an offset.
    At(u32),
    /// In the line where it begins, at a column that is none.
    Column(i64),
}

/// What is shown of the line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// The line, with an end of line that the text may not have.
    Ended,
    /// The line as it is.
    Plain,
    /// Nothing: what is found behind the parser looks for the line in a file.
    None,
}

/// The first thing that is wrong.
#[must_use]
pub fn of(found: &[Diagnostic], source: &SourceText, mode: Mode) -> Fault {
    let Some(first) = found.first() else { return plain("SyntaxError", "invalid syntax") };
    let mut mistake = match &first.problem {
        Problem::Syntax { message } => Reader { source, text: source.text(), span: first.span }.mistake(message),
        problem => behind_the_parser(problem, first.span, source),
    };
    let mut start = place(source, mistake.start);
    let number = start.0;
    let mut end = match mistake.end {
        End::At(offset) => place(source, offset.max(mistake.start)),
        End::Column(column) => (number, column),
    };
    if mode == Mode::Eval && mistake.line == Line::Ended {
        mistake.line = Line::Plain;
        let known = mistake.message != "invalid syntax";
        if !known && mistake.start as usize >= source.text().trim_end().len() {
            let number = u32::from(!source.text().is_empty());
            (start, end) = ((number, 0), (number, 0));
        }
    }
    let line = source.line(number);
    let is_last = number >= source.line_count() && !source.text().ends_with('\n');
    let line = match mistake.line {
        Line::None => None,
        Line::Plain if is_last || mode == Mode::Eval => Some(line.to_owned()),
        Line::Plain => Some(format!("{line}\n")),
        Line::Ended => Some(format!("{line}\n")),
    };
    let line = line.map(|line| {
        if mistake.message.ends_with("was never closed") && !is_last { line.trim_end().to_owned() } else { line }
    });
    Fault { class: mistake.class, message: mistake.message, start, end, place: true, line }
}

/// One that has no place.
#[must_use]
pub fn plain(class: &'static str, message: &str) -> Fault {
    Fault { class, message: message.to_owned(), start: (1, 1), end: (1, 1), place: false, line: None }
}

/// What is found behind the parser.
#[must_use]
pub fn behind(message: String, at: Span, source: &SourceText) -> Fault {
    let (start, end) = (place(source, at.start), place(source, at.end));
    Fault { class: "SyntaxError", message, start, end, place: true, line: None }
}

/// The line and the column of a place in the text.
fn place(source: &SourceText, offset: u32) -> (u32, i64) {
    let (line, column) = source.line_column(offset);
    (line, i64::from(column))
}

/// An empty text where there has to be a statement.
#[must_use]
pub fn nothing() -> Fault {
    let message = "invalid syntax".to_owned();
    Fault { class: "SyntaxError", message, start: (0, 0), end: (0, 0), place: true, line: Some(String::new()) }
}

/// A text in `single` mode that has more than one statement, of which the first ends there.
#[must_use]
pub fn several_statements(end: u32, source: &SourceText) -> Fault {
    let place = place(source, end);
    let message = "multiple statements found while compiling a single statement".to_owned();
    let line = Some(format!("{}\n", source.line(place.0)));
    Fault { class: "SyntaxError", message, start: place, end: place, place: true, line }
}

/// What CPython finds when the text is parsed already.
fn behind_the_parser(problem: &Problem, span: Span, source: &SourceText) -> Mistake {
    let text = source.text();
    let before = &text[..span.start as usize];
    let indented = before.rsplit('\n').next().is_some_and(|line| line.starts_with([' ', '\t']));
    let mut start = span.start;
    let keyword = |word: &str| before.rfind(word).map_or(span.start, |at| at as u32);
    let message = match problem {
        Problem::Unsupported { feature: Feature::StarImport } => {
            start = before.len() as u32 + text[span.range()].find('*').unwrap_or(0) as u32;
            "import * only allowed at module level".to_owned()
        }
        Problem::Misplaced { keyword: "await" } if indented => "'await' outside async function".to_owned(),
        Problem::Misplaced { keyword } => misplaced(keyword).to_owned(),
        Problem::NoOuterBinding { name } => {
            start = keyword("nonlocal");
            match indented {
                true => format!("no binding for nonlocal '{name}' found"),
                false => "nonlocal declaration not allowed at module level".to_owned(),
            }
        }
        Problem::ConflictingScopes { name } => {
            let nonlocal = before.rfind("nonlocal") > before.rfind("global");
            let (here, there) = if nonlocal { ("nonlocal", "global") } else { ("global", "nonlocal") };
            start = keyword(here);
            // The other declaration is looked for in the same function, as far as its text is indented.
            let function = before.rfind("def ").unwrap_or(0);
            let both = before[function..].lines().any(|line| {
                let names = line.trim_start().strip_prefix(there);
                names.is_some_and(|names| names.split([',', ' ']).any(|one| one == name))
            });
            if both {
                start = before.rfind(there).map_or(start, |at| at as u32);
            }
            match both {
                true => format!("name '{name}' is nonlocal and global"),
                false => format!("name '{name}' is parameter and {here}"),
            }
        }
        Problem::UsedBeforeScope { name } => {
            let (global, nonlocal) = (keyword("global"), keyword("nonlocal"));
            let is_global = before.rfind("global") > before.rfind("nonlocal");
            start = if is_global { global } else { nonlocal };
            let assigned = before.contains(&format!("{name} =")) || before.contains(&format!("{name}="));
            let how = if assigned { "assigned to before" } else { "used prior to" };
            format!("name '{name}' is {how} {} declaration", if is_global { "global" } else { "nonlocal" })
        }
        Problem::DuplicateParameter { name } => format!("duplicate argument '{name}' in function definition"),
        Problem::TooDeep => "too many nested parentheses".to_owned(),
        Problem::TooLarge => "too much code in one function".to_owned(),
        Problem::Unsupported { .. } => "raddle does not run this part of the language".to_owned(),
        Problem::UnmodelledModule { name, .. } | Problem::UnmodelledBuiltin { name } => {
            format!("raddle has no '{name}'")
        }
        Problem::UnmodelledMember { module, name } => format!("raddle's '{module}' has no '{name}'"),
        Problem::Syntax { message } => message.clone(),
    };
    Mistake { class: "SyntaxError", message, start, end: End::At(span.end), line: Line::None }
}

fn misplaced(keyword: &str) -> &'static str {
    match keyword {
        "return" => "'return' outside function",
        "yield" => "'yield' outside function",
        "break" => "'break' outside loop",
        "continue" => "'continue' not properly in loop",
        "await" => "'await' outside function",
        "async-for" => "'async for' outside async function",
        "async-with" => "'async with' outside async function",
        "async-comprehension" => "asynchronous comprehension outside of an asynchronous function",
        "yield-from" => "'yield from' inside async function",
        "return-value" => "'return' with value in async generator",
        "star-leave" => "'break', 'continue' and 'return' cannot appear in an except* block",
        "pattern-stars" => "multiple starred expressions in sequence pattern",
        "pattern-key-twice" => "mapping pattern checks duplicate key",
        "pattern-unlike" => "alternative patterns bind different names",
        "pattern-unreachable-case" => "wildcard makes remaining patterns unreachable",
        "pattern-unreachable-alternative" => "wildcard makes remaining patterns unreachable",
        _ => "invalid syntax",
    }
}

/// The parser's messages with those of CPython for the same mistake in the same place.
const KNOWN: &[(&str, &str)] = &[
    (
        "Positional argument cannot follow keyword argument unpacking",
        "positional argument follows keyword argument unpacking",
    ),
    ("Positional argument cannot follow keyword argument", "positional argument follows keyword argument"),
    (
        "Iterable argument unpacking cannot follow keyword argument unpacking",
        "iterable argument unpacking follows keyword argument unpacking",
    ),
    ("Iterable unpacking cannot be used in a comprehension", "iterable unpacking cannot be used in comprehension"),
    ("Unparenthesized generator expression cannot be used here", "Generator expression must be parenthesized"),
    (
        "Parameter without a default cannot follow a parameter with a default",
        "non-default argument follows default argument",
    ),
    ("Expected one or more keyword parameter after `*` separator", "named arguments must follow bare *"),
    ("Parameter cannot follow var-keyword parameter", "arguments cannot follow var-keyword argument"),
    ("Only one '*' parameter allowed", "* argument may appear only once"),
    ("Starred expression cannot be used here", "can't use starred expression here"),
    ("Only single target (not tuple) can be annotated", "only single target (not tuple) can be annotated"),
    ("Only single target (not list) can be annotated", "only single target (not list) can be annotated"),
    ("Expected one or more exception types", "expected one or more exception types"),
    ("Expected `except` or `finally` after `try` block", "expected 'except' or 'finally' block"),
    ("Expected `:`, found newline", "expected ':'"),
    ("bytes can only contain ASCII", "bytes can only contain ASCII literal characters"),
    ("f-string: invalid conversion", "f-string: invalid conversion character: expected 's', 'r', or 'a'"),
    ("f-string: expecting", "f-string: expecting '}'"),
];

/// What is said about two expressions in brackets with nothing between them.
const FORGOTTEN_COMMA: &str = "invalid syntax. Perhaps you forgot a comma?";

/// Reads what the parser says.
struct Reader<'s> {
    source: &'s SourceText,
    text: &'s str,
    span: Span,
}

impl Reader<'_> {
    fn mistake(&self, message: &str) -> Mistake {
        self.of_lines(message).or_else(|| self.of_tokens(message)).unwrap_or_else(|| {
            let mut mistake = self.of_words(message);
            if matches!(&*mistake.message, "invalid syntax" | FORGOTTEN_COMMA)
                && let Some(open) = self.open_before()
            {
                mistake = self.never_closed(open);
            }
            mistake
        })
    }

    fn said(&self, message: impl Into<String>) -> Mistake {
        let Span { start, end } = self.span;
        Mistake { class: "SyntaxError", message: message.into(), start, end: End::At(end), line: Line::Ended }
    }

    /// What the tokenizer finds, which has seen no more than what stands before it.
    fn token(&self, message: impl Into<String>, start: u32) -> Mistake {
        Mistake { start, end: End::At(start), line: Line::Plain, ..self.said(message) }
    }

    fn never_closed(&self, open: Open) -> Mistake {
        let message = format!("'{}' was never closed", open.bracket);
        Mistake { start: open.at, end: End::Column(0), ..self.said(message) }
    }

    /// A bracket before the place where the parser stops, on an earlier line, that nothing closes.
    fn open_before(&self) -> Option<Open> {
        let open = Brackets::of(self.text).open.pop().filter(|open| open.at < self.span.start)?;
        (self.source.line_of(open.at) < self.source.line_of(self.span.start)).then_some(open)
    }

    /// Indentation.
    fn of_lines(&self, message: &str) -> Option<Mistake> {
        let line = self.source.line_of(self.span.start);
        let here = self.source.line_span(line);
        let shown = self.source.line(line);
        if let Some(after) = message.strip_prefix("Expected an indented block after ") {
            let at_end = self.span.start >= here.end;
            let before = (1..=line - u32::from(!at_end)).rev().find(|&line| !self.source.line(line).trim().is_empty());
            let what = match after.split_once("` ") {
                Some(("`class", _)) => "class definition".to_owned(),
                Some((keyword, kind)) => format!("'{}' {kind}", keyword.trim_start_matches('`')),
                None => after.to_owned(),
            };
            let message = format!("expected an indented block after {what} on line {}", before.unwrap_or(line));
            let word = self.text[self.span.start as usize..].chars().take_while(|c| c.is_alphanumeric() || *c == '_');
            let length: usize = word.map(char::len_utf8).sum();
            let end = if at_end { End::Column(-1) } else { End::At(self.span.start + length as u32) };
            return Some(Mistake { class: "IndentationError", end, ..self.said(message) });
        }
        let indentation = (shown.len() - shown.trim_start().len()) as u32;
        if message.starts_with("Unexpected indentation") {
            let start = here.start + indentation.max(1) - 1;
            let said = self.said("unexpected indent");
            return Some(Mistake { class: "IndentationError", start, end: End::Column(-1), ..said });
        }
        if message.contains("unindent does not match") && self.mixes_tabs(line) {
            let said = self.said("inconsistent use of tabs and spaces in indentation");
            return Some(Mistake { class: "TabError", start: here.start, end: End::Column(-1), ..said });
        }
        if message.contains("unindent does not match") {
            let said = self.said("unindent does not match any outer indentation level");
            return Some(Mistake { class: "IndentationError", start: here.end, end: End::Column(-1), ..said });
        }
        None
    }

    /// Whether the line is as far in as the one before it, or further, only if a tab is as wide as eight spaces.
    fn mixes_tabs(&self, line: u32) -> bool {
        let before = (1..line).rev().find(|&line| !self.source.line(line).trim().is_empty());
        let width = |line: u32, tab: usize| {
            let blank = self.source.line(line).chars().take_while(|c| matches!(c, ' ' | '\t'));
            blank.fold(0, |column, c| if c == '\t' { (column / tab + 1) * tab } else { column + 1 })
        };
        before.is_some_and(|before| width(line, 8).cmp(&width(before, 8)) != width(line, 1).cmp(&width(before, 1)))
    }

    /// Brackets, strings and numbers.
    fn of_tokens(&self, message: &str) -> Option<Mistake> {
        let start = self.span.start;
        let rest = &self.text[start as usize..];
        if message.starts_with("missing closing quote") || message.contains("unterminated") {
            let prefix = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
            let quoted = &rest[prefix..];
            let triple = quoted.starts_with("'''") || quoted.starts_with("\"\"\"");
            let (kind, line) = match triple {
                true => ("unterminated triple-quoted string literal", self.source.line_count()),
                false => ("unterminated string literal", self.source.line_of(start)),
            };
            return Some(self.token(format!("{kind} (detected at line {line})"), start));
        }
        if let Some(c) = rest.chars().next().filter(|c| !c.is_ascii() && !c.is_alphanumeric()) {
            let code = u32::from(c);
            return Some(match is_printable(c) {
                true => self.token(format!("invalid character '{c}' (U+{code:04X})"), start),
                false => self.token(format!("invalid non-printable character U+{code:04X}"), start),
            });
        }
        let brackets = Brackets::of(self.text);
        if let Some((at, closer, opener)) = brackets.wrong.filter(|&(at, ..)| at <= start) {
            return Some(match opener {
                None => self.token(format!("unmatched '{closer}'"), at),
                Some(opener) => {
                    let said = "does not match opening parenthesis";
                    self.token(format!("closing parenthesis '{closer}' {said} '{opener}'"), at)
                }
            });
        }
        if message.starts_with("unexpected EOF") || message.contains("found end of file") {
            return Some(match brackets.open.last() {
                Some(&open) => self.never_closed(open),
                None => self.said("invalid syntax"),
            });
        }
        if message.starts_with("Expected a newline after line continuation") {
            return Some(match rest.len() {
                1 => Mistake { start: start + 1, end: End::Column(-1), ..self.said("unexpected EOF while parsing") },
                _ => {
                    let said = self.said("unexpected character after line continuation character");
                    Mistake { start: start + 1, end: End::Column(0), ..said }
                }
            });
        }
        if message.starts_with("Invalid decimal integer literal") {
            let message =
                "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
            return Some(Mistake { end: End::At(start + 1), ..self.token(message, start) });
        }
        let literal = |kind: &str| self.token(format!("invalid {kind} literal"), start + 1);
        if message.contains("ParseIntError") {
            let letter = rest.get(1..2).unwrap_or_default();
            let (least, kind) = if letter.eq_ignore_ascii_case("o") { ('8', "octal") } else { ('2', "binary") };
            let wrong = rest.char_indices().skip(2).find(|&(_, c)| c != '_' && !('0'..least).contains(&c));
            if let Some((at, digit)) = wrong.filter(|&(_, c)| c.is_ascii_digit() && !letter.eq_ignore_ascii_case("x")) {
                return Some(self.token(format!("invalid digit '{digit}' in {kind} literal"), start + at as u32));
            }
            return match rest.get(1..2) {
                Some("x" | "X") => Some(literal("hexadecimal")),
                Some("o" | "O") => Some(literal("octal")),
                Some("b" | "B") => Some(literal("binary")),
                _ => None,
            };
        }
        // A number that goes on as none can.
        let before = self.text[..start as usize].chars().next_back();
        let number = before.is_some_and(|c| c.is_ascii_digit() || c == '.');
        if number
            && rest.starts_with(|c: char| c.is_alphabetic() || c == '_')
            && ["Simple statements", "Expected `)`", "Expected `,`"].iter().any(|said| message.starts_with(said))
        {
            let at = if rest.starts_with('_') { start } else { start - 1 };
            return Some(self.token("invalid decimal literal", at));
        }
        if message.starts_with("Expected an identifier") && rest.starts_with(|c: char| c.is_ascii_digit()) {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            if rest[digits..].starts_with(|c: char| c.is_alphabetic() || c == '_') {
                return Some(self.token("invalid decimal literal", start + digits as u32 - 1));
            }
        }
        None
    }

    /// What the parser misses or has too much.
    fn of_words(&self, message: &str) -> Mistake {
        let opens = self.text[..self.span.start as usize].trim_end().ends_with('(');
        let rest = &self.text[self.span.start as usize..];
        if opens && message.starts_with("Starred expression cannot") {
            return self.said("cannot use starred expression here");
        }
        if opens && rest.starts_with("**") {
            return self.said("cannot use double starred expression here");
        }
        if let Some((_, known)) = KNOWN.iter().find(|(ours, _)| message.starts_with(ours)) {
            return self.said(*known);
        }
        if message.contains("assignment target") || message.contains("delete target") || message.contains("Assignment")
        {
            return self.said(self.target(message));
        }
        let start = self.span.start as usize;
        let (line_start, line_end) = self.line_around(start);
        let before = &self.text[line_start..start];
        let begins = |from: usize| (from + self.text[from..].len() - self.text[from..].trim_start().len()) as u32;
        if let Some(mistake) = self.of_print(message).or_else(|| self.of_item(message)) {
            return mistake;
        }
        if message.starts_with("Expected `else`") {
            let from = before.rfind(['=', '(', '[', ',', ':']).map_or(line_start, |at| line_start + at + 1);
            return Mistake { start: begins(from), ..self.said("expected 'else' after 'if' expression") };
        }
        let equals = message.ends_with("found `=`");
        if equals && (message.starts_with("Expected `:`") || message.starts_with("Expected `)`")) {
            let from = match before.rfind('(') {
                Some(at) => line_start + at + 1,
                None => begins(line_start) as usize + before.trim_start().find(' ').unwrap_or(0),
            };
            let value = &self.text[start + 1..line_end];
            let end = value.find([':', ')', ',']).unwrap_or(value.len());
            let end = End::At((start + 1 + value[..end].trim_end().len()) as u32);
            let said = self.said("invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            return Mistake { start: begins(from), end, ..said };
        }
        if message.starts_with("Expected a parameter name") {
            let argument = &self.text[self.span.range()];
            let end = End::At(self.span.end + 1);
            let constant = matches!(argument, "None" | "True" | "False");
            let said = match constant {
                true => format!("cannot assign to {argument}"),
                false => "expression cannot contain assignment, perhaps you meant \"==\"?".to_owned(),
            };
            return Mistake { end, ..self.said(said) };
        }
        let open = Brackets::of(&self.text[..start]).open.pop();
        if let Some(open) = open
            && (message.starts_with("Expected `,`, found ") || message.starts_with("Expected `)`, found "))
            && ["name", "int", "float", "string", "`None`", "`True`", "`False`"]
                .iter()
                .any(|kind| message.ends_with(kind))
            && !["def ", "class ", "lambda", "from ", "async "].iter().any(|word| before.trim_start().starts_with(word))
        {
            let last = self.text[open.at as usize..start].rfind(['(', '[', '{', ',']).unwrap_or(0);
            let said = self.said(FORGOTTEN_COMMA);
            return Mistake { start: begins(open.at as usize + last + 1), ..said };
        }
        if message.starts_with("Expected `:`, found `}`") || message.starts_with("Expected `:`, found `,`") {
            let last = self.text[..start].trim_end().len().saturating_sub(1) as u32;
            return Mistake { start: last, end: End::Column(0), ..self.said("':' expected after dictionary key") };
        }
        let augments = ![":=`", "==`", "!=`", "<=`", ">=`", " `=`"].iter().any(|other| message.ends_with(other));
        if message.starts_with("Expected `,`, found `") && message.ends_with("=`") && augments {
            let end = End::At(self.text[..start].trim_end().len() as u32);
            let said = self.said("'tuple' is an illegal expression for augmented assignment");
            return Mistake { start: begins(line_start), end, ..said };
        }
        self.said("invalid syntax")
    }

    /// `print` and `exec` as the statements that they were.
    fn of_print(&self, message: &str) -> Option<Mistake> {
        let start = self.span.start as usize;
        let (line_start, line_end) = self.line_around(start);
        let before = self.text[line_start..start].trim_end();
        let word = before.rsplit([' ', '\t', ':', ';']).next().unwrap_or_default();
        if !message.starts_with("Simple statements must be separated") || !matches!(word, "print" | "exec") {
            return None;
        }
        let rest = SourceText::new("", self.text[start..line_end].trim_end_matches([',', ' ']));
        super::parse(&rest).ok()?;
        let said = self.said(format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?"));
        let end = End::At(self.text[..line_end].trim_end().len() as u32);
        Some(Mistake { start: (line_start + before.len() - word.len()) as u32, end, ..said })
    }

    /// An item of a dict with `=` behind its key.
    fn of_item(&self, message: &str) -> Option<Mistake> {
        let start = self.span.start as usize;
        let open = Brackets::of(&self.text[..start]).open.pop().filter(|open| open.bracket == '{')?;
        if !(message.starts_with("Expected ") && self.text[start..].starts_with('=')) {
            return None;
        }
        let key = self.text[open.at as usize..start].rfind(['{', ',']).unwrap_or(0) + open.at as usize + 1;
        let from = (key + self.text[key..].len() - self.text[key..].trim_start().len()) as u32;
        let end = self.text[..start].trim_end().len() as u32;
        let target = Reader { span: Span::new(from, end), ..*self }.target("assignment target");
        Some(Mistake { start: from, end: End::At(end), ..self.said(target) })
    }

    /// Where the line begins and ends in which a place is.
    fn line_around(&self, at: usize) -> (usize, usize) {
        let start = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        (start, self.text[at..].find('\n').map_or(self.text.len(), |end| at + end))
    }

    /// What cannot be assigned to.
    fn target(&self, message: &str) -> String {
        let text = &self.text[self.span.range()];
        let first = text.chars().next().unwrap_or(' ');
        let what = match text {
            "None" | "True" | "False" => text,
            "..." => "ellipsis",
            _ if text.starts_with("yield") && self.text[..self.span.start as usize].ends_with('(') => {
                "yield expression"
            }
            _ if text.starts_with("yield") => return "assignment to yield expression not possible".to_owned(),
            _ if text.starts_with("lambda") => "lambda",
            _ if text.starts_with("f'") || text.starts_with("f\"") => "f-string expression",
            _ if ["==", "!=", "<", ">", " in ", " is "].iter().any(|op| text.contains(op)) => "comparison",
            _ if text.contains(" if ") => "conditional expression",
            _ if first == '{' && text.contains(" for ") => "dict comprehension",
            _ if first == '{' && text.contains(':') => "dict literal",
            _ if first == '{' => "set display",
            _ if first == '[' && text.contains(" for ") => "list comprehension",
            _ if first == '(' && text.contains(" for ") => "generator expression",
            _ if text.ends_with(')') && first != '(' => "function call",
            _ if text.contains([' ', '+', '*']) && !text.starts_with(['\'', '"']) => "expression",
            _ if first.is_ascii_digit() || first == '\'' || first == '"' || text.starts_with("b'") => "literal",
            _ => "expression",
        };
        if message.contains("delete target") {
            return format!("cannot delete {what}");
        }
        if message.contains("augmented") {
            return format!("'{what}' is an illegal expression for augmented assignment");
        }
        if message.contains("annotated") {
            return "illegal target for annotation".to_owned();
        }
        if message.contains("named") || message.contains("Assignment expression") {
            let what = if first == '(' && what == "expression" { "tuple" } else { what };
            return format!("cannot use assignment expressions with {what}");
        }
        let follows = self.text[self.span.end as usize..].trim_start();
        let hinted = follows.starts_with('=') && !matches!(what, "None" | "True" | "False" | "lambda" | "comparison");
        let hint = if hinted { " here. Maybe you meant '==' instead of '='?" } else { "" };
        format!("cannot assign to {what}{hint}")
    }
}
