//! Several programs at once, each in a process of its own: the processes are there before the first step, and nobody's
//! children.

use std::sync::Arc;

use crate::{
    event::{Event, EventKind, Life, Silence, Sink, ThreadKind},
    ids::{ProcessId, ThreadId},
    machine::{
        Machine,
        run::step::compute,
        state::{
            effect::StepFootprint,
            resting::RestingStack,
            thread::{Status, Thread},
        },
    },
    source::Span,
};

/// Where the system's functions are in which a server waits: for a connection, for one of several, for a datagram.
const SERVING: &[&str] = &["accept", "poll", "receive_from"];

impl Machine {
    /// Makes the processes of the other programs, which rest before their first instructions.
    pub(super) fn begin_other_programs(&mut self) {
        let program = Arc::clone(&self.common.program);
        for module in program.own_modules().skip(1) {
            let resting = Thread {
                stack: RestingStack::of(program.modules[module.index()].body),
                pending: Some(compute(Span::default())),
                status: Status::Ready,
                run_time: 0,
                ..Thread::clone(&self.threads[0])
            };
            let name = program.program_name(module).unwrap_or_else(|| Arc::from(""));
            // A stack of one frame has room in any memory that the library's builtins had room in.
            let Ok(process) = self.fork(ThreadId::MAIN, &name, resting, &mut Silence) else { return };
            if let Some(forked) = self.processes_mut().forked_mut(process) {
                forked.space.module = module;
                forked.parent = process;
            }
        }
        self.effects = StepFootprint::default();
    }

    /// Reports the processes of the other programs.
    pub(super) fn announce_other_programs(&self, sink: &mut dyn Sink) {
        for at in 1..self.common.program.programs {
            let process = ProcessId::at(at.into());
            let Some(thread) = self.processes.as_ref().and_then(|all| Some(all.forked(process)?.main)) else {
                continue;
            };
            let name = sink.text(&self.thread_name(thread));
            let life = Life { kind: ThreadKind::Process, parent: None, space: at };
            let mut tell = |kind| sink.event(Event { thread, span: Span::default(), kind });
            tell(EventKind::ThreadCreated { thread, name, daemon: false, life });
            tell(EventKind::ThreadStarted { thread });
        }
    }

    /// What the first process is called, where it is not the only program.
    #[must_use]
    pub(in crate::machine) fn first_program(&self) -> Option<Arc<str>> {
        let first = self.common.program.own_modules().next()?;
        self.common.program.program_name(first)
    }

    /// The worst of what the programs that have ended have ended with, where there are several.
    pub(in crate::machine) fn worst_exit(&self) -> Option<i32> {
        let processes = self.processes.as_ref().filter(|_| self.common.program.programs > 1)?;
        let exits = (0..self.common.program.programs).filter_map(|at| processes.exit(ProcessId::at(at.into())));
        exits.map(|code| code & 0xff).max()
    }

    /// Whether of several programs one has ended, and all that are left are servers that wait for somebody to serve: who runs
    /// them would end them now.
    pub(super) fn only_servers_are_left(&self) -> bool {
        let Some(processes) = self.processes.as_ref().filter(|_| self.worst_exit().is_some()) else { return false };
        let living = || self.threads.iter().filter(|thread| thread.status.is_alive());
        let serves = |thread: &Thread| {
            let frame = thread.stack.view().system_frame().map(|at| thread.stack.frames[at].code);
            frame.is_some_and(|code| SERVING.contains(&&*self.common.program.code(code).name))
        };
        let left = |process: &ProcessId| processes.exit(*process).is_none();
        let mut servers = (0..processes.count()).map(ProcessId::at).filter(left);
        servers.all(|process| living().any(|thread| thread.process == process && serves(thread)))
    }
}
