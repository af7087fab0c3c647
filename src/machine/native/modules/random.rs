//! `random`: CPython's generator, once it is seeded; until then, whoever drives the machine draws the numbers.
//!
//! The state is a list that the library holds: empty, or the 624 words of a Mersenne Twister (as bytes) and the position
//! in them. So it is copied with the machine, and a draw from a generator that threads share is a visible step. The
//! arithmetic is that of Matsumoto and Nishimura's MT19937 as `Modules/_randommodule.c` seeds and reads it. What is made
//! of the numbers is in `src/stdlib/random.py`.

use num_bigint::{BigInt, Sign};

use crate::machine::{
    language::number::Number,
    run::{
        exec::Exec,
        flow::{Flow, Result},
        native::{Access, Native, control, pure, required, writes},
    },
    state::{frame::Then, object::Object, operation::Operation, value::Value},
};

const WORDS: usize = 624;
const MIDDLE: usize = 397;

/// Functions for the library.
pub const FUNCTIONS: &[Native] = &[
    writes("vm_random_seed", &[required("state"), required("seed")], seed),
    control("vm_random_fraction", &[required("state")], fraction).with(Access::Draw),
    control("vm_random_bits", &[required("state"), required("count")], bits).with(Access::Draw),
    control("vm_random_below", &[required("state"), required("limit")], below).with(Access::Draw),
    pure("vm_sha512", &[required("bytes")], |exec, a| {
        let digest = match a[0].object().map(|id| exec.object(id)) {
            Some(Object::Bytes(bytes)) => crate::text::digest::sha512(bytes),
            _ => crate::text::digest::sha512(&[]),
        };
        exec.allocate(Object::Bytes(std::sync::Arc::from(&digest[..])))
    }),
    pure("vm_scrypt_mix", &[required("block"), required("n")], |exec, a| {
        let (Some(Object::Bytes(block)), Value::Int(n)) = (a[0].object().map(|id| exec.object(id)), a[1]) else {
            return Err(exec.type_error("bytes and an int are needed"));
        };
        let (block, n) = (block.clone(), n as usize);
        if block.is_empty() || block.len() % 128 != 0 || !n.is_power_of_two() {
            return Err(exec.type_error("a block has a multiple of 128 bytes, and n is a power of 2"));
        }
        // Each 64 bytes are mixed twice n times, which takes as long as four instructions or so.
        exec.work_at_once((block.len() / 8).saturating_mul(n))?;
        exec.allocate(Object::Bytes(crate::text::digest::scrypt_mix(&block, n).into()))
    }),
];

/// `random()`: 53 bits.
fn fraction(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    if is_unseeded(exec, a[0]) {
        return Ok(exec.operate(Operation::Draw { below: 0 }, then));
    }
    let (high, low) = (next_word(exec, a[0])? >> 5, next_word(exec, a[0])? >> 6);
    let number = (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0;
    exec.deliver(then, Value::float(number))
}

/// `getrandbits(count)` for up to 32 bits.
fn bits(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let count = exec.index_value(a[1])?.clamp(1, 32);
    if is_unseeded(exec, a[0]) {
        return Ok(exec.operate(Operation::Draw { below: 1 << count }, then));
    }
    let word = next_word(exec, a[0])? >> (32 - count);
    exec.deliver(then, Value::Int(i64::from(word)))
}

/// `_randbelow(limit)` for limits up to 2³².
fn below(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let limit = exec.index_value(a[1])?.max(1) as u64;
    if is_unseeded(exec, a[0]) {
        return Ok(exec.operate(Operation::Draw { below: limit }, then));
    }
    let count = u64::BITS - limit.leading_zeros();
    loop {
        // 33 bits are two words, the lower one first.
        let low = u64::from(next_word(exec, a[0])?);
        let number = match count {
            33 => low | u64::from(next_word(exec, a[0])? >> 31) << 32,
            _ => low >> (32 - count),
        };
        if number < limit {
            return exec.deliver(then, Value::Int(number as i64));
        }
    }
}

fn is_unseeded(exec: &Exec<'_>, state: Value) -> bool {
    match state.object().map(|id| exec.machine.space.heap.peek(id)) {
        Some(Object::List(words)) => words.peek().is_empty(),
        _ => true,
    }
}

fn next_word(exec: &mut Exec<'_>, state: Value) -> Result<u32> {
    let items = exec.sequence_items(state).unwrap_or_default();
    let [words, Value::Int(position)] = items[..] else { return Ok(0) };
    let mut position = position as usize;
    let mut words_value = words;
    if position >= WORDS {
        let twisted = twist(read_words(exec, words));
        words_value = store_words(exec, &twisted)?;
        position = 0;
    }
    let word = read_word(exec, words_value, position);
    set_state(exec, state, words_value, position + 1);
    Ok(temper(word))
}

fn set_state(exec: &mut Exec<'_>, state: Value, words: Value, position: usize) {
    let Some(id) = exec.held(state) else { return };
    exec.publish_into(id, &[words]);
    if let Object::List(items) = exec.machine.space.heap.get_mut(id) {
        **items = vec![words, Value::Int(position as i64)];
    }
}

fn read_word(exec: &Exec<'_>, words: Value, at: usize) -> u32 {
    match words.object().map(|id| exec.object(id)) {
        Some(Object::Bytes(bytes)) => {
            bytes.get(4 * at..4 * at + 4).map_or(0, |four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
        }
        _ => 0,
    }
}

fn read_words(exec: &Exec<'_>, words: Value) -> [u32; WORDS] {
    std::array::from_fn(|at| read_word(exec, words, at))
}

fn store_words(exec: &mut Exec<'_>, words: &[u32; WORDS]) -> Result<Value> {
    let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
    exec.allocate(Object::Bytes(bytes.into()))
}

/// Seeds by the absolute value of an integer, 32 bits at a time.
fn seed(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let number = match exec.number(a[1]) {
        Some(Number::Int(number)) => BigInt::from(number),
        Some(Number::Big(number)) => number,
        _ => return Err(exec.type_error("a seed is an integer here")),
    };
    let (_, key) = BigInt::from_biguint(Sign::Plus, number.magnitude().clone()).to_u32_digits();
    let key = if key.is_empty() { vec![0] } else { key };
    let words = seeded(&key);
    let words = store_words(exec, &words)?;
    set_state(exec, a[0], words, WORDS);
    Ok(Value::None)
}

/// `init_genrand`.
fn filled(seed: u32) -> [u32; WORDS] {
    let mut words = [seed; WORDS];
    for at in 1..WORDS {
        let before = words[at - 1];
        words[at] = 1_812_433_253u32.wrapping_mul(before ^ (before >> 30)).wrapping_add(at as u32);
    }
    words
}

/// `init_by_array`.
fn seeded(key: &[u32]) -> [u32; WORDS] {
    let mut words = filled(19_650_218);
    let mut at = 1;
    let mixed = |words: &[u32; WORDS], at: usize, factor: u32| {
        let before = words[at - 1];
        words[at] ^ (before ^ (before >> 30)).wrapping_mul(factor)
    };
    let advance = |words: &mut [u32; WORDS], at: usize| {
        if at + 1 < WORDS {
            return at + 1;
        }
        words[0] = words[WORDS - 1];
        1
    };
    for step in 0..WORDS.max(key.len()) {
        let from = step % key.len();
        words[at] = mixed(&words, at, 1_664_525).wrapping_add(key[from]).wrapping_add(from as u32);
        at = advance(&mut words, at);
    }
    for _ in 1..WORDS {
        words[at] = mixed(&words, at, 1_566_083_941).wrapping_sub(at as u32);
        at = advance(&mut words, at);
    }
    words[0] = 0x8000_0000;
    words
}

/// The next 624 words.
fn twist(mut words: [u32; WORDS]) -> [u32; WORDS] {
    for at in 0..WORDS {
        let joined = (words[at] & 0x8000_0000) | (words[(at + 1) % WORDS] & 0x7fff_ffff);
        let odd = if joined & 1 == 1 { 0x9908_b0df } else { 0 };
        words[at] = words[(at + MIDDLE) % WORDS] ^ (joined >> 1) ^ odd;
    }
    words
}

fn temper(mut word: u32) -> u32 {
    word ^= word >> 11;
    word ^= (word << 7) & 0x9d2c_5680;
    word ^= (word << 15) & 0xefc6_0000;
    word ^ (word >> 18)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_of_the_reference_implementation() {
        // The first numbers that mt19937ar.c prints, seeded with {0x123, 0x234, 0x345, 0x456}.
        let words = twist(seeded(&[0x123, 0x234, 0x345, 0x456]));
        let first: Vec<u32> = words.iter().take(5).map(|&word| temper(word)).collect();
        assert_eq!(first, [1_067_595_299, 955_945_823, 477_289_528, 4_107_218_783, 4_228_976_476]);
    }
}
