//! The interpreter loop: what each instruction means.
//!
//! Instructions whose common case is short are done here, on integers and floats; every other case is a method in a
//! file of its own. The instruction that runs is one behind the frame's `at`, which is written back before anything
//! that could look at it.

use crate::machine::{
    Switching,
    run::{
        exec::Exec,
        flow::{Flow, Limit, Raise, Raised, Result, Stop},
        plain::{plain_compare, plain_truth, small_binary},
    },
    state::{frame::Then, value::Value},
};
use crate::program::{BinaryOperator, Instruction, Label, Register};

impl Exec<'_> {
    /// Runs the thread until it stops.
    pub fn run(&mut self) -> Stop {
        let stop = match self.run_counted() {
            Stop::Failed(exception) => self.failed(exception),
            stop => stop,
        };
        self.after_the_text(stop)
    }

    /// Runs until it stops, and counts the instructions.
    pub fn run_counted(&mut self) -> Stop {
        self.counted = self.fuel;
        let stop = self.run_until_stop();
        self.spent += self.counted - self.fuel;
        self.counted = self.fuel;
        stop
    }

    fn run_until_stop(&mut self) -> Stop {
        loop {
            if self.machine.space.mortals.is_some() {
                self.go_carefully();
            }
            let ran = self.run_frame();
            self.fuel += std::mem::take(&mut self.reserve);
            let flow = match ran {
                Ok(flow) => flow,
                Err(raise) => match self.caught(raise) {
                    Ok(()) => continue,
                    Err(stop) => return stop,
                },
            };
            match flow {
                Flow::Next | Flow::Frame => {}
                Flow::Budget if self.fuel > 0 => {}
                Flow::Budget => {
                    self.look_for_ends();
                    return Stop::Budget;
                }
                Flow::Rests => return Stop::Before,
                Flow::Finished => return Stop::Finished,
            }
            if self.machine.space.heap.wants_collection() {
                self.collect_garbage();
            }
            self.count_effort();
        }
    }

    /// Goes on where what was raised is caught.
    fn caught(&mut self, raise: Raise) -> std::result::Result<(), Stop> {
        match raise.what() {
            Raised::Exception(exception) => {
                self.report_raise(exception);
                self.unwind(exception)
            }
            Raised::Limit(limit) => Err(Stop::Limit(limit)),
            // Whoever calls native code falls back to the library; a case that was forgotten must not end the run.
            Raised::Python => match self.not_modelled().as_exception() {
                Some(exception) => self.unwind(exception),
                None => Err(Stop::Limit(Limit::Memory)),
            },
        }
    }

    /// Counts the work of native code as instructions.
    pub(super) fn count_effort(&mut self) {
        let effort = self.machine.space.heap.effort.take();
        let counted = effort.min(self.fuel);
        self.fuel -= counted;
        self.spent += effort - counted;
    }

    /// Runs the innermost frame until frames come or go, an instruction stops or raises, or there may be garbage.
    #[expect(clippy::too_many_lines, reason = "one arm an instruction; each is short")]
    fn run_frame(&mut self) -> Result<Flow> {
        let frame = self.stack.top();
        let mut code = self.program.code(frame.code);
        let mut base = frame.base as usize;
        let mut at = frame.at.index();
        let mut instruction;
        let minds_points = self.machine.rules().switching == Switching::Calls;
        self.stack.reserve(base, code.registers);

        /// A register of the running frame.
        macro_rules! r {
            ($register:expr) => {
                self.stack.registers[base + $register.index()]
            };
        }
        /// Writes back where the frame is, for whoever looks.
        macro_rules! save {
            () => {
                self.stack.top_mut().at = Label(at as u16)
            };
        }
        /// Rests before the instruction if it touches what others can reach.
        macro_rules! gate {
            () => {{
                save!();
                if self.concurrent && self.gate(instruction) {
                    return Ok(Flow::Rests);
                }
            }};
        }
        /// As `gate!`, before a call: native code that prints is a step even if nobody else is there.
        macro_rules! gate_call {
            ($callee:expr) => {{
                gate!();
                if !self.concurrent
                    && let Value::Native(native) = $callee
                    && self.gate_alone(instruction, native)
                {
                    return Ok(Flow::Rests);
                }
            }};
        }
        /// Here CPython 3.11 looks whether the thread is to be put aside, unless this is what it has in C.
        macro_rules! point {
            () => {
                self.at_point |= minds_points && !code.is_native()
            };
        }
        /// Goes on with the frame that is the innermost now, where it stands.
        macro_rules! reload {
            () => {{
                let frame = self.stack.top();
                code = self.program.code(frame.code);
                base = frame.base as usize;
                at = frame.at.index();
                self.stack.reserve(base, code.registers);
            }};
        }
        /// Goes on as an instruction says, unless there is something to see to first.
        macro_rules! follow {
            ($flow:expr) => {
                match $flow {
                    flow @ (Flow::Next | Flow::Frame) if self.machine.space.heap.wants_attention() => return Ok(flow),
                    Flow::Next => {}
                    Flow::Frame if self.machine.space.mortals.is_some() => return Ok(Flow::Frame),
                    Flow::Frame => reload!(),
                    stop => return Ok(stop),
                }
            };
        }
        /// As `follow!`, behind a call: when it has come back at once, that was native code.
        macro_rules! came_back {
            ($flow:expr) => {{
                let flow = $flow;
                if matches!(flow, Flow::Next) {
                    point!();
                }
                follow!(flow);
            }};
        }
        /// Runs a slow instruction, and goes on as it says.
        macro_rules! slow {
            ($call:expr) => {{
                gate!();
                follow!($call?);
            }};
        }
        /// An operation on two numbers, or the general one.
        macro_rules! arithmetic {
            ($op:ident, $checked:ident, $dst:expr, $a:expr, $b:expr, $float:tt) => {
                match ($a, $b) {
                    (Value::Int(a), Value::Int(b)) => match a.$checked(b) {
                        Some(result) => r!($dst) = Value::Int(result),
                        None => slow!(self.binary(BinaryOperator::$op, Value::Int(a), Value::Int(b), $dst)),
                    },
                    (Value::Float(a), Value::Float(b)) => r!($dst) = Value::float(a.number() $float b.number()),
                    (Value::Float(a), Value::Int(b)) => r!($dst) = Value::float(a.number() $float b as f64),
                    (Value::Int(a), Value::Float(b)) => r!($dst) = Value::float(a as f64 $float b.number()),
                    (a, b) => slow!(match self.quick_binary(BinaryOperator::$op, a, b)? {
                        Some(value) => {
                            r!($dst) = value;
                            Ok(Flow::Next)
                        }
                        None => self.binary(BinaryOperator::$op, a, b, $dst),
                    }),
                }
            };
        }

        loop {
            if self.fuel == 0 {
                save!();
                return Ok(Flow::Budget);
            }
            self.fuel -= 1;
            #[cfg(debug_assertions)]
            self.check_touched();
            instruction = code.instructions[at];
            at += 1;
            match instruction {
                Instruction::LoadConstant { dst, constant } => r!(dst) = self.statics.constants[constant.index()],
                Instruction::LoadBuiltin { dst, constant } => match self.statics.constants[constant.index()] {
                    Value::Unbound => slow!(self.unknown_builtin(constant)),
                    value => r!(dst) = value,
                },
                Instruction::LoadInt { dst, value } => r!(dst) = Value::Int(i64::from(value)),
                Instruction::Move { dst, src } => r!(dst) = r!(src),
                Instruction::CheckBound { local } => {
                    if !r!(local).is_bound() {
                        slow!(self.unbound_local(local));
                    }
                }
                Instruction::DeleteLocal { local } => {
                    if !r!(local).is_bound() {
                        slow!(self.unbound_local(local));
                    }
                    r!(local) = Value::Unbound;
                }

                Instruction::LoadGlobal { dst, global } => match self.machine.space.globals.get(global) {
                    Value::Unbound => slow!(self.unbound_global(global, dst)),
                    value => r!(dst) = value,
                },
                Instruction::LoadShared { dst, global } => {
                    if self.concurrent && !self.machine.space.is_settled(global) {
                        slow!(self.load_shared(global, dst));
                    } else {
                        match self.machine.space.globals.get(global) {
                            Value::Unbound => slow!(self.unbound_global(global, dst)),
                            value => r!(dst) = value,
                        }
                    }
                }
                Instruction::StoreGlobal { global, src } => self.machine.space.globals.set(global, r!(src)),
                Instruction::StoreShared { global, src } => {
                    let value = r!(src);
                    slow!(self.store_shared(global, value));
                }
                Instruction::DeleteGlobal { global } => slow!(self.delete_global(global)),
                Instruction::Settle { global } => self.machine.space.settle(global),

                Instruction::MakeCell { local, empty } => {
                    let value = if empty { Value::Unbound } else { r!(local) };
                    slow!(self.make_cell(value, local));
                }
                Instruction::LoadCell { dst, cell } | Instruction::LoadSharedCell { dst, cell } => {
                    match self.cell_at_once(r!(cell)) {
                        Some(value) => r!(dst) = value,
                        None => slow!({
                            let cell = r!(cell);
                            match self.quick_cell(cell) {
                                Some(value) => {
                                    r!(dst) = value;
                                    Ok(Flow::Next)
                                }
                                None => self.load_cell(cell, dst),
                            }
                        }),
                    }
                }
                Instruction::StoreCell { cell, src } => {
                    if !self.set_cell_at_once(r!(cell), r!(src)) {
                        slow!(self.store_cell(r!(cell), r!(src), false));
                    }
                }
                Instruction::StoreSharedCell { cell, src } => {
                    if !self.set_cell_at_once(r!(cell), r!(src)) {
                        slow!(self.store_cell(r!(cell), r!(src), true));
                    }
                }
                Instruction::DeleteCell { cell } => slow!(self.store_cell(r!(cell), Value::Unbound, true)),

                Instruction::Add { dst, a, b } => arithmetic!(Add, checked_add, dst, r!(a), r!(b), +),
                Instruction::Subtract { dst, a, b } => arithmetic!(Subtract, checked_sub, dst, r!(a), r!(b), -),
                Instruction::Multiply { dst, a, b } => arithmetic!(Multiply, checked_mul, dst, r!(a), r!(b), *),
                Instruction::AddInt { dst, a, value } => {
                    arithmetic!(Add, checked_add, dst, r!(a), Value::Int(i64::from(value)), +);
                }
                Instruction::SubtractInt { dst, a, value } => {
                    arithmetic!(Subtract, checked_sub, dst, r!(a), Value::Int(i64::from(value)), -);
                }
                Instruction::Binary { op, dst, a, b } => match small_binary(op, r!(a), r!(b)) {
                    Some(value) => r!(dst) = value,
                    None => slow!(self.binary(op, r!(a), r!(b), dst)),
                },
                Instruction::BinaryInt { op, dst, a, value } => {
                    let b = Value::Int(i64::from(value));
                    match small_binary(op, r!(a), b) {
                        Some(value) => r!(dst) = value,
                        None => slow!(self.binary(op, r!(a), b, dst)),
                    }
                }
                Instruction::Unary { op, dst, src } => slow!(self.unary(op, r!(src), dst)),
                Instruction::Not { dst, src } => match plain_truth(r!(src)) {
                    Some(truth) => r!(dst) = Value::bool(!truth),
                    None => slow!(self.truth(r!(src), Then::Not(dst))),
                },
                Instruction::Compare { op, dst, a, b } => match plain_compare(op, r!(a), r!(b)) {
                    Some(holds) => r!(dst) = Value::bool(holds),
                    None => match self.compare_at_once(op, r!(a), r!(b)) {
                        Some(holds) => r!(dst) = Value::bool(holds),
                        None => slow!(self.compare(op, r!(a), r!(b), Then::Store(dst))),
                    },
                },

                Instruction::Jump { target } => {
                    if target.index() < at {
                        point!();
                    }
                    at = target.index();
                }
                Instruction::JumpIf { condition, target } => match plain_truth(r!(condition)) {
                    Some(true) => at = target.index(),
                    Some(false) => {}
                    None => {
                        gate!();
                        follow!(self.truth(r!(condition), Then::Branch { when: true, target })?);
                    }
                },
                Instruction::JumpIfNot { condition, target } => match plain_truth(r!(condition)) {
                    Some(false) => at = target.index(),
                    Some(true) => {}
                    None => {
                        gate!();
                        follow!(self.truth(r!(condition), Then::Branch { when: false, target })?);
                    }
                },
                Instruction::JumpIfBound { local, target } => {
                    if r!(local).is_bound() {
                        at = target.index();
                    }
                }
                Instruction::JumpUnless { op, a, b, target } => match plain_compare(op, r!(a), r!(b)) {
                    Some(true) => {}
                    Some(false) => at = target.index(),
                    None => match self.compare_at_once(op, r!(a), r!(b)) {
                        Some(true) => {}
                        Some(false) => at = target.index(),
                        None => {
                            gate!();
                            follow!(self.compare(op, r!(a), r!(b), Then::Branch { when: false, target })?);
                        }
                    },
                },
                Instruction::JumpUnlessInt { op, a, value, target } => {
                    let b = Value::Int(i64::from(value));
                    match plain_compare(op, r!(a), b) {
                        Some(true) => {}
                        Some(false) => at = target.index(),
                        None => {
                            gate!();
                            follow!(self.compare(op, r!(a), b, Then::Branch { when: false, target })?);
                        }
                    }
                }

                Instruction::Call { count, dst, base: callee } => {
                    let place = base + callee.index();
                    gate_call!(self.stack.registers[place]);
                    match self.call_at(place, count as usize, Then::Store(dst))? {
                        // The most frequent way on: straight into the function that was called.
                        Flow::Frame => reload!(),
                        Flow::Next => {
                            point!();
                            if self.machine.space.heap.wants_attention() {
                                return Ok(Flow::Next);
                            }
                        }
                        stop => return Ok(stop),
                    }
                }
                Instruction::Return { src } => {
                    let value = r!(src);
                    save!();
                    let frame = *self.stack.top();
                    if let (Then::Store(dst), None) = (frame.then, frame.generator) {
                        self.pop_frame();
                        let returned = code;
                        reload!();
                        if minds_points && returned.is_native() && at > 0 && code.instructions[at - 1].calls() {
                            point!();
                        }
                        r!(dst) = value;
                    } else {
                        gate!();
                        follow!(self.return_value(value)?);
                    }
                }
                Instruction::ForNext { dst, iterator, target } => {
                    if let Value::Loop(progress) = r!(iterator)
                        && let Some(item) = self.next_at_once(progress)
                    {
                        r!(iterator) = Value::Loop(progress.further());
                        r!(dst) = item;
                        continue;
                    }
                    gate!();
                    match self.for_next(iterator, dst, target)? {
                        Flow::Next => at = self.stack.top().at.index(),
                        other => follow!(other),
                    }
                }
                Instruction::CallShaped { base: callee, .. } | Instruction::CallSpread { base: callee, .. } => {
                    gate_call!(r!(callee));
                    match self.seldom(instruction)? {
                        Flow::Next => {
                            point!();
                            if self.machine.space.heap.wants_collection() {
                                return Ok(Flow::Next);
                            }
                        }
                        other => follow!(other),
                    }
                }
                Instruction::GetItem { dst, object, index } => match self.item_at_once(r!(object), r!(index)) {
                    Some(value) => r!(dst) = value,
                    None => slow!({
                        let (object, index) = (r!(object), r!(index));
                        match self.quick_item(object, index) {
                            Some(value) => {
                                r!(dst) = value;
                                Ok(Flow::Next)
                            }
                            None => self.get_item(object, index, dst),
                        }
                    }),
                },
                Instruction::SetItem { object, index, value } => {
                    if !self.set_item_at_once(r!(object), r!(index), r!(value)) {
                        slow!(self.set_item(r!(object), r!(index), r!(value)));
                    }
                }
                Instruction::GetAttribute { dst, object, name } => match self.attribute_at_once(r!(object), name) {
                    Some(value) => r!(dst) = value,
                    None => slow!({
                        let object = r!(object);
                        match self.quick_attribute(object, name) {
                            Some(value) => {
                                r!(dst) = value;
                                Ok(Flow::Next)
                            }
                            None => self.get_attribute(object, name, dst),
                        }
                    }),
                },
                Instruction::SetAttribute { object, name, value } => {
                    if !self.set_attribute_at_once(r!(object), name, r!(value)) {
                        slow!({
                            let (object, value) = (r!(object), r!(value));
                            if self.quick_set_attribute(object, name, value) {
                                Ok(Flow::Next)
                            } else {
                                self.set_attribute(object, name, value)
                            }
                        });
                    }
                }
                Instruction::LoadMethod { base: callee, name } => slow!(self.load_method(callee, name)),
                Instruction::CallLoaded { count, dst, base: callee } => {
                    gate!();
                    came_back!(self.call_loaded(callee, count as usize, dst)?);
                }
                Instruction::CallMethod { count, dst, base: callee, name } => {
                    gate!();
                    came_back!(self.call_method(callee, count as usize, name, dst)?);
                }
                Instruction::CallSpecial { count, dst, base: callee, name } => {
                    match self.asked_of_lock(r!(callee), name) {
                        Some(operation) => {
                            save!();
                            return Ok(self.operate(operation, Then::Store(dst)));
                        }
                        None => {
                            gate!();
                            came_back!(self.call_special(callee, count as usize, name, dst)?);
                        }
                    }
                }
                Instruction::Yield { dst, src } => slow!(self.yield_value(r!(src), dst)),
                other => slow!({
                    let flow = self.seldom(other);
                    if minds_points && other.calls() && matches!(flow, Ok(Flow::Next)) {
                        point!();
                    }
                    flow
                }),
            }
        }
    }

    /// Instructions that are not worth a place in the loop.
    fn seldom(&mut self, instruction: Instruction) -> Result<Flow> {
        /// A register of the running frame.
        macro_rules! r {
            ($register:expr) => {
                self.stack.get($register)
            };
        }
        match instruction {
            Instruction::BuildList { dst, base, count } => self.build_list(dst, base, count),
            Instruction::BuildTuple { dst, base, count } => self.build_tuple(dst, base, count),
            Instruction::BuildSet { dst, base, count } => self.build_set(dst, base, count),
            Instruction::BuildDict { dst, base, count } => self.build_dict(dst, base, count),
            Instruction::BuildSlice { dst, base } => self.build_slice(dst, base),
            Instruction::BuildString { dst, base, count } => self.build_string(dst, base, count),
            Instruction::Format { conversion, dst, value, spec } => self.format_part(conversion, dst, r!(value), spec),
            Instruction::ListAppend { list, value } => self.list_append(r!(list), r!(value)),
            Instruction::ListExtend { list, iterable } => self.list_extend(r!(list), r!(iterable)),
            Instruction::SetAdd { set, value } => self.set_add(r!(set), r!(value)),
            Instruction::SetUpdate { set, iterable } => self.set_update(r!(set), r!(iterable)),
            Instruction::DictInsert { dict, key, value } => self.dict_insert(r!(dict), r!(key), r!(value)),
            Instruction::DictUpdate { dict, mapping, call } => self.dict_update(r!(dict), r!(mapping), call),
            Instruction::ListToTuple { dst, list } => self.list_to_tuple(dst, r!(list)),
            Instruction::DeleteItem { object, index } => self.delete_item(r!(object), r!(index)),
            Instruction::DeleteAttribute { object, name } => self.delete_attribute(r!(object), name),
            Instruction::GetIterator { dst, src } => self.get_iterator(r!(src), dst),
            Instruction::BeginLoop { dst, src } => self.begin_loop(r!(src), dst),
            Instruction::Unpack { src, base, count } => self.unpack(r!(src), base, count as usize),
            Instruction::UnpackStar { after, src, base, before } => {
                self.unpack_star(r!(src), base, before as usize, after as usize)
            }
            Instruction::CallShaped { count, dst, base, shape } => self.call_shaped(base, count as usize, shape, dst),
            Instruction::CallSpread { dst, base } => self.call_spread(base, dst),
            Instruction::ReturnClass => self.return_class(),
            Instruction::MakeFunction { dst, code, base } => self.make_function(dst, code, base),
            Instruction::PrepareClass { count, code, base } => self.prepare_class(code, base, count),
            Instruction::BuildClass { count, dst, code, base } => self.build_class(dst, code, base, count),
            Instruction::MakeSuper { dst, class, object } => self.make_super(dst, r!(class), r!(object)),
            Instruction::GetDelegate { dst, src } => self.get_delegate(r!(src), dst),
            Instruction::GetAwaitable { source, dst, src } => self.get_awaitable(source, r!(src), dst),
            Instruction::Send { base, target } => self.send(base, target),
            Instruction::YieldDelegated { base } => self.yield_delegated(base),
            Instruction::Raise { exception } => self.raise_value(r!(exception), None),
            Instruction::RaiseFrom { exception, cause } => self.raise_value(r!(exception), Some(r!(cause))),
            Instruction::RaiseAgain => self.raise_again(),
            Instruction::Reraise { exception } => self.reraise(r!(exception)),
            Instruction::JumpUnlessMatch { exception, class, target } => {
                self.jump_unless_match(r!(exception), r!(class), target)
            }
            Instruction::Import { dst, module } => self.import(dst, module),
            Instruction::ImportFrom { dst, module, name } => self.get_attribute(r!(module), name, dst),
            Instruction::Freeze { value } => self.freeze(r!(value)),
            Instruction::NameValue { kind, value, name } => self.name_value(kind, r!(value), name),
            Instruction::LoadLiteral { dst, index } => self.load_literal(dst, index),
            Instruction::LoadName { dst, space, name } => self.load_name(dst, r!(space), name),
            Instruction::FindName { dst, space, name } => self.find_name(dst, space, name),
            Instruction::StoreName { space, src, name } => self.store_name(r!(space), name, r!(src)),
            Instruction::DeleteName { space, name } => self.delete_name(r!(space), name),
            other => unreachable!("{other:?} is done in the loop"),
        }
    }

    /// Delivers a result to the innermost frame.
    ///
    /// # Errors
    /// What testing its truth raises.
    pub fn deliver(&mut self, then: Then, value: Value) -> Result<Flow> {
        match then {
            Then::Store(dst) | Then::System(dst) => {
                self.stack.set(dst, value);
                Ok(Flow::Next)
            }
            Then::Discard | Then::Aside => Ok(Flow::Next),
            Then::Iterate { dst, .. } => {
                self.stack.set(dst, value);
                Ok(Flow::Next)
            }
            Then::Delegate { base, .. } => {
                self.stack.set(Register(base.0 + 2), value);
                Ok(Flow::Next)
            }
            Then::Branch { .. } | Then::Not(_) => self.truth_of_result(value, then),
            Then::Construct(_) => Err(self.init_returned(value)),
            // A thread or a class body is a frame: only its own end comes here, and that does not deliver.
            Then::Class { .. } | Then::Exit => Ok(Flow::Next),
        }
    }

    /// Goes on at a label of the innermost frame.
    pub fn jump(&mut self, target: Label) -> Flow {
        self.stack.top_mut().at = target;
        Flow::Frame
    }
}
