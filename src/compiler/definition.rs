//! Functions, lambdas and classes.

use std::sync::Arc;

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::TextRange;

use super::{
    annotations,
    body::{Body, Function, span},
    emitter::Heading,
    scope::{ScopeId, ScopeKind},
    span_of,
    statement::docstring,
};
use crate::{
    program::{Annotation, Capture, CodeId, CodeKind, Constant, Instruction, NameId, Parameters, Register, STARRED},
    source::Span,
};

/// A function of the program before its body is compiled.
pub struct Definition<'e> {
    /// The node that opened the scope.
    pub range: TextRange,
    /// What kind of node.
    pub kind: ScopeKind,
    /// The name in tracebacks.
    pub name: &'e str,
    /// Its parameters in the order of their registers.
    pub parameters: Vec<String>,
    /// How they can be given.
    pub shape: Parameters,
    /// The docstring.
    pub docstring: Option<Arc<str>>,
    /// The annotated parameters, and the result.
    pub annotations: Vec<Annotation>,
}

impl Body<'_, '_> {
    /// `def`.
    pub fn function_definition(&mut self, function: &ast::StmtFunctionDef) {
        let height = self.function.emitter.height();
        let at = span(function);
        let dst = self.decorators(&function.decorator_list);
        let annotations = self.annotations_of_function(function);
        let definition = Definition {
            annotations,
            range: function.range,
            kind: ScopeKind::Function,
            name: &function.name.id,
            parameters: parameter_names(&function.parameters),
            shape: parameter_shape(&function.parameters),
            docstring: docstring(&function.body),
        };
        let base = self.defaults(&function.parameters);
        let code = self.code(definition, |this| this.function_body(&function.body, at));
        let annotations = self.evaluated_annotations(function);
        self.emit(Instruction::MakeFunction { dst, code, base }, span(&function.name));
        if let Some(value) = annotations {
            let name = self.unit.name(annotations::DICT);
            self.emit(Instruction::SetAttribute { object: dst, name, value }, span(&function.name));
        }
        self.decorate(&function.decorator_list, dst);
        let result = Register(dst.0 - function.decorator_list.len() as u16);
        self.store_name(&function.name.id, result, span(&function.name));
        self.function.emitter.release(height);
    }

    fn function_body(&mut self, body: &[Stmt], at: Span) {
        self.statements(body);
        let end = Span::new(at.end, at.end);
        let src = self.constant(Constant::None, end);
        self.emit(Instruction::Return { src }, end);
    }

    /// `lambda`.
    pub fn lambda(&mut self, lambda: &ast::ExprLambda, dst: Register) {
        let height = self.function.emitter.height();
        let none = ast::Parameters::default();
        let parameters = lambda.parameters.as_deref().unwrap_or(&none);
        let definition = Definition {
            range: lambda.range,
            kind: ScopeKind::Lambda,
            name: "<lambda>",
            parameters: parameter_names(parameters),
            shape: parameter_shape(parameters),
            docstring: None,
            annotations: Vec::new(),
        };
        let base = self.defaults(parameters);
        let code = self.code(definition, |this| {
            let src = this.expression(&lambda.body);
            this.emit(Instruction::Return { src }, span(&*lambda.body));
        });
        self.emit(Instruction::MakeFunction { dst, code, base }, span(lambda));
        self.function.emitter.release(height);
    }

    /// Default values in fresh registers: positional ones, then keyword-only ones.
    fn defaults(&mut self, parameters: &ast::Parameters) -> Register {
        let base = Register(self.function.emitter.height());
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        for parameter in positional.chain(&parameters.kwonlyargs) {
            if let Some(default) = &parameter.default {
                self.fresh(default);
            }
        }
        base
    }

    /// Compiles a function's body; its code object comes behind those of the functions inside it.
    pub fn code(&mut self, definition: Definition<'_>, inside: impl FnOnce(&mut Self)) -> CodeId {
        let id = self.unit.reserve_code();
        let scope = self.scopes.at(definition.range, definition.kind);
        let parameters: Vec<String> =
            definition.parameters.iter().map(|name| self.mangled(name).into_owned()).collect();
        let (around, locals, captures) = self.enter(scope, &parameters, definition.name);
        inside(self);
        let function = self.leave(around);
        let heading = Heading {
            name: Arc::from(definition.name),
            qualified_name: Arc::from(function.qualified_name.as_str()),
            kind: CodeKind::Function,
            module: self.module,
            hidden: self.hidden,
            system: self.is_system(),
            made: self.made.is_some(),
            resumable: self.scopes.get(scope).resumable(),
            parameters: definition.shape,
            locals,
            captures,
            docstring: definition.docstring,
            annotations: definition.annotations,
            span: span_of(definition.range),
        };
        let code = self.finish(function.emitter, heading);
        self.unit.set_code(id, code);
        id
    }

    /// `class`.
    pub fn class_definition(&mut self, class: &ast::StmtClassDef) {
        let height = self.function.emitter.height();
        let dst = self.decorators(&class.decorator_list);
        let (bases, keywords): (&[Expr], &[ast::Keyword]) =
            class.arguments.as_ref().map_or((&[], &[]), |arguments| (&arguments.args, &arguments.keywords));
        let at = span(&class.name);
        let starred = bases.iter().any(Expr::is_starred_expr) || bases.len() >= STARRED.into();
        let (base, behind) = if starred {
            let places = (self.temporary(), self.temporary());
            self.list(bases, places.0, at);
            places
        } else {
            (self.row(bases), self.temporary())
        };
        if keywords.is_empty() {
            self.constant_into(Constant::None, behind, at);
        } else {
            self.emit(Instruction::BuildDict { dst: behind, base: behind, count: 0 }, at);
            for keyword in keywords {
                self.keyword_argument(keyword, behind);
            }
        }
        let scope = self.scopes.at(class.range, ScopeKind::Class);
        let code = self.class_code(class, scope);
        let count = if starred { STARRED } else { bases.len() as u8 };
        self.emit(Instruction::PrepareClass { count, code, base }, at);
        self.emit(Instruction::BuildClass { count, dst, code, base }, at);
        self.decorate(&class.decorator_list, dst);
        let result = Register(dst.0 - class.decorator_list.len() as u16);
        self.store_name(&class.name.id, result, at);
        self.function.emitter.release(height);
    }

    fn class_code(&mut self, class: &ast::StmtClassDef, scope: ScopeId) -> CodeId {
        let id = self.unit.reserve_code();
        let (around, locals, captures) = self.enter(scope, &[], &class.name.id);
        if let Some(dst) = self.live_class() {
            self.emit(Instruction::BuildDict { dst, base: dst, count: 0 }, span(&class.name));
        }
        self.begin_evaluated(&class.body);
        self.statements(&class.body);
        self.emit(Instruction::ReturnClass, span(&class.name));
        // Private names are those of this class.
        let annotations = self.annotations_of_class(&class.body);
        let function = self.leave(around);
        let heading = Heading { annotations, ..self.class_heading(class, &function, locals, captures) };
        let code = self.finish(function.emitter, heading);
        self.unit.set_code(id, code);
        id
    }

    fn class_heading(
        &mut self,
        class: &ast::StmtClassDef,
        function: &Function,
        locals: Vec<NameId>,
        captures: Vec<Capture>,
    ) -> Heading {
        Heading {
            name: Arc::from(class.name.id.as_str()),
            qualified_name: Arc::from(function.qualified_name.as_str()),
            kind: CodeKind::Class,
            module: self.module,
            hidden: self.hidden,
            system: self.is_system(),
            made: self.made.is_some(),
            resumable: None,
            parameters: Parameters::default(),
            locals,
            captures,
            docstring: docstring(&class.body),
            annotations: Vec::new(),
            span: span(class),
        }
    }

    /// Evaluates the decorators into consecutive registers; returns the one behind them, for the decorated object.
    fn decorators(&mut self, decorators: &[ast::Decorator]) -> Register {
        for decorator in decorators {
            self.fresh(&decorator.expression);
        }
        self.temporary()
    }

    /// Calls the decorators, the innermost first, each with what stands behind it.
    fn decorate(&mut self, decorators: &[ast::Decorator], object: Register) {
        for (distance, decorator) in decorators.iter().rev().enumerate() {
            let base = Register(object.0 - 1 - distance as u16);
            self.emit(Instruction::Call { count: 1, dst: base, base }, span(&decorator.expression));
        }
    }
}

/// The parameters in the order of their registers.
fn parameter_names(parameters: &ast::Parameters) -> Vec<String> {
    let named = parameters.posonlyargs.iter().chain(&parameters.args).chain(&parameters.kwonlyargs);
    let named = named.map(|parameter| &parameter.parameter);
    let variadic = parameters.vararg.as_deref().into_iter().chain(parameters.kwarg.as_deref());
    named.chain(variadic).map(|parameter| parameter.name.id.to_string()).collect()
}

fn parameter_shape(parameters: &ast::Parameters) -> Parameters {
    let positional = parameters.posonlyargs.iter().chain(&parameters.args);
    Parameters {
        positional: (parameters.posonlyargs.len() + parameters.args.len()) as u16,
        positional_only: parameters.posonlyargs.len() as u16,
        keyword_only: parameters.kwonlyargs.len() as u16,
        defaults: positional.filter(|parameter| parameter.default.is_some()).count() as u16,
        keyword_defaults: parameters.kwonlyargs.iter().map(|parameter| parameter.default.is_some()).collect(),
        variadic: parameters.vararg.is_some(),
        keyword_variadic: parameters.kwarg.is_some(),
    }
}
