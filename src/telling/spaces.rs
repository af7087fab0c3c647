//! Processes as boxes: the threads of each, and the variables that it has for itself, beside what its parent has.

use std::collections::BTreeMap;

use super::Names;
use crate::{
    event::{Shown, ThreadKind},
    ids::{StepIndex, ThreadId, VariableId},
    scene::{Scene, ThreadView, VariableView},
};

/// A process.
#[derive(Debug)]
pub struct Space {
    /// The thread with which it began.
    pub main: ThreadId,
    /// All of its threads.
    pub threads: Vec<ThreadId>,
    /// The process that made it.
    pub parent: Option<u16>,
    /// What it has for itself.
    pub variables: Vec<Own>,
}

/// What a process has of a variable.
#[derive(Debug)]
pub struct Own {
    /// The variable's name.
    pub name: String,
    /// What it is worth there.
    pub worth: Shown,
    /// It is what the parent has, too.
    pub is_equal: bool,
    /// When it was written there.
    pub written: StepIndex,
}

/// Whether a process of this program begins with a copy of its parent's memory; one that is spawned begins with nothing of it.
#[must_use]
pub fn copies(program: &str) -> bool {
    !program.contains("spawn") && !program.contains("forkserver")
}

/// Whether there is, or was, more than one process.
#[must_use]
pub fn has_several(scene: &Scene) -> bool {
    scene.threads.iter().any(|view| view.life.space > 0)
}

/// The processes, by their numbers.
#[must_use]
pub fn spaces(scene: &Scene, names: Names<'_>, copies: bool) -> BTreeMap<u16, Space> {
    Spaces { scene, names, copies }.all()
}

struct Spaces<'a> {
    scene: &'a Scene,
    names: Names<'a>,
    copies: bool,
}

impl Spaces<'_> {
    fn all(&self) -> BTreeMap<u16, Space> {
        let scene = self.scene;
        let mut spaces: BTreeMap<u16, Space> = BTreeMap::new();
        for (thread, view) in scene.threads.iter().enumerate().map(|(at, view)| (ThreadId::at(at), view)) {
            let parent = view.life.parent.and_then(|parent| scene.thread(parent)).map(|parent| parent.life.space);
            let new = || Space { main: thread, threads: Vec::new(), parent, variables: Vec::new() };
            spaces.entry(view.life.space).or_insert_with(new).threads.push(thread);
        }
        let mains: Vec<(u16, String)> = spaces
            .iter()
            .filter(|(_, space)| self.view(space).is_some_and(|view| view.life.kind == ThreadKind::Process))
            .map(|(&number, space)| (number, format!("{}: ", self.names.thread(space.main))))
            .collect();
        for (id, view) in scene.known_variables().filter_map(|id| Some((id, scene.variable(id)?))) {
            let whole = self.names.variable(id);
            let home = mains.iter().find_map(|(number, prefix)| Some((*number, whole.strip_prefix(prefix.as_str())?)));
            let (number, name) = home.unwrap_or((0, whole));
            let (Some(value), Some(space)) = (view.value.or(view.initial), spaces.get_mut(&number)) else { continue };
            space.variables.push(Own { name: name.to_owned(), worth: value, is_equal: false, written: view.written });
        }
        self.compare(&mut spaces);
        spaces
    }

    fn view(&self, space: &Space) -> Option<&ThreadView> {
        self.scene.thread(space.main)
    }

    /// Says of each value whether the parent has the same, and adds the copies that nobody has touched.
    fn compare(&self, spaces: &mut BTreeMap<u16, Space>) {
        let numbers: Vec<u16> = spaces.keys().copied().collect();
        for number in numbers {
            let Some((parent, born)) =
                spaces.get(&number).and_then(|space| Some((spaces.get(&space.parent?)?, self.view(space)?.born)))
            else {
                continue;
            };
            let of_parent: Vec<(String, Shown, Option<Shown>)> = parent
                .variables
                .iter()
                .map(|known| (known.name.clone(), known.worth, self.at_birth(parent, &known.name, born)))
                .collect();
            let Some(space) = spaces.get_mut(&number) else { continue };
            for known in &mut space.variables {
                known.is_equal = of_parent.iter().any(|(name, now, _)| *name == known.name && *now == known.worth);
            }
            let has = |space: &Space, name: &str| space.variables.iter().any(|known| known.name == name);
            for (name, now, copied) in of_parent.into_iter().filter(|_| self.copies) {
                let Some(value) = copied.filter(|_| !has(space, &name)) else { continue };
                space.variables.push(Own { is_equal: now == value, name, worth: value, written: StepIndex(0) });
            }
        }
    }

    /// What a variable of a process was worth when another was forked from it.
    fn at_birth(&self, space: &Space, name: &str, born: StepIndex) -> Option<Shown> {
        let scene = self.scene;
        let whole = match self.view(space)?.life.kind {
            ThreadKind::Process => format!("{}: {name}", self.names.thread(space.main)),
            _ => name.to_owned(),
        };
        let is_it = |id: &VariableId| self.names.variable(*id) == whole;
        let view: &VariableView = scene.known_variables().find(is_it).and_then(|id| scene.variable(id))?;
        let write = view.writes.iter().rev().find(|write| write.step <= born);
        write.map(|write| write.value).or(view.initial)
    }
}
