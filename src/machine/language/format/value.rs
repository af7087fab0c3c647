//! `format(value, spec)` for values of the builtin types.
//!
//! Classes of the program that have a `__format__`, and those whose `str` is asked for, are left to the library. Tests:
//! `tests/programs/text/`.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::machine::{
    language::number::{Number, big_to_float},
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Native, optional, pure, reads, required},
    },
    state::{class, object::Object, value::Value},
};
use crate::{
    program::well_known,
    text::{
        format::{
            decimal::{self, MOST_PRECISION},
            integer::{self, Refusal, unknown},
            layout,
            spec::{Align, Sign, Spec},
        },
        literal::in_ascii,
    },
};

/// The functions.
pub const FUNCTIONS: &[Native] = &[
    reads("format", &[required(""), optional("", Value::Unbound)], |exec, a| {
        let spec = if a[1].is_bound() { exec.spec_argument("format() argument 2", a[1])? } else { String::new() };
        let text = exec.formatted(a[0], &spec)?;
        exec.string(&text)
    }),
    pure("vm_escaped", &[required("text")], |exec, a| {
        let text = in_ascii(exec.text_of(a[0]).unwrap_or_default());
        exec.string(&text)
    }),
    reads("vm_plain_format", &[required(""), required("")], plain_format),
];

/// `__format__` as every object has it.
pub const METHODS: &[Native] = &[reads("__format__", &[required("self"), required("")], plain_format)];

/// `__format__` of the builtin types: what a class of the program says about it is not asked.
fn plain_format(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let spec = exec.spec_argument("__format__() argument", a[1])?;
    let text = exec.plainly_formatted(a[0], &spec)?;
    exec.string(&text)
}

impl Exec<'_> {
    fn spec_argument(&mut self, what: &str, spec: Value) -> Result<String> {
        match self.text_of(spec) {
            Some(spec) => Ok(spec.to_owned()),
            None => {
                let message = format!("{what} must be str, not {}", self.given_class(spec));
                Err(self.type_error(&message))
            }
        }
    }

    /// `format(value, spec)`.
    ///
    /// # Errors
    /// `ValueError` when the specification is not for such values; [`Raise::PYTHON`] when a class of the program decides.
    pub fn formatted(&mut self, value: Value, spec: &str) -> Result<String> {
        if self.own_special(value, well_known::FORMAT).is_some() {
            return Err(Raise::PYTHON);
        }
        self.plainly_formatted(value, spec)
    }

    /// Whether the value is a `str`, no object of a subclass, of just this text: what was made of it is then itself.
    pub fn is_text_itself(&self, value: Value, text: &str) -> bool {
        self.class_of(value) == class::STR && self.text_of(value) == Some(text)
    }

    /// As [`Self::formatted`], whatever `__format__` a class of the program has.
    ///
    /// # Errors
    /// As there.
    pub fn plainly_formatted(&mut self, value: Value, spec: &str) -> Result<String> {
        if spec.is_empty() {
            return self.machine.str(value).ok_or(Raise::PYTHON);
        }
        let class = self.class_name(value);
        if let Some(text) = self.str_of(self.base_value(value)) {
            let text = text.as_str().to_owned();
            let spec = self.spec(spec, Align::Left, &class)?;
            return self.format_text(&text, &spec, &class);
        }
        match self.number(value) {
            Some(Number::Float(number)) => {
                let spec = self.spec(spec, Align::Right, &class)?;
                self.format_float(number, &spec, &class)
            }
            Some(Number::Int(small)) => {
                let spec = self.spec(spec, Align::Right, &class)?;
                match integer::small(small, &spec) {
                    Some(text) => Ok(text),
                    None => self.format_integer(&BigInt::from(small), &spec, &class),
                }
            }
            Some(number) => {
                let number = match number {
                    Number::Big(big) => big,
                    Number::Int(small) => BigInt::from(small),
                    Number::Float(_) => BigInt::default(),
                };
                let spec = self.spec(spec, Align::Right, &class)?;
                self.format_integer(&number, &spec, &class)
            }
            None => Err(self.type_error(&format!("unsupported format string passed to {class}.__format__"))),
        }
    }

    fn spec(&mut self, text: &str, default: Align, class: &str) -> Result<Spec> {
        match Spec::parse(text, default) {
            Ok(spec) => {
                // Precisions can ask for as much as widths.
                let digits = spec.precision.filter(|&digits| digits <= MOST_PRECISION && default == Align::Right);
                self.machine.space.heap.reserve(spec.width.saturating_mul(4).max(digits.unwrap_or(0)))?;
                Ok(spec)
            }
            Err(problem) => Err(self.value_error(&problem.message(text, class))),
        }
    }

    fn format_text(&mut self, text: &str, spec: &Spec, class: &str) -> Result<String> {
        let refused = match spec {
            Spec { kind: Some(kind), .. } if *kind != 's' => Some(unknown(*kind, class)),
            Spec { sign: Some(Sign::Space), .. } => Some("Space not allowed in string format specifier".to_owned()),
            Spec { sign: Some(_), .. } => Some("Sign not allowed in string format specifier".to_owned()),
            Spec { positive_zero: true, .. } => {
                Some("Negative zero coercion (z) not allowed in string format specifier".to_owned())
            }
            Spec { alternate: true, .. } => {
                Some("Alternate form (#) not allowed in string format specifier".to_owned())
            }
            Spec { align: Align::AfterSign, .. } => {
                Some("'=' alignment not allowed in string format specifier".to_owned())
            }
            _ => None,
        };
        match refused {
            Some(message) => Err(self.value_error(&message)),
            None => {
                let text: String = text.chars().take(spec.precision.unwrap_or(usize::MAX)).collect();
                Ok(layout::pad(spec, &text))
            }
        }
    }

    fn format_float(&mut self, number: f64, spec: &Spec, class: &str) -> Result<String> {
        decimal::format(number, spec, class).map_err(|message| self.value_error(&message))
    }

    fn format_integer(&mut self, number: &BigInt, spec: &Spec, class: &str) -> Result<String> {
        match spec.kind {
            Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => {
                let float = number.to_i64().map(|small| small as f64).or_else(|| big_to_float(number));
                match float {
                    Some(float) => self.format_float(float, spec, class),
                    None => Err(self.error(class::OVERFLOW_ERROR, "int too large to convert to float")),
                }
            }
            Some(kind) if !"bcdnoxX".contains(kind) => Err(self.value_error(&unknown(kind, class))),
            _ => integer::format(number, spec).map_err(|refusal| match refusal {
                Refusal::Value(message) => self.value_error(&message),
                Refusal::Overflow(message) => self.error(class::OVERFLOW_ERROR, message),
            }),
        }
    }

    /// Whether the value is a string or bytes.
    pub fn is_text(&self, value: Value) -> bool {
        let object = self.base_value(value).object().map(|id| self.object(id));
        matches!(object, Some(Object::Str(_) | Object::Bytes(_)))
    }
}
