//! Where the description of a machine goes, word by word: into a list, or into a key of 128 bits. Both are told the same, but
//! that parts go into the list in full, and into the key by their sums.

use std::hash::Hasher;

/// Takes the words of a description.
pub trait Words: Default + PartialEq {
    /// One word.
    fn word(&mut self, word: u64);
    /// The description of the trunk, with its key.
    fn trunk(&mut self, form: &[u64], key: u128);
    /// The description of a part.
    fn part(&mut self, part: &Self);
    /// The sums of the words, if they stand for them.
    fn sums(&self) -> Option<(u64, u64)>;
    /// The description that has these sums, if they are enough.
    fn of(sums: (u64, u64)) -> Option<Self>;
}

impl Words for Vec<u64> {
    fn word(&mut self, word: u64) {
        self.push(word);
    }

    fn trunk(&mut self, form: &[u64], _key: u128) {
        self.push(form.len() as u64);
        self.extend_from_slice(form);
    }

    fn part(&mut self, part: &Self) {
        self.push(part.len() as u64);
        self.extend_from_slice(part);
    }

    fn sums(&self) -> Option<(u64, u64)> {
        None
    }

    fn of(_sums: (u64, u64)) -> Option<Self> {
        None
    }
}

/// Two sums of 64 bits that run beside each other with different multipliers and turns: for a given sum each word leads to
/// another sum, and for a given word each sum does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Key(u64, u64);

impl Default for Key {
    fn default() -> Self {
        Self(0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344)
    }
}

impl Words for Key {
    #[inline]
    fn word(&mut self, word: u64) {
        self.0 = (self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26);
        self.1 = (self.1.rotate_left(37) ^ word).wrapping_mul(0xd6e8_feb8_6659_fd93);
    }

    fn trunk(&mut self, _form: &[u64], key: u128) {
        self.word(key as u64);
        self.word((key >> 64) as u64);
    }

    #[inline]
    fn part(&mut self, part: &Self) {
        self.word(part.0);
        self.word(part.1);
    }

    #[inline]
    fn sums(&self) -> Option<(u64, u64)> {
        Some((self.0, self.1))
    }

    #[inline]
    fn of((first, second): (u64, u64)) -> Option<Self> {
        Some(Self(first, second))
    }
}

impl Key {
    /// The key of what was told.
    #[must_use]
    pub fn finish(&self) -> u128 {
        let (low, high) = (mixed(self.0 ^ self.1.rotate_left(32)), mixed(self.1.wrapping_add(self.0.rotate_left(17))));
        u128::from(high) << 64 | u128::from(low)
    }
}

/// Lets every bit have a say in every other (the end of `MurmurHash3`).
const fn mixed(mut word: u64) -> u64 {
    word ^= word >> 33;
    word = word.wrapping_mul(0xff51_afd7_ed55_8ccd);
    word ^= word >> 33;
    word = word.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    word ^ (word >> 33)
}

/// Lets plain data that knows how to be hashed tell itself: nothing with an id of the machine in it.
pub struct Plain<'w, W>(pub &'w mut W);

impl<W: Words> Hasher for Plain<'_, W> {
    fn write(&mut self, bytes: &[u8]) {
        self.0.word(bytes.len() as u64);
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.0.word(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.0.word(number.into());
    }

    fn write_u16(&mut self, number: u16) {
        self.0.word(number.into());
    }

    fn write_u32(&mut self, number: u32) {
        self.0.word(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.0.word(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.0.word(number as u64);
    }

    fn finish(&self) -> u64 {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_differ_with_every_word_and_with_their_order() {
        let key = |words: &[u64]| {
            let mut key = Key::default();
            words.iter().for_each(|&word| key.word(word));
            key.finish()
        };
        let mut keys: Vec<u128> = (0..1000).flat_map(|n| [key(&[n, 0]), key(&[0, n]), key(&[n << 40, n])]).collect();
        keys.sort_unstable();
        keys.dedup();
        // The three are one for n = 0.
        assert_eq!(keys.len(), 3 * 1000 - 2);
        let halves = |half: fn(u128) -> u64| {
            let mut halves: Vec<u64> = keys.iter().map(|&key| half(key)).collect();
            halves.sort_unstable();
            halves.dedup();
            halves.len()
        };
        assert_eq!((halves(|key| key as u64), halves(|key| (key >> 64) as u64)), (keys.len(), keys.len()));
    }
}
