//! What the library shows of a class: its `__dict__`, and the descriptors of its slots (`stdlib/_descriptors.py`). It does that
//! for the program alone: the library itself has a picture of the attributes. Tests: `tests/programs/classes/class_dict.py`.

use crate::machine::run::{
    exec::Exec,
    flow::{Flow, Result},
    native::Keywords,
};
use crate::machine::state::frame::Then;
use crate::machine::state::value::{ClassId, Value};
use crate::program::{GlobalId, ModuleId, NameId, well_known};

/// A function of a module of the library that few programs need.
#[derive(Clone, Copy, Debug)]
pub struct Extra {
    module: ModuleId,
    function: GlobalId,
    name: &'static str,
}

impl Exec<'_> {
    /// Such a function; none where the program does not have the module.
    pub fn extra(&self, module: &str, name: &'static str) -> Option<Extra> {
        let module = self.program.module(module)?;
        let function = self.program.global(module, self.program.names.get(name)?)?;
        Some(Extra { module, function, name })
    }

    /// Calls it; its module runs first, if it has not yet.
    ///
    /// # Errors
    /// Whatever the call raises.
    pub fn call_extra(&mut self, extra: Extra, arguments: &[Value], then: Then) -> Result<Flow> {
        if self.machine.space.lasting.modules_begun[extra.module.index()] {
            return self.call_library(extra.function, arguments, then);
        }
        // The function is not there yet: it is looked up when the module has run.
        let keywords = self.keyword_dict(&Keywords::new())?;
        let parts = [Value::module(extra.module), self.string(extra.name)?, self.tuple(arguments)?, keywords];
        match self.call_library(self.statics.library.call_attribute, &parts, then)? {
            Flow::Frame => self.begin_module(extra.module),
            other => Ok(other),
        }
    }

    /// The function of the library that shows the attribute of a class.
    pub fn class_view(&self, object: Value, name: NameId) -> Option<Extra> {
        let Value::Class(class) = object else { return None };
        let function = if name == well_known::DICT {
            "vm_class_proxy"
        } else if self.is_slot(class, name) {
            "vm_slot_of"
        } else {
            return None;
        };
        let hidden = self.stack.frames.last().is_none_or(|frame| self.code(frame.code).hidden);
        if hidden { None } else { self.extra("_descriptors", function) }
    }

    /// Whether the objects of a class have a slot of that name, and nothing else of that name is on the class.
    fn is_slot(&self, class: ClassId, name: NameId) -> bool {
        let of = self.machine.class(class);
        if matches!(
            name,
            well_known::NAME | well_known::QUALNAME | well_known::MODULE | well_known::BASES | well_known::MRO
        ) {
            // A class has these itself.
            return false;
        }
        let named = of.slots.as_ref().is_some_and(|slots| slots.contains(&name)) || of.kept.contains(&name);
        named && self.machine.find_on_class(class, name).is_none()
    }
}
