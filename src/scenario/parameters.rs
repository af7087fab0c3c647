//! The parameters that a program declares: names that it assigns, and settings of the machine, which have small letters.

use std::cell::LazyCell;

use toml::{Spanned, de::DeValue};

use super::{
    MetadataProblem, Parameter, Setup, ValueType,
    metadata::{Reader, Value, whole_number},
};
use crate::{
    compiler::{Assignment, Literal, LiteralKind, assignments},
    stdlib::nearest,
};

const KEYS: [&str; 4] = ["value", "min", "max", "choices"];

/// A row as it stands in the metadata.
#[derive(Default)]
struct Row {
    value: Option<(Literal, std::ops::Range<usize>)>,
    min: Option<i64>,
    max: Option<i64>,
    choices: Vec<String>,
}

type Key<'i> = Spanned<std::borrow::Cow<'i, str>>;

impl Reader<'_> {
    /// The parameters, in the order of the text; what settings are worth is in the setup.
    pub(super) fn params(&mut self, value: &Value<'_>, setup: &Setup) -> Vec<Parameter> {
        let Some(table) = self.table("params", value) else { return Vec::new() };
        // A table of nothing but settings does not ask what the program assigns.
        let source = self.source;
        let assigned = LazyCell::new(|| assignments(source));
        let mut rows: Vec<_> = table.iter().collect();
        rows.sort_by_key(|(name, _)| name.span().start);
        let read = |(name, value): (&Key<'_>, &Value<'_>)| {
            let row = self.row(name.get_ref(), value)?;
            match Setup::KEYS.contains(&&**name.get_ref()) {
                true => self.setting(name, row, setup),
                // Of a program that is not Python, only the compiler has something to say.
                false => self.param(name, row, assigned.as_deref()?),
            }
        };
        rows.into_iter().filter_map(read).collect()
    }

    fn row(&mut self, name: &str, value: &Value<'_>) -> Option<Row> {
        let mut row = Row::default();
        for (key, value) in self.table(name, value)? {
            match &**key.get_ref() {
                "value" => row.value = Some((self.literal(value)?, value.span())),
                "min" => row.min = Some(self.integer("min", value)?),
                "max" => row.max = Some(self.integer("max", value)?),
                "choices" => row.choices = self.names("choices", value),
                unknown => self.unknown(unknown, key.span(), &KEYS),
            }
        }
        Some(row)
    }

    fn param(&mut self, key: &Key<'_>, row: Row, assigned: &[Assignment]) -> Option<Parameter> {
        let name = key.get_ref();
        let Some(own) = assigned.iter().find(|one| one.name == **name) else {
            let nearest = nearest(name, assigned.iter().map(|one| one.name.as_str()));
            self.report(key.span(), MetadataProblem::NotAssigned { name: name.to_string(), nearest });
            return None;
        };
        let (value, place) = row.value.clone().unwrap_or_else(|| (own.value.clone(), key.span()));
        if value.kind() != own.value.kind() {
            let (given, assigned) = (value.kind(), own.value.kind());
            self.report(place, MetadataProblem::OtherKind { name: name.to_string(), given, assigned });
            return None;
        }
        self.bounded(name, value, row, place)
    }

    fn setting(&mut self, key: &Key<'_>, mut row: Row, setup: &Setup) -> Option<Parameter> {
        let name = &**key.get_ref();
        let usual = setup.value(name)?;
        if row.choices.is_empty() {
            row.choices = Setup::choices(name);
        }
        let (value, place) = row.value.clone().unwrap_or((usual.clone(), key.span()));
        if value.kind() != usual.kind() {
            let (given, assigned) = (value.kind(), usual.kind());
            self.report(place, MetadataProblem::OtherKind { name: name.to_owned(), given, assigned });
            return None;
        }
        self.bounded(name, value, row, place).map(Parameter::of_machine)
    }

    fn bounded(&mut self, name: &str, value: Literal, row: Row, place: std::ops::Range<usize>) -> Option<Parameter> {
        let shown = value.to_string();
        let parameter = Parameter::new(name, value, row.min, row.max).and_then(|one| one.of_choices(row.choices));
        if parameter.is_none() {
            self.report(place, MetadataProblem::OutsideBounds { name: name.to_owned(), value: shown });
        }
        parameter
    }

    /// Values for parameters: `{ PEOPLE = 2 }`.
    pub(super) fn values(&mut self, key: &str, value: &Value<'_>) -> Vec<(String, Literal)> {
        let Some(table) = self.table(key, value) else { return Vec::new() };
        let values = table.iter().filter_map(|(name, value)| Some((name.get_ref().to_string(), self.literal(value)?)));
        values.collect()
    }

    fn literal(&mut self, value: &Value<'_>) -> Option<Literal> {
        let literal = match value.get_ref() {
            DeValue::String(text) => Some(Literal::Str(text.to_string())),
            DeValue::Boolean(value) => Some(Literal::Bool(*value)),
            DeValue::Float(number) => LiteralKind::Float.read(number.as_str()),
            other => whole_number(other).map(Literal::Int),
        };
        if literal.is_none() {
            self.wrong_type("value", value, ValueType::Literal);
        }
        literal
    }
}
