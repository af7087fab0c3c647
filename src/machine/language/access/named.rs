//! What names touch that are looked up while the program runs.

use crate::{
    machine::{
        language::{
            hash::{plain_key, text_hash},
            named::Space,
        },
        run::exec::Exec,
        state::{
            object::Object,
            place::{Footprint, Place},
            value::{ObjectId, Value},
        },
    },
    program::{CodeId, Instruction, NameId, well_known},
};

impl Exec<'_> {
    /// Names in namespaces.
    pub(super) fn touch_named(&self, instruction: Instruction, out: &mut Footprint) {
        match instruction {
            Instruction::LoadName { space, name, .. } => {
                let space = self.stack.get(space);
                self.touch_in_space(space, name, out, Footprint::read);
                let kind = self.space_of(space);
                if let Space::Dict(id) = kind
                    && !self.in_space(kind, name).is_bound()
                {
                    self.touch_text_key(id, "__builtins__", out, Footprint::read);
                    if let Some(builtins) = self.own_builtins(kind) {
                        self.touch_text_key(builtins, self.machine.common.names.text(name), out, Footprint::read);
                    }
                }
            }
            Instruction::FindName { space, name, .. } => {
                self.touch_in_space(self.stack.get(space), name, out, Footprint::read);
            }
            Instruction::StoreName { space, name, .. } => {
                self.touch_in_space(self.stack.get(space), name, out, Footprint::write);
            }
            Instruction::MakeFunction { code, .. } if self.code(code).made => self.touch_described(code, out),
            Instruction::ReturnClass if self.code(self.stack.top().code).made => {
                self.touch_described(self.stack.top().code, out);
            }
            Instruction::DeleteName { space, name } => {
                let space = self.stack.get(space);
                self.touch_in_space(space, name, out, Footprint::write);
                let dict = match self.space_of(space) {
                    Space::Module if self.module_variable(name).is_none() => self.machine.other_variables(),
                    Space::Dict(id) => Some(id),
                    _ => None,
                };
                if let Some(id) = dict.filter(|&id| self.is_watched(id)) {
                    out.write(Place::Extent(id));
                }
            }
            _ => {}
        }
    }

    /// What a function or class that is made reads of the namespace of its module: how that is called, and what annotations name.
    fn touch_described(&self, code: CodeId, out: &mut Footprint) {
        let Some(globals) = self.running_globals() else { return };
        let annotations = &self.code(code).annotations;
        self.touch_in_space(globals, well_known::NAME, out, Footprint::read);
        let texts = annotations.iter().map(|annotation| &*annotation.text);
        for text in texts.chain((!annotations.is_empty()).then_some("annotations")) {
            if let Some(name) = self.machine.common.names.get(text) {
                self.touch_in_space(globals, name, out, Footprint::read);
            }
        }
    }

    /// The variables of the running function that threads share, and the dict in which it finds them.
    pub(super) fn touch_locals(&self, out: &mut Footprint) {
        let Some(frame) = self.frame_of_program() else { return };
        if let Some(Value::Object(dict)) = self.place_of_locals(&frame).map(|at| self.stack.registers[at])
            && self.is_watched(dict)
        {
            out.write(Place::Content(dict));
        }
        let start = frame.base as usize;
        let locals = self.code(frame.code).locals.len();
        for &value in self.stack.registers.get(start..start + locals).unwrap_or_default() {
            if let Value::Object(cell) = value
                && self.machine.space.heap.is_shared(cell)
                && matches!(self.machine.space.heap.peek(cell), Object::Cell(_))
            {
                out.read(Place::Cell(cell));
            }
        }
    }

    fn touch_in_space(&self, space: Value, name: NameId, out: &mut Footprint, touch: fn(&mut Footprint, Place)) {
        match self.space_of(space) {
            Space::Module => match self.module_variable(name) {
                Some(global) if self.is_watched_global(global) => touch(out, Place::Global(global)),
                Some(_) => {}
                None => {
                    if let Some(others) = self.machine.other_variables() {
                        self.touch_text_key(others, self.machine.common.names.text(name), out, touch);
                    }
                }
            },
            Space::Dict(id) => self.touch_text_key(id, self.machine.common.names.text(name), out, touch),
            Space::Mapping => {
                self.touch_class_of(space, out);
                for method in [well_known::GETITEM, well_known::SETITEM, well_known::DELITEM] {
                    self.touch_special(space, method, out);
                }
                if let Some(id) = self.container_of(space).filter(|&id| self.is_watched(id)) {
                    touch(out, Place::Content(id));
                }
            }
        }
    }

    /// An entry of a dict whose key is a text; one that comes new changes how many there are.
    fn touch_text_key(&self, id: ObjectId, text: &str, out: &mut Footprint, touch: fn(&mut Footprint, Place)) {
        if !self.is_watched(id) {
            return;
        }
        let key = text_hash(text);
        let Object::Dict(dict) = self.machine.space.heap.peek(id) else { return };
        let there = dict.peek().find(key, |known| plain_key(self.machine, known) == Some(key)).is_some();
        touch(out, Place::Item(id, super::value::folded(key)));
        if !there {
            touch(out, Place::Extent(id));
        }
    }
}
