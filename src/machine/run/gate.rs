//! The gate: nothing that others can reach is touched without a grant.
//!
//! Before an instruction that could touch shared memory, its footprint is worked out (`language/access/`). If other threads
//! are alive and the footprint is not empty, the thread rests before it; when it is its turn again, the instruction is done as
//! a whole, whatever it touches by then. It never stops in its middle to ask, so nothing is ever done twice. Where a thread
//! can be put aside in fewer places (`rules`), what it touches between two of them goes with the first.
//!
//! In debug builds each instruction is held against its footprint: one that came by a container, an attribute, a cell, an
//! iterator or a generator that it did not name ends the run with a panic, so that every test hunts for hidden races.

use crate::{
    event::{Action, EventKind, Target, Verb},
    machine::{
        run::exec::Exec,
        state::{
            effect::Effect,
            frame::Then,
            operation::{Operation, Pending},
            place::{Access, Deed, Footprint, Place},
            value::{NativeId, Value},
        },
    },
    program::{GlobalId, Instruction},
};

#[cfg(debug_assertions)]
use crate::machine::state::watch::Notes;

impl Exec<'_> {
    /// Lets the instruction pass, or says that the thread rests before it.
    #[cold]
    #[inline(never)]
    pub fn gate(&mut self, instruction: Instruction) -> bool {
        self.named.set(None);
        match instruction {
            Instruction::LoadShared { global, .. } => return self.pass_global(global, Deed::Read),
            Instruction::StoreShared { global, .. } => return self.pass_global(global, Deed::Write),
            _ => {}
        }
        let on = self.machine.space.heap.watch.switch(false);
        let footprint = self.footprint(instruction);
        self.machine.space.heap.watch.switch(on);
        #[cfg(debug_assertions)]
        {
            self.in_library = self.is_hidden();
        }
        self.pass(footprint)
    }

    /// The gate for calls while no other thread is alive: printing shows all the same.
    #[inline]
    pub fn gate_alone(&mut self, instruction: Instruction, native: NativeId) -> bool {
        self.is_printing(native) && self.gate(instruction)
    }

    /// Whether the native function prints, which is a step even if nobody else is there to notice.
    pub fn is_printing(&self, native: NativeId) -> bool {
        self.statics.natives[native.index()].access == crate::machine::run::native::Access::Print
    }

    fn pass(&mut self, footprint: Footprint) -> bool {
        let granted = std::mem::take(&mut self.granted);
        if footprint.is_empty() {
            self.passed = footprint;
            return false;
        }
        if !self.machine.atomic && !granted && self.rests_before(&footprint) {
            self.rest_before(footprint);
            return true;
        }
        self.go_past(granted);
        self.report_reads(&footprint);
        self.machine.effects.touch_all(&footprint);
        self.passed = footprint;
        false
    }

    /// The gate for variables of modules: the most frequent accesses, each to one place.
    fn pass_global(&mut self, global: GlobalId, deed: Deed) -> bool {
        #[cfg(debug_assertions)]
        {
            self.in_library = self.is_hidden();
        }
        let granted = std::mem::take(&mut self.granted);
        self.passed.clear();
        if !self.is_watched_global(global) {
            return false;
        }
        let access = Access { place: Place::Global(global), deed };
        if !self.machine.atomic && !granted && self.may_switch() {
            self.rest_before(Footprint::of(access));
            return true;
        }
        self.go_past(granted);
        self.report_read(access);
        self.machine.effects.add(Effect::Touched(access));
        self.passed.add(access);
        false
    }

    /// The thread goes past an access, for which it was granted the step or not.
    fn go_past(&mut self, granted: bool) {
        if self.machine.atomic && !granted {
            self.machine.effects.stretch();
        }
        self.at_point = false;
    }

    /// Rests before the instruction, which is the running one.
    fn rest_before(&mut self, footprint: Footprint) {
        let span = self.span();
        self.stack.top_mut().at.0 -= 1;
        self.next = Some(Pending { operation: Operation::Access(footprint), then: Then::Discard, span });
    }

    /// Whether native code may run now: what it touches was named by the instruction that calls it. Where it was not, because
    /// the way to it is too long, the library calls it by an instruction of its own.
    pub fn may_run(&self, native: NativeId, arguments: &[Value]) -> bool {
        let alone = !self.concurrent && !self.is_printing(native);
        if alone || self.machine.atomic || self.named.take() == Some(native) {
            return true;
        }
        let mut footprint = Footprint::default();
        self.touch_native(native, arguments, &mut footprint);
        self.passed.covers(&footprint)
    }

    fn report_reads(&mut self, footprint: &Footprint) {
        footprint.iter().for_each(|access| self.report_read(access));
    }

    fn report_read(&mut self, access: Access) {
        if !self.machine.silent && access.deed == Deed::Read && access.place.is_variable() {
            let variable = self.variable(access.place);
            self.emit(EventKind::Read { variable });
        }
    }

    /// The access that the screen tells of an operation: what is written comes first.
    pub fn told_access(operation: &Operation) -> Option<Access> {
        let Operation::Access(footprint) = operation else { return None };
        let first = |deed| footprint.iter().find(|access| access.deed == deed);
        first(Deed::Write).or_else(|| first(Deed::Read)).or_else(|| first(Deed::Pass))
    }

    /// What the screen says of an access.
    pub fn action_at(&mut self, access: Access) -> Action {
        let verb = match (access.place, access.deed) {
            (Place::Output, _) => Verb::Print,
            (Place::Resource(_) | Place::Thread(..) | Place::Threads, Deed::Read | Deed::Pass) => Verb::Inspect,
            (_, Deed::Read | Deed::Pass) => Verb::Read,
            (_, Deed::Write) => Verb::Write,
        };
        let target = match access.place {
            Place::Output | Place::Threads | Place::End | Place::World => Target::None,
            Place::Resource(resource) => Target::Resource(resource),
            Place::Thread(thread, _) => Target::Thread(thread),
            place => Target::Variable(self.variable(place)),
        };
        Action { verb, target }
    }
}

#[cfg(debug_assertions)]
impl Exec<'_> {
    /// Holds what the last instruction came by against what it named.
    pub fn check_touched(&mut self) {
        if !self.concurrent {
            return;
        }
        if !self.machine.space.heap.watch.is_empty() {
            let mut notes = self.machine.space.heap.watch.take();
            self.check_noted(&notes);
            // The room that they took is used again.
            notes.clear();
            self.machine.space.heap.watch.restore(notes);
        }
        if !self.passed.is_empty() {
            self.passed = Footprint::default();
        }
        self.machine.space.heap.watch.switch(true);
    }

    fn check_noted(&self, notes: &Notes) {
        self.each_touched(notes, |places, deed| {
            let may = |known: Access| known.deed == Deed::Write || deed != Deed::Write;
            let is_place = |known: Access| places.iter().any(|place| known.place.overlaps(*place));
            assert!(
                self.machine.atomic || self.passed.iter().any(|known| is_place(known) && may(known)),
                "hidden race: {deed:?} of {places:?} was not named by {:?} at `{}`, only {:?}",
                self.instruction_before(),
                self.running_text(),
                self.passed
            );
        });
    }

    /// The instruction that ran, as far as its frame is still there.
    fn instruction_before(&self) -> Option<(&str, Instruction)> {
        let frame = self.stack.frames.last()?;
        let code = self.code(frame.code);
        Some((&code.name, *code.instructions.get(frame.at.index().checked_sub(1)?)?))
    }

    /// What was touched, each by every name that it may have: attributes can have moved into a dict meanwhile.
    fn each_touched(&self, notes: &Notes, mut each: impl FnMut(&[Place], Deed)) {
        let heap = &self.machine.space.heap;
        notes.places.iter().for_each(|&(place, deed)| each(&[place], deed));
        for &id in notes.objects.iter().filter(|&&id| heap.is_shared(id) && !heap.is_frozen(id)) {
            if let Some(deed) = heap.peek(id).take_touched() {
                each(&[Place::Content(id)], deed);
            }
        }
        for &(id, name, deed) in notes.attributes.iter().filter(|&&(id, ..)| heap.is_shared(id)) {
            if self.is_named(name, deed) && !self.is_thread_local(id) {
                let attribute = Place::Attribute(id, name);
                match heap.peek(id).namespace() {
                    Some(dict) => each(&[attribute, Place::Content(dict)], deed),
                    None => each(&[attribute], deed),
                }
            }
        }
    }

    /// While viewers look, nothing is touched.
    pub fn unwatched<T>(&mut self, look: impl FnOnce(&mut Self) -> T) -> T {
        let mut notes = self.machine.space.heap.watch.take();
        let mut touched = Vec::new();
        self.each_touched(&notes, |places, deed| touched.extend(places.last().map(|&place| (place, deed))));
        let result = look(self);
        notes.places.extend(touched);
        notes.attributes.clear();
        for &id in &notes.objects {
            self.machine.space.heap.peek(id).take_touched();
        }
        self.machine.space.heap.watch.restore(notes);
        result
    }
}

#[cfg(not(debug_assertions))]
impl Exec<'_> {
    /// While viewers look, nothing is touched.
    #[inline]
    pub fn unwatched<T>(&mut self, look: impl FnOnce(&mut Self) -> T) -> T {
        look(self)
    }
}
