//! `time`: the virtual clock.

use crate::event::Nanos;
use crate::machine::{
    TimeKeeping,
    run::{
        exec::Exec,
        flow::{Flow, Result},
        native::{Native, control, pure, required},
    },
    state::{frame::Then, operation::Operation, value::Value},
};

/// The moment at which every program begins: 2026-01-01 00:00:00 UTC, in seconds since 1970.
pub const EPOCH: Nanos = 1_767_225_600;

/// Functions of the module.
pub const FUNCTIONS: &[Native] = &[
    control("vm_sleep", &[required("")], sleep),
    pure("vm_clock", &[], |exec, _| Ok(Value::Int(exec.look_at(Exec::now)))),
    // For the library itself, which makes nothing else of it than when a wait is over.
    pure("vm_moment", &[], |exec, _| Ok(Value::Int(exec.now() as i64))),
    pure("vm_epoch", &[], |_, _| Ok(Value::Int(EPOCH as i64))),
    pure("vm_process_time", &[], |exec, _| Ok(Value::Int(exec.look_at(|exec| exec.machine.process_time())))),
    pure("vm_run_time", &[], |exec, _| Ok(Value::Int(exec.look_at(|exec| exec.machine.run_time(exec.thread))))),
];

fn sleep(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let seconds = exec.seconds(arguments[0])?;
    if seconds < 0.0 {
        return Err(exec.value_error("sleep length must be non-negative"));
    }
    Ok(exec.operate(Operation::Sleep { duration: crate::machine::native::modules::nanos(seconds) }, then))
}

impl Exec<'_> {
    /// What the program sees on a clock: always the start, where time stands still for it.
    fn look_at(&mut self, clock: impl Fn(&Self) -> Nanos) -> i64 {
        if self.machine.time == TimeKeeping::Runs {
            return clock(self) as i64;
        }
        self.machine.time = TimeKeeping::Asked;
        0
    }

    /// The virtual time now, in the middle of a step.
    pub fn now(&self) -> Nanos {
        if self.machine.by_the_wall {
            return self.machine.clock();
        }
        let spent = u64::from(self.spent + self.counted.saturating_sub(self.fuel + self.reserve))
            * crate::machine::state::cost::INSTRUCTION;
        self.machine.after(spent)
    }
}
