//! Expressions. Each leaves its value in a register: a local's own, or a temporary.

use std::sync::Arc;

use num_bigint::BigInt;
use ruff_python_ast::{self as ast, Expr, Number, Operator};

use super::{
    body::{Binding, Body, span},
    span_of,
};
use crate::{
    program::{BinaryOperator, CompareOperator, Constant, Instruction, Register, UnaryOperator},
    source::Span,
};

impl Body<'_, '_> {
    /// The register that holds the value: the local's own for a local, else a fresh one.
    pub fn expression(&mut self, expression: &Expr) -> Register {
        if let Expr::Name(name) = expression
            && let Binding::Local(local) = self.binding(&name.id)
        {
            self.check_bound(local, span(name));
            return local;
        }
        self.fresh(expression)
    }

    /// A fresh register that holds the value.
    pub fn fresh(&mut self, expression: &Expr) -> Register {
        let dst = self.temporary();
        self.expression_into(expression, dst);
        dst
    }

    /// Evaluates into the register. Temporaries taken on the way are released.
    pub fn expression_into(&mut self, expression: &Expr, dst: Register) {
        let height = self.function.emitter.height();
        let at = span(expression);
        match expression {
            Expr::Name(name) => self.load_name(&name.id, dst, at),
            Expr::NumberLiteral(number) => self.number(number, dst),
            Expr::StringLiteral(text) => {
                self.constant_into(Constant::Str(Arc::from(text.value.to_str())), dst, at);
            }
            Expr::BytesLiteral(bytes) => {
                let bytes: Vec<u8> = bytes.value.bytes().collect();
                self.constant_into(Constant::Bytes(Arc::from(bytes)), dst, at);
            }
            Expr::BooleanLiteral(truth) => self.constant_into(Constant::Bool(truth.value), dst, at),
            Expr::NoneLiteral(_) => self.constant_into(Constant::None, dst, at),
            Expr::EllipsisLiteral(_) => self.constant_into(Constant::Ellipsis, dst, at),
            Expr::FString(text) => self.f_string(text, dst),
            Expr::BinOp(operation) => self.binary(operation, dst),
            Expr::UnaryOp(operation) => self.unary(operation, dst),
            Expr::BoolOp(_) | Expr::Compare(_) | Expr::If(_) => self.branching(expression, dst),
            Expr::Named(named) => self.named(named, dst),
            Expr::Call(call) => self.call(call, dst),
            Expr::Attribute(attribute) => {
                if self.builtins_member(&attribute.value, &attribute.attr.id, dst, at) {
                    return;
                }
                if let Some(global) = self.module_member(&attribute.value, &attribute.attr.id, at) {
                    return self.emit(Instruction::LoadGlobal { dst, global }, at);
                }
                let object = self.expression(&attribute.value);
                let name = self.attribute_name(&attribute.attr.id);
                self.emit(Instruction::GetAttribute { dst, object, name }, at);
            }
            Expr::Subscript(subscript) => {
                let object = self.operand(&subscript.value, &subscript.slice);
                let index = self.expression(&subscript.slice);
                self.emit(Instruction::GetItem { dst, object, index }, at);
                let bracket = Span::new(span(&*subscript.value).end, span(&*subscript.slice).end + 1);
                self.function.emitter.anchor(bracket);
            }
            Expr::Slice(slice) => self.slice(slice, dst),
            Expr::List(list) => self.list(&list.elts, dst, at),
            Expr::Tuple(tuple) => self.tuple(&tuple.elts, dst, at),
            Expr::Set(set) => self.set(&set.elts, dst, at),
            Expr::Dict(dict) => self.dict(dict, dst),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                self.comprehension(expression, dst);
            }
            Expr::Lambda(lambda) => self.lambda(lambda, dst),
            Expr::Yield(hand_out) => self.yield_value(hand_out, dst),
            Expr::YieldFrom(delegate) => self.yield_from(delegate, dst),
            Expr::Await(awaited) => self.await_expression(awaited, dst),
            // Refused by `check`, or only met inside a call or an assignment.
            Expr::Starred(_) | Expr::TString(_) | Expr::IpyEscapeCommand(_) => {
                self.constant_into(Constant::None, dst, at);
            }
        }
        self.function.emitter.release(height);
    }

    /// Evaluates for its effects alone.
    pub fn effect(&mut self, expression: &Expr) {
        let height = self.function.emitter.height();
        self.expression(expression);
        self.function.emitter.release(height);
    }

    /// The first operand of two: copied if the second one may bind the local that it is.
    pub fn operand(&mut self, first: &Expr, second: &Expr) -> Register {
        if matches!(first, Expr::Name(_)) && binds_names(second) { self.fresh(first) } else { self.expression(first) }
    }

    fn number(&mut self, number: &ast::ExprNumberLiteral, dst: Register) {
        let constant = match &number.value {
            Number::Int(int) => match int.as_i64() {
                Some(small) => Constant::Int(small),
                None => Constant::BigInt(Arc::new(big(&int.to_string()))),
            },
            Number::Float(float) => Constant::Float(*float),
            Number::Complex { imag, .. } => {
                let (at, imag) = (span(number), Constant::Float(*imag));
                return self.library_call("vm_imaginary", dst, at, |this, register| {
                    this.constant_into(imag, register, at);
                });
            }
        };
        self.constant_into(constant, dst, span(number));
    }

    fn binary(&mut self, operation: &ast::ExprBinOp, dst: Register) {
        let op = binary_operator(operation.op);
        let a = self.operand(&operation.left, &operation.right);
        self.operate(op, dst, a, &operation.right, span(operation));
        let operator = self.operator_span(span(&*operation.left).end, span(&*operation.right).start);
        self.function.emitter.anchor(operator);
    }

    /// The operator between two operands, as CPython's traceback points at it: at most two characters.
    fn operator_span(&self, from: u32, to: u32) -> Span {
        let between = self.unit.source_slice(self.module, Span::new(from, to));
        let offset = (between.len() - between.trim_start().len()) as u32;
        let second = between.trim_start().chars().nth(1).is_some_and(|c| !c.is_whitespace());
        Span::new(from + offset, from + offset + 1 + u32::from(second))
    }

    /// `dst` = `a` op the expression, with the short forms for small integers.
    pub fn operate(&mut self, op: BinaryOperator, dst: Register, a: Register, right: &Expr, at: Span) {
        if let Some(value) = small_int(right) {
            self.emit(
                match op {
                    BinaryOperator::Add => Instruction::AddInt { dst, a, value },
                    BinaryOperator::Subtract => Instruction::SubtractInt { dst, a, value },
                    _ => Instruction::BinaryInt { op, dst, a, value },
                },
                at,
            );
            return;
        }
        let b = self.expression(right);
        self.emit(
            match op {
                BinaryOperator::Add => Instruction::Add { dst, a, b },
                BinaryOperator::Subtract => Instruction::Subtract { dst, a, b },
                BinaryOperator::Multiply => Instruction::Multiply { dst, a, b },
                _ => Instruction::Binary { op, dst, a, b },
            },
            at,
        );
    }

    fn unary(&mut self, operation: &ast::ExprUnaryOp, dst: Register) {
        let at = span(operation);
        let op = match operation.op {
            ast::UnaryOp::Not => {
                let src = self.expression(&operation.operand);
                return self.emit(Instruction::Not { dst, src }, at);
            }
            ast::UnaryOp::USub => UnaryOperator::Negative,
            ast::UnaryOp::UAdd => UnaryOperator::Positive,
            ast::UnaryOp::Invert => UnaryOperator::Invert,
        };
        if let Some(constant) = negative_literal(operation) {
            return self.constant_into(constant, dst, at);
        }
        let src = self.expression(&operation.operand);
        self.emit(Instruction::Unary { op, dst, src }, at);
    }

    fn named(&mut self, named: &ast::ExprNamed, dst: Register) {
        self.expression_into(&named.value, dst);
        if let Expr::Name(name) = &*named.target {
            self.store_name(&name.id, dst, span(named));
        }
    }

    fn slice(&mut self, slice: &ast::ExprSlice, dst: Register) {
        let base = self.function.emitter.temporaries(3);
        let parts = [&slice.lower, &slice.upper, &slice.step];
        for (at, part) in parts.into_iter().enumerate() {
            let part_dst = Register(base.0 + at as u16);
            match part {
                Some(part) => self.expression_into(part, part_dst),
                None => self.constant_into(Constant::None, part_dst, span(slice)),
            }
        }
        self.emit(Instruction::BuildSlice { dst, base }, span(slice));
    }

    /// Evaluates into consecutive fresh registers; returns the first.
    pub fn row(&mut self, items: &[Expr]) -> Register {
        let base = self.function.emitter.temporaries(items.len());
        for (at, item) in items.iter().enumerate() {
            self.expression_into(item, Register(base.0.saturating_add(at as u16)));
        }
        base
    }

    /// A list display, with or without stars.
    pub fn list(&mut self, items: &[Expr], dst: Register, at: Span) {
        let plain = items.iter().position(Expr::is_starred_expr).unwrap_or(items.len());
        let (plain, rest) = items.split_at(plain);
        // The list is built beside `dst`: an item may use the variable that is being assigned.
        let list = if rest.is_empty() { dst } else { self.temporary() };
        let base = self.row(plain);
        self.emit(Instruction::BuildList { dst: list, base, count: plain.len() as u16 }, at);
        for item in rest {
            self.with_value(starred(item), |this, value| {
                let instruction = match item {
                    Expr::Starred(_) => Instruction::ListExtend { list, iterable: value },
                    _ => Instruction::ListAppend { list, value },
                };
                this.emit(instruction, span(item));
            });
        }
        if list != dst {
            self.emit(Instruction::Move { dst, src: list }, at);
        }
    }

    /// A tuple display, with or without stars.
    pub fn tuple(&mut self, items: &[Expr], dst: Register, at: Span) {
        if let Some(constant) = constant_tuple(items) {
            return self.constant_into(constant, dst, at);
        }
        if items.iter().any(Expr::is_starred_expr) {
            let list = self.temporary();
            self.list(items, list, at);
            return self.emit(Instruction::ListToTuple { dst, list }, at);
        }
        let base = self.row(items);
        self.emit(Instruction::BuildTuple { dst, base, count: items.len() as u16 }, at);
    }

    fn set(&mut self, items: &[Expr], dst: Register, at: Span) {
        let plain = items.iter().position(Expr::is_starred_expr).unwrap_or(items.len());
        let (plain, rest) = items.split_at(plain);
        let set = if rest.is_empty() { dst } else { self.temporary() };
        let base = self.row(plain);
        let copied = rest.is_empty() && plain.len() > 2 && constant_tuple(plain).is_some();
        let first = if copied { self.temporary() } else { set };
        self.emit(Instruction::BuildSet { dst: first, base, count: plain.len() as u16 }, at);
        if copied {
            self.copied_set(first, set, at);
        }
        for item in rest {
            self.with_value(starred(item), |this, value| {
                let instruction = match item {
                    Expr::Starred(_) => Instruction::SetUpdate { set, iterable: value },
                    _ => Instruction::SetAdd { set, value },
                };
                this.emit(instruction, span(item));
            });
        }
        if set != dst {
            self.emit(Instruction::Move { dst, src: set }, at);
        }
    }

    /// A set of constants comes out of CPython in an order that shows how it was made: a frozen set of them was built
    /// anew from its members (`merge_consts_recursive` in `Python/compile.c`), and the set is a copy of that.
    fn copied_set(&mut self, first: Register, set: Register, at: Span) {
        let (list, second) = (self.temporary(), self.temporary());
        self.emit(Instruction::BuildList { dst: list, base: list, count: 0 }, at);
        self.emit(Instruction::ListExtend { list, iterable: first }, at);
        for (set, iterable) in [(second, list), (set, second)] {
            self.emit(Instruction::BuildSet { dst: set, base: set, count: 0 }, at);
            self.emit(Instruction::SetUpdate { set, iterable }, at);
        }
    }

    fn dict(&mut self, dict: &ast::ExprDict, dst: Register) {
        let at = span(dict);
        let plain = dict.items.iter().position(|item| item.key.is_none()).unwrap_or(dict.items.len());
        let (plain, rest) = dict.items.split_at(plain);
        let target = if rest.is_empty() { dst } else { self.temporary() };
        let base = self.function.emitter.temporaries(plain.len() * 2);
        for (row, item) in plain.iter().enumerate() {
            let key = Register(base.0.saturating_add(row as u16 * 2));
            if let Some(expression) = &item.key {
                self.expression_into(expression, key);
            }
            self.expression_into(&item.value, Register(key.0.saturating_add(1)));
        }
        self.emit(Instruction::BuildDict { dst: target, base, count: plain.len() as u16 }, at);
        for item in rest {
            let height = self.function.emitter.height();
            match &item.key {
                Some(key) => {
                    let key = self.operand(key, &item.value);
                    let value = self.expression(&item.value);
                    self.emit(Instruction::DictInsert { dict: target, key, value }, at);
                }
                None => {
                    let mapping = self.expression(&item.value);
                    self.emit(Instruction::DictUpdate { dict: target, mapping, call: false }, span(&item.value));
                }
            }
            self.function.emitter.release(height);
        }
        if target != dst {
            self.emit(Instruction::Move { dst, src: target }, at);
        }
    }
}

/// The expression under a star.
pub fn starred(expression: &Expr) -> &Expr {
    match expression {
        Expr::Starred(starred) => &starred.value,
        plain => plain,
    }
}

/// Whether evaluating the expression can bind a name of the same function.
fn binds_names(expression: &Expr) -> bool {
    ast::helpers::any_over_expr(expression, Expr::is_named_expr)
}

/// The operand of the short instructions.
pub fn small_int(expression: &Expr) -> Option<i16> {
    let Expr::NumberLiteral(number) = expression else { return None };
    let Number::Int(int) = &number.value else { return None };
    i16::try_from(int.as_i64()?).ok()
}

/// `-5` as one constant.
fn negative_literal(operation: &ast::ExprUnaryOp) -> Option<Constant> {
    let Expr::NumberLiteral(number) = &*operation.operand else { return None };
    match (operation.op, &number.value) {
        (ast::UnaryOp::USub, Number::Int(int)) => int.as_i64()?.checked_neg().map(Constant::Int),
        (ast::UnaryOp::USub, Number::Float(float)) => Some(Constant::Float(-float)),
        _ => None,
    }
}

/// A tuple of literals as one constant; an empty one too.
fn constant_tuple(items: &[Expr]) -> Option<Constant> {
    items.iter().map(literal).collect::<Option<Vec<_>>>().map(Constant::Tuple)
}

/// A literal as a constant.
pub fn literal(expression: &Expr) -> Option<Constant> {
    match expression {
        Expr::NumberLiteral(number) => match &number.value {
            Number::Int(int) => int.as_i64().map(Constant::Int),
            Number::Float(float) => Some(Constant::Float(*float)),
            Number::Complex { .. } => None,
        },
        Expr::StringLiteral(text) => Some(Constant::Str(Arc::from(text.value.to_str()))),
        Expr::BooleanLiteral(truth) => Some(Constant::Bool(truth.value)),
        Expr::NoneLiteral(_) => Some(Constant::None),
        Expr::Tuple(tuple) => constant_tuple(&tuple.elts),
        Expr::UnaryOp(operation) => negative_literal(operation),
        _ => None,
    }
}

/// The value of an integer literal as the parser prints it: decimal, or with a prefix.
pub(super) fn big(text: &str) -> BigInt {
    let text = text.replace('_', "");
    let (digits, radix) = match text.get(..2) {
        Some("0x" | "0X") => (&text[2..], 16),
        Some("0o" | "0O") => (&text[2..], 8),
        Some("0b" | "0B") => (&text[2..], 2),
        _ => (&text[..], 10),
    };
    BigInt::parse_bytes(digits.as_bytes(), radix).unwrap_or_default()
}

/// The instruction set's name for an operator of the tree.
pub fn binary_operator(op: Operator) -> BinaryOperator {
    match op {
        Operator::Add => BinaryOperator::Add,
        Operator::Sub => BinaryOperator::Subtract,
        Operator::Mult => BinaryOperator::Multiply,
        Operator::Div => BinaryOperator::Divide,
        Operator::FloorDiv => BinaryOperator::FloorDivide,
        Operator::Mod => BinaryOperator::Modulo,
        Operator::Pow => BinaryOperator::Power,
        Operator::LShift => BinaryOperator::ShiftLeft,
        Operator::RShift => BinaryOperator::ShiftRight,
        Operator::BitAnd => BinaryOperator::And,
        Operator::BitOr => BinaryOperator::Or,
        Operator::BitXor => BinaryOperator::Xor,
        Operator::MatMult => BinaryOperator::MatrixMultiply,
    }
}

/// The instruction set's name for a comparison of the tree.
pub fn compare_operator(op: ast::CmpOp) -> CompareOperator {
    match op {
        ast::CmpOp::Eq => CompareOperator::Equal,
        ast::CmpOp::NotEq => CompareOperator::NotEqual,
        ast::CmpOp::Lt => CompareOperator::Less,
        ast::CmpOp::LtE => CompareOperator::LessEqual,
        ast::CmpOp::Gt => CompareOperator::Greater,
        ast::CmpOp::GtE => CompareOperator::GreaterEqual,
        ast::CmpOp::Is => CompareOperator::Is,
        ast::CmpOp::IsNot => CompareOperator::IsNot,
        ast::CmpOp::In => CompareOperator::In,
        ast::CmpOp::NotIn => CompareOperator::NotIn,
    }
}

/// The span of a statement's target together with its value.
pub fn cover(from: ruff_text_size::TextRange, to: ruff_text_size::TextRange) -> Span {
    span_of(from).to(span_of(to))
}
