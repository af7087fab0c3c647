//! Conditions: `and`, `or`, `not`, comparisons and conditional expressions, as values and as jumps.

use ruff_python_ast::{self as ast, Expr};

use super::{
    body::{Body, span},
    expression::{compare_operator, small_int},
};
use crate::program::{CompareOperator, Instruction, Label, Register};

impl Body<'_, '_> {
    /// `and`, `or`, a comparison or a conditional expression as a value.
    pub fn branching(&mut self, expression: &Expr, dst: Register) {
        match expression {
            Expr::BoolOp(operation) => self.bool_value(operation, dst),
            Expr::Compare(compare) => self.comparison(compare, dst),
            Expr::If(choice) => self.conditional(choice, dst),
            _ => debug_assert!(false, "only expressions that branch"),
        }
    }

    fn bool_value(&mut self, operation: &ast::ExprBoolOp, dst: Register) {
        let Some((first, rest)) = operation.values.split_first() else { return };
        let done = self.function.emitter.label();
        // A local that is both target and operand must not change before the whole is known.
        let value = self.temporary();
        self.expression_into(first, value);
        self.perhaps(|this| {
            for next in rest {
                let jump = match operation.op {
                    ast::BoolOp::And => Instruction::JumpIfNot { condition: value, target: done },
                    ast::BoolOp::Or => Instruction::JumpIf { condition: value, target: done },
                };
                this.emit(jump, span(operation));
                this.expression_into(next, value);
            }
        });
        self.function.emitter.place(done);
        self.emit(Instruction::Move { dst, src: value }, span(operation));
    }

    fn comparison(&mut self, compare: &ast::ExprCompare, dst: Register) {
        let at = span(compare);
        if let [right] = &*compare.comparators {
            let a = self.operand(&compare.left, right);
            let b = self.expression(right);
            let op = compare_operator(compare.ops[0]);
            return self.emit(Instruction::Compare { op, dst, a, b }, at);
        }
        let done = self.function.emitter.label();
        let result = self.temporary();
        let mut a = self.fresh(&compare.left);
        for (position, (op, right)) in compare.ops.iter().zip(&compare.comparators).enumerate() {
            if position > 0 {
                self.emit(Instruction::JumpIfNot { condition: result, target: done }, at);
            }
            let b = self.fresh(right);
            let op = compare_operator(*op);
            self.emit(Instruction::Compare { op, dst: result, a, b }, at);
            a = b;
        }
        self.function.emitter.place(done);
        self.emit(Instruction::Move { dst, src: result }, at);
    }

    fn conditional(&mut self, choice: &ast::ExprIf, dst: Register) {
        let (otherwise, done) = (self.function.emitter.label(), self.function.emitter.label());
        self.jump_unless(&choice.test, otherwise);
        let value = self.temporary();
        self.either(
            |this| {
                this.expression_into(&choice.body, value);
                this.emit(Instruction::Jump { target: done }, span(choice));
                this.function.emitter.place(otherwise);
            },
            |this| this.expression_into(&choice.orelse, value),
        );
        self.function.emitter.place(done);
        self.emit(Instruction::Move { dst, src: value }, span(choice));
    }

    /// Goes on at the label if the condition is false.
    pub fn jump_unless(&mut self, condition: &Expr, target: Label) {
        self.jump(condition, false, target);
    }

    /// Goes on at the label if the condition is true.
    pub fn jump_if(&mut self, condition: &Expr, target: Label) {
        self.jump(condition, true, target);
    }

    /// Goes on at the label if the condition is `when`.
    fn jump(&mut self, condition: &Expr, when: bool, target: Label) {
        let height = self.function.emitter.height();
        match condition {
            Expr::UnaryOp(operation) if operation.op == ast::UnaryOp::Not => {
                self.jump(&operation.operand, !when, target);
            }
            Expr::BoolOp(operation) => self.jump_bool(operation, when, target),
            Expr::Compare(compare) if compare.comparators.len() == 1 && !when => {
                self.jump_unless_compare(compare, target);
            }
            _ => {
                let condition_value = self.expression(condition);
                let jump = match when {
                    true => Instruction::JumpIf { condition: condition_value, target },
                    false => Instruction::JumpIfNot { condition: condition_value, target },
                };
                self.emit(jump, span(condition));
            }
        }
        self.function.emitter.release(height);
    }

    fn jump_bool(&mut self, operation: &ast::ExprBoolOp, when: bool, target: Label) {
        let Some((first, rest)) = operation.values.split_first() else { return };
        // `or` is decided by a true operand, `and` by a false one.
        let deciding = operation.op == ast::BoolOp::Or;
        if deciding == when {
            self.jump(first, when, target);
            return self.perhaps(|this| rest.iter().for_each(|value| this.jump(value, when, target)));
        }
        let decided = self.function.emitter.label();
        self.jump(first, deciding, decided);
        self.perhaps(|this| {
            let Some((last, others)) = rest.split_last() else { return };
            others.iter().for_each(|value| this.jump(value, deciding, decided));
            this.jump(last, when, target);
        });
        self.function.emitter.place(decided);
    }

    fn jump_unless_compare(&mut self, compare: &ast::ExprCompare, target: Label) {
        let right = &compare.comparators[0];
        let op = compare_operator(compare.ops[0]);
        let a = self.operand(&compare.left, right);
        if let Some(value) = small_int(right).filter(|_| !matches!(op, CompareOperator::In | CompareOperator::NotIn)) {
            return self.emit(Instruction::JumpUnlessInt { op, a, value, target }, span(compare));
        }
        let b = self.expression(right);
        self.emit(Instruction::JumpUnless { op, a, b, target }, span(compare));
    }
}
