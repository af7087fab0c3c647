//! The machine: a whole running program as one plain value.
//!
//! Same machine and same choice give the same machine and the same events. Cloning it is the only way to fork. It has no
//! OS threads, no I/O, no wall clock and no randomness; wherever a program could go more than one way, it takes a
//! [`Choice`]. Instructions are in `interpret`, operations that threads rest before in `operation`, and what is native
//! of the library in `types`, `builtins` and `modules`. Tests: `tests/hosts/replay.rs`, `tests/language/programs.rs`, `benches/`.

mod equality;
mod language;
mod native;
mod run;
mod state;

use std::sync::Arc;

pub use run::canonical::Order;
pub use run::flow::Limit;
pub use run::options::{Choosable, NotPossible, ThreadSet};
pub use run::rules::{CHECK_INTERVAL, Printing, Rules, Switching};
pub use run::search::Hindrance;
pub use run::step::Text;
pub use run::verdict::{OTHER_THREADS, ThreadReport};
pub use run::waiting::{Circle, Link};
pub use run::worth::Worth;
pub use state::clock::{Hardware, Opening, SWITCH_INTERVAL};
pub use state::effect::{Effect, StepFootprint};
pub use state::output::Output;
pub use state::place::{Access, Deed, Footprint, Place, ThreadField};
pub use state::thread::Status;

use run::canonical::Trunk;

use run::owed::OwedJoins;
use run::statics::Statics;
use run::thread_names::ThreadNames;
use run::waiting::Circles;
use state::class::{self, Class};
use state::clock::Clock;
use state::cost;
use state::labels::Labels;
use state::process::Processes;
use state::row::Row;
use state::shared::Shared;
use state::space::Space;
use state::thread::Thread;
use state::value::Value;
pub use state::value::{ClassId, ObjectId};

use crate::{
    event::{End, LATEST, Nanos},
    ids::{ResourceId, ThreadId},
    program::{NameId, Names, Program},
    sync::Primitive,
};

/// Calls nested deeper than this raise `RecursionError`, as in CPython, unless `sys.setrecursionlimit` says otherwise.
pub const RECURSION_LIMIT: usize = 1000;

/// Calls are never nested deeper than this, whatever the program asks for.
pub const MOST_FRAMES: usize = 20_000;

/// More live threads than this end a run.
pub const MOST_THREADS: usize = 5000;

/// More bytes of output than this end a run.
pub const MOST_OUTPUT: usize = 64 << 20;

/// A whole running program.
#[derive(Clone, Debug)]
pub struct Machine {
    /// What steps seldom change: copies count it once.
    common: Arc<Common>,
    /// The memory of the first process; while a thread of another one runs, of that one.
    space: Space,
    /// The others, and what all have in common; none where the program never forks.
    processes: Option<Box<Processes>>,
    threads: Vec<Shared<Thread>>,
    ready: ThreadSet,
    timed: ThreadSet,
    resources: Row<Primitive<Value>>,
    alive: usize,
    clock: Nanos,
    /// Where there are several cores: who is on which until when.
    cores: Option<Box<Clock>>,
    /// The present step takes place at a reading of a clock; it is no part of the state between steps.
    by_the_wall: bool,
    output: Output,
    atomic: bool,
    rules: Rules,
    budget: u32,
    end: Option<End>,
    limit: Option<Limit>,
    circles: Circles,
    /// Nobody will ask what the program calls its things.
    silent: bool,
    /// What the present step has done so far; nothing between steps.
    effects: StepFootprint,
    /// What the program sees when it looks at a clock.
    time: TimeKeeping,
    /// Joins that threads have gone past; none but in a search.
    owed: OwedJoins,
    /// Whether names of threads count for a search.
    thread_names: ThreadNames,
}

/// What steps seldom change.
#[derive(Clone, Debug)]
struct Common {
    program: Arc<Program>,
    statics: Arc<Statics>,
    names: Arc<Names>,
    labels: Arc<Labels>,
    /// What later machines are described against.
    trunk: Option<Arc<Trunk>>,
    /// The machine before its first thread was made: it may become that, when a thread begins.
    seedling: Option<Arc<Machine>>,
}

/// What a program sees when it looks at a clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum TimeKeeping {
    /// The virtual time.
    #[default]
    Runs,
    /// Always the same moment.
    Still,
    /// As `Still`, and it has looked.
    Asked,
}

impl Machine {
    /// The machine before the first step of the program, allowed so many bytes of objects.
    #[must_use]
    pub fn new(program: Arc<Program>, memory: usize) -> Self {
        let (statics, base, names) = Statics::of(&program);
        let mut machine = Self {
            space: Space::new(&program, base, memory, ThreadId::MAIN),
            processes: None,
            common: Arc::new(Common {
                program,
                statics: Arc::new(statics),
                names: Arc::new(names),
                labels: Arc::default(),
                trunk: None,
                seedling: None,
            }),
            threads: Vec::new(),
            ready: ThreadSet::default(),
            timed: ThreadSet::default(),
            resources: Row::default(),
            alive: 1,
            clock: 0,
            cores: None,
            by_the_wall: false,
            output: Output::default(),
            atomic: false,
            rules: Rules::default(),
            budget: cost::BUDGET,
            end: None,
            limit: None,
            circles: Circles::default(),
            silent: false,
            effects: StepFootprint::default(),
            time: TimeKeeping::Runs,
            owed: OwedJoins::default(),
            thread_names: ThreadNames::default(),
        };
        machine.boot();
        machine
    }

    /// A thread that does nothing others could notice is stopped after so many instructions, at least one.
    pub fn set_budget(&mut self, instructions: u32) {
        self.budget = instructions.max(1);
    }

    /// The program that runs.
    #[must_use]
    pub fn program(&self) -> &Arc<Program> {
        &self.common.program
    }

    /// The virtual time since the start.
    #[must_use]
    pub fn clock(&self) -> Nanos {
        self.clock
    }

    /// What the clock will show after a while.
    fn after(&self, duration: Nanos) -> Nanos {
        self.clock.saturating_add(duration).min(LATEST)
    }

    /// What the program has printed.
    #[must_use]
    pub fn output(&self) -> &Output {
        &self.output
    }

    /// Whether the machine goes without labels, names and the values of variables, as a search wants it: what the program
    /// does is the same, and so are the machines it comes to. Who listens to a silent machine is told less.
    pub fn set_silent(&mut self, silent: bool) {
        self.silent = silent;
    }

    /// How the run ended, once it has.
    #[must_use]
    pub fn end(&self) -> Option<End> {
        self.end
    }

    /// The limit that ended the run.
    #[must_use]
    pub fn limit(&self) -> Option<Limit> {
        self.limit
    }

    /// The circles of waits that cannot be undone, in the order in which they closed.
    pub fn deadlocks(&self) -> impl Iterator<Item = &Circle> {
        self.circles.deadlocks()
    }

    fn class(&self, id: ClassId) -> &Class {
        match id.index().checked_sub(class::COUNT) {
            None => &self.common.statics.classes[id.index()],
            Some(at) => &self.space.lasting.classes[at],
        }
    }

    /// A class of the program or of the library, to change.
    fn class_mut(&mut self, id: ClassId) -> &mut Class {
        self.space.lookups.forget();
        self.space.lasting.make_mut().classes[id.index() - class::COUNT].make_mut()
    }

    fn common_mut(&mut self) -> &mut Common {
        Arc::make_mut(&mut self.common)
    }

    /// What the program calls its things, to change.
    fn labels_mut(&mut self) -> &mut Labels {
        Arc::make_mut(&mut self.common_mut().labels)
    }

    fn names_mut(&mut self) -> &mut Names {
        Arc::make_mut(&mut self.common_mut().names)
    }

    fn resource(&self, id: ResourceId) -> &Primitive<Value> {
        &self.resources[id.index()]
    }

    fn resource_mut(&mut self, id: ResourceId) -> &mut Primitive<Value> {
        self.resources.make_mut()[id.index()].make_mut()
    }

    /// An attribute of a class, looked up in the order of its bases.
    fn find_on_class(&self, class: ClassId, name: NameId) -> Option<Value> {
        let order = &self.class(class).order;
        self.space.heap.effort.add(order.len());
        order.iter().find_map(|&base| self.class(base).attributes.get(&name).copied())
    }

    /// Whether the class is written in Python: by the program, or in the embedded library.
    #[inline]
    fn is_python(class: ClassId) -> bool {
        class.index() >= class::COUNT
    }

    /// As [`Self::find_on_class`], but only what classes written in Python define, and before any builtin value type:
    /// that has methods of its own.
    fn find_own(&self, class: ClassId, name: NameId) -> Option<Value> {
        if !Self::is_python(class) {
            return None;
        }
        let order = &self.class(class).order;
        self.space.heap.effort.add(order.len());
        for &base in order {
            let base_class = self.class(base);
            if Self::is_python(base) {
                if let Some(&value) = base_class.attributes.get(&name) {
                    return Some(value);
                }
            } else if matches!(base_class.layout, class::Layout::Builtin(_)) {
                return None;
            }
        }
        None
    }

    /// The class of a value.
    fn class_of(&self, value: Value) -> ClassId {
        use state::object::{Object, ViewKind};
        match value {
            Value::Unbound | Value::None => class::NONE,
            Value::NotImplemented => class::NOT_IMPLEMENTED,
            Value::Ellipsis => class::ELLIPSIS,
            Value::Bool(_) => class::BOOL,
            Value::Int(_) => class::INT,
            Value::Float(_) => class::FLOAT,
            Value::Native(id) => self.common.statics.roles[id.index()].kind,
            Value::Class(id) => self.class(id).metaclass,
            Value::Module(_) => class::MODULE,
            Value::Loop(_) => class::ITERATOR,
            Value::Object(id) => match self.space.heap.get(id) {
                Object::Free => class::NONE,
                Object::Str(_) => class::STR,
                Object::BigInt(_) => class::INT,
                Object::Bytes(_) => class::BYTES,
                Object::ByteArray(_) => class::BYTEARRAY,
                Object::Tuple(_) => class::TUPLE,
                Object::List(_) => class::LIST,
                Object::Dict(_) => class::DICT,
                Object::Set(_) => class::SET,
                Object::FrozenSet(_) => class::FROZENSET,
                Object::Range(_) | Object::LongRange(_) => class::RANGE,
                Object::Slice(_) => class::SLICE,
                Object::Cell(_) => class::CELL,
                Object::Function(_) => class::FUNCTION,
                Object::Method(method) => self.class_of_method(method.function),
                Object::Instance(instance) => instance.class,
                Object::Exception(exception) => exception.class,
                Object::Generator(generator) => class::of_resumable(self.common.program.code(generator.code).resumable),
                Object::Iterator(iterator) => self.class_of_iterator(iterator),
                Object::DictView { kind: ViewKind::Keys, .. } => class::DICT_KEYS,
                Object::DictView { kind: ViewKind::Values, .. } => class::DICT_VALUES,
                Object::DictView { kind: ViewKind::Items, .. } => class::DICT_ITEMS,
                Object::Property(property) => self.class_of_property(property.get),
                Object::StaticMethod(_) => class::STATIC_METHOD,
                Object::ClassMethod(function) => self.class_of_class_method(*function),
                Object::Super(_) => class::SUPER,
                Object::Traceback(_) => class::TRACEBACK,
            },
        }
    }

    /// The class of a builtin iterator, which says what it goes over.
    pub(crate) fn class_of_iterator(&self, iterator: &state::object::Iterator) -> ClassId {
        use state::object::{Iterator, Object, ViewKind};
        let over = |of| self.space.heap.peek(of);
        match *iterator {
            Iterator::Sequence { of, .. } => match over(of) {
                Object::List(_) => class::LIST_ITERATOR,
                Object::Tuple(_) => class::TUPLE_ITERATOR,
                Object::Bytes(_) => class::BYTES_ITERATOR,
                Object::ByteArray(_) => class::BYTEARRAY_ITERATOR,
                Object::Str(text) if text.as_str().len() == text.len() => class::STR_ASCII_ITERATOR,
                Object::Str(_) => class::STR_ITERATOR,
                _ => class::ITERATOR,
            },
            Iterator::Reversed { of, .. } => match over(of) {
                Object::List(_) => class::LIST_REVERSE_ITERATOR,
                _ => class::REVERSED,
            },
            Iterator::Range { .. } => class::RANGE_ITERATOR,
            Iterator::LongRange { .. } => class::LONG_RANGE_ITERATOR,
            Iterator::Dict { kind: ViewKind::Keys, .. } => class::DICT_KEY_ITERATOR,
            Iterator::Dict { kind: ViewKind::Values, .. } => class::DICT_VALUE_ITERATOR,
            Iterator::Dict { kind: ViewKind::Items, .. } => class::DICT_ITEM_ITERATOR,
            Iterator::DictReversed { kind: ViewKind::Keys, .. } => class::DICT_REVERSE_KEY_ITERATOR,
            Iterator::DictReversed { kind: ViewKind::Values, .. } => class::DICT_REVERSE_VALUE_ITERATOR,
            Iterator::DictReversed { kind: ViewKind::Items, .. } => class::DICT_REVERSE_ITEM_ITERATOR,
            Iterator::Set { .. } => class::SET_ITERATOR,
            Iterator::Exhausted(class) => class,
        }
    }

    /// A class as `repr` writes it.
    fn class_repr(&self, id: ClassId) -> String {
        let class = self.class(id);
        if &*class.module == "builtins" {
            return format!("<class '{}'>", class.qualified_name);
        }
        format!("<class '{}.{}'>", class.module, class.qualified_name)
    }

    /// What an object that can be called says that its name is.
    fn own_name(&self, id: ObjectId) -> Option<String> {
        let text = |name| {
            let own = self.own_attributes(id).into_iter().find(|&(known, _)| known == name);
            let value = own.and_then(|(_, value)| value.object())?;
            match self.space.heap.get(value) {
                state::object::Object::Str(text) => Some(text.as_str().to_owned()),
                _ => None,
            }
        };
        text(crate::program::well_known::QUALNAME).or_else(|| text(crate::program::well_known::NAME))
    }

    /// The name of a function, for `repr`.
    fn function_name(&self, function: Value) -> String {
        match function {
            Value::Native(id) => self.common.statics.natives[id.index()].name.to_owned(),
            Value::Object(id) => match self.space.heap.get(id) {
                state::object::Object::Function(function) => {
                    self.common.program.code(function.code).qualified_name.to_string()
                }
                state::object::Object::Instance(_) => self.own_name(id).unwrap_or_else(|| "?".to_owned()),
                _ => "?".to_owned(),
            },
            _ => "?".to_owned(),
        }
    }
}
