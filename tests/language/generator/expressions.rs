//! Random expressions, of a type that is known so that most of them have a value.

use crate::generator::random::Random;

/// What an expression is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Int,
    Float,
    Bool,
    Str,
    Bytes,
    List,
    Tuple,
    Dict,
    Set,
    Any,
}

/// All kinds that variables have.
pub const KINDS: [Kind; 9] =
    [Kind::Int, Kind::Float, Kind::Bool, Kind::Str, Kind::Bytes, Kind::List, Kind::Tuple, Kind::Dict, Kind::Set];

/// What an expression may use.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Variables that are bound, and what they hold.
    pub variables: Vec<(String, Kind)>,
    /// Functions that take so many arguments and return an integer.
    pub functions: Vec<(String, usize)>,
    /// Classes whose constructor takes one integer.
    pub classes: Vec<String>,
}

impl Scope {
    fn variable(&self, random: &mut Random, kind: Kind) -> Option<String> {
        let fitting: Vec<&String> =
            self.variables.iter().filter(|(_, of)| kind == Kind::Any || *of == kind).map(|(name, _)| name).collect();
        if fitting.is_empty() { None } else { Some(fitting[random.below(fitting.len())].clone()) }
    }
}

#[rustfmt::skip]
const INTS: &[&str] = &["0", "1", "2", "3", "(-1)", "7", "10", "(-5)", "255", "(10**20)", "(2**63)", "(-2**63)", "(2**64 - 1)"];
#[rustfmt::skip]
const FLOATS: &[&str] = &["0.0", "1.5", "(-2.25)", "1e10", "0.1", "1e-7", "123456.789", "(-0.0)", "float('inf')"];
#[rustfmt::skip]
const STRS: &[&str] = &[
    "''", "'a'", "'abc'", "'Hello World'", "'x,y,z'", "'é中'", "' pad '", "'a\\nb'", "'12'", "'-7'", "'%d'", "'AbC'",
    "'quo\"te'", "\"it's\"",
];
const BYTES: &[&str] = &["b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'x y'", "b'12'"];

/// Writes one expression.
pub struct Writer<'a> {
    /// Where chance comes from.
    pub random: &'a mut Random,
    /// What it may use.
    pub scope: &'a Scope,
}

impl Writer<'_> {
    /// An expression of that kind, nested so deep at most.
    pub fn expression(&mut self, kind: Kind, depth: usize) -> String {
        if self.random.chance(35)
            && let Some(name) = self.scope.variable(self.random, kind)
        {
            return name;
        }
        if depth == 0 {
            return self.literal(kind);
        }
        match self.random.below(12) {
            0 => self.literal(kind),
            1 => {
                let (a, b) = (self.expression(kind, depth - 1), self.expression(kind, depth - 1));
                format!("({a} if {} else {b})", self.expression(Kind::Bool, depth - 1))
            }
            2 if !self.scope.functions.is_empty() && matches!(kind, Kind::Int | Kind::Any) => self.call(depth - 1),
            3 if kind != Kind::Any => {
                let items = self.expression(Kind::List, depth - 1);
                match kind {
                    Kind::Int => format!("len({items})"),
                    Kind::Str => format!("str({items})"),
                    Kind::List => format!("sorted({}, key=repr)", self.expression(Kind::Tuple, depth - 1)),
                    Kind::Tuple => format!("tuple({items})"),
                    Kind::Dict => format!("dict(enumerate({items}))"),
                    _ => self.of_kind(kind, depth - 1),
                }
            }
            _ => self.of_kind(kind, depth - 1),
        }
    }

    fn call(&mut self, depth: usize) -> String {
        let (name, count) = self.scope.functions[self.random.below(self.scope.functions.len())].clone();
        let arguments: Vec<String> = (0..count).map(|_| self.expression(Kind::Int, depth)).collect();
        format!("{name}({})", arguments.join(", "))
    }

    fn literal(&mut self, kind: Kind) -> String {
        match kind {
            Kind::Int => self.random.pick(INTS).to_owned(),
            Kind::Float => self.random.pick(FLOATS).to_owned(),
            Kind::Bool => self.random.pick(&["True", "False"]).to_owned(),
            Kind::Str => self.random.pick(STRS).to_owned(),
            Kind::Bytes => self.random.pick(BYTES).to_owned(),
            Kind::List => self.random.pick(&["[]", "[1]", "[3, 1, 2]", "['a', 'b']", "[1, [2, 3]]"]).to_owned(),
            Kind::Tuple => self.random.pick(&["()", "(1,)", "(1, 2)", "('a', 1)", "(0, (1, 2))"]).to_owned(),
            Kind::Dict => self.random.pick(&["{}", "{1: 2}", "{'a': 1, 'b': 2}", "{0: 'x', 1: 'y'}"]).to_owned(),
            Kind::Set => self.random.pick(&["set()", "{1}", "{1, 2, 3}", "{5, -1, 8}", "frozenset({4})"]).to_owned(),
            Kind::Any => {
                let kind = KINDS[self.random.below(KINDS.len())];
                self.literal(kind)
            }
        }
    }

    /// Fills in a template: `I` stands for an integer, and so on; `~` before a letter means the letter itself.
    fn fill(&mut self, template: &str, depth: usize) -> String {
        let mut text = String::new();
        let mut letters = template.chars();
        while let Some(letter) = letters.next() {
            let kind = match letter {
                '~' => {
                    text.extend(letters.next());
                    continue;
                }
                'I' => Kind::Int,
                'F' => Kind::Float,
                'B' => Kind::Bool,
                'S' => Kind::Str,
                'Y' => Kind::Bytes,
                'L' => Kind::List,
                'T' => Kind::Tuple,
                'D' => Kind::Dict,
                'E' => Kind::Set,
                'A' => Kind::Any,
                other => {
                    text.push(other);
                    continue;
                }
            };
            text.push_str(&self.expression(kind, depth));
        }
        text
    }

    fn of_kind(&mut self, kind: Kind, depth: usize) -> String {
        let template = match kind {
            Kind::Int => self.random.pick(OF_INT),
            Kind::Float => self.random.pick(OF_FLOAT),
            Kind::Bool => self.random.pick(OF_BOOL),
            Kind::Str => self.random.pick(OF_STR),
            Kind::Bytes => self.random.pick(OF_BYTES),
            Kind::List => self.random.pick(OF_LIST),
            Kind::Tuple => self.random.pick(OF_TUPLE),
            Kind::Dict => self.random.pick(OF_DICT),
            Kind::Set => self.random.pick(OF_SET),
            Kind::Any => {
                let kind = KINDS[self.random.below(KINDS.len())];
                return self.expression(kind, depth);
            }
        };
        self.fill(template, depth)
    }
}

// Strings whose length could grow without end are cut, and so are numbers.
#[rustfmt::skip]
const OF_INT: &[&str] = &[
    "(I + I)", "(I - I)", "(I * I % 1000003)", "(I // I)", "(I % I)", "(I & I)", "(I | I)", "(I ^ I)", "(-I)", "(~~I)",
    "(I >> (I % 40))", "(I << (I % 40))", "abs(I)", "divmod(I, I)[1]", "pow(I, abs(I) % 50, 97)", "int(F % 1000)",
    "len(S)", "len(L)", "len(D)", "len(E)", "sum(len(str(x)) for x in L)", "min(I, I)", "max(I, I, I)", "S.find(S)",
    "S.count(S)", "L.count(A)", "ord((S + 'x')[0])", "(I).bit_length()", "sum([I, I])", "((I % 1000003) ** 2)", "round(F % 99)",
    "hash(I + 0)", "[I, I][I % 2]", "{1: I}.get(I, I)", "(lambda a, b=I: a - b)(I)", "next(iter([I]))", "int(str(I))",
    "len(Y)", "Y.count(Y)", "sum(Y)", "int(B)", "T.count(A)", "(D.get(A, I) if not D else I)",
    "len([q for q in range(I % 9) if q % 2])", "(I if I < I else I)", "L.index(A)",
];
#[rustfmt::skip]
const OF_FLOAT: &[&str] = &[
    "(F + F)", "(F - I % 1000)", "(F * F)", "(I % 1000 / 7)", "(F % 3.5)", "abs(F)", "float(I % 10**6)", "round(F, 2)",
    "(F // 2.5)", "(-F)", "max(F, F)", "float(str(F))",
];
#[rustfmt::skip]
const OF_BOOL: &[&str] = &[
    "(I < I)", "(I == I)", "(S < S)", "(S == S)", "(S in S)", "(I in L)", "(A in L)", "(not B)", "(B and B)",
    "(B or B)", "(I < I <= I)", "(A is None)", "(L == L)", "(T < T)", "(D == D)", "(E <= E)", "bool(A)", "(A == A)",
    "isinstance(A, (int, str))", "S.isdigit()", "S.isalpha()", "S.startswith(S)", "all(L)", "any(T)", "(A != A)",
    "(I in D)", "E.isdisjoint(E)", "(Y == Y)", "S.isupper()", "callable(A)", "(B is not B)", "(F < I)", "(I % 5 in E)",
];
#[rustfmt::skip]
const OF_STR: &[&str] = &[
    "(S + S)[:60]", "(S * (I % 4))[:60]", "S[I % 5]", "S[I % 3:]", "S[::-1]", "S.upper()", "S.lower()", "S.title()",
    "S.strip()", "S.replace(S, S)[:60]", "S.center(I % 20)", "S.zfill(I % 20)", "','.join(map(str, L))[:60]",
    "str(I)", "repr(S)", "repr(A)", "(lambda v: f'{v}{v!r:>8}')(I)",
    "(lambda v: f'{v:,}|{v:+x}')(I)", "(lambda v: f'{v % 1000:.3f}')(F)", "(lambda v: f'{v!r:10}{v:*^9}')(S)",
    "'%s-%s' % (S, I)", "'%5d|%-5s' % (I, S)", "'{}{}'.format(I, S)", "'{0:>4}{1!r}'.format(I, S)", "chr(I % 1000 + 40)", "S.partition(S)[0]", "S.split(',')[0]", "hex(I)", "bin(I % 999)",
    "S.swapcase()", "S.capitalize()", "S.ljust(I % 9, '.')", "str(D)", "str(E)", "ascii(S)", "S.casefold()", "str(F)", "str(T)", "str(Y)", "S.expandtabs(4)", "S.removeprefix(S)",
    "format(I, '08b')", "format(F % 99, '8.2e')", "(lambda v, w=5: f'{v:{w}g}')(F)", "type(A).__name__", "min(S + 'm')", "'%r' % (A,)", "'%.2f' % (F % 50)", "S.rjust(I % 12)", "'|'.join(S.split())",
];
#[rustfmt::skip]
const OF_BYTES: &[&str] = &[
    "(Y + Y)[:40]", "(Y * (I % 3))[:40]", "Y[I % 3:]", "Y[::-1]", "S.encode()", "bytes([I % 256, I % 256])", "Y.upper()", "Y.replace(Y, Y)[:40]",
    "bytes(I % 5)", "Y.hex().encode()", "Y.strip()", "Y.center(I % 9)",
];
#[rustfmt::skip]
const OF_LIST: &[&str] = &[
    "[A, A]", "[I, I, I]", "(L + L)[:12]", "(L * (I % 3))[:12]", "L[I % 3:]", "L[::-1]", "L[:I]", "sorted([I, I, I])", "list(T)", "list(S)[:9]", "list(range(I % 7))", "[x for x in L if x]", "[str(x)[:9] for x in T]",
    "[x * 2 for x in range(I % 6)]", "S.split()", "S.split(S)", "list(D)", "list(D.values())", "list(D.items())", "[*L, *T][:12]", "list(map(str, L))", "list(filter(None, T))", "list(zip(L, T))",
    "list(enumerate(S[:4]))", "sorted([S, S, S])", "list(reversed(L))", "sorted(E)", "[y for x in [L, L] for y in x][:12]", "S.splitlines()", "list(Y)", "sorted([I, I, I], key=lambda v: -v)", "sorted([S, S], reverse=~True)",
    "[(a, b) for a in range(I % 3) for b in range(I % 3)]", "L[I % 4:I % 7:2]", "[L, I]", "list({I, I})",
];
#[rustfmt::skip]
const OF_TUPLE: &[&str] = &["(A, A)", "(I,)", "(T + T)[:9]", "T[::-1]", "tuple(L)", "tuple(S)[:6]", "divmod(I, I)", "(I, S, L)", "S.partition(S)", "(*T, *L)[:9]", "tuple(sorted([I, I]))", "T[I % 3:]", "tuple(x for x in L)", "(T * (I % 3))[:9]"];
#[rustfmt::skip]
const OF_DICT: &[&str] = &["{I: A, I: A}", "{S: I}", "{**D, **D}", "(D | D)", "dict(zip(L, T))", "{k: I for k in range(I % 5)}", "{x: str(x) for x in T}", "dict(a=I, b=A)", "dict.fromkeys(range(I % 4), I)", "dict(D)", "dict.fromkeys(S[:4])", "{v: k for k, v in D.items()}"];
#[rustfmt::skip]
const OF_SET: &[&str] = &["{I % 50, I % 50}", "set(range(I % 9))", "({I % 20} | {I % 20, 3})", "(set(range(I % 9)) - {I % 9})", "({1, 2, 3} & set(range(I % 9)))", "({1, 2} ^ {I % 4})", "{x % 7 for x in range(I % 12)}", "frozenset([I % 9])"];
