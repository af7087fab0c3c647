//! Steps on several cores: where the machine's one clock is set to each thread's own time. Without cores nothing happens
//! here, and the clock goes on by whatever ran.

use crate::{
    choice::Way,
    event::{Event, EventKind, Nanos, Sink},
    ids::{ProcessId, ThreadId},
    machine::{
        Choosable, Machine,
        state::{
            clock::{Clock, Hardware, Opening, Slice},
            cost,
            operation::Operation,
        },
    },
    source::Span,
};

impl Machine {
    /// The same program on a processor with cores; without one, one operation after the other takes its time.
    #[must_use]
    pub fn on(mut self, hardware: Option<Hardware>) -> Self {
        let start = self.clock;
        self.cores = hardware.map(|hardware| Box::new(Clock::new(hardware, start)));
        self
    }

    /// Whether the program runs on cores; otherwise one operation comes after the other.
    #[must_use]
    pub fn has_cores(&self) -> bool {
        self.cores.is_some()
    }

    /// When a way to go on could be gone, where there are cores.
    #[must_use]
    pub fn opening(&self, option: Choosable) -> Option<Opening> {
        let cores = self.cores.as_ref()?;
        let thread = option.thread();
        let ready = match option {
            Choosable::Expire(_, deadline) => deadline,
            Choosable::Run(_) | Choosable::Draw(_) | Choosable::Wake(_) => cores.ready_since(thread),
        };
        Some(cores.opening(thread, ready, !self.is_computing(thread)))
    }

    /// When a thread that can go on became ready.
    #[must_use]
    pub fn ready_since(&self, thread: ThreadId) -> Nanos {
        self.cores.as_ref().map_or(self.clock, |cores| cores.ready_since(thread))
    }

    /// Gives a step its core, and sets the clock to its beginning.
    pub(super) fn put_on_core(&mut self, thread: ThreadId, way: Way) -> Option<Slice> {
        self.cores.as_ref()?;
        let visible = self.threads[thread.index()]
            .pending
            .as_ref()
            .is_some_and(|pending| pending.operation != Operation::Compute);
        let deadline = self.choosable_deadline(thread);
        let (now, by_the_wall) = (self.clock, self.by_the_wall);
        let cores = self.cores.as_mut()?;
        if by_the_wall {
            cores.pass(thread, now);
            return None;
        }
        let ready = if way == Way::Expire { deadline } else { cores.ready_since(thread) };
        let slice = cores.begin(thread, ready, visible);
        self.clock = slice.begin;
        Some(slice)
    }

    /// The step is over: the clock shows the latest moment of all threads again.
    pub(super) fn take_off_core(&mut self, thread: ThreadId, slice: Option<Slice>, sink: &mut dyn Sink) {
        let goes_on = self.ready.contains(thread) && self.end.is_none();
        let end = self.clock;
        let (Some(slice), Some(cores)) = (slice, self.cores.as_mut()) else { return };
        cores.end(thread, slice, end, goes_on);
        self.clock = cores.latest();
        let Slice { core, begin } = slice;
        let lasts = u32::try_from(end.saturating_sub(begin)).unwrap_or(u32::MAX);
        sink.event(Event { thread, span: Span::default(), kind: EventKind::Ran { core, begin, lasts } });
    }

    /// The thread, which was just made, lives in the process whose memory is worked on.
    pub(in crate::machine) fn note_home(&mut self, thread: ThreadId) {
        let process = self.threads[thread.index()].process;
        if let Some(cores) = self.cores.as_mut().filter(|_| process != ProcessId(0)) {
            cores.live_in(thread, process);
        }
    }

    /// A thread can go on when the operation of the present step is done.
    pub(in crate::machine) fn wake_now(&mut self, thread: ThreadId) {
        let at = self.after(cost::OPERATION);
        if let Some(cores) = &mut self.cores {
            cores.wake(thread, at);
        }
    }
}
