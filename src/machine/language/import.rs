//! Imports: a module of the library runs when it is first imported.

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Result},
    },
    state::{frame::Then, value::Value},
};
use crate::program::{Label, ModuleId, Register};

impl Exec<'_> {
    /// Runs a module of the library before the instruction, which is done again after that.
    ///
    /// # Errors
    /// When the stack is too deep.
    pub fn run_first(&mut self, module: ModuleId) -> Result<Flow> {
        let here = self.stack.top_mut();
        here.at = Label(here.at.0 - 1);
        self.begin_module(module)
    }

    /// `dst` = the module, which runs first if it has not yet.
    pub fn import(&mut self, dst: Register, module: ModuleId) -> Result<Flow> {
        self.stack.set(dst, Value::module(module));
        if self.machine.space.lasting.modules_begun[module.index()] {
            return Ok(Flow::Next);
        }
        self.begin_module(module)
    }

    /// Runs the text of a module.
    ///
    /// # Errors
    /// When there are too many calls.
    pub fn begin_module(&mut self, module: ModuleId) -> Result<Flow> {
        self.machine.space.lasting.make_mut().modules_begun[module.index()] = true;
        let body = self.program.modules[module.index()].body;
        let base = self.free_base();
        self.stack.reserve(base, self.program.code(body).registers);
        self.push_frame(body, base, Then::Discard)?;
        Ok(Flow::Frame)
    }
}
