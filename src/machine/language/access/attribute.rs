//! What looking attributes up, setting and deleting them touches: of objects, classes, modules, functions, exceptions.
//!
//! A look-up goes from the object over its class and that one's bases, and each place on the way is looked at: what is not
//! there may come.

#[cfg(debug_assertions)]
use crate::machine::state::place::Deed;
use crate::{
    machine::{
        language::{access::value::folded, builtin_attribute::WRAPPED_PARTS, hash::text_hash},
        run::exec::Exec,
        state::{
            object::{Instance, Native, Object, Property},
            place::{Footprint, Place},
            value::{ClassId, ObjectId, Value},
        },
    },
    program::{ModuleId, NameId, well_known},
};

impl Exec<'_> {
    /// Whether the program writes attributes of that name after the object was made.
    pub fn program_writes(&self, name: NameId) -> bool {
        self.program.any_attribute || self.program_names(name)
    }

    /// Whether a statement of the program writes attributes of that very name.
    pub(super) fn program_names(&self, name: NameId) -> bool {
        // Names that were made while the program ran come from computed names.
        self.program.written_attributes.get(name.index()).copied().unwrap_or(true)
    }

    /// Whether the attribute is the library's own: its code is running, and no statement of the program writes such.
    fn is_library_name(&self, name: NameId) -> bool {
        self.is_hidden() && !self.program_names(name)
    }

    /// The same of an object whose attributes nobody has as a dict: in that they are what anybody may look at.
    fn is_library_name_of(&self, id: ObjectId, name: NameId) -> bool {
        self.is_library_name(name) && self.machine.namespace_of(id).is_none()
    }

    /// Whether an instruction has to name the attribute of a shared object before it touches it so.
    #[cfg(debug_assertions)]
    pub fn is_named(&self, name: NameId, deed: Deed) -> bool {
        let library = self.in_library && !self.program_names(name);
        !library && (deed == Deed::Write || self.program_writes(name))
    }

    /// A method of the language, looked up on the type.
    pub(super) fn touch_special(&self, object: Value, name: NameId, out: &mut Footprint) {
        if self.program_writes(name) && matches!(object, Value::Object(_) | Value::Class(_)) {
            self.touch_class_look_up(self.class_of(object), name, out);
        }
    }

    /// The classes of the program up to the one that has the attribute.
    fn touch_class_look_up(&self, class: ClassId, name: NameId, out: &mut Footprint) {
        if self.program_writes(name) && !self.is_library_name(name) {
            self.touch_classes(&self.machine.class(class).order, name, out);
        }
    }

    fn touch_classes(&self, order: &[ClassId], name: NameId, out: &mut Footprint) {
        for &base in order {
            let class = self.machine.class(base);
            let found = class.attributes.contains_key(&name);
            if class.own {
                let touch = if found { Footprint::read } else { Footprint::pass };
                touch(out, Place::ClassAttribute(base, name));
            }
            if found {
                return;
            }
        }
    }

    /// `object.name`
    pub(super) fn touch_attribute(&self, object: Value, name: NameId, out: &mut Footprint) {
        match object {
            Value::Module(module) => self.touch_module(module.id(), name, out, Footprint::read),
            Value::Class(class) => self.touch_class_look_up(class, name, out),
            Value::Object(id) => match self.object(id) {
                Object::Instance(_) | Object::Exception(_) | Object::Function(_) => {
                    self.touch_class_of(object, out);
                    self.touch_own_attribute(id, name, out);
                    let holder = if self.is_thread_local(id) {
                        self.machine.space.lasting.thread_locals.get(&(id, self.thread))
                    } else {
                        None
                    };
                    let own = self.machine.own_attribute(holder.copied().unwrap_or(id), name).is_some();
                    if own && self.statics.descriptors {
                        // A property on the class would go before it.
                        self.touch_class_look_up(self.class_of(object), name, out);
                    }
                    if let (Object::Instance(Instance { native: Native::Value(held), .. }), well_known::DOC) =
                        (self.object(id), name)
                    {
                        // That of a property is its function's.
                        self.touch_attribute(*held, name, out);
                    }
                    if !own {
                        self.touch_class_look_up(self.class_of(object), name, out);
                        if self.may_have_getters(id) {
                            self.touch_getter(object, name, out);
                        }
                    }
                }
                Object::Method(method) => self.touch_attribute(method.function, name, out),
                Object::Property(property) => self.touch_attribute(property.get, name, out),
                Object::StaticMethod(_) | Object::ClassMethod(_) if name == well_known::DICT => {
                    self.touch_unfolding(id, out);
                }
                Object::StaticMethod(function) | Object::ClassMethod(function) => {
                    self.touch_attribute(*function, name, out);
                }
                Object::Super(parts) if self.program_writes(name) => {
                    let behind = self.machine.class(parts.order).order.iter().skip_while(|&&at| at != parts.class);
                    let behind: Vec<ClassId> = behind.skip(1).copied().collect();
                    self.touch_classes(&behind, name, out);
                }
                _ => self.touch_getter(object, name, out),
            },
            _ => {}
        }
    }

    /// The attribute that an object has of its own, or could have.
    fn touch_own_attribute(&self, id: ObjectId, name: NameId, out: &mut Footprint) {
        if !self.are_attributes_shared(id) || self.is_library_name_of(id, name) {
            return;
        }
        if name == well_known::DICT {
            // The attributes move into a dict when somebody asks for it first.
            let moved = self.machine.namespace_of(id).is_some();
            return if moved { out.read(Place::Attributes(id)) } else { out.write(Place::Attributes(id)) };
        }
        let constructing = matches!(self.object(id), Object::Instance(instance) if instance.constructing);
        if constructing || self.program_writes(name) {
            let there = self.machine.own_attribute(id, name).is_some();
            let touch = if there { Footprint::read } else { Footprint::pass };
            touch(out, self.place_of_attribute(id, name));
        }
    }

    /// Whether other threads can reach the attributes: with the object, or only the dict that they have moved to.
    pub(super) fn are_attributes_shared(&self, id: ObjectId) -> bool {
        let dict = || self.machine.namespace_of(id).is_some_and(|dict| self.machine.space.heap.is_shared(dict));
        !self.is_thread_local(id) && (self.machine.space.heap.is_shared(id) || dict())
    }

    pub fn is_thread_local(&self, id: ObjectId) -> bool {
        matches!(self.object(id), Object::Instance(instance) if instance.is_thread_local())
    }

    /// Whether looking attributes of the value up can touch anything: methods of builtin values are constant.
    pub(super) fn has_attributes(&self, value: Value) -> bool {
        match value {
            Value::Class(_) | Value::Module(_) => true,
            Value::Object(id) => !matches!(
                self.object(id),
                Object::List(_)
                    | Object::Dict(_)
                    | Object::Set(_)
                    | Object::Str(_)
                    | Object::Tuple(_)
                    | Object::Iterator(_)
            ),
            _ => false,
        }
    }

    /// Whether the machine has properties for objects of that kind; those of plain ones are the program's.
    fn may_have_getters(&self, id: ObjectId) -> bool {
        !matches!(self.object(id), Object::Instance(instance) if instance.native == Native::None)
    }

    /// Where the attribute is: with the object, or in the dict that its attributes have moved to.
    fn place_of_attribute(&self, id: ObjectId, name: NameId) -> Place {
        match self.machine.namespace_of(id) {
            Some(dict) => Place::Item(dict, folded(text_hash(&self.name(name)))),
            None => Place::Attribute(id, name),
        }
    }

    /// A property of the machine, whose getter looks at something.
    fn touch_getter(&self, object: Value, name: NameId, out: &mut Footprint) {
        if let Some(property) = self.property_of(object, name)
            && let Value::Native(getter) = property.get
        {
            self.touch_native(getter, &[object], out);
        }
    }

    fn property_of(&self, object: Value, name: NameId) -> Option<&Property> {
        match self.machine.find_on_class(self.class_of(object), name)? {
            Value::Object(id) => match self.object(id) {
                Object::Property(property) => Some(property),
                _ => None,
            },
            _ => None,
        }
    }

    fn touch_module(&self, module: ModuleId, name: NameId, out: &mut Footprint, touch: fn(&mut Footprint, Place)) {
        let Some(global) = self.program.global(module, name) else { return };
        if self.program.is_own(module) || self.program_writes(name) {
            touch(out, Place::Global(global));
        }
    }

    /// `object.name = …` and `del object.name`
    pub(super) fn touch_set_attribute(&self, object: Value, name: NameId, out: &mut Footprint) {
        match object {
            Value::Module(module) => self.touch_module(module.id(), name, out, Footprint::write),
            Value::Class(class) if self.machine.class(class).own => {
                out.write(Place::ClassAttribute(class, name));
                if name == well_known::BASES {
                    // Where everything is looked up changes with them.
                    out.write(Place::World);
                }
            }
            Value::Object(id) => {
                self.touch_class_of(object, out);
                self.touch_special(object, well_known::SETATTR, out);
                self.touch_special(object, well_known::DELATTR, out);
                if self.statics.descriptors || self.machine.find_on_class(self.class_of(object), name).is_some() {
                    self.touch_class_look_up(self.class_of(object), name, out);
                }
                match self.property_of(object, name).map(|property| property.set) {
                    Some(Value::Native(setter)) => self.touch_native(setter, &[object], out),
                    Some(_) => {}
                    None => self.touch_set_own(id, name, out),
                }
            }
            _ => {}
        }
    }

    /// What it takes to give a static or class method attributes of its own: it looks at those of its function.
    fn touch_unfolding(&self, id: ObjectId, out: &mut Footprint) {
        let (Object::StaticMethod(function) | Object::ClassMethod(function)) = self.object(id) else { return };
        if self.machine.space.heap.is_shared(id) {
            out.write(Place::Attributes(id));
        }
        for name in WRAPPED_PARTS {
            self.touch_attribute(*function, name, out);
        }
    }

    pub(super) fn touch_set_own(&self, id: ObjectId, name: NameId, out: &mut Footprint) {
        let object = self.object(id);
        self.touch_unfolding(id, out);
        let has_attributes = matches!(
            object,
            Object::Instance(_)
                | Object::Exception(_)
                | Object::Function(_)
                | Object::StaticMethod(_)
                | Object::ClassMethod(_)
        );
        if !has_attributes || !self.are_attributes_shared(id) || self.is_library_name_of(id, name) {
            return;
        }
        match name {
            well_known::CLASS => out.write(Place::ClassOf(id)),
            well_known::DICT => out.write(Place::Attributes(id)),
            _ => {
                let place = self.place_of_attribute(id, name);
                if let Place::Item(dict, _) = place {
                    out.write(Place::Extent(dict));
                }
                out.write(place);
            }
        }
    }
}
