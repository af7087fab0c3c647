//! The tree of a text under CPython's names: its expressions. Tests: `tests/programs/modules/ast_*.py`.

use std::sync::Arc;

use ruff_python_ast::{
    self as ast, BoolOp, CmpOp, ConversionFlag, Expr, ExprContext, FStringPart, InterpolatedStringElement, Number,
    Operator, UnaryOp,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::{body::span, expression::big, tree::Rows};
use crate::program::Constant;

impl Rows<'_> {
    /// An expression that may not be there.
    pub fn optional(&mut self, expression: Option<&Expr>) {
        match expression {
            Some(expression) => self.expression(expression),
            None => self.none(),
        }
    }

    /// An expression.
    #[expect(clippy::too_many_lines, reason = "one arm an expression")]
    pub fn expression(&mut self, expression: &Expr) {
        let range = expression.range();
        let (kind, count) = match expression {
            Expr::NumberLiteral(number) => {
                self.literal_number(&number.value);
                self.none();
                ("Constant", 2)
            }
            Expr::StringLiteral(text) => {
                self.text(text.value.to_str());
                self.kind(text.value.is_unicode());
                ("Constant", 2)
            }
            Expr::BytesLiteral(bytes) => {
                let bytes: Vec<u8> = bytes.value.bytes().collect();
                self.constant(Constant::Bytes(Arc::from(bytes)));
                self.none();
                ("Constant", 2)
            }
            Expr::BooleanLiteral(truth) => {
                self.constant(Constant::Bool(truth.value));
                self.none();
                ("Constant", 2)
            }
            Expr::NoneLiteral(_) => {
                self.none();
                self.none();
                ("Constant", 2)
            }
            Expr::EllipsisLiteral(_) => {
                self.constant(Constant::Ellipsis);
                self.none();
                ("Constant", 2)
            }
            Expr::FString(text) => return self.f_string(text),
            Expr::BoolOp(operation) => {
                self.node(if operation.op == BoolOp::And { "And" } else { "Or" }, 0, None);
                self.expressions(&operation.values);
                ("BoolOp", 2)
            }
            Expr::Named(named) => {
                self.expression(&named.target);
                self.expression(&named.value);
                ("NamedExpr", 2)
            }
            Expr::BinOp(operation) => {
                self.expression(&operation.left);
                self.operator(operation.op);
                self.expression(&operation.right);
                ("BinOp", 3)
            }
            Expr::UnaryOp(operation) => {
                let operator = match operation.op {
                    UnaryOp::Invert => "Invert",
                    UnaryOp::Not => "Not",
                    UnaryOp::UAdd => "UAdd",
                    UnaryOp::USub => "USub",
                };
                self.node(operator, 0, None);
                self.expression(&operation.operand);
                ("UnaryOp", 2)
            }
            Expr::Lambda(lambda) => {
                self.parameters(lambda.parameters.as_deref());
                self.expression(&lambda.body);
                ("Lambda", 2)
            }
            Expr::If(choice) => {
                self.expression(&choice.test);
                self.expression(&choice.body);
                self.expression(&choice.orelse);
                ("IfExp", 3)
            }
            Expr::Dict(dict) => {
                self.each(&dict.items, |rows, item| rows.optional(item.key.as_ref()));
                self.each(&dict.items, |rows, item| rows.expression(&item.value));
                ("Dict", 2)
            }
            Expr::Set(set) => {
                self.expressions(&set.elts);
                ("Set", 1)
            }
            Expr::ListComp(made) => {
                self.expression(&made.elt);
                self.generators(&made.generators);
                ("ListComp", 2)
            }
            Expr::SetComp(made) => {
                self.expression(&made.elt);
                self.generators(&made.generators);
                ("SetComp", 2)
            }
            Expr::DictComp(made) => {
                let Some(key) = &made.key else { return self.newer(span(expression)) };
                self.expression(key);
                self.expression(&made.value);
                self.generators(&made.generators);
                ("DictComp", 3)
            }
            Expr::Generator(made) => return self.generator(made, range),
            Expr::Await(wait) => {
                self.expression(&wait.value);
                ("Await", 1)
            }
            Expr::Yield(given) => {
                self.optional(given.value.as_deref());
                ("Yield", 1)
            }
            Expr::YieldFrom(given) => {
                self.expression(&given.value);
                ("YieldFrom", 1)
            }
            Expr::Compare(compare) => {
                self.expression(&compare.left);
                self.each(&compare.ops, |rows, &op| rows.node(comparison(op), 0, None));
                self.expressions(&compare.comparators);
                ("Compare", 3)
            }
            Expr::Call(call) => {
                self.expression(&call.func);
                self.arguments(&call.arguments);
                ("Call", 3)
            }
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value);
                self.text(&attribute.attr.id);
                self.context(attribute.ctx);
                ("Attribute", 3)
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value);
                self.expression(&subscript.slice);
                self.context(subscript.ctx);
                ("Subscript", 3)
            }
            Expr::Starred(starred) => {
                self.expression(&starred.value);
                self.context(starred.ctx);
                ("Starred", 2)
            }
            Expr::Name(name) => {
                self.text(&name.id);
                self.context(name.ctx);
                ("Name", 2)
            }
            Expr::List(list) => {
                self.expressions(&list.elts);
                self.context(list.ctx);
                ("List", 2)
            }
            Expr::Tuple(tuple) => {
                self.expressions(&tuple.elts);
                self.context(tuple.ctx);
                ("Tuple", 2)
            }
            Expr::Slice(slice) => {
                self.optional(slice.lower.as_deref());
                self.optional(slice.upper.as_deref());
                self.optional(slice.step.as_deref());
                ("Slice", 3)
            }
            Expr::TString(_) | Expr::IpyEscapeCommand(_) => return self.newer(span(expression)),
        };
        self.node(kind, count, Some(range));
    }

    fn literal_number(&mut self, number: &Number) {
        match number {
            Number::Int(int) => self.constant(match int.as_i64() {
                Some(small) => Constant::Int(small),
                None => Constant::BigInt(Arc::new(big(&int.to_string()))),
            }),
            Number::Float(float) => self.constant(Constant::Float(*float)),
            Number::Complex { imag, .. } => {
                self.constant(Constant::Float(*imag));
                self.imaginary();
            }
        }
    }

    /// `u` stands before the text, or nothing.
    fn kind(&mut self, is_marked: bool) {
        if is_marked { self.text("u") } else { self.none() }
    }

    /// What is done with a place.
    fn context(&mut self, context: ExprContext) {
        let kind = match context {
            ExprContext::Load | ExprContext::Invalid => "Load",
            ExprContext::Store => "Store",
            ExprContext::Del => "Del",
        };
        self.node(kind, 0, None);
    }

    /// An operator between two values.
    pub fn operator(&mut self, operator: Operator) {
        let kind = match operator {
            Operator::Add => "Add",
            Operator::Sub => "Sub",
            Operator::Mult => "Mult",
            Operator::MatMult => "MatMult",
            Operator::Div => "Div",
            Operator::Mod => "Mod",
            Operator::Pow => "Pow",
            Operator::LShift => "LShift",
            Operator::RShift => "RShift",
            Operator::BitOr => "BitOr",
            Operator::BitXor => "BitXor",
            Operator::BitAnd => "BitAnd",
            Operator::FloorDiv => "FloorDiv",
        };
        self.node(kind, 0, None);
    }

    fn generators(&mut self, generators: &[ast::Comprehension]) {
        self.each(generators, |rows, generator| {
            rows.expression(&generator.target);
            rows.expression(&generator.iter);
            rows.expressions(&generator.ifs);
            rows.number(i64::from(generator.is_async));
            rows.node("comprehension", 4, None);
        });
    }

    fn generator(&mut self, made: &ast::ExprGenerator, range: TextRange) {
        self.expression(&made.elt);
        self.generators(&made.generators);
        self.node("GeneratorExp", 2, Some(range));
    }

    /// The arguments of a call, or the bases of a class: two lists. A generator that is the only one has the brackets of the call.
    pub fn arguments(&mut self, arguments: &ast::Arguments) {
        match &arguments.args[..] {
            [Expr::Generator(only)] if !only.parenthesized => {
                self.generator(only, arguments.range);
                self.list(1);
            }
            all => self.expressions(all),
        }
        self.each(&arguments.keywords, |rows, keyword| {
            rows.name(keyword.arg.as_ref());
            rows.expression(&keyword.value);
            rows.node("keyword", 2, Some(keyword.range));
        });
    }

    /// The parameters of a function.
    pub fn parameters(&mut self, parameters: Option<&ast::Parameters>) {
        let none = ast::Parameters::default();
        let parameters = parameters.unwrap_or(&none);
        self.each(&parameters.posonlyargs, |rows, one| rows.parameter(&one.parameter));
        self.each(&parameters.args, |rows, one| rows.parameter(&one.parameter));
        self.perhaps(parameters.vararg.as_deref());
        self.each(&parameters.kwonlyargs, |rows, one| rows.parameter(&one.parameter));
        self.each(&parameters.kwonlyargs, |rows, one| rows.optional(one.default.as_deref()));
        self.perhaps(parameters.kwarg.as_deref());
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        self.each(positional.filter_map(|one| one.default.as_deref()), Self::expression);
        self.node("arguments", 7, None);
    }

    fn perhaps(&mut self, parameter: Option<&ast::Parameter>) {
        match parameter {
            Some(parameter) => self.parameter(parameter),
            None => self.none(),
        }
    }

    fn parameter(&mut self, parameter: &ast::Parameter) {
        self.text(&parameter.name.id);
        self.optional(parameter.annotation.as_deref());
        self.none();
        self.node("arg", 3, Some(TextRange::new(parameter.name.start(), parameter.end())));
    }

    /// All that stands side by side is one; texts beside each other are one, and have the place of the whole.
    fn f_string(&mut self, text: &ast::ExprFString) {
        let first = text.value.as_slice().first();
        let is_marked = matches!(first, Some(FStringPart::Literal(literal)) if literal.flags.prefix().is_unicode());
        let range = text.range;
        let mut whole = Joined { range, part: range, is_marked, pending: String::new(), count: 0 };
        for part in &text.value {
            match part {
                FStringPart::Literal(literal) => whole.pending.push_str(&literal.value),
                FStringPart::FString(inner) => {
                    whole.part = inner.range;
                    self.elements(&inner.elements, &mut whole);
                }
            }
        }
        whole.part = range;
        self.joined(whole);
    }

    fn elements(&mut self, elements: &ast::InterpolatedStringElements, whole: &mut Joined) {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => whole.pending.push_str(&literal.value),
                InterpolatedStringElement::Interpolation(value) => self.interpolation(value, whole),
            }
        }
    }

    fn interpolation(&mut self, element: &ast::InterpolatedElement, whole: &mut Joined) {
        if let Some(debug) = &element.debug_text {
            whole.pending.push_str(debug.as_str());
        }
        self.flush(whole, whole.range);
        match &*element.expression {
            Expr::Tuple(tuple) if !tuple.parenthesized => self.bare_tuple(tuple, element.start()),
            other => self.expression(other),
        }
        let plain = element.format_spec.is_none() && element.debug_text.is_some();
        self.number(match element.conversion {
            ConversionFlag::None if plain => i64::from(b'r'),
            given => given.to_byte().map_or(-1, i64::from),
        });
        match &element.format_spec {
            Some(spec) => {
                let mut inner = Joined { pending: String::new(), count: 0, ..*whole };
                self.elements(&spec.elements, &mut inner);
                self.joined(inner);
            }
            None => self.none(),
        }
        self.node("FormattedValue", 3, Some(whole.range));
        whole.count += 1;
    }

    /// CPython 3.11 reads what stands in braces as if it stood in brackets, which are a tuple's own.
    fn bare_tuple(&mut self, tuple: &ast::ExprTuple, start: TextSize) {
        self.expressions(&tuple.elts);
        self.context(tuple.ctx);
        let end = self.behind_space(tuple.end()) + TextSize::from(1);
        self.node("Tuple", 2, Some(TextRange::new(start, end)));
    }

    fn flush(&mut self, whole: &mut Joined, range: TextRange) {
        if whole.pending.is_empty() {
            return;
        }
        self.text(&std::mem::take(&mut whole.pending));
        self.kind(whole.is_marked);
        self.node("Constant", 2, Some(range));
        whole.count += 1;
    }

    fn joined(&mut self, mut whole: Joined) {
        let part = whole.part;
        self.flush(&mut whole, part);
        self.list(whole.count);
        self.node("JoinedStr", 1, Some(part));
    }
}

/// An f-string as far as it is written down.
struct Joined {
    range: TextRange,
    /// Of strings side by side the one that is being written: the place of a format specification and of the text at its end.
    part: TextRange,
    is_marked: bool,
    pending: String,
    count: usize,
}

fn comparison(operator: CmpOp) -> &'static str {
    match operator {
        CmpOp::Eq => "Eq",
        CmpOp::NotEq => "NotEq",
        CmpOp::Lt => "Lt",
        CmpOp::LtE => "LtE",
        CmpOp::Gt => "Gt",
        CmpOp::GtE => "GtE",
        CmpOp::Is => "Is",
        CmpOp::IsNot => "IsNot",
        CmpOp::In => "In",
        CmpOp::NotIn => "NotIn",
    }
}
