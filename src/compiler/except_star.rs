//! `except*`: each handler gets the part of a group that it names, and what is left goes on (PEP 654). How a group is split
//! and put together again is the library's: `vm_except_star` and `vm_after_except_star`.
//!
//! Tests: `tests/programs/exceptions/groups.py`.

use ruff_python_ast::{self as ast, ExceptHandler};

use super::{
    body::{BlockKind, Body, span},
    statement::meet,
};
use crate::{
    program::{CompareOperator, Constant, Instruction, Register},
    source::Span,
};

impl Body<'_, '_> {
    /// `try` with `except*` and `else`.
    pub fn try_except_star(&mut self, guarded: &ast::StmtTry) {
        let height = self.function.emitter.height();
        let at = span(guarded);
        let exception = self.temporary();
        let (handler, done) = (self.function.emitter.label(), self.function.emitter.label());
        let before = self.function.assigned.clone();

        self.open_block(BlockKind::Try);
        self.statements(&guarded.body);
        let ranges = self.close_block();
        self.statements(&guarded.orelse);
        self.emit(Instruction::Jump { target: done }, at);

        let mut after = std::mem::replace(&mut self.function.assigned, before.clone());
        self.function.emitter.place(handler);
        self.function.emitter.protect(&ranges, handler, exception);
        self.handling(exception, |this| {
            let (rest, raised) = (this.temporary(), this.temporary());
            this.emit(Instruction::Move { dst: rest, src: exception }, at);
            this.emit(Instruction::BuildList { dst: raised, base: raised, count: 0 }, at);
            for handler in &guarded.handlers {
                let ExceptHandler::ExceptHandler(handler) = handler;
                this.function.assigned.clone_from(&before);
                this.except_star(handler, rest, raised);
                meet(&mut after, &this.function.assigned);
            }
            this.function.assigned.clone_from(&before);
            this.after_except_star(exception, rest, raised, at);
        });
        meet(&mut after, &self.function.assigned);
        self.function.assigned = after;
        self.function.emitter.place(done);
        self.function.emitter.release(height);
    }

    /// One handler: of what is left in `rest` it takes what it names; what it raises is added to `raised`.
    fn except_star(&mut self, handler: &ast::ExceptHandlerExceptHandler, rest: Register, raised: Register) {
        let Some(class) = &handler.type_ else { return };
        let height = self.function.emitter.height();
        let at = span(handler);
        let (next, failed) = (self.function.emitter.label(), self.function.emitter.label());
        // The part that it takes, and the part that is left.
        let parts = self.function.emitter.temporaries(2);
        let again = self.temporary();
        let base = self.temporary();
        self.builtin("vm_except_star", base, at);
        let argument = self.temporary();
        self.emit(Instruction::Move { dst: argument, src: rest }, at);
        self.fresh(class);
        self.emit(Instruction::Call { count: 2, dst: base, base }, span(&**class));
        self.emit(Instruction::Unpack { src: base, base: parts, count: 2 }, at);
        self.emit(Instruction::Move { dst: rest, src: Register(parts.0 + 1) }, at);
        let none = self.constant(Constant::None, at);
        self.emit(Instruction::JumpUnless { op: CompareOperator::IsNot, a: parts, b: none, target: next }, at);

        self.open_block(BlockKind::Try);
        self.handling(parts, |this| {
            if let Some(name) = &handler.name {
                this.store_name(&name.id, parts, at);
            }
            this.perhaps(|this| this.statements(&handler.body));
            this.forget_exception(handler);
        });
        let ranges = self.close_block();
        self.emit(Instruction::Jump { target: next }, at);
        self.function.emitter.place(failed);
        self.function.emitter.protect(&ranges, failed, again);
        // It may be unbound by now: it is bound first, and goes.
        self.forget_exception(handler);
        self.emit(Instruction::ListAppend { list: raised, value: again }, at);
        self.function.emitter.place(next);
        self.function.emitter.release(height);
    }

    /// Raises what the handlers raised and what none of them took, if anything.
    fn after_except_star(&mut self, exception: Register, rest: Register, raised: Register, at: Span) {
        let height = self.function.emitter.height();
        let nothing = self.function.emitter.label();
        let base = self.temporary();
        self.builtin("vm_after_except_star", base, at);
        for src in [exception, rest, raised] {
            let argument = self.temporary();
            self.emit(Instruction::Move { dst: argument, src }, at);
        }
        self.emit(Instruction::Call { count: 3, dst: base, base }, at);
        let none = self.constant(Constant::None, at);
        self.emit(Instruction::JumpUnless { op: CompareOperator::IsNot, a: base, b: none, target: nothing }, at);
        self.emit(Instruction::Reraise { exception: base }, at);
        self.function.emitter.place(nothing);
        self.function.emitter.release(height);
    }
}
