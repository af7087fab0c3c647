//! Python's `hash`, for keys of dicts and members of sets.
//!
//! Numbers hash as CPython hashes them (`Python/pyhash.c`), because the order of a set of numbers shows it; strings have
//! a fixed hash of our own, as CPython's changes with every start.

use std::hash::{Hash, Hasher};

use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};
use rustc_hash::FxHasher;

use crate::machine::{
    Machine,
    language::{compare::Reach, number::Number},
    run::{
        exec::Exec,
        flow::{Raise, Result},
    },
    state::{class::Layout, effort, long_range::LongRange, object::Object, value::Value},
};
use crate::program::well_known;

/// CPython reduces numbers modulo this Mersenne prime.
const MODULUS: u64 = (1 << 61) - 1;

/// The hash of a key that no class of the program has a say in, and that holds no others; `None` for other keys.
pub fn plain_key(machine: &Machine, key: Value) -> Option<i64> {
    if machine.is_own(key) {
        return None;
    }
    match key {
        Value::Int(number) => Some(hash_int(number)),
        Value::Bool(truth) => Some(truth as i64),
        Value::Float(real) => Some(hash_float(real.number())),
        Value::None | Value::Class(_) | Value::Native(_) => Some(key.identity_hash()),
        Value::Object(id) => match machine.space.heap.peek(id) {
            Object::Str(text) => Some(text_hash(text.as_str())),
            Object::Bytes(bytes) => Some(bytes_hash(bytes)),
            Object::BigInt(number) => Some(hash_big(number)),
            _ => None,
        },
        _ => None,
    }
}

/// Who decides about the hash of an object.
enum OwnHash {
    /// No class of the program.
    None,
    /// A method.
    Method,
    /// It has none.
    Forbidden,
}

impl Exec<'_> {
    /// `hash(value)` for builtin types.
    ///
    /// # Errors
    /// `TypeError` for what cannot be hashed; [`Raise::PYTHON`] when a class of the program decides.
    pub fn hash(&mut self, value: Value) -> Result<i64> {
        match value {
            Value::Int(number) => return Ok(hash_int(number)),
            Value::Object(id) => {
                if let Object::Str(text) = self.object(id) {
                    self.work(text.as_str().len() / effort::BYTES);
                    return Ok(text_hash(text.as_str()));
                }
            }
            _ => {}
        }
        let looks = Reach::looks();
        let hash = self.hash_within(value, Reach::new(&looks));
        self.machine.space.heap.effort.add(Reach::gone(&looks) as usize);
        hash
    }

    fn hash_within(&mut self, value: Value, reach: Reach<'_>) -> Result<i64> {
        match value {
            Value::Int(number) => return Ok(hash_int(number)),
            Value::Bool(truth) => return Ok(truth as i64),
            Value::Float(real) => return Ok(hash_float(real.number())),
            _ => {}
        }
        match self.own_hash(value) {
            OwnHash::None => self.plain_hash_within(value, reach),
            OwnHash::Method => Err(Raise::PYTHON),
            OwnHash::Forbidden => Err(self.unhashable(value)),
        }
    }

    /// What the classes of the program say about the hash of their objects: the nearest one that says something counts,
    /// and one that defines `__eq__` alone says that there is none.
    fn own_hash(&self, value: Value) -> OwnHash {
        if !self.machine.is_own(value) {
            return OwnHash::None;
        }
        let order = &self.machine.class(self.class_of(value)).order;
        for &class in order {
            if !Machine::is_python(class) {
                match self.machine.class(class).layout {
                    // That of its value comes before what is behind it.
                    Layout::Builtin(_) => return OwnHash::None,
                    _ => continue,
                }
            }
            let attributes = &self.machine.class(class).attributes;
            match attributes.get(&well_known::HASH) {
                Some(Value::None) => return OwnHash::Forbidden,
                Some(_) => return OwnHash::Method,
                None if attributes.contains_key(&well_known::EQ) => return OwnHash::Forbidden,
                None => {}
            }
        }
        OwnHash::None
    }

    /// As [`Self::hash`], whatever classes of the program have to say.
    ///
    /// # Errors
    /// `TypeError` for what cannot be hashed.
    pub fn plain_hash(&mut self, value: Value) -> Result<i64> {
        self.plain_hash_within(value, Reach::new(&Reach::looks()))
    }

    fn plain_hash_within(&mut self, value: Value, reach: Reach<'_>) -> Result<i64> {
        match self.base_value(value) {
            Value::Int(number) => return Ok(hash_int(number)),
            Value::Bool(truth) => return Ok(truth as i64),
            Value::Float(real) => return Ok(hash_float(real.number())),
            _ => {}
        }
        let Value::Object(id) = self.base_value(value) else { return Ok(self.identity_hash(value)) };
        match self.object(id) {
            Object::Str(text) => {
                self.work(text.as_str().len() / effort::BYTES);
                Ok(text_hash(text.as_str()))
            }
            Object::Bytes(bytes) => {
                self.work(bytes.len() / effort::BYTES);
                Ok(bytes_hash(bytes))
            }
            Object::BigInt(number) => {
                self.work(self.object(id).extent());
                Ok(hash_big(number))
            }
            Object::Tuple(items) => {
                let items = items.clone();
                // Deep and manifold ones are left to the library, whose recursion has a limit.
                self.hash_tuple(&items, reach.deeper().ok_or(Raise::PYTHON)?)
            }
            Object::FrozenSet(set) => Ok(hash_set(set.hashed().map(|(hash, _)| hash as u64))),
            Object::Method(method) => {
                // As `method_hash`: by the object itself, whatever it says about its hash.
                let (receiver, function) = (method.receiver, method.function);
                Ok(not_minus_one(receiver.identity_hash() ^ function.identity_hash()))
            }
            Object::Range(range) => {
                let length = range.len();
                let start = if length > 0 { Value::Int(range.start) } else { Value::None };
                let step = if length > 1 { Value::Int(range.step) } else { Value::None };
                self.hash_tuple(&[Value::Int(length), start, step], reach)
            }
            Object::LongRange(range) => {
                let LongRange { start, step, length, .. } = (**range).clone();
                let (some, several) = (!length.is_zero(), length > BigInt::one());
                let mut part = |number: BigInt, there: bool| match there {
                    true => self.number_value(Number::of(number)),
                    false => Ok(Value::None),
                };
                let parts = [part(length, true)?, part(start, some)?, part(step, several)?];
                self.hash_tuple(&parts, reach)
            }
            Object::List(_) | Object::Dict(_) | Object::Set(_) | Object::Slice(_) | Object::ByteArray(_) => {
                Err(self.unhashable(value))
            }
            _ => Ok(self.identity_hash(value)),
        }
    }

    /// The hash of what is equal to nothing but itself. That of an object says which thread asked for it first, and how many
    /// it had asked for before: so it does not depend on where the object lies, nor on what other threads did meanwhile.
    fn identity_hash(&mut self, value: Value) -> i64 {
        let Value::Object(id) = value else { return value.identity_hash() };
        if self.machine.space.heap.is_constant(id) {
            return value.identity_hash();
        }
        if let Some(&known) = self.machine.space.lasting.identities.get(&id) {
            return known;
        }
        let thread = self.machine.threads[self.thread.index()].make_mut();
        thread.identified += 1;
        let mut hasher = FxHasher::default();
        (self.thread, thread.identified).hash(&mut hasher);
        let hash = (hasher.finish() >> 2) as i64;
        self.machine.space.lasting.make_mut().identities.insert(id, hash);
        hash
    }

    fn unhashable(&mut self, value: Value) -> Raise {
        let message = format!("unhashable type: '{}'", self.class_name(value));
        self.type_error(&message)
    }

    /// As `tuplehash` in CPython's `Objects/tupleobject.c`.
    fn hash_tuple(&mut self, items: &[Value], reach: Reach<'_>) -> Result<i64> {
        const PRIME_1: u64 = 11_400_714_785_074_694_791;
        const PRIME_2: u64 = 14_029_467_366_897_019_727;
        const PRIME_5: u64 = 2_870_177_450_012_600_261;
        let mut sum = PRIME_5;
        self.work(items.len());
        for &item in items {
            sum = sum.wrapping_add((self.hash_within(item, reach)? as u64).wrapping_mul(PRIME_2));
            sum = sum.rotate_left(31).wrapping_mul(PRIME_1);
        }
        sum = sum.wrapping_add(items.len() as u64 ^ (PRIME_5 ^ 0x0035_d373));
        Ok(if sum == u64::MAX { 1_546_275_796 } else { sum as i64 })
    }
}

/// As `frozenset_hash` in CPython's `Objects/setobject.c`: the same for every order of the members.
fn hash_set(hashes: impl Iterator<Item = u64>) -> i64 {
    let mut count: u64 = 1;
    let mut sum: u64 = 0;
    for hash in hashes {
        count += 1;
        sum ^= (hash ^ 0x055b_4db3 ^ (hash << 16)).wrapping_mul(3_644_798_167);
    }
    sum ^= count.wrapping_mul(1_927_868_237);
    sum ^= (sum >> 11) ^ (sum >> 25);
    sum = sum.wrapping_mul(69_069).wrapping_add(907_133_923);
    if sum == u64::MAX { 590_923_713 } else { sum as i64 }
}

/// The hash of a string.
#[must_use]
pub fn text_hash(text: &str) -> i64 {
    bytes_hash(text.as_bytes())
}

fn bytes_hash(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hasher = FxHasher::default();
    bytes.hash(&mut hasher);
    (hasher.finish() >> 2) as i64
}

fn hash_int(number: i64) -> i64 {
    let reduced = (number.unsigned_abs() % MODULUS) as i64;
    not_minus_one(if number < 0 { -reduced } else { reduced })
}

fn hash_big(number: &BigInt) -> i64 {
    let reduced = (number.abs() % BigInt::from(MODULUS)).to_i64().unwrap_or(0);
    not_minus_one(if number.is_negative() { -reduced } else { reduced })
}

/// As `_Py_HashDouble`: equal numbers hash equally, whatever their type.
fn hash_float(number: f64) -> i64 {
    if number.is_infinite() {
        return if number > 0.0 { 314_159 } else { -314_159 };
    }
    if number.is_nan() {
        return 0;
    }
    let (mut mantissa, mut exponent) = split(number.abs());
    let mut hash: u64 = 0;
    while mantissa > 0.0 {
        hash = ((hash << 28) & MODULUS) | (hash >> (61 - 28));
        mantissa *= 268_435_456.0;
        exponent -= 28;
        let digit = mantissa as u64;
        mantissa -= digit as f64;
        hash += digit;
        if hash >= MODULUS {
            hash -= MODULUS;
        }
    }
    let turn = exponent.rem_euclid(61) as u32;
    let hash = ((hash << turn) & MODULUS) | (hash >> (61 - turn));
    not_minus_one(if number < 0.0 { -(hash as i64) } else { hash as i64 })
}

/// A positive float as a mantissa below one and a power of two (`frexp`).
fn split(number: f64) -> (f64, i32) {
    if number == 0.0 {
        return (0.0, 0);
    }
    let bits = number.to_bits();
    let biased = (bits >> 52) as i32;
    if biased == 0 {
        let (mantissa, exponent) = split(number * 2f64.powi(64));
        return (mantissa, exponent - 64);
    }
    (f64::from_bits((bits & !(0x7ff << 52)) | (1022 << 52)), biased - 1022)
}

fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_hash_as_in_cpython() {
        assert_eq!((hash_int(-1), hash_int(i64::MAX), hash_int(1 << 61)), (-2, 3, 1));
        assert_eq!((hash_float(2.0), hash_float(-1.0), hash_float(0.5)), (2, -2, 1_152_921_504_606_846_976));
        assert_eq!(hash_float(3.7), 1_614_090_106_449_586_179);
        assert_eq!(hash_float(1e300), 1_224_995_262_755_759_164);
        assert_eq!(hash_set([1, 2, 3].into_iter()), -272_375_401_224_217_160);
        let big = BigInt::from(10).pow(30);
        assert_eq!(hash_big(&big), 465_258_685_558_744_706);
    }
}
