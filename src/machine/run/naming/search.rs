//! The way to a thing: `keys[1]`, `bells['attic']`, `station.gate`. From the variables of the program, else from those of
//! the running functions, the innermost first; the shortest way is the name.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::is_private;
use crate::machine::{
    run::exec::Exec,
    state::{
        frame::Frame,
        object::{Native, Object},
        value::{ObjectId, Value},
    },
};
use crate::{
    ids::ResourceId,
    program::{GlobalId, NameId},
};

/// So many objects are looked at in a search.
const MOST: usize = 512;

/// So many items of one container.
const MOST_ITEMS: usize = 64;

/// How one comes to an object from the one before it.
#[derive(Clone, Copy)]
enum Step {
    /// By a variable.
    Variable(NameId),
    /// As an attribute.
    Attribute(NameId),
    /// At a place of a list or tuple.
    Item(usize),
    /// Under a key.
    Key(Value),
}

/// An object on the way, and where it was come from.
#[derive(Clone, Copy)]
struct Stop {
    from: Option<usize>,
    step: Step,
    object: ObjectId,
}

/// Objects in the order in which they were reached, each once.
#[derive(Default)]
struct Search {
    stops: Vec<Stop>,
    seen: IndexSet<ObjectId, FxBuildHasher>,
}

impl Search {
    fn reach(&mut self, from: Option<usize>, step: Step, value: Value) {
        let Value::Object(object) = value else { return };
        if self.stops.len() < MOST && self.seen.insert(object) {
            self.stops.push(Stop { from, step, object });
        }
    }
}

impl Exec<'_> {
    /// The ways to those of the primitives that can be reached.
    pub(super) fn ways_to_resources(&self, wanted: &[ResourceId]) -> Vec<(ResourceId, String)> {
        let mut found: Vec<(ResourceId, String)> = Vec::new();
        self.search(|this, search, at| {
            if let Object::Instance(instance) = this.object(search.stops[at].object)
                && let Native::Resource(resource) | Native::Condition { room: resource, .. } = instance.native
                && wanted.contains(&resource)
                && found.iter().all(|&(known, _)| known != resource)
            {
                found.push((resource, this.way(search, at)));
            }
            found.len() == wanted.len()
        });
        found
    }

    /// The way to an object.
    pub(super) fn way_to_object(&self, id: ObjectId) -> Option<String> {
        let mut found = None;
        self.search(|this, search, at| {
            if search.stops[at].object == id {
                found = Some(this.way(search, at));
            }
            found.is_some()
        });
        found
    }

    /// Goes through what can be reached until it is enough.
    fn search(&self, mut enough: impl FnMut(&Self, &Search, usize) -> bool) {
        if self.is_in_system() {
            // Nothing that the program has leads there.
            return;
        }
        let mut search = Search::default();
        let main = self.machine.space.module;
        for (at, global) in self.program.globals.iter().enumerate().filter(|(_, global)| global.module == main) {
            let value = self.machine.space.globals.get(GlobalId(at as u16));
            search.reach(None, Step::Variable(global.name), value);
        }
        let mut at = 0;
        let mut frames = self.stack.frames.iter().rev().filter(|frame| !self.code(frame.code).hidden);
        loop {
            while at < search.stops.len() {
                if enough(self, &search, at) {
                    return;
                }
                self.open(&mut search, at);
                at += 1;
            }
            match frames.next() {
                Some(frame) => self.enter(&mut search, frame),
                None => return,
            }
        }
    }

    /// Goes on from the variables of a function.
    fn enter(&self, search: &mut Search, frame: &Frame) {
        let locals = &self.program.code(frame.code).locals;
        for (at, &name) in locals.iter().enumerate() {
            let Some(&value) = self.stack.registers.get(frame.base as usize + at) else { return };
            let value = match value.object().map(|id| self.object(id)) {
                Some(Object::Cell(inner)) => *inner,
                _ => value,
            };
            // What an object calls itself is no name for what is in it.
            if !matches!(&*self.name(name), "self" | "cls") {
                search.reach(None, Step::Variable(name), value);
            }
        }
    }

    /// Goes on to what is in an object.
    fn open(&self, search: &mut Search, at: usize) {
        let id = search.stops[at].object;
        match self.object(id) {
            Object::List(_) | Object::Tuple(_) => {
                let items = self.sequence_items(Value::Object(id)).unwrap_or_default();
                for (place, item) in items.into_iter().enumerate().take(MOST_ITEMS) {
                    search.reach(Some(at), Step::Item(place), item);
                }
            }
            Object::Dict(_) => {
                for (key, value) in self.dict_entries(Value::Object(id)).into_iter().take(MOST_ITEMS) {
                    search.reach(Some(at), Step::Key(key), value);
                }
            }
            Object::Instance(instance) if self.machine.class(instance.class).own => {
                let native = instance.native;
                for (name, value) in self.machine.own_attributes(id) {
                    if !is_private(native, &self.name(name)) {
                        search.reach(Some(at), Step::Attribute(name), value);
                    }
                }
            }
            _ => {}
        }
    }

    /// The way to a stop, as the program would write it.
    fn way(&self, search: &Search, at: usize) -> String {
        let Stop { from, step, .. } = search.stops[at];
        let before = from.map_or_else(String::new, |from| self.way(search, from));
        match step {
            Step::Variable(name) => self.name(name).to_string(),
            Step::Attribute(name) => format!("{before}.{}", self.name(name)),
            Step::Item(place) => format!("{before}[{place}]"),
            Step::Key(key) => format!("{before}[{}]", self.machine.short_repr(key)),
        }
    }
}
