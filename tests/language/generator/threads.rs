//! Random programs with threads whose output no schedule changes: what runs at the same time works on things of its own,
//! or on shared ones in ways that come to the same, and what is printed is in an order that the program itself makes.

use std::fmt::Write as _;

use crate::generator::{random::Random, statements};

const PRELUDE: &str = "\
import threading, queue, time
def show(*values):
    print(*[repr(v)[:300] for v in values])
def all_of(threads):
    for t in threads: t.start()
    for t in threads: t.join()
";

/// A program of one to three ways of working together.
pub fn program(random: &mut Random) -> String {
    let mut text = String::from(PRELUDE);
    for part in 0..=random.below(3) {
        let name = format!("work{part}");
        let _ = writeln!(text, "def {name}(me, n):");
        for line in statements::body(random, &["me", "n"]) {
            let _ = writeln!(text, "    {line}");
        }
        let threads = 2 + random.below(3);
        let way = WAYS[random.below(WAYS.len())];
        let filled = way
            .replace("WORK", &name)
            .replace("COUNT", &threads.to_string())
            .replace("TIMES", &(1 + random.below(3)).to_string())
            .replace("NAP", random.pick(&["pass", "time.sleep(0)", "time.sleep(0.001)"]))
            .replace("LOCK", random.pick(&["threading.Lock()", "threading.RLock()", "threading.Semaphore(1)"]));
        text.push_str(&filled);
    }
    text.push_str("show(threading.active_count())\n");
    text
}

/// Ways of working together, each ending with what it came to.
const WAYS: &[&str] = &[
    // Each thread has a place of its own.
    "\
results = [None] * COUNT
def run(at):
    NAP
    results[at] = WORK(at, 3)
all_of([threading.Thread(target=run, args=(i,)) for i in range(COUNT)])
show(results)
",
    // A shared total under a lock.
    "\
lock = LOCK
total = 0
seen = {}
def run(at):
    global total
    for k in range(TIMES):
        value = len(str(WORK(at, k)))
        with lock:
            before = total
            NAP
            total = before + value
            seen[at] = seen.get(at, 0) + 1
all_of([threading.Thread(target=run, args=(i,)) for i in range(COUNT)])
show(total, sorted(seen.items()))
",
    // The same, with acquire and release.
    "\
lock = LOCK
class Account:
    def __init__(self): self.balance = 0; self.log = []
    def add(self, n):
        lock.acquire()
        try:
            old = self.balance
            NAP
            self.balance = old + n
            self.log.append(n)
        finally:
            lock.release()
account = Account()
def run(at):
    for k in range(TIMES): account.add(len(WORK(at, k)) + k)
all_of([threading.Thread(target=run, args=(i,)) for i in range(COUNT)])
show(account.balance, sorted(account.log))
",
    // Workers take from one queue and put into another.
    "\
jobs, done = queue.Queue(), queue.Queue(maxsize=2)
def run():
    while (job := jobs.get()) is not None:
        done.put((job, WORK(job, 1)))
        jobs.task_done()
    done.put(None)
for n in range(COUNT * 2): jobs.put(n)
for n in range(COUNT): jobs.put(None)
workers = [threading.Thread(target=run) for _ in range(COUNT)]
for w in workers: w.start()
got, ends = {}, 0
while ends < COUNT:
    item = done.get()
    if item is None: ends += 1
    else: got[item[0]] = item[1]
for w in workers: w.join()
show([got[n] for n in sorted(got)], jobs.qsize(), done.empty())
",
    // Turns by a condition.
    "\
turn, cond = 0, threading.Condition()
def run(me):
    global turn
    for k in range(TIMES):
        value = WORK(me, k)
        with cond:
            cond.wait_for(lambda: turn % COUNT == me)
            show(me, k, value)
            turn += 1
            cond.notify_all()
all_of([threading.Thread(target=run, args=(i,)) for i in range(COUNT)])
show(turn)
",
    // Turns by a condition and a loop, on an object.
    "\
class Turns:
    def __init__(self): self.now = 0; self.free = threading.Condition(threading.Lock())
    def take(self, me):
        self.free.acquire()
        while self.now != me: self.free.wait()
    def give(self):
        self.now = (self.now + 1) % COUNT
        self.free.notify_all()
        self.free.release()
turns = Turns()
def run(me):
    for k in range(TIMES):
        turns.take(me)
        NAP
        show('turn', me, WORK(me, k))
        turns.give()
all_of([threading.Thread(target=run, args=(i,)) for i in range(COUNT)])
show(turns.now)
",
    // Phases between which all wait for each other.
    "\
barrier = threading.Barrier(COUNT)
rows = [[0] * COUNT for _ in range(TIMES + 1)]
def run(me):
    for k in range(TIMES):
        rows[k + 1][me] = sum(rows[k]) + len(str(WORK(me, k)))
        NAP
        barrier.wait()
all_of([threading.Thread(target=run, args=(i,)) for i in range(COUNT)])
show(rows, barrier.broken)
",
    // A chain of events.
    "\
events = [threading.Event() for _ in range(COUNT + 1)]
def run(me):
    value = WORK(me, 2)
    events[me].wait()
    NAP
    show(me, value)
    events[me + 1].set()
threads = [threading.Thread(target=run, args=(i,), name=f't{i}') for i in range(COUNT)]
for t in reversed(threads): t.start()
events[0].set()
events[COUNT].wait()
for t in threads: t.join()
show([t.name for t in threads], [t.is_alive() for t in threads])
",
    // A line of queues.
    "\
line = [queue.Queue(1) for _ in range(COUNT + 1)]
def run(me):
    while True:
        item = line[me].get()
        if item is not None: item = item + [len(str(WORK(me, len(item))))]
        line[me + 1].put(item)
        if item is None: return
def feed():
    for n in range(TIMES): line[0].put([n])
    line[0].put(None)
threads = [threading.Thread(target=run, args=(i,)) for i in range(COUNT)] + [threading.Thread(target=feed)]
for t in threads: t.start()
while (item := line[COUNT].get()) is not None: show(item)
for t in threads: t.join()
",
    // Things that are a thread's own.
    "\
own = threading.local()
out = {}
def run(me):
    own.items = []
    for k in range(TIMES):
        NAP
        own.items.append(WORK(me, k))
    out[me] = (own.items, hasattr(own, 'other'))
all_of([threading.Thread(target=run, args=(i,)) for i in range(COUNT)])
show([out[k] for k in sorted(out)], hasattr(own, 'items'))
",
    // No more than so many at a time, and a subclass of Thread.
    "\
places, lock = threading.BoundedSemaphore(2), LOCK
inside = most = 0
class Guest(threading.Thread):
    def __init__(self, me):
        super().__init__(name=f'guest {me}')
        self.me = me
        self.result = None
    def run(self):
        global inside, most
        with places:
            with lock:
                inside += 1
                most = max(most, inside)
            self.result = WORK(self.me, 0)
            with lock: inside -= 1
guests = [Guest(i) for i in range(COUNT)]
all_of(guests)
show(most <= 2, inside, [g.result for g in guests], guests[0].name)
",
    // Builtin subclasses made from generators that make steps.
    "\
class Batch(list): pass
class Table(dict): pass
lock = LOCK
made = [None] * COUNT
def numbers(me):
    for k in range(TIMES):
        with lock: value = len(str(WORK(me, k)))
        yield (k, value)
def run(me): made[me] = (Batch(numbers(me)), Table(numbers(me)), tuple(numbers(me)), {*numbers(me)}, [*numbers(me)])
all_of([threading.Thread(target=run, args=(i,)) for i in range(COUNT)])
show(made)
",
];
