//! Digests of bytes.

use sha2::{Digest, Sha512};

/// The SHA-512 of the bytes (FIPS 180-4): 64 bytes.
#[must_use]
pub fn sha512(bytes: &[u8]) -> [u8; 64] {
    Sha512::digest(bytes).into()
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
