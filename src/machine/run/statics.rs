//! What is the same in every machine of a program: constants, builtin classes, native functions. `native/assembly.rs` puts it
//! together from the tables.

use std::sync::OnceLock;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::machine::{
    run::{
        canonical::Seen,
        native::{Native, Role},
    },
    state::{
        class::Class,
        value::{ClassId, NativeId, Value},
    },
};
use crate::program::{GlobalId, ModuleId, ModuleVariables, NameId, Program};

/// What is the same in every machine of a program.
#[derive(Debug)]
pub struct Statics {
    /// The program's constants as values.
    pub constants: Vec<Value>,
    /// The builtin classes.
    pub classes: Vec<Class>,
    /// The native functions.
    pub natives: Vec<&'static Native>,
    /// What a native function is for the program.
    pub roles: Vec<Role>,
    /// Whether a native function takes as many arguments as it has parameters, no fewer and no others.
    pub exact: Vec<bool>,
    /// Whether a native function does without looking at all of its arguments.
    pub quick: Vec<bool>,
    /// The builtin class that a native function is a slot of, where several classes have the same and it looks at none itself.
    pub receivers: Vec<Option<ClassId>>,
    /// Whether a native function takes what shows bytes, a `memoryview` or an array, as it takes bytes.
    pub buffers: Vec<bool>,
    /// What such objects are known by, where the program has any.
    pub buffer: Option<NameId>,
    /// The library's function that does what a native one cannot.
    pub fallbacks: Vec<Option<GlobalId>>,
    /// The native function that makes objects of a builtin class.
    pub constructors: Vec<Option<NativeId>>,
    /// The library's functions that the interpreter calls.
    pub library: Functions,
    /// Those for text that the program runs, where it names what runs text.
    pub dynamic: Option<Dynamic>,
    /// The variables `sys.stdout` and `sys.__stdout__`, where the program imports `sys`.
    pub stdout: Option<[GlobalId; 2]>,
    /// The methods that every object has: found when nothing else is.
    pub protocol: IndexMap<NameId, NativeId, FxBuildHasher>,
    /// Builtin names with what they stand for.
    pub builtins: IndexMap<&'static str, Value, FxBuildHasher>,
    /// The text `__main__`.
    pub main_name: Value,
    /// What the program could see of the machine below it.
    pub seen: Seen,
    /// Which variables of its module the program can still read.
    pub(in crate::machine) variables: OnceLock<ModuleVariables>,
    /// The program could put properties, or their like, on its classes: they go before what objects have of their own.
    pub descriptors: bool,
}

/// Declares the library's functions that the interpreter calls, with their names there.
macro_rules! functions {
    ($($field:ident = $name:literal,)*) => {
        /// Functions of the embedded `builtins` module, and a variable.
        #[derive(Clone, Copy, Debug)]
        #[allow(missing_docs)]
        pub struct Functions { $(pub $field: GlobalId,)* }

        impl Functions {
            /// Finds them in the program that they were compiled into.
            #[must_use]
            pub fn of(program: &Program) -> Self {
                Self { $($field: library_function(program, $name),)* }
            }
        }
    };
}

functions! {
    call_attribute = "vm_call_attribute",
    attribute_hooks = "vm_attribute_hooks",
    build_set = "vm_build_set",
    build_dict = "vm_build_dict",
    list_extend = "vm_list_extend",
    set_add = "vm_set_add",
    set_update = "vm_set_spread",
    dict_insert = "vm_dict_insert",
    dict_update = "vm_dict_spread",
    dict_of = "vm_dict_of",
    dict_merge = "vm_dict_merge",
    in_place = "vm_in_place",
    keywords_update = "vm_keywords_update",
    iterate_items = "vm_iterate_items",
    list_of = "vm_list_of",
    binary = "vm_binary",
    equal = "vm_equal",
    not_equal = "vm_not_equal",
    order = "vm_order",
    contains = "vm_contains",
    truth = "vm_truth",
    get_item = "vm_get_item",
    set_item = "vm_set_item",
    delete_item = "vm_delete_item",
    format = "vm_format_part",
    construct = "vm_construct",
    class_hooks = "vm_class_hooks",
    prepare_class = "vm_prepare_class",
    build_class = "vm_build_class",
    run_thread = "vm_run_thread",
    run_thread_hooked = "vm_run_thread_hooked",
    exit_hook = "vm_exit_hook",
    run_exit_hook = "vm_run_exit_hook",
    local_get = "vm_local_get",
    local_set = "vm_local_set",
    local_delete = "vm_local_delete",
    exception_text = "vm_exception_text",
    raise = "vm_raise",
    arrange = "vm_arrange",
    plain_call = "vm_plain_call",
    call_native = "vm_call_native",
    namespace = "vm_globals",
    code_of = "vm_code_of",
    generator_frame = "vm_generator_frame",
    awaitable = "vm_awaitable",
    next_awaitable = "vm_next_awaitable",
    close_delegate = "vm_close_delegate",
    class_namespace = "vm_class_namespace",
    end_line = "vm_end_line",
    finalize = "vm_finalize",
    close_dropped = "vm_close_dropped",
    tell_references = "vm_tell_references",
    finish = "vm_finish",
}

/// Functions and variables of the library for text that a program runs.
#[derive(Clone, Copy, Debug)]
pub struct Dynamic {
    /// The module that they are in.
    pub module: ModuleId,
    /// What `exec` does.
    pub exec: GlobalId,
    /// What `eval` does.
    pub eval: GlobalId,
    /// What `compile` does.
    pub compile: GlobalId,
    /// The code object of a function.
    pub code_of: GlobalId,
    /// Looks a name up among locals that are no dict.
    pub find_name: GlobalId,
    /// The names of locals that are no dict.
    pub names: GlobalId,
    /// The dict of the usual builtins.
    pub builtins: GlobalId,
    /// The object that stands for the variables of the program's module.
    pub namespace: GlobalId,
    /// Those that the text of the program does not mention.
    pub others: GlobalId,
}

impl Dynamic {
    /// Finds them in the program that they were compiled into.
    #[must_use]
    pub fn of(program: &Program) -> Option<Self> {
        let module = program.module("_made").filter(|_| program.dynamic)?;
        let variable = |module, name: &str| program.global(module, program.names.get(name)?);
        Some(Self {
            module,
            exec: variable(module, "vm_exec")?,
            eval: variable(module, "vm_eval")?,
            compile: variable(module, "vm_make_code")?,
            code_of: variable(module, "vm_code_with")?,
            find_name: variable(module, "vm_find_name")?,
            names: variable(module, "vm_names")?,
            builtins: variable(module, "_usual")?,
            namespace: variable(ModuleId(0), "vm_only_namespace")?,
            others: variable(ModuleId(0), "vm_other_variables")?,
        })
    }
}

/// The variables that say where a program prints to.
#[must_use]
pub fn stdout_of(program: &Program) -> Option<[GlobalId; 2]> {
    let sys = program.modules.iter().position(|module| &*module.name == "sys")?;
    let variable = |name: &str| program.global(ModuleId(sys as u16), program.names.get(name)?);
    Some([variable("stdout")?, variable("__stdout__")?])
}

fn library_function(program: &Program, name: &str) -> GlobalId {
    let found = program.names.get(name).and_then(|name| program.global(ModuleId(0), name));
    found.unwrap_or_else(|| unreachable!("the embedded library defines {name}"))
}

impl Statics {
    /// Which variables of its module the program can still read: worked out when that is asked for.
    #[must_use]
    pub fn variables(&self, program: &Program) -> &ModuleVariables {
        self.variables.get_or_init(|| ModuleVariables::of(program))
    }

    /// The builtin of that name that is not written in Python.
    #[must_use]
    pub fn builtin(&self, name: &str) -> Option<Value> {
        self.builtins.get(name).copied()
    }
}

impl Statics {
    /// The names of the builtins that are not written in Python.
    #[must_use]
    pub fn builtin_names(&self) -> Vec<String> {
        self.builtins.keys().map(|&name| name.to_owned()).collect()
    }
}
