//! Harm done to a file, for the tests of recordings.

use proptest::prelude::*;

/// A change to a file.
#[derive(Clone, Debug)]
pub enum Harm {
    Byte(prop::sample::Index, u8),
    Number(prop::sample::Index, u64),
    RemoveLine(prop::sample::Index),
    RepeatLine(prop::sample::Index, prop::sample::Index),
    RemovePart(prop::sample::Index, usize),
    CutOff(prop::sample::Index),
}

pub fn harm() -> impl Strategy<Value = Harm> {
    let place = any::<prop::sample::Index>;
    let numbers =
        prop::sample::select(vec![0, 1, 2, 3, 7, 255, 4_000_000_000, u64::MAX, 1 << 62, 9_000_000_000, 1 << 40]);
    prop_oneof![
        1 => (place(), any::<u8>()).prop_map(|(at, byte)| Harm::Byte(at, byte)),
        5 => (place(), numbers).prop_map(|(at, number)| Harm::Number(at, number)),
        1 => place().prop_map(Harm::RemoveLine),
        1 => (place(), place()).prop_map(|(from, to)| Harm::RepeatLine(from, to)),
        1 => (place(), 1..40_usize).prop_map(|(at, length)| Harm::RemovePart(at, length)),
        1 => place().prop_map(Harm::CutOff),
    ]
}

pub fn harmed(mut bytes: Vec<u8>, harm: &Harm) -> Vec<u8> {
    let lines = |bytes: &[u8]| bytes.split_inclusive(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect::<Vec<_>>();
    match harm {
        _ if bytes.is_empty() => {}
        Harm::Byte(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        Harm::Number(at, number) => {
            let from = at.index(bytes.len());
            let start = bytes[from..].iter().position(u8::is_ascii_digit).map_or(bytes.len(), |found| from + found);
            let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            bytes.splice(start..start + length, number.to_string().into_bytes());
        }
        Harm::RemoveLine(at) => {
            let mut lines = lines(&bytes);
            lines.remove(at.index(lines.len()));
            bytes = lines.concat();
        }
        Harm::RepeatLine(from, to) => {
            let mut lines = lines(&bytes);
            let line = lines[from.index(lines.len())].clone();
            lines.insert(to.index(lines.len()), line);
            bytes = lines.concat();
        }
        Harm::RemovePart(at, length) => {
            let at = at.index(bytes.len());
            bytes.drain(at..(at + length).min(bytes.len()));
        }
        Harm::CutOff(at) => bytes.truncate(at.index(bytes.len())),
    }
    bytes
}
