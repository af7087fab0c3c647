//! `format % values` for strings and bytes.
//!
//! Bytes are formatted as strings of the characters up to U+00FF. Values of classes of the program that say how they are
//! written, or what number they are, are converted by the library (`vm_percent`), which is told the directives by
//! `vm_percent_pieces`. Tests: `tests/programs/text/percent.py`.

use num_bigint::BigInt;
use num_traits::Signed;

use crate::machine::{
    language::number::{Number, big_to_float},
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Native, pure, required},
    },
    state::{
        class,
        object::Object,
        value::{ObjectId, Value},
    },
};
use crate::{
    program::well_known,
    text::{
        Kind,
        format::{
            decimal::{self, Style},
            directive::{Amount, Directive, Directives, INCOMPLETE_KEY},
            integer::{TOO_MANY_DIGITS, decimal},
        },
        literal::in_ascii,
    },
};

/// What the library asks about formats.
pub const FUNCTIONS: &[Native] = &[pure("vm_percent_pieces", &[required("format")], |exec, a| {
    let (kind, format) = exec.percent_text(a[0]);
    exec.percent_pieces(kind, &format)
})];

/// The values of a format, and how far they are used.
struct Values {
    all: Value,
    items: Vec<Value>,
    next: usize,
    mapping: bool,
}

/// What is formatted into.
struct Target {
    kind: Kind,
    text: String,
}

impl Exec<'_> {
    /// `format % values`.
    ///
    /// # Errors
    /// `TypeError` and `ValueError` as in CPython; [`Raise::PYTHON`] when the program has to be asked.
    pub fn percent_format(&mut self, format: ObjectId, values: Value) -> Result<Value> {
        if let Some(text) = self.quick_percent(format, values) {
            let parts = match values.object().map(|id| self.object(id)) {
                Some(Object::Tuple(items)) => items.to_vec(),
                _ => vec![values],
            };
            let mut known = std::iter::once(Value::Object(format)).chain(parts);
            return match known.find(|&value| self.is_text_itself(value, &text)) {
                Some(itself) => Ok(itself),
                None => self.string(&text),
            };
        }
        let given = Value::Object(format);
        let (kind, format) = self.percent_text(given);
        let mut values = self.percent_values(kind, values);
        let mut target = Target { kind, text: String::new() };
        for (literal, directive) in directives(kind, &format) {
            target.text.push_str(&literal);
            match directive {
                Some(directive) if directive.literal => target.text.push('%'),
                Some(directive) => self.percent_directive(directive, &mut values, &mut target)?,
                None => {}
            }
            self.machine.space.heap.reserve(target.text.len())?;
        }
        if values.next < values.items.len() && !values.mapping {
            let what = if kind == Kind::Str { "string" } else { "bytes" };
            return Err(self.type_error(&format!("not all arguments converted during {what} formatting")));
        }
        let whole = [given]
            .into_iter()
            .chain(values.items.iter().copied())
            .find(|&value| self.is_text_itself(value, &target.text));
        match whole {
            Some(whole) if kind == Kind::Str => Ok(whole),
            _ => self.percent_result(&target),
        }
    }

    fn percent_text(&self, format: Value) -> (Kind, Vec<char>) {
        match self.base_value(format).object().map(|id| self.object(id)) {
            Some(Object::Bytes(bytes)) => (Kind::Bytes, bytes.iter().map(|&byte| char::from(byte)).collect()),
            Some(Object::ByteArray(bytes)) => (Kind::Bytes, bytes.iter().map(|&byte| char::from(byte)).collect()),
            Some(Object::Str(text)) => (Kind::Str, text.as_str().chars().collect()),
            _ => (Kind::Str, Vec::new()),
        }
    }

    fn percent_result(&mut self, target: &Target) -> Result<Value> {
        match target.kind {
            Kind::Str => self.string(&target.text),
            Kind::Bytes => self.allocate(Object::Bytes(target.text.chars().map(|c| u32::from(c) as u8).collect())),
        }
    }

    fn percent_values(&mut self, kind: Kind, all: Value) -> Values {
        let object = self.base_value(all).object().map(|id| self.object(id));
        let mapping = match object {
            Some(Object::List(_) | Object::Dict(_) | Object::Range(_) | Object::LongRange(_)) => true,
            // Bytes have items, but are one value where bytes are formatted.
            Some(Object::Bytes(_) | Object::ByteArray(_)) => kind == Kind::Str,
            Some(Object::Tuple(_) | Object::Str(_)) => false,
            _ => self.own_special(all, well_known::GETITEM).is_some(),
        };
        let items = match object {
            Some(Object::Tuple(items)) => items.to_vec(),
            _ => vec![all],
        };
        Values { all, items, next: 0, mapping }
    }

    fn next_value(&mut self, values: &mut Values) -> Result<Value> {
        let Some(&value) = values.items.get(values.next) else {
            return Err(self.type_error("not enough arguments for format string"));
        };
        values.next += 1;
        Ok(value)
    }

    /// A width or precision that a value says: at most so large, which is a type of C.
    fn star(&mut self, values: &mut Values, (most, of_c): (i64, &str)) -> Result<i64> {
        let value = self.next_value(values)?;
        match self.number(value) {
            Some(Number::Int(amount)) if (-most..=most).contains(&amount) => Ok(amount),
            Some(Number::Float(_)) | None => Err(self.type_error("* wants int")),
            Some(_) => Err(self.error(class::OVERFLOW_ERROR, &format!("Python int too large to convert to C {of_c}"))),
        }
    }

    fn percent_directive(&mut self, mut directive: Directive, values: &mut Values, target: &mut Target) -> Result<()> {
        if directive.key.is_some() {
            self.take_keyed_value(&directive, values, target.kind)?;
        }
        if directive.width == Amount::Star {
            let width = self.star(values, (i64::MAX, "ssize_t"))?;
            directive.left |= width < 0;
            directive.width = Amount::Given(width.unsigned_abs() as usize);
        }
        if directive.precision == Amount::Star {
            let precision = self.star(values, (i64::from(i32::MAX), "int"))?;
            directive.precision = Amount::Given(precision.max(0) as usize);
        }
        if let Some(mistake) = directive.mistake {
            return Err(self.value_error(mistake));
        }
        let value = self.next_value(values)?;
        let amounts = [directive.width, directive.precision].map(|amount| amount.given().unwrap_or(0));
        self.machine.space.heap.reserve(amounts[0].max(amounts[1]))?;
        let text = self.directed(&directive, value, target.kind)?;
        target.text.push_str(&text);
        Ok(())
    }

    /// From here on, the value of the key is the only one.
    fn take_keyed_value(&mut self, directive: &Directive, values: &mut Values, kind: Kind) -> Result<()> {
        if !values.mapping {
            return Err(self.type_error("format requires a mapping"));
        }
        if directive.mistake == Some(INCOMPLETE_KEY) {
            return Err(self.value_error(INCOMPLETE_KEY));
        }
        let key = directive.key.clone().unwrap_or_default();
        let key = self.percent_result(&Target { kind, text: key })?;
        values.items = vec![self.item(values.all, key)?];
        values.next = 0;
        Ok(())
    }

    fn directed(&mut self, directive: &Directive, value: Value, kind: Kind) -> Result<String> {
        match (directive.letter, kind) {
            ('s', Kind::Str) => {
                let text = self.machine.str(value).ok_or(Raise::PYTHON)?;
                Ok(cut(directive, &text))
            }
            ('s' | 'b', Kind::Bytes) => {
                let text = self.bytes_text(value)?;
                Ok(cut(directive, &text))
            }
            ('r', Kind::Str) => {
                let text = self.machine.repr(value).ok_or(Raise::PYTHON)?;
                Ok(cut(directive, &text))
            }
            ('a' | 'r', _) => {
                let text = self.machine.repr(value).ok_or(Raise::PYTHON)?;
                Ok(cut(directive, &in_ascii(&text)))
            }
            ('c', _) => self.percent_character(directive, value, kind),
            ('d' | 'i' | 'u' | 'o' | 'x' | 'X', _) => self.percent_integer(directive, value),
            ('e' | 'E' | 'f' | 'F' | 'g' | 'G', _) => self.percent_float(directive, value, kind),
            _ => Err(self.value_error(&unsupported_letter(directive, kind))),
        }
    }

    fn bytes_text(&mut self, value: Value) -> Result<String> {
        if let Some(Object::ByteArray(bytes)) = self.base_value(value).object().map(|id| self.object(id)) {
            return Ok(bytes.iter().map(|&byte| char::from(byte)).collect());
        }
        if let Some(Object::Bytes(bytes)) = self.base_value(value).object().map(|id| self.object(id)) {
            return Ok(bytes.iter().map(|&byte| char::from(byte)).collect());
        }
        if self.machine.is_own(value) {
            return Err(Raise::PYTHON);
        }
        let message = format!(
            "%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
            self.class_name(value)
        );
        Err(self.type_error(&message))
    }

    fn percent_character(&mut self, directive: &Directive, value: Value, kind: Kind) -> Result<String> {
        let (most, range, wrong) = match kind {
            Kind::Str => (0x10_ffff, "%c arg not in range(0x110000)", "%c requires int or char"),
            Kind::Bytes => (0xff, "%c arg not in range(256)", "%c requires an integer in range(256) or a single byte"),
        };
        let character = match (self.percent_text(value), self.number(value)) {
            ((of, text), None) if of == kind && text.len() == 1 => Some(text[0]),
            (_, Some(Number::Float(_)) | None) => {
                if self.own_special(value, well_known::INDEX).is_some() {
                    return Err(Raise::PYTHON);
                }
                return Err(self.type_error(wrong));
            }
            (_, Some(Number::Int(code))) => {
                u32::try_from(code).ok().filter(|&code| code <= most).and_then(char::from_u32)
            }
            (_, Some(Number::Big(_))) => None,
        };
        match character {
            Some(character) => Ok(directive.pad(character.encode_utf8(&mut [0; 4]))),
            None => Err(self.error(class::OVERFLOW_ERROR, range)),
        }
    }

    fn percent_integer(&mut self, directive: &Directive, value: Value) -> Result<String> {
        let letter = directive.letter;
        let number = self.percent_whole(letter, value)?;
        let (prefix, mut digits) = match letter {
            'o' => ("0o", number.to_str_radix(8)),
            'x' => ("0x", number.to_str_radix(16)),
            'X' => ("0X", number.to_str_radix(16).to_ascii_uppercase()),
            _ => match decimal(&number, self.machine.space.most_digits) {
                Some(digits) => ("", digits),
                None => return Err(self.value_error(TOO_MANY_DIGITS)),
            },
        };
        if number.is_negative() {
            digits.remove(0);
        }
        let zeros = directive.precision.given().unwrap_or(0).saturating_sub(digits.len());
        Ok(directive.number(number.is_negative(), prefix, &("0".repeat(zeros) + &digits)))
    }

    /// The integer that a value is, or for `%d` becomes.
    fn percent_whole(&mut self, letter: char, value: Value) -> Result<BigInt> {
        let based = matches!(letter, 'o' | 'x' | 'X');
        match self.number(value) {
            Some(Number::Int(small)) => return Ok(BigInt::from(small)),
            Some(Number::Big(big)) => return Ok(big),
            Some(Number::Float(float)) if !based => {
                let whole = self.truncated(float)?;
                return match self.number(whole) {
                    Some(Number::Big(big)) => Ok(big),
                    Some(Number::Int(small)) => Ok(BigInt::from(small)),
                    _ => Ok(BigInt::default()),
                };
            }
            _ => {}
        }
        let own = self.own_special(value, well_known::INDEX).is_some()
            || (!based && self.own_special(value, well_known::INT).is_some());
        if own {
            return Err(Raise::PYTHON);
        }
        let wanted = if based { "an integer" } else { "a real number" };
        let message = format!("%{letter} format: {wanted} is required, not {}", self.class_name(value));
        Err(self.type_error(&message))
    }

    fn percent_float(&mut self, directive: &Directive, value: Value, kind: Kind) -> Result<String> {
        let number = match self.number(value) {
            Some(Number::Float(float)) => float,
            Some(Number::Int(small)) => small as f64,
            Some(Number::Big(big)) => match big_to_float(&big) {
                Some(float) => float,
                None => return Err(self.error(class::OVERFLOW_ERROR, "int too large to convert to float")),
            },
            None if [well_known::FLOAT, well_known::INDEX]
                .iter()
                .any(|&name| self.own_special(value, name).is_some()) =>
            {
                return Err(Raise::PYTHON);
            }
            None => {
                let wanted = if kind == Kind::Str { "must be real number" } else { "float argument required" };
                let message = format!("{wanted}, not {}", self.class_name(value));
                return Err(self.type_error(&message));
            }
        };
        let style = Style {
            kind: directive.letter.to_ascii_lowercase(),
            precision: directive.precision.given().unwrap_or(6),
            alternate: directive.alternate,
            point: false,
        };
        let mut digits = decimal::magnitude(number, style);
        if directive.letter.is_ascii_uppercase() {
            digits.make_ascii_uppercase();
        }
        Ok(directive.number(number.is_sign_negative() && !number.is_nan(), "", &digits))
    }

    /// The directives of a format as tuples: the text before, the key, how many values are taken before, the letter, and
    /// the directive without its key. Without a letter, the directive is one that cannot be done: it is told why. That
    /// there is no value to take is then `None`: the mistake comes before.
    fn percent_pieces(&mut self, kind: Kind, format: &[char]) -> Result<Value> {
        let mut pieces = Vec::new();
        for (mut literal, directive) in directives(kind, format) {
            if directive.as_ref().is_some_and(|directive| directive.literal) {
                literal.push('%');
            }
            let literal = self.percent_result(&Target { kind, text: literal })?;
            let parts = match directive.filter(|directive| !directive.literal) {
                None => [literal, Value::None, Value::Int(0), Value::None, Value::None],
                Some(directive) => self.percent_piece(kind, literal, &directive)?,
            };
            pieces.push(self.tuple(&parts)?);
        }
        self.list(pieces)
    }

    fn percent_piece(&mut self, kind: Kind, literal: Value, directive: &Directive) -> Result<[Value; 5]> {
        let key = match &directive.key {
            Some(key) => self.percent_result(&Target { kind, text: key.clone() })?,
            None => Value::None,
        };
        if let Some(mistake) = directive.mistake {
            return Ok([literal, key, Value::None, self.string("")?, self.string(mistake)?]);
        }
        let stars = [directive.width, directive.precision].iter().filter(|&&amount| amount == Amount::Star).count();
        let stars = Value::Int(stars as i64);
        if !"diouxXeEfFgGcrsa".contains(directive.letter) && (kind == Kind::Str || directive.letter != 'b') {
            let refused = unsupported_letter(directive, kind);
            return Ok([literal, key, stars, self.string("")?, self.string(&refused)?]);
        }
        let letter = self.character(directive.letter)?;
        let text = self.percent_result(&Target { kind, text: directive.to_string() })?;
        Ok([literal, key, stars, letter, text])
    }
}

/// The directives of a format; in those of bytes, `i` is another way to write `d`, also in messages.
fn directives(kind: Kind, format: &[char]) -> impl Iterator<Item = (String, Option<Directive>)> {
    Directives::of(format).map(move |(literal, mut directive)| {
        if let Some(directive) = directive.as_mut().filter(|directive| kind == Kind::Bytes && directive.letter == 'i') {
            directive.letter = 'd';
        }
        (literal, directive)
    })
}

/// The message for a letter that stands for nothing; `unicode_format_arg_format` shows it if it can be seen.
fn unsupported_letter(directive: &Directive, kind: Kind) -> String {
    let (letter, at) = (directive.letter, directive.at);
    let shown = if kind == Kind::Bytes || ('\u{1f}'..='~').contains(&letter) { letter } else { '?' };
    format!("unsupported format character '{shown}' ({:#x}) at index {at}", u32::from(letter))
}

/// A text of at most so many characters, in its width.
fn cut(directive: &Directive, text: &str) -> String {
    match directive.precision.given() {
        Some(most) => directive.pad(&text.chars().take(most).collect::<String>()),
        None => directive.pad(text),
    }
}
