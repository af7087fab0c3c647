//! What the program calls its things: a name that an assignment gives at once, and the way to a thing that no assignment
//! names (`search`). Names are for viewers alone. Tests: `tests/machine/names.rs`.

mod search;

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Result},
    },
    state::{
        object::{Native, Object},
        value::{ObjectId, Value},
    },
};
use crate::{
    event::EventKind,
    ids::ResourceId,
    program::{NameId, NameKind},
};

impl Exec<'_> {
    /// What the program calls an object: its name, the way to it, or its class.
    pub fn best_name(&mut self, id: ObjectId) -> String {
        if let Some(name) = self.machine.common.labels.object(id) {
            return name.to_string();
        }
        // Whether anybody listens makes no difference: a run that is repeated says the same from any step on.
        let looks = self.machine.labels_mut().may_search();
        let found = if looks { self.way_to_object(id) } else { None };
        match found {
            Some(name) => {
                self.machine.labels_mut().name_object(id, &name, NameKind::Variable);
                name
            }
            None => match self.machine.space.heap.peek(id) {
                Object::Function(function) => self.code(function.code).name.to_string(),
                _ => self.class_name(Value::Object(id)).to_string(),
            },
        }
    }

    /// At the end of a step: primitives that were made and that no assignment names, or by a name that others have,
    /// are known by the way to them.
    pub fn name_new_resources(&mut self) {
        let wanted = self.machine.common.labels.nameless();
        if !wanted.is_empty() {
            for (resource, name) in self.ways_to_resources(&wanted) {
                self.label_anew(resource, &name);
            }
        }
        if self.machine.common.labels.has_new() {
            self.machine.labels_mut().end_step();
        }
    }

    fn label_anew(&mut self, resource: ResourceId, name: &str) {
        self.machine.labels_mut().rename_resource(resource, name);
        if self.listens {
            let name = self.sink.text(name);
            self.emit(EventKind::ResourceNamed { resource, name });
        }
    }

    /// The program calls the value so: primitives and objects in it take the name.
    pub fn name_value(&mut self, kind: NameKind, value: Value, name: NameId) -> Result<Flow> {
        if !self.machine.silent {
            let name = self.name(name);
            self.unwatched(|this| this.label(value, &name, kind, 3));
        }
        Ok(Flow::Next)
    }

    /// The library makes something for a call: viewers know it as that, `square(3)`.
    pub fn name_call(&mut self, thing: Value, function: Value, arguments: Value) {
        if self.machine.silent {
            return;
        }
        self.unwatched(|this| {
            let Value::Object(id) = thing else { return };
            let name = match function.object().map(|id| this.object(id)) {
                Some(Object::Function(function)) => this.code(function.code).name.to_string(),
                _ => this.machine.short_repr(function),
            };
            let arguments = this.sequence_items(arguments).unwrap_or_default();
            let arguments: Vec<String> = arguments.iter().map(|&argument| this.machine.short_repr(argument)).collect();
            let call = format!("{name}({})", arguments.join(", "));
            this.machine.labels_mut().name_object(id, &call, NameKind::Variable);
            // What it waits with inside is known by the same name.
            for (attribute, value) in this.machine.own_attributes(id) {
                if this.name(attribute).starts_with('_')
                    && let Some(Object::Instance(inner)) = value.object().map(|inner| this.object(inner))
                    && let Native::Resource(resource) = inner.native
                {
                    this.label_resource(resource, &call, NameKind::Variable);
                }
            }
        });
    }

    fn label(&mut self, value: Value, name: &str, kind: NameKind, depth: u32) {
        let (Value::Object(id), Some(depth)) = (value, depth.checked_sub(1)) else { return };
        match self.object(id) {
            Object::Instance(instance) => {
                let (native, library) = (instance.native, !self.machine.class(instance.class).own);
                self.label_native(native, name, kind);
                let news = self.machine.labels_mut().name_object(id, name, kind);
                if news && kind == NameKind::Variable {
                    for (attribute, value) in self.machine.own_attributes(id) {
                        if !self.can_be_named(value) {
                            continue;
                        }
                        let attribute = self.name(attribute);
                        let inner = format!("{name}.{attribute}");
                        let of_library = library && attribute.starts_with('_');
                        // What `enumerate` goes through, or a pool works off, is known by what the program sees of it.
                        let hidden = of_library && self.is_inside(value);
                        // What else is in there has names of the program.
                        let own = is_private(native, &attribute) || (of_library && !hidden);
                        let depth = if own { 1 } else { depth };
                        self.label(value, if hidden { name } else { &inner }, kind, depth);
                    }
                }
            }
            Object::List(_) | Object::Tuple(_) => {
                self.machine.labels_mut().name_object(id, name, kind);
                let items = self.sequence_items(value).unwrap_or_default();
                for (at, item) in items.into_iter().enumerate().take(64) {
                    if !self.can_be_named(item) {
                        continue;
                    }
                    self.label(item, &format!("{name}[{at}]"), kind, depth);
                }
            }
            Object::Dict(_) => {
                self.machine.labels_mut().name_object(id, name, kind);
                for (key, value) in self.dict_entries(value).into_iter().take(64) {
                    if !self.can_be_named(value) {
                        continue;
                    }
                    let inner = format!("{name}[{}]", self.machine.short_repr(key));
                    self.label(value, &inner, kind, depth);
                }
            }
            Object::Set(_) | Object::Generator(_) | Object::Iterator(_) | Object::Exception(_) => {
                self.machine.labels_mut().name_object(id, name, kind);
            }
            _ => {}
        }
    }

    /// Whether it is anything that takes a name.
    fn can_be_named(&self, value: Value) -> bool {
        let Value::Object(id) = value else { return false };
        !matches!(self.object(id), Object::Str(_) | Object::BigInt(_) | Object::Bytes(_) | Object::Function(_))
    }

    /// Whether it is an iterator, a generator or a primitive: what an object of the library is made around.
    fn is_inside(&self, value: Value) -> bool {
        match value.object().map(|id| self.object(id)) {
            Some(Object::Iterator(_) | Object::Generator(_)) => true,
            Some(Object::Instance(instance)) => matches!(instance.native, Native::Resource(_)),
            _ => false,
        }
    }

    fn label_native(&mut self, native: Native, name: &str, kind: NameKind) {
        match native {
            Native::Resource(resource) => self.label_resource(resource, name, kind),
            Native::Condition { room, lock } => {
                self.label_resource(room, name, kind);
                // A lock that the condition made for itself is known by the condition; one of the program has its name.
                if let Some(lock) =
                    self.lock_of(lock).filter(|&lock| self.machine.common.labels.resource(lock).is_none())
                {
                    self.label_resource(lock, &format!("{name}.lock"), kind);
                }
            }
            _ => {}
        }
    }

    fn lock_of(&self, lock: ObjectId) -> Option<ResourceId> {
        match self.object(lock) {
            Object::Instance(instance) => match instance.native {
                Native::Resource(resource) => Some(resource),
                _ => None,
            },
            _ => None,
        }
    }

    fn label_resource(&mut self, resource: ResourceId, name: &str, kind: NameKind) {
        if self.machine.labels_mut().name_resource(resource, name, kind) && self.listens {
            let name = self.sink.text(name);
            self.emit(EventKind::ResourceNamed { resource, name });
        }
    }
}

/// Whether an attribute is the library's own: what a thread was given to do is known by the names of the program.
fn is_private(native: Native, attribute: &str) -> bool {
    matches!(native, Native::Thread(_)) && attribute.starts_with('_')
}
