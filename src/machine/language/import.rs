//! Imports: a module of the library runs when it is first imported.

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Result},
    },
    state::{frame::Then, value::Value},
};
use crate::program::{ModuleId, Register};

impl Exec<'_> {
    /// `dst` = the module, which runs first if it has not yet.
    pub fn import(&mut self, dst: Register, module: ModuleId) -> Result<Flow> {
        self.stack.set(dst, Value::Module(module));
        if self.machine.space.lasting.modules_begun[module.index()] {
            return Ok(Flow::Next);
        }
        self.machine.space.lasting.make_mut().modules_begun[module.index()] = true;
        let body = self.program.modules[module.index()].body;
        let base = self.free_base();
        self.stack.reserve(base, self.program.code(body).registers);
        self.push_frame(body, base, Then::Discard)?;
        Ok(Flow::Frame)
    }
}
