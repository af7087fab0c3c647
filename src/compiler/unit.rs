//! The tables of the program that is being compiled, and the modules that go into it.

use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};
use ruff_python_ast::Stmt;
use rustc_hash::FxBuildHasher;

use super::{
    Diagnostic, Problem, annotations,
    body::Body,
    check, dynamic, import,
    literal::Overrides,
    mention, release,
    scope::{ScopeKind, Scopes},
    sharing::Sharing,
};
use crate::{
    program::{
        Code, CodeId, Constant, ConstantId, Global, GlobalId, Module, ModuleId, NameId, Names, Program, made::Made,
    },
    source::SourceText,
    stdlib::Library,
};

/// The module of the builtin functions that are written in Python.
const BUILTINS: &str = "builtins";

/// What a program's own module is called.
const MAIN: &str = "__main__";

/// The module of the library for bases of classes that stand for others.
const BASES: &str = "_bases";

/// The module of the library for what a program sees of a class by `__dict__`.
const DESCRIPTORS: &str = "_descriptors";

/// The module of the library that has the mapping which cannot be written.
const TYPES: &str = "types";

/// The module of the library for what few classes do with properties and `__class__`.
const SLOTS: &str = "_slots";

/// The module of the library for classes that say themselves in which order attributes are looked up.
const RESOLUTION: &str = "_resolution";

/// The module of the library for what objects are made of.
const REDUCTION: &str = "copyreg";

/// The module of the library for `exec`, `eval` and `compile`.
const DYNAMIC: &str = "_made";

/// The tables of the program that is being compiled.
#[expect(clippy::struct_excessive_bools, reason = "facts that are independent of each other")]
pub struct Unit<'l> {
    /// The embedded library.
    pub library: &'l Library,
    /// Values for the program's module, in place of those in its text.
    pub overrides: Overrides,
    /// The program's text: parts of the library are compiled for those programs only that mention them.
    pub program: Arc<SourceText>,
    modules: Vec<Module>,
    /// Modules of the library whose imports are being compiled: in the library, a package may import its parts.
    under_way: Vec<String>,
    /// Variables that only the program sets, in modules of the library.
    given: Vec<GlobalId>,
    codes: Vec<Option<Code>>,
    constants: IndexSet<Constant, FxBuildHasher>,
    names: Names,
    globals: Vec<Global>,
    variables: Vec<IndexMap<String, GlobalId, FxBuildHasher>>,
    written_attributes: IndexSet<NameId, FxBuildHasher>,
    any_attribute: bool,
    strangers_release: bool,
    /// A table has more rows than an operand can name.
    pub overflow: bool,
    /// A program names `exec`, `eval` or `compile`.
    pub dynamic: bool,
    /// The program that is running, for which a text is compiled.
    running: Option<Running<'l>>,
}

/// A program that is running, and a text that is compiled for it.
struct Running<'l> {
    program: &'l Program,
    /// The number that the first code object of the text will have.
    first: CodeId,
}

impl<'l> Unit<'l> {
    /// Empty tables.
    #[must_use]
    pub fn new(library: &'l Library, program: &Arc<SourceText>) -> Self {
        Self {
            library,
            program: Arc::clone(program),
            overrides: Overrides::default(),
            modules: Vec::new(),
            under_way: Vec::new(),
            given: Vec::new(),
            codes: Vec::new(),
            constants: IndexSet::default(),
            names: Names::new(),
            globals: Vec::new(),
            variables: Vec::new(),
            written_attributes: IndexSet::default(),
            any_attribute: false,
            strangers_release: false,
            overflow: false,
            dynamic: false,
            running: None,
        }
    }

    /// Tables for a text that is compiled for a running program, behind that one's.
    #[must_use]
    pub fn over(
        library: &'l Library,
        program: &'l Program,
        names: Names,
        source: &Arc<SourceText>,
        first: CodeId,
    ) -> Self {
        Self { names, running: Some(Running { program, first }), ..Self::new(library, source) }
    }

    /// The code objects of a text that was compiled for a running program, and the names.
    #[must_use]
    pub fn into_codes(self) -> (Vec<Code>, Names) {
        (self.codes.into_iter().flatten().collect(), self.names)
    }

    /// Compiles the builtin functions that are written in Python; they are the first module.
    pub fn builtins(&mut self) {
        self.library_module(BUILTINS);
    }

    /// Compiles a module of the library, unless that was done already.
    pub fn library_module(&mut self, name: &str) -> Option<ModuleId> {
        if let Some(known) = self.module_named(name) {
            return Some(known);
        }
        if self.is_under_way(name) {
            return None;
        }
        let source = self.library.source(name)?;
        self.under_way.push(name.to_owned());
        let compiled = self.module(name, &source, true);
        self.under_way.pop();
        match compiled {
            Ok(id) => Some(id),
            Err(diagnostics) => unreachable!("the embedded module {name} compiles: {diagnostics:?}"),
        }
    }

    /// Whether the imports of the module are being compiled.
    #[must_use]
    pub fn is_under_way(&self, name: &str) -> bool {
        self.under_way.iter().any(|known| known == name)
    }

    /// A module that is compiled already.
    #[must_use]
    pub fn module_named(&self, name: &str) -> Option<ModuleId> {
        if let Some(running) = &self.running {
            return running.program.module(name);
        }
        let at = self.modules.iter().position(|module| &*module.name == name)?;
        Some(ModuleId(at as u16))
    }

    /// Compiles the programs in the text, behind all that they import; returns how many they are.
    ///
    /// # Errors
    /// Everything that is wrong with their texts.
    pub fn programs(&mut self, source: &Arc<SourceText>) -> Result<u16, Vec<Diagnostic>> {
        let named = source.programs();
        let parts: Vec<_> = named.iter().map(|(name, span)| Arc::new(source.part(name, *span))).collect();
        let parts = if parts.is_empty() { vec![Arc::clone(source)] } else { parts };
        if parts.len() > 1 {
            for part in &parts {
                import::compile_imports(self, &super::parse(part)?, false, &mut Vec::new());
                self.seldom_modules(part.text());
                if dynamic::may_run_text(part.text()) {
                    self.library_module(DYNAMIC);
                    dynamic::compile_mentioned(self, part.text());
                }
            }
        }
        for part in &parts {
            self.module(MAIN, part, false)?;
        }
        Ok(parts.len() as u16)
    }

    /// Compiles the modules of the library for what few programs do.
    fn seldom_modules(&mut self, text: &str) {
        let mentions = |words: &[&str]| words.iter().any(|word| text.contains(word));
        for (needed, module) in [
            (dynamic::may_resolve_bases(text), BASES),
            (mentions(&["__dict__", "vars(", "__slots__"]), DESCRIPTORS),
            (mentions(&["mro("]), RESOLUTION),
            (mentions(&[".mapping"]), TYPES),
            (mentions(&["__getattribute__", "__class__", "= property("]), SLOTS),
            (mentions(&["__reduce", "__getstate__"]), REDUCTION),
        ] {
            if needed {
                self.library_module(module);
            }
        }
    }

    /// Compiles a module, after those that it imports.
    ///
    /// # Errors
    /// Everything that is wrong with its text.
    pub fn module(&mut self, name: &str, source: &Arc<SourceText>, hidden: bool) -> Result<ModuleId, Vec<Diagnostic>> {
        // What is looked at in a program's text is known of the library's: tests look at it (`compiler/tests.rs`, `release.rs`).
        let mut statements = if hidden { super::parse_trusted(source)? } else { super::parse(source)? };
        if hidden {
            statements = mention::settled(statements, self.program.text());
        } else {
            self.overrides.apply(&mut statements);
        }
        let mut diagnostics = Vec::new();
        import::compile_imports(self, &statements, hidden, &mut diagnostics);
        let annotations = !hidden && annotations::are_evaluated(source.text(), &statements);
        let mut scopes = Scopes::of(&statements, annotations, &|module| self.exports(module), &mut diagnostics);
        if !hidden {
            scopes.find_live_classes();
            check::check(&statements, &scopes, source, &mut diagnostics);
            if let Some((message, span)) = super::strict::first(&statements) {
                diagnostics.push(Diagnostic { problem: Problem::Syntax { message }, span });
            }
            self.seldom_modules(source.text());
        }
        let mut sharing = Sharing::of(&statements, &scopes);
        let mut unknown = IndexSet::default();
        if !hidden && dynamic::runs_text(&statements, &scopes) {
            self.dynamic = true;
            self.library_module(DYNAMIC);
            dynamic::compile_mentioned(self, source.text());
            unknown = dynamic::unknown_names(&scopes);
            sharing.take_nothing_for_known(&scopes, &unknown);
            scopes.keep_locals();
        }
        self.note_attributes(&sharing, hidden);
        self.strangers_release |=
            if hidden { release::LIBRARY.contains(&name) } else { release::is_for_strangers(&statements, false) };

        let id = ModuleId(self.modules.len() as u16);
        let module =
            Module { name: Arc::from(name), source: Arc::clone(source), body: CodeId(0), variables: Vec::new() };
        self.modules.push(module);
        self.declare_variables(id, &statements, &scopes, &sharing);
        for name in &unknown {
            self.add_global(id, name, Sharedness { shared: true, shown: true, constant: false });
        }
        self.sort_variables(id);
        let body = self.reserve_code();
        self.modules[id.index()].body = body;
        if diagnostics.is_empty() {
            let mut compiler = Body::module(self, &scopes, &sharing, id, hidden);
            let code = compiler.compile_module(&statements, source);
            diagnostics.append(&mut compiler.diagnostics);
            self.codes[body.index()] = code;
        }
        if diagnostics.is_empty() { Ok(id) } else { Err(diagnostics) }
    }

    fn declare_variables(&mut self, id: ModuleId, statements: &[Stmt], scopes: &Scopes, sharing: &Sharing) {
        self.variables.push(IndexMap::default());
        let plain = import::plain_definitions(statements);
        for (_, scope) in scopes.iter() {
            for (name, symbol) in &scope.symbols {
                let here = scope.kind == ScopeKind::Module || symbol.declared_global;
                if here && symbol.bound {
                    let shared = sharing.shared.contains(name);
                    let constant = !sharing.written_by_functions.contains(name);
                    self.add_global(id, name, Sharedness { shared, shown: shared && !plain.contains(name), constant });
                }
            }
        }
    }

    fn sort_variables(&mut self, id: ModuleId) {
        let mut variables: Vec<(NameId, GlobalId)> = Vec::new();
        for &global in self.variables[id.index()].values() {
            variables.push((self.globals[global.index()].name, global));
        }
        variables.sort_unstable();
        self.modules[id.index()].variables = variables;
    }

    fn add_global(&mut self, module: ModuleId, name: &str, Sharedness { shared, shown, constant }: Sharedness) {
        if self.variables[module.index()].contains_key(name) {
            return;
        }
        let id = GlobalId(self.globals.len() as u16);
        self.overflow |= self.globals.len() >= usize::from(u16::MAX);
        if !self.overflow {
            let name_id = self.name(name);
            self.globals.push(Global { name: name_id, module, shared, shown, constant });
            self.variables[module.index()].insert(name.to_owned(), id);
        }
    }

    /// Makes a variable that the program sets in a module of the library, unless that has it already.
    pub fn give_member(&mut self, module: &str, name: &str) {
        let Some(id) = self.module_named(module).filter(|id| id.index() > 0) else { return };
        if self.global(id, name).is_some() {
            return;
        }
        self.add_global(id, name, Sharedness { shared: true, shown: false, constant: false });
        if let Some(global) = self.global(id, name) {
            let name = self.globals[global.index()].name;
            let variables = &mut self.modules[id.index()].variables;
            variables.push((name, global));
            variables.sort_unstable();
            self.given.push(global);
        }
    }

    /// Whether the variable is one that only the program sets.
    #[must_use]
    pub fn is_given(&self, module: ModuleId, name: &str) -> bool {
        self.global(module, name).is_some_and(|global| self.given.contains(&global))
    }

    /// The module-level variable of that name.
    #[must_use]
    pub fn global(&self, module: ModuleId, name: &str) -> Option<GlobalId> {
        if let Some(Running { program, .. }) = &self.running {
            return program.global(module, program.names.get(name)?);
        }
        self.variables[module.index()].get(name).copied()
    }

    /// The name of a module.
    #[must_use]
    pub fn module_name(&self, module: ModuleId) -> Arc<str> {
        match self.running {
            Some(_) => Arc::from(self.program.name()),
            None => Arc::clone(&self.modules[module.index()].name),
        }
    }

    /// The name that messages give the text of a module.
    #[must_use]
    pub fn source_name(&self, module: ModuleId) -> &str {
        self.source_of(module).name()
    }

    /// A part of the text of a module.
    #[must_use]
    pub fn source_slice(&self, module: ModuleId, span: crate::source::Span) -> &str {
        self.source_of(module).slice(span)
    }

    fn source_of(&self, module: ModuleId) -> &SourceText {
        match self.running {
            Some(_) => &self.program,
            None => &self.modules[module.index()].source,
        }
    }

    /// The builtin of that name that is written in Python.
    #[must_use]
    pub fn python_builtin(&self, name: &str) -> Option<GlobalId> {
        match &self.running {
            Some(_) => self.global(ModuleId(0), name),
            None => self.variables.first()?.get(name).copied(),
        }
    }

    /// The public names of a module that is compiled already.
    #[must_use]
    pub fn exports(&self, module: &str) -> Vec<String> {
        let Some(id) = self.module_named(module) else { return Vec::new() };
        let listed = crate::stdlib::listed(module);
        if !listed.is_empty() {
            return listed.into_iter().filter(|name| self.global(id, name).is_some()).collect();
        }
        if let Some(Running { program, .. }) = &self.running {
            let mut variables = program.modules[id.index()].variables.clone();
            variables.sort_unstable_by_key(|&(_, global)| global);
            let names = variables.iter().map(|&(name, _)| program.names.text(name).to_string());
            return names.filter(|name| !name.starts_with('_')).collect();
        }
        let public = self.variables[id.index()].keys().filter(|name| !name.starts_with('_'));
        public.cloned().collect()
    }

    /// The id of a name.
    pub fn name(&mut self, name: &str) -> NameId {
        self.names.intern(name).unwrap_or_else(|| {
            self.overflow = true;
            NameId(0)
        })
    }

    /// The id of a constant.
    pub fn constant(&mut self, constant: Constant) -> ConstantId {
        let (at, _) = self.constants.insert_full(constant);
        self.overflow |= at > usize::from(u16::MAX);
        ConstantId(at as u16)
    }

    /// An id for a code object that is not written yet: functions come after what they are nested in.
    pub fn reserve_code(&mut self) -> CodeId {
        self.codes.push(None);
        let first = self.first_code();
        self.overflow |= first + self.codes.len() > usize::from(u16::MAX);
        CodeId((first + self.codes.len() - 1) as u16)
    }

    /// Puts a finished code object where it was reserved.
    pub fn set_code(&mut self, id: CodeId, code: Option<Code>) {
        let first = self.first_code();
        self.codes[id.index() - first] = code;
    }

    /// The number of the first code object that is compiled here.
    fn first_code(&self) -> usize {
        self.running.as_ref().map_or(0, |running| running.first.index())
    }

    /// The module of the library that programs need which name `exec`, `eval` or `compile`.
    #[must_use]
    pub fn dynamic_support(&self) -> Option<ModuleId> {
        self.dynamic.then(|| self.module_named(DYNAMIC)).flatten()
    }

    fn note_attributes(&mut self, sharing: &Sharing, hidden: bool) {
        // Attributes that only the library writes are its own business.
        if hidden {
            return;
        }
        self.any_attribute |= sharing.any_attribute;
        for name in &sharing.written_attributes {
            let id = self.name(name);
            self.written_attributes.insert(id);
        }
    }

    /// The program, of whose modules the last ones are its own; only for a unit whose modules compiled without diagnostics.
    #[must_use]
    pub fn finish(self, programs: u16) -> Program {
        let names = self.names;
        let written = (0..names.len()).map(|at| self.written_attributes.contains(&NameId(at as u16))).collect();
        Program {
            text: self.program,
            programs,
            modules: self.modules.into(),
            codes: self.codes.into_iter().flatten().collect(),
            constants: self.constants.into_iter().collect(),
            names: Arc::new(names),
            globals: self.globals.into(),
            written_attributes: written,
            any_attribute: self.any_attribute || self.dynamic,
            strangers_release: self.strangers_release,
            input: Arc::from(""),
            dynamic: self.dynamic,
            made: Made::default(),
            compile: super::made::compile,
            parse: super::tree::parse,
        }
    }
}

/// What threads can do with a module-level variable; see [`crate::program::Global`].
struct Sharedness {
    shared: bool,
    shown: bool,
    constant: bool,
}
