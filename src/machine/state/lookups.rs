//! What looking attributes up on classes came to, remembered by whoever runs a program for long.
//!
//! It is no part of the state: two machines that differ in nothing else are equal, a copy begins with nothing, and an
//! access that finds something here does what it would do without. A search, whose copies take a step each, never comes
//! to have any. As CPython's cache of methods (`Objects/typeobject.c`), it is forgotten as a whole when any class changes.

use std::hash::{Hash, Hasher};

use crate::{
    machine::state::value::{ClassId, Value},
    program::NameId,
};

/// What a class says about an attribute of its objects.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum OnClass {
    /// Nothing: the object has it of its own, or nobody.
    Nothing,
    /// A function: what the object has of its own comes first.
    Method(Value),
    /// A plain value: what the object has of its own comes first.
    Value(Value),
    /// A property with this getter, a function, which alone has a say.
    Getter(Value),
    /// Something else that computes it, or the class wants to be asked: see `language::attribute`.
    Other,
}

/// What was found out about a name on a class.
#[derive(Clone, Copy, Debug)]
pub struct Finding {
    /// What the class says about it.
    pub on_class: OnClass,
    /// Binding it writes it into the object, and that is all.
    pub settable: bool,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    class: ClassId,
    name: NameId,
    round: u32,
    finding: Finding,
}

/// Findings by class and name.
#[derive(Debug, Default)]
pub struct Lookups {
    /// Findings of earlier rounds do not hold any more. 0 while there is no room for any.
    round: u32,
    /// How often something was looked up before there was room.
    asked: u32,
    entries: Box<[Entry]>,
}

/// How many there is room for.
const ROOM: usize = 512;

/// Whoever looks up less than that is better off without.
const WORTH_REMEMBERING: u32 = 256;

impl Lookups {
    #[inline]
    fn place(class: ClassId, name: NameId) -> usize {
        (class.index().wrapping_mul(0x9E5) ^ name.index().wrapping_mul(0x2B)) % ROOM
    }

    /// What is known about the name on the class.
    #[inline]
    #[must_use]
    pub fn get(&self, class: ClassId, name: NameId) -> Option<&Finding> {
        let entry = self.entries.get(Self::place(class, name))?;
        (entry.class == class && entry.name == name && entry.round == self.round).then_some(&entry.finding)
    }

    /// Remembers it, once that is worth while.
    pub fn keep(&mut self, class: ClassId, name: NameId, finding: Finding) {
        if self.entries.is_empty() {
            self.asked += 1;
            if self.asked < WORTH_REMEMBERING {
                return;
            }
            let nothing = Finding { on_class: OnClass::Other, settable: false };
            self.round = 1;
            self.entries = vec![Entry { class, name, round: 0, finding: nothing }; ROOM].into();
        }
        self.entries[Self::place(class, name)] = Entry { class, name, round: self.round, finding };
    }

    /// A class has changed.
    pub fn forget(&mut self) {
        match self.round.checked_add(1) {
            _ if self.entries.is_empty() => {}
            Some(round) => self.round = round,
            None => *self = Self::default(),
        }
    }
}

impl Clone for Lookups {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Lookups {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Lookups {}

impl Hash for Lookups {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_hold_until_a_class_changes() {
        let mut lookups = Lookups::default();
        let finding = Finding { on_class: OnClass::Value(Value::Int(1)), settable: true };
        let (class, name) = (ClassId::at(90), NameId(7));
        lookups.keep(class, name, finding);
        assert!(lookups.get(class, name).is_none(), "one is not worth the room");
        for _ in 0..WORTH_REMEMBERING {
            lookups.keep(class, name, finding);
        }
        assert_eq!(lookups.get(class, name).map(|found| found.on_class), Some(finding.on_class));
        assert!(lookups.get(ClassId::at(91), name).is_none() && lookups.get(class, NameId(8)).is_none());
        assert!(lookups.clone().get(class, name).is_none(), "a copy begins with nothing");
        lookups.forget();
        assert!(lookups.get(class, name).is_none());
    }
}
