//! `try`, `with`, `raise` and `assert`.
//!
//! The body of a `finally` is written out once for every way past it. Where an exception goes is a table of instruction
//! ranges, so that a `try` costs nothing until something is raised.

use ruff_python_ast::{self as ast, ExceptHandler, Stmt};

use super::{
    body::{Block, BlockKind, Body, span},
    emitter::Ranges,
    statement::meet,
};
use crate::{
    program::{AwaitSource, Constant, Instruction, Label, Register, well_known},
    source::Span,
};

impl Body<'_, '_> {
    /// `try` with `except`, `else` and `finally`.
    pub fn try_statement(&mut self, guarded: &ast::StmtTry) {
        if guarded.finalbody.is_empty() {
            return self.try_handlers(guarded);
        }
        let height = self.function.emitter.height();
        let exception = self.temporary();
        let (handler, done) = (self.function.emitter.label(), self.function.emitter.label());
        let before = self.function.assigned.clone();
        let last: Vec<Stmt> = guarded.finalbody.iter().cloned().collect();

        self.open_block(BlockKind::Finally(last));
        if guarded.handlers.is_empty() {
            self.statements(&guarded.body);
            self.statements(&guarded.orelse);
        } else {
            self.try_handlers(guarded);
        }
        let ranges = self.close_block();
        self.statements(&guarded.finalbody);
        let at = span(guarded);
        self.emit(Instruction::Jump { target: done }, at);

        let after = std::mem::replace(&mut self.function.assigned, before);
        self.function.emitter.place(handler);
        self.function.emitter.protect(&ranges, handler, exception);
        self.handling(exception, |this| {
            this.statements(&guarded.finalbody);
            this.emit(Instruction::Reraise { exception }, at);
        });
        self.function.assigned = after;
        self.function.emitter.place(done);
        self.function.emitter.release(height);
    }

    fn try_handlers(&mut self, guarded: &ast::StmtTry) {
        if guarded.is_star { self.try_except_star(guarded) } else { self.try_except(guarded) }
    }

    fn try_except(&mut self, guarded: &ast::StmtTry) {
        let height = self.function.emitter.height();
        let exception = self.temporary();
        let (handler, done) = (self.function.emitter.label(), self.function.emitter.label());
        let before = self.function.assigned.clone();
        let at = span(guarded);

        self.open_block(BlockKind::Try);
        self.statements(&guarded.body);
        let ranges = self.close_block();
        self.statements(&guarded.orelse);
        self.emit(Instruction::Jump { target: done }, at);

        let mut after = std::mem::replace(&mut self.function.assigned, before.clone());
        self.function.emitter.place(handler);
        self.function.emitter.protect(&ranges, handler, exception);
        self.handling(exception, |this| {
            for handler in &guarded.handlers {
                let ExceptHandler::ExceptHandler(handler) = handler;
                this.function.assigned.clone_from(&before);
                this.except(handler, exception, done);
                meet(&mut after, &this.function.assigned);
            }
            this.emit(Instruction::Reraise { exception }, at);
        });
        self.function.assigned = after;
        self.function.emitter.place(done);
        self.function.emitter.release(height);
    }

    fn except(&mut self, handler: &ast::ExceptHandlerExceptHandler, exception: Register, done: Label) {
        let next = self.function.emitter.label();
        if let Some(class) = &handler.type_ {
            self.with_value(class, |this, register| {
                let instruction = Instruction::JumpUnlessMatch { exception, class: register, target: next };
                this.emit(instruction, span(&**class));
            });
        }
        let at = span(handler);
        if let Some(name) = &handler.name {
            self.store_name(&name.id, exception, at);
        }
        self.statements(&handler.body);
        self.forget_exception(handler);
        self.emit(Instruction::Jump { target: done }, at);
        self.function.emitter.place(next);
    }

    /// The name goes, so that the traceback's frames do not stay alive (language reference, 8.4.1).
    pub fn forget_exception(&mut self, handler: &ast::ExceptHandlerExceptHandler) {
        let Some(name) = &handler.name else { return };
        let at = span(handler);
        let height = self.function.emitter.height();
        let none = self.constant(Constant::None, at);
        self.store_name(&name.id, none, at);
        self.function.emitter.release(height);
        self.delete_name(&name.id, at);
    }

    /// `with` or `async with` and its items, from the outermost inwards.
    pub fn with_statement(&mut self, items: &[ast::WithItem], body: &[Stmt], is_async: bool) {
        let Some((item, rest)) = items.split_first() else { return self.statements(body) };
        let height = self.function.emitter.height();
        let at = span(&item.context_expr);
        let manager = self.fresh(&item.context_expr);
        let exception = self.temporary();
        let value = self.temporary();
        let (handler, done) = (self.function.emitter.label(), self.function.emitter.label());
        let name = if is_async { well_known::AENTER } else { well_known::ENTER };
        self.call_special(manager, name, value, at);
        if is_async {
            self.await_register(value, AwaitSource::Enter, at);
        }

        self.open_block(BlockKind::With { manager, is_async, span: at });
        self.perhaps(|this| {
            if let Some(target) = &item.optional_vars {
                this.name_value(target, &item.context_expr, value);
                this.store(target, value, span(&**target));
            }
            this.with_statement(rest, body, is_async);
        });
        let ranges = self.close_block();
        self.exit_normally(manager, is_async, at);
        self.emit(Instruction::Jump { target: done }, at);

        self.function.emitter.place(handler);
        self.function.emitter.protect(&ranges, handler, exception);
        self.handling(exception, |this| {
            this.exit_exceptionally((manager, is_async), exception, done, at);
        });
        self.function.emitter.place(done);
        self.function.emitter.release(height);
    }

    fn call_special(&mut self, manager: Register, name: crate::program::NameId, dst: Register, at: Span) {
        let height = self.function.emitter.height();
        let base = self.temporary();
        self.emit(Instruction::Move { dst: base, src: manager }, at);
        self.emit(Instruction::CallSpecial { count: 0, dst, base, name }, at);
        self.function.emitter.release(height);
    }

    /// `__exit__(None, None, None)`.
    pub fn exit_normally(&mut self, manager: Register, is_async: bool, at: Span) {
        let height = self.function.emitter.height();
        let base = self.temporary();
        self.emit(Instruction::Move { dst: base, src: manager }, at);
        for _ in 0..3 {
            self.constant(Constant::None, at);
        }
        self.call_exit(base, is_async, at);
        self.function.emitter.release(height);
    }

    /// `__exit__`, or `__aexit__` and what that awaits, with the three arguments behind `base`.
    fn call_exit(&mut self, base: Register, is_async: bool, at: Span) {
        let name = if is_async { well_known::AEXIT } else { well_known::EXIT };
        self.emit(Instruction::CallSpecial { count: 3, dst: base, base, name }, at);
        if is_async {
            self.await_register(base, AwaitSource::Exit, at);
        }
    }

    /// `__exit__(type, exception, traceback)`; raises the exception again unless the answer is true.
    fn exit_exceptionally(
        &mut self,
        (manager, is_async): (Register, bool),
        exception: Register,
        swallowed: Label,
        at: Span,
    ) {
        let height = self.function.emitter.height();
        let base = self.temporary();
        self.emit(Instruction::Move { dst: base, src: manager }, at);
        let class = self.temporary();
        self.emit(Instruction::GetAttribute { dst: class, object: exception, name: well_known::CLASS }, at);
        let value = self.temporary();
        self.emit(Instruction::Move { dst: value, src: exception }, at);
        let traceback = self.temporary();
        let name = well_known::TRACEBACK;
        self.emit(Instruction::GetAttribute { dst: traceback, object: exception, name }, at);
        self.call_exit(base, is_async, at);
        self.emit(Instruction::JumpIf { condition: base, target: swallowed }, at);
        self.emit(Instruction::Reraise { exception }, at);
        self.function.emitter.release(height);
    }

    /// `raise`, `raise exception`, `raise exception from cause`.
    pub fn raise(&mut self, raise: &ast::StmtRaise) {
        let at = span(raise);
        let Some(expression) = &raise.exc else {
            self.emit(Instruction::RaiseAgain, at);
            return self.unreachable();
        };
        let height = self.function.emitter.height();
        let exception = self.expression(expression);
        let instruction = match &raise.cause {
            Some(cause) => Instruction::RaiseFrom { exception, cause: self.expression(cause) },
            None => Instruction::Raise { exception },
        };
        self.emit(instruction, at);
        self.function.emitter.release(height);
        self.unreachable();
    }

    /// `assert test, message`.
    pub fn assert(&mut self, assert: &ast::StmtAssert) {
        let height = self.function.emitter.height();
        let holds = self.function.emitter.label();
        let at = span(&*assert.test);
        self.jump_if(&assert.test, holds);
        self.perhaps(|this| {
            let exception = this.temporary();
            this.builtin("AssertionError", exception, at);
            if let Some(message) = &assert.msg {
                this.fresh(message);
                this.emit(Instruction::Call { count: 1, dst: exception, base: exception }, at);
            }
            this.emit(Instruction::Raise { exception }, at);
        });
        self.function.emitter.place(holds);
        self.function.emitter.release(height);
    }

    /// Begins a block.
    pub fn open_block(&mut self, kind: BlockKind) {
        let mut ranges = Ranges::default();
        self.function.emitter.open(&mut ranges);
        self.function.blocks.push(Block { kind, ranges });
    }

    /// Ends the innermost block.
    pub fn close_block(&mut self) -> Ranges {
        let Some(mut block) = self.function.blocks.pop() else { return Ranges::default() };
        self.function.emitter.close(&mut block.ranges);
        block.ranges
    }

    /// Code that handles the exception in the register.
    pub fn handling(&mut self, exception: Register, inside: impl FnOnce(&mut Self)) {
        self.open_block(BlockKind::Handling);
        inside(self);
        let ranges = self.close_block();
        self.function.emitter.handles(&ranges, exception);
    }
}
