//! What an instruction will touch, worked out before it runs.
//!
//! An instruction never stops in its middle to ask: all that it touches is named here first, by functions that can change
//! nothing (they have the thread only to look at). What is named too much costs a needless step; what is left out would hide
//! a race, and in debug builds `run/gate.rs` ends the run at the instruction that touched it. What is exempt: constants, what
//! no other thread can reach, what the text shows never to change (`compiler/sharing.rs`), and the library's own names.
//!
//! `value` says what looking at a value touches, `attribute` what attributes do, `call` what native code does.
//! Tests: `tests/machine/visibility.rs`.

mod attribute;
mod call;
mod named;
mod value;

use crate::{
    machine::{
        run::exec::Exec,
        state::{
            object::{Iterator, Object},
            place::{Footprint, Place},
            value::Value,
        },
    },
    program::{BinaryOperator, CompareOperator, GlobalId, Instruction, Register, made::LOCALS, well_known},
};

impl Exec<'_> {
    /// What the instruction will touch, one that only reads or writes a variable of a module aside.
    pub fn footprint(&self, instruction: Instruction) -> Footprint {
        let mut out = Footprint::default();
        self.touch_variables(instruction, &mut out);
        self.touch_values(instruction, &mut out);
        self.touch_containers(instruction, &mut out);
        self.touch_named(instruction, &mut out);
        self.touch_by_calls(instruction, &mut out);
        out
    }

    /// Variables of modules, and those that functions share.
    fn touch_variables(&self, instruction: Instruction, out: &mut Footprint) {
        match instruction {
            Instruction::DeleteGlobal { global }
                if self.program.globals[global.index()].shared && self.is_watched_global(global) =>
            {
                out.write(Place::Global(global));
            }
            Instruction::LoadSharedCell { cell, .. } => self.touch_cell(cell, out, Footprint::read),
            Instruction::StoreSharedCell { cell, .. } | Instruction::DeleteCell { cell } => {
                self.touch_cell(cell, out, Footprint::write);
            }
            _ => {}
        }
    }

    /// Whether accesses to a variable that threads share matter: one of the library is its own business.
    pub fn is_watched_global(&self, global: GlobalId) -> bool {
        let own = self.program.is_own(self.program.globals[global.index()].module);
        own && !self.machine.space.is_settled(global)
    }

    fn touch_cell(&self, cell: Register, out: &mut Footprint, touch: fn(&mut Footprint, Place)) {
        if let Value::Object(id) = self.stack.get(cell)
            && self.machine.space.heap.is_shared(id)
            && !self.is_hidden()
        {
            touch(out, Place::Cell(id));
        }
    }

    /// Operators, truth and texts.
    fn touch_values(&self, instruction: Instruction, out: &mut Footprint) {
        use Instruction as I;
        let r = |register| self.stack.get(register);
        match instruction {
            I::Add { a, b, .. } => self.touch_operands(BinaryOperator::Add, r(a), r(b), out),
            I::Subtract { a, b, .. } => self.touch_operands(BinaryOperator::Subtract, r(a), r(b), out),
            I::Multiply { a, b, .. } => self.touch_operands(BinaryOperator::Multiply, r(a), r(b), out),
            I::Binary { op, a, b, .. } => self.touch_operands(op, r(a), r(b), out),
            I::AddInt { a, .. } => self.touch_operands(BinaryOperator::Add, r(a), Value::None, out),
            I::SubtractInt { a, .. } => self.touch_operands(BinaryOperator::Subtract, r(a), Value::None, out),
            I::BinaryInt { op, a, value, .. } => self.touch_operands(op, r(a), Value::Int(value.into()), out),
            I::Unary { src, .. } => self.touch_class_of(r(src), out),
            I::Not { src: value, .. } | I::JumpIf { condition: value, .. } | I::JumpIfNot { condition: value, .. } => {
                self.touch_truth(r(value), out);
            }
            I::Compare { op, a, b, .. } | I::JumpUnless { op, a, b, .. } => self.touch_compared(op, r(a), r(b), out),
            I::JumpUnlessInt { op, a, .. } => self.touch_compared(op, r(a), Value::None, out),
            I::Format { value, .. } => self.touch_deeply(r(value), out),
            _ => {}
        }
    }

    /// `a op b`; the left side of an augmented assignment is changed where it is such that can be.
    fn touch_operands(&self, op: BinaryOperator, a: Value, b: Value, out: &mut Footprint) {
        if self.is_in_place()
            && let Some(id) = self.changed_by(op, a, b)
        {
            if self.is_watched(id) {
                out.write(Place::Content(id));
            }
            if op != BinaryOperator::Multiply {
                self.touch_deeply(b, out);
            }
            return;
        }
        self.touch_pair(a, b, out);
    }

    /// Two operands that are looked into; where a class of the program may have a say, the library sees to it.
    fn touch_pair(&self, a: Value, b: Value, out: &mut Footprint) {
        if self.has_own_operators(a) || self.has_own_operators(b) {
            self.touch_class_of(a, out);
            self.touch_class_of(b, out);
        } else {
            self.touch_deeply(a, out);
            self.touch_deeply(b, out);
        }
    }

    fn touch_compared(&self, op: CompareOperator, a: Value, b: Value, out: &mut Footprint) {
        match op {
            CompareOperator::Is | CompareOperator::IsNot => {}
            CompareOperator::In | CompareOperator::NotIn => self.touch_membership(a, b, out),
            _ => self.touch_pair(a, b, out),
        }
    }

    /// Looking into containers and going over them.
    fn touch_containers(&self, instruction: Instruction, out: &mut Footprint) {
        use Instruction as I;
        let r = |register| self.stack.get(register);
        match instruction {
            I::GetItem { object, index, .. } => self.touch_item(r(object), r(index), out),
            I::SetItem { object, index, value } => {
                self.touch_set_item(r(object), r(index), out);
                self.touch_spliced(r(index), r(value), out);
            }
            I::DeleteItem { object, index } => self.touch_delete_item(r(object), r(index), out),
            I::ListExtend { iterable, .. } | I::SetUpdate { iterable, .. } => self.touch_all_items(r(iterable), out),
            I::SetAdd { value, .. } | I::DictInsert { key: value, .. } => self.touch_deeply(r(value), out),
            I::BuildSet { base, count, .. } => self.touch_row(base, count, out),
            I::BuildDict { base, count, .. } => self.touch_row(base, count * 2, out),
            I::DictUpdate { mapping, .. } => self.touch_all_items(r(mapping), out),
            I::Unpack { src, .. } | I::UnpackStar { src, .. } => self.touch_all_items(r(src), out),
            I::GetIterator { src, .. } | I::BeginLoop { src, .. } | I::GetDelegate { src, .. } => {
                self.touch_iterated(r(src), out);
            }
            I::GetAwaitable { src, .. } => self.touch_awaited(r(src), out),
            I::ForNext { iterator, .. } | I::Send { base: iterator, .. } => self.touch_next(r(iterator), out),
            I::ReturnClass => self.touch_slots(out),
            I::Yield { .. } | I::YieldDelegated { .. } | I::Return { .. } => self.touch_own_generator(out),
            _ => {}
        }
    }

    /// The `__slots__` of a class whose body is done.
    fn touch_slots(&self, out: &mut Footprint) {
        if let Some(live) = self.space_in(self.stack.top(), LOCALS) {
            let slots = self.in_space(self.space_of(live), well_known::SLOTS);
            return self.touch_all_items(slots, out);
        }
        let locals = &self.code(self.stack.top().code).locals;
        if let Some(at) = locals.iter().position(|&name| name == well_known::SLOTS) {
            self.touch_all_items(self.stack.get(Register(at as u16)), out);
        }
    }

    /// Members of a set or keys of a dict that is being built: tuples are looked into for their hashes.
    fn touch_row(&self, base: Register, count: u16, out: &mut Footprint) {
        (0..count).for_each(|at| self.touch_deeply(self.stack.get(Register(base.0 + at)), out));
    }

    /// Whoever resumes the generator that is running may come too early: before it has handed its value out.
    fn touch_own_generator(&self, out: &mut Footprint) {
        if let Some(generator) = self.stack.top().generator
            && self.machine.space.heap.is_shared(generator)
        {
            out.write(Place::Generator(generator));
        }
    }

    /// Whether somebody awaits a coroutine already, or what an object has to be awaited by.
    fn touch_awaited(&self, value: Value, out: &mut Footprint) {
        let Value::Object(id) = value else { return };
        match self.object(id) {
            Object::Generator(_) if self.machine.space.heap.is_shared(id) => out.read(Place::Generator(id)),
            Object::Generator(_) => {}
            _ => self.touch_special(value, well_known::AWAIT, out),
        }
    }

    /// The next item of an iterator, builtin or not.
    fn touch_next(&self, iterator: Value, out: &mut Footprint) {
        let id = match iterator {
            Value::Loop(progress) => {
                let ahead = Iterator::Sequence { of: progress.over(), at: progress.at() };
                return self.touch_ahead(&ahead, out);
            }
            Value::Object(id) => id,
            _ => return,
        };
        match self.object(id) {
            Object::Iterator(Iterator::Range { .. }) if !self.machine.space.heap.is_shared(id) => {}
            Object::Iterator(iterator) => {
                if self.machine.space.heap.is_shared(id) {
                    out.write(Place::Iterator(id));
                }
                self.touch_ahead(iterator, out);
            }
            Object::Generator(_) if self.machine.space.heap.is_shared(id) => out.write(Place::Generator(id)),
            _ => self.touch_special(iterator, well_known::NEXT, out),
        }
    }
}
