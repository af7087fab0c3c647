//! Signals, and a guard that sees to them where the loop cannot: a program may compute for long in one step, and who asks
//! raddle to end or to stop shall not wait for that. The only home of signal-hook.
//!
//! Knows nothing of what is on the screen. Tests: `tests/screen/terminal.rs`.

use std::{
    ffi::c_int,
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded, unbounded};
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP},
    iterator::Signals,
    low_level::{emulate_default_handler, raise},
};

use super::terminal::{Screen, restore_by_force};

/// So long the loop may take to do what it was told; then the guard does it.
const PATIENCE: Duration = Duration::from_millis(500);

/// What a signal says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    /// End, as this signal ends a program.
    End(c_int),
    /// Stop: somebody else wants the terminal.
    Stop,
    /// Go on after a stop that raddle could not hear of: somebody else may have had the terminal.
    GoOn,
}

/// Sees to it that what must happen soon happens. A clone guards the same.
#[derive(Clone, Debug)]
pub struct Guard {
    /// Nothing is ever sent; it is closed when the loop is over.
    over: Receiver<()>,
    /// The viewer has asked to quit.
    quitting: Arc<AtomicBool>,
    /// Somebody has asked raddle to stop, and it has not yet.
    stopping: Arc<AtomicBool>,
    /// The next order to stop is our own, and done already.
    own_stop: Arc<AtomicBool>,
    /// The next order to go on ends a stop of our own.
    stopped: Arc<AtomicBool>,
}

/// While it lives, the guard guards.
#[derive(Debug)]
pub struct Guarded {
    _alive: Sender<()>,
}

impl Guard {
    /// A guard of the loop.
    #[must_use]
    pub fn new() -> (Self, Guarded) {
        let (alive, over) = bounded(0);
        let flag = Arc::<AtomicBool>::default;
        (
            Self { over, quitting: flag(), stopping: flag(), own_stop: flag(), stopped: flag() },
            Guarded { _alive: alive },
        )
    }

    /// The viewer wants to quit, and soon.
    pub fn quit(&self) {
        if !self.quitting.swap(true, Ordering::SeqCst) {
            self.see_to(|_| {
                restore_by_force();
                std::process::exit(0);
            });
        }
    }

    /// Does it by itself if the loop is not over in time.
    fn see_to(&self, force: impl FnOnce(&Self) + Send + 'static) {
        let guard = self.clone();
        std::thread::spawn(move || {
            if guard.over.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                force(&guard);
            }
        });
    }

    /// Receives signals from now on.
    ///
    /// # Errors
    /// When the operating system does not let us.
    pub fn listen(&self) -> io::Result<Receiver<Told>> {
        let (sender, told) = unbounded();
        let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT])?;
        let guard = self.clone();
        std::thread::spawn(move || {
            for signal in &mut signals {
                let Some(order) = guard.order(signal) else { continue };
                if sender.send(order).is_err() {
                    // The loop is over: signals do what they do everywhere.
                    end_by(signal);
                }
            }
        });
        Ok(told)
    }

    /// What a signal says, with somebody to see to it.
    fn order(&self, signal: c_int) -> Option<Told> {
        match signal {
            SIGCONT => {
                // Who goes on need not stop any more.
                self.stopping.store(false, Ordering::SeqCst);
                (!self.stopped.swap(false, Ordering::SeqCst)).then_some(Told::GoOn)
            }
            SIGTSTP if self.own_stop.swap(false, Ordering::SeqCst) => None,
            SIGTSTP => {
                self.stopping.store(true, Ordering::SeqCst);
                self.see_to(|guard| guard.stop(restore_by_force));
                Some(Told::Stop)
            }
            signal => {
                self.see_to(move |_| {
                    restore_by_force();
                    end_by(signal);
                });
                Some(Told::End(signal))
            }
        }
    }

    /// Gives the terminal back and stops, unless that was done already. Returns when raddle goes on.
    fn stop(&self, give_back: impl FnOnce()) {
        if self.stopping.load(Ordering::SeqCst) {
            give_back();
            if self.stopping.swap(false, Ordering::SeqCst) {
                self.stop_here();
            }
        }
    }

    /// Stops, and returns when raddle goes on.
    fn stop_here(&self) {
        self.stopped.store(true, Ordering::SeqCst);
        let _ = raise(SIGSTOP);
    }

    /// Stops, as a signal has told, and takes the terminal again when raddle goes on.
    ///
    /// # Errors
    /// When the terminal cannot be taken again.
    pub fn suspend(&self, screen: &mut Screen) -> io::Result<()> {
        self.stop(|| screen.give_back());
        screen.take_again()
    }

    /// Stops, as the viewer has told by a key, together with whoever was started with raddle, so that the shell takes over.
    /// Returns whether there is a shell that could.
    ///
    /// # Errors
    /// When the terminal cannot be taken again.
    pub fn suspend_job(&self, screen: &mut Screen) -> io::Result<bool> {
        // Whoever leads the session is in our own group: no shell started us as a job, and none would let us go on.
        if getsid(None).is_ok_and(|leader| leader == getpgrp()) {
            return Ok(false);
        }
        screen.give_back();
        self.own_stop.store(true, Ordering::SeqCst);
        let _ = kill_current_process_group(Signal::TSTP);
        self.stop_here();
        screen.take_again()?;
        Ok(true)
    }
}

/// Ends raddle as the signal ends a program that does not know it.
pub fn end_by(signal: c_int) {
    let _ = emulate_default_handler(signal);
}
