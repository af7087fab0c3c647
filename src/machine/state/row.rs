//! A row of parts that machines share one by one, and as a whole until one of them writes to it.
//!
//! A search copies machines by the million, most of whose parts a step leaves alone: a row that was put together with
//! [`Row::share`] is copied by counting it once. Whoever writes takes it apart again. Where nobody searches, a row is owned,
//! and costs nothing to write.

use std::{
    hash::{Hash, Hasher},
    ops::Deref,
    sync::Arc,
};

use crate::machine::state::shared::Shared;

/// A row of parts.
#[derive(Clone, Debug)]
pub struct Row<T>(Parts<T>);

#[derive(Clone, Debug)]
enum Parts<T> {
    /// Written since it was last shared.
    Own(Vec<Shared<T>>),
    /// Perhaps other machines have it, too.
    Common(Arc<Vec<Shared<T>>>),
}

impl<T> Row<T> {
    /// Whether the two are one: no part of either was written since they were copies.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        matches!((&self.0, &other.0), (Parts::Common(one), Parts::Common(other)) if Arc::ptr_eq(one, other))
    }

    /// From here on it is copied as a whole, until it is written.
    pub fn share(&mut self) {
        if let Parts::Own(row) = &mut self.0 {
            self.0 = Parts::Common(Arc::new(std::mem::take(row)));
        }
    }

    /// The row, to write.
    #[inline]
    pub fn make_mut(&mut self) -> &mut Vec<Shared<T>> {
        if let Parts::Common(_) = self.0 {
            self.take_apart();
        }
        match &mut self.0 {
            Parts::Own(row) => row,
            Parts::Common(_) => unreachable!("it was taken apart"),
        }
    }

    #[cold]
    fn take_apart(&mut self) {
        if let Parts::Common(row) = std::mem::replace(&mut self.0, Parts::Own(Vec::new())) {
            self.0 = Parts::Own(Arc::unwrap_or_clone(row));
        }
    }
}

impl<T> Default for Row<T> {
    fn default() -> Self {
        Self(Parts::Own(Vec::new()))
    }
}

impl<T> Deref for Row<T> {
    type Target = [Shared<T>];

    #[inline]
    fn deref(&self) -> &[Shared<T>] {
        match &self.0 {
            Parts::Own(row) => row,
            Parts::Common(row) => row,
        }
    }
}

impl<T: Hash> Hash for Row<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl<T: PartialEq> PartialEq for Row<T> {
    fn eq(&self, other: &Self) -> bool {
        self.is(other) || **self == **other
    }
}

impl<T: Eq> Eq for Row<T> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_row_is_one_with_its_copies_until_it_is_written() {
        let mut row = Row::default();
        row.make_mut().extend([Shared::new(1), Shared::new(2)]);
        assert!(!row.is(&row.clone()));
        row.share();
        let mut copy = row.clone();
        assert!(copy.is(&row) && copy == row);
        *copy.make_mut()[1].make_mut() = 3;
        assert!(!copy.is(&row) && copy != row);
        assert_eq!((*row[1], *copy[1]), (2, 3));
        assert!(row[0].is(&copy[0]), "a part that nobody wrote is still one");
    }
}
