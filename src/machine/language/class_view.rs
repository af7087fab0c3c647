//! What the library shows of a class: its `__dict__`, and the descriptors of its slots (`stdlib/_descriptors.py`). It does that
//! for the program alone: the library itself has a picture of the attributes. Tests: `tests/programs/classes/class_dict.py`.

use crate::machine::run::{
    exec::Exec,
    flow::{Flow, Result},
};
use crate::machine::state::value::{ClassId, Value};
use crate::program::{GlobalId, ModuleId, NameId, well_known};

impl Exec<'_> {
    /// A function of a module of the library that few programs need; none where the program does not have the module.
    pub fn library_extra(&self, module: &str, function: &str) -> Option<(ModuleId, GlobalId)> {
        let module = self.program.module(module)?;
        let function = self.program.global(module, self.program.names.get(function)?)?;
        Some((module, function))
    }

    /// That module runs first, if it has not yet; the instruction is done again after that.
    ///
    /// # Errors
    /// When there are too many calls.
    pub fn begin_seldom(&mut self, module: ModuleId) -> Result<Option<Flow>> {
        if self.machine.space.lasting.modules_begun[module.index()] {
            return Ok(None);
        }
        self.run_first(module).map(Some)
    }

    /// The function of the library that shows the attribute of a class, and its module.
    pub fn class_view(&self, object: Value, name: NameId) -> Option<(ModuleId, GlobalId)> {
        let Value::Class(class) = object else { return None };
        let function = if name == well_known::DICT {
            "vm_class_proxy"
        } else if self.is_slot(class, name) {
            "vm_slot_of"
        } else {
            return None;
        };
        let hidden = self.stack.frames.last().is_none_or(|frame| self.code(frame.code).hidden);
        if hidden { None } else { self.library_extra("_descriptors", function) }
    }

    /// Whether the objects of a class have a slot of that name, and nothing else of that name is on the class.
    fn is_slot(&self, class: ClassId, name: NameId) -> bool {
        let of = self.machine.class(class);
        let named = of.slots.as_ref().is_some_and(|slots| slots.contains(&name)) || of.kept.contains(&name);
        named && self.machine.find_on_class(class, name).is_none()
    }
}
