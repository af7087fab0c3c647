//! `match`. A pattern is a row of tests that go on at a label when they fail; what it captures waits in registers until the
//! whole pattern has matched (PEP 634). Which values are sequences and mappings, and how attributes are taken out of objects,
//! is the library's: `vm_match_sequence` and its like.
//!
//! Tests: `tests/programs/statements/match.py`.

use ruff_python_ast::{self as ast, Expr, Pattern};

use super::{
    body::{Body, span},
    diagnostic::{Diagnostic, Problem},
    statement::meet,
};
use crate::{
    program::{CompareOperator, Constant, Instruction, Label, Register},
    source::Span,
};

/// What a pattern has captured: names with the registers of their values.
type Captures<'p> = Vec<(&'p ast::Identifier, Register)>;

impl Body<'_, '_> {
    /// `match`.
    pub fn match_statement(&mut self, choice: &ast::StmtMatch) {
        let height = self.function.emitter.height();
        let subject = self.fresh(&choice.subject);
        let done = self.function.emitter.label();
        // What is surely bound when all cases so far have failed, and when one has been done.
        let mut otherwise = self.function.assigned.clone();
        let mut after: Option<Vec<bool>> = None;
        let mut exhaustive = false;
        for (at, case) in choice.cases.iter().enumerate() {
            let inner = self.function.emitter.height();
            let next = self.function.emitter.label();
            self.function.assigned.clone_from(&otherwise);
            if case.guard.is_none() && at + 1 < choice.cases.len() {
                self.refuse_unreachable(&case.pattern, "pattern-unreachable-case");
            }
            exhaustive |= case.guard.is_none() && case.pattern.is_irrefutable();
            let mut captures = Captures::new();
            self.pattern(&case.pattern, subject, next, &mut captures);
            for &(name, register) in &captures {
                self.store_name(&name.id, register, span(name));
            }
            if let Some(guard) = &case.guard {
                self.jump_unless(guard, next);
                // The names are bound when the guard fails, but not when the pattern does.
                let guarded = self.function.assigned.clone();
                meet(&mut otherwise, &guarded);
            }
            self.statements(&case.body);
            match &mut after {
                Some(after) => meet(after, &self.function.assigned),
                None => after = Some(self.function.assigned.clone()),
            }
            self.emit(Instruction::Jump { target: done }, span(case));
            self.function.emitter.place(next);
            self.function.emitter.release(inner);
        }
        self.function.emitter.place(done);
        let mut after = after.unwrap_or_else(|| otherwise.clone());
        if !exhaustive {
            meet(&mut after, &otherwise);
        }
        self.function.assigned = after;
        self.function.emitter.release(height);
    }

    /// Goes on at the label unless the subject matches. The registers stay taken: captures may be in them.
    fn pattern<'p>(&mut self, pattern: &'p Pattern, subject: Register, fail: Label, captures: &mut Captures<'p>) {
        let at = span(pattern);
        match pattern {
            Pattern::MatchValue(value) => {
                let b = self.fresh(&value.value);
                self.emit(Instruction::JumpUnless { op: CompareOperator::Equal, a: subject, b, target: fail }, at);
            }
            Pattern::MatchSingleton(singleton) => {
                let b = self.constant(
                    match singleton.value {
                        ast::Singleton::None => Constant::None,
                        ast::Singleton::True => Constant::Bool(true),
                        ast::Singleton::False => Constant::Bool(false),
                    },
                    at,
                );
                self.emit(Instruction::JumpUnless { op: CompareOperator::Is, a: subject, b, target: fail }, at);
            }
            Pattern::MatchAs(capture) => {
                if let Some(inner) = &capture.pattern {
                    self.pattern(inner, subject, fail, captures);
                }
                if let Some(name) = &capture.name {
                    self.capture(name, subject, captures);
                }
            }
            Pattern::MatchOr(or) => self.alternatives(or, subject, fail, captures),
            Pattern::MatchSequence(sequence) => self.sequence_pattern(sequence, subject, fail, captures),
            Pattern::MatchMapping(mapping) => self.mapping_pattern(mapping, subject, fail, captures),
            Pattern::MatchClass(class) => self.class_pattern(class, subject, fail, captures),
            // Only met inside a sequence.
            Pattern::MatchStar(_) => {}
        }
    }

    fn capture<'p>(&mut self, name: &'p ast::Identifier, value: Register, captures: &mut Captures<'p>) {
        if captures.iter().any(|(known, _)| known.id == name.id) {
            self.refuse("pattern-twice", span(name));
        }
        captures.push((name, value));
    }

    /// The first of several patterns that matches. All of them capture the same names, each into registers of its own: what
    /// they capture is moved into those of the whole.
    fn alternatives<'p>(
        &mut self,
        or: &'p ast::PatternMatchOr,
        subject: Register,
        fail: Label,
        captures: &mut Captures<'p>,
    ) {
        let matched = self.function.emitter.label();
        let mut common: Option<Captures<'p>> = None;
        for (at, alternative) in or.patterns.iter().enumerate() {
            let last = at + 1 == or.patterns.len();
            let next = if last { fail } else { self.function.emitter.label() };
            if !last {
                self.refuse_unreachable(alternative, "pattern-unreachable-alternative");
            }
            let mut own = Captures::new();
            self.pattern(alternative, subject, next, &mut own);
            match &common {
                None => {
                    let whole: Captures<'p> = own.iter().map(|&(name, _)| (name, self.temporary())).collect();
                    self.join_captures(&own, &whole, span(alternative));
                    common = Some(whole);
                }
                Some(whole) => {
                    let same = own.len() == whole.len()
                        && own.iter().all(|(name, _)| whole.iter().any(|(known, _)| known.id == name.id));
                    if same {
                        self.join_captures(&own, whole, span(alternative));
                    } else {
                        self.refuse("pattern-unlike", span(or));
                    }
                }
            }
            if !last {
                self.emit(Instruction::Jump { target: matched }, span(alternative));
                self.function.emitter.place(next);
            }
        }
        self.function.emitter.place(matched);
        for (name, register) in common.unwrap_or_default() {
            self.capture(name, register, captures);
        }
    }

    fn join_captures(&mut self, own: &Captures<'_>, whole: &Captures<'_>, at: Span) {
        for (name, dst) in whole {
            if let Some((_, src)) = own.iter().find(|(known, _)| known.id == name.id) {
                self.emit(Instruction::Move { dst: *dst, src: *src }, at);
            }
        }
    }

    fn sequence_pattern<'p>(
        &mut self,
        sequence: &'p ast::PatternMatchSequence,
        subject: Register,
        fail: Label,
        captures: &mut Captures<'p>,
    ) {
        let at = span(sequence);
        let patterns = &sequence.patterns;
        let mut stars = patterns.iter().enumerate().filter(|(_, pattern)| pattern.is_match_star());
        let star = stars.next().map(|(at, _)| at);
        if let Some((_, second)) = stars.next() {
            self.refuse("pattern-stars", span(second));
        }
        let fixed = patterns.len() - usize::from(star.is_some());
        let answer = self.library_answer("vm_match_sequence", at, |this| {
            let argument = this.temporary();
            this.emit(Instruction::Move { dst: argument, src: subject }, at);
            this.constant(Constant::Int(fixed as i64), at);
            this.constant(Constant::Bool(star.is_some()), at);
        });
        self.emit(Instruction::JumpIfNot { condition: answer, target: fail }, at);
        if patterns.iter().all(is_wildcard) {
            return;
        }
        let base = self.function.emitter.temporaries(patterns.len());
        let instruction = match star {
            None => Instruction::Unpack { src: subject, base, count: patterns.len() as u16 },
            Some(star) => {
                let after = u8::try_from(patterns.len() - star - 1).unwrap_or_else(|_| {
                    self.unit.overflow = true;
                    0
                });
                Instruction::UnpackStar { after, src: subject, base, before: star as u16 }
            }
        };
        self.emit(instruction, at);
        for (place, pattern) in patterns.iter().enumerate() {
            let item = Register(base.0.saturating_add(place as u16));
            match pattern {
                Pattern::MatchStar(star) => {
                    if let Some(name) = &star.name {
                        self.capture(name, item, captures);
                    }
                }
                pattern => self.pattern(pattern, item, fail, captures),
            }
        }
    }

    fn mapping_pattern<'p>(
        &mut self,
        mapping: &'p ast::PatternMatchMapping,
        subject: Register,
        fail: Label,
        captures: &mut Captures<'p>,
    ) {
        let at = span(mapping);
        for (place, key) in mapping.keys.iter().enumerate() {
            let before = &mapping.keys[..place];
            let same = |literal| before.iter().any(|other| super::expression::literal(other).as_ref() == Some(literal));
            let equal = |found: (f64, f64)| before.iter().any(|other| number(other) == Some(found));
            if super::expression::literal(key).as_ref().is_some_and(same) || number(key).is_some_and(equal) {
                self.refuse("pattern-key-twice", span(key));
            }
        }
        // The values of the keys, and the rest in a dict behind them if it is asked for; None if there is no match.
        let keys = self.temporary();
        let row = self.row(&mapping.keys);
        self.emit(Instruction::BuildTuple { dst: keys, base: row, count: mapping.keys.len() as u16 }, at);
        let found = self.library_answer("vm_match_mapping", at, |this| {
            for src in [subject, keys] {
                let argument = this.temporary();
                this.emit(Instruction::Move { dst: argument, src }, at);
            }
            this.constant(Constant::Bool(mapping.rest.is_some()), at);
        });
        let count = mapping.patterns.len() + usize::from(mapping.rest.is_some());
        let base = self.unpack_found(found, count, fail, at);
        for (place, pattern) in mapping.patterns.iter().enumerate() {
            self.pattern(pattern, Register(base.0.saturating_add(place as u16)), fail, captures);
        }
        if let Some(rest) = &mapping.rest {
            self.capture(rest, Register(base.0.saturating_add(mapping.patterns.len() as u16)), captures);
        }
    }

    fn class_pattern<'p>(
        &mut self,
        class: &'p ast::PatternMatchClass,
        subject: Register,
        fail: Label,
        captures: &mut Captures<'p>,
    ) {
        let at = span(class);
        let arguments = &class.arguments;
        for (place, keyword) in arguments.keywords.iter().enumerate() {
            if arguments.keywords[..place].iter().any(|other| other.attr.id == keyword.attr.id) {
                self.refuse("pattern-attribute-twice", span(&keyword.attr));
            }
        }
        let called = self.fresh(&class.cls);
        let names = arguments.keywords.iter().map(|keyword| Constant::Str(self.mangled(&keyword.attr.id).into()));
        let names: Vec<Constant> = names.collect();
        // The values of the attributes, in order; None if there is no match.
        let found = self.library_answer("vm_match_class", at, |this| {
            for src in [subject, called] {
                let argument = this.temporary();
                this.emit(Instruction::Move { dst: argument, src }, at);
            }
            this.constant(Constant::Int(arguments.patterns.len() as i64), at);
            this.constant(Constant::Tuple(names), at);
        });
        let patterns = arguments.patterns.iter().chain(arguments.keywords.iter().map(|keyword| &keyword.pattern));
        let patterns: Vec<&Pattern> = patterns.collect();
        let base = self.unpack_found(found, patterns.len(), fail, at);
        for (place, pattern) in patterns.into_iter().enumerate() {
            self.pattern(pattern, Register(base.0.saturating_add(place as u16)), fail, captures);
        }
    }

    /// What a function of the library answers to the arguments that are put behind it.
    fn library_answer(&mut self, name: &str, at: Span, arguments: impl FnOnce(&mut Self)) -> Register {
        let base = self.temporary();
        self.builtin(name, base, at);
        arguments(self);
        let count = self.function.emitter.height() - base.0 - 1;
        self.emit(Instruction::Call { count: count as u8, dst: base, base }, at);
        self.function.emitter.release(base.0 + 1);
        base
    }

    /// The registers with the items of a tuple; goes on at the label if there is None in its place.
    fn unpack_found(&mut self, found: Register, count: usize, fail: Label, at: Span) -> Register {
        let none = self.constant(Constant::None, at);
        self.emit(Instruction::JumpUnless { op: CompareOperator::IsNot, a: found, b: none, target: fail }, at);
        let base = self.function.emitter.temporaries(count);
        if count > 0 {
            self.emit(Instruction::Unpack { src: found, base, count: count as u16 }, at);
        }
        base
    }

    /// A pattern that always matches leaves nothing to those behind it.
    fn refuse_unreachable(&mut self, pattern: &Pattern, fault: &'static str) {
        if pattern.is_irrefutable() {
            self.refuse(fault, span(pattern));
        }
    }

    fn refuse(&mut self, keyword: &'static str, span: Span) {
        self.diagnostics.push(Diagnostic { problem: Problem::Misplaced { keyword }, span });
    }
}

fn is_wildcard(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::MatchAs(capture) => capture.pattern.is_none() && capture.name.is_none(),
        Pattern::MatchStar(star) => star.name.is_none(),
        _ => false,
    }
}

/// A number that is a key of a pattern: `False`, `0`, `0.0` and `0j` are the same one.
fn number(key: &Expr) -> Option<(f64, f64)> {
    match key {
        Expr::BooleanLiteral(truth) => Some((f64::from(u8::from(truth.value)), 0.0)),
        Expr::NumberLiteral(literal) => match &literal.value {
            ast::Number::Int(int) => int.as_i64().filter(|int| int.abs() < 1 << 52).map(|int| (int as f64, 0.0)),
            ast::Number::Float(float) => Some((*float, 0.0)),
            ast::Number::Complex { real, imag } => Some((*real, *imag)),
        },
        _ => None,
    }
}
