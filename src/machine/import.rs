//! Imports: a module of the library runs when it is first imported.

use super::{
    exec::Exec,
    flow::{Flow, Result},
    frame::Then,
    value::Value,
};
use crate::program::{ModuleId, Register};

impl Exec<'_> {
    /// `dst` = the module, which runs first if it has not yet.
    pub fn import(&mut self, dst: Register, module: ModuleId) -> Result<Flow> {
        self.stack.set(dst, Value::Module(module));
        let begun = &mut self.machine.modules_begun[module.index()];
        if std::mem::replace(begun, true) {
            return Ok(Flow::Next);
        }
        let body = self.program.modules[module.index()].body;
        let base = self.free_base();
        self.stack.reserve(base, self.program.code(body).registers);
        self.push_frame(body, base, Then::Discard)?;
        Ok(Flow::Frame)
    }
}
