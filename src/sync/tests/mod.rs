//! Tests of the primitives: `tables` has sequences of operations as data, `interleavings` those in which threads come
//! between each other, `properties` what holds after any sequence.

mod interleavings;
mod properties;
mod tables;

use super::{
    Barrier, Change, Discipline, Lock, Log, Outcome, Primitive, Queue, QueueChange, RLock, Reply, Request, Semaphore,
};
use crate::ids::ThreadId;

/// The thread whose the timer is.
const TIMER_THREAD: ThreadId = ThreadId(1);

/// A primitive of every kind by its name; items of queues are small numbers.
fn made(kind: &str) -> Primitive<u8> {
    let (name, number) = kind.split_once(' ').map_or((kind, 0), |(name, number)| (name, number.parse().unwrap()));
    match name {
        "lock" => Primitive::Lock(Lock::default()),
        "rlock" => Primitive::RLock(RLock::default()),
        "condition" => Primitive::Condition(super::Condition::default()),
        "semaphore" => Primitive::Semaphore(Semaphore::new(number, false)),
        "bounded" => Primitive::Semaphore(Semaphore::new(number, true)),
        "event" => Primitive::Event(super::Event::default()),
        "barrier" => Primitive::Barrier(Barrier::new(number, false)),
        "barrier-with-action" => Primitive::Barrier(Barrier::new(number, true)),
        "timer" => Primitive::Timer(super::Timer::new(TIMER_THREAD)),
        "queue" => Primitive::Queue(Queue::new(Discipline::Fifo, number)),
        "lifo" => Primitive::Queue(Queue::new(Discipline::Lifo, number)),
        "priority" => Primitive::Queue(Queue::new(Discipline::Priority, number)),
        "simple" => Primitive::Queue(Queue::new(Discipline::Simple, 0)),
        other => panic!("no primitive is called {other}"),
    }
}

/// Restores the order of a priority queue, as the machine does after every operation.
fn tidy(primitive: &mut Primitive<u8>, log: &mut Log<u8>) {
    let Primitive::Queue(queue) = primitive else { return };
    let less = |a, b| Ok(a < b);
    let put = queue.is_disordered() && queue.is_last_disordered();
    queue.restore_order(less, log).unwrap();
    if put && let Some(Change::Queue(QueueChange::Put { item, position })) = log.first_mut() {
        *position = queue.place_in_order(*item, less).unwrap();
    }
    assert!(!queue.is_disordered());
}

/// What a thread does to a primitive.
#[derive(Clone, Copy, Debug)]
enum Act {
    Attempt(Request<u8>),
    Resume,
    Expire,
}

/// Does it, and returns what it came to and what changed.
fn perform(primitive: &mut Primitive<u8>, who: ThreadId, act: Act) -> (Outcome<u8>, Log<u8>) {
    let mut log = Log::new();
    let outcome = match act {
        Act::Attempt(request) => primitive.attempt(who, request, &mut log),
        Act::Resume => primitive.resume(who, &mut log),
        Act::Expire => primitive.expire(who, &mut log),
    };
    tidy(primitive, &mut log);
    (outcome, log)
}

/// The waiting threads in order.
fn waiters(primitive: &Primitive<u8>) -> Vec<ThreadId> {
    let mut threads = Vec::new();
    primitive.waiters(|thread, may| {
        assert_eq!(may, primitive.may_resume(thread), "{thread:?} may resume");
        threads.push(thread);
    });
    threads
}
