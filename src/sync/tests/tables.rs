//! Sequences of operations with what they come to, one row an operation: `thread operation` and `outcome: changes`.
//!
//! The operations are those of Python's library; `try-` is the form that does not block, `resume` is the second step of a
//! waiting thread and `expire` the end of its time. `ready` says which waiters may take their second step.

use super::super::{
    BarrierChange, ConditionChange, EventChange, LockChange, QueueChange, SemaphoreChange, TimerChange,
};
use super::{Act, Change, Log, Outcome, Primitive, Reply, Request, made, perform, waiters};
use crate::ids::ThreadId;

/// Checks the rows on a new primitive.
pub(super) fn check(kind: &str, rows: &[(&str, &str)]) {
    let mut primitive = made(kind);
    for (at, &(operation, expected)) in rows.iter().enumerate() {
        let got = match operation {
            "ready" => ready(&primitive),
            "waiting" => named(&waiters(&primitive)),
            _ => {
                let (who, act) = parsed(operation);
                let (outcome, log) = perform(&mut primitive, who, act);
                told(outcome, &log)
            }
        };
        assert_eq!(got, expected, "{kind}, row {}: {operation}", at + 1);
    }
}

fn ready(primitive: &Primitive<u8>) -> String {
    let all = waiters(primitive);
    named(&all.into_iter().filter(|&thread| primitive.may_resume(thread)).collect::<Vec<_>>())
}

fn named(threads: &[ThreadId]) -> String {
    let names: Vec<String> = threads.iter().map(|thread| thread.0.to_string()).collect();
    names.join(" ")
}

fn parsed(operation: &str) -> (ThreadId, Act) {
    let words: Vec<&str> = operation.split(' ').collect();
    let number = || words.get(2).map_or(1, |word| word.parse().unwrap());
    let request = match words[1] {
        "resume" => return (ThreadId(words[0].parse().unwrap()), Act::Resume),
        "expire" => return (ThreadId(words[0].parse().unwrap()), Act::Expire),
        "acquire" => Request::Acquire { blocking: true },
        "try-acquire" => Request::Acquire { blocking: false },
        "release" => Request::Release { permits: number() },
        "release-all" => Request::ReleaseAll,
        "restore" => Request::Restore { depth: number() },
        "wait" => Request::Wait,
        "notify" => Request::Notify { count: number() },
        "set" => Request::Set,
        "clear" => Request::Clear,
        "open" => Request::Open,
        "reset" => Request::Reset,
        "abort" => Request::Abort,
        "cancel" => Request::Cancel,
        "put" => Request::Put { item: number() as u8, blocking: true },
        "try-put" => Request::Put { item: number() as u8, blocking: false },
        "get" => Request::Get { blocking: true },
        "try-get" => Request::Get { blocking: false },
        "task-done" => Request::TaskDone,
        "join" => Request::Join,
        other => panic!("no operation is called {other}"),
    };
    (ThreadId(words[0].parse().unwrap()), Act::Attempt(request))
}

fn told(outcome: Outcome<u8>, log: &Log<u8>) -> String {
    let outcome = match outcome {
        Outcome::Wait => "waits".to_owned(),
        Outcome::Refused(refusal) => format!("{refusal:?}"),
        Outcome::Done(Reply::None) => "done".to_owned(),
        Outcome::Done(Reply::Bool(truth)) => truth.to_string(),
        Outcome::Done(Reply::Int(number)) => number.to_string(),
        Outcome::Done(Reply::Item(item)) => format!("item {item}"),
        Outcome::Done(Reply::RunAction) => "runs the action".to_owned(),
    };
    let changes: Vec<String> = log.iter().copied().map(change).collect();
    if changes.is_empty() { outcome } else { format!("{outcome}: {}", changes.join(", ")) }
}

fn change(change: Change<u8>) -> String {
    match change {
        Change::Lock(LockChange::Acquired { depth }) => format!("acquired {depth}"),
        Change::Lock(LockChange::Released { depth }) => format!("released {depth}"),
        Change::Semaphore(SemaphoreChange::Taken { left }) => format!("taken, {left} left"),
        Change::Semaphore(SemaphoreChange::Returned { left }) => format!("returned, {left} left"),
        Change::Event(EventChange::Set) => "set".to_owned(),
        Change::Event(EventChange::Cleared) => "cleared".to_owned(),
        Change::Condition(ConditionChange::Entered) => "entered".to_owned(),
        Change::Condition(ConditionChange::Left) => "left".to_owned(),
        Change::Notified { thread } => format!("notified {}", thread.0),
        Change::Condition(ConditionChange::NotifiedNobody) => "notified nobody".to_owned(),
        Change::Barrier(BarrierChange::Arrived { count }) => format!("arrived {count}"),
        Change::Barrier(BarrierChange::Opened) => "opened".to_owned(),
        Change::Barrier(BarrierChange::PassedThrough { left }) => format!("passed, {left} left"),
        Change::Barrier(BarrierChange::Broken) => "broken".to_owned(),
        Change::Barrier(BarrierChange::Reset) => "reset".to_owned(),
        Change::Queue(QueueChange::Put { item, position }) => format!("put {item} at {position}"),
        Change::Queue(QueueChange::Got { item }) => format!("got {item}"),
        Change::Queue(QueueChange::TaskDone { unfinished }) => format!("{unfinished} unfinished"),
        Change::Timer(TimerChange::Cancelled) => "cancelled".to_owned(),
        Change::Timer(TimerChange::Fired) => "fired".to_owned(),
        // None of the primitives here can do that.
        Change::Lock(LockChange::SharedAcquired | LockChange::SharedReleased) | Change::Closed | Change::Poisoned => {
            "another language's".to_owned()
        }
    }
}

#[test]
fn a_lock_is_owned_by_one_thread() {
    check(
        "lock",
        &[
            ("1 acquire", "true: acquired 1"),
            ("2 try-acquire", "false"),
            ("1 try-acquire", "false"),
            ("2 acquire", "waits"),
            ("3 acquire", "waits"),
            ("waiting", "2 3"),
            ("ready", ""),
            ("1 release", "1: released 0"),
            ("ready", "2 3"),
            ("3 resume", "true: acquired 1"),
            ("ready", ""),
            ("2 resume", "waits"),
            ("2 expire", "false"),
            ("waiting", ""),
        ],
    );
}

#[test]
fn a_newcomer_may_take_a_released_lock_before_a_waiter() {
    check(
        "lock",
        &[
            ("1 acquire", "true: acquired 1"),
            ("2 acquire", "waits"),
            ("1 release", "1: released 0"),
            ("1 acquire", "true: acquired 1"),
            ("2 resume", "waits"),
            ("waiting", "2"),
        ],
    );
}

#[test]
fn anybody_may_release_a_lock_but_only_a_locked_one() {
    check(
        "lock",
        &[
            ("1 release", "ReleaseUnlocked"),
            ("1 acquire", "true: acquired 1"),
            ("2 release", "1: released 0"),
            ("2 release", "ReleaseUnlocked"),
        ],
    );
}

#[test]
fn a_thread_that_acquires_its_own_lock_waits_for_itself() {
    check("lock", &[("1 acquire", "true: acquired 1"), ("1 acquire", "waits"), ("ready", "")]);
}

#[test]
fn an_rlock_is_taken_many_times_by_its_owner_alone() {
    check(
        "rlock",
        &[
            ("1 acquire", "true: acquired 1"),
            ("1 try-acquire", "true: acquired 2"),
            ("2 try-acquire", "false"),
            ("2 acquire", "waits"),
            ("2 release", "ReleaseUnacquired"),
            ("1 release", "2: released 1"),
            ("ready", ""),
            ("1 release", "1: released 0"),
            ("1 release", "ReleaseUnacquired"),
            ("2 resume", "true: acquired 1"),
        ],
    );
}

#[test]
fn an_rlock_that_was_let_go_altogether_is_taken_again_as_deep_as_it_was() {
    check(
        "rlock",
        &[
            ("1 acquire", "true: acquired 1"),
            ("1 acquire", "true: acquired 2"),
            ("1 acquire", "true: acquired 3"),
            ("1 release-all", "3: released 0"),
            ("2 acquire", "true: acquired 1"),
            ("1 restore 3", "waits"),
            ("2 release", "1: released 0"),
            ("1 resume", "true: acquired 3"),
        ],
    );
}

#[test]
fn a_semaphore_gives_out_its_permits_and_notifies_in_the_order_of_waiting() {
    check(
        "semaphore 2",
        &[
            ("1 acquire", "true: taken, 1 left"),
            ("2 acquire", "true: taken, 0 left"),
            ("3 try-acquire", "false"),
            ("3 acquire", "waits"),
            ("4 acquire", "waits"),
            ("1 release", "done: returned, 1 left, notified 3"),
            ("ready", "3"),
            ("3 resume", "true: taken, 0 left"),
            ("2 release 3", "done: returned, 3 left, notified 4"),
            ("4 expire", "true: taken, 2 left"),
        ],
    );
}

#[test]
fn a_notified_waiter_of_a_semaphore_that_was_overtaken_waits_again_behind_the_others() {
    check(
        "semaphore 0",
        &[
            ("1 acquire", "waits"),
            ("2 acquire", "waits"),
            ("9 release", "done: returned, 1 left, notified 1"),
            ("3 acquire", "true: taken, 0 left"),
            ("1 resume", "waits"),
            ("waiting", "2 1"),
            ("ready", ""),
            ("2 expire", "false"),
        ],
    );
}

#[test]
fn a_bounded_semaphore_refuses_more_permits_than_it_had() {
    check(
        "bounded 1",
        &[
            ("1 release", "ReleasedTooOften"),
            ("1 acquire", "true: taken, 0 left"),
            ("1 release 2", "ReleasedTooOften"),
            ("1 release", "done: returned, 1 left"),
        ],
    );
}

#[test]
fn an_event_frees_everybody_who_waits_when_it_is_set() {
    check(
        "event",
        &[
            ("1 wait", "waits"),
            ("2 wait", "waits"),
            ("3 wait", "waits"),
            ("3 expire", "false"),
            ("9 set", "done: set, notified 1, notified 2"),
            ("9 set", "done: set"),
            ("4 wait", "true"),
            ("9 clear", "done: cleared"),
            ("5 wait", "waits"),
            ("ready", "1 2"),
            ("1 resume", "true"),
            ("2 expire", "true"),
            ("waiting", "5"),
        ],
    );
}

#[test]
fn a_condition_notifies_as_many_as_it_is_told_in_the_order_of_waiting() {
    check(
        "condition",
        &[
            ("9 notify", "done: notified nobody"),
            ("1 wait", "waits: entered"),
            ("2 wait", "waits: entered"),
            ("3 wait", "waits: entered"),
            ("9 notify 2", "done: notified 1, notified 2"),
            ("ready", "1 2"),
            ("2 resume", "true: left"),
            ("1 expire", "true: left"),
            ("3 expire", "false: left"),
            ("9 notify 0", "done: notified nobody"),
        ],
    );
}

#[test]
fn a_barrier_lets_everybody_through_when_the_last_party_is_there() {
    check(
        "barrier 3",
        &[
            ("1 wait", "waits: arrived 1"),
            ("2 wait", "waits: arrived 2"),
            ("ready", ""),
            ("3 wait", "2: arrived 3, opened, notified 1, notified 2, passed, 2 left"),
            ("4 wait", "waits"),
            ("2 resume", "1: passed, 1 left"),
            ("ready", "1"),
            ("1 resume", "0: passed, 0 left, notified 4"),
            ("4 resume", "waits: arrived 1"),
        ],
    );
}

#[test]
fn a_barrier_with_an_action_opens_when_the_action_is_done() {
    check(
        "barrier-with-action 2",
        &[
            ("1 wait", "waits: arrived 1"),
            ("2 wait", "runs the action: arrived 2"),
            ("ready", ""),
            ("2 open", "1: opened, notified 1, passed, 1 left"),
            ("1 resume", "0: passed, 0 left"),
        ],
    );
}

#[test]
fn a_barrier_breaks_when_somebody_gives_up() {
    check(
        "barrier 3",
        &[
            ("1 wait", "waits: arrived 1"),
            ("2 wait", "waits: arrived 2"),
            ("2 expire", "Broken: broken, notified 1, passed, 1 left"),
            ("1 resume", "Broken: passed, 0 left"),
            ("3 wait", "Broken"),
            ("9 reset", "done: reset"),
            ("3 wait", "waits: arrived 1"),
        ],
    );
}

#[test]
fn a_barrier_that_is_reset_or_aborted_sends_everybody_away() {
    check(
        "barrier 3",
        &[
            ("1 wait", "waits: arrived 1"),
            ("9 reset", "done: reset, notified 1"),
            ("2 wait", "waits"),
            ("1 resume", "Broken: passed, 0 left, notified 2"),
            ("2 resume", "waits: arrived 1"),
            ("9 abort", "done: broken, notified 2"),
            ("2 resume", "Broken: passed, 0 left"),
        ],
    );
}

#[test]
fn waiting_for_a_barrier_to_empty_has_no_time_that_could_run_out() {
    // CPython's `Barrier._enter` waits without the timeout, which begins with the arrival.
    check(
        "barrier 2",
        &[
            ("1 wait", "waits: arrived 1"),
            ("2 wait", "1: arrived 2, opened, notified 1, passed, 1 left"),
            ("3 wait", "waits"),
            ("3 expire", "waits"),
            ("1 resume", "0: passed, 0 left, notified 3"),
            ("3 expire", "waits: arrived 1"),
            ("3 expire", "Broken: broken, passed, 0 left"),
        ],
    );
}

#[test]
fn a_timer_fires_when_its_time_comes_or_never() {
    check("timer", &[("1 wait", "waits"), ("1 expire", "false: fired"), ("9 cancel", "done"), ("1 wait", "true")]);
    check(
        "timer",
        &[("1 wait", "waits"), ("9 cancel", "done: cancelled, notified 1"), ("ready", "1"), ("1 resume", "true")],
    );
    check("timer", &[("9 cancel", "done: cancelled"), ("9 cancel", "done"), ("1 wait", "true")]);
    check("timer", &[("1 wait", "waits"), ("9 set", "done: cancelled, notified 1"), ("1 expire", "true")]);
}

#[test]
fn a_timer_that_waits_again_runs_again() {
    check(
        "timer",
        &[
            ("1 wait", "waits"),
            ("1 expire", "false: fired"),
            ("1 wait", "waits"),
            ("1 expire", "false: fired"),
            ("1 wait", "waits"),
            ("9 cancel", "done: cancelled, notified 1"),
            ("1 resume", "true"),
        ],
    );
}

#[test]
fn a_timer_fires_for_its_own_thread_only() {
    check(
        "timer",
        &[
            ("2 wait", "waits"),
            ("1 wait", "waits"),
            ("2 expire", "false"),
            ("2 wait", "waits"),
            ("1 expire", "false: fired"),
            ("1 set", "done: notified 2"),
            ("2 resume", "true"),
        ],
    );
}

#[test]
fn a_queue_gives_what_came_in_first() {
    check(
        "queue 2",
        &[
            ("1 try-get", "Empty"),
            ("1 put 5", "done: put 5 at 0"),
            ("1 put 6", "done: put 6 at 1"),
            ("1 try-put 7", "Full"),
            ("1 put 7", "waits"),
            ("2 get", "item 5: got 5, notified 1"),
            ("1 resume", "done: put 7 at 1"),
            ("2 get", "item 6: got 6"),
            ("2 get", "item 7: got 7"),
            ("2 get", "waits"),
            ("3 get", "waits"),
            ("1 put 8", "done: put 8 at 0, notified 2"),
            ("3 expire", "item 8: got 8"),
            ("2 resume", "waits"),
            ("2 expire", "Empty"),
        ],
    );
}

#[test]
fn a_queue_is_joined_when_everything_is_done_with() {
    check(
        "queue",
        &[
            ("1 join", "done"),
            ("1 task-done", "DoneTooOften"),
            ("1 put 1", "done: put 1 at 0"),
            ("1 put 2", "done: put 2 at 1"),
            ("3 join", "waits"),
            ("2 get", "item 1: got 1"),
            ("2 task-done", "done: 1 unfinished"),
            ("ready", ""),
            ("2 task-done", "done: 0 unfinished, notified 3"),
            ("3 resume", "done"),
        ],
    );
}

#[test]
fn who_waits_to_join_a_queue_waits_on_when_more_comes_in_meanwhile() {
    check(
        "queue",
        &[
            ("1 put 1", "done: put 1 at 0"),
            ("3 join", "waits"),
            ("2 task-done", "done: 0 unfinished, notified 3"),
            ("1 put 2", "done: put 2 at 1"),
            ("3 resume", "waits"),
            ("2 task-done", "done: 0 unfinished, notified 3"),
        ],
    );
}

#[test]
fn the_other_queues_have_their_own_order() {
    check(
        "lifo 2",
        &[
            ("1 put 5", "done: put 5 at 0"),
            ("1 put 6", "done: put 6 at 0"),
            ("1 try-put 7", "Full"),
            ("1 get", "item 6: got 6"),
            ("1 get", "item 5: got 5"),
        ],
    );
    check(
        "priority",
        &[
            ("1 put 5", "done: put 5 at 0"),
            ("1 put 3", "done: put 3 at 0"),
            ("1 put 4", "done: put 4 at 1"),
            ("1 get", "item 3: got 3"),
            ("1 get", "item 4: got 4"),
            ("1 get", "item 5: got 5"),
        ],
    );
    check(
        "simple",
        &[
            ("1 get", "waits"),
            ("2 put 1", "done: put 1 at 0, notified 1"),
            ("2 put 2", "done: put 2 at 1"),
            ("1 resume", "item 1: got 1"),
            ("2 try-get", "item 2: got 2"),
            ("2 try-get", "Empty"),
        ],
    );
}
