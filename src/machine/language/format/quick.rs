//! `format % values` as most programs use it: short directives for numbers and texts. `None` means that `percent` has to do
//! it from the beginning: nothing has happened then.

use memchr::memchr;

use crate::{
    machine::{
        run::exec::Exec,
        state::{
            object::Object,
            value::{ObjectId, Value},
        },
    },
    text::format::{
        decimal::{self, Style},
        directive::{Amount, Directive},
    },
};

/// Widths and precisions that are larger are left to the long way, which looks at what they take first.
const MOST: usize = 1_000;

impl Exec<'_> {
    /// `format % values`.
    pub fn quick_percent(&self, format: ObjectId, values: Value) -> Option<String> {
        let Object::Str(format) = self.object(format) else { return None };
        let items = match &values {
            Value::Int(_) | Value::Float(_) => std::slice::from_ref(&values),
            Value::Object(id) => match self.object(*id) {
                Object::Tuple(items) => &items[..],
                Object::Str(_) => std::slice::from_ref(&values),
                _ => return None,
            },
            _ => return None,
        };
        let mut rest = format.as_str();
        let mut items = items.iter();
        let mut out = String::with_capacity(rest.len() + 16 * items.len());
        while let Some(at) = memchr(b'%', rest.as_bytes()) {
            out.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            if let Some(behind) = rest.strip_prefix('%') {
                out.push('%');
                rest = behind;
                continue;
            }
            let directive = short_directive(&mut rest)?;
            self.quick_directive(&directive, *items.next()?, &mut out)?;
        }
        out.push_str(rest);
        items.next().is_none().then_some(out)
    }

    fn quick_directive(&self, directive: &Directive, value: Value, out: &mut String) -> Option<()> {
        match (directive.letter, value) {
            ('d' | 'i' | 'u', Value::Int(number)) if directive.precision == Amount::None => {
                out.push_str(&directive.number(number < 0, "", &number.unsigned_abs().to_string()));
            }
            ('f', Value::Int(_) | Value::Float(_)) => {
                let number = match value {
                    Value::Float(real) => real.number(),
                    Value::Int(number) => number as f64,
                    _ => return None,
                };
                let precision = directive.precision.given().unwrap_or(6);
                let style = Style { kind: 'f', precision, alternate: false, point: false };
                let digits = decimal::magnitude(number, style);
                out.push_str(&directive.number(number.is_sign_negative() && !number.is_nan(), "", &digits));
            }
            ('s', Value::Int(number)) if directive.precision == Amount::None => {
                out.push_str(&directive.pad(&number.to_string()));
            }
            ('s', Value::Object(id)) if directive.precision == Amount::None => {
                let Object::Str(text) = self.object(id) else { return None };
                match directive.width {
                    Amount::None => out.push_str(text.as_str()),
                    _ => out.push_str(&directive.pad(text.as_str())),
                }
            }
            _ => return None,
        }
        Some(())
    }
}

/// Flags, width, precision and letter; `None` for whatever has more.
fn short_directive(rest: &mut &str) -> Option<Directive> {
    let bytes = rest.as_bytes();
    let mut directive = Directive::default();
    let mut at = 0;
    loop {
        match bytes.get(at)? {
            b'-' => directive.left = true,
            b'+' => directive.plus = true,
            b' ' => directive.space = true,
            b'0' => directive.zero = true,
            _ => break,
        }
        at += 1;
    }
    directive.width = short_amount(bytes, &mut at)?;
    if bytes.get(at) == Some(&b'.') {
        at += 1;
        directive.precision = match short_amount(bytes, &mut at)? {
            Amount::None => Amount::Given(0),
            amount => amount,
        };
    }
    let letter = *bytes.get(at)?;
    if !letter.is_ascii_alphabetic() {
        return None;
    }
    directive.letter = char::from(letter);
    *rest = &rest[at + 1..];
    Some(directive)
}

fn short_amount(bytes: &[u8], at: &mut usize) -> Option<Amount> {
    let start = *at;
    let mut amount = 0;
    while let Some(digit) = bytes.get(*at).filter(|byte| byte.is_ascii_digit()) {
        amount = amount * 10 + usize::from(digit - b'0');
        *at += 1;
        if amount > MOST {
            return None;
        }
    }
    Some(if *at == start { Amount::None } else { Amount::Given(amount) })
}
