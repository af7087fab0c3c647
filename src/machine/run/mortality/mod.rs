//! The end of objects: `__del__`, weak references and generators that are dropped come about where CPython's counts of references
//! bring them about.
//!
//! While there are objects whose end is noticed, a thread looks around after each instruction: at what was written and at what the
//! known objects are held by (`reach`). Those that nobody can reach come to their end in the order in which CPython would free them
//! (`order`), one thing at a time: the thread calls what is to be called, and then looks again. An object that only a circle
//! holds waits for `gc.collect()`, as there. Tests: `tests/programs/endings/`.

mod order;
mod reach;

use std::ops::ControlFlow;

use reach::Reach;

use crate::{
    machine::{
        Machine,
        run::exec::Exec,
        state::{
            frame::{Frame, Then},
            mortal::Mortal,
            object::{GeneratorState, Instance, Native, Object},
            place::Place,
            value::{ObjectId, Value},
        },
    },
    program::{Code, GlobalId, Label, Resumable},
};

impl Exec<'_> {
    /// The end of the object is noticed from here on.
    #[cold]
    pub fn note_mortal(&mut self, value: Value, finalizer: bool) {
        let Value::Object(object) = value else { return };
        if self.machine.space.heap.is_constant(object) {
            return;
        }
        let space = &mut self.machine.space;
        space.heap.written.get_or_insert_default();
        let mortals = space.mortals.get_or_insert_default();
        if mortals.position(object).is_none() {
            mortals.known.push(Mortal { object, finalizer });
        }
        // The instruction is done, and no other one without looking around.
        self.reserve += std::mem::take(&mut self.fuel);
    }

    /// The object does nothing when it comes to its end.
    pub fn end_is_harmless(&mut self, object: ObjectId) {
        let Some(mortals) = &mut self.machine.space.mortals else { return };
        let harmless = |mortal: &Mortal| !mortal.finalizer;
        if mortals.position(object).is_some_and(|at| harmless(&mortals.known[at])) && !mortals.is_referred_to(object) {
            mortals.forget(object);
            self.rest_from_care();
        }
    }

    /// Where nothing is left whose end is noticed, nobody looks for it.
    fn rest_from_care(&mut self) {
        let space = &mut self.machine.space;
        if space.mortals.as_ref().is_some_and(|mortals| mortals.known.is_empty()) {
            space.mortals = None;
            space.heap.written = None;
        }
    }

    /// Before an instruction: looks whether something has come to its end, and lets the thread do no more than this one
    /// instruction.
    #[cold]
    pub fn go_carefully(&mut self) {
        if !self.granted {
            self.look_for_ends();
        }
        if self.machine.space.mortals.is_some() && self.fuel > 1 {
            self.reserve = self.fuel - 1;
            self.fuel = 1;
        }
    }

    /// What a call held that an exception leaves: the traceback keeps it.
    #[inline]
    pub fn keep_what_it_held(&mut self, frame: Frame, exception: ObjectId) {
        if self.machine.space.mortals.is_some() {
            self.keep_locals(frame, exception);
        }
    }

    #[cold]
    fn keep_locals(&mut self, frame: Frame, exception: ObjectId) {
        let code = self.code(frame.code);
        if code.hidden {
            return;
        }
        let base = frame.base as usize;
        let locals = &self.stack.registers[base..(base + code.locals.len()).min(self.stack.registers.len())];
        let held: Vec<Value> = locals.iter().copied().filter(|value| value.object().is_some()).collect();
        self.exception_mut(exception).held.extend(held);
    }

    /// Looks whether something has come to its end, and begins with what is to be done for it.
    pub fn look_for_ends(&mut self) {
        // A stretch of the library that counts as one operation is not interrupted.
        if self.machine.atomic || self.stack.frames.is_empty() {
            return;
        }
        let on = self.machine.space.heap.watch.switch(false);
        let mut back = Vec::new();
        while let ControlFlow::Continue(()) = self.end_one(&mut back) {}
        self.rest_from_care();
        self.machine.space.heap.watch.switch(on);
    }

    /// Looks once; breaks off when there is nothing to do, or a call has begun. What the thread has come back to goes first.
    fn end_one(&mut self, back: &mut Vec<ObjectId>) -> ControlFlow<()> {
        if self.machine.space.mortals.is_none() {
            return ControlFlow::Break(());
        }
        self.matter_to_all();
        back.extend(self.come_back());
        if self.is_witnessed() {
            return ControlFlow::Break(());
        }
        let reach = Reach::of(self);
        let parents = self.lists_before();
        self.witness(&reach);
        let ended = self.ended(&reach, back, &parents);
        let Some(&first) = ended.first() else { return ControlFlow::Break(()) };
        let calls = self.stack.frames.len();
        let flow = self.end_of(first, &reach);
        if let Some(mortals) = &mut self.machine.space.mortals {
            mortals.witness.about = usize::MAX;
            if self.stack.frames.len() > calls {
                // It and those that went with it are held until what has been called is done.
                let others = ended.iter().map(|&id| (self.thread, calls as u32, id));
                mortals.waiting.extend(others);
            }
        }
        flow
    }

    /// What the thread has called at the end of an object is done: it and those that went with it, which are returned in their
    /// order, are held no longer.
    fn come_back(&mut self) -> Vec<ObjectId> {
        let (thread, calls) = (self.thread, self.stack.frames.len() as u32);
        let Some(mortals) = &mut self.machine.space.mortals else { return Vec::new() };
        let mut back = Vec::new();
        mortals.waiting.retain(|&(of, below, object)| {
            let stays = of != thread || calls > below;
            if !stays {
                back.push(object);
            }
            stays
        });
        if !back.is_empty() {
            mortals.witness.about = usize::MAX;
        }
        back
    }

    /// Which thread drops an object last, where several can reach it, may depend on whatever the others do.
    fn matter_to_all(&mut self) {
        let space = &self.machine.space;
        let shared = |mortal: &Mortal| space.heap.is_shared(mortal.object);
        if self.concurrent && space.mortals.as_ref().is_some_and(|mortals| mortals.known.iter().any(shared)) {
            self.machine.effects.write(Place::World);
            self.machine.effects.stretch();
        }
    }

    /// Does what is to be done first at the end of an object.
    fn end_of(&mut self, object: ObjectId, reach: &Reach) -> ControlFlow<()> {
        let waits = self.waits_protected(object);
        let Some(mortals) = &mut self.machine.space.mortals else { return ControlFlow::Break(()) };
        let Some(at) = mortals.position(object) else { return ControlFlow::Break(()) };
        // Whoever is asked may keep it: then it goes on without.
        if std::mem::take(&mut mortals.known[at].finalizer) {
            return self.begin(self.statics.library.finalize, Value::Object(object));
        }
        if waits {
            // Closing ends it, and then it is forgotten.
            return self.begin(self.statics.library.close_dropped, Value::Object(object));
        }
        let referring = mortals.references.iter().filter(|&&(_, target)| target == object);
        let referring: Vec<ObjectId> = referring.map(|&(reference, _)| reference).collect();
        mortals.references.retain(|&(_, target)| target != object);
        mortals.forget(object);
        for &reference in &referring {
            if let Object::Instance(Instance { native, .. }) = self.machine.space.heap.get_mut(reference) {
                *native = Native::Weak(Value::Unbound);
            }
        }
        // Those that are gone themselves tell nobody; of the others the newest is the first.
        let telling = referring.iter().rev().filter(|&&reference| reach.has(reference));
        let telling: Vec<Value> = telling.map(|&reference| Value::Object(reference)).collect();
        if telling.is_empty() {
            return ControlFlow::Continue(());
        }
        match self.list(telling) {
            Ok(references) => self.begin(self.statics.library.tell_references, references),
            Err(_) => ControlFlow::Break(()),
        }
    }

    fn begin(&mut self, function: GlobalId, argument: Value) -> ControlFlow<()> {
        // Without room for a call it comes to its end unnoticed.
        let _ = self.call_library(function, &[argument], Then::Aside);
        ControlFlow::Break(())
    }

    /// Whether it is a generator that waits where something would run if it were closed.
    fn waits_protected(&self, object: ObjectId) -> bool {
        match self.machine.space.heap.peek(object) {
            Object::Generator(generator) => match &generator.state {
                GeneratorState::Suspended(saved) => is_protected(self.code(generator.code), saved.at),
                _ => false,
            },
            _ => false,
        }
    }

    /// What is left at the end of the program, in the order in which CPython's last collection comes by it.
    pub fn last_ones(&mut self) -> Vec<Value> {
        let Some(mortals) = &self.machine.space.mortals else { return Vec::new() };
        let matters = |mortal: &&Mortal| mortal.finalizer || self.waits_protected(mortal.object);
        let left: Vec<ObjectId> = mortals.known.iter().filter(matters).map(|mortal| mortal.object).collect();
        let ordered = self.machine.in_order_of_collection();
        let ordered: Vec<Value> = ordered.into_iter().filter(|id| left.contains(id)).map(Value::Object).collect();
        if let Some(mortals) = &mut self.machine.space.mortals {
            mortals.known.iter_mut().for_each(|mortal| mortal.finalizer = false);
        }
        ordered
    }

    /// The weak references to an object that are still there.
    pub fn references_to(&self, object: ObjectId) -> Vec<Value> {
        let Some(mortals) = &self.machine.space.mortals else { return Vec::new() };
        let to = mortals.references.iter().filter(|&&(_, target)| target == object);
        let reach = Reach::of(self);
        to.map(|&(reference, _)| reference).filter(|&id| reach.has(id)).map(Value::Object).collect()
    }

    /// `gc.collect()`: circles come to their end at the next look. Returns of how many objects that is.
    pub fn collect_circles(&mut self) -> usize {
        if let Some(mortals) = &mut self.machine.space.mortals {
            mortals.collecting = true;
            mortals.kept.clear();
            mortals.witness.about = usize::MAX;
        }
        let reach = Reach::of(self);
        self.machine.circles_outside(&reach)
    }
}

/// Whether something would run in a generator of the program's text that waits there, if it were closed.
#[must_use]
pub fn is_protected(code: &Code, at: Label) -> bool {
    let here = Label(at.0.saturating_sub(1));
    let own = !code.hidden && code.resumable == Some(Resumable::Generator);
    own && code.handlers.iter().any(|handler| handler.protected.covers(here))
}

impl Machine {
    /// The objects that are there, in the order of their places.
    fn all_objects(&self) -> impl Iterator<Item = ObjectId> + '_ {
        let heap = &self.space.heap;
        heap.objects().filter(|&id| !matches!(heap.peek(id), Object::Free))
    }
}
