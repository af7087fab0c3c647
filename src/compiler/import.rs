//! Imports: which modules a program needs, and the statements themselves.

use indexmap::{IndexMap, IndexSet};
use ruff_python_ast::{
    self as ast, Expr, Stmt,
    visitor::{self, Visitor},
};
use rustc_hash::FxBuildHasher;

use super::{
    Diagnostic, Problem,
    body::{Binding, Body, span},
    check::UNMODELLED_BUILTINS,
    diagnostic::Feature,
    scope::Scopes,
    span_of,
    unit::Unit,
};
use crate::{
    program::{GlobalId, Instruction, Register, made::LIBRARY_BUILTINS},
    source::Span,
    stdlib::is_in_cpython,
};

/// Compiles every module that the statements import, at any depth.
pub fn compile_imports(unit: &mut Unit<'_>, statements: &[Stmt], hidden: bool, diagnostics: &mut Vec<Diagnostic>) {
    let mut imports = Imports::default();
    imports.visit_body(statements);
    for Wanted { name, bound, span } in imports.modules {
        // `import a.b` imports `a` first.
        for (end, _) in name.match_indices('.') {
            unit.library_module(&name[..end]);
        }
        if unit.library_module(&name).is_none()
            && !unit.is_under_way(&name)
            && !(is_in_cpython(&name) && is_idle(&bound, statements))
        {
            let nearest = unit.library.nearest(&name);
            diagnostics.push(Diagnostic { problem: Problem::UnmodelledModule { name, nearest }, span });
        }
    }
    if !hidden {
        for (module, name) in given_members(statements) {
            unit.give_member(&module, &name);
        }
        let mut used = Used::default();
        used.visit_body(statements);
        for (name, module, _) in LIBRARY_BUILTINS {
            if used.0.contains(*name) {
                unit.library_module(module);
            }
        }
    }
    for span in imports.relative {
        let problem = Problem::Unsupported { feature: Feature::RelativeImport };
        diagnostics.push(Diagnostic { problem, span });
    }
}

/// Whether nothing that an import binds is used: then it may do without a model.
fn is_idle(bound: &[String], statements: &[Stmt]) -> bool {
    let mut used = Used::default();
    used.visit_body(statements);
    bound.iter().all(|bound| bound != "*" && !used.0.contains(bound))
}

/// A module that is imported.
struct Wanted {
    name: String,
    /// The names that its import binds.
    bound: Vec<String>,
    span: Span,
}

/// Names that stand somewhere in the expressions of a module.
#[derive(Default)]
struct Used(IndexSet<String, FxBuildHasher>);

impl<'a> Visitor<'a> for Used {
    fn visit_expr(&mut self, expression: &'a Expr) {
        if let Expr::Name(name) = expression {
            self.0.insert(name.id.to_string());
        }
        visitor::walk_expr(self, expression);
    }
}

#[derive(Default)]
struct Imports {
    modules: Vec<Wanted>,
    relative: Vec<Span>,
}

impl<'a> Visitor<'a> for Imports {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Import(import) => {
                self.modules.extend(import.names.iter().map(|alias| Wanted {
                    name: alias.name.id.to_string(),
                    bound: vec![bound_name(alias).to_owned()],
                    span: span(&alias.name),
                }));
            }
            Stmt::ImportFrom(import) if import.level > 0 => self.relative.push(span(import)),
            Stmt::ImportFrom(import) => {
                if let Some(module) = &import.module {
                    let bound = import.names.iter().map(|alias| bound_name(alias).to_owned()).collect();
                    self.modules.push(Wanted { name: module.id.to_string(), bound, span: span(module) });
                }
            }
            _ => visitor::walk_stmt(self, statement),
        }
    }

    /// No statement stands in an expression.
    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// Module-level names bound by `def`, `class` or `import`: they are no variables to look at.
pub fn plain_definitions(statements: &[Stmt]) -> IndexSet<String, FxBuildHasher> {
    let mut names = Definitions::default();
    names.visit_body(statements);
    names.0
}

#[derive(Default)]
struct Definitions(IndexSet<String, FxBuildHasher>);

impl<'a> Visitor<'a> for Definitions {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(function) => {
                self.0.insert(function.name.id.to_string());
            }
            Stmt::ClassDef(class) => {
                self.0.insert(class.name.id.to_string());
            }
            Stmt::Import(ast::StmtImport { names, .. }) | Stmt::ImportFrom(ast::StmtImportFrom { names, .. }) => {
                self.0.extend(names.iter().map(|alias| bound_name(alias).to_owned()));
            }
            _ => visitor::walk_stmt(self, statement),
        }
    }

    /// No statement stands in an expression.
    fn visit_expr(&mut self, _: &'a Expr) {}
}

impl Body<'_, '_> {
    /// `import module`.
    pub fn import(&mut self, import: &ast::StmtImport) {
        for alias in &import.names {
            let height = self.function.emitter.height();
            let dst = self.temporary();
            let name = bound_name(alias);
            if imported_module(alias) != &*alias.name.id {
                self.import_into(dst, &alias.name.id, span(import));
            }
            if self.import_into(dst, imported_module(alias), span(import)) {
                self.store_name(name, dst, span(import));
            }
            self.function.emitter.release(height);
        }
    }

    /// `dst` = the module; returns whether there is one.
    fn import_into(&mut self, dst: Register, module: &str, at: Span) -> bool {
        let Some(id) = self.unit.module_named(module) else {
            if self.made.is_some() {
                self.raise_error("ModuleNotFoundError", &format!("No module named '{module}'"), at);
            }
            return false;
        };
        self.emit(Instruction::Import { dst, module: id }, at);
        true
    }

    /// `from module import names`.
    pub fn import_from(&mut self, import: &ast::StmtImportFrom) {
        let module_name = import.module.as_ref().map_or("", |module| module.id.as_str());
        let Some(module) = self.unit.module_named(module_name) else {
            if self.made.is_some() {
                let message = format!("No module named '{module_name}'");
                self.raise_error("ModuleNotFoundError", &message, span(import));
            }
            return;
        };
        let height = self.function.emitter.height();
        let at = span(import);
        let module_register = self.temporary();
        self.emit(Instruction::Import { dst: module_register, module }, at);
        for alias in &import.names {
            if &*alias.name.id == "*" {
                for name in self.unit.exports(module_name) {
                    self.import_name(module_name, &name, &name, at);
                }
            } else {
                let name = alias.asname.as_ref().unwrap_or(&alias.name);
                self.import_name(module_name, &alias.name.id, &name.id, span(alias));
            }
        }
        self.function.emitter.release(height);
    }

    fn import_name(&mut self, module: &str, member: &str, name: &str, at: Span) {
        let height = self.function.emitter.height();
        let dst = self.temporary();
        if module == "builtins" && self.is_native_builtin(member) {
            self.builtin(member, dst, at);
        } else {
            let Some(global) = self.member(module, member, at) else { return };
            self.emit(Instruction::LoadGlobal { dst, global }, at);
        }
        self.store_name(name, dst, at);
        self.function.emitter.release(height);
    }

    /// The variable of a module that is imported; a diagnostic if raddle does not model it.
    fn member(&mut self, module: &str, name: &str, at: Span) -> Option<GlobalId> {
        let id = self.unit.module_named(module)?;
        let global = self.unit.global(id, name);
        if self.unit.is_given(id, name) {
            // The program puts it there, at a time that only running tells.
            return None;
        }
        if global.is_none() && self.made.is_some() {
            let message = format!("cannot import name '{name}' from '{module}' (unknown location)");
            self.raise_error("ImportError", &message, at);
        } else if global.is_none() {
            let problem = Problem::UnmodelledMember { module: module.to_owned(), name: name.to_owned() };
            self.diagnostics.push(Diagnostic { problem, span: at });
        }
        global
    }

    /// `module.name` for a module that the program imports at its top: the variable itself.
    pub fn module_member(&mut self, object: &Expr, name: &str, at: Span) -> Option<GlobalId> {
        let Imported { module, member: None, .. } = self.imported(object)? else { return None };
        let module = module.clone();
        self.member(&module, name, at)
    }

    /// `dst` = `builtins.name`, if it is one that is not written in Python; returns whether it is.
    pub fn builtins_member(&mut self, object: &Expr, name: &str, dst: Register, at: Span) -> bool {
        let of_builtins =
            self.imported(object).is_some_and(|imported| imported.module == "builtins" && imported.member.is_none());
        let is_one = of_builtins && self.is_native_builtin(name);
        if is_one {
            self.builtin(name, dst, at);
        }
        is_one
    }

    /// `dst` = a builtin that is a member of a module of the library; returns whether it is one.
    pub fn library_builtin(&mut self, name: &str, dst: Register, at: Span) -> bool {
        let known = LIBRARY_BUILTINS.iter().find(|(builtin, ..)| *builtin == name);
        let Some((_, module, member)) = known else { return false };
        let global = self.unit.module_named(module).and_then(|module| self.unit.global(module, member));
        let Some(global) = global else { return false };
        self.import_into(dst, module, at);
        self.emit(Instruction::LoadGlobal { dst, global }, at);
        true
    }

    /// Whether the name can be that of a builtin of the machine.
    fn is_native_builtin(&self, name: &str) -> bool {
        let own = name.starts_with("vm_") || self.unit.python_builtin(name).is_some();
        !own && !UNMODELLED_BUILTINS.contains(&name)
    }

    /// What the program imports at its top under a name that it binds to nothing else later.
    fn imported(&self, expression: &Expr) -> Option<&Imported> {
        let Expr::Name(alias) = expression else { return None };
        let imported = self.imports.get(alias.id.as_str())?;
        let Binding::Global(_) = self.binding(&alias.id) else { return None };
        let symbol = self.scopes.get(Scopes::MODULE).symbols.get(alias.id.as_str())?;
        let written = self.sharing.written_by_functions.contains(alias.id.as_str());
        Some(imported).filter(|imported| imported.place == symbol.last_store && !written)
    }

    /// Whether that is `threading.Thread` or `threading.Timer`, and no class of the program.
    pub fn is_thread_class(&self, callee: &Expr) -> bool {
        let is_one = |name: &str| matches!(name, "Thread" | "Timer");
        let (object, attribute) = match callee {
            Expr::Attribute(attribute) => (&*attribute.value, Some(attribute.attr.id.as_str())),
            _ => (callee, None),
        };
        self.imported(object).is_some_and(|imported| {
            let name = imported.member.as_deref().xor(attribute);
            imported.module == "threading" && name.is_some_and(is_one)
        })
    }
}

/// The name that `import` binds: of `import a.b`, that is `a`.
fn bound_name(alias: &ast::Alias) -> &str {
    match &alias.asname {
        Some(name) => &name.id,
        None => alias.name.id.split('.').next().unwrap_or_default(),
    }
}

/// The module that `import` binds the name to: `a` for `import a.b`, but `a.b` for `import a.b as c`.
fn imported_module(alias: &ast::Alias) -> &str {
    if alias.asname.is_some() { &alias.name.id } else { bound_name(alias) }
}

/// What an `import` statement binds a name to.
#[derive(Debug)]
pub struct Imported {
    /// Where the name stands.
    place: u32,
    module: String,
    /// For `from module import member`.
    member: Option<String>,
}

/// By name, what the last `import` statement of the module that binds it binds it to.
pub type ImportedNames = IndexMap<String, Imported, FxBuildHasher>;

/// What the statements of a module import, outside of functions and classes.
pub fn imported_names(statements: &[Stmt]) -> ImportedNames {
    let mut collector = Collector::default();
    collector.visit_body(statements);
    collector.0
}

/// The attributes that the program sets on modules that it imports: which module, and the name.
fn given_members(statements: &[Stmt]) -> Vec<(String, String)> {
    let mut given = Given { imports: imported_names(statements), found: Vec::new() };
    given.visit_body(statements);
    given.found
}

struct Given {
    imports: ImportedNames,
    found: Vec<(String, String)>,
}

impl Given {
    fn add(&mut self, object: &Expr, name: &str) {
        let Expr::Name(alias) = object else { return };
        if let Some(Imported { module, member: None, .. }) = self.imports.get(alias.id.as_str()) {
            self.found.push((module.clone(), name.to_owned()));
        }
    }
}

impl<'a> Visitor<'a> for Given {
    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Attribute(attribute) if attribute.ctx.is_store() => self.add(&attribute.value, &attribute.attr.id),
            Expr::Call(call) if matches!(&*call.func, Expr::Name(name) if name.id == "setattr") => {
                if let [object, Expr::StringLiteral(name), _] = &*call.arguments.args {
                    self.add(object, name.value.to_str());
                }
            }
            _ => {}
        }
        visitor::walk_expr(self, expression);
    }
}

#[derive(Default)]
struct Collector(ImportedNames);

impl Collector {
    fn add(&mut self, alias: &ast::Alias, name: &str, module: &str, member: Option<&str>) {
        let place = span_of(alias.asname.as_ref().unwrap_or(&alias.name).range).start;
        let imported = Imported { place, module: module.to_owned(), member: member.map(str::to_owned) };
        self.0.insert(name.to_owned(), imported);
    }
}

impl<'a> Visitor<'a> for Collector {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Import(import) => {
                import.names.iter().for_each(|alias| self.add(alias, bound_name(alias), imported_module(alias), None));
            }
            Stmt::ImportFrom(import) => {
                let module = import.module.as_ref().map_or("", |module| module.id.as_str());
                import.names.iter().for_each(|alias| self.add(alias, bound_name(alias), module, Some(&alias.name.id)));
            }
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            _ => visitor::walk_stmt(self, statement),
        }
    }
}
