//! A compiled program: code objects, constants, names and module-level variables. It is immutable and shared by
//! every machine that runs it.
//!
//! Nothing here runs anything, and nothing here knows where the code came from. Tests: `compiler/`.

mod code;
mod constant;
pub mod disassembly;
mod instruction;
pub mod liveness;
pub mod made;
mod names;
pub mod tree;
mod variables;

use std::sync::Arc;

pub use code::{
    Annotation, CallShape, Capture, Code, CodeKind, Handler, Inlined, Parameters, Protected, Resumable, Site, Visible,
};
pub use constant::Constant;
pub use instruction::{
    AwaitSource, BinaryOperator, CompareOperator, Conversion, Instruction, NameKind, STARRED, UnaryOperator,
};
pub use names::{Names, well_known};
pub use variables::ModuleVariables;

use crate::source::SourceText;

/// Declares a `u16` newtype that instructions use as an operand.
macro_rules! operand {
    ($(#[$doc:meta])* $name:ident, $letter:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u16);

        impl $name {
            /// The position in the table.
            #[inline]
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!($letter, "{}"), self.0)
            }
        }
    };
}

operand!(
    /// A register: a slot of the running frame. The locals come first, then temporaries.
    Register,
    "r"
);
impl Register {
    /// No register: the operand is left out.
    pub const NONE: Self = Self(u16::MAX);
}

operand!(
    /// A code object of the program.
    CodeId,
    "code"
);
operand!(
    /// An attribute, keyword or variable name.
    NameId,
    "n"
);
operand!(
    /// A module-level variable of any module.
    GlobalId,
    "g"
);
operand!(
    /// A constant of the program.
    ConstantId,
    "k"
);
operand!(
    /// A module of the program.
    ModuleId,
    "m"
);
operand!(
    /// The index of an instruction in its code object.
    Label,
    "@"
);

/// Modules of the library whose variables all processes have in common, each with the one that is empty as long as no process holds anything
/// of it. What goes into their functions and comes out of them is plain data.
pub const SYSTEM: &[(&str, &str)] = &[("_disk", "_opened"), ("_network", "_ends")];

/// A whole program, ready to run. A copy shares its tables.
#[derive(Clone, Debug)]
pub struct Program {
    /// Its text: of one program, or of several.
    pub text: Arc<SourceText>,
    /// How many programs it is; their modules are the last ones.
    pub programs: u16,
    /// The texts that spans point into, by module.
    pub modules: Arc<[Module]>,
    /// Every function, class body and module body.
    pub codes: Arc<[Code]>,
    /// Every constant.
    pub constants: Arc<[Constant]>,
    /// Every name.
    pub names: Arc<Names>,
    /// Every module-level variable.
    pub globals: Arc<[Global]>,
    /// Which attribute names statements of the program write after an object was made, by [`NameId`].
    pub written_attributes: Arc<[bool]>,
    /// The program writes attributes by computed names: any of them may change.
    pub any_attribute: bool,
    /// Whether a thread could release a `Lock` that another one took, as far as the text tells.
    pub strangers_release: bool,
    /// What it finds on its standard input.
    pub input: Arc<str>,
    /// Its text names `exec`, `eval` or `compile`: not all that it does is known from its text.
    pub dynamic: bool,
    /// What was compiled while it ran.
    pub made: made::Made,
    /// What compiles texts while it runs.
    pub compile: made::CompileText,
    /// What parses texts while it runs.
    pub parse: tree::ParseText,
}

/// One module: the program itself, or one of the embedded library.
#[derive(Debug)]
pub struct Module {
    /// The name it is imported by; `__main__` for the program.
    pub name: Arc<str>,
    /// Its text.
    pub source: Arc<SourceText>,
    /// Its body.
    pub body: CodeId,
    /// Its variables in the order of first mention, sorted by name for look-up.
    pub variables: Vec<(NameId, GlobalId)>,
}

/// A module-level variable.
#[derive(Clone, Debug)]
pub struct Global {
    /// Its name.
    pub name: NameId,
    /// The module it belongs to.
    pub module: ModuleId,
    /// Whether threads other than the module's own can reach it.
    pub shared: bool,
    /// Whether the screen shows it as a shared variable.
    pub shown: bool,
    /// Whether only the module's own statements write it, and no function.
    pub constant: bool,
}

impl Program {
    /// The program's own module, of several the last; embedded modules are compiled before it.
    #[must_use]
    pub fn main(&self) -> &Module {
        &self.modules[self.main_id().index()]
    }

    /// The id of the program's own module, of several the last.
    #[must_use]
    pub fn main_id(&self) -> ModuleId {
        ModuleId(self.modules.len() as u16 - 1)
    }

    /// The modules of the programs that it is, one for most.
    pub fn own_modules(&self) -> impl Iterator<Item = ModuleId> + use<> {
        let count = self.modules.len() as u16;
        (count - self.programs..count).map(ModuleId)
    }

    /// Whether the module is the program's own, and not the library's.
    #[must_use]
    pub fn is_own(&self, module: ModuleId) -> bool {
        module.index() + usize::from(self.programs) >= self.modules.len()
    }

    /// What a program is called, by its module, where there are several. One that is there several times has a number.
    #[must_use]
    pub fn program_name(&self, module: ModuleId) -> Option<Arc<str>> {
        if self.programs < 2 {
            return None;
        }
        let name = |module: ModuleId| self.modules[module.index()].source.name();
        let same = self.own_modules().filter(|&other| other <= module && name(other) == name(module)).count();
        Some(if same > 1 { format!("{} {same}", name(module)).into() } else { name(module).into() })
    }

    /// A code object.
    #[inline]
    #[must_use]
    pub fn code(&self, id: CodeId) -> &Code {
        match self.codes.get(id.index()) {
            Some(code) => code,
            None => self.made_code(id),
        }
    }

    /// The module-level variable of that name, if the module has one.
    #[must_use]
    pub fn global(&self, module: ModuleId, name: NameId) -> Option<GlobalId> {
        // A text that is compiled while the program runs is no module: its variables are those that it is run with.
        let variables = &self.modules.get(module.index())?.variables;
        let at = variables.binary_search_by_key(&name, |&(name, _)| name).ok()?;
        Some(variables[at].1)
    }

    /// The module of that name.
    #[must_use]
    pub fn module(&self, name: &str) -> Option<ModuleId> {
        let at = self.modules.iter().position(|module| &*module.name == name)?;
        Some(ModuleId(at as u16))
    }
}
