//! No native operation, however large, holds up a run for long: each is charged by its size, so that the thread is stopped
//! and a limit on time is looked at. One line an operation; a new kind of slow operation is a new line here.

use std::{
    ops::ControlFlow,
    time::{Duration, Instant},
};

use raddle::{
    choice::Choice,
    event::Silence,
    host::{Budget, Runner, Settings},
    ids::ThreadId,
    machine::Machine,
};

use crate::support;

/// A time after which a run counts as hung: a debug build on a busy computer is slow.
const HUNG: Duration = Duration::from_secs(10);

/// What an operation on things as large as these costs at least, in virtual nanoseconds.
const WORTH: u64 = 45_000;

/// What there is to work with.
const SETUP: &str = "\
text = ' x' * 100_000
wide = ' é' * 50_000
data = b' x' * 100_000
items = list(range(50_000))
pair = tuple(items)
table = dict.fromkeys(items)
members = set(items)
texts = [str(n) for n in range(20_000)]
big = 7 ** 600_000
codes = {n: 'xy' for n in range(128)}
class Deep: pass
for _ in range(1_500):
    class Deep(Deep): pass
deep = Deep()
many = Deep()
for n in range(3_000):
    setattr(many, f'a{n}', n)
";

#[rustfmt::skip]
const OPERATIONS: &[&str] = &[
    // Texts.
    "text.split()", "text.rsplit()", "text.split('x')", "text.split(None, 90_000)", "wide.split()", "text.find('y')",
    "text.count('x')", "text.count('')", "'y' in text", "text.replace('x', 'yy')", "text.replace('', '-')",
    "text.upper()", "text.title()", "text.strip()", "text.isspace()", "text.splitlines()", "text.expandtabs()",
    "text.encode()", "data.decode()", "text.translate(codes)", "text.center(300_000)", "text + text", "text * 2",
    "text[1:]", "text[::2]", "wide[70_000]", "text == text[:-1] + 'y'", "hash(text)", "text < text[:]",
    "repr(text)", "ascii(wide)", "f'{text!r:>400000}'", "'%300000d' % 1", "format(1, '300000')",
    "text.startswith(text[:-1])", "text.partition('y')", "','.join(texts)", "list(text)",
    "str(data, 'utf-8')", "text.zfill(300_000)", "text.casefold()", "text.removesuffix('x')",
    "data.find(b'y')", "data.replace(b'x', b'y')", "data.translate(None, data)", "data.hex()", 
    "bytes.fromhex('00 ' * 100_000)", "b' ' in data[::2]", "text.strip(' x' + 'abc' * 1_000)",
    // Containers.
    "-1 in items", "-1 in pair", "items.index(49_999)", "items.count(3)", "items.insert(0, items.pop())",
    "items.append(items.pop(0))", "items[::-1]", "items[:] = items[:]", "items + items", "items * 2",
    "items.copy()", "items.reverse()", "sorted(items)", "items.sort(reverse=True)", "sum(items)", "min(items)",
    "max(pair)", "any([0] * 50_000)", "tuple(items)", "list(pair)", "set(items)", "frozenset(items)",
    "dict(table)", "{**table}", "[*items]", "(lambda *a: None)(*items)", "a, *b = items", "table | table",
    "members | members", "members & set(items)", "members - members", "members ^ {1}", "members <= members",
    "table == dict(table)", "items == items[:]", "pair < pair[:-1] + (-1,)", "hash(pair)", "list(table.items())",
    "table.keys() & members", "list(reversed(items))", "list(range(50_000))", "del items[0]; items.append(0)",
    "items[10:20] = [1] * 10", "-1 in range(50_000).__iter__()", "str(items)", "f'{table}'",
    "list(zip(items, pair))", "list(enumerate(items))", "table.update(table)", "items.extend(items[:40_000]); del items[-40_000:]",
    "bytes([7] * 50_000)", "members.isdisjoint([-1] * 50_000)", "members.union(items)", "dict.fromkeys(items)",
    "(lambda **k: None)(**{t: 1 for t in texts[:2_000]}, **{t: 1 for t in texts[2_000:4_000]})",
    // Numbers.
    "(big >> 700_000) * (big >> 700_000)", "big // 3 ** 20_000", "big % 7 ** 30_000", "(big >> 700_000) ** 2", "big + big", "big << 700_000", "big & big",
    "hex(big)", "int(hex(big), 16)", "pow(3, 10 ** 300, 10 ** 300)", "big == big + 1", "hash(big)", "-big",
    "big.bit_count()", "big.to_bytes(300_000, 'big')", "float(big >> 1_684_000)", "divmod(big, 7 ** 100)",
    // Classes and attributes.
    "class Deep(Deep): pass", "deep.nope = 1; deep.nope", "hasattr(deep, 'missing')", 
    "getattr(many, 'a2999')", "many.a2998 = 1", "deep == deep", "vars(many)", "dir(many)",
    // Exceptions.
    "try: raise KeyError(text)\nexcept KeyError as e: repr(e)",
];

/// What is too large to be done at once is refused before it is begun.
#[test]
fn too_much_at_once_is_a_memory_error() {
    let operations =
        ["long.upper()", "long.count('x')", "wide.replace('x', 'yy')", "wide.split('x')", "wide.translate({120: 'y'})"];
    let mut text = String::from("long = 'x' * 17_000_000\nwide = 'x' * 5_000_000\n");
    text.extend(operations.map(|operation| {
        format!("try:\n    {operation}\n    print('done')\nexcept MemoryError as error:\n    print(error)\n")
    }));
    let mut runner = Runner::new(
        Machine::new(support::compiled_text("large.py", &text).expect("it compiles"), 1 << 30),
        Settings::default(),
        Vec::new(),
    );
    let end = runner.run(Budget { steps: u64::MAX, time: Some(HUNG) }, |_| ControlFlow::Continue(()));
    assert!(end.is_ok());
    let printed = runner.machine().output().text(false);
    assert_eq!(printed.lines().count(), operations.len(), "{printed}");
    assert!(printed.lines().all(|line| line.ends_with("for one operation of raddle")), "{printed}");
}

/// Runs the operations one after the other, with a line of output before each; returns the virtual time of each.
fn costs() -> Vec<u64> {
    let mut text = String::from(SETUP);
    for operation in OPERATIONS {
        text.push_str("print()\n");
        text.push_str(operation);
        text.push('\n');
    }
    text.push_str("print()\n");
    let program = support::compiled_text("work.py", &text).expect("it compiles");
    let mut machine = Machine::new(program, 512 << 20);
    let mut costs = Vec::new();
    let mut printed = 0;
    let mut since = 0;
    while machine.end().is_none() {
        machine.step(Choice::run(ThreadId::MAIN), &mut Silence).expect("the main thread is alone");
        let lines = machine.output().text(false).len();
        if lines > printed {
            // The step that prints goes on with the operation behind it.
            costs.push(machine.clock() - since);
            printed = lines;
        } else if let Some(cost) = costs.last_mut() {
            *cost += machine.clock() - since;
        }
        since = machine.clock();
    }
    assert_eq!(machine.output().text(true), "");
    costs.pop();
    costs
}

#[test]
fn every_operation_costs_what_it_takes() {
    let costs = costs();
    assert_eq!(costs.len(), OPERATIONS.len());
    let free: Vec<_> = OPERATIONS.iter().zip(costs).filter(|&(_, cost)| cost < WORTH).collect();
    assert!(free.is_empty(), "these cost next to nothing: {free:#?}");
}

/// What no single call may take long for, though it is large.
#[test]
fn a_single_large_operation_is_quick_or_refused() {
    let large = [
        "x = (' x' * 10**6).split()",
        "x = ('é ' * 10**6).rsplit()",
        "x = (7 ** 600_000) // (7 ** 300_000)",
        "x = int('1' * 5_000)",
        "x = str(10 ** 5_000)",
        "x = (b'x' * 10**6).translate(None, b'ab' * 10**6)",
        "x = ('x' * 10**6).strip('abc' * 10**5 + 'x')",
        "C = object\nfor n in range(2_000):\n    class D(C): pass\n    C = D\nC().nope",
    ];
    for text in large {
        let start = Instant::now();
        let program = support::compiled_text("work.py", text).expect("it compiles");
        let settings = Settings { memory: 256 << 20, ..Settings::default() };
        let mut runner = Runner::new(Machine::new(program, settings.memory), settings, Vec::new());
        let budget = Budget { steps: u64::MAX, time: Some(Duration::from_secs(4)) };
        runner.run(budget, |_| ControlFlow::Continue(())).expect("no choices were given");
        assert!(start.elapsed() < HUNG, "{text} took {:?}", start.elapsed());
    }
}
