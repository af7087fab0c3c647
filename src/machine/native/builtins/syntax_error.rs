//! Attributes of `SyntaxError`: a message, and a tuple of where the error is (`SyntaxError_init` of `Objects/exceptions.c`).

use std::fmt::Write as _;

use crate::machine::{
    Machine,
    native::builtins::exception::{exception_of, set_part},
    run::{
        exec::Exec,
        flow::Result,
        native::{Native, Parameter, pure, required},
    },
    state::{
        class,
        object::{Exception, Object},
        value::Value,
    },
};

const SELF: &[Parameter] = &[required("self")];
const WITH_VALUE: &[Parameter] = &[required("self"), required("")];

/// Declares the attributes: until they are set, a part of the arguments tells them.
macro_rules! parts {
    ($($(#[$doc:meta])* $constant:ident = $name:literal $part:expr;)*) => {$(
        $(#[$doc])*
        pub const $constant: (Native, Native) = (
            pure($name, SELF, |exec, a| part(exec, a[0], $name)),
            pure($name, WITH_VALUE, |exec, a| set_part(exec, a, $name)),
        );
    )*

        /// The names of what the tuple tells, in its order.
        const DETAILS: &[(&str, usize)] = &[$(($name, $part),)*];
    };
}

parts! {
    /// `SyntaxError.msg`: the first argument.
    MSG = "msg" usize::MAX;
    /// `SyntaxError.filename`.
    FILENAME = "filename" 0;
    /// `SyntaxError.lineno`.
    LINENO = "lineno" 1;
    /// `SyntaxError.offset`.
    OFFSET = "offset" 2;
    /// `SyntaxError.text`.
    TEXT = "text" 3;
    /// `SyntaxError.end_lineno`.
    END_LINENO = "end_lineno" 4;
    /// `SyntaxError.end_offset`.
    END_OFFSET = "end_offset" 5;
}

fn part(exec: &mut Exec<'_>, value: Value, name: &str) -> Result<Value> {
    let id = exception_of(exec, value)?;
    let Object::Exception(exception) = exec.object(id) else { return Ok(Value::None) };
    Ok(exec.machine.syntax_error_part(exception, name).unwrap_or(Value::None))
}

impl Exec<'_> {
    /// Whether the second argument of a `SyntaxError` can say where it is.
    ///
    /// # Errors
    /// `TypeError` when it cannot.
    pub fn check_syntax_details(&mut self, details: Value) -> Result<()> {
        let count = self.collect(details)?.len();
        let message = match count {
            0..=3 => format!("function takes at least 4 arguments ({count} given)"),
            4 | 6 => return Ok(()),
            5 => "end_offset must be provided when end_lineno is provided".to_owned(),
            _ => format!("function takes at most 6 arguments ({count} given)"),
        };
        Err(self.type_error(&message))
    }
}

impl Machine {
    /// What a `SyntaxError` says by that name.
    pub(in crate::machine) fn syntax_error_part(&self, exception: &Exception, name: &str) -> Option<Value> {
        let set = self.common.names.get(name).and_then(|name| exception.attributes.get(name));
        if set.is_some() {
            return set;
        }
        let (_, part) = DETAILS.iter().find(|(known, _)| *known == name)?;
        if *part == usize::MAX {
            return exception.args.first().copied();
        }
        match exception.args.get(1)?.object().map(|id| self.space.heap.get(id)) {
            Some(Object::Tuple(details)) => details.get(*part).copied(),
            Some(Object::List(details)) => details.peek().get(*part).copied(),
            _ => None,
        }
    }

    /// What a traceback shows of a `SyntaxError`: where it is, with the line and the place in it marked, and the message; `None` for
    /// other exceptions, and where it does not know its line (`print_exception_file_and_line` of `Python/pythonrun.c`).
    pub(in crate::machine) fn syntax_error_shown(&self, exception: &Exception) -> Option<(String, String)> {
        if !self.class(exception.class).is_subclass(class::SYNTAX_ERROR) {
            return None;
        }
        let part = |name| self.syntax_error_part(exception, name).filter(|&value| value != Value::None);
        let number = |name| match part(name) {
            Some(Value::Int(number)) => Some(number),
            _ => None,
        };
        let line = number("lineno")?;
        let file = part("filename").and_then(|file| self.str(file)).unwrap_or_else(|| "<string>".to_owned());
        let mut place = format!("  File \"{file}\", line {line}\n");
        if let Some(text) =
            part("text").filter(|&text| self.class_of(text) == class::STR).and_then(|text| self.str(text))
        {
            let text = text.trim_end_matches('\n');
            let shown = text.trim_start_matches([' ', '\t', '\n', '\x0c']);
            let indented = (text.chars().count() - shown.chars().count()) as i64;
            let _ = writeln!(place, "    {shown}");
            if let Some(offset) = number("offset") {
                let over = number("end_lineno").is_some_and(|end| end > line);
                let length = text.chars().count() as i64;
                let end = if over { Some(length) } else { number("end_offset") };
                let end = end.filter(|&end| end > offset).map_or(offset + 1, |end| end.min(length + 1).max(offset + 1));
                let from = offset - 1 - indented;
                if let (Ok(from), Ok(marks)) = (usize::try_from(from), usize::try_from(end - offset)) {
                    let blank = |c: char| if c.is_whitespace() { c } else { ' ' };
                    let before: String = shown.chars().take(from).map(blank).collect();
                    let _ = writeln!(place, "    {before:from$}{}", "^".repeat(marks.min(shown.len() + 1)));
                }
            }
        }
        let message = self.str(self.syntax_error_part(exception, "msg").unwrap_or(Value::None))?;
        Some((place, message))
    }

    /// `str` of a `SyntaxError`: its message, with the file and the line where they are known.
    pub(in crate::machine) fn syntax_error_text(&self, exception: &Exception) -> Option<String> {
        let message = self.str(self.syntax_error_part(exception, "msg").unwrap_or(Value::None))?;
        let file = self.syntax_error_part(exception, "filename").filter(|&file| self.class_of(file) == class::STR);
        let file =
            file.and_then(|file| self.str(file)).map(|file| file.rsplit('/').next().unwrap_or_default().to_owned());
        let line = match self.syntax_error_part(exception, "lineno") {
            Some(Value::Int(line)) => Some(line),
            _ => None,
        };
        Some(match (file, line) {
            (Some(file), Some(line)) => format!("{message} ({file}, line {line})"),
            (Some(file), None) => format!("{message} ({file})"),
            (None, Some(line)) => format!("{message} (line {line})"),
            (None, None) => message,
        })
    }
}
