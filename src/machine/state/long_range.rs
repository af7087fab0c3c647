//! Ranges whose numbers do not fit 64 bits.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::machine::state::object::{Object, Range};

/// `range(start, stop, step)` with integers of any size.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct LongRange {
    pub start: BigInt,
    pub stop: BigInt,
    pub step: BigInt,
    /// How many numbers it has.
    pub length: BigInt,
}

impl LongRange {
    /// The range; the step is not zero.
    #[must_use]
    pub fn new(start: BigInt, stop: BigInt, step: BigInt) -> Self {
        let distance = if step.is_positive() { &stop - &start } else { &start - &stop };
        let length =
            if distance.is_positive() { (distance - 1u8).div_floor(&step.abs()) + 1u8 } else { BigInt::zero() };
        Self { start, stop, step, length }
    }

    /// The number at `index`, which has to be in the range.
    #[must_use]
    pub fn at(&self, index: &BigInt) -> BigInt {
        &self.start + index * &self.step
    }

    /// Where in the range a number is.
    #[must_use]
    pub fn place(&self, number: &BigInt) -> Option<BigInt> {
        let (at, rest) = (number - &self.start).div_mod_floor(&self.step);
        (rest.is_zero() && !at.is_negative() && at < self.length).then_some(at)
    }

    /// Its numbers from the last to the first.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let last = self.at(&(&self.length - 1u8));
        Self { start: last, stop: &self.start - &self.step, step: -&self.step, length: self.length.clone() }
    }

    /// What `range[start:stop:step]` is; a bound that is left out is `None`, and the step is not zero.
    #[must_use]
    pub fn slice(&self, start: Option<&BigInt>, stop: Option<&BigInt>, step: &BigInt) -> Self {
        let length = &self.length;
        let back = step.is_negative();
        let (lowest, highest) = if back { (BigInt::from(-1), length - 1u8) } else { (BigInt::zero(), length.clone()) };
        let bound = |part: Option<&BigInt>, default: &BigInt| match part {
            None => default.clone(),
            Some(at) if at.is_negative() => (at + length).max(lowest.clone()),
            Some(at) => at.clone().min(highest.clone()),
        };
        let (first, last) = if back { (&highest, &lowest) } else { (&lowest, &highest) };
        let (start, stop) = (bound(start, first), bound(stop, last));
        Self::new(self.at(&start), self.at(&stop), &self.step * step)
    }

    /// Whether both have the same numbers.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        self.length == other.length
            && (self.length.is_zero()
                || (self.start == other.start && (self.length.is_one() || self.step == other.step)))
    }

    /// The object that it is: a plain range where its numbers and their count are within 64 bits.
    #[must_use]
    pub fn object(self) -> Object {
        let parts = (self.start.to_i64(), self.stop.to_i64(), self.step.to_i64(), self.length.to_i64());
        match parts {
            (Some(start), Some(stop), Some(step), Some(_)) => Object::Range(Box::new(Range { start, stop, step })),
            _ => Object::LongRange(Box::new(self)),
        }
    }
}

impl From<&Range> for LongRange {
    fn from(range: &Range) -> Self {
        Self::new(range.start.into(), range.stop.into(), range.step.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_range_is_counted_sliced_and_turned_round_as_a_short_one() {
        for (start, stop, step) in [(0, 10, 3), (10, 0, -4), (3, 3, 1), (-7, 8, 5)] {
            let short = Range { start, stop, step };
            let long = LongRange::from(&short);
            assert_eq!(long.length, BigInt::from(short.len()));
            for at in 0..short.len() {
                assert_eq!(long.at(&at.into()), short.at(at).into());
                assert_eq!(long.place(&short.at(at).into()), Some(at.into()));
            }
            assert_eq!(long.place(&(start + 1).into()), None);
            assert!(long.same(&LongRange::from(&short)));
        }
        let long = LongRange::new(0.into(), BigInt::one() << 70u8, 1.into());
        assert_eq!(long.reversed().start, (BigInt::one() << 70u8) - 1u8);
        assert_eq!(long.slice(Some(&BigInt::from(-3)), None, &BigInt::one()).length, BigInt::from(3));
        assert_eq!(long.slice(None, None, &BigInt::from(-1)).start, (BigInt::one() << 70u8) - 1u8);
        assert!(matches!(long.slice(None, Some(&BigInt::from(5)), &BigInt::one()).object(), Object::Range(_)));
    }
}
