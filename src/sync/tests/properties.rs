//! What holds after any sequence of operations by any threads.
//!
//! Threads behave as the machine makes them: one that waits takes its second step only when the primitive says that it
//! may, or its time runs out; it begins nothing else meanwhile. A `World` is a primitive with such threads, and what is
//! known of them without looking into it.

use proptest::prelude::*;

use super::super::TimerChange;
use super::{Act, Change, Log, Outcome, Primitive, Reply, Request, TIMER_THREAD, made, perform, waiters};
use crate::ids::ThreadId;

const THREADS: usize = 5;

/// What a thread of the world is doing.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Doing {
    Nothing,
    Waiting { for_what: Request<u8>, notified: bool },
}

/// One thing that happened.
struct Happened {
    who: ThreadId,
    request: Request<u8>,
    act: Act,
    outcome: Outcome<u8>,
    log: Log<u8>,
}

impl Happened {
    /// Its time ran out: as in CPython, a lock that was released at that very moment is then not taken.
    fn gave_up(&self) -> bool {
        matches!(self.act, Act::Expire)
    }
}

struct World {
    primitive: Primitive<u8>,
    threads: [Doing; THREADS],
    /// Threads in the order in which they began to wait.
    order: Vec<ThreadId>,
}

impl World {
    fn new(kind: &str) -> Self {
        Self { primitive: made(kind), threads: [Doing::Nothing; THREADS], order: Vec::new() }
    }

    /// A thread does the next thing that it can do; `pick` chooses among what it could. Checks what holds for all.
    fn go(&mut self, who: ThreadId, requests: &[Request<u8>], pick: usize) -> Option<Happened> {
        let (request, act) = match self.threads[who.index()] {
            Doing::Nothing => {
                let request = requests[pick % requests.len()];
                (request, Act::Attempt(request))
            }
            Doing::Waiting { for_what, .. } if self.primitive.may_resume(who) && !pick.is_multiple_of(3) => {
                (for_what, Act::Resume)
            }
            Doing::Waiting { for_what, .. } if pick.is_multiple_of(2) && for_what != Request::Join => {
                (for_what, Act::Expire)
            }
            Doing::Waiting { .. } => return None,
        };
        let before = self.primitive.clone();
        let (outcome, log) = perform(&mut self.primitive, who, act);
        self.note(who, request, outcome, &log);
        if let (Act::Attempt(_), Outcome::Refused(_)) = (act, outcome) {
            assert_eq!(self.primitive, before, "a refused attempt changes nothing");
        }
        if let (Act::Expire, false) = (act, matches!(self.primitive, Primitive::Barrier(_))) {
            assert_ne!(outcome, Outcome::Wait, "a thread whose time ran out does not wait on");
        }
        self.check();
        Some(Happened { who, request, act, outcome, log })
    }

    fn note(&mut self, who: ThreadId, request: Request<u8>, outcome: Outcome<u8>, log: &Log<u8>) {
        let before = self.threads[who.index()];
        if outcome == Outcome::Wait && matches!(before, Doing::Waiting { notified: false, .. }) {
            // Its time does not count: it waits on, in its place.
            return;
        }
        self.threads[who.index()] = Doing::Nothing;
        if before != Doing::Nothing {
            self.order.retain(|&waiting| waiting != who);
        }
        for change in log {
            if let Change::Notified { thread } = *change {
                self.notify(thread);
            }
        }
        if outcome == Outcome::Wait {
            self.threads[who.index()] = Doing::Waiting { for_what: request, notified: false };
            self.order.push(who);
        }
    }

    /// Somebody is notified: it has to be the one that has waited longest for the same without being notified.
    fn notify(&mut self, thread: ThreadId) {
        let Doing::Waiting { for_what, notified } = self.threads[thread.index()] else {
            panic!("{thread:?} is notified but does not wait");
        };
        assert!(!notified, "{thread:?} is notified twice");
        let same = |other: ThreadId| match self.threads[other.index()] {
            Doing::Waiting { for_what: known, notified } => {
                !notified && std::mem::discriminant(&known) == std::mem::discriminant(&for_what)
            }
            Doing::Nothing => false,
        };
        let longest = self.order.iter().copied().find(|&other| same(other));
        assert_eq!(longest, Some(thread), "notifications go in the order of waiting");
        self.threads[thread.index()] = Doing::Waiting { for_what, notified: true };
    }

    /// Who waits is among the waiters, once; who does not may not be resumed.
    fn check(&self) {
        let mut known = waiters(&self.primitive);
        known.sort_unstable();
        let waiting = (0..THREADS).map(ThreadId::at).filter(|thread| self.threads[thread.index()] != Doing::Nothing);
        let waiting: Vec<_> = waiting.collect();
        assert_eq!(known, waiting, "the waiters are the threads that wait");
        for thread in (0..THREADS).map(ThreadId::at).filter(|thread| !waiting.contains(thread)) {
            assert!(!self.primitive.may_resume(thread), "{thread:?} does not wait, and cannot be resumed");
        }
    }

    /// How many threads wait for something like this: notified ones, and others.
    fn waiting_for(&self, wanted: Request<u8>) -> (usize, usize) {
        let of = |wanted_notified: bool| {
            self.threads
                .iter()
                .filter(|doing| match doing {
                    Doing::Waiting { for_what, notified } => {
                        *notified == wanted_notified
                            && std::mem::discriminant(for_what) == std::mem::discriminant(&wanted)
                    }
                    Doing::Nothing => false,
                })
                .count()
        };
        (of(true), of(false))
    }
}

const ACQUIRE: Request<u8> = Request::Acquire { blocking: true };
const TRY_ACQUIRE: Request<u8> = Request::Acquire { blocking: false };
const RELEASE: Request<u8> = Request::Release { permits: 1 };
const GET: Request<u8> = Request::Get { blocking: true };

/// Lets threads do things, as many as proptest likes, and looks at the world after each.
fn run(kind: &str, requests: &[Request<u8>], doings: &[(usize, usize)], mut look: impl FnMut(&World, &Happened)) {
    let mut world = World::new(kind);
    for &(who, pick) in doings {
        if let Some(happened) = world.go(ThreadId::at(who), requests, pick) {
            look(&world, &happened);
        }
    }
}

fn doings() -> impl Strategy<Value = Vec<(usize, usize)>> {
    proptest::collection::vec((0..THREADS, 0..60_usize), 0..80)
}

proptest! {
    #[test]
    fn a_lock_is_owned_by_who_acquired_it_last(doings in doings()) {
        let mut owner = None;
        run("lock", &[ACQUIRE, TRY_ACQUIRE, RELEASE, ACQUIRE, RELEASE], &doings, |world, happened| {
            match (happened.request, happened.outcome) {
                (Request::Acquire { .. }, Outcome::Done(Reply::Bool(true))) => {
                    assert_eq!(owner, None, "a lock that is owned is not acquired");
                    owner = Some(happened.who);
                }
                (Request::Acquire { .. }, _) => {
                    assert!(owner.is_some() || happened.gave_up(), "a free lock is acquired");
                }
                (_, Outcome::Done(_)) => owner = None,
                _ => assert_eq!(owner, None),
            }
            assert_eq!(world.primitive.owner(), owner);
            let ready = waiters(&world.primitive).into_iter().all(|thread| world.primitive.may_resume(thread));
            assert!(ready || owner.is_some(), "a free lock is free for all who wait");
        });
    }

    #[test]
    fn an_rlock_is_as_deep_as_its_owner_took_it(doings in doings()) {
        let mut owned: Option<(ThreadId, u32)> = None;
        let requests = [ACQUIRE, TRY_ACQUIRE, RELEASE, ACQUIRE, RELEASE, Request::ReleaseAll];
        run("rlock", &requests, &doings, |world, happened| {
            let own = owned.filter(|(owner, _)| *owner == happened.who).map(|(_, depth)| depth);
            match (happened.request, happened.outcome) {
                (Request::Acquire { .. }, Outcome::Done(Reply::Bool(true))) => {
                    assert!(owned.is_none() || own.is_some());
                    owned = Some((happened.who, own.unwrap_or(0) + 1));
                }
                (Request::Acquire { .. }, _) => assert!(happened.gave_up() || owned.is_some() && own.is_none()),
                (Request::ReleaseAll, Outcome::Done(Reply::Int(depth))) => {
                    assert_eq!(Some(depth), own);
                    owned = None;
                }
                (_, Outcome::Done(_)) => {
                    owned = own.and_then(|depth| depth.checked_sub(1)).filter(|&left| left > 0).map(|left| (happened.who, left));
                }
                _ => assert_eq!(own, None, "the owner may release"),
            }
            let Primitive::RLock(lock) = &world.primitive else { unreachable!() };
            assert_eq!((lock.owner(), lock.depth()), (owned.map(|known| known.0), owned.map_or(0, |known| known.1)));
        });
    }

    #[test]
    fn a_semaphore_never_loses_a_permit_or_a_waiter(doings in doings(), start in 0..3_u32, bounded: bool) {
        let mut permits = start;
        let requests = [ACQUIRE, TRY_ACQUIRE, RELEASE, ACQUIRE, Request::Release { permits: 2 }];
        let kind = format!("{} {start}", if bounded { "bounded" } else { "semaphore" });
        run(&kind, &requests, &doings, |world, happened| {
            match (happened.request, happened.outcome) {
                (Request::Acquire { .. }, Outcome::Done(Reply::Bool(true))) => permits -= 1,
                (Request::Acquire { .. }, _) => assert_eq!(permits, 0, "a permit that is there is given"),
                (Request::Release { permits: more }, Outcome::Done(_)) => permits += more,
                (Request::Release { permits: more }, _) => assert!(bounded && permits + more > start),
                _ => {}
            }
            let Primitive::Semaphore(semaphore) = &world.primitive else { unreachable!() };
            assert_eq!(semaphore.permits(), permits);
            assert!(!bounded || permits <= start);
            let (notified, others) = world.waiting_for(ACQUIRE);
            assert!(others == 0 || permits as usize <= notified, "nobody waits for a permit that nobody takes");
        });
    }

    #[test]
    fn an_event_holds_nobody_back_while_it_is_set(doings in doings()) {
        let mut set = false;
        run("event", &[Request::Wait, Request::Wait, Request::Set, Request::Clear], &doings, |world, happened| {
            match happened.request {
                Request::Set => set = true,
                Request::Clear => set = false,
                _ if matches!(happened.act, Act::Attempt(_)) => {
                    assert_eq!(happened.outcome == Outcome::Wait, !set);
                }
                _ => {}
            }
            let (_, others) = world.waiting_for(Request::Wait);
            assert!(!set || others == 0, "whoever waited was notified");
        });
    }

    #[test]
    fn a_condition_notifies_as_many_as_wait(doings in doings()) {
        let requests = [Request::Wait, Request::Wait, Request::Notify { count: 1 }, Request::Notify { count: 2 }];
        let mut waiting = 0;
        run("condition", &requests, &doings, |world, happened| {
            if let Request::Notify { count } = happened.request {
                let notified = happened.log.iter().filter(|change| matches!(change, Change::Notified { .. })).count();
                assert_eq!(notified, waiting.min(count as usize));
            }
            waiting = world.waiting_for(Request::Wait).1;
        });
    }

    #[test]
    fn a_barrier_lets_exactly_its_parties_through(doings in doings(), parties in 1..5_usize) {
        let mut through: Vec<u32> = Vec::new();
        run(&format!("barrier {parties}"), &[Request::Wait], &no_expiry(&doings), |world, happened| {
            if let Outcome::Done(Reply::Int(index)) = happened.outcome {
                through.push(index);
            }
            let mut round = through[through.len() / parties * parties..].to_vec();
            round.sort_unstable();
            round.dedup();
            assert_eq!(round.len(), through.len() % parties, "each party of a round has a number of its own");
            assert!(through.iter().all(|&index| (index as usize) < parties));
            let Primitive::Barrier(barrier) = &world.primitive else { unreachable!() };
            assert!((barrier.inside() as usize) < parties);
        });
        for round in through.chunks_exact(parties) {
            let mut numbers = round.to_vec();
            numbers.sort_unstable();
            prop_assert!(numbers.into_iter().eq(0..parties as u32));
        }
    }

    #[test]
    fn a_barrier_that_breaks_sends_everybody_away(doings in doings(), parties in 2..5_u32) {
        let requests = [Request::Wait, Request::Wait, Request::Wait, Request::Reset, Request::Abort];
        run(&format!("barrier {parties}"), &requests, &doings, |world, happened| {
            let Primitive::Barrier(barrier) = &world.primitive else { unreachable!() };
            if barrier.is_broken() {
                assert_eq!(world.waiting_for(Request::Wait).1, 0, "nobody waits for a broken barrier");
            }
            if happened.request == Request::Abort {
                assert!(barrier.is_broken());
            }
        });
    }

    #[test]
    fn a_timer_fires_for_its_own_thread_until_it_is_cancelled(doings in doings()) {
        let mut cancelled = 0;
        run("timer", &[Request::Cancel, Request::Set, Request::Wait, Request::Wait], &doings, |world, happened| {
            let fired = happened.log.contains(&Change::Timer(TimerChange::Fired));
            assert!(!fired || (happened.who == TIMER_THREAD && happened.request == Request::Wait && cancelled == 0));
            cancelled += happened.log.iter().filter(|change| **change == Change::Timer(TimerChange::Cancelled)).count();
            assert!(cancelled <= 1);
            if let Primitive::Timer(timer) = &world.primitive && timer.is_finished() {
                assert_eq!(world.waiting_for(Request::Wait).1, 0, "whoever waits is told");
            }
        });
    }

    #[test]
    fn queues_give_every_item_once_and_in_their_order(
        doings in doings(), kind in prop::sample::select(&["queue", "lifo", "priority"][..]), capacity in 0..4_usize,
    ) {
        let mut inside: Vec<u8> = Vec::new();
        let mut unfinished = 0;
        let requests = [
            Request::Put { item: 3, blocking: true },
            Request::Put { item: 1, blocking: true },
            Request::Put { item: 2, blocking: false },
            GET,
            GET,
            Request::Get { blocking: false },
            Request::TaskDone,
            Request::Join,
        ];
        run(&format!("{kind} {capacity}"), &requests, &doings, |world, happened| {
            match (happened.request, happened.outcome) {
                (Request::Put { item, .. }, Outcome::Done(_)) => {
                    inside.push(item);
                    unfinished += 1;
                }
                (Request::Put { .. }, _) => assert!(capacity > 0 && inside.len() == capacity),
                (Request::Get { .. }, Outcome::Done(Reply::Item(item))) => {
                    assert_eq!(item, inside.remove(next_out(kind, &inside)));
                }
                (Request::Get { .. }, _) => assert!(inside.is_empty()),
                (Request::TaskDone, Outcome::Done(_)) => unfinished -= 1,
                (Request::TaskDone, _) => assert_eq!(unfinished, 0),
                (Request::Join, Outcome::Done(_)) => assert_eq!(unfinished, 0),
                _ => {}
            }
            check_queue(world, capacity, &inside, unfinished);
        });
    }
}

/// The place of the item that comes out next.
fn next_out(kind: &str, inside: &[u8]) -> usize {
    match kind {
        "queue" => 0,
        "lifo" => inside.len() - 1,
        _ => (0..inside.len()).min_by_key(|&at| inside[at]).unwrap(),
    }
}

fn check_queue(world: &World, capacity: usize, inside: &[u8], unfinished: u32) {
    let Primitive::Queue(queue) = &world.primitive else { unreachable!() };
    let mut items: Vec<u8> = queue.items().collect();
    let mut known = inside.to_vec();
    items.sort_unstable();
    known.sort_unstable();
    assert_eq!(items, known, "the queue has what was put and not yet got");
    assert_eq!(queue.unfinished(), unfinished);
    assert!(capacity == 0 || items.len() <= capacity);
    let (notified, others) = world.waiting_for(GET);
    assert!(others == 0 || items.len() <= notified, "nobody waits for an item that nobody gets");
    let (notified, others) = world.waiting_for(Request::Put { item: 0, blocking: true });
    assert!(others == 0 || capacity - items.len() <= notified, "nobody waits for a slot that nobody fills");
}

/// The same without time running out: an odd pick that is not divisible by three resumes or does nothing.
fn no_expiry(doings: &[(usize, usize)]) -> Vec<(usize, usize)> {
    doings.iter().map(|&(who, _)| (who, 1)).collect()
}
