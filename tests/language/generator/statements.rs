//! Random sequential programs: each statement at the top prints what it came to, or the exception that it raised.

use std::fmt::Write as _;

use crate::generator::{
    expressions::{KINDS, Kind, Scope, Writer},
    random::Random,
};

/// What is above every program: classes that have a say in operators, iteration and context, and a few functions.
const PRELUDE: &str = "\
def plain(v):
    # The order of texts in a set is another one with each start of CPython.
    return sorted(v, key=repr) if isinstance(v, (set, frozenset)) and any(isinstance(x, (str, bytes)) for x in v) else v
def show(*values):
    print(*[repr(plain(v))[:200] for v in values])
class Num:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'Num({self.v!r})'
    def __add__(self, o): return Num(self.v + (o.v if isinstance(o, Num) else o))
    def __radd__(self, o): return Num(o + self.v)
    def __eq__(self, o): return isinstance(o, Num) and self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __hash__(self): return hash(self.v)
    def __bool__(self): return bool(self.v)
    def __call__(self, *a, **k): return (self.v, a, sorted(k.items()))
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError(i)
        return (self.v, i)
    def __contains__(self, x): return x == self.v
    def __enter__(self): return self.v
    def __exit__(self, kind, value, trace): return kind is KeyError
    @property
    def twice(self): return [self.v, self.v]
    @twice.setter
    def twice(self, v): self.v = v
class Batch(list):
    def total(self): return len(self)
class Tag(str):
    def __new__(cls, text, extra=0):
        self = super().__new__(cls, text)
        self.extra = extra
        return self
class Count(dict):
    def __missing__(self, key): return 0
class Sub(Num):
    def __init__(self, v):
        super().__init__(v)
        self.more = 1
    def __repr__(self): return 'Sub' + super().__repr__()
def gen(n):
    got = None
    for i in range(n):
        try:
            got = yield (i, got)
        except ValueError as e:
            yield ('caught', str(e))
    return n
def chain(n):
    r = yield from gen(n)
    yield ('done', r)
";

/// A program of some dozen statements.
pub fn program(random: &mut Random) -> String {
    let mut text = String::from(PRELUDE);
    let mut scope = Scope::default();
    scope.classes.extend(["Num", "Sub"].map(str::to_owned));
    for kind in KINDS {
        let name = format!("v{}", scope.variables.len());
        let value = Writer { random, scope: &Scope::default() }.expression(kind, 1);
        let _ = writeln!(
            text,
            "{name} = None\ntry: {name} = {value}\nexcept Exception as e: show(type(e).__name__, str(e))"
        );
        scope.variables.push((name, kind));
    }
    for _ in 0..8 + random.below(14) {
        let mut block = Block { random, scope: &mut scope, lines: Vec::new(), depth: 0, inside: Inside::default() };
        block.statement(3);
        let lines = block.lines;
        text.push_str("try:\n");
        for line in &lines {
            let _ = writeln!(text, "    {line}");
        }
        text.push_str("except Exception as e: show(type(e).__name__, str(e))\n");
    }
    let names: Vec<&str> = scope.variables.iter().map(|(name, _)| name.as_str()).collect();
    let _ = writeln!(text, "show({})", names.join(", "));
    text
}

/// The lines of a function body that works on its own variables and returns something; for threads.
pub fn body(random: &mut Random, arguments: &[&str]) -> Vec<String> {
    let mut scope = Scope::default();
    scope.variables.extend(arguments.iter().map(|&name| (name.to_owned(), Kind::Int)));
    let mut lines = Vec::new();
    for (at, kind) in [Kind::List, Kind::Str, Kind::Dict, Kind::Int].into_iter().enumerate() {
        let value = Writer { random, scope: &Scope::default() }.expression(kind, 0);
        lines.push(format!("w{at} = {value}"));
        scope.variables.push((format!("w{at}"), kind));
    }
    for _ in 0..=random.below(4) {
        let inside = Inside { function: true, quiet: true, ..Inside::default() };
        let mut block = Block { random, scope: &mut scope, lines: Vec::new(), depth: 0, inside };
        block.statement(2);
        lines.push("try:".to_owned());
        lines.extend(block.lines.into_iter().map(|line| format!("    {line}")));
        lines.push("except Exception as e: w0 = [type(e).__name__, str(e)]".to_owned());
    }
    lines.push("return [w0, w1, w2, w3]".to_owned());
    lines
}

/// Where a statement stands.
#[derive(Clone, Copy, Default)]
struct Inside {
    a_loop: bool,
    function: bool,
    /// Nothing may be printed.
    quiet: bool,
}

/// Lines that are being written.
struct Block<'a> {
    random: &'a mut Random,
    scope: &'a mut Scope,
    lines: Vec<String>,
    depth: usize,
    inside: Inside,
}

impl Block<'_> {
    fn line(&mut self, text: &str) {
        self.lines.push(format!("{}{text}", "    ".repeat(self.depth)));
    }

    fn expression(&mut self, kind: Kind) -> String {
        let depth = self.random.below(4);
        Writer { random: self.random, scope: self.scope }.expression(kind, depth)
    }

    fn variable(&mut self) -> (String, Kind) {
        let all = &self.scope.variables;
        all[self.random.below(all.len())].clone()
    }

    /// A few statements one level deeper.
    fn inner(&mut self, most: usize, left: usize) {
        self.depth += 1;
        for _ in 0..=self.random.below(most) {
            self.statement(left);
        }
        self.depth -= 1;
    }

    /// One statement that holds others so many levels deep at most.
    fn statement(&mut self, left: usize) {
        match self.random.below(if left == 0 { 7 } else { 17 }) {
            0 | 1 => self.assign(),
            2 => self.show(),
            3 => self.augment(),
            4 => self.change(),
            5 => self.with_objects(),
            6 => self.unpack(),
            7 | 8 => self.branch(left - 1),
            9 | 10 => self.a_loop(left - 1),
            11 | 12 => self.guarded(left - 1),
            13 => self.function(left - 1),
            14 => self.generators(),
            15 => self.context(left - 1),
            _ => self.class(),
        }
    }

    fn assign(&mut self) {
        let (name, kind) = self.variable();
        let value = self.expression(kind);
        let text =
            if self.random.chance(10) { format!("show({name} := {value})") } else { format!("{name} = {value}") };
        self.line(if self.inside.quiet { text.trim_start_matches("show") } else { &text });
    }

    fn show(&mut self) {
        let values = [self.expression(Kind::Any), self.expression(Kind::Any)].join(", ");
        if self.inside.quiet {
            self.line(&format!("w0 = [{values}]"));
        } else {
            self.line(&format!("show({values})"));
        }
    }

    fn augment(&mut self) {
        let (name, kind) = self.variable();
        let value = self.expression(kind);
        let text = match kind {
            Kind::Int => format!("{name} {}= {value}", self.random.pick(&["+", "-", "^", "|", "&", "//", "%"])),
            Kind::Float => format!("{name} {}= {value}", self.random.pick(&["+", "-", "/"])),
            Kind::Str | Kind::Bytes | Kind::Tuple | Kind::List => {
                format!("{name} += {value}\n{name} = {name}[:20]")
            }
            Kind::Dict => format!("{name} |= {value}"),
            Kind::Set => format!("{name} {}= {value}", self.random.pick(&["|", "&", "-", "^"])),
            Kind::Bool | Kind::Any => format!("{name} = not {name}"),
        };
        text.lines().for_each(|line| self.line(line));
    }

    /// Changes something in place.
    fn change(&mut self) {
        let (name, kind) = self.variable();
        let [item, at, of] = [Kind::Any, Kind::Int, kind].map(|kind| self.expression(kind));
        let text = match kind {
            Kind::List => match self.random.below(12) {
                0 => format!("{name}.append({item})"),
                1 => format!("{name}.extend({of}); del {name}[15:]"),
                2 => format!("{name}.insert({at}, {item}); del {name}[15:]"),
                3 => format!("{name}.remove({item})"),
                4 => format!("{name}.pop()"),
                5 => format!("{name}[{at}] = {item}"),
                6 => format!("del {name}[{at}]"),
                7 => format!("{name}[{at}:{at}] = {of}; del {name}[15:]"),
                8 => format!("{name}.sort()"),
                9 => format!("{name}.reverse()"),
                10 => format!("{name}.sort(key=str, reverse=True)"),
                _ => format!("{name}[::2] = {of}"),
            },
            Kind::Dict => match self.random.below(6) {
                0 => format!("{name}[{item}] = {item}"),
                1 => format!("del {name}[{at}]"),
                2 => format!("{name}.update({of})"),
                3 => format!("{name}.setdefault({at}, {item})"),
                4 => format!("{name}.pop({at}, {item})"),
                _ => format!("{name}.popitem()"),
            },
            Kind::Set => {
                format!("{name} = set({name}); {name}.{}({at})", self.random.pick(&["add", "discard", "remove"]))
            }
            _ => format!("{name} = {of}"),
        };
        self.line(&text);
    }

    /// Objects of classes of the program.
    fn with_objects(&mut self) {
        let [a, b] = [Kind::Int, Kind::Int].map(|kind| self.expression(kind));
        let any = self.expression(Kind::Any);
        let list = self.expression(Kind::List);
        if self.inside.quiet {
            return self.line(&format!("w3 = len([{a}, {b}, {list}])"));
        }
        let text = match self.random.below(16) {
            0 => format!("show(Num({a}) + Num({b}), Num({a}) + {b}, {a} + Num({b}))"),
            1 => format!("show(Num({a}) == Num({b}), Num({a}) < Num({b}), {any} in Num({a}))"),
            2 => format!("show(sorted([Num({a}), Sub({b}), Num(3)]))"),
            3 => format!("show(list(Num({any})), max(Num({a}), Num({b})))"),
            4 => format!("o = Sub({a}); o.twice = {any}; show(o, o.twice, o.more)"),
            5 => format!("show(Batch(x for x in {list}), Batch({list}).total())"),
            6 => format!("show(Tag({any}, {a}).extra, Tag('x') + 'y')"),
            7 => format!("c = Count({{1: {a}}}); show(c[1], c[{b}], c)"),
            8 => format!("show(Num({a})({b}, *{list}, k={any}))"),
            9 => format!("show({{Num({a}): 1, Num({b}): 2}}, Num({a}) in [Num({b})])"),
            10 => format!("show(getattr(Num({a}), 'v'), hasattr(Num(1), 'w'), getattr(Sub(1), 'nope', {any}))"),
            11 => format!("show(isinstance(Sub(1), Num), issubclass(Num, Sub), type(Sub({a})).__name__)"),
            12 => format!("show([*Num({a})], (lambda *a, **k: (a, k))(*{list}, z={any}))"),
            13 => format!("show(sum([Num({a}), Num({b})], Num(0)), bool(Num({a})), not Sub({b}))"),
            14 => format!("show(list(map(Num, {list})), Batch(Num(1)) == list(Num(1)))"),
            _ => format!("a, *b = Num({a}); show(a, b, Num({b}).nope)"),
        };
        self.line(&text);
    }

    fn unpack(&mut self) {
        let (a, _) = self.variable();
        let value = self.expression(Kind::Tuple);
        let line = match self.random.below(4) {
            0 => format!("t1, t2 = {value}"),
            1 => format!("t1, *t2 = {value}"),
            2 => format!("(t1, t2), t3 = {value}, {a}"),
            _ => format!("for t1, t2 in enumerate({value}): pass"),
        };
        self.line(&line);
        if !self.inside.quiet {
            self.line("show(t1, t2)");
        }
    }

    fn branch(&mut self, left: usize) {
        let test = self.expression(Kind::Bool);
        self.line(&format!("if {test}:"));
        self.inner(2, left);
        if self.random.chance(40) {
            let test = self.expression(Kind::Any);
            self.line(&format!("elif {test}:"));
            self.inner(2, left);
        }
        if self.random.chance(60) {
            self.line("else:");
            self.inner(2, left);
        }
    }

    fn a_loop(&mut self, left: usize) {
        let before = std::mem::replace(&mut self.inside.a_loop, true);
        let counter = format!("i{}", self.depth);
        if self.random.chance(30) {
            self.line(&format!("{counter} = 0"));
            let end = 1 + self.random.below(4);
            self.line(&format!("while {counter} < {end}:"));
            self.depth += 1;
            self.line(&format!("{counter} += 1"));
            self.depth -= 1;
        } else {
            let over = match self.random.below(4) {
                0 => format!("({})[:4]", self.expression(Kind::List)),
                1 => format!("range({})", self.random.below(4)),
                2 => format!("({})[:3]", self.expression(Kind::Str)),
                _ => format!("list({})[:3]", self.expression(Kind::Dict)),
            };
            self.line(&format!("for {counter} in {over}:"));
        }
        self.inner(2, left);
        if self.random.chance(30) {
            let (test, word) = (self.expression(Kind::Bool), self.random.pick(&["break", "continue"]).to_owned());
            self.line(&format!("    if {test}: {word}"));
        }
        self.inside.a_loop = before;
        if self.random.chance(20) {
            self.line("else:");
            self.inner(1, left);
        }
    }

    fn guarded(&mut self, left: usize) {
        self.line("try:");
        self.inner(2, left);
        if self.random.chance(40) {
            let raised = match self.random.below(4) {
                0 => format!("raise ValueError({})", self.expression(Kind::Any)),
                1 => format!("raise KeyError({}) from None", self.expression(Kind::Any)),
                2 => format!("assert {}, {}", self.expression(Kind::Bool), self.expression(Kind::Str)),
                _ => format!("[].pop({})", self.expression(Kind::Int)),
            };
            self.line(&format!("    {raised}"));
        }
        let classes = ["ValueError", "(TypeError, KeyError)", "LookupError", "Exception", "ArithmeticError"];
        let class = self.random.pick(&classes).to_owned();
        self.line(&format!("except {class} as e{}:", self.depth));
        self.inner(1, left);
        if !self.inside.quiet {
            self.line(&format!("    show(type(e{0}).__name__, e{0}.args)", self.depth));
        }
        if self.random.chance(30) {
            self.line("else:");
            self.inner(1, left);
        }
        if self.random.chance(40) {
            self.line("finally:");
            self.inner(1, left);
        }
    }

    /// A function of integers, and from here on perhaps a call of it.
    fn function(&mut self, left: usize) {
        let name = format!("f{}_{}", self.scope.functions.len(), self.depth);
        let count = 1 + self.random.below(3);
        let parameters: Vec<String> = (0..count).map(|at| format!("p{at}")).collect();
        let more = self.random.pick(&["", ", q=5", ", *r", ", *, s=2", ", **u"]).to_owned();
        self.line(&format!("def {name}({}{more}):", parameters.join(", ")));
        let mut inner = Scope { functions: Vec::new(), ..self.scope.clone() };
        inner.variables.retain(|_| false);
        inner.variables.extend(parameters.iter().map(|name| (name.clone(), Kind::Int)));
        let inside = Inside { function: true, a_loop: false, ..self.inside };
        let statements = 1 + self.random.below(3);
        let mut body =
            Block { random: self.random, scope: &mut inner, lines: Vec::new(), depth: self.depth + 1, inside };
        for _ in 0..statements {
            body.statement(left.min(1));
        }
        let result = body.expression(Kind::Int);
        body.line(&format!("return {result}"));
        let lines = body.lines;
        self.lines.extend(lines);
        let arguments: Vec<String> = (0..count).map(|_| self.expression(Kind::Int)).collect();
        if self.inside.quiet {
            self.line(&format!("w3 = {name}({})", arguments.join(", ")));
        } else {
            self.line(&format!("show({name}({}))", arguments.join(", ")));
        }
        if self.depth == 0 && !self.inside.function {
            self.scope.functions.push((name, count));
        }
    }

    fn generators(&mut self) {
        if self.inside.quiet {
            let list = self.expression(Kind::List);
            return self.line(&format!("w0 = list(x for x in {list})"));
        }
        let [n, value] = [Kind::Int, Kind::Any].map(|kind| self.expression(kind));
        let text = match self.random.below(8) {
            0 => format!("show(list(gen({n} % 4)))"),
            1 => format!("g = chain({n} % 4); show(next(g)); show(g.send({value}), list(g))"),
            2 => format!("g = chain(3); next(g); show(g.throw(ValueError({value})), list(g))"),
            3 => format!("g = gen(2); g.close(); show(list(g), next(g, {value}))"),
            4 => format!("show(Batch(x for x in gen(3)), dict(gen({n} % 3)), sum(a for a, b in gen(4)))"),
            5 => format!("show([*chain({n} % 3)], next(gen(1)), max(gen(3), key=lambda p: -p[0]))"),
            6 => "a, b, *c = chain(3); show(a, b, c)".to_owned(),
            _ => format!("show(*zip(gen(3), ({n}).bit_length() and 'abc'), any(x for x in gen(2)))"),
        };
        self.line(&text);
    }

    fn context(&mut self, left: usize) {
        let value = self.expression(Kind::Any);
        if self.inside.quiet {
            return self.line(&format!("w0 = [{value}]"));
        }
        self.line(&format!("with Num({value}) as w:"));
        self.inner(2, left);
        if self.random.chance(40) {
            let error = self.random.pick(&["KeyError", "ValueError"]).to_owned();
            self.line(&format!("    raise {error}(w)"));
        }
        self.line("show('behind')");
    }

    fn class(&mut self) {
        if self.inside.quiet {
            return self.assign();
        }
        let [a, b] = [Kind::Any, Kind::Int].map(|kind| self.expression(kind));
        let base = self.random.pick(&["object", "Num", "Batch", "Count", "Sub", "Exception"]).to_owned();
        for line in [
            format!("class C({base}):"),
            format!("    x = {b}"),
            "    def m(self, k=1): return (self.x, k)".to_owned(),
            "    @staticmethod".to_owned(),
            "    def s(k): return [k]".to_owned(),
            "    @classmethod".to_owned(),
            "    def c(cls, k): return (cls.__name__, cls.x, k)".to_owned(),
            format!("show(C.x, C.s({b}), C.c({a}), C.__mro__[1].__name__)"),
            "C.x = 7".to_owned(),
            "show(C.m.__name__, C.c(1), isinstance(C, type))".to_owned(),
        ] {
            self.line(&line);
        }
    }
}
