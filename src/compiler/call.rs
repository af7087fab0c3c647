//! Calls. The callable and its arguments stand in consecutive registers, where the called function finds its
//! parameters.

use ruff_python_ast::{self as ast, Expr};

use super::{
    body::{Binding, Body, span},
    expression::starred,
    scope::ScopeKind,
};
use crate::{
    program::{CallShape, Instruction, NameId, Register},
    source::Span,
};

/// More arguments than this go through a list.
const MOST_ARGUMENTS: usize = 200;

impl Body<'_, '_> {
    /// A call.
    pub fn call(&mut self, call: &ast::ExprCall, dst: Register) {
        let at = span(call);
        if self.is_zero_argument_super(call) && self.zero_argument_super(dst, at) {
            return;
        }
        let arguments = &call.arguments;
        let spread = arguments.args.iter().any(Expr::is_starred_expr)
            || arguments.keywords.iter().any(|keyword| keyword.arg.is_none())
            || arguments.len() > MOST_ARGUMENTS;
        let base = self.temporary();
        if spread {
            self.expression_into(&call.func, base);
            return self.spread_call(arguments, base, dst, at);
        }
        let mut method = self.callee(&call.func, base);
        let loaded =
            method.filter(|_| !arguments.args.iter().chain(values(arguments)).all(|value| self.is_at_hand(value)));
        if let Some(name) = loaded {
            // As CPython does it: first the method, then its arguments.
            self.temporary();
            self.emit(Instruction::LoadMethod { base, name }, span(&*call.func));
            method = None;
        }
        let loaded = loaded.is_some();
        let given_away = self.is_thread_class(&call.func);
        self.arguments(arguments, given_away);
        let count = arguments.len() as u8;
        if arguments.keywords.is_empty() {
            self.emit(
                match method {
                    Some(name) => Instruction::CallMethod { count, dst, base, name },
                    None if loaded => Instruction::CallLoaded { count, dst, base },
                    None => Instruction::Call { count, dst, base },
                },
                at,
            );
        } else {
            let names = arguments.keywords.iter().filter_map(|keyword| keyword.arg.as_ref());
            let keywords = names.map(|name| self.unit.name(&name.id)).collect();
            let shape = self.function.emitter.shape(CallShape { method, loaded, keywords });
            self.emit(Instruction::CallShaped { count, dst, base, shape }, at);
        }
    }

    /// Whether evaluating the expression is nothing that anybody could notice: it does not matter when it is done.
    fn is_at_hand(&self, expression: &Expr) -> bool {
        match expression {
            Expr::Name(name) => match self.binding(&name.id) {
                Binding::Local(_) => true,
                Binding::Global(_) => !self.is_shared(&name.id),
                _ => false,
            },
            Expr::Lambda(lambda) => lambda.parameters.is_none(),
            _ => expression.is_literal_expr(),
        }
    }

    /// Puts the callable into `base`, or the object whose method is called.
    fn callee(&mut self, callee: &Expr, base: Register) -> Option<NameId> {
        let Expr::Attribute(attribute) = callee else {
            self.expression_into(callee, base);
            return None;
        };
        if self.builtins_member(&attribute.value, &attribute.attr.id, base, span(attribute)) {
            return None;
        }
        if let Some(global) = self.module_member(&attribute.value, &attribute.attr.id, span(attribute)) {
            self.emit(Instruction::LoadGlobal { dst: base, global }, span(attribute));
            return None;
        }
        self.expression_into(&attribute.value, base);
        Some(self.attribute_name(&attribute.attr.id))
    }

    /// Positional arguments, then the values of keyword ones, in fresh registers. If they are given away, nobody but the
    /// callee knows a list or dict that is written down here, and it does not change them.
    fn arguments(&mut self, arguments: &ast::Arguments, given_away: bool) {
        for argument in arguments.args.iter().chain(values(arguments)) {
            let value = self.fresh(argument);
            if given_away && matches!(argument, Expr::List(_) | Expr::ListComp(_) | Expr::Dict(_) | Expr::DictComp(_)) {
                self.emit(Instruction::Freeze { value }, span(argument));
            }
        }
    }

    /// A call with `*` or `**`, or with very many arguments: a list and a dict behind the callable.
    fn spread_call(&mut self, arguments: &ast::Arguments, base: Register, dst: Register, at: Span) {
        let list = self.temporary();
        let dict = self.temporary();
        self.emit(Instruction::BuildList { dst: list, base: list, count: 0 }, at);
        for argument in &arguments.args {
            self.with_value(starred(argument), |this, value| {
                let instruction = match argument {
                    Expr::Starred(_) => Instruction::ListExtend { list, iterable: value },
                    _ => Instruction::ListAppend { list, value },
                };
                this.emit(instruction, span(argument));
            });
        }
        self.emit(Instruction::BuildDict { dst: dict, base: dict, count: 0 }, at);
        for keyword in &arguments.keywords {
            self.keyword_argument(keyword, dict);
        }
        self.emit(Instruction::CallSpread { dst, base }, at);
    }

    /// Puts a keyword argument into a dict.
    pub fn keyword_argument(&mut self, keyword: &ast::Keyword, dict: Register) {
        let height = self.function.emitter.height();
        let at = span(&keyword.value);
        let value = self.expression(&keyword.value);
        match &keyword.arg {
            Some(name) => {
                let text = std::sync::Arc::from(name.id.as_str());
                let key = self.constant(crate::program::Constant::Str(text), at);
                self.emit(Instruction::DictInsert { dict, key, value }, at);
            }
            None => self.emit(Instruction::DictUpdate { dict, mapping: value, call: true }, at),
        }
        self.function.emitter.release(height);
    }

    fn is_zero_argument_super(&self, call: &ast::ExprCall) -> bool {
        let is_super = matches!(&*call.func, Expr::Name(name) if &*name.id == "super");
        is_super && call.arguments.is_empty() && matches!(self.binding("super"), Binding::Builtin | Binding::Named)
    }

    /// `super()` in a method: the class that the method is written in, and the method's first parameter.
    fn zero_argument_super(&mut self, dst: Register, at: Span) -> bool {
        let frame = self.scopes.frame_of(self.function.scope);
        let scope = self.scopes.get(frame);
        let first = scope.symbols.iter().find(|(_, symbol)| symbol.parameter).map(|(name, _)| name.clone());
        let (Some(first), ScopeKind::Function) = (first, scope.kind) else { return false };
        let Binding::Cell { cell, .. } = self.binding("__class__") else { return false };
        // What is missing, an object or a class that is not made yet, has messages of its own.
        let class = self.temporary();
        self.emit(Instruction::Move { dst: class, src: cell }, at);
        let object = self.temporary();
        match self.binding(&first) {
            Binding::Local(src) => self.emit(Instruction::Move { dst: object, src }, at),
            _ => self.load_name(&first, object, at),
        }
        self.emit(Instruction::MakeSuper { dst, class, object }, at);
        true
    }
}

/// The values of the arguments that are given by keyword.
fn values(arguments: &ast::Arguments) -> impl Iterator<Item = &Expr> {
    arguments.keywords.iter().map(|keyword| &keyword.value)
}
