//! Comprehensions, which are part of the frame around them, and generator expressions, which are functions.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use super::{
    body::{Binding, Body, span},
    definition::Definition,
    scope::{Place, ScopeId, ScopeKind},
};
use crate::{
    program::{Constant, Instruction, Label, Parameters, Register},
    source::Span,
};

/// What is done with each element.
#[derive(Clone, Copy)]
enum Element<'e> {
    /// Appended to the list in the register.
    List(Register, &'e Expr),
    /// Added to the set in the register.
    Set(Register, &'e Expr),
    /// Inserted into the dict in the register.
    Dict(Register, &'e Expr, &'e Expr),
    /// Handed out.
    Yield(&'e Expr),
}

impl Element<'_> {
    /// The name of the function that the comprehension is in CPython 3.11.
    const fn function_name(self) -> &'static str {
        match self {
            Self::List(..) => "<listcomp>",
            Self::Set(..) => "<setcomp>",
            Self::Dict(..) => "<dictcomp>",
            Self::Yield(_) => "<genexpr>",
        }
    }
}

impl Body<'_, '_> {
    /// A list, set or dict comprehension, or a generator expression.
    pub fn comprehension(&mut self, expression: &Expr, dst: Register) {
        let at = span(expression);
        match expression {
            Expr::ListComp(comp) => {
                let list = self.temporary();
                self.emit(Instruction::BuildList { dst: list, base: list, count: 0 }, at);
                self.inline(expression, &comp.generators, Element::List(list, &comp.elt));
                self.emit(Instruction::Move { dst, src: list }, at);
            }
            Expr::SetComp(comp) => {
                let set = self.temporary();
                self.emit(Instruction::BuildSet { dst: set, base: set, count: 0 }, at);
                self.inline(expression, &comp.generators, Element::Set(set, &comp.elt));
                self.emit(Instruction::Move { dst, src: set }, at);
            }
            Expr::DictComp(comp) => {
                let Some(key) = comp.key.as_deref() else { return };
                let dict = self.temporary();
                self.emit(Instruction::BuildDict { dst: dict, base: dict, count: 0 }, at);
                self.inline(expression, &comp.generators, Element::Dict(dict, key, &comp.value));
                self.emit(Instruction::Move { dst, src: dict }, at);
            }
            Expr::Generator(comp) => self.generator(comp, dst),
            _ => debug_assert!(false, "only comprehensions"),
        }
    }

    fn inline(&mut self, expression: &Expr, generators: &[ast::Comprehension], element: Element<'_>) {
        let Some(first) = generators.first() else { return };
        let iterator = self.temporary();
        self.begin_loop(&first.iter, first.is_async, iterator);
        let scope = self.scopes.at(expression.range(), ScopeKind::Comprehension);
        let around = std::mem::replace(&mut self.function.scope, scope);
        let start = self.function.emitter.position();
        self.comprehension_slots(scope, span(expression));
        self.perhaps(|this| this.generators(generators, iterator, element));
        self.function.emitter.inlined(start, element.function_name(), span(expression));
        self.tell_visible(scope, start);
        self.function.scope = around;
    }

    /// In a program that runs text, which variables of functions the comprehension sees.
    fn tell_visible(&mut self, scope: ScopeId, start: Label) {
        if !self.unit.dynamic && self.made.is_none() {
            return;
        }
        let mut variables = Vec::new();
        for name in self.scopes.get(scope).symbols.keys() {
            if let Binding::Local(register) | Binding::Cell { cell: register, .. } = self.binding(name) {
                variables.push((self.unit.name(name), register));
            }
        }
        self.function.emitter.visible(start, variables);
    }

    /// Registers for the names that a comprehension binds.
    fn comprehension_slots(&mut self, scope: ScopeId, at: Span) {
        for (name, symbol) in &self.scopes.get(scope).symbols {
            if symbol.bound && matches!(symbol.place, Place::Local | Place::Cell) {
                let register = self.temporary();
                self.function.slots.insert((scope, name.clone()), register);
                if symbol.place == Place::Cell {
                    self.emit(Instruction::MakeCell { local: register, empty: true }, at);
                }
            }
        }
    }

    /// The loops from the outermost inwards, and the element inside them.
    fn generators(&mut self, generators: &[ast::Comprehension], iterator: Register, element: Element<'_>) {
        let Some((generator, rest)) = generators.split_first() else { return };
        let height = self.function.emitter.height();
        let (again, done) = (self.function.emitter.label(), self.function.emitter.label());
        let at = span(&generator.iter);
        self.function.emitter.place(again);
        let item = self.temporary();
        self.next_item(item, iterator, generator.is_async, done, at);
        self.store(&generator.target, item, span(&generator.target));
        for condition in &generator.ifs {
            self.jump_unless(condition, again);
        }
        match rest.first() {
            Some(next) => {
                let inner = self.temporary();
                self.begin_loop(&next.iter, next.is_async, inner);
                self.generators(rest, inner, element);
            }
            None => self.element(element),
        }
        self.emit(Instruction::Jump { target: again }, at);
        self.function.emitter.place(done);
        self.function.emitter.release(height);
    }

    fn element(&mut self, element: Element<'_>) {
        let height = self.function.emitter.height();
        match element {
            Element::List(list, item) => {
                let value = self.expression(item);
                self.emit(Instruction::ListAppend { list, value }, span(item));
            }
            Element::Set(set, item) => {
                let value = self.expression(item);
                self.emit(Instruction::SetAdd { set, value }, span(item));
            }
            Element::Dict(dict, key, item) => {
                let key_register = self.operand(key, item);
                let value = self.expression(item);
                self.emit(Instruction::DictInsert { dict, key: key_register, value }, span(item));
            }
            Element::Yield(item) => {
                let src = self.expression(item);
                let ignored = self.temporary();
                self.emit(Instruction::Yield { dst: ignored, src }, span(item));
            }
        }
        self.function.emitter.release(height);
    }

    /// The first iterator is made outside and handed in; the rest happens when the generator is asked.
    fn generator(&mut self, comp: &ast::ExprGenerator, dst: Register) {
        let Some(first) = comp.generators.first() else { return };
        let at = span(comp);
        let base = self.temporary();
        let definition = Definition {
            range: comp.range,
            kind: ScopeKind::Generator,
            name: "<genexpr>",
            parameters: vec![".0".to_owned()],
            shape: Parameters { positional: 1, positional_only: 1, ..Parameters::default() },
            docstring: None,
            annotations: Vec::new(),
        };
        let code = self.code(definition, |this| {
            this.generators(&comp.generators, Register(0), Element::Yield(&comp.elt));
            let src = this.constant(Constant::None, at);
            this.emit(Instruction::Return { src }, at);
        });
        self.emit(Instruction::MakeFunction { dst: base, code, base }, at);
        let iterator = self.temporary();
        self.iterator_of(&first.iter, first.is_async, iterator);
        self.emit(Instruction::Call { count: 1, dst, base }, at);
    }
}
