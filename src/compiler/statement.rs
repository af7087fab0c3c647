//! Statements and the ways out of blocks.

use ruff_python_ast::{self as ast, Expr, Stmt};

use super::{
    body::{Block, BlockKind, Body, span},
    diagnostic::{Diagnostic, Problem},
    emitter::Ranges,
    scope::Scopes,
};
use crate::{
    program::{Constant, Instruction, Label},
    source::Span,
};

impl Body<'_, '_> {
    /// Statements in order.
    pub fn statements(&mut self, statements: &[Stmt]) {
        for statement in statements {
            self.statement(statement);
            self.settle_behind(statement);
        }
    }

    fn statement(&mut self, statement: &Stmt) {
        match statement {
            Stmt::Expr(expression) if self.displayed(&expression.value) => {}
            Stmt::Expr(expression) => self.effect(&expression.value),
            Stmt::Assign(assign) => self.assignment(assign),
            Stmt::AugAssign(assign) => self.augmented(assign),
            Stmt::AnnAssign(assign) => self.annotated(assign),
            Stmt::Delete(delete) => delete.targets.iter().for_each(|target| self.delete(target)),
            Stmt::FunctionDef(function) => self.function_definition(function),
            Stmt::ClassDef(class) => self.class_definition(class),
            Stmt::If(choice) => self.if_statement(choice),
            Stmt::While(repeat) => self.while_statement(repeat),
            Stmt::For(each) => self.for_statement(each),
            Stmt::Try(guarded) => self.try_statement(guarded),
            Stmt::With(with) => self.with_statement(&with.items, &with.body, with.is_async),
            Stmt::Match(choice) => self.match_statement(choice),
            Stmt::Raise(raise) => self.raise(raise),
            Stmt::Assert(assert) => self.assert(assert),
            Stmt::Return(leave) => self.return_statement(leave),
            Stmt::Break(leave) => self.leave_loop(span(leave), true),
            Stmt::Continue(leave) => self.leave_loop(span(leave), false),
            Stmt::Import(import) => self.import(import),
            Stmt::ImportFrom(import) => self.import_from(import),
            Stmt::Pass(_) | Stmt::Global(_) | Stmt::Nonlocal(_) => {}
            // Refused by `check`.
            Stmt::TypeAlias(_) | Stmt::IpyEscapeCommand(_) => {}
        }
    }

    /// At module level, outside loops: variables bound for the last time in the statement are settled behind it.
    fn settle_behind(&mut self, statement: &Stmt) {
        if self.function.scope != Scopes::MODULE || self.function.loops > 0 {
            return;
        }
        let range = span(statement);
        let settled: Vec<_> = self.settles.iter().filter(|(at, _)| range.range().contains(&(*at as usize))).collect();
        let settled: Vec<_> = settled.into_iter().map(|&(_, global)| global).collect();
        for global in settled {
            self.emit(Instruction::Settle { global }, Span::new(range.end, range.end));
        }
    }

    fn if_statement(&mut self, choice: &ast::StmtIf) {
        let done = self.function.emitter.label();
        let mut next = self.function.emitter.label();
        self.jump_unless(&choice.test, next);
        let mut otherwise = self.function.assigned.clone();
        self.statements(&choice.body);
        let mut after = self.function.assigned.clone();
        let mut exhaustive = false;
        for clause in &choice.elif_else_clauses {
            self.emit(Instruction::Jump { target: done }, span(&*choice.test));
            self.function.emitter.place(next);
            next = self.function.emitter.label();
            self.function.assigned.clone_from(&otherwise);
            match &clause.test {
                Some(test) => self.jump_unless(test, next),
                None => exhaustive = true,
            }
            otherwise.clone_from(&self.function.assigned);
            self.statements(&clause.body);
            meet(&mut after, &self.function.assigned);
        }
        self.function.emitter.place(next);
        self.function.emitter.place(done);
        if !exhaustive {
            meet(&mut after, &otherwise);
        }
        self.function.assigned = after;
    }

    fn while_statement(&mut self, repeat: &ast::StmtWhile) {
        let (again, leave, finished) = self.loop_labels();
        self.function.emitter.place(again);
        if !always_true(&repeat.test) {
            self.jump_unless(&repeat.test, finished);
        }
        self.loop_body(BlockKind::Loop { leave, again }, &repeat.body, span(&*repeat.test));
        self.function.emitter.place(finished);
        self.perhaps(|this| this.statements(&repeat.orelse));
        self.function.emitter.place(leave);
    }

    /// Labels for the beginning of a loop, for what is behind it, and for its `else`.
    pub fn loop_labels(&mut self) -> (Label, Label, Label) {
        let emitter = &mut self.function.emitter;
        (emitter.label(), emitter.label(), emitter.label())
    }

    /// The body of a loop, and the way back to its beginning.
    pub fn loop_body(&mut self, kind: BlockKind, body: &[Stmt], at: Span) {
        let BlockKind::Loop { again, .. } = kind else { return };
        self.function.loops += 1;
        self.function.blocks.push(Block { kind, ranges: Ranges::default() });
        self.perhaps(|this| this.statements(body));
        self.function.blocks.pop();
        self.function.loops -= 1;
        self.emit(Instruction::Jump { target: again }, at);
    }

    fn return_statement(&mut self, leave: &ast::StmtReturn) {
        let height = self.function.emitter.height();
        let at = span(leave);
        let tidy = self.function.blocks.iter().any(Block::needs_tidying);
        let src = match &leave.value {
            Some(value) if tidy => self.fresh(value),
            Some(value) => self.expression(value),
            None => self.constant(Constant::None, at),
        };
        self.leave_blocks(0, |this| this.emit(Instruction::Return { src }, at));
        self.function.emitter.release(height);
        self.unreachable();
    }

    fn leave_loop(&mut self, at: Span, leave_it: bool) {
        let around = self.function.blocks.iter().rposition(|block| matches!(block.kind, BlockKind::Loop { .. }));
        let Some(depth) = around else {
            let keyword = if leave_it { "break" } else { "continue" };
            self.diagnostics.push(Diagnostic { problem: Problem::Misplaced { keyword }, span: at });
            return;
        };
        let BlockKind::Loop { leave, again } = self.function.blocks[depth].kind else { return };
        let target = if leave_it { leave } else { again };
        self.leave_blocks(depth + 1, |this| this.emit(Instruction::Jump { target }, at));
        self.unreachable();
    }

    /// Does what leaving the blocks from `depth` inwards takes, innermost first, and then `last`. What is written here is
    /// not protected by the blocks that are left.
    fn leave_blocks(&mut self, depth: usize, last: impl FnOnce(&mut Self)) {
        let assigned = self.function.assigned.clone();
        let mut left = Vec::new();
        while self.function.blocks.len() > depth {
            let Some(mut block) = self.function.blocks.pop() else { break };
            self.function.emitter.close(&mut block.ranges);
            match block.kind.clone() {
                BlockKind::Finally(statements) => self.statements(&statements),
                BlockKind::With { manager, is_async, span } => self.exit_normally(manager, is_async, span),
                BlockKind::Loop { .. } | BlockKind::Try | BlockKind::Handling => {}
            }
            left.push(block);
        }
        last(self);
        while let Some(mut block) = left.pop() {
            self.function.emitter.open(&mut block.ranges);
            self.function.blocks.push(block);
        }
        self.function.assigned = assigned;
    }
}

impl Block {
    /// Whether leaving the block runs code of the program.
    fn needs_tidying(&self) -> bool {
        matches!(self.kind, BlockKind::Finally(_) | BlockKind::With { .. })
    }
}

/// A local surely holds a value where two ways meet only if it does on both.
pub fn meet(one: &mut [bool], other: &[bool]) {
    one.iter_mut().zip(other).for_each(|(one, other)| *one &= other);
}

/// A condition that need not be tested.
fn always_true(test: &Expr) -> bool {
    match test {
        Expr::BooleanLiteral(truth) => truth.value,
        Expr::NumberLiteral(number) => matches!(&number.value, ast::Number::Int(int) if int.as_u8() == Some(1)),
        _ => false,
    }
}

/// The docstring of a body.
pub fn docstring(body: &[Stmt]) -> Option<std::sync::Arc<str>> {
    let Some(Stmt::Expr(first)) = body.first() else { return None };
    let Expr::StringLiteral(text) = &*first.value else { return None };
    Some(std::sync::Arc::from(text.value.to_str()))
}
