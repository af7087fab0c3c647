//! Which names each function, class and comprehension binds and uses, and where each name lives.
//!
//! Two passes: the `collector` walks the tree once and notes bindings and uses with their places; the resolver then
//! decides for each name between local, captured and global, by the rules of the Python language reference,
//! section 4.2.2. List, set and dict comprehensions are part of the function around them (PEP 709); a generator
//! expression is a function of its own.

use std::{borrow::Cow, sync::Arc};

use indexmap::IndexMap;
use ruff_python_ast::{Stmt, visitor::Visitor};
use ruff_text_size::TextRange;
use rustc_hash::FxBuildHasher;

use super::{
    collector::Collector,
    diagnostic::{Diagnostic, Problem},
};
use crate::program::Resumable;

/// Index of a scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct ScopeId(pub usize);

/// What a scope belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    /// A generator expression.
    Generator,
    /// A list, set or dict comprehension: its names are locals of the frame around.
    Comprehension,
}

impl ScopeKind {
    /// Whether the scope has a frame of its own that can hold locals for functions inside.
    #[must_use]
    pub const fn is_function(self) -> bool {
        matches!(self, Self::Function | Self::Lambda | Self::Generator)
    }
}

/// A function, class, comprehension or the module.
#[derive(Debug)]
pub struct Scope {
    /// What it belongs to.
    pub kind: ScopeKind,
    /// The scope around.
    pub parent: Option<ScopeId>,
    /// Its names in the order of first mention.
    pub symbols: IndexMap<String, Symbol, FxBuildHasher>,
    /// The function contains a `yield`.
    pub generator: bool,
    /// It is an `async def`, or a generator expression that awaits.
    pub is_async: bool,
    /// The name of the class whose body this is in, without leading underscores: for `__private` names.
    pub class_name: Option<Arc<str>>,
}

impl Scope {
    /// What a call of the function makes instead of running it.
    #[must_use]
    pub const fn resumable(&self) -> Option<Resumable> {
        match (self.is_async, self.generator) {
            (false, false) => None,
            (false, true) => Some(Resumable::Generator),
            (true, false) => Some(Resumable::Coroutine),
            (true, true) => Some(Resumable::AsyncGenerator),
        }
    }
}

/// What is known of one name in one scope.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "facts that are independent of each other")]
pub struct Symbol {
    /// It is bound here.
    pub bound: bool,
    /// It is a parameter.
    pub parameter: bool,
    /// There is a `global` statement for it.
    pub declared_global: bool,
    /// There is a `nonlocal` statement for it.
    pub declared_nonlocal: bool,
    /// It is read here.
    pub used: bool,
    /// Offset of the last binding.
    pub last_store: u32,
    /// It is bound inside a loop (of this scope).
    pub stored_in_loop: bool,
    /// Offset where a function inside first takes it; `u32::MAX` if none does.
    pub first_capture: u32,
    /// A function inside binds it by `nonlocal`.
    pub stored_by_inner: bool,
    /// Where it lives.
    pub place: Place,
}

/// Where a name lives.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Place {
    /// In a register of the frame.
    Local,
    /// In a cell that this scope makes; functions inside use it too.
    Cell,
    /// In a cell of a function around.
    Free,
    /// In the module.
    #[default]
    Global,
}

impl Symbol {
    /// A cell that is written again after a function inside took it is memory that threads can share.
    #[must_use]
    pub fn cell_is_shared(&self) -> bool {
        self.stored_by_inner || self.stored_in_loop || self.last_store > self.first_capture
    }
}

/// All scopes of a module.
#[derive(Debug)]
pub struct Scopes {
    /// Annotations of functions, and of names in classes and outermost, are evaluated.
    pub annotations: bool,
    known: Vec<Scope>,
    by_node: IndexMap<(TextRange, ScopeKind), ScopeId, FxBuildHasher>,
}

impl Scopes {
    /// The module's own scope.
    pub const MODULE: ScopeId = ScopeId(0);

    /// Collects and resolves the names of a module.
    ///
    /// `annotations` says whether those are evaluated, `exports` what `from module import *` binds.
    pub fn of(
        body: &[Stmt],
        annotations: bool,
        exports: &dyn Fn(&str) -> Vec<String>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut collector = Collector::new(annotations, exports, diagnostics);
        collector.visit_body(body);
        let mut scopes = Self { annotations, known: collector.scopes, by_node: collector.by_node };
        scopes.resolve(diagnostics);
        scopes
    }

    /// The scope of a node.
    ///
    /// # Panics
    /// When the node was not walked by the collector: a fault of the compiler.
    #[must_use]
    pub fn at(&self, range: TextRange, kind: ScopeKind) -> ScopeId {
        *self.by_node.get(&(range, kind)).expect("the collector walked every node that opens a scope")
    }

    /// A scope.
    #[must_use]
    pub fn get(&self, id: ScopeId) -> &Scope {
        &self.known[id.0]
    }

    /// Every scope, the module's first.
    pub fn iter(&self) -> impl Iterator<Item = (ScopeId, &Scope)> {
        self.known.iter().enumerate().map(|(at, scope)| (ScopeId(at), scope))
    }

    /// The nearest scope around that has a frame: comprehensions share that of the function around.
    #[must_use]
    pub fn frame_of(&self, mut id: ScopeId) -> ScopeId {
        while self.get(id).kind == ScopeKind::Comprehension {
            id = self.get(id).parent.unwrap_or(Self::MODULE);
        }
        id
    }

    /// Every function takes along the namespaces of a text that is compiled while a program runs.
    pub fn take_namespaces(&mut self) {
        // A name that any function declares global is global among the outermost statements, too.
        let declared = self.known.iter().flat_map(|scope| &scope.symbols).filter(|(_, one)| one.declared_global);
        let declared: Vec<String> = declared.map(|(name, _)| name.clone()).collect();
        for name in declared {
            self.known[0].symbols.entry(name).or_insert_with(Symbol::unseen).declared_global = true;
        }
        for scope in self.known.iter_mut().skip(1).filter(|scope| scope.kind != ScopeKind::Comprehension) {
            let taken = Symbol { place: Place::Free, ..Symbol::unseen() };
            scope.symbols.insert(crate::program::made::GLOBALS.to_owned(), taken);
        }
    }

    /// Class bodies that ask for their own namespace, or run text in it, have their names in a dict.
    pub fn find_live_classes(&mut self) {
        self.add_locals(|kind| kind == ScopeKind::Class);
    }

    /// In programs that run text, functions that ask for their variables have them in one dict whenever they ask: what else is put
    /// there stays.
    pub fn keep_locals(&mut self) {
        self.add_locals(ScopeKind::is_function);
    }

    fn add_locals(&mut self, of: impl Fn(ScopeKind) -> bool) {
        const ASKING: &[&str] = &["locals", "vars", "exec", "eval"];
        for scope in self.known.iter_mut().filter(|scope| of(scope.kind)) {
            let asks = |name: &&str| {
                scope.symbols.get(*name).is_some_and(|symbol| symbol.used && symbol.place == Place::Global)
            };
            if ASKING.iter().any(asks) {
                let own = Symbol { bound: true, place: Place::Local, ..Symbol::unseen() };
                scope.symbols.insert(crate::program::made::LOCALS.to_owned(), own);
            }
        }
    }

    fn resolve(&mut self, diagnostics: &mut Vec<Diagnostic>) {
        for at in 0..self.known.len() {
            // What is handed through to the functions inside is added behind these, and is resolved already.
            for place in 0..self.known[at].symbols.len() {
                self.resolve_name(ScopeId(at), place, diagnostics);
            }
        }
    }

    fn resolve_name(&mut self, id: ScopeId, place: usize, diagnostics: &mut Vec<Diagnostic>) {
        let scope = &mut self.known[id.0];
        let symbol = &mut scope.symbols[place];
        if symbol.declared_global || scope.kind == ScopeKind::Module {
            return;
        }
        if symbol.bound && !symbol.declared_nonlocal {
            if symbol.place == Place::Global {
                symbol.place = Place::Local;
            }
            return;
        }
        let nonlocal = symbol.declared_nonlocal;
        let at = symbol.last_store;
        let Some((name, _)) = self.known[id.0].symbols.get_index(place) else { return };
        match self.binder(id, name) {
            Some(binder) => self.capture(id, binder, &name.clone()),
            None if nonlocal => diagnostics.push(Diagnostic {
                problem: Problem::NoOuterBinding { name: name.to_owned() },
                span: crate::source::Span::new(at, at + name.len() as u32),
            }),
            None => {}
        }
    }

    /// The scope around whose local the name is; `None` when it is the module's.
    fn binder(&self, from: ScopeId, name: &str) -> Option<ScopeId> {
        let mut inside = &self.known[from.0];
        while let Some(id) = inside.parent {
            let scope = &self.known[id.0];
            let visible = match scope.kind {
                ScopeKind::Module => return None,
                // Methods, and comprehensions too, reach the class that they are written in, but not its other names.
                ScopeKind::Class => name == "__class__",
                _ => true,
            };
            if let Some(symbol) = scope.symbols.get(name).filter(|_| visible) {
                if symbol.declared_global {
                    return None;
                }
                if symbol.bound && !symbol.declared_nonlocal {
                    return Some(id);
                }
            }
            inside = scope;
        }
        None
    }

    /// Makes the name a cell of `binder` and hands it down to `user`, unless both are one frame.
    fn capture(&mut self, user: ScopeId, binder: ScopeId, name: &str) {
        let stores = self.known[user.0].symbols[name].declared_nonlocal;
        if self.frame_of(user) == self.frame_of(binder) {
            return;
        }
        let mut at = user;
        let mut position = u32::MAX;
        while self.frame_of(at) != self.frame_of(binder) {
            let scope = &mut self.known[at.0];
            if scope.kind != ScopeKind::Comprehension {
                position = self.by_node.get_index(at.0 - 1).map_or(0, |((range, _), _)| range.start().into());
                let bound = scope.symbols.get(name).is_some_and(|symbol| symbol.bound && !symbol.declared_nonlocal);
                let own = scope.kind == ScopeKind::Class && bound;
                let name = if own { handed_through(name) } else { name.to_owned() };
                scope.symbols.entry(name).or_insert_with(Symbol::unseen).place = Place::Free;
            }
            let Some(parent) = self.known[at.0].parent else { return };
            at = parent;
        }
        let symbol = &mut self.known[binder.0].symbols[name];
        symbol.place = Place::Cell;
        symbol.stored_by_inner |= stores;
        symbol.first_capture = symbol.first_capture.min(position);
    }
}

impl Symbol {
    /// A name that nothing is known of yet.
    #[must_use]
    pub fn unseen() -> Self {
        Self { first_capture: u32::MAX, ..Self::default() }
    }
}

/// The name of the cell that a class body hands to the functions inside it, when it binds the name itself: its own
/// variable is none of theirs.
#[must_use]
pub fn handed_through(name: &str) -> String {
    format!(".{name}")
}

/// The name that a private name of a class body really has: `__x` in class `A` is `_A__x`.
#[must_use]
pub fn mangled<'n>(class_name: Option<&str>, name: &'n str) -> Cow<'n, str> {
    match class_name {
        Some(class) if name.starts_with("__") && !name.ends_with("__") => format!("_{class}{name}").into(),
        _ => name.into(),
    }
}
