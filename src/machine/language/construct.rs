//! Making objects of classes. How classes are defined is in `define`.

use crate::machine::{
    Machine,
    language::call::Arguments,
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        native::Keywords,
    },
    state::{
        class::{self, Layout},
        frame::Then,
        object::{Attributes, Exception, Instance, Method, Native, Object, Super},
        value::{ClassId, Value},
    },
};
use crate::program::{Register, well_known};

impl Exec<'_> {
    /// `dst` = `super(class, object)`.
    pub fn make_super(&mut self, dst: Register, class: Value, object: Value) -> Result<Flow> {
        let class = match class.object().map(|id| self.object(id)) {
            Some(Object::Cell(class)) => *class,
            _ => class,
        };
        if !object.is_bound() {
            return Err(self.runtime_error("super(): arg[0] deleted"));
        }
        if !class.is_bound() {
            return Err(self.runtime_error("super(): empty __class__ cell"));
        }
        let proxy = self.super_proxy(class, object)?;
        self.stack.set(dst, proxy);
        Ok(Flow::Next)
    }

    /// `super(class)`, which is completed for the object that it is looked up on.
    ///
    /// # Errors
    /// `TypeError` unless it is a class.
    pub fn unbound_super(&mut self, class: Value) -> Result<Value> {
        let class = self.super_class(class)?;
        self.allocate(Object::Super(Box::new(Super { class, object: Value::Unbound, order: class })))
    }

    fn super_class(&mut self, class: Value) -> Result<ClassId> {
        match class {
            Value::Class(class) => Ok(class),
            other => {
                let message = format!("super() argument 1 must be a type, not {}", self.class_name(other));
                Err(self.type_error(&message))
            }
        }
    }

    /// `super(class, object)`.
    ///
    /// # Errors
    /// `TypeError` unless the object is an instance or a subclass of the class.
    pub fn super_proxy(&mut self, class: Value, object: Value) -> Result<Value> {
        let class = self.super_class(class)?;
        let order = match object {
            Value::Class(of) if of == class || self.machine.class(of).is_subclass(class) => of,
            _ => self.class_of(object),
        };
        if order != class && !self.machine.class(order).is_subclass(class) {
            return Err(self.type_error("super(type, obj): obj must be an instance or subtype of type"));
        }
        self.allocate(Object::Super(Box::new(Super { class, object, order })))
    }

    /// Makes an object of a class: the arguments stand behind `place`.
    pub fn construct(
        &mut self,
        class_id: ClassId,
        place: usize,
        count: usize,
        keywords: &Keywords,
        then: Then,
    ) -> Result<Flow> {
        if self.has_own_construction(class_id) {
            return self.construct_by_library(class_id, place, count, keywords, then);
        }
        if keywords.is_empty()
            && let Some(object) = self.quick_record(class_id, place, count)?
        {
            return self.deliver(then, object);
        }
        let layout = self.machine.class(class_id).layout;
        let own = Machine::is_python(class_id);
        if matches!(layout, Layout::Builtin(_)) && !own {
            let arguments = Arguments::from_slice(&self.stack.registers[place + 1..=place + count]);
            if class_id == class::SUPER
                && let &[Value::Class(of), object] = &arguments[..]
                && let Some(extra) = self.extra("_slots", "vm_super_of")
                && self.may_be_of_another_class(object, of)
            {
                return self.call_extra(extra, &arguments, then);
            }
            let Some(constructor) = self.statics.constructors[class_id.index()] else {
                return Err(self.cannot_make(class_id));
            };
            return self.call_native(constructor, &arguments, keywords, then);
        }
        if let Some(only) = only_value(class_id) {
            if count > 0 || !keywords.is_empty() {
                let name = match class_id {
                    class::ELLIPSIS => "EllipsisType",
                    class::NONE => "NoneType",
                    _ => "NotImplementedType",
                };
                return Err(self.type_error(&format!("{name} takes no arguments")));
            }
            return self.deliver(then, only);
        }
        if matches!(class_id, class::METHOD | class::CELL) && keywords.is_empty() {
            let arguments = Arguments::from_slice(&self.stack.registers[place + 1..=place + count]);
            let made = self.part_of_function(class_id, &arguments)?;
            return self.deliver(then, made);
        }
        if layout == Layout::Closed {
            return Err(self.cannot_make(class_id));
        }
        let arguments = Arguments::from_slice(&self.stack.registers[place + 1..=place + count]);
        if layout == Layout::Builtin(class::TYPE) {
            return self.construct_by_library(class_id, place, count, keywords, then);
        }
        let object = match self.new_object(class_id, &arguments) {
            Err(Raise::PYTHON) => return self.construct_by_library(class_id, place, count, keywords, then),
            made => made?,
        };
        self.initialize(object, class_id, place, &arguments, keywords, then)
    }

    /// Whether an object is not of the class and yet may say that it is.
    fn may_be_of_another_class(&self, object: Value, class: ClassId) -> bool {
        let of = self.class_of(object);
        let is_class = matches!(object, Value::Class(id) if self.machine.class(id).is_subclass(class));
        !is_class && !self.machine.class(of).is_subclass(class) && self.may_claim_a_class(of)
    }

    /// `types.MethodType(function, object)`, `types.CellType(value)`.
    fn part_of_function(&mut self, class: ClassId, arguments: &[Value]) -> Result<Value> {
        match (class, arguments) {
            (class::CELL, []) => self.allocate(Object::Cell(Value::Unbound)),
            (class::CELL, &[value]) => self.allocate(Object::Cell(value)),
            (class::METHOD, &[_, Value::None]) => Err(self.type_error("instance must not be None")),
            (class::METHOD, &[function, receiver]) if self.is_callable(function) => {
                self.allocate(Object::Method(Box::new(Method { receiver, function })))
            }
            (class::METHOD, &[_, _]) => Err(self.type_error("first argument must be callable")),
            (class::METHOD, _) => {
                let message = format!("method expected 2 arguments, got {}", arguments.len());
                Err(self.type_error(&message))
            }
            _ => {
                let message = format!("cell expected at most 1 argument, got {}", arguments.len());
                Err(self.type_error(&message))
            }
        }
    }

    fn cannot_make(&mut self, class: ClassId) -> Raise {
        let message = format!("cannot create '{}' instances", self.machine.class(class).name);
        self.type_error(&message)
    }

    /// Whether the program has a say in how objects of the class are made, before `__init__`.
    pub fn has_own_construction(&self, class: ClassId) -> bool {
        self.machine.find_own(class, well_known::NEW).is_some()
    }

    fn construct_by_library(
        &mut self,
        class: ClassId,
        place: usize,
        count: usize,
        keywords: &Keywords,
        then: Then,
    ) -> Result<Flow> {
        let positional = Arguments::from_slice(&self.stack.registers[place + 1..=place + count]);
        let positional = self.tuple(&positional)?;
        let keywords = self.keyword_dict(keywords)?;
        self.call_library(self.statics.library.construct, &[Value::Class(class), positional, keywords], then)
    }

    /// A new object of the class, without its `__init__` having run.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn new_object(&mut self, class_id: ClassId, arguments: &[Value]) -> Result<Value> {
        if self.machine.class(class_id).is_abstract {
            return Err(Raise::PYTHON);
        }
        let native = match self.machine.class(class_id).layout {
            Layout::Exception => return self.new_exception(class_id, arguments),
            Layout::ThreadLocal => Native::ThreadLocal { made_with: Value::Unbound },
            Layout::Builtin(base) => {
                let value = self.empty_value(base, arguments)?;
                self.check_docstring_room(class_id, value)?;
                Native::Value(value)
            }
            Layout::Plain | Layout::Thread | Layout::Resource | Layout::Closed => Native::None,
        };
        let instance = Instance { class: class_id, constructing: true, native, attributes: Attributes::default() };
        let object = self.allocate(Object::Instance(instance))?;
        if self.machine.class(class_id).finalizer {
            self.note_mortal(object, true);
        }
        Ok(object)
    }

    /// A class made from `property` keeps the docstring among the attributes of its objects, if these can have it.
    ///
    /// # Errors
    /// `AttributeError` where there is a docstring and no room.
    pub fn check_docstring_room(&mut self, class: ClassId, value: Value) -> Result<()> {
        let of = self.machine.class(class);
        let no_room = of.slots.as_ref().is_some_and(|slots| !slots.contains(&well_known::DOC));
        if of.layout != Layout::Builtin(class::PROPERTY) || !no_room {
            return Ok(());
        }
        let name = of.name.clone();
        if self.builtin_attribute(value, well_known::DOC)?.is_none_or(|doc| doc == Value::None) {
            return Ok(());
        }
        let message = format!("'{name}' object attribute '__doc__' is read-only");
        Err(self.error(class::ATTRIBUTE_ERROR, &message))
    }

    fn new_exception(&mut self, class: ClassId, arguments: &[Value]) -> Result<Value> {
        if let (&[_, details], true) = (arguments, self.machine.class(class).is_subclass(class::SYNTAX_ERROR)) {
            self.check_syntax_details(details)?;
        }
        let bytes = match arguments {
            &[_, Value::Object(given), _, _, _]
                if self.machine.class(class).is_subclass(class::UNICODE_DECODE_ERROR) =>
            {
                match self.object(given) {
                    Object::ByteArray(bytes) => Some(bytes.to_vec()),
                    _ => None,
                }
            }
            _ => None,
        };
        let exception = Exception {
            class,
            args: arguments.into(),
            attributes: Attributes::default(),
            traceback: Vec::new(),
            shown_traceback: None,
            cause: Value::None,
            context: Value::None,
            suppress_context: false,
            about: None,
            held: Vec::new(),
        };
        let value = self.allocate(Object::Exception(Box::new(exception)))?;
        if let (Value::Object(id), Some(bytes)) = (value, bytes) {
            // What could not be decoded is kept as it was then.
            let copy = self.allocate(Object::Bytes(bytes.into()))?;
            let name = self.intern("object")?;
            self.set_own(id, name, copy)?;
        }
        if self.machine.class(class).finalizer {
            self.note_mortal(value, true);
        }
        if let (Value::Object(id), 2..=5, true) =
            (value, arguments.len(), self.machine.class(class).is_subclass(class::OS_ERROR))
        {
            self.os_error(id, arguments)?;
        }
        Ok(value)
    }

    /// The value of a builtin type that an object of a subclass holds: changeable ones are empty until `__init__`,
    /// others are made from the arguments.
    fn empty_value(&mut self, base: ClassId, arguments: &[Value]) -> Result<Value> {
        match base {
            class::LIST => self.list(Vec::new()),
            class::DICT => self.allocate(Object::Dict(Box::default())),
            class::SET => self.allocate(Object::Set(Box::default())),
            class::BYTEARRAY => self.allocate(Object::ByteArray(Box::default())),
            _ => match self.statics.constructors[base.index()] {
                Some(constructor) => self.call_simple(constructor, arguments),
                None => Err(self.cannot_make(base)),
            },
        }
    }

    /// Calls the `__init__` of a new object.
    #[expect(clippy::too_many_arguments, reason = "a call is its arguments, keywords, place and what comes then")]
    fn initialize(
        &mut self,
        object: Value,
        class_id: ClassId,
        place: usize,
        arguments: &[Value],
        keywords: &Keywords,
        then: Then,
    ) -> Result<Flow> {
        let init = self.machine.find_on_class(class_id, well_known::INIT);
        let Some(init) = init else {
            if self.machine.class(class_id).layout == Layout::Exception && !keywords.is_empty() {
                self.exception_keywords(object, keywords)?;
            }
            let keyword_value =
                !keywords.is_empty() && matches!(self.machine.class(class_id).layout, Layout::Builtin(_));
            if keyword_value {
                return self.construct_by_library(class_id, place, arguments.len(), keywords, then);
            }
            let takes_any = matches!(self.machine.class(class_id).layout, Layout::Exception | Layout::Builtin(_));
            let given = !arguments.is_empty() || !keywords.is_empty();
            if given && self.machine.class(class_id).layout == Layout::ThreadLocal {
                return Err(self.type_error("Initialization arguments are not supported"));
            }
            if given && !takes_any {
                return Err(self.takes_no_arguments(class_id));
            }
            self.finish_construction(object);
            return self.deliver(then, object);
        };
        if let (Layout::ThreadLocal, Value::Object(id)) = (self.machine.class(class_id).layout, object) {
            self.note_local_arguments(id, arguments, keywords)?;
        }
        let then = match then {
            Then::Store(dst) => Then::Construct(dst),
            // Seldom: an object made for its truth, or as the last act of a thread.
            other => {
                let positional = self.tuple(arguments)?;
                let keywords = self.keyword_dict(keywords)?;
                let parts = [Value::Class(class_id), positional, keywords];
                return self.call_library(self.statics.library.construct, &parts, other);
            }
        };
        let needed = arguments.len() as u16 + 2;
        self.stack.reserve(place, needed);
        self.stack.registers[place] = object;
        let mut all = Arguments::from_slice(&[object]);
        all.extend_from_slice(arguments);
        match init {
            Value::Object(function) if matches!(self.object(function), Object::Function(_)) => {
                self.call_binding(function, &all, keywords, place + 1, then)
            }
            Value::Native(native) => {
                // Native code delivers at once: the object has to be named, not its result.
                let Then::Construct(dst) = then else { return Ok(Flow::Next) };
                match self.call_native(native, &all, keywords, Then::Discard)? {
                    Flow::Next => {
                        self.finish_construction(object);
                        self.stack.set(dst, object);
                        Ok(Flow::Next)
                    }
                    Flow::Frame => {
                        let frame = self.stack.top_mut();
                        frame.then = then;
                        let before = frame.base as usize - 1;
                        self.stack.registers[before] = object;
                        Ok(Flow::Frame)
                    }
                    stop => Ok(stop),
                }
            }
            // Seldom: an `__init__` that is no plain function.
            _ => {
                let Then::Construct(dst) = then else { return Ok(Flow::Next) };
                let positional = self.tuple(arguments)?;
                let keywords = self.keyword_dict(keywords)?;
                let parts = [Value::Class(class_id), positional, keywords];
                self.call_library(self.statics.library.construct, &parts, Then::Store(dst))
            }
        }
    }

    /// An `__init__` has returned: its object, which stands just before the frame that has gone, goes into `dst`.
    pub fn constructed(&mut self, dst: Register, base: u32, result: Value) -> Result<Flow> {
        if result != Value::None {
            return Err(self.init_returned(result));
        }
        let object = self.stack.registers[base as usize - 1];
        self.finish_construction(object);
        self.stack.set(dst, object);
        Ok(Flow::Next)
    }

    /// `TypeError` for an `__init__` that returns something.
    pub fn init_returned(&mut self, result: Value) -> Raise {
        let message = format!("__init__() should return None, not '{}'", self.class_name(result));
        self.type_error(&message)
    }

    /// The object is made: its attributes can change from here on.
    pub fn finish_construction(&mut self, object: Value) {
        if let Value::Object(id) = object
            && matches!(self.object(id), Object::Instance(instance) if instance.constructing)
            && let Object::Instance(instance) = self.machine.space.heap.get_mut(id)
        {
            instance.constructing = false;
        }
    }

    /// A native function that computes a value, called from native code.
    ///
    /// # Errors
    /// What it raises.
    pub fn call_simple(&mut self, id: crate::machine::state::value::NativeId, arguments: &[Value]) -> Result<Value> {
        let native = self.statics.natives[id.index()];
        let arguments = self.native_arguments(native, arguments, &Keywords::new())?;
        match native.kind {
            crate::machine::run::native::Kind::Simple(function) => function(self, &arguments),
            crate::machine::run::native::Kind::Control(_) => Err(Raise::PYTHON),
        }
    }
}

/// The only object of a class that has just one.
fn only_value(class: ClassId) -> Option<Value> {
    match class {
        class::NONE => Some(Value::None),
        class::ELLIPSIS => Some(Value::Ellipsis),
        class::NOT_IMPLEMENTED => Some(Value::NotImplemented),
        _ => None,
    }
}
