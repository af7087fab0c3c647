//! `yield` and `await`, and the loops and blocks that await. To await is to delegate to an iterator, as `yield from` does.
//! What is asked for at each turn of an `async for` are functions of the library, `vm_aiter` and `vm_anext`.
//!
//! Tests: `tests/programs/coroutines/`.

use ruff_python_ast::{self as ast, Expr};

use super::{
    body::{BlockKind, Body, span},
    emitter::Ranges,
};
use crate::{
    program::{AwaitSource, Constant, Instruction, Label, Register},
    source::Span,
};

impl Body<'_, '_> {
    /// `yield`.
    pub fn yield_value(&mut self, hand_out: &ast::ExprYield, dst: Register) {
        let at = span(hand_out);
        let src = match &hand_out.value {
            Some(value) => self.expression(value),
            None => self.constant(Constant::None, at),
        };
        self.emit(Instruction::Yield { dst, src }, at);
    }

    /// `yield from`.
    pub fn yield_from(&mut self, delegate: &ast::ExprYieldFrom, dst: Register) {
        let at = span(delegate);
        self.delegating(dst, at, |this, base| {
            this.with_value(&delegate.value, |this, src| {
                this.emit(Instruction::GetDelegate { dst: base, src }, at);
            });
        });
    }

    /// `await`.
    pub fn await_expression(&mut self, awaited: &ast::ExprAwait, dst: Register) {
        let at = span(awaited);
        self.delegating(dst, at, |this, base| {
            this.with_value(&awaited.value, |this, src| {
                this.emit(Instruction::GetAwaitable { source: AwaitSource::Expression, dst: base, src }, at);
            });
        });
    }

    /// Awaits what stands in the register, which takes the result.
    pub fn await_register(&mut self, register: Register, source: AwaitSource, at: Span) {
        self.delegating(register, at, |this, base| {
            this.emit(Instruction::GetAwaitable { source, dst: base, src: register }, at);
        });
    }

    /// Hands out what the iterator hands out that `begin` leaves in a register, and sends it what is sent in, to its end.
    fn delegating(&mut self, dst: Register, at: Span, begin: impl FnOnce(&mut Self, Register)) {
        let height = self.function.emitter.height();
        let base = self.function.emitter.temporaries(3);
        let sent = Register(base.0 + 1);
        let received = Register(base.0 + 2);
        begin(self, base);
        self.constant_into(Constant::None, sent, at);
        let (again, done) = (self.function.emitter.label(), self.function.emitter.label());
        self.function.emitter.place(again);
        self.emit(Instruction::Send { base, target: done }, at);
        self.emit(Instruction::YieldDelegated { base }, at);
        self.emit(Instruction::Jump { target: again }, at);
        self.function.emitter.place(done);
        self.emit(Instruction::Move { dst, src: received }, at);
        self.function.emitter.release(height);
    }

    /// The iterator that is handed to others, asynchronous or not.
    pub fn iterator_of(&mut self, iterable: &Expr, is_async: bool, dst: Register) {
        self.beginning(iterable, is_async, dst, |src| Instruction::GetIterator { dst, src });
    }

    /// What a loop of the running code goes over, asynchronous or not.
    pub fn begin_loop(&mut self, iterable: &Expr, is_async: bool, dst: Register) {
        self.beginning(iterable, is_async, dst, |src| Instruction::BeginLoop { dst, src });
    }

    fn beginning(&mut self, iterable: &Expr, is_async: bool, dst: Register, begin: impl Fn(Register) -> Instruction) {
        let at = span(iterable);
        if is_async {
            return self.library_call("vm_aiter", dst, at, |this, argument| this.expression_into(iterable, argument));
        }
        self.with_value(iterable, |this, src| this.emit(begin(src), at));
    }

    /// `dst` = the iterator's next item; at its end goes on at the label.
    pub fn next_item(&mut self, dst: Register, iterator: Register, is_async: bool, target: Label, at: Span) {
        if !is_async {
            return self.emit(Instruction::ForNext { dst, iterator, target }, at);
        }
        let height = self.function.emitter.height();
        let exception = self.temporary();
        let (handler, got) = (self.function.emitter.label(), self.function.emitter.label());
        let mut ranges = Ranges::default();
        self.function.emitter.open(&mut ranges);
        self.library_call("vm_anext", dst, at, |this, argument| {
            this.emit(Instruction::Move { dst: argument, src: iterator }, at);
        });
        self.await_register(dst, AwaitSource::Next, at);
        self.function.emitter.close(&mut ranges);
        self.emit(Instruction::Jump { target: got }, at);

        self.function.emitter.place(handler);
        self.function.emitter.protect(&ranges, handler, exception);
        let other = self.function.emitter.label();
        let class = self.temporary();
        self.builtin("StopAsyncIteration", class, at);
        self.emit(Instruction::JumpUnlessMatch { exception, class, target: other }, at);
        self.emit(Instruction::Jump { target }, at);
        self.function.emitter.place(other);
        self.emit(Instruction::Reraise { exception }, at);
        self.function.emitter.place(got);
        self.function.emitter.release(height);
    }

    /// `dst` = what a function of the library makes of one argument.
    pub fn library_call(&mut self, name: &str, dst: Register, at: Span, argument: impl FnOnce(&mut Self, Register)) {
        let height = self.function.emitter.height();
        let base = self.temporary();
        self.builtin(name, base, at);
        let register = self.temporary();
        argument(self, register);
        self.emit(Instruction::Call { count: 1, dst, base }, at);
        self.function.emitter.release(height);
    }

    /// `for` and `async for`.
    pub fn for_statement(&mut self, each: &ast::StmtFor) {
        let height = self.function.emitter.height();
        let at = span(&*each.iter);
        let iterator = self.temporary();
        self.begin_loop(&each.iter, each.is_async, iterator);
        let (again, leave, finished) = self.loop_labels();
        self.function.emitter.place(again);
        let item = self.temporary();
        self.next_item(item, iterator, each.is_async, finished, span(&*each.target).to(at));
        self.function.loops += 1;
        self.perhaps(|this| {
            this.store(&each.target, item, span(&*each.target));
            this.loop_body(BlockKind::Loop { leave, again }, &each.body, at);
        });
        self.function.loops -= 1;
        self.function.emitter.place(finished);
        self.perhaps(|this| this.statements(&each.orelse));
        self.function.emitter.place(leave);
        self.function.emitter.release(height);
    }
}
