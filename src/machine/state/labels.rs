//! What the program calls its things: names of primitives, of shared variables and of the objects they hang on.
//!
//! Labels are for viewers alone: no run depends on them, and two machines that differ in labels alone are equal.

use std::sync::Arc;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::machine::state::place::Place;
use crate::machine::state::value::ObjectId;
use crate::{
    ids::{ProcessId, ResourceId, VariableId},
    program::NameKind,
};

/// In so many steps from its making on a name is looked for.
const PATIENCE: u8 = 8;

/// For so many objects the way to them is looked for.
const MOST_SEARCHES: u32 = 2048;

/// In a program with more primitives than these, none are looked for.
const MOST_NAMED: usize = 1024;

/// Names of primitives, variables and objects.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    resources: Vec<Option<Label>>,
    /// Primitives that were made lately, and in how many further steps a name for them is looked for.
    new: Vec<(ResourceId, u8)>,
    /// What is in the memory of the process that is spoken of.
    here: Memory,
    /// Which process that is.
    process: ProcessId,
    /// What is in the memory of the others, by their places; what stands at the place of the one that is spoken of is void.
    others: Vec<Memory>,
    /// How many times the way to an object was looked for.
    searches: u32,
    /// Cells of memory that processes share.
    common: IndexMap<Place, VariableId, FxBuildHasher>,
    names: Vec<Arc<str>>,
}

/// Names of what is in the memory of one process.
#[derive(Clone, Debug, Default)]
struct Memory {
    objects: IndexMap<ObjectId, Label, FxBuildHasher>,
    /// Variables of modules, by their places: they are asked for at every access.
    globals: Vec<Option<VariableId>>,
    /// All others.
    variables: IndexMap<Place, VariableId, FxBuildHasher>,
}

/// A name, and how good it is.
#[derive(Clone, Debug)]
struct Label {
    text: Arc<str>,
    /// It says where the thing is, not just what its owner calls it.
    full: bool,
}

/// The place of a process among all: the system comes first.
fn place_of(process: ProcessId) -> usize {
    if process == ProcessId::SYSTEM { 0 } else { process.index() + 1 }
}

impl Labels {
    /// Notes a new primitive.
    pub fn add_resource(&mut self, id: ResourceId) {
        self.new.push((id, PATIENCE));
        self.resources.resize(id.index() + 1, None);
    }

    /// From here on it is the memory of this process that is spoken of. In a new one, objects are called as they were in the
    /// one before; its variables are others, and nobody has spoken of them.
    pub fn speak_of(&mut self, process: ProcessId) {
        if process == self.process {
            return;
        }
        let [before, now] = [self.process, process].map(place_of);
        let most = before.max(now);
        while self.others.len() <= most {
            self.others.push(Memory { objects: self.here.objects.clone(), ..Memory::default() });
        }
        self.process = process;
        std::mem::swap(&mut self.here, &mut self.others[before]);
        std::mem::swap(&mut self.here, &mut self.others[now]);
    }

    /// Whether the way to one more object is looked for: not for every one of very many.
    pub fn may_search(&mut self) -> bool {
        self.searches = self.searches.saturating_add(1);
        self.searches <= MOST_SEARCHES
    }

    /// Whether primitives were made lately.
    #[must_use]
    pub fn has_new(&self) -> bool {
        !self.new.is_empty()
    }

    /// New primitives that have no name that says where they are, or one that another has, too.
    #[must_use]
    pub fn nameless(&self) -> Vec<ResourceId> {
        if self.resources.len() > MOST_NAMED {
            return Vec::new();
        }
        let known = |id: ResourceId| self.resources[id.index()].as_ref();
        let shared = |label: &Label| {
            let same = self.resources.iter().flatten().filter(|other| other.text == label.text);
            same.count() > 1
        };
        let new = self.new.iter().map(|&(id, _)| id);
        new.filter(|&id| known(id).is_none_or(|label| !label.full || shared(label))).collect()
    }

    /// Gives a primitive the name that says where it is.
    pub fn rename_resource(&mut self, id: ResourceId, name: &str) {
        if self.resources.len() <= id.index() {
            self.resources.resize(id.index() + 1, None);
        }
        self.resources[id.index()] = Some(Label { text: Arc::from(name), full: true });
    }

    /// A step is over: those that have a name now are not new, and others not for ever.
    pub fn end_step(&mut self) {
        let resources = &self.resources;
        self.new.retain_mut(|(id, left)| {
            *left -= 1;
            *left > 0 && resources[id.index()].as_ref().is_none_or(|label| !label.full)
        });
    }

    /// The program calls a primitive so; returns whether that is news.
    pub fn name_resource(&mut self, id: ResourceId, name: &str, kind: NameKind) -> bool {
        if self.resources.len() <= id.index() {
            self.resources.resize(id.index() + 1, None);
        }
        let known = &mut self.resources[id.index()];
        let full = kind == NameKind::Variable;
        if known.as_ref().is_some_and(|label| label.full || !full) {
            return false;
        }
        *known = Some(Label { text: Arc::from(name), full });
        true
    }

    /// What the program calls a primitive.
    #[must_use]
    pub fn resource(&self, id: ResourceId) -> Option<&Arc<str>> {
        self.resources.get(id.index())?.as_ref().map(|label| &label.text)
    }

    /// The program calls an object so; returns whether that is news.
    pub fn name_object(&mut self, id: ObjectId, name: &str, kind: NameKind) -> bool {
        let full = kind == NameKind::Variable;
        if self.here.objects.get(&id).is_some_and(|label| label.full || !full) {
            return false;
        }
        self.here.objects.insert(id, Label { text: Arc::from(name), full });
        true
    }

    /// What the program calls an object.
    #[must_use]
    pub fn object(&self, id: ObjectId) -> Option<&Arc<str>> {
        self.here.objects.get(&id).map(|label| &label.text)
    }

    /// The variable at a place, if it was spoken of before.
    #[must_use]
    #[inline]
    pub fn variable(&self, place: Place) -> Option<VariableId> {
        match place {
            Place::Global(global) => self.here.globals.get(global.index()).copied().flatten(),
            Place::Common(..) => self.common.get(&place).copied(),
            place => self.here.variables.get(&place).copied(),
        }
    }

    /// What a variable is called.
    #[must_use]
    pub fn variable_name(&self, id: VariableId) -> &str {
        &self.names[id.index()]
    }

    /// Begins to speak of the variable at a place.
    pub fn add_variable(&mut self, place: Place, name: &str) -> VariableId {
        let id = VariableId::at(self.names.len());
        self.names.push(Arc::from(name));
        self.alias(place, id);
        id
    }

    /// The content of a container is spoken of as the variable that holds it.
    pub fn alias(&mut self, place: Place, id: VariableId) {
        let global = match place {
            Place::Global(global) => global.index(),
            Place::Common(..) => {
                self.common.insert(place, id);
                return;
            }
            _ => {
                self.here.variables.insert(place, id);
                return;
            }
        };
        if self.here.globals.len() <= global {
            self.here.globals.resize(global + 1, None);
        }
        self.here.globals[global] = Some(id);
    }

    /// Forgets objects that are gone, so that others in their place do not inherit their names.
    pub fn forget(&mut self, is_gone: impl Fn(ObjectId) -> bool) {
        self.here.objects.retain(|&id, _| !is_gone(id));
        self.here.variables.retain(|place, _| place.object().is_none_or(|id| !is_gone(id)));
    }
}
