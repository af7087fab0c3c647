//! The tree of a text under CPython's names, for the module `ast`: its statements and patterns; `tree_expression` has the rest.
//! Tests: `tests/programs/modules/ast_*.py`.

use ruff_python_ast::{self as ast, ExceptHandler, Expr, Pattern, Stmt};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::{body::span, fault, literal_fault, made};
use crate::{
    program::{
        Constant,
        made::{Fault, Mode},
        tree::{Extent, Row},
    },
    source::{SourceText, Span},
};

/// The tree of a text.
///
/// # Errors
/// What is wrong with it.
pub fn parse(text: &str, file: &str, mode: Mode) -> Result<Vec<Row>, Fault> {
    let source = SourceText::new(file, text);
    let parsed = made::parse(&source, mode);
    let found = parsed.as_ref().err().map_or(&[][..], |found| found);
    if let Some((at, fault)) = literal_fault::first(&source, found)
        && found.first().is_none_or(|first| at <= first.span.start)
    {
        return Err(fault);
    }
    let statements = parsed.map_err(|found| fault::of(&found, &source, mode))?;
    if mode == Mode::Single && statements.is_empty() {
        return Err(fault::nothing());
    }
    let mut rows = Rows { source: &source, made: Vec::new(), newer: None };
    match (mode, &statements[..]) {
        (Mode::Eval, [Stmt::Expr(only)]) => {
            rows.expression(&only.value);
            rows.node("Expression", 1, None);
        }
        (Mode::Single, _) => {
            rows.statements(&statements);
            rows.node("Interactive", 1, None);
        }
        _ => {
            rows.statements(&statements);
            rows.list(0);
            rows.node("Module", 2, None);
        }
    }
    match rows.newer {
        Some(at) => Err(fault::behind("invalid syntax".to_owned(), at, &source)),
        None => Ok(rows.made),
    }
}

/// The rows of a tree, as far as they are there.
pub struct Rows<'s> {
    source: &'s SourceText,
    made: Vec<Row>,
    /// The first thing that only newer Pythons know.
    newer: Option<Span>,
}

impl Rows<'_> {
    /// A field that is no node.
    pub fn constant(&mut self, constant: Constant) {
        self.made.push(Row::Constant(constant));
    }

    /// Marks the last number as an imaginary part.
    pub fn imaginary(&mut self) {
        self.made.push(Row::Imaginary);
    }

    /// A field that is not there.
    pub fn none(&mut self) {
        self.constant(Constant::None);
    }

    /// A name or another text.
    pub fn text(&mut self, text: &str) {
        self.constant(Constant::Str(text.into()));
    }

    /// A number that is no part of the text.
    pub fn number(&mut self, number: i64) {
        self.constant(Constant::Int(number));
    }

    /// The last ones as a list.
    pub fn list(&mut self, count: usize) {
        self.made.push(Row::List(count));
    }

    /// A node of the last ones.
    pub fn node(&mut self, kind: &'static str, count: usize, range: Option<TextRange>) {
        let place = |offset: TextSize| {
            let offset = u32::from(offset);
            let line = self.source.line_of(offset);
            (line, offset - self.source.line_span(line).start)
        };
        let extent = range.map(|range| Extent { start: place(range.start()), end: place(range.end()) });
        self.made.push(Row::Node(kind, count, extent));
    }

    /// What only newer Pythons know.
    pub fn newer(&mut self, at: Span) {
        self.newer.get_or_insert(at);
        self.none();
    }

    /// A list of what a function writes down.
    pub fn each<T>(&mut self, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        let mut count = 0;
        for item in items {
            write(self, item);
            count += 1;
        }
        self.list(count);
    }

    /// A name that may not be there.
    pub fn name(&mut self, name: Option<&ast::Identifier>) {
        match name {
            Some(name) => self.text(&name.id),
            None => self.none(),
        }
    }

    fn statements(&mut self, statements: &[Stmt]) {
        self.each(statements, Self::statement);
    }

    #[expect(clippy::too_many_lines, reason = "one arm a statement")]
    fn statement(&mut self, statement: &Stmt) {
        let mut range = statement.range();
        let (kind, count) = match statement {
            Stmt::FunctionDef(function) => {
                range = self.without_decorators(range, &function.decorator_list);
                self.function(function)
            }
            Stmt::ClassDef(class) => {
                range = self.without_decorators(range, &class.decorator_list);
                self.class(class)
            }
            Stmt::Return(given) => {
                self.optional(given.value.as_deref());
                ("Return", 1)
            }
            Stmt::Delete(delete) => {
                self.expressions(&delete.targets);
                ("Delete", 1)
            }
            Stmt::Assign(assign) => {
                self.expressions(&assign.targets);
                self.expression(&assign.value);
                self.none();
                ("Assign", 3)
            }
            Stmt::AugAssign(assign) => {
                self.expression(&assign.target);
                self.operator(assign.op);
                self.expression(&assign.value);
                ("AugAssign", 3)
            }
            Stmt::AnnAssign(assign) => {
                self.expression(&assign.target);
                self.expression(&assign.annotation);
                self.optional(assign.value.as_deref());
                self.number(i64::from(assign.simple));
                ("AnnAssign", 4)
            }
            Stmt::For(each) => {
                self.expression(&each.target);
                self.expression(&each.iter);
                self.statements(&each.body);
                self.statements(&each.orelse);
                self.none();
                (if each.is_async { "AsyncFor" } else { "For" }, 5)
            }
            Stmt::While(repeat) => {
                self.expression(&repeat.test);
                self.statements(&repeat.body);
                self.statements(&repeat.orelse);
                ("While", 3)
            }
            Stmt::If(branch) => return self.branches(branch),
            Stmt::With(with) => {
                self.each(&with.items, |rows, item| {
                    rows.expression(&item.context_expr);
                    rows.optional(item.optional_vars.as_deref());
                    rows.node("withitem", 2, None);
                });
                self.statements(&with.body);
                self.none();
                (if with.is_async { "AsyncWith" } else { "With" }, 3)
            }
            Stmt::Match(choice) => {
                self.expression(&choice.subject);
                self.each(&choice.cases, |rows, case| {
                    rows.pattern(&case.pattern);
                    rows.optional(case.guard.as_deref());
                    rows.statements(&case.body);
                    rows.node("match_case", 3, None);
                });
                ("Match", 2)
            }
            Stmt::Raise(raise) => {
                self.optional(raise.exc.as_deref());
                self.optional(raise.cause.as_deref());
                ("Raise", 2)
            }
            Stmt::Try(attempt) => {
                self.statements(&attempt.body);
                self.each(&attempt.handlers, Self::handler);
                self.statements(&attempt.orelse);
                self.statements(&attempt.finalbody);
                (if attempt.is_star { "TryStar" } else { "Try" }, 4)
            }
            Stmt::Assert(assert) => {
                self.expression(&assert.test);
                self.optional(assert.msg.as_deref());
                ("Assert", 2)
            }
            Stmt::Import(import) => {
                self.aliases(&import.names);
                ("Import", 1)
            }
            Stmt::ImportFrom(import) => {
                self.name(import.module.as_ref());
                self.aliases(&import.names);
                self.number(i64::from(import.level));
                ("ImportFrom", 3)
            }
            Stmt::Global(global) => {
                self.each(&global.names, |rows, name| rows.text(&name.id));
                ("Global", 1)
            }
            Stmt::Nonlocal(nonlocal) => {
                self.each(&nonlocal.names, |rows, name| rows.text(&name.id));
                ("Nonlocal", 1)
            }
            Stmt::Expr(only) => {
                self.expression(&only.value);
                ("Expr", 1)
            }
            Stmt::Pass(_) => ("Pass", 0),
            Stmt::Break(_) => ("Break", 0),
            Stmt::Continue(_) => ("Continue", 0),
            Stmt::TypeAlias(_) | Stmt::IpyEscapeCommand(_) => return self.newer(span(statement)),
        };
        self.node(kind, count, Some(self.with_semicolon(statement, range)));
    }

    /// The semicolon behind the last statement of a block belongs to what has the block.
    fn with_semicolon(&self, statement: &Stmt, range: TextRange) -> TextRange {
        match statement {
            Stmt::FunctionDef(_)
            | Stmt::ClassDef(_)
            | Stmt::For(_)
            | Stmt::While(_)
            | Stmt::With(_)
            | Stmt::Match(_)
            | Stmt::Try(_) => TextRange::new(range.start(), self.behind_semicolon(range.end())),
            _ => range,
        }
    }

    /// Where a block ends whose last statement ends here.
    fn behind_semicolon(&self, at: TextSize) -> TextSize {
        let rest = &self.source.text()[usize::from(at)..];
        match rest.trim_start_matches([' ', '\t', '\x0c']).strip_prefix(';') {
            Some(behind) => at + TextSize::of(rest) - TextSize::of(behind),
            None => at,
        }
    }

    /// Where the next thing stands that is no white space.
    pub fn behind_space(&self, at: TextSize) -> TextSize {
        let rest = &self.source.text()[usize::from(at)..];
        at + TextSize::of(rest) - TextSize::of(rest.trim_start())
    }

    /// A definition begins with its own first word.
    fn without_decorators(&self, range: TextRange, decorators: &[ast::Decorator]) -> TextRange {
        let Some(last) = decorators.last() else { return range };
        let text = self.source.text();
        let mut at = usize::from(last.end());
        loop {
            let rest = &text[at..];
            let trimmed =
                rest.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, '\\' | ')'));
            at += rest.len() - trimmed.len();
            if !trimmed.starts_with('#') {
                return TextRange::new((at as u32).into(), range.end());
            }
            at += trimmed.find('\n').unwrap_or(trimmed.len());
        }
    }

    fn function(&mut self, function: &ast::StmtFunctionDef) -> (&'static str, usize) {
        if function.type_params.is_some() {
            self.newer.get_or_insert(span(&function.name));
        }
        self.text(&function.name.id);
        self.parameters(Some(&function.parameters));
        self.statements(&function.body);
        self.each(&function.decorator_list, |rows, decorator| rows.expression(&decorator.expression));
        self.optional(function.returns.as_deref());
        self.none();
        (if function.is_async { "AsyncFunctionDef" } else { "FunctionDef" }, 6)
    }

    fn class(&mut self, class: &ast::StmtClassDef) -> (&'static str, usize) {
        if class.type_params.is_some() {
            self.newer.get_or_insert(span(&class.name));
        }
        self.text(&class.name.id);
        match &class.arguments {
            Some(arguments) => self.arguments(arguments),
            None => {
                self.list(0);
                self.list(0);
            }
        }
        self.statements(&class.body);
        self.each(&class.decorator_list, |rows, decorator| rows.expression(&decorator.expression));
        ("ClassDef", 5)
    }

    /// Every `elif` is an `if` in the `else` of the one before, and ends where all of it ends.
    fn branches(&mut self, branch: &ast::StmtIf) {
        self.expression(&branch.test);
        self.statements(&branch.body);
        let end = self.behind_semicolon(branch.end());
        let mut open = vec![TextRange::new(branch.start(), end)];
        let mut otherwise = false;
        for clause in &branch.elif_else_clauses {
            match &clause.test {
                Some(test) => {
                    self.expression(test);
                    open.push(TextRange::new(clause.start(), end));
                }
                None => otherwise = true,
            }
            self.statements(&clause.body);
        }
        if !otherwise {
            self.list(0);
        }
        while let Some(range) = open.pop() {
            self.node("If", 3, Some(range));
            if !open.is_empty() {
                self.list(1);
            }
        }
    }

    fn handler(&mut self, handler: &ExceptHandler) {
        let ExceptHandler::ExceptHandler(handler) = handler;
        self.optional(handler.type_.as_deref());
        self.name(handler.name.as_ref());
        self.statements(&handler.body);
        let range = TextRange::new(handler.start(), self.behind_semicolon(handler.end()));
        self.node("ExceptHandler", 3, Some(range));
    }

    fn aliases(&mut self, aliases: &[ast::Alias]) {
        self.each(aliases, |rows, alias| {
            rows.text(&alias.name.id);
            rows.name(alias.asname.as_ref());
            rows.node("alias", 2, Some(alias.range));
        });
    }

    fn pattern(&mut self, pattern: &Pattern) {
        let (kind, count) = match pattern {
            Pattern::MatchValue(value) => {
                self.expression(&value.value);
                ("MatchValue", 1)
            }
            Pattern::MatchSingleton(singleton) => {
                self.constant(match singleton.value {
                    ast::Singleton::None => Constant::None,
                    ast::Singleton::True => Constant::Bool(true),
                    ast::Singleton::False => Constant::Bool(false),
                });
                ("MatchSingleton", 1)
            }
            Pattern::MatchSequence(sequence) => {
                self.each(&sequence.patterns, Self::pattern);
                ("MatchSequence", 1)
            }
            Pattern::MatchMapping(mapping) => {
                self.expressions(&mapping.keys);
                self.each(&mapping.patterns, Self::pattern);
                self.name(mapping.rest.as_ref());
                ("MatchMapping", 3)
            }
            Pattern::MatchClass(class) => {
                self.expression(&class.cls);
                self.each(&class.arguments.patterns, Self::pattern);
                self.each(&class.arguments.keywords, |rows, keyword| rows.text(&keyword.attr.id));
                self.each(&class.arguments.keywords, |rows, keyword| rows.pattern(&keyword.pattern));
                ("MatchClass", 4)
            }
            Pattern::MatchStar(star) => {
                self.name(star.name.as_ref());
                ("MatchStar", 1)
            }
            Pattern::MatchAs(named) => {
                match &named.pattern {
                    Some(inner) => self.pattern(inner),
                    None => self.none(),
                }
                self.name(named.name.as_ref());
                ("MatchAs", 2)
            }
            Pattern::MatchOr(either) => {
                self.each(&either.patterns, Self::pattern);
                ("MatchOr", 1)
            }
        };
        self.node(kind, count, Some(pattern.range()));
    }

    /// Expressions as a list.
    pub fn expressions(&mut self, expressions: &[Expr]) {
        self.each(expressions, Self::expression);
    }
}
