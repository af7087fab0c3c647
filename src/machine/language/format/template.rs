//! `str.format` and `str.format_map`.
//!
//! A template whose fields need the program, because a class has methods of its own, is filled in by
//! the library (`vm_str_format`), which is told the pieces by `vm_template`. Tests: `tests/programs/text/`.

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        native::{Native, Parameter, control_reads, keyword_rest, pure, required, rest},
    },
    state::{class, frame::Then, value::Value},
};
use crate::text::{
    format::field::{Access, Field, Pieces, integer, name_parts},
    literal::in_ascii,
};

/// `str.format` and `str.format_map`.
pub const METHODS: &[Native] = &[
    control_reads("format", &[required("self"), rest(""), keyword_rest("")], |exec, a, then| {
        let template = exec.template(a[0], "format")?;
        exec.filled(a[0], &template, Some(a[1]), a[2], then)
    }),
    control_reads("format_map", &[required("self"), required("")], |exec, a, then| {
        let template = exec.template(a[0], "format_map")?;
        exec.filled(a[0], &template, None, a[1], then)
    }),
];

const TEMPLATE: &[Parameter] = &[required("template")];

/// What the library asks about templates.
pub const FUNCTIONS: &[Native] = &[
    pure("vm_template", TEMPLATE, |exec, a| {
        let template = exec.text_of(a[0]).unwrap_or_default().to_owned();
        exec.pieces(&template)
    }),
    pure("vm_field_name", TEMPLATE, |exec, a| {
        let name = exec.text_of(a[0]).unwrap_or_default().to_owned();
        exec.field_name(&name)
    }),
];

/// How the fields without a name are counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Numbering {
    #[default]
    Unknown,
    Automatic(i64),
    Manual,
}

/// Where the values of the fields come from.
struct Source<'v> {
    /// Values by position; there are none for `format_map`.
    positional: Option<&'v [Value]>,
    /// A dict, or for `format_map` anything with keys.
    named: Value,
    numbering: Numbering,
}

/// Specifications within specifications go so deep.
const DEEPEST: u32 = 2;

impl Exec<'_> {
    fn template(&mut self, value: Value, method: &str) -> Result<String> {
        self.receiver(value, class::STR, method)?;
        Ok(self.text_of(value).unwrap_or_default().to_owned())
    }

    fn filled(
        &mut self,
        whole: Value,
        template: &str,
        positional: Option<Value>,
        named: Value,
        then: Then,
    ) -> Result<Flow> {
        let positional = positional.map(|values| self.sequence_items(values).unwrap_or_default());
        let numbering = Numbering::default();
        let mut source = Source { positional: positional.as_deref(), named, numbering };
        let filled = self.fill(template, &mut source, DEEPEST)?;
        let mut known = std::iter::once(whole).chain(positional.iter().flatten().copied());
        let text = match known.find(|&value| self.is_text_itself(value, &filled)) {
            Some(itself) => itself,
            None => self.string(&filled)?,
        };
        self.deliver(then, text)
    }

    fn fill(&mut self, template: &str, source: &mut Source<'_>, depth: u32) -> Result<String> {
        let Some(depth) = depth.checked_sub(1) else { return Err(self.value_error("Max string recursion exceeded")) };
        let mut text = String::new();
        for piece in Pieces::of(template) {
            let piece = piece.map_err(|message| self.value_error(message))?;
            text.push_str(&piece.literal);
            if let Some(field) = piece.field {
                text.push_str(&self.fill_field(&field, source, depth)?);
            }
            self.machine.space.heap.reserve(text.len())?;
        }
        Ok(text)
    }

    fn fill_field(&mut self, field: &Field<'_>, source: &mut Source<'_>, depth: u32) -> Result<String> {
        let (first, steps) = name_parts(field.name);
        let mut value = self.field_value(first, source)?;
        for step in steps {
            let step = step.map_err(|message| self.value_error(message))?;
            value = self.field_step(value, step)?;
        }
        let value = match field.conversion {
            None => value,
            Some(letter) => self.converted(letter, value)?,
        };
        let spec = match field.spec.contains(['{', '}']) {
            true => self.fill(field.spec, source, depth)?,
            false => field.spec.to_owned(),
        };
        self.formatted(value, &spec)
    }

    fn field_step(&mut self, value: Value, step: Access<'_>) -> Result<Value> {
        let index = match step {
            // The library looks attributes up, each by an instruction before which the thread can rest.
            Access::Attribute(_) if self.concurrent => return Err(Raise::PYTHON),
            Access::Attribute(name) => {
                let name = self.intern(name)?;
                return self.attribute_value(value, name);
            }
            Access::Index(index) => Value::Int(index),
            Access::Key(key) => self.string(key)?,
        };
        self.item(value, index)
    }

    fn field_value(&mut self, first: &str, source: &mut Source<'_>) -> Result<Value> {
        let index = integer(first).map_err(|message| self.value_error(message))?;
        let index = self.numbered(first, index, &mut source.numbering)?;
        let Some(index) = index else {
            let key = self.string(first)?;
            return self.item(source.named, key);
        };
        let Some(values) = source.positional else {
            return Err(self.value_error("Format string contains positional fields"));
        };
        match usize::try_from(index).ok().and_then(|at| values.get(at)) {
            Some(&value) => Ok(value),
            None => {
                let message = format!("Replacement index {index} out of range for positional args tuple");
                Err(self.error(class::INDEX_ERROR, &message))
            }
        }
    }

    /// The position of a field that has no name, or a number as its name.
    fn numbered(&mut self, first: &str, index: Option<i64>, numbering: &mut Numbering) -> Result<Option<i64>> {
        match (first.is_empty(), index, *numbering) {
            (false, None, _) => Ok(None),
            (true, _, Numbering::Manual) => {
                let message = "cannot switch from manual field specification to automatic field numbering";
                Err(self.value_error(message))
            }
            (true, _, before) => {
                let next = if let Numbering::Automatic(next) = before { next } else { 0 };
                *numbering = Numbering::Automatic(next + 1);
                Ok(Some(next))
            }
            (false, Some(_), Numbering::Automatic(_)) => {
                let message = "cannot switch from automatic field numbering to manual field specification";
                Err(self.value_error(message))
            }
            (false, index, _) => {
                *numbering = Numbering::Manual;
                Ok(index)
            }
        }
    }

    fn converted(&mut self, letter: char, value: Value) -> Result<Value> {
        let text = match letter {
            's' => self.machine.str(value),
            'r' => self.machine.repr(value),
            'a' => self.machine.repr(value).map(|text| in_ascii(&text)),
            other => {
                let message = match other {
                    '!'..='~' => format!("Unknown conversion specifier {other}"),
                    other => format!("Unknown conversion specifier \\x{:x}", u32::from(other)),
                };
                return Err(self.value_error(&message));
            }
        };
        let text = text.ok_or(Raise::PYTHON)?;
        self.string(&text)
    }

    /// The pieces of a template as tuples: text, name, conversion, specification; a mistake as a text alone.
    fn pieces(&mut self, template: &str) -> Result<Value> {
        let mut pieces = Vec::new();
        for piece in Pieces::of(template) {
            let parts = match piece {
                Err(message) => vec![self.string(message)?],
                Ok(piece) => {
                    let literal = self.string(&piece.literal)?;
                    match piece.field {
                        None => vec![literal, Value::None, Value::None, Value::None],
                        Some(field) => {
                            let conversion = match field.conversion {
                                Some(letter) => self.character(letter)?,
                                None => Value::None,
                            };
                            vec![literal, self.string(field.name)?, conversion, self.string(field.spec)?]
                        }
                    }
                }
            };
            pieces.push(self.tuple(&parts)?);
        }
        self.list(pieces)
    }

    /// The first part of a field's name, and steps as pairs: whether it is an attribute, and the name or key; for a mistake
    /// `None` and what it is.
    fn field_name(&mut self, name: &str) -> Result<Value> {
        let (first, accesses) = name_parts(name);
        let index = integer(first).map_err(|message| self.value_error(message))?;
        let mut steps = Vec::new();
        for access in accesses {
            let step = match access {
                Ok(Access::Attribute(name)) => [Value::TRUE, self.string(name)?],
                Ok(Access::Index(index)) => [Value::FALSE, Value::Int(index)],
                Ok(Access::Key(key)) => [Value::FALSE, self.string(key)?],
                Err(mistake) => [Value::None, self.string(mistake)?],
            };
            steps.push(self.tuple(&step)?);
        }
        let steps = self.list(steps)?;
        let first = match index {
            Some(index) => Value::Int(index),
            None => self.string(first)?,
        };
        self.tuple(&[first, steps])
    }
}
