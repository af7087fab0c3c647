//! Parameters: module-level names of a program, or settings of the machine, that can be given another value before it starts.

use crate::compiler::{Literal, LiteralKind};

/// A parameter with its present value. The value is always of its kind and within its bounds.
#[derive(Clone, PartialEq, Debug)]
pub struct Parameter {
    name: String,
    value: Literal,
    min: Option<i64>,
    max: Option<i64>,
    /// The values that a text can have; any, if there are none.
    choices: Vec<String>,
    of_machine: bool,
}

/// Why a parameter does not take a value.
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ParameterError {
    /// There is no such parameter; the nearest names, and all of them.
    Unknown { name: String, nearest: Vec<String>, known: Vec<String> },
    /// The text is no value of the parameter's kind.
    WrongKind { name: String, text: String, kind: LiteralKind },
    /// The value lies outside the bounds.
    OutOfRange { name: String, text: String, min: Option<i64>, max: Option<i64> },
    /// The text is none of those that it can be.
    NoChoice { name: String, text: String, choices: Vec<String> },
}

impl Parameter {
    /// A parameter; none if the value lies outside the bounds.
    #[must_use]
    pub fn new(name: &str, value: Literal, min: Option<i64>, max: Option<i64>) -> Option<Self> {
        let parameter = Self { name: name.to_owned(), value, min, max, choices: Vec::new(), of_machine: false };
        parameter.holds(&parameter.value).then_some(parameter)
    }

    /// It is one of several texts; none if it is not one of them. No texts are any.
    #[must_use]
    pub fn of_choices(self, choices: Vec<String>) -> Option<Self> {
        let parameter = Self { choices, ..self };
        parameter.holds(&parameter.value).then_some(parameter)
    }

    /// It is a setting of the machine.
    #[must_use]
    pub fn of_machine(self) -> Self {
        Self { of_machine: true, ..self }
    }

    /// Whether it is a setting of the machine, and no name of the program.
    #[must_use]
    pub fn is_of_machine(&self) -> bool {
        self.of_machine
    }

    /// The texts that it can be; none if it can be any value of its kind.
    #[must_use]
    pub fn choices(&self) -> &[String] {
        &self.choices
    }

    /// Its name in the program.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its present value.
    #[must_use]
    pub fn value(&self) -> &Literal {
        &self.value
    }

    /// The smallest value of a number, if there is one.
    #[must_use]
    pub fn min(&self) -> Option<i64> {
        self.min
    }

    /// The largest value of a number, if there is one.
    #[must_use]
    pub fn max(&self) -> Option<i64> {
        self.max
    }

    /// Gives it the value that somebody typed.
    ///
    /// # Errors
    /// When the text is no value of its kind or lies outside its bounds; the parameter stays as it is.
    pub fn set(&mut self, text: &str) -> Result<(), ParameterError> {
        let name = self.name.clone();
        let kind = self.value.kind();
        let Some(value) = kind.read(text) else {
            return Err(ParameterError::WrongKind { name, text: text.to_owned(), kind });
        };
        if !self.holds(&value) && !self.choices.is_empty() {
            return Err(ParameterError::NoChoice { name, text: text.to_owned(), choices: self.choices.clone() });
        }
        if !self.holds(&value) {
            return Err(ParameterError::OutOfRange { name, text: text.to_owned(), min: self.min, max: self.max });
        }
        self.value = value;
        Ok(())
    }

    /// Makes a number larger or smaller by so many ones, as far as its bounds go; turns a `bool` over; goes on among the
    /// choices, round and round. Returns whether that changed anything.
    pub fn nudge(&mut self, by: i64) -> bool {
        let value = match &self.value {
            Literal::Int(value) => Literal::Int(value.saturating_add(by)),
            Literal::Float(value) => Literal::Float(value + by as f64),
            Literal::Bool(value) => Literal::Bool(!value),
            Literal::Str(text) => {
                let Some(at) = self.choices.iter().position(|choice| choice == text) else { return false };
                let next = (at as i64).saturating_add(by).rem_euclid(self.choices.len() as i64);
                Literal::Str(self.choices[next as usize].clone())
            }
        };
        let changed = value != self.value && self.holds(&value);
        if changed {
            self.value = value;
        }
        changed
    }

    fn holds(&self, value: &Literal) -> bool {
        let within = |at_least: bool, at_most: bool| at_least && at_most;
        match *value {
            Literal::Str(ref value) => self.choices.is_empty() || self.choices.contains(value),
            Literal::Int(value) => {
                within(self.min.is_none_or(|min| value >= min), self.max.is_none_or(|max| value <= max))
            }
            Literal::Float(value) => {
                within(self.min.is_none_or(|min| value >= min as f64), self.max.is_none_or(|max| value <= max as f64))
            }
            Literal::Bool(_) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_keeps_its_kind_and_its_bounds() {
        let mut permits = Parameter::new("PERMITS", Literal::Int(2), Some(1), Some(4)).expect("2 lies within 1 and 4");
        assert!(matches!(permits.set("two"), Err(ParameterError::WrongKind { .. })));
        assert!(matches!(permits.set("0"), Err(ParameterError::OutOfRange { .. })));
        assert!(matches!(permits.set("5"), Err(ParameterError::OutOfRange { .. })));
        assert_eq!(permits.value(), &Literal::Int(2));
        assert_eq!(permits.set("4"), Ok(()));
        assert!(!permits.nudge(1) && permits.nudge(-1));
        assert_eq!(permits.value(), &Literal::Int(3));
        assert_eq!(Parameter::new("N", Literal::Float(0.5), Some(1), None), None);
    }

    #[test]
    fn a_text_of_several_goes_round() {
        let choices = || vec!["order".to_owned(), "seats".to_owned()];
        let cure = Parameter::new("CURE", Literal::Str("order".to_owned()), None, None).expect("it has no bounds");
        assert_eq!(cure.clone().of_choices(vec!["seats".to_owned()]), None);
        let mut cure = cure.of_choices(choices()).expect("it is one of them");
        assert!(cure.nudge(1) && cure.value() == &Literal::Str("seats".to_owned()));
        assert!(cure.nudge(1) && cure.value() == &Literal::Str("order".to_owned()));
        assert!(cure.nudge(-1) && cure.value() == &Literal::Str("seats".to_owned()));
        assert!(matches!(cure.set("luck"), Err(ParameterError::NoChoice { .. })));
        assert_eq!(cure.set("order"), Ok(()));
    }

    #[test]
    fn a_bool_turns_over_and_a_text_is_not_nudged() {
        let mut on = Parameter::new("ON", Literal::Bool(false), None, None).expect("it has no bounds");
        assert!(on.nudge(-1));
        assert_eq!(on.value(), &Literal::Bool(true));
        let mut name = Parameter::new("NAME", Literal::Str("a".to_owned()), None, None).expect("it has no bounds");
        assert!(!name.nudge(1));
    }
}
