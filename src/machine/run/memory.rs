//! Variables: module-level ones, cells, and which accesses to them others could notice.

use std::sync::Arc;

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Result},
    },
    state::{
        object::{Native, Object},
        place::Place,
        value::{ObjectId, Value},
    },
};
use crate::{
    event::{EventKind, Shown},
    ids::VariableId,
    program::{CodeKind, ConstantId, GlobalId, NameId, Register},
};

impl Exec<'_> {
    /// A name of the module that is not bound: perhaps a builtin.
    #[cold]
    pub fn unbound_global(&mut self, global: GlobalId, dst: Register) -> Result<Flow> {
        let name = self.program.globals[global.index()].name;
        let name = self.name(name);
        match self.builtin(&name) {
            Some(value) => {
                self.stack.set(dst, value);
                Ok(Flow::Next)
            }
            None => Err(self.name_error(&name)),
        }
    }

    /// The builtin of that name.
    pub fn builtin(&self, name: &str) -> Option<Value> {
        let python =
            self.machine.common.names.get(name).and_then(|id| self.program.global(crate::program::ModuleId(0), id));
        let python = python.map(|global| self.machine.space.globals.get(global)).filter(|value| value.is_bound());
        python.or_else(|| self.statics.builtin(name))
    }

    /// A name that is bound nowhere in the program, and that is no builtin.
    #[cold]
    pub fn unknown_builtin(&mut self, constant: ConstantId) -> Result<Flow> {
        let crate::program::Constant::Builtin(name) = &self.program.constants[constant.index()] else {
            return Ok(Flow::Next);
        };
        let name = Arc::clone(name);
        Err(self.name_error(name.trim_start_matches('?')))
    }

    /// `dst` = a variable that threads share and that may still change.
    pub fn load_shared(&mut self, global: GlobalId, dst: Register) -> Result<Flow> {
        match self.machine.space.globals.get(global) {
            Value::Unbound => self.unbound_global(global, dst),
            value => {
                self.stack.set(dst, value);
                Ok(Flow::Next)
            }
        }
    }

    /// A variable that threads share = the value.
    pub fn store_shared(&mut self, global: GlobalId, value: Value) -> Result<Flow> {
        self.machine.space.heap.publish(value);
        self.machine.space.globals.set(global, value);
        let known = &self.program.globals[global.index()];
        // A constant that cannot change inside either, such as a number, is no shared state.
        if known.shown && !self.is_hidden() && !(known.constant && self.content_of(value).is_none()) {
            self.report_place(Place::Global(global), value);
        }
        Ok(Flow::Next)
    }

    /// `del` of a variable of the module.
    pub fn delete_global(&mut self, global: GlobalId) -> Result<Flow> {
        let old = self.machine.space.globals.get(global);
        self.machine.space.globals.set(global, Value::Unbound);
        if old.is_bound() {
            return Ok(Flow::Next);
        }
        let name = self.name(self.program.globals[global.index()].name);
        Err(self.name_error(&name))
    }

    /// Puts a value into a new cell.
    pub fn make_cell(&mut self, value: Value, dst: Register) -> Result<Flow> {
        let cell = self.allocate(Object::Cell(value))?;
        self.stack.set(dst, cell);
        Ok(Flow::Next)
    }

    /// `dst` = the content of a cell.
    pub fn load_cell(&mut self, cell: Value, dst: Register) -> Result<Flow> {
        let Value::Object(id) = cell else { return self.unbound_local(dst) };
        match self.object(id) {
            Object::Cell(Value::Unbound) => Err(self.unbound_cell()),
            Object::Cell(value) => {
                let value = *value;
                self.stack.set(dst, value);
                Ok(Flow::Next)
            }
            _ => self.unbound_local(dst),
        }
    }

    /// The content of a cell = the value, or nothing.
    pub fn store_cell(&mut self, cell: Value, value: Value, shared: bool) -> Result<Flow> {
        let Value::Object(id) = cell else { return Ok(Flow::Next) };
        let published = self.machine.space.heap.is_shared(id);
        if published {
            self.machine.space.heap.publish(value);
        }
        *self.machine.space.heap.get_mut(id) = Object::Cell(value);
        if published && shared {
            self.report_place(Place::Cell(id), value);
        }
        Ok(Flow::Next)
    }

    #[cold]
    fn unbound_cell(&mut self) -> crate::machine::run::flow::Raise {
        let name = self.running_text();
        if self.is_own_cell(&name) {
            let message = format!("cannot access local variable '{name}' where it is not associated with a value");
            return self.error(crate::machine::state::class::UNBOUND_LOCAL_ERROR, &message);
        }
        let message =
            format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope");
        self.error(crate::machine::state::class::NAME_ERROR, &message)
    }

    /// Whether the cell of that name is the running function's own, and not one from around it.
    fn is_own_cell(&self, name: &str) -> bool {
        let code = self.code(self.stack.top().code);
        let of_function = code.kind == crate::program::CodeKind::Function;
        let at = code.locals.iter().position(|&local| &*self.name(local) == name);
        of_function && at.is_some_and(|at| !code.captures.iter().any(|capture| capture.inner.index() == at))
    }

    /// The text of the expression that is running.
    pub fn running_text(&self) -> String {
        let Some((code, at)) = self.place() else { return String::new() };
        let module = &self.program.module_at(self.code(code).module);
        module.source.slice(self.site_span(code, at)).to_owned()
    }

    /// The changeable container that a value is, shows or goes over.
    fn content_of(&self, value: Value) -> Option<ObjectId> {
        let id = value.object()?;
        match self.object(id) {
            Object::List(_) | Object::Dict(_) | Object::Set(_) => Some(id),
            Object::DictView { dict, .. } => Some(*dict),
            Object::Iterator(iterator) => self.content_of(iterator.container()),
            Object::Instance(instance) => match instance.native {
                Native::Value(inner) => self.content_of(inner),
                _ => None,
            },
            _ => None,
        }
    }

    /// A place has this value now: what is spoken of there takes it.
    pub fn report_place(&mut self, place: Place, value: Value) {
        if !self.machine.silent {
            // What was spoken of already has another value now, whatever that is.
            let spoken_of = self.machine.common.labels.variable(place).is_some();
            let variable = self.variable(place);
            self.unwatched(|this| this.tell_variable(variable, value, spoken_of));
        }
    }

    /// The variable at a place; spoken of from now on if it was not before. Viewers know a container as one variable.
    pub fn variable(&mut self, place: Place) -> VariableId {
        let place = match place {
            Place::Item(id, _) | Place::Extent(id) => Place::Content(id),
            place => place,
        };
        if let Some(known) = self.machine.common.labels.variable(place) {
            return known;
        }
        self.unwatched(|this| this.begin_to_speak_of(place))
    }

    fn begin_to_speak_of(&mut self, place: Place) -> VariableId {
        let mut name = self.place_name(place);
        let process = self
            .machine
            .forked_here()
            .map(|process| Arc::clone(&process.name))
            .or_else(|| self.machine.first_program());
        if let Some(process) = process.filter(|_| !self.is_in_system() && !matches!(place, Place::Common(..))) {
            // Another one has that name in the process that it was copied from, or in another program.
            name = format!("{process}: {name}");
        }
        let variable = self.machine.labels_mut().add_variable(place, &name);
        if self.listens {
            let name = self.sink.text(&name);
            self.emit(EventKind::VariableNamed { variable, name });
            self.report_worth(place, variable);
        }
        variable
    }

    /// Says what a variable is worth that is spoken of for the first time: it may only be read from now on.
    fn report_worth(&mut self, place: Place, variable: VariableId) {
        let value = match place {
            Place::Global(global) => self.machine.space.globals.get(global),
            Place::Attribute(id, name) => {
                let attributes = self.machine.own_attributes(id);
                attributes.into_iter().find(|&(known, _)| known == name).map_or(Value::Unbound, |(_, value)| value)
            }
            Place::ClassAttribute(class, name) => {
                self.machine.class(class).attributes.get(&name).copied().unwrap_or(Value::Unbound)
            }
            Place::Content(id) | Place::Iterator(id) | Place::Generator(id) => Value::Object(id),
            Place::Cell(id) => match self.object(id) {
                Object::Cell(value) => *value,
                _ => Value::Unbound,
            },
            Place::Common(memory, index) => self.cell_of_common(memory, index),
            // Others have no value, or none that is one thing.
            _ => Value::Unbound,
        };
        if value.is_bound() {
            let value = self.shown(value);
            self.emit(EventKind::Worth { variable, value });
        }
    }

    fn place_name(&mut self, place: Place) -> String {
        match place {
            Place::Global(global) => self.name(self.program.globals[global.index()].name).to_string(),
            Place::Attribute(id, name) => format!("{}.{}", self.best_name(id), self.name(name)),
            Place::Attributes(id) => format!("{}.__dict__", self.best_name(id)),
            Place::ClassOf(id) => format!("{}.__class__", self.best_name(id)),
            Place::ClassAttribute(class, name) => format!("{}.{}", self.machine.class(class).name, self.name(name)),
            Place::Content(id) | Place::Item(id, _) | Place::Extent(id) => self.best_name(id),
            Place::Iterator(id) | Place::Generator(id) => self.best_name(id),
            Place::Thread(..) | Place::Threads | Place::Resource(_) | Place::Output | Place::End | Place::World => {
                String::new()
            }
            Place::Common(memory, index) => self.name_of_cell(memory, index),
            Place::Cell(_) => {
                let text = self.running_text();
                let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
                text[..end].to_owned()
            }
        }
    }

    /// Reports that a variable has this value now. A container is spoken of as this variable from here on.
    fn tell_variable(&mut self, variable: VariableId, value: Value, spoken_of: bool) {
        if let Some(id) = self.content_of(value) {
            self.machine.labels_mut().alias(Place::Content(id), variable);
        }
        self.report_attributes(value);
        if self.listens && (spoken_of || self.is_shown(value)) {
            let value = self.shown(value);
            self.emit(EventKind::Wrote { variable, value });
        }
    }

    /// Reports that an attribute has this value now.
    pub fn report_attribute(&mut self, id: ObjectId, name: NameId, value: Value) {
        if !self.machine.silent {
            self.unwatched(|this| this.tell_attribute(id, name, value));
        }
    }

    fn tell_attribute(&mut self, id: ObjectId, name: NameId, value: Value) {
        let own = self.machine.class(self.class_of(Value::Object(id))).own;
        let place = Place::Attribute(id, name);
        if own && (self.is_shown(value) || self.machine.common.labels.variable(place).is_some()) {
            self.report_place(place, value);
        }
    }

    /// An object of the program's own classes has become a shared variable: so have its attributes.
    fn report_attributes(&mut self, value: Value) {
        let Value::Object(id) = value else { return };
        if !matches!(self.object(id), Object::Instance(_)) {
            return;
        }
        let attributes = self.machine.own_attributes(id);
        for (name, value) in attributes {
            if self.machine.common.labels.variable(Place::Attribute(id, name)).is_none() && self.program_writes(name) {
                self.report_attribute(id, name, value);
            }
        }
    }

    /// Reports the content of a container after a change.
    pub fn report_content(&mut self, container: Value) {
        if !self.machine.silent {
            self.unwatched(|this| this.tell_content(container));
        }
    }

    /// Whether a module of the library is about to be imported: what it sets up is nothing to speak of.
    fn is_importing(&self) -> bool {
        self.stack.frames.iter().any(|frame| {
            let code = self.code(frame.code);
            code.hidden && code.kind == CodeKind::Module
        })
    }

    fn tell_content(&mut self, container: Value) {
        let Some(id) = self.content_of(container).filter(|&id| self.machine.space.heap.is_shared(id)) else { return };
        let known = self.machine.common.labels.variable(Place::Content(id));
        if known.is_none() && (!self.concurrent || self.is_importing()) {
            return;
        }
        let variable = self.variable(Place::Content(id));
        if self.listens {
            let value = self.shown(container);
            self.emit(EventKind::Wrote { variable, value });
        }
    }

    /// Whether a value says something as the value of a variable: primitives, threads and functions are shown
    /// elsewhere.
    fn is_shown(&self, value: Value) -> bool {
        match value {
            Value::Native(_) | Value::Class(_) | Value::Module(_) | Value::Unbound => false,
            Value::Object(id) => match self.object(id) {
                Object::Function(_) | Object::Method(_) => false,
                Object::Instance(instance) => {
                    !matches!(instance.native, Native::Resource(_) | Native::Condition { .. } | Native::Thread(_))
                        && !self.machine.class(instance.class).own
                }
                Object::Tuple(items) => items.iter().all(|&item| self.is_shown(item)),
                Object::List(items) => items.iter().all(|&item| self.is_shown(item)),
                _ => true,
            },
            _ => true,
        }
    }

    /// A value as the screen shows it.
    pub fn shown(&mut self, value: Value) -> Shown {
        if let Value::Int(number) = value
            && let Ok(small) = i32::try_from(number)
        {
            return Shown::Int(small);
        }
        let text = self.unwatched(|this| this.machine.short_repr(value));
        Shown::Text(self.sink.text(&text))
    }

    /// A value under a name of its own, as the screen shows it: an object that the program knows by another name is that.
    pub fn shown_as(&mut self, name: &str, value: Value) -> Shown {
        let known = value.object().filter(|&id| match self.object(id) {
            Object::Instance(instance) => matches!(instance.native, Native::None),
            _ => false,
        });
        let other = known.and_then(|id| self.machine.common.labels.object(id)).filter(|other| other.as_ref() != name);
        match other.cloned() {
            Some(other) => Shown::Text(self.sink.text(&other)),
            None => self.shown(value),
        }
    }

    /// Nobody will change the container.
    pub fn freeze(&mut self, value: Value) -> Result<Flow> {
        if let Value::Object(id) = value {
            self.machine.space.heap.freeze(id);
        }
        Ok(Flow::Next)
    }
}
