//! What calls touch before a function of the program runs: the look-up of a method, and what native code does.

use crate::{
    machine::{
        language::call::Arguments,
        run::{
            exec::Exec,
            native::{Access, Attribute},
        },
        state::{
            object::{Instance, Native, Object},
            place::{Access as Touch, Deed, Footprint, Place, ThreadField},
            value::{ClassId, NativeId, Value},
        },
    },
    program::{Instruction, NameId, Register, well_known},
};

impl Exec<'_> {
    /// Calls and attributes.
    pub(super) fn touch_by_calls(&self, instruction: Instruction, out: &mut Footprint) {
        use Instruction as I;
        let r = |register| self.stack.get(register);
        match instruction {
            I::GetAttribute { object, name, .. } | I::ImportFrom { module: object, name, .. } => {
                self.touch_read_attribute(r(object), name, out);
            }
            I::SetAttribute { object, name, .. } | I::DeleteAttribute { object, name } => {
                self.touch_set_attribute(r(object), name, out);
            }
            I::LoadMethod { base, name } => self.touch_read_attribute(r(base), name, out),
            I::Call { count, base, .. } if self.looks_at_arguments(r(base)) => {
                self.touch_call(r(base), &self.row_behind(base, 1, count), out);
            }
            I::CallLoaded { count, base, .. } => self.touch_loaded(base, count, out),
            I::CallMethod { count, base, name, .. } => {
                self.touch_method_call(r(base), name, (base, count), out);
            }
            I::CallSpecial { count, base, name, .. } => {
                self.touch_special(r(base), name, out);
                let function = self.special(r(base), name).unwrap_or(Value::None);
                self.touch_call(function, &self.row_behind(base, 0, count + 1), out);
            }
            I::CallShaped { count, base, shape, .. } => self.touch_shaped(base, count, shape, out),
            I::CallSpread { base, .. } => self.touch_spread(base, out),
            _ => {}
        }
    }

    /// The values of `count` registers, the first of them `offset` behind `base`.
    fn row_behind(&self, base: Register, offset: u16, count: u8) -> Arguments {
        let start = self.register_index(Register(base.0 + offset));
        Arguments::from_slice(&self.stack.registers[start..start + count as usize])
    }

    /// As looking an attribute up; hooks of the class may have a say.
    fn touch_read_attribute(&self, object: Value, name: NameId, out: &mut Footprint) {
        self.touch_special(object, well_known::GETATTRIBUTE, out);
        self.touch_attribute(object, name, out);
        self.touch_special(object, well_known::GETATTR, out);
    }

    fn touch_loaded(&self, base: Register, count: u8, out: &mut Footprint) {
        let function = self.stack.get(base);
        if function.is_bound() {
            return self.touch_call(function, &self.row_behind(base, 1, count + 1), out);
        }
        self.touch_call(self.stack.get(Register(base.0 + 1)), &self.row_behind(base, 2, count), out);
    }

    /// `object.name(…)`, with `count` arguments behind `base`.
    fn touch_method_call(&self, object: Value, name: NameId, (base, count): (Register, u8), out: &mut Footprint) {
        if self.has_attributes(object) {
            self.touch_read_attribute(object, name, out);
        }
        let own = object.object().and_then(|id| self.machine.own_attribute(id, name));
        let (function, bound) = match (own, object) {
            (Some(function), _) => (Some(function), false),
            (None, Value::Class(class)) => (self.machine.find_on_class(class, name), false),
            (None, Value::Module(module)) => {
                let global = self.program.global(module.id(), name);
                (global.map(|global| self.machine.space.globals.get(global)), false)
            }
            (None, _) => {
                let on_class = self.machine.find_on_class(self.class_of(object), name);
                (on_class.or_else(|| self.implicit_method(object, name)), true)
            }
        };
        let Some(function) = function.filter(|&function| self.looks_at_arguments(function)) else { return };
        let arguments = self.row_behind(base, 1, count);
        if bound {
            self.touch_with_receiver(function, object, &arguments, out);
        } else {
            self.touch_call(function, &arguments, out);
        }
    }

    /// Whether calling the value can touch what its arguments lead to before anything of the program runs.
    fn looks_at_arguments(&self, callee: Value) -> bool {
        match callee {
            Value::Native(native) => self.statics.natives[native.index()].access != Access::None,
            Value::Class(_) => true,
            Value::Object(id) => !matches!(self.object(id), Object::Function(_)),
            _ => false,
        }
    }

    fn touch_with_receiver(&self, function: Value, receiver: Value, arguments: &[Value], out: &mut Footprint) {
        if matches!(function, Value::Native(_) | Value::Object(_)) {
            let mut all = Arguments::from_slice(&[receiver]);
            all.extend_from_slice(arguments);
            self.touch_call(function, &all, out);
        }
    }

    fn touch_shaped(&self, base: Register, count: u8, shape: u16, out: &mut Footprint) {
        let shape = &self.code(self.stack.top().code).shapes[shape as usize];
        match shape.method {
            Some(name) => {
                self.touch_method_call(self.stack.get(base), name, (base, count), out);
            }
            None if shape.loaded => self.touch_loaded(base, count, out),
            None => self.touch_call(self.stack.get(base), &self.row_behind(base, 1, count), out),
        }
    }

    fn touch_spread(&self, base: Register, out: &mut Footprint) {
        let [callee, list, dict] = [0, 1, 2].map(|offset| self.stack.get(Register(base.0 + offset)));
        let mut arguments = self.sequence_items(list).map(Arguments::from_vec).unwrap_or_default();
        arguments.extend(self.dict_entries(dict).into_iter().map(|(_, value)| value));
        self.touch_call(callee, &arguments, out);
    }

    /// What calling a value touches before anything of the program runs.
    fn touch_call(&self, callee: Value, arguments: &[Value], out: &mut Footprint) {
        match callee {
            Value::Native(native) => self.touch_native(native, arguments, out),
            Value::Class(class) => {
                if let Some(Some(constructor)) = self.statics.constructors.get(class.index()) {
                    self.touch_native(*constructor, arguments, out);
                }
                self.touch_special_of(class, out);
            }
            Value::Object(id) => match self.object(id) {
                Object::Method(method) => {
                    let (receiver, function) = (method.receiver, method.function);
                    self.touch_with_receiver(function, receiver, arguments, out);
                }
                Object::StaticMethod(function) => self.touch_call(*function, arguments, out),
                Object::Instance(_) => self.touch_special(callee, well_known::CALL, out),
                _ => {}
            },
            _ => {}
        }
    }

    /// Making an object looks its `__new__` and `__init__` up.
    fn touch_special_of(&self, class: ClassId, out: &mut Footprint) {
        self.touch_attribute(Value::Class(class), well_known::NEW, out);
        self.touch_attribute(Value::Class(class), well_known::INIT, out);
    }

    /// What a native function touches, as its row says.
    pub fn touch_native(&self, native: NativeId, arguments: &[Value], out: &mut Footprint) {
        self.named.set(Some(native));
        let first = arguments.first().copied().unwrap_or(Value::None);
        let second = arguments.get(1).copied().unwrap_or(Value::None);
        let others = arguments.get(1..).unwrap_or_default();
        match self.statics.natives[native.index()].access {
            Access::None => {}
            Access::Read => arguments.iter().for_each(|&argument| self.touch_deeply(argument, out)),
            Access::Items => arguments.iter().for_each(|&argument| self.touch_each_of(argument, out)),
            Access::Extent => self.touch_extent(first, out),
            Access::Write => {
                self.touch_changed(first, out);
                others.iter().for_each(|&other| self.touch_deeply(other, out));
            }
            Access::Append => self.touch_append(first, out),
            Access::Item => self.touch_item(self.base_value(first), second, out),
            Access::SetItem => {
                self.touch_set_item(self.base_value(first), second, out);
                self.touch_spliced(second, arguments.get(2).copied().unwrap_or(Value::None), out);
            }
            Access::DeleteItem => self.touch_delete_item(self.base_value(first), second, out),
            Access::Contains => self.touch_membership(second, self.base_value(first), out),
            Access::Next => self.touch_next(first, out),
            Access::Iterate => self.touch_iterated(first, out),
            Access::Attribute(Attribute::Namespace) if arguments.is_empty() => self.touch_locals(out),
            Access::Attribute(deed) => self.touch_computed_attribute(deed, first, second, out),
            Access::Inspect => self.touch_resource(first, out, Footprint::read),
            Access::Change => self.touch_resource(first, out, Footprint::write),
            Access::Draw => self.touch_state(first, out),
            Access::Generator(deed) => self.touch_generator(first, deed, out),
            Access::Thread(field, deed) => self.touch_thread(field, deed, first, out),
            Access::Cell => {
                if let Value::Object(cell) = first
                    && self.machine.space.heap.is_shared(cell)
                {
                    out.read(Place::Cell(cell));
                }
            }
            Access::Locals => {
                if arguments.get(1).is_none_or(|&globals| globals == Value::None || !globals.is_bound()) {
                    self.touch_locals(out);
                }
            }
            Access::Classes => out.write(Place::World),
            Access::Note => self.touch_notes(first, out),
            Access::Threads => out.read(Place::Threads),
            Access::Process(deed) => {
                if deed == Deed::Write {
                    out.write(Place::World);
                } else {
                    out.extend(self.life_of_process(first).map(|place| Touch { place, deed }));
                }
            }
            Access::Common(deed) => out.extend(Self::common_cell(first, second).map(|place| Touch { place, deed })),
            Access::Global(deed) => self.touch_named_global(deed, arguments.first().copied(), out),
            Access::Print => {
                arguments.iter().for_each(|&argument| self.touch_deeply(argument, out));
                out.write(Place::Output);
            }
        }
    }

    fn touch_named_global(&self, deed: Deed, name: Option<Value>, out: &mut Footprint) {
        let mut touch = |global| out.add(Touch { place: Place::Global(global), deed });
        match name {
            Some(name) => self.global_named(name).into_iter().for_each(touch),
            None => {
                let main = self.machine.space.module;
                self.program.modules[main.index()].variables.iter().for_each(|&(_, global)| touch(global));
            }
        }
    }

    /// Further arguments come as a tuple: each of them counts.
    fn touch_each_of(&self, argument: Value, out: &mut Footprint) {
        match argument.object().map(|id| self.object(id)) {
            Some(Object::Tuple(items)) => items.iter().for_each(|&item| self.touch_all_items(item, out)),
            _ => self.touch_all_items(argument, out),
        }
    }

    fn touch_changed(&self, value: Value, out: &mut Footprint) {
        match self.container_of(value) {
            Some(id) if self.is_watched(id) => out.write(Place::Content(id)),
            Some(_) => {}
            None if value.object().is_some() => self.touch_next(value, out),
            None => {}
        }
    }

    /// Appending leaves the elements that are there as they are.
    fn touch_append(&self, list: Value, out: &mut Footprint) {
        let Some(id) = self.container_of(list).filter(|&id| self.is_watched(id)) else { return };
        match self.machine.space.heap.peek(id) {
            Object::List(items) => {
                out.write(Place::Item(id, items.peek().len() as u32));
                out.write(Place::Extent(id));
            }
            Object::ByteArray(bytes) => {
                out.write(Place::Item(id, bytes.peek().len() as u32));
                out.write(Place::Extent(id));
            }
            _ => out.write(Place::Content(id)),
        }
    }

    fn touch_computed_attribute(&self, deed: Attribute, object: Value, name: Value, out: &mut Footprint) {
        let name = self.text_of(name).and_then(|text| self.machine.common.names.get(text));
        match (deed, name) {
            (Attribute::All, _) => self.touch_all_attributes(object, out, Footprint::read),
            (Attribute::Namespace, _) => self.touch_attribute(object, well_known::DICT, out),
            (Attribute::Get, Some(name)) => self.touch_read_attribute(object, name, out),
            (Attribute::Set, Some(name)) => self.touch_set_attribute(object, name, out),
            // Nobody has an attribute of a name that was never spoken of; who sets one adds it.
            (Attribute::Get, None) => self.touch_all_attributes(object, out, Footprint::read),
            (Attribute::Set, None) => self.touch_all_attributes(object, out, Footprint::write),
        }
    }

    fn touch_all_attributes(&self, object: Value, out: &mut Footprint, touch: fn(&mut Footprint, Place)) {
        let mut object = object;
        while let Some(Object::Method(method)) = object.object().map(|id| self.object(id)) {
            object = method.function;
        }
        if let Value::Object(id) = object
            && self.machine.space.heap.is_shared(id)
        {
            touch(out, self.machine.namespace_of(id).map_or(Place::Attributes(id), Place::Content));
        }
    }

    fn touch_resource(&self, instance: Value, out: &mut Footprint, touch: fn(&mut Footprint, Place)) {
        if let Some(Object::Instance(instance)) = instance.object().map(|id| self.object(id)) {
            match instance.native {
                Native::Resource(resource) => touch(out, Place::Resource(resource)),
                Native::Condition { room, lock } => {
                    touch(out, Place::Resource(room));
                    // Who owns a condition is who owns its lock.
                    if let Object::Instance(Instance { native: Native::Resource(lock), .. }) = self.object(lock) {
                        touch(out, Place::Resource(*lock));
                    }
                }
                _ => {}
            }
        }
    }

    fn touch_notes(&self, exception: Value, out: &mut Footprint) {
        let (Value::Object(id), Some(name)) = (exception, self.machine.common.names.get("__notes__")) else { return };
        self.touch_set_own(id, name, out);
        if let Some(notes) = self.machine.own_attribute(id, name) {
            self.touch_changed(notes, out);
        }
    }

    /// The words of a random generator; while it has none, whoever drives the machine draws.
    fn touch_state(&self, state: Value, out: &mut Footprint) {
        if let Some(id) = self.container_of(state).filter(|&id| self.is_watched(id))
            && matches!(self.machine.space.heap.peek(id), Object::List(words) if !words.peek().is_empty())
        {
            out.write(Place::Content(id));
        }
    }

    fn touch_generator(&self, generator: Value, deed: Deed, out: &mut Footprint) {
        if let Value::Object(id) = generator
            && matches!(self.object(id), Object::Generator(_))
            && self.machine.space.heap.is_shared(id)
        {
            out.add(Touch { place: Place::Generator(id), deed });
        }
    }

    fn touch_thread(&self, field: ThreadField, deed: Deed, object: Value, out: &mut Footprint) {
        let Some(Object::Instance(instance)) = object.object().map(|id| self.object(id)) else { return };
        let Native::Thread(thread) = instance.native else { return };
        // Names stay as they are in programs that never set one.
        let name = match field {
            ThreadField::Name => self.machine.common.names.get("name"),
            ThreadField::Daemon => self.machine.common.names.get("daemon"),
            ThreadField::Life => None,
        };
        if name.is_none_or(|name| self.program_writes(name)) {
            out.add(Touch { place: Place::Thread(thread, field), deed });
        }
    }
}
