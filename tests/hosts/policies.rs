//! Policies against schedules that were worked out by hand, for the examples of the textbooks.
//!
//! A job prints its letter once for each unit of its work, and printing is an operation: the letters are the Gantt chart.
//! Jobs that come at the same time wait for one signal; those that come later sleep before.

use std::{ops::ControlFlow, sync::Arc};

use raddle::{
    compiler::compile,
    event::End,
    host::{Budget, Runner, Session, Settings},
    ids::StepIndex,
    machine::{Choosable, Machine},
    program::Program,
    schedule::{Policy, Priorities, Quantum},
    source::SourceText,
    stdlib::Library,
};

/// Jobs of so many units each, all there when the main thread has ended its own work.
fn jobs(lengths: &[(&str, u32)]) -> String {
    let rows: Vec<String> = lengths.iter().map(|(name, units)| format!("({name:?}, {units})")).collect();
    format!(
        "import threading, time\n\
         gate = threading.Event()\n\
         def job(name, units):\n    gate.wait()\n    for _ in range(units):\n        print(end=name)\n\
         jobs = [threading.Thread(target=job, args=row) for row in [{}]]\n\
         for one in jobs: one.start()\n\
         time.sleep(1)\n\
         gate.set()\n",
        rows.join(", ") + ","
    )
}

fn program(text: &str) -> Arc<Program> {
    let source = Arc::new(SourceText::new("jobs.py", text));
    Arc::new(compile(&source, &Library).unwrap_or_else(|wrong| panic!("{wrong:?} in\n{text}")))
}

fn printed_with(text: &str, policy: Policy, priorities: &[(&str, i64)]) -> String {
    let settings = Settings { policy, ..Settings::default() };
    let mut runner = Runner::new(Machine::new(program(text), settings.memory), settings, Vec::new());
    let mut known = Priorities::default();
    priorities.iter().for_each(|(name, priority)| known.set(name, *priority));
    runner.set_priorities(known);
    let budget = Budget { steps: 100_000, time: None };
    let outcome = runner.run(budget, |_| ControlFlow::Continue(())).expect("the policy chooses what is possible");
    assert_eq!(outcome.end, End::Finished, "{text}");
    runner.machine().output().text(false)
}

fn printed(text: &str, policy: Policy) -> String {
    printed_with(text, policy, &[])
}

const fn rr(steps: u32) -> Policy {
    Policy::RoundRobin { quantum: Quantum::Steps(steps) }
}

/// Silberschatz, Galvin and Gagne, *Operating System Concepts*, 5.3.1: bursts of 24, 3 and 3, here divided by three.
#[test]
fn first_come_first_served_lets_the_short_wait_for_the_long() {
    assert_eq!(printed(&jobs(&[("A", 8), ("B", 1), ("C", 1)]), Policy::Fcfs), "AAAAAAAABC");
    assert_eq!(printed(&jobs(&[("B", 1), ("C", 1), ("A", 8)]), Policy::Fcfs), "BCAAAAAAAA");
}

/// The same book, 5.3.2: bursts of 6, 8, 7 and 3.
#[test]
fn the_shortest_job_goes_first() {
    let four = jobs(&[("A", 6), ("B", 8), ("C", 7), ("D", 3)]);
    assert_eq!(printed(&four, Policy::Sjf), "DDDAAAAAACCCCCCCBBBBBBBB");
    assert_eq!(printed(&four, Policy::Fcfs), "AAAAAABBBBBBBBCCCCCCCDDD");
}

/// The same book, 5.3.3. Waking up from the gate is the first step of each job's first turn, so that one is a unit
/// shorter; a job ends in a step of its own.
#[test]
fn round_robin_goes_round_in_turns() {
    // Turn 1: wake and A, wake and B, wake and C, wake and A …
    let three = jobs(&[("A", 5), ("B", 3), ("C", 1)]);
    assert_eq!(printed(&three, rr(2)), "ABCAABBAA");
    assert_eq!(printed(&three, rr(3)), "AABBCAAAB");
    assert_eq!(printed(&three, rr(100)), "AAAAABBBC", "a long quantum is first come, first served");
}

#[test]
fn a_quantum_of_time_counts_time_and_not_steps() {
    // A unit of A takes long, one of B does not: a hundred turns of the loop are some microseconds.
    let text = "import threading, time\n\
        gate = threading.Event()\n\
        def job(name, units, long):\n    gate.wait()\n    for _ in range(units):\n        print(end=name)\n        for _ in range(long): pass\n\
        a = threading.Thread(target=job, args=('A', 4, 1000))\n\
        b = threading.Thread(target=job, args=('B', 4, 0))\n\
        a.start(); b.start()\n\
        time.sleep(1)\n\
        gate.set()\n";
    let by_time = Policy::RoundRobin { quantum: Quantum::Time(50_000) };
    assert_eq!(printed(text, by_time), "ABBBBAAA", "one unit of A is a whole turn");
    assert_eq!(printed(text, rr(2)), "ABAABBAB", "two steps are a turn, however long they are");
}

/// Turns of 1, 2 and 4 steps in the three queues. Going to the gate uses up the turn of the first queue.
#[test]
fn feedback_queues_let_the_long_sink() {
    let policy = Policy::Mlfq { quantum: Quantum::Steps(1) };
    // Second queue, two steps each: wake and A, wake and B, wake and C. Third, four each: AAAA, BB and its end, AA.
    assert_eq!(printed(&jobs(&[("A", 7), ("B", 3), ("C", 1)]), policy), "ABCAAAABBAA");
    // Somebody who comes late stands in the first queue, and goes before everybody who has sunk.
    let late = "import threading, time\n\
        gate = threading.Event()\n\
        def long():\n    for _ in range(40):\n        print(end='A')\n        for _ in range(100): pass\n\
        def short():\n    time.sleep(0.0002)\n    print(end='b')\n    print(end='b')\n\
        one = threading.Thread(target=long)\n\
        two = threading.Thread(target=short)\n\
        one.start(); two.start()\n";
    let order = printed(late, Policy::Mlfq { quantum: Quantum::Steps(2) });
    let at = order.find("bb").unwrap_or_else(|| panic!("{order}"));
    assert!((6..40).contains(&at), "{order}: it comes in between, and is not interrupted by who has sunk");
}

const INVERSION: &str = "import threading, time\n\
    cupboard = threading.Lock()\n\
    def work(name, units):\n    for _ in range(units):\n        print(end=name)\n\
    def janitor():\n    with cupboard:\n        work('j', 6)\n    work('j', 2)\n\
    def band():\n    time.sleep(0.000006)\n    work('b', 5)\n\
    def doctor():\n    time.sleep(0.000005)\n    with cupboard:\n        work('D', 2)\n\
    threading.Thread(target=janitor, name='janitor').start()\n\
    threading.Thread(target=band, name='band').start()\n\
    threading.Thread(target=doctor, name='doctor').start()\n";

#[test]
fn a_waiter_lends_its_priority_to_the_holder_of_its_lock() {
    let urgent = [("janitor", 1), ("band", 2), ("doctor", 3), ("MainThread", 9)];
    let of = |inherit| printed_with(INVERSION, Policy::Priority { inherit }, &urgent);
    // Without it the band, which needs no lock, holds up the doctor.
    let inverted = of(false);
    let [band, doctor] = ["b", "D"].map(|one| inverted.rfind(one).expect("it has worked"));
    assert!(band < inverted.find('D').expect("it has worked") && inverted.contains("bbbbb"), "{inverted}");
    assert!(doctor < inverted.len() - 1, "{inverted}: the janitor comes last");
    let lent = of(true);
    let first = |of: char| lent.find(of).expect("it has worked");
    assert!(first('b') > lent.rfind('D').expect("it has worked"), "{lent}: the doctor comes before the band");
    assert!(lent.ends_with("jj"), "{lent}: behind the lock the janitor is as it was");
}

#[test]
fn equally_urgent_threads_come_in_order() {
    let three = jobs(&[("A", 2), ("B", 2), ("C", 2)]);
    assert_eq!(printed(&three, Policy::Priority { inherit: false }), "AABBCC");
    let last_first = [("Thread-3 (job)", 5), ("Thread-2 (job)", 1)];
    assert_eq!(printed_with(&three, Policy::Priority { inherit: false }, &last_first), "CCBBAA");
}

/// Going back and on again, another policy in between, a fork: what is remembered is that of the branch.
#[test]
fn a_fork_goes_on_as_a_fresh_run_would() {
    let text = jobs(&[("A", 5), ("B", 3), ("C", 4)]);
    for policy in [rr(2), Policy::Fcfs, Policy::Sjf, Policy::Mlfq { quantum: Quantum::Steps(2) }] {
        let settings = Settings { policy, ..Settings::default() };
        let mut whole = Session::new(program(&text), settings);
        while whole.forward() {}
        let choices = |session: &Session| session.history().choices(session.history().tip()).collect::<Vec<_>>();
        for at in [3, 15, 25] {
            let mut session = Session::new(program(&text), settings);
            while session.forward() {}
            session.seek(StepIndex(at));
            let own = choices(&whole)[at as usize].thread;
            let other = session.choosable().into_iter().map(Choosable::thread).find(|&thread| thread != own);
            // The other thread goes on once; then it is gone back, and the policy goes on as it did.
            if let Some(other) = other {
                assert!(session.run_thread(other));
                session.set_policy(Policy::Random);
                session.forward();
                session.set_policy(policy);
                session.take_other_way();
                session.seek(session.history().tip());
            }
            while session.forward() {}
            assert_eq!(choices(&session), choices(&whole), "{policy} at {at}");
        }
        let mut fresh = Session::new(program(&text), settings);
        (0..15).for_each(|_| assert!(fresh.forward()));
        let mut back = Session::new(program(&text), settings);
        while back.forward() {}
        back.seek(StepIndex(15));
        let next = choices(&whole)[15];
        assert!(back.run_thread(next.thread) && choices(&back) == choices(&whole), "that is what was recorded");
    }
}
