//! What threads can share: which module-level variables, attributes and lists a step must stop before.
//!
//! The machine makes an access visible only if another thread could notice it. Objects are watched while the program
//! runs; this analysis adds what the text alone tells, and errs on the side of "shared":
//!
//! 1. A module-level variable that no function mentions belongs to the thread that runs the module.
//! 2. A module-level variable that no function writes is constant once the module is past the last statement that
//!    binds it (and out of every loop around that): it is *settled*.
//! 3. An attribute that is bound only on `self` inside `__init__` cannot change after its object was made.
//! 4. A list, tuple or dict display bound once at module level, and only ever indexed, iterated or measured, is fixed.
//!
//! Tests: at the end of this file, and every scenario with a race.

use indexmap::{IndexMap, IndexSet};
use ruff_python_ast::{
    self as ast, Expr, ExprContext, Stmt,
    visitor::{self, Visitor},
};
use rustc_hash::FxBuildHasher;

use super::scope::{Place, ScopeId, Scopes};

pub type NameSet = IndexSet<String, FxBuildHasher>;
type Names<'t> = IndexSet<&'t str, FxBuildHasher>;
type Counts<'t> = IndexMap<&'t str, u32, FxBuildHasher>;

/// What the text of one module tells about sharing.
#[derive(Debug, Default)]
pub struct Sharing {
    /// Module-level variables that functions mention.
    pub shared: NameSet,
    /// Of these, the ones that functions write: never settled.
    pub written_by_functions: NameSet,
    /// Module-level variables whose list, tuple or dict nobody changes.
    pub fixed: NameSet,
    /// Attributes that are written after an object was made.
    pub written_attributes: NameSet,
    /// The program writes attributes by computed names: any of them may change.
    pub any_attribute: bool,
}

impl Sharing {
    /// Analyses a module.
    #[must_use]
    pub fn of(body: &[Stmt], scopes: &Scopes) -> Self {
        let mut sharing = Self::default();
        for (id, scope) in scopes.iter().filter(|&(id, _)| runs_in_function(scopes, id)) {
            debug_assert_ne!(id, Scopes::MODULE);
            for (name, symbol) in &scope.symbols {
                if symbol.place == Place::Global {
                    if !sharing.shared.contains(name) {
                        sharing.shared.insert(name.clone());
                    }
                    if symbol.declared_global && symbol.bound {
                        sharing.written_by_functions.insert(name.clone());
                    }
                }
            }
        }
        let mut displays = Displays::default();
        displays.visit_body(body);
        let mut uses = Uses { displays: displays.0, shadowed: bound_names(scopes), ..Uses::default() };
        uses.visit_body(body);
        if uses.any_variable {
            // Whoever has the namespace of the module can write any variable of it.
            let module = scopes.get(Scopes::MODULE).symbols.iter().filter(|(_, symbol)| symbol.bound);
            let all: NameSet = module.map(|(name, _)| name.clone()).collect();
            sharing.written_by_functions.extend(all.iter().cloned());
            sharing.shared.extend(all);
        } else {
            let fixed = uses.displays.iter().filter(|name| uses.is_fixed(name));
            sharing.fixed = fixed.map(|&name| name.to_owned()).collect();
        }
        sharing.written_attributes = uses.written_attributes;
        sharing.any_attribute = uses.any_attribute;
        sharing
    }
}

impl Sharing {
    /// Text that is run may do anything with any variable of the module, and bind names that nothing else binds.
    pub fn take_nothing_for_known(&mut self, scopes: &Scopes, unknown: &NameSet) {
        let module = scopes.iter().flat_map(|(_, scope)| &scope.symbols);
        let bound = module.filter(|(_, symbol)| symbol.bound && symbol.place == Place::Global);
        let all: NameSet = bound.map(|(name, _)| name.clone()).chain(unknown.iter().cloned()).collect();
        self.written_by_functions.extend(all.iter().cloned());
        self.shared.extend(all);
        self.fixed.clear();
        self.any_attribute = true;
    }
}

/// Names that the program binds anywhere: such a one may be no builtin.
fn bound_names(scopes: &Scopes) -> Names<'_> {
    let symbols = scopes.iter().flat_map(|(_, scope)| &scope.symbols);
    symbols.filter(|(_, symbol)| symbol.bound || symbol.parameter).map(|(name, _)| name.as_str()).collect()
}

/// Whether code of the scope can run in a thread other than the one that runs the module.
fn runs_in_function(scopes: &Scopes, mut id: ScopeId) -> bool {
    use super::scope::ScopeKind::{Function, Generator, Lambda};
    loop {
        let scope = scopes.get(id);
        if matches!(scope.kind, Function | Lambda | Generator) {
            return true;
        }
        let Some(parent) = scope.parent else { return false };
        id = parent;
    }
}

/// Builtins that look at a container and neither keep nor change it.
const READERS: &[&str] = &[
    "len",
    "enumerate",
    "zip",
    "sum",
    "sorted",
    "list",
    "tuple",
    "set",
    "min",
    "max",
    "any",
    "all",
    "print",
    "range",
    "reversed",
    "str",
    "repr",
    "dict",
];

/// Methods that look at a container and do not change it.
const READING_METHODS: &[&str] = &["get", "items", "keys", "values", "index", "count", "copy"];

/// Names to which a display is bound at the top of the module.
#[derive(Default)]
struct Displays<'t>(Names<'t>);

impl<'a> Visitor<'a> for Displays<'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            Stmt::Assign(assign) => {
                let display =
                    matches!(*assign.value, Expr::List(_) | Expr::ListComp(_) | Expr::Tuple(_) | Expr::Dict(_));
                if let ([Expr::Name(name)], true) = (&assign.targets[..], display) {
                    self.0.insert(&name.id);
                }
            }
            _ => visitor::walk_stmt(self, statement),
        }
    }

    /// No statement stands in an expression.
    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// How names and attributes are used anywhere in the module. Names are taken by their text alone, whatever scope they
/// are in: a use of another variable of the same name only makes the analysis more careful.
#[derive(Default)]
struct Uses<'t> {
    /// Names to which a display is bound at the top of the module. Of no others it is noted how they are used.
    displays: Names<'t>,
    changed: Names<'t>,
    bindings: Counts<'t>,
    written_attributes: NameSet,
    any_attribute: bool,
    /// The namespace of the module is asked for.
    any_variable: bool,
    /// Names that are not, or not only, those of builtins.
    shadowed: Names<'t>,
    own: Option<&'t str>,
}

impl<'t> Uses<'t> {
    fn is_fixed(&self, name: &str) -> bool {
        self.bindings.get(name) == Some(&1) && !self.changed.contains(name)
    }

    fn change(&mut self, name: &'t str) {
        if self.displays.contains(name) {
            self.changed.insert(name);
        }
    }

    fn bind(&mut self, name: &'t str) {
        if self.displays.contains(name) {
            *self.bindings.entry(name).or_default() += 1;
        }
    }

    /// Walks an expression in a place where a container is only looked at.
    fn look(&mut self, expression: &'t Expr) {
        if !matches!(expression, Expr::Name(_)) {
            self.visit_expr(expression);
        }
    }

    fn call(&mut self, call: &'t ast::ExprCall) {
        let mut reader = false;
        match &*call.func {
            Expr::Name(name) => {
                reader = READERS.contains(&name.id.as_str()) && !self.shadowed.contains(name.id.as_str());
                self.any_variable |= match name.id.as_str() {
                    "globals" => true,
                    "vars" => call.arguments.is_empty(),
                    _ => false,
                };
                self.reflection(&name.id, &call.arguments);
            }
            Expr::Attribute(method) if matches!(method.attr.id.as_str(), "setName" | "setDaemon") => {
                self.written_attributes.insert(method.attr.id.as_str()[3..].to_lowercase());
                self.visit_expr(&method.value);
            }
            Expr::Attribute(method) if READING_METHODS.contains(&method.attr.id.as_str()) => self.look(&method.value),
            func => self.visit_expr(func),
        }
        for argument in &call.arguments.args {
            if reader { self.look(argument) } else { self.visit_expr(argument) }
        }
        call.arguments.keywords.iter().for_each(|keyword| self.visit_expr(&keyword.value));
    }

    /// `setattr(o, name, v)`, `delattr` and `vars` write attributes that no assignment shows.
    fn reflection(&mut self, function: &str, arguments: &ast::Arguments) {
        match function {
            "setattr" | "delattr" => match arguments.args.get(1) {
                Some(Expr::StringLiteral(name)) => {
                    self.written_attributes.insert(name.value.to_str().to_owned());
                }
                _ => self.any_attribute = true,
            },
            "vars" => self.any_attribute = true,
            _ => {}
        }
    }
}

impl<'a> Visitor<'a> for Uses<'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::For(each) => {
                self.look(&each.iter);
                self.visit_expr(&each.target);
                self.visit_body(&each.body);
                self.visit_body(&each.orelse);
            }
            Stmt::FunctionDef(function) => {
                let own = (&*function.name.id == "__init__")
                    .then(|| function.parameters.iter().next())
                    .flatten()
                    .map(|first| first.as_parameter().name.id.as_str());
                let around = std::mem::replace(&mut self.own, own);
                visitor::walk_stmt(self, statement);
                self.own = around;
            }
            Stmt::Global(global) => {
                // A function that may bind the name anew.
                global.names.iter().for_each(|name| self.change(&name.id));
            }
            _ => visitor::walk_stmt(self, statement),
        }
    }

    fn visit_pattern(&mut self, pattern: &'a ast::Pattern) {
        let bound = match pattern {
            ast::Pattern::MatchAs(capture) => capture.name.as_ref(),
            ast::Pattern::MatchStar(star) => star.name.as_ref(),
            ast::Pattern::MatchMapping(mapping) => mapping.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = bound {
            self.bind(&name.id);
        }
        visitor::walk_pattern(self, pattern);
    }

    fn visit_comprehension(&mut self, comprehension: &'a ast::Comprehension) {
        self.look(&comprehension.iter);
        self.visit_expr(&comprehension.target);
        comprehension.ifs.iter().for_each(|condition| self.visit_expr(condition));
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Name(name) => match name.ctx {
                ExprContext::Load | ExprContext::Del => {
                    // A builtin under another name.
                    self.any_variable |= name.id.as_str() == "globals" || name.id.as_str() == "vars";
                    self.any_attribute |= matches!(name.id.as_str(), "setattr" | "delattr" | "vars");
                    self.change(&name.id);
                }
                _ => self.bind(&name.id),
            },
            Expr::Subscript(subscript) if subscript.ctx == ExprContext::Load => {
                self.look(&subscript.value);
                self.visit_expr(&subscript.slice);
            }
            Expr::Compare(compare) => {
                self.visit_expr(&compare.left);
                for (op, right) in compare.ops.iter().zip(&compare.comparators) {
                    let membership = matches!(op, ast::CmpOp::In | ast::CmpOp::NotIn);
                    if membership { self.look(right) } else { self.visit_expr(right) }
                }
            }
            Expr::Call(call) => self.call(call),
            Expr::Attribute(attribute) => {
                let on_own = matches!(&*attribute.value, Expr::Name(name) if self.own == Some(name.id.as_str()));
                if attribute.ctx != ExprContext::Load && !on_own {
                    self.written_attributes.insert(attribute.attr.id.to_string());
                }
                self.any_attribute |= &*attribute.attr.id == "__dict__";
                self.visit_expr(&attribute.value);
            }
            _ => visitor::walk_expr(self, expression),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn analyse(text: &str) -> Sharing {
        let parsed = ruff_python_parser::parse_module(text).unwrap();
        let scopes = Scopes::of(parsed.suite(), false, &|_| Vec::new(), &mut Vec::new());
        Sharing::of(parsed.suite(), &scopes)
    }

    fn names(set: &NameSet) -> Vec<&str> {
        set.iter().map(String::as_str).collect()
    }

    #[test]
    fn only_variables_that_functions_mention_are_shared() {
        let sharing = analyse("a = 1\nb = 2\ndef f():\n    global b\n    b = a\nt = 3\nprint(t)\n");
        assert_eq!(names(&sharing.shared), ["b", "a"]);
        assert_eq!(names(&sharing.written_by_functions), ["b"]);
    }

    #[test]
    fn a_display_that_is_only_indexed_is_fixed() {
        let sharing = analyse("forks = [1, 2]\nseats = []\ndef f(i):\n    seats.append(forks[i])\n");
        assert_eq!(names(&sharing.fixed), ["forks"]);
    }

    #[test]
    fn a_display_that_gets_another_name_is_not_fixed() {
        assert!(analyse("a = [1]\nb = a\n").fixed.is_empty());
    }

    #[test]
    fn a_function_named_like_a_builtin_is_none() {
        let text = "box = [0]\ndef sum(things):\n    things[0] += 1\ndef f():\n    sum(box)\n";
        assert!(analyse(text).fixed.is_empty());
    }

    #[test]
    fn who_asks_for_the_namespace_may_write_any_variable() {
        let sharing = analyse("a = 1\ndef f():\n    globals()['a'] = 2\n");
        assert_eq!(names(&sharing.written_by_functions), ["a", "f"]);
    }

    #[test]
    fn attributes_bound_on_self_in_init_do_not_count_as_written() {
        let text = "class A:\n    def __init__(self):\n        self.x = 1\n        self.y = 2\n    def f(self):\n        self.y = 3\n";
        assert_eq!(names(&analyse(text).written_attributes), ["y"]);
        assert!(analyse("setattr(o, n, 1)\n").any_attribute);
    }
}
