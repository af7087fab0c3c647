//! Digests of bytes, and what is made of them for keys.

use sha2::{Digest, Sha512};

/// The SHA-512 of the bytes (FIPS 180-4): 64 bytes.
#[must_use]
pub fn sha512(bytes: &[u8]) -> [u8; 64] {
    Sha512::digest(bytes).into()
}

/// The words of a block of Salsa20.
const WORDS: usize = 16;

/// The `ROMix` of `scrypt` (RFC 7914): mixes a block of 128·r bytes by way of a table of `n` such blocks, `n` a power of two.
#[must_use]
pub fn scrypt_mix(block: &[u8], n: usize) -> Vec<u8> {
    let mut words: Vec<u32> =
        block.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect();
    let size = words.len();
    let mut table = Vec::with_capacity(n * size);
    for _ in 0..n {
        table.extend_from_slice(&words);
        words = mixed_block(&words);
    }
    for _ in 0..n {
        // The first word of the last part, modulo a power of two that is smaller than 2³².
        let at = words.get(size.saturating_sub(WORDS)).map_or(0, |&word| word as usize & (n - 1)) * size;
        words.iter_mut().zip(&table[at..at + size]).for_each(|(word, &other)| *word ^= other);
        words = mixed_block(&words);
    }
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// `BlockMix` of RFC 7914: each part mixed with the one before it; the even parts first, then the odd ones.
fn mixed_block(words: &[u32]) -> Vec<u32> {
    let mut result = vec![0; words.len()];
    let mut part = [0; WORDS];
    part.copy_from_slice(&words[words.len() - WORDS..]);
    let half = words.len() / (2 * WORDS);
    for (at, next) in words.chunks_exact(WORDS).enumerate() {
        part.iter_mut().zip(next).for_each(|(word, &other)| *word ^= other);
        salsa20_8(&mut part);
        let place = at / 2 + at % 2 * half;
        result[place * WORDS..][..WORDS].copy_from_slice(&part);
    }
    result
}

/// The core of Salsa20 with eight rounds.
fn salsa20_8(block: &mut [u32; WORDS]) {
    // In each double round the columns, then the rows, each from its diagonal on.
    const QUARTERS: [[usize; 4]; 8] = [
        [0, 4, 8, 12],
        [5, 9, 13, 1],
        [10, 14, 2, 6],
        [15, 3, 7, 11],
        [0, 1, 2, 3],
        [5, 6, 7, 4],
        [10, 11, 8, 9],
        [15, 12, 13, 14],
    ];
    let mut x = *block;
    for _ in 0..4 {
        for [a, b, c, d] in QUARTERS {
            x[b] ^= x[a].wrapping_add(x[d]).rotate_left(7);
            x[c] ^= x[b].wrapping_add(x[a]).rotate_left(9);
            x[d] ^= x[c].wrapping_add(x[b]).rotate_left(13);
            x[a] ^= x[d].wrapping_add(x[c]).rotate_left(18);
        }
    }
    block.iter_mut().zip(x).for_each(|(word, mixed)| *word = word.wrapping_add(mixed));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_of_nothing_begins_as_the_standard_says() {
        assert_eq!(sha512(b"")[..4], [0xcf, 0x83, 0xe1, 0x35]);
        assert_eq!(sha512(b"abc")[..4], [0xdd, 0xaf, 0x35, 0xa1]);
    }
}
