//! Assignments: to names, attributes, items and patterns of these; augmented and annotated ones; `del`.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use super::{
    body::{Binding, Body, span},
    expression::{binary_operator, cover, starred},
};
use crate::{
    program::{Instruction, NameKind, Register},
    source::Span,
};

impl Body<'_, '_> {
    /// `a = b = value`.
    pub fn assignment(&mut self, assign: &ast::StmtAssign) {
        let whole = span(assign);
        if let [Expr::Name(name)] = &assign.targets[..]
            && let Binding::Local(local) = self.binding(&name.id)
            && !matches!(&*assign.value, Expr::Name(_))
        {
            self.local_assignment(local, &assign.value, whole);
            return self.name_value(&assign.targets[0], &assign.value, local);
        }
        self.with_value(&assign.value, |this, value| {
            for target in &assign.targets {
                this.name_value(target, &assign.value, value);
                this.freeze(target, value);
                match target {
                    Expr::Tuple(tuple) if assign.value.is_call_expr() => {
                        this.unpack(&tuple.elts, value, span(target), Some(&assign.value));
                    }
                    _ => this.store(target, value, cover(target.range(), assign.value.range())),
                }
            }
        });
    }

    /// The value is evaluated straight into the local, unless an exception half-way, or a use of the local in the value,
    /// could show the difference.
    fn local_assignment(&mut self, local: Register, value: &Expr, at: Span) {
        if writes_once_at_the_end(value) {
            self.expression_into(value, local);
        } else {
            let height = self.function.emitter.height();
            let src = self.fresh(value);
            self.emit(Instruction::Move { dst: local, src }, at);
            self.function.emitter.release(height);
        }
        self.set_assigned(local, true);
    }

    /// Stores a register to a target. `at` is what is shown as the place of the store.
    pub fn store(&mut self, target: &Expr, src: Register, at: Span) {
        match target {
            Expr::Name(name) => self.store_name(&name.id, src, at),
            Expr::Attribute(attribute) => {
                let name = self.attribute_name(&attribute.attr.id);
                self.with_value(&attribute.value, |this, object| {
                    this.emit(Instruction::SetAttribute { object, name, value: src }, at);
                });
            }
            Expr::Subscript(subscript) => {
                let height = self.function.emitter.height();
                let object = self.operand(&subscript.value, &subscript.slice);
                let index = self.expression(&subscript.slice);
                self.emit(Instruction::SetItem { object, index, value: src }, at);
                self.function.emitter.release(height);
            }
            Expr::Tuple(tuple) => self.unpack(&tuple.elts, src, span(target), None),
            Expr::List(list) => self.unpack(&list.elts, src, span(target), None),
            Expr::Starred(inner) => self.store(&inner.value, src, at),
            _ => debug_assert!(false, "the parser lets nothing else be a target"),
        }
    }

    /// `a, b = value`; what a call has made takes the names of the targets.
    fn unpack(&mut self, targets: &[Expr], src: Register, at: Span, made_by: Option<&Expr>) {
        let height = self.function.emitter.height();
        // Unpacking an iterable of the program puts a list in its place.
        let src = if self.function.assigned.len() > src.index() { self.copied(src, at) } else { src };
        let base = self.function.emitter.temporaries(targets.len());
        match targets.iter().position(Expr::is_starred_expr) {
            Some(before) => {
                let after = (targets.len() - before - 1).min(255) as u8;
                self.emit(Instruction::UnpackStar { after, src, base, before: before as u16 }, at);
            }
            None => self.emit(Instruction::Unpack { src, base, count: targets.len() as u16 }, at),
        }
        for (position, target) in targets.iter().enumerate() {
            let item = Register(base.0.saturating_add(position as u16));
            if let Some(call) = made_by {
                self.name_value(target, call, item);
            }
            self.store(starred(target), item, span(target));
        }
        self.function.emitter.release(height);
    }

    fn copied(&mut self, src: Register, at: Span) -> Register {
        let dst = self.temporary();
        self.emit(Instruction::Move { dst, src }, at);
        dst
    }

    /// `target op= value`.
    pub fn augmented(&mut self, assign: &ast::StmtAugAssign) {
        let height = self.function.emitter.height();
        let whole = span(assign);
        match &*assign.target {
            Expr::Attribute(attribute) => {
                let object = self.expression(&attribute.value);
                let name = self.attribute_name(&attribute.attr.id);
                let value = self.temporary();
                self.emit(Instruction::GetAttribute { dst: value, object, name }, span(attribute));
                self.operate_in_place(assign, value, value);
                self.emit(Instruction::SetAttribute { object, name, value }, whole);
            }
            Expr::Subscript(subscript) => {
                let object = self.operand(&subscript.value, &subscript.slice);
                let index = self.expression(&subscript.slice);
                let value = self.temporary();
                self.emit(Instruction::GetItem { dst: value, object, index }, span(subscript));
                self.operate_in_place(assign, value, value);
                self.emit(Instruction::SetItem { object, index, value }, whole);
            }
            target => {
                if let Expr::Name(name) = target
                    && let Binding::Local(local) = self.binding(&name.id)
                {
                    self.check_bound(local, span(target));
                    self.operate_in_place(assign, local, local);
                } else if let Expr::Name(name) = target {
                    let value = self.temporary();
                    self.load_name(&name.id, value, span(target));
                    self.operate_in_place(assign, value, value);
                    self.store_name(&name.id, value, whole);
                }
            }
        }
        self.function.emitter.release(height);
    }

    fn operate_in_place(&mut self, assign: &ast::StmtAugAssign, dst: Register, a: Register) {
        self.operate(binary_operator(assign.op), dst, a, &assign.value, span(assign));
        self.function.emitter.in_place();
    }

    /// `target: annotation = value`
    pub fn annotated(&mut self, assign: &ast::StmtAnnAssign) {
        if let Some(value) = &assign.value {
            self.with_value(value, |this, src| {
                this.name_value(&assign.target, value, src);
                this.store(&assign.target, src, cover(assign.target.range(), value.range()));
            });
        }
        self.annotate(assign);
    }

    /// `del target`.
    pub fn delete(&mut self, target: &Expr) {
        let at = span(target);
        match target {
            Expr::Name(name) => self.delete_name(&name.id, at),
            Expr::Attribute(attribute) => {
                let name = self.attribute_name(&attribute.attr.id);
                self.with_value(&attribute.value, |this, object| {
                    this.emit(Instruction::DeleteAttribute { object, name }, at);
                });
            }
            Expr::Subscript(subscript) => {
                let height = self.function.emitter.height();
                let object = self.operand(&subscript.value, &subscript.slice);
                let index = self.expression(&subscript.slice);
                self.emit(Instruction::DeleteItem { object, index }, at);
                self.function.emitter.release(height);
            }
            Expr::Tuple(tuple) => tuple.elts.iter().for_each(|element| self.delete(element)),
            Expr::List(list) => list.elts.iter().for_each(|element| self.delete(element)),
            _ => debug_assert!(false, "the parser lets nothing else be deleted"),
        }
    }

    /// Tells the machine what the program calls a new object, or a container of new objects.
    pub(super) fn name_value(&mut self, target: &Expr, made_by: &Expr, value: Register) {
        let makes = matches!(
            made_by,
            Expr::Call(_) | Expr::List(_) | Expr::Tuple(_) | Expr::Dict(_) | Expr::ListComp(_) | Expr::DictComp(_)
        );
        if !makes || self.hidden {
            return;
        }
        let (kind, name) = match target {
            Expr::Name(name) => (NameKind::Variable, &name.id),
            Expr::Attribute(attribute) => (NameKind::Attribute, &attribute.attr.id),
            _ => return,
        };
        let name = self.unit.name(name);
        self.emit(Instruction::NameValue { kind, value, name }, span(target));
    }

    /// A display of the module that nobody changes.
    fn freeze(&mut self, target: &Expr, value: Register) {
        if let Expr::Name(name) = target
            && matches!(self.binding(&name.id), Binding::Global(_))
            && self.sharing.fixed.contains(name.id.as_str())
        {
            self.emit(Instruction::Freeze { value }, span(target));
        }
    }
}

/// Whether the code for the expression writes its target only once, as the last thing it does.
fn writes_once_at_the_end(expression: &Expr) -> bool {
    matches!(
        expression,
        Expr::NumberLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::BinOp(_)
            | Expr::UnaryOp(_)
            | Expr::BoolOp(_)
            | Expr::Compare(_)
            | Expr::If(_)
            | Expr::Call(_)
            | Expr::Attribute(_)
            | Expr::Subscript(_)
            | Expr::Lambda(_)
            | Expr::Yield(_)
            | Expr::FString(_)
    )
}
