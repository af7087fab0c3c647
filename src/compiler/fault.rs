//! What is wrong with a text, as CPython's `SyntaxError` says it.
//!
//! Where the parser sees the same mistake as CPython's, the message is CPython's; elsewhere it is `invalid syntax`, which is
//! what CPython says most often. Tests: `tests/programs/dynamic/`.

use super::{Diagnostic, Problem};
use crate::{
    program::made::Fault,
    source::{SourceText, Span},
};

/// The first thing that is wrong.
#[must_use]
pub fn of(found: &[Diagnostic], source: &SourceText) -> Fault {
    let Some(first) = found.first() else { return plain("SyntaxError", "invalid syntax") };
    let (class, message) = said(&first.problem, first.span, source);
    let end_of_text = source.text().trim_end().len() as u32;
    let Span { start, end } = first.span;
    let start = if message == "unexpected EOF while parsing" { start.min(end_of_text) } else { start };
    let begins = source.line_column(start);
    let ends = source.line_column(end.max(start));
    let line = source.line(begins.0);
    let ended = if line.ends_with('\n') { line.to_owned() } else { format!("{line}\n") };
    let last = begins.0 >= source.line_count() && !source.text().ends_with('\n');
    let line = if last { line.to_owned() } else { ended };
    Fault { class, message, start: begins, end: ends, line: Some(line) }
}

/// One that has no place.
#[must_use]
pub fn plain(class: &'static str, message: &str) -> Fault {
    Fault { class, message: message.to_owned(), start: (1, 1), end: (1, 1), line: None }
}

fn said(problem: &Problem, span: Span, source: &SourceText) -> (&'static str, String) {
    let message = match problem {
        Problem::Syntax { message } => return syntax(message, span, source),
        Problem::Misplaced { keyword } => misplaced(keyword).to_owned(),
        Problem::NoOuterBinding { name } => match source.text().lines().next() {
            Some(_) if !source.text().contains("def ") => "nonlocal declaration not allowed at module level".to_owned(),
            _ => format!("no binding for nonlocal '{name}' found"),
        },
        Problem::ConflictingScopes { name } => format!("name '{name}' is parameter and global"),
        Problem::UsedBeforeScope { name } => format!("name '{name}' is used prior to global declaration"),
        Problem::DuplicateParameter { name } => format!("duplicate argument '{name}' in function definition"),
        Problem::TooDeep => return ("MemoryError", String::new()),
        Problem::TooLarge => "too much code in one function".to_owned(),
        Problem::Unsupported { .. } => "raddle does not run this part of the language".to_owned(),
        Problem::UnmodelledModule { name, .. } => format!("raddle has no module '{name}'"),
        Problem::UnmodelledMember { module, name } => format!("raddle's '{module}' has no '{name}'"),
        Problem::UnmodelledBuiltin { name } => format!("raddle has no '{name}'"),
    };
    ("SyntaxError", message)
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
        "pattern-unlike" => "alternative patterns bind different names",
        "pattern-unreachable-case" => "wildcard makes remaining patterns unreachable",
        "pattern-unreachable-alternative" => "wildcard makes remaining patterns unreachable",
        _ => "invalid syntax",
    }
}

/// The parser's messages with those of CPython for the same mistake.
const KNOWN: &[(&str, &str)] = &[
    ("Positional argument cannot follow keyword argument unpacking", "positional argument follows keyword argument unpacking"),
    ("Positional argument cannot follow keyword argument", "positional argument follows keyword argument"),
    (
        "Iterable argument unpacking cannot follow keyword argument unpacking",
        "iterable argument unpacking follows keyword argument unpacking",
    ),
    ("Iterable unpacking cannot be used in a comprehension", "iterable unpacking cannot be used in comprehension"),
    ("Unparenthesized generator expression cannot be used here", "Generator expression must be parenthesized"),
    ("Parameter without a default cannot follow a parameter with a default", "non-default argument follows default argument"),
    ("Expected one or more keyword parameter after `*` separator", "named arguments must follow bare *"),
    ("Parameter cannot follow var-keyword parameter", "arguments cannot follow var-keyword argument"),
    ("Only one '*' parameter allowed", "* argument may appear only once"),
    ("Starred expression cannot be used here", "can't use starred expression here"),
    ("missing closing quote in string literal", "unterminated string literal"),
    ("f-string: unterminated string", "unterminated string literal"),
    ("f-string: expecting '}'", "f-string: expecting '}'"),
    ("unindent does not match any outer indentation level", "unindent does not match any outer indentation level"),
    ("`return` statement outside of a function", "'return' outside function"),
    ("Expected `except` or `finally` block", "expected 'except' or 'finally' block"),
    ("Expected ':', found", "expected ':'"),
];

fn syntax(message: &str, span: Span, source: &SourceText) -> (&'static str, String) {
    let text = source.text();
    let at = span.start as usize;
    if message.starts_with("Unexpected indentation") {
        return ("IndentationError", "unexpected indent".to_owned());
    }
    if message.starts_with("Expected an indented block") {
        return ("IndentationError", "expected an indented block".to_owned());
    }
    if message.contains("unindent does not match") {
        return ("IndentationError", "unindent does not match any outer indentation level".to_owned());
    }
    if message.starts_with("missing closing quote") || message.contains("unterminated string") {
        let (line, _) = source.line_column(span.start);
        let triple = text.get(at..).is_some_and(|rest| {
            let rest = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            rest.starts_with("'''") || rest.starts_with("\"\"\"")
        });
        let kind = if triple { "unterminated triple-quoted string literal" } else { "unterminated string literal" };
        let line = if triple { source.line_count() } else { line };
        return ("SyntaxError", format!("{kind} (detected at line {line})"));
    }
    if message.starts_with("unexpected EOF") || message.contains("found end of file") {
        if let Some(open) = unclosed(text) {
            return ("SyntaxError", format!("'{open}' was never closed"));
        }
        return ("SyntaxError", if text.trim().is_empty() { "invalid syntax" } else { "invalid syntax" }.to_owned());
    }
    if let Some((_, known)) = KNOWN.iter().find(|(ours, _)| message.starts_with(ours)) {
        return ("SyntaxError", (*known).to_owned());
    }
    if message.contains("assignment target") || message.contains("delete target") {
        return ("SyntaxError", target(message, text.get(span.range()).unwrap_or_default()));
    }
    ("SyntaxError", "invalid syntax".to_owned())
}

/// What cannot be assigned to, in CPython's words.
fn target(message: &str, text: &str) -> String {
    let first = text.chars().next().unwrap_or(' ');
    let what = match text {
        "None" | "True" | "False" => text,
        "..." => "ellipsis",
        _ if first.is_ascii_digit() || first == '\'' || first == '"' => "literal",
        _ if text.starts_with("lambda") => "lambda",
        _ if text.starts_with("f'") || text.starts_with("f\"") => "f-string expression",
        _ if text.ends_with(')') && !text.starts_with('(') => "function call",
        _ if text.contains(" if ") => "conditional expression",
        _ if ["==", "<", ">", " in ", " is "].iter().any(|op| text.contains(op)) => "comparison",
        _ => "expression",
    };
    if message.contains("delete target") {
        return format!("cannot delete {what}");
    }
    if message.contains("augmented") {
        return format!("'{what}' is an illegal expression for augmented assignment");
    }
    let constant = matches!(text, "None" | "True" | "False");
    let here = !constant && !message.contains("annotated") && !message.contains("named");
    let hint = if here { " here. Maybe you meant '==' instead of '='?" } else { "" };
    format!("cannot assign to {what}{hint}")
}

/// The bracket that is open at the end of a text, strings and comments aside.
fn unclosed(text: &str) -> Option<char> {
    let mut open: Vec<char> = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '(' | '[' | '{' => open.push(c),
            ')' | ']' | '}' => {
                open.pop();
            }
            '#' => while rest.next_if(|&c| c != '\n').is_some() {},
            '\'' | '"' => {
                while let Some(inside) = rest.next() {
                    if inside == '\\' {
                        rest.next();
                    } else if inside == c || inside == '\n' {
                        break;
                    }
                }
            }
            _ => {}
        }
    }
    open.pop()
}
