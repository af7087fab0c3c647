//! What happens when threads come between each other's steps: at a condition, a barrier and a queue. The rows are those of
//! `tables`; each sequence is one that CPython's `threading.py` and `queue.py` come to as well.

use super::tables::check;

#[test]
fn a_notification_is_for_those_who_waited_then() {
    check(
        "condition",
        &[
            ("1 wait", "waits: entered"),
            ("9 notify", "done: notified 1"),
            ("2 wait", "waits: entered"),
            ("ready", "1"),
            ("9 notify", "done: notified 2"),
            ("9 notify", "done: notified nobody"),
            ("1 resume", "true: left"),
            ("1 wait", "waits: entered"),
            ("ready", "2"),
            ("waiting", "2 1"),
        ],
    );
}

#[test]
fn a_waiter_whose_time_is_over_leaves_its_notification_to_nobody() {
    check(
        "condition",
        &[
            ("1 wait", "waits: entered"),
            ("2 wait", "waits: entered"),
            ("1 expire", "false: left"),
            ("9 notify", "done: notified 2"),
            ("2 expire", "true: left"),
            ("9 notify", "done: notified nobody"),
            ("waiting", ""),
        ],
    );
}

#[test]
fn more_notifications_than_waiters_are_lost() {
    check(
        "condition",
        &[
            ("1 wait", "waits: entered"),
            ("2 wait", "waits: entered"),
            ("9 notify 4294967295", "done: notified 1, notified 2"),
            ("3 wait", "waits: entered"),
            ("2 resume", "true: left"),
            ("1 resume", "true: left"),
            ("waiting", "3"),
            ("ready", ""),
        ],
    );
}

#[test]
fn who_gives_up_after_the_last_party_has_come_goes_through() {
    check(
        "barrier 2",
        &[
            ("1 wait", "waits: arrived 1"),
            ("2 wait", "1: arrived 2, opened, notified 1, passed, 1 left"),
            ("1 expire", "0: passed, 0 left"),
            ("1 wait", "waits: arrived 1"),
        ],
    );
}

#[test]
fn who_went_through_first_waits_outside_until_all_have() {
    check(
        "barrier 2",
        &[
            ("1 wait", "waits: arrived 1"),
            ("2 wait", "1: arrived 2, opened, notified 1, passed, 1 left"),
            ("2 wait", "waits"),
            ("3 wait", "waits"),
            ("ready", "1"),
            ("1 resume", "0: passed, 0 left, notified 2, notified 3"),
            ("3 resume", "waits: arrived 1"),
            ("2 resume", "1: arrived 2, opened, notified 3, passed, 1 left"),
            ("3 resume", "0: passed, 0 left"),
        ],
    );
}

#[test]
fn a_reset_lets_those_who_are_leaving_go() {
    check(
        "barrier 2",
        &[
            ("1 wait", "waits: arrived 1"),
            ("2 wait", "1: arrived 2, opened, notified 1, passed, 1 left"),
            ("9 reset", "done: reset"),
            ("1 resume", "0: passed, 0 left"),
            ("1 wait", "waits: arrived 1"),
        ],
    );
}

#[test]
fn a_barrier_that_breaks_while_the_action_runs_refuses_the_last_party_too() {
    check(
        "barrier-with-action 2",
        &[
            ("1 wait", "waits: arrived 1"),
            ("2 wait", "runs the action: arrived 2"),
            ("1 expire", "Broken: broken, passed, 1 left"),
            ("2 open", "Broken: passed, 0 left"),
            ("1 wait", "Broken"),
        ],
    );
}

#[test]
fn who_waits_outside_learns_that_the_barrier_is_broken() {
    check(
        "barrier 2",
        &[
            ("1 wait", "waits: arrived 1"),
            ("2 wait", "1: arrived 2, opened, notified 1, passed, 1 left"),
            ("3 wait", "waits"),
            ("9 abort", "done: broken, notified 3"),
            ("3 resume", "Broken"),
            ("1 resume", "Broken: passed, 0 left"),
            ("9 reset", "done: reset"),
            ("1 wait", "waits: arrived 1"),
        ],
    );
}

#[test]
fn a_newcomer_takes_the_item_of_the_getter_that_was_notified() {
    check(
        "queue",
        &[
            ("1 get", "waits"),
            ("2 get", "waits"),
            ("9 put 5", "done: put 5 at 0, notified 1"),
            ("3 try-get", "item 5: got 5"),
            ("ready", "1"),
            ("1 resume", "waits"),
            ("waiting", "2 1"),
            ("9 put 6", "done: put 6 at 0, notified 2"),
            ("9 put 7", "done: put 7 at 1, notified 1"),
            ("1 resume", "item 6: got 6"),
            ("2 resume", "item 7: got 7"),
        ],
    );
}

#[test]
fn a_newcomer_takes_the_slot_of_the_putter_that_was_notified() {
    check(
        "queue 1",
        &[
            ("1 put 1", "done: put 1 at 0"),
            ("2 put 2", "waits"),
            ("3 put 3", "waits"),
            ("9 get", "item 1: got 1, notified 2"),
            ("4 try-put 4", "done: put 4 at 0"),
            ("2 resume", "waits"),
            ("waiting", "3 2"),
            ("9 get", "item 4: got 4, notified 3"),
            ("2 expire", "done: put 2 at 0"),
            ("3 expire", "Full"),
            ("waiting", ""),
        ],
    );
}

#[test]
fn everybody_who_joins_a_queue_goes_on_when_it_is_done_and_one_that_looks_later_may_wait_again() {
    check(
        "queue",
        &[
            ("1 put 1", "done: put 1 at 0"),
            ("2 join", "waits"),
            ("3 join", "waits"),
            ("1 get", "item 1: got 1"),
            ("1 task-done", "done: 0 unfinished, notified 2, notified 3"),
            ("3 resume", "done"),
            ("1 put 2", "done: put 2 at 0"),
            ("2 resume", "waits"),
            ("4 join", "waits"),
            ("1 task-done", "done: 0 unfinished, notified 2, notified 4"),
            ("1 task-done", "DoneTooOften"),
        ],
    );
}
