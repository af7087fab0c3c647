//! One step: a choice is handed in, a thread performs its operation and runs to its next one, and the rest of the
//! machine takes note.

use std::sync::Arc;

use crate::machine::{
    Machine,
    run::{
        edition::Edition,
        exec::Exec,
        flow::{Limit, Stop},
        operation::{Impulse, Outlook},
        options::NotPossible,
        statics::Statics,
    },
    state::{
        cost,
        effect::{Effect, StepFootprint},
        frame::{Stack, Then},
        object::{Instance, Native, Object},
        operation::{Operation, Pending},
        place::Footprint,
        resting::RestingStack,
        shared::Shared,
        thread::{Status, Thread},
        value::Value,
    },
};
use crate::{
    choice::{Choice, Unit, Way},
    event::{Action, End, Event, EventKind, LATEST, Life, NO_DEADLINE, Nanos, Silence, Sink, Target, Verb},
    ids::{ProcessId, ResourceId, ThreadId},
    source::Span,
    sync::Primitive,
};

impl Machine {
    /// Makes the main thread and runs the library's builtins; the program's own text has not begun.
    pub(in crate::machine) fn boot(&mut self) {
        let main = self.common.program.modules[self.space.module.index()].body;
        self.threads.push(Shared::new(Thread {
            object: Value::None,
            name: Arc::from("MainThread"),
            daemon: false,
            status: Status::Ready,
            process: self.space.process,
            stack: RestingStack::default(),
            pending: None,
            run_time: 0,
            exception: Value::Unbound,
            identified: 0,
        }));
        self.ready.set(self.space.main, true);
        let builtins = self.common.program.modules[0].body;
        self.space.lasting.make_mut().modules_begun[0] = true;
        let ran = self.run_fresh(self.space.main, builtins, None, &mut Silence);
        debug_assert_eq!(ran, Ok(()), "the library's builtins only define functions");
        self.space.heap.settle();
        // Nobody was told of what the library named, and nobody needs to know.
        self.common_mut().labels = Arc::default();
        for module in self.common.program.own_modules() {
            self.space.lasting.make_mut().modules_begun[module.index()] = true;
        }
        let thread = self.threads[0].make_mut();
        thread.stack = RestingStack::of(main);
        thread.pending = Some(compute(Span::default()));
        self.begin_other_programs();
    }

    /// Reports what there is before the first step: the main thread.
    pub fn announce(&mut self, sink: &mut dyn Sink) {
        if sink.listens() {
            let thread = self.space.main;
            let name = sink.text(&self.thread_name(thread));
            let here = |kind| Event { thread, span: Span::default(), kind };
            sink.event(here(EventKind::ThreadCreated { thread, name, daemon: false, life: Life::default() }));
            sink.event(here(EventKind::ThreadStarted { thread }));
            self.announce_other_programs(sink);
            let sites = &self.common.program.code(self.common.program.modules[self.space.module.index()].body).sites;
            let span = sites.iter().map(|site| site.span).find(|span| span.end > 0).unwrap_or_default();
            let action = Action { verb: Verb::Begin, target: Target::None };
            sink.event(Event { thread, span, kind: EventKind::AboutTo { action } });
        }
    }

    /// Goes on as chosen, and reports what happened; returns what others could notice of it.
    ///
    /// # Errors
    /// When the choice is not possible; nothing has happened then.
    pub fn step(&mut self, choice: Choice, sink: &mut dyn Sink) -> Result<StepFootprint, NotPossible> {
        let mut text = self.text();
        self.step_through(&mut text, choice, sink)
    }

    /// What its steps run, for whoever takes many: [`Machine::step_through`].
    #[must_use]
    pub fn text(&self) -> Text {
        Text {
            edition: Edition::of(&self.common.program),
            statics: Arc::clone(&self.common.statics),
            spare: Stack::default(),
        }
    }

    /// As [`Machine::step`], with the text of the machine itself, which is not counted anew for each step.
    ///
    /// # Errors
    /// When the choice is not possible; nothing has happened then.
    pub fn step_through(
        &mut self,
        text: &mut Text,
        choice: Choice,
        sink: &mut dyn Sink,
    ) -> Result<StepFootprint, NotPossible> {
        if !self.is_possible(choice) {
            return Err(NotPossible(choice));
        }
        if !text.edition.is_of(&self.common.program) {
            *text = self.text();
        }
        self.by_the_wall = choice.reading.is_some();
        if let Some(reading) = choice.reading {
            self.clock = self.clock.max(reading.min(LATEST));
        }
        let thread = choice.thread;
        let slice = self.put_on_core(thread, choice.way);
        let blocked = matches!(self.threads[thread.index()].status, Status::Blocked { .. });
        let (impulse, unit) = match choice.way {
            Way::Run(unit) if blocked => (Impulse::Resume, unit),
            Way::Run(unit) => (Impulse::Attempt, unit),
            Way::Draw(number) => (Impulse::Draw(number), Unit::Operation),
            Way::Expire => {
                let deadline = self.choosable_deadline(thread);
                if slice.is_none() {
                    self.clock = self.clock.max(deadline);
                }
                (Impulse::Expire, Unit::Operation)
            }
            Way::Wake => {
                // What was a standstill is none any more.
                self.end = None;
                (Impulse::Wake, Unit::Operation)
            }
        };
        let printed = self.output.len();
        let place = self.whereabouts(thread);
        self.change_places(place);
        self.keep_trunk(thread);
        if self.is_anything_owed() && !self.goes_past_a_join(thread) {
            self.forget_joins(thread);
        }
        let spare = std::mem::take(&mut text.spare);
        let (mut exec, pending) = self.take_up(thread, spare, &text.edition, &text.statics, sink);
        let pending = pending.unwrap_or_else(|| compute(Span::default()));
        exec.machine.begin_effects(thread, &pending.operation);
        let rest = exec.go(&pending, impulse, unit);
        exec.put_down(rest);
        text.spare = std::mem::take(&mut exec.stack);
        self.take_off_core(thread, slice, sink);
        self.go_to(ProcessId(0));
        self.look_around(thread, sink);
        let mut effects = std::mem::take(&mut self.effects);
        effects.set_printed(printed, self.output.len());
        if self.silent {
            // Whoever searches will copy it.
            self.space.heap.share();
            self.space.globals.share();
            self.resources.share();
        }
        Ok(effects)
    }

    pub(super) fn choosable_deadline(&self, thread: ThreadId) -> crate::event::Nanos {
        match self.threads[thread.index()].status {
            Status::Sleeping { until } => until,
            Status::Blocked { deadline, .. } => deadline,
            _ => self.clock,
        }
    }

    /// Takes the stack of a thread out of the machine, to run it, and what it rests before.
    pub(super) fn take_up<'m>(
        &'m mut self,
        thread: ThreadId,
        spare: Stack,
        program: &'m Edition,
        statics: &'m Statics,
        sink: &'m mut dyn Sink,
    ) -> (Exec<'m>, Option<Pending>) {
        let (stack, pending) = self.threads[thread.index()].take_up(spare);
        self.space.heap.leave_stack(stack.view().bytes());
        let concurrent = self.alive() > 1;
        self.space.heap.watch.switch(concurrent);
        let budget = self.budget;
        let untouched = stack.frames.len().saturating_sub(1);
        let listens = sink.listens();
        let exec = Exec {
            machine: self,
            program: program.program(),
            edition: program,
            statics,
            stack,
            thread,
            sink,
            listens,
            concurrent,
            granted: false,
            at_point: true,
            passed: Footprint::default(),
            #[cfg(debug_assertions)]
            in_library: false,
            named: std::cell::Cell::new(None),
            next: None,
            untouched,
            fuel: budget,
            reserve: 0,
            counted: budget,
            generators_told: 0,
            spare_rows: Vec::new(),
            scratch: String::new(),
            spent: 0,
        };
        (exec, pending)
    }

    /// After a step: what has become of circles of waits, is the run over?
    pub(super) fn look_around(&mut self, thread: ThreadId, sink: &mut dyn Sink) {
        self.watch_circles(thread, sink);
        if self.is_at_a_standstill() {
            let deadlock = self.circles.deadlocks().next().is_some();
            self.end = Some(match self.worst_exit() {
                _ if deadlock => End::Deadlock,
                Some(code) if self.only_servers_are_left() => End::of(code),
                _ => End::Stuck,
            });
        }
        if let Some(end) = self.end {
            sink.event(Event { thread, span: Span::default(), kind: EventKind::Ended { end } });
        }
    }

    /// Says anew which waiters of a primitive may go on, after somebody did something with it.
    pub(in crate::machine) fn update_waiters(&mut self, resource: ResourceId, by: ThreadId, sink: &mut dyn Sink) {
        let now = self.after(cost::OPERATION);
        let primitive: &Primitive<Value> = &self.resources[resource.index()];
        let cores = &mut self.cores;
        let ready = &mut self.ready;
        let effects = &mut self.effects;
        let threads = &self.threads;
        primitive.waiters(|waiter, may| {
            let waiting = waiter != by && matches!(threads[waiter.index()].status, Status::Blocked { .. });
            if waiting && may != ready.contains(waiter) {
                ready.set(waiter, may);
                if let Some(cores) = cores.as_mut().filter(|_| may) {
                    cores.wake(waiter, now);
                }
                let thread = waiter;
                if may {
                    effects.add(Effect::Woken(waiter));
                }
                let kind = if may { EventKind::Woken { thread } } else { EventKind::Overtaken { thread } };
                sink.event(Event { thread: by, span: Span::default(), kind });
            }
        });
    }

    /// Sets a new primitive up, and the instance that it belongs to.
    pub(in crate::machine) fn add_resource(&mut self, primitive: Primitive<Value>) -> ResourceId {
        let id = ResourceId::at(self.resources.len());
        self.resources.make_mut().push(Shared::new(primitive));
        if self.space.process != ProcessId(0) {
            let process = self.space.process;
            self.processes_mut().set_owner(id, process);
        }
        // When that is too much, the next object has no room.
        self.space.heap.hold(2 * size_of::<Primitive<Value>>()).ok();
        if !self.silent {
            self.labels_mut().add_resource(id);
        }
        id
    }

    /// Makes an instance be a primitive or a thread.
    pub(in crate::machine) fn set_native(&mut self, instance: crate::machine::state::value::ObjectId, native: Native) {
        if let Object::Instance(Instance { native: known, .. }) = self.space.heap.get_mut(instance) {
            *known = native;
        }
    }
}

/// The program that a machine runs, with what follows from it.
#[derive(Debug)]
pub struct Text {
    edition: Edition,
    statics: Arc<Statics>,
    /// The room of the calls that ran last.
    spare: Stack,
}

impl Clone for Text {
    fn clone(&self) -> Self {
        Self { edition: self.edition.again(), statics: Arc::clone(&self.statics), spare: Stack::default() }
    }
}

/// So many times the usual budget a stretch of library code that counts as one operation may last.
const LONGEST_STRETCH: u32 = 50;

/// Where a thread is after its step.
pub(super) enum Rest {
    /// It ran until it stopped.
    Stopped(Stop),
    /// It waits.
    Waits(Status, Pending),
    /// It has ended.
    Ended,
}

/// A thread that goes on with what nobody can notice.
pub(super) fn compute(span: Span) -> Pending {
    Pending { operation: Operation::Compute, then: Then::Discard, span }
}

impl Exec<'_> {
    /// Performs what the thread rests before, and lets it run as far as the unit says.
    fn go(&mut self, pending: &Pending, impulse: Impulse, unit: Unit) -> Rest {
        // Where it was matters to a step that ends with the line.
        let start = if unit == Unit::Line { self.position() } else { Position::default() };
        let outlook = self.take_step(pending, impulse);
        // The work behind the operation comes later, and may look at the clock.
        if pending.operation != Operation::Compute {
            self.charge(cost::OPERATION);
        }
        match outlook {
            Ok(Outlook::Runs) => Rest::Stopped(self.run_unit(pending, unit, start)),
            Ok(Outlook::Waits { status, pending }) => Rest::Waits(status, pending),
            Ok(Outlook::Stopped(stop)) => Rest::Stopped(stop),
            Ok(Outlook::Ended) => Rest::Ended,
            Err(limit) => Rest::Stopped(Stop::Limit(limit)),
        }
    }

    fn run_unit(&mut self, pending: &Pending, unit: Unit, start: Position) -> Stop {
        let instruction_left = matches!(pending.operation, Operation::Access(_) | Operation::Compute);
        let budget = std::mem::replace(&mut self.fuel, u32::from(instruction_left));
        let mut stop = self.run();
        // The grant is for the instruction that asked for it, and for no other.
        self.granted = false;
        match unit {
            Unit::Operation => {
                if stop == Stop::Budget {
                    self.fuel = budget;
                    stop = self.run();
                }
            }
            Unit::Line | Unit::Instruction => {
                let mut left = budget;
                while stop == Stop::Budget && left > 0 && !self.is_at_rest(unit, start) {
                    left -= 1;
                    self.fuel = 1;
                    stop = self.run();
                }
            }
        }
        // A stretch that counts as one operation is not divided: others would see it half done.
        for _ in 0..LONGEST_STRETCH {
            if stop != Stop::Budget || (!self.machine.atomic && self.may_switch()) {
                break;
            }
            self.fuel = cost::BUDGET;
            stop = self.run();
        }
        stop
    }

    /// Whether a thread that is run by lines or instructions has come to one.
    fn is_at_rest(&self, unit: Unit, start: Position) -> bool {
        let hidden = self.stack.frames.last().is_some_and(|frame| !self.code(frame.code).is_shown());
        // A stretch that counts as one operation is not divided: others would see it half done.
        !hidden && !self.machine.atomic && self.may_switch() && (unit == Unit::Instruction || self.position() != start)
    }

    /// Where in the program's text the thread is: how deep, and in which line.
    fn position(&self) -> Position {
        let own = self.stack.frames.iter().filter(|frame| self.code(frame.code).is_shown());
        let depth = own.count();
        let Some(frame) = self.stack.frames.last() else { return Position { depth, line: 0 } };
        let code = self.code(frame.code);
        let start = code.sites.get(frame.at.index()).map_or(0, |site| site.span.start);
        Position { depth, line: self.program.module_at(code.module).source.line_of(start) }
    }

    /// Puts the thread back into the machine.
    pub(super) fn put_down(&mut self, rest: Rest) {
        #[cfg(debug_assertions)]
        self.check_touched();
        self.machine.space.heap.watch.switch(false);
        // What was done for the last operation or access counts here, and for nobody else.
        self.spent = self.spent.saturating_add(self.machine.space.heap.effort.take());
        let time = u64::from(self.spent) * cost::INSTRUCTION;
        self.pass_time(time);
        let status = match rest {
            Rest::Stopped(Stop::Limit(limit)) => {
                self.machine.end = Some(End::Limit);
                self.machine.limit = Some(limit);
                self.next = None;
                Status::Ready
            }
            Rest::Stopped(stop) => {
                self.find_next_operation(stop);
                Status::Ready
            }
            Rest::Waits(status, pending) => {
                self.next = Some(pending);
                status
            }
            Rest::Ended => {
                self.machine.threads[self.thread.index()].make_mut().run_time += time;
                return;
            }
        };
        if !self.machine.silent && self.machine.common.labels.has_new() && !self.is_in_system() {
            self.unwatched(Self::name_new_resources);
        }
        let waits = self.next.as_ref().filter(|pending| !pending.operation.comes_again()).map(|pending| pending.then);
        self.tidy_registers(waits);
        let timed = match status {
            Status::Sleeping { .. } => true,
            Status::Blocked { deadline, .. } => deadline != NO_DEADLINE,
            _ => false,
        };
        // A stretch of library code that counts as one operation ends with the step, come what may.
        self.machine.atomic = false;
        let thread = self.thread;
        if status == Status::Ready && !self.machine.silent {
            self.unwatched(Self::report_rest);
        }
        let machine = &mut *self.machine;
        if machine.space.heap.keep_stack(self.stack.view().bytes()).is_err() && machine.end.is_none() {
            machine.end = Some(End::Limit);
            machine.limit = Some(Limit::Memory);
        }
        machine.ready.set(thread, status == Status::Ready);
        machine.timed.set(thread, timed);
        let stack = self.stack.lay_down(machine.silent);
        let known = machine.threads[thread.index()].make_mut();
        known.stack = stack;
        known.status = status;
        known.run_time += time;
        known.pending = self.next.take();
    }

    /// What the thread rests before, where it did not ask for it.
    fn find_next_operation(&mut self, stop: Stop) {
        let exit = |exception| Pending {
            operation: Operation::Exit { exception },
            then: Then::Discard,
            span: Span::default(),
        };
        let next = match stop {
            Stop::Before if self.next.is_some() => return,
            Stop::Before => compute(Span::default()),
            Stop::Finished => exit(Value::Unbound),
            Stop::Failed(exception) => exit(Value::Object(exception)),
            Stop::Budget | Stop::Limit(_) => {
                let frame = self.stack.top();
                // The library's text is not the program's: there it is the call that led to it.
                let own = self.code(frame.code).is_shown();
                compute(if own { self.site_span(frame.code, frame.at) } else { self.span() })
            }
        };
        self.next = Some(next);
    }

    /// Lets the clock go on by what the step cost, unless a clock outside says what time it is. A step divided into finer
    /// ones costs the same.
    fn pass_time(&mut self, time: Nanos) {
        if !self.machine.by_the_wall {
            self.machine.clock = self.machine.after(time);
        }
    }

    /// As [`Self::pass_time`]; it was the thread's own time.
    fn charge(&mut self, time: Nanos) {
        self.pass_time(time);
        self.machine.threads[self.thread.index()].make_mut().run_time += time;
    }

    /// Empties the registers that do not matter any more, so that what a thread once computed makes no difference.
    /// The innermost frame waits for the result of an operation, if `waits` says what becomes of it.
    fn tidy_registers(&mut self, waits: Option<Then>) {
        let Some(last) = self.stack.frames.len().checked_sub(1) else {
            self.stack.registers.clear();
            return;
        };
        // The others were tidied when they came to rest here.
        for at in self.untouched.min(last)..=last {
            let frame = self.stack.frames[at];
            let code = self.program.code(frame.code);
            let end = frame.base as usize + frame.live(code);
            // What is being constructed stands just before the frame of its `__init__`.
            let next = self.stack.frames.get(at + 1);
            let next = next.map_or(end, |next| next.base as usize - usize::from(next.constructs()));
            if at == last {
                self.stack.registers.truncate(end);
            } else if end < next {
                self.stack.registers[end..next].fill(Value::Unbound);
            }
            let end = end.min(next);
            let then = self.stack.frames.get(at + 1).map_or(waits, |next| Some(next.then));
            let alive = frame.alive(code, then) | self.held_at_rest(code, frame.at);
            self.stack.tidy(frame.base as usize + code.locals.len(), end, alive);
        }
    }
}

/// Where in the program's text a thread is.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Position {
    depth: usize,
    line: u32,
}
