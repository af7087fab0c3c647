//! Operators on values: arithmetic, comparison, truth. What native code cannot decide, the library does.

use std::{cmp::Ordering, sync::Arc};

use memchr::memmem;

use crate::machine::{
    language::number::{self, Fault, Number},
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
    },
    state::{class, effort, frame::Then, object::Object, value::Value},
};
use crate::program::{BinaryOperator, CompareOperator, Register, UnaryOperator, well_known};

impl Exec<'_> {
    /// `dst` = `a op b`.
    #[cold]
    #[inline(never)]
    pub fn binary(&mut self, op: BinaryOperator, a: Value, b: Value, dst: Register) -> Result<Flow> {
        let in_place = self.is_in_place();
        if in_place && let Some(flow) = self.in_place(op, a, b, dst)? {
            return Ok(flow);
        }
        match self.binary_value(op, a, b) {
            Ok(value) => {
                self.stack.set(dst, value);
                Ok(Flow::Next)
            }
            Err(Raise::PYTHON) => {
                let name = self.string(op.method())?;
                let arguments = [a, b, name, Value::bool(in_place)];
                self.call_library(self.statics.library.binary, &arguments, Then::Store(dst))
            }
            Err(raise) => Err(raise),
        }
    }

    pub fn is_in_place(&self) -> bool {
        let frame = self.stack.top();
        let sites = &self.code(frame.code).sites;
        sites.get(frame.at.index().wrapping_sub(1)).is_some_and(|site| site.in_place)
    }

    /// `a op b` for builtin types.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when a class of the program has a say.
    pub fn binary_value(&mut self, op: BinaryOperator, a: Value, b: Value) -> Result<Value> {
        if self.has_own_operators(a) || self.has_own_operators(b) {
            return Err(Raise::PYTHON);
        }
        if op == BinaryOperator::Or && [a, b].iter().any(|side| matches!(side, Value::Class(_))) {
            // A union of types: the library makes it.
            return Err(Raise::PYTHON);
        }
        if op == BinaryOperator::Power && self.has_complex_power(a, b) {
            return Err(Raise::PYTHON);
        }
        let in_place = self.is_in_place();
        self.builtin_binary(op, a, b, in_place)
    }

    /// As [`Self::binary_value`], whatever classes of the program have to say.
    ///
    /// # Errors
    /// `TypeError` when the operator is not for such values.
    pub fn builtin_binary(&mut self, op: BinaryOperator, a: Value, b: Value, in_place: bool) -> Result<Value> {
        if let (Some(x), Some(y)) = (self.number(a), self.number(b)) {
            self.work(number::work(op, &x, &y));
            return match number::binary(op, &x, &y) {
                Ok(result) => self.truth_kept(op, a, b, result),
                Err(Fault::Unsupported) => Err(self.unsupported(op, a, b, in_place)),
                Err(fault) => Err(self.arithmetic_error(fault)),
            };
        }
        match self.collection_operator(op, a, b)? {
            Some(value) => Ok(value),
            None => Err(self.unsupported(op, a, b, in_place)),
        }
    }

    /// Whether `a ** b` is a complex number, in a program that has some.
    pub fn has_complex_power(&self, a: Value, b: Value) -> bool {
        let (Some(x), Some(y)) = (self.number(a), self.number(b)) else { return false };
        if !matches!(y, Number::Float(_)) || number::binary(BinaryOperator::Power, &x, &y) != Err(Fault::Complex) {
            return false;
        }
        let name = self.machine.common.names.get("vm_complex_power");
        let global = name.and_then(|name| self.program.global(crate::program::ModuleId(0), name));
        global.is_some_and(|global| self.machine.space.globals.get(global).is_bound())
    }

    /// `True & False` is a bool, as is any bit operation on two bools.
    fn truth_kept(&mut self, op: BinaryOperator, a: Value, b: Value, result: Number) -> Result<Value> {
        let bits = matches!(op, BinaryOperator::And | BinaryOperator::Or | BinaryOperator::Xor);
        match (a, b, &result) {
            (Value::Bool(_), Value::Bool(_), Number::Int(bit)) if bits => Ok(Value::bool(*bit != 0)),
            _ => self.number_value(result),
        }
    }

    /// Whether the value is an object of a class that is written in Python.
    pub fn has_own_operators(&self, value: Value) -> bool {
        self.machine.is_own(value)
    }

    /// `TypeError` for operands that the operator is not for.
    pub fn unsupported(&mut self, op: BinaryOperator, a: Value, b: Value, in_place: bool) -> Raise {
        let (x, y) = (self.class_name(a), self.class_name(b));
        let sequence = |value| self.is_text(value) || self.sequence_items(value).is_some();
        if op == BinaryOperator::Add && self.str_of(a).is_some() {
            return self.type_error(&format!("can only concatenate str (not \"{y}\") to str"));
        }
        let object = self.base_value(a).object().map(|id| self.object(id));
        let is_array = matches!(object, Some(crate::machine::state::object::Object::ByteArray(_)));
        if op == BinaryOperator::Add && (is_array || self.is_text(a)) {
            return self.type_error(&format!("can't concat {y} to {x}"));
        }
        if op == BinaryOperator::Add && self.sequence_items(a).is_some() {
            return self.type_error(&format!("can only concatenate {x} (not \"{y}\") to {x}"));
        }
        if op == BinaryOperator::Multiply && (sequence(a) || sequence(b)) {
            let other = if sequence(a) { y } else { x };
            return self.type_error(&format!("can't multiply sequence by non-int of type '{other}'"));
        }
        let mut symbol = op.symbol().to_owned();
        if in_place {
            symbol.push('=');
        } else if op == BinaryOperator::Power {
            symbol.replace_range(.., "** or pow()");
        }
        self.type_error(&format!("unsupported operand type(s) for {symbol}: '{x}' and '{y}'"))
    }

    /// The exception for what arithmetic cannot do.
    pub fn arithmetic_error(&mut self, fault: Fault) -> Raise {
        match fault {
            Fault::ZeroDivision(message) => self.error(class::ZERO_DIVISION_ERROR, message),
            Fault::TooLargeForFloat => self.error(class::OVERFLOW_ERROR, "int too large to convert to float"),
            Fault::TooLargeForDivision => {
                self.error(class::OVERFLOW_ERROR, "integer division result too large for a float")
            }
            Fault::FloatRange => {
                let message = match self.string("Numerical result out of range") {
                    Ok(message) => message,
                    Err(raise) => return raise,
                };
                self.exception(class::OVERFLOW_ERROR, &[Value::Int(34), message])
            }
            Fault::NegativeShift => self.value_error("negative shift count"),
            Fault::Unsupported => self.type_error("unsupported operand types"),
            Fault::ShiftTooLarge => self.error(class::OVERFLOW_ERROR, "too many digits in integer"),
            Fault::TooLarge => self.error(class::MEMORY_ERROR, "integer too large for raddle"),
            Fault::Complex => self.value_error("the result is a complex number, which raddle does not have"),
        }
    }

    /// The number that a value is.
    pub fn number(&self, value: Value) -> Option<Number> {
        match self.base_value(value) {
            Value::Int(number) => Some(Number::Int(number)),
            Value::Bool(truth) => Some(Number::Int(truth as i64)),
            Value::Float(real) => Some(Number::Float(real.number())),
            Value::Object(id) => match self.object(id) {
                Object::BigInt(number) => {
                    self.work(self.object(id).extent());
                    Some(Number::Big(number.as_ref().clone()))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// A number as a value.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn number_value(&mut self, number: Number) -> Result<Value> {
        match number {
            Number::Int(small) => Ok(Value::Int(small)),
            Number::Float(float) => Ok(Value::float(float)),
            Number::Big(big) => self.allocate(Object::BigInt(Arc::new(big))),
        }
    }

    /// `dst` = op `value`.
    pub fn unary(&mut self, op: UnaryOperator, value: Value, dst: Register) -> Result<Flow> {
        if self.has_own_operators(value) {
            let name = match op {
                UnaryOperator::Negative => well_known::NEG,
                UnaryOperator::Positive => well_known::POS,
                UnaryOperator::Invert => well_known::INVERT,
            };
            if let Some(function) = self.own_special(value, name) {
                return self.call_value(function, &[value], Then::Store(dst));
            }
        }
        let result = match (op, self.number(value)) {
            (UnaryOperator::Negative, Some(Number::Float(float))) => Number::Float(-float),
            (UnaryOperator::Negative, Some(number)) => {
                number::binary(BinaryOperator::Subtract, &Number::Int(0), &number).unwrap_or(number)
            }
            (UnaryOperator::Positive, Some(number)) => number,
            (UnaryOperator::Invert, Some(number @ (Number::Int(_) | Number::Big(_)))) => {
                number::binary(BinaryOperator::Subtract, &Number::Int(-1), &number).unwrap_or(number)
            }
            _ => {
                let symbol = match op {
                    UnaryOperator::Negative => "-",
                    UnaryOperator::Positive => "+",
                    UnaryOperator::Invert => "~",
                };
                let message = format!("bad operand type for unary {symbol}: '{}'", self.class_name(value));
                return Err(self.type_error(&message));
            }
        };
        let result = self.number_value(result)?;
        self.stack.set(dst, result);
        Ok(Flow::Next)
    }

    /// Delivers `a op b`.
    #[cold]
    #[inline(never)]
    pub fn compare(&mut self, op: CompareOperator, a: Value, b: Value, then: Then) -> Result<Flow> {
        match op {
            CompareOperator::Is => return self.deliver(then, Value::bool(a.is(b))),
            CompareOperator::IsNot => return self.deliver(then, Value::bool(!a.is(b))),
            CompareOperator::In | CompareOperator::NotIn => return self.contains(op, a, b, then),
            _ => {}
        }
        match self.compare_value(op, a, b) {
            Ok(holds) => self.deliver(then, Value::bool(holds)),
            Err(Raise::PYTHON) => {
                if let Some(holds) = self.quick_record_compare(op, a, b) {
                    return self.deliver(then, Value::bool(holds));
                }
                let function = match op {
                    CompareOperator::Equal => self.statics.library.equal,
                    CompareOperator::NotEqual => self.statics.library.not_equal,
                    _ => {
                        let (name, mirrored) = ordering_methods(op);
                        let (name, mirrored) = (self.string(name)?, self.string(mirrored)?);
                        let symbol = self.string(op.symbol())?;
                        let arguments = [a, b, name, mirrored, symbol];
                        return self.call_library(self.statics.library.order, &arguments, then);
                    }
                };
                self.call_library(function, &[a, b], then)
            }
            Err(raise) => Err(raise),
        }
    }

    /// `a op b` for builtin types.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when a class of the program has a say; `TypeError` when there is no order.
    pub fn compare_value(&mut self, op: CompareOperator, a: Value, b: Value) -> Result<bool> {
        match op {
            CompareOperator::Equal => self.machine.equal(a, b).ok_or(Raise::PYTHON),
            CompareOperator::NotEqual
                if self.machine.has_own(a, well_known::NE) || self.machine.has_own(b, well_known::NE) =>
            {
                Err(Raise::PYTHON)
            }
            CompareOperator::NotEqual => self.machine.equal(a, b).map(|same| !same).ok_or(Raise::PYTHON),
            _ => self.ordered(op, a, b),
        }
    }

    fn ordered(&mut self, op: CompareOperator, a: Value, b: Value) -> Result<bool> {
        match self.machine.order(a, b) {
            Order::Known(ordering) => Ok(op.holds_for(ordering)),
            Order::Subset(subset, superset) => Ok(match op {
                CompareOperator::Less => subset && !superset,
                CompareOperator::LessEqual => subset,
                CompareOperator::Greater => superset && !subset,
                _ => superset,
            }),
            Order::Python => Err(Raise::PYTHON),
            Order::None(x, y) => Err(self.not_ordered(op.symbol(), x, y)),
        }
    }

    /// `TypeError` for two values that have no order.
    pub fn not_ordered(&mut self, symbol: &str, a: Value, b: Value) -> Raise {
        let (a, b) = (self.class_name(a), self.class_name(b));
        self.type_error(&format!("'{symbol}' not supported between instances of '{a}' and '{b}'"))
    }

    /// Delivers `item in container`, or its negation.
    fn contains(&mut self, op: CompareOperator, item: Value, container: Value, then: Then) -> Result<Flow> {
        if self.quick_entry(container, item).is_some() {
            return self.deliver(then, Value::bool(op == CompareOperator::In));
        }
        match self.contains_value(item, container) {
            Ok(found) => self.deliver(then, Value::bool(found == (op == CompareOperator::In))),
            Err(Raise::PYTHON) => {
                let negate = Value::bool(op == CompareOperator::NotIn);
                self.call_library(self.statics.library.contains, &[item, container, negate], then)
            }
            Err(raise) => Err(raise),
        }
    }

    /// `item in container` for builtin containers.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when the program has to compare or to iterate.
    pub fn contains_value(&mut self, item: Value, container: Value) -> Result<bool> {
        if let Some(method) = self.own_special(container, well_known::CONTAINS) {
            if method == Value::None {
                let message = format!("'{}' object is not a container", self.class_name(container));
                return Err(self.type_error(&message));
            }
            return Err(Raise::PYTHON);
        }
        let base = self.base_value(container);
        let Value::Object(id) = base else { return Err(self.not_a_container(container)) };
        match self.object(id) {
            Object::Str(text) => {
                let text = text.shared();
                let Some(part) = self.text_of(item) else {
                    let class = self.class_name(item);
                    let message = format!("'in <string>' requires string as left operand, not {class}");
                    return Err(self.type_error(&message));
                };
                self.work(text.len() / effort::BYTES);
                Ok(memmem::find(text.as_bytes(), part.as_bytes()).is_some())
            }
            Object::Bytes(_) | Object::ByteArray(_) => self.is_in_bytes(container, item),
            Object::Dict(_) => self.find_key(id, item).map(|found| found.is_some()),
            Object::DictView { dict, kind: crate::machine::state::object::ViewKind::Keys } => {
                let dict = *dict;
                self.find_key(dict, item).map(|found| found.is_some())
            }
            Object::Iterator(_) => self.is_ahead(id, item),
            Object::Set(_) | Object::FrozenSet(_) => {
                let item = self.as_member(item)?;
                let hash = self.hash(item)?;
                let (Object::Set(set) | Object::FrozenSet(set)) = self.object(id) else { return Ok(false) };
                self.find_in_set(set, hash, item).map(|found| found.is_some())
            }
            Object::Range(_) | Object::LongRange(_) if self.machine.is_own(item) => Err(Raise::PYTHON),
            Object::Range(range) => Ok(self.place_in(**range, item).is_some()),
            Object::LongRange(range) => Ok(self.place_in_long(range, item).is_some()),
            Object::Instance(_) | Object::Generator(_) => Err(Raise::PYTHON),
            _ => {
                let items = self.collect(container).map_err(|raise| self.or_not_a_container(container, raise))?;
                let mut found = Ok(false);
                let mut looked = 0;
                while looked < items.len() && found == Ok(false) {
                    let known = items[looked];
                    looked += 1;
                    found =
                        if known.is(item) { Ok(true) } else { self.machine.equal(known, item).ok_or(Raise::PYTHON) };
                }
                self.work(looked);
                found
            }
        }
    }

    fn or_not_a_container(&mut self, container: Value, raise: Raise) -> Raise {
        if raise.as_exception().is_some() { self.not_a_container(container) } else { raise }
    }

    /// `TypeError` for what nothing can be in.
    pub fn not_a_container(&mut self, value: Value) -> Raise {
        let message = format!("argument of type '{}' is not iterable", self.class_name(value));
        self.type_error(&message)
    }

    /// The place of a key in a dict.
    ///
    /// # Errors
    /// When it cannot be hashed, or only by the program.
    pub fn find_key(&mut self, dict: crate::machine::state::value::ObjectId, key: Value) -> Result<Option<usize>> {
        let hash = self.hash(key)?;
        match self.object(dict) {
            Object::Dict(dict) => self.find_in_dict(dict, hash, key),
            _ => Ok(None),
        }
    }

    /// As [`Self::truth`], for what a call returned: if others can change it, the library looks at it by an instruction of
    /// its own.
    pub fn truth_of_result(&mut self, value: Value, then: Then) -> Result<Flow> {
        if self.concurrent && self.is_truth_watched(value) {
            return self.call_library(self.statics.library.truth, &[value], then);
        }
        self.truth(value, then)
    }

    /// Delivers the truth of a value, to be negated or to decide on a jump.
    pub fn truth(&mut self, value: Value, then: Then) -> Result<Flow> {
        let Some(truth) = self.machine.truth(value) else {
            return self.call_library(self.statics.library.truth, &[value], then);
        };
        match then {
            Then::Branch { when, target } => {
                if truth == when {
                    self.stack.top_mut().at = target;
                }
                Ok(Flow::Frame)
            }
            Then::Not(dst) => {
                self.stack.set(dst, Value::bool(!truth));
                Ok(Flow::Next)
            }
            other => self.deliver(other, Value::bool(truth)),
        }
    }
}

/// How two values of builtin types are ordered.
pub enum Order {
    /// So; `None` when neither is less, equal or greater.
    Known(Option<Ordering>),
    /// As sets: whether the first is a subset, and whether it is a superset.
    Subset(bool, bool),
    /// The program decides.
    Python,
    /// They have no order: these two values are to blame.
    None(Value, Value),
}

/// The method of an ordering, and that of its mirror image.
fn ordering_methods(op: CompareOperator) -> (&'static str, &'static str) {
    match op {
        CompareOperator::Less => ("__lt__", "__gt__"),
        CompareOperator::LessEqual => ("__le__", "__ge__"),
        CompareOperator::Greater => ("__gt__", "__lt__"),
        _ => ("__ge__", "__le__"),
    }
}
