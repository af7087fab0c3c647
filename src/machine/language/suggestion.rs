//! "Did you mean": the name nearest to one that was not found, as `Python/suggestions.c` of CPython 3.11 finds it, and
//! the names that an object has.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use crate::machine::{
    Machine,
    state::{
        class,
        object::{Exception, Object},
        value::{ClassId, ObjectId, Value},
    },
};
use crate::program::{ModuleId, well_known};

/// What an insertion, a deletion or a replacement costs.
const MOVE_COST: usize = 2;
/// What changing the case of a letter costs.
const CASE_COST: usize = 1;
/// Names longer than this have no suggestions.
const LONGEST: usize = 40;
/// More names than this are not searched.
const MOST_NAMES: usize = 750;

/// The names that `dir(object())` gives.
const OF_OBJECT: &[&str] = &[
    "__class__",
    "__delattr__",
    "__dir__",
    "__doc__",
    "__eq__",
    "__format__",
    "__ge__",
    "__getattribute__",
    "__getstate__",
    "__gt__",
    "__hash__",
    "__init__",
    "__init_subclass__",
    "__le__",
    "__lt__",
    "__ne__",
    "__new__",
    "__reduce__",
    "__reduce_ex__",
    "__repr__",
    "__setattr__",
    "__sizeof__",
    "__str__",
    "__subclasshook__",
];

impl Machine {
    /// What an uncaught `NameError` or `AttributeError` suggests instead of the name.
    pub(in crate::machine) fn suggestion(&self, id: ObjectId) -> Option<String> {
        let Object::Exception(exception) = self.space.heap.get(id) else { return None };
        let (name, object) = exception.about?;
        let name = self.common.names.text(name);
        match exception.class {
            class::ATTRIBUTE_ERROR if object.is_bound() => nearest(name, &self.names_of(object)),
            class::NAME_ERROR => {
                let scopes = [self.locals_of(exception), self.globals_of(exception), self.builtin_names()];
                scopes.iter().find_map(|names| nearest(name, names))
            }
            _ => None,
        }
    }

    /// The locals of the function that an exception came up in.
    fn locals_of(&self, exception: &Exception) -> Vec<String> {
        let Some(entry) = exception.traceback.first() else { return Vec::new() };
        let locals = self.common.program.code(entry.code).locals.iter();
        locals.map(|&name| self.common.names.text(name).to_string()).collect()
    }

    fn globals_of(&self, exception: &Exception) -> Vec<String> {
        let module = exception.traceback.first().map(|entry| self.common.program.code(entry.code).module);
        module.map_or_else(Vec::new, |module| self.variables_of(module))
    }

    /// The bound variables of a module, in the order in which its text mentions them first.
    fn variables_of(&self, module: ModuleId) -> Vec<String> {
        let mut variables = self.common.program.module_at(module).variables.clone();
        variables.sort_unstable_by_key(|&(_, global)| global.index());
        let bound = variables.into_iter().filter(|&(_, global)| self.space.globals.get(global).is_bound());
        bound.map(|(name, _)| self.common.names.text(name).to_string()).collect()
    }

    fn builtin_names(&self) -> Vec<String> {
        let mut names = self.common.statics.builtin_names();
        names.extend(self.variables_of(ModuleId(0)));
        names.retain(|name| !name.starts_with("vm_"));
        names.sort_unstable();
        names
    }

    /// `dir(value)`.
    pub(in crate::machine) fn names_of(&self, value: Value) -> Vec<String> {
        let mut names: IndexSet<String, FxBuildHasher> = OF_OBJECT.iter().map(|&name| name.to_owned()).collect();
        match value {
            Value::Module(module) => names = self.variables_of(module.id()).into_iter().collect(),
            Value::Class(class) => self.add_class_names(class, &mut names),
            Value::Object(id) if self.class(self.class_of(value)).is_subclass(class::MODULE) => {
                names = self
                    .own_attributes(id)
                    .into_iter()
                    .map(|(name, _)| self.common.names.text(name).to_string())
                    .collect();
            }
            Value::Object(id) => {
                let own = self.own_attributes(id);
                names.extend(own.into_iter().map(|(name, _)| self.common.names.text(name).to_string()));
                if let Object::Method(method) = self.space.heap.get(id)
                    && let Value::Object(function) = method.function
                {
                    let own = self.own_attributes(function);
                    names.extend(own.into_iter().map(|(name, _)| self.common.names.text(name).to_string()));
                }
                self.add_class_names(self.class_of(value), &mut names);
            }
            _ => self.add_class_names(self.class_of(value), &mut names),
        }
        let mut names: Vec<String> = names.into_iter().collect();
        names.sort_unstable();
        names
    }

    fn add_class_names(&self, class: ClassId, names: &mut IndexSet<String, FxBuildHasher>) {
        let order = &self.class(class).order;
        let mut of_python = order.iter().filter(|&&base| Self::is_python(base)).peekable();
        if of_python.peek().is_some() {
            names.insert("__module__".to_owned());
            if self.class(class).slots.is_none() {
                names.insert("__dict__".to_owned());
            }
            // What is as long as its value has no room for it.
            let long = order.iter().any(|base| matches!(*base, class::INT | class::TUPLE | class::BYTES));
            let has_slots = |base: &ClassId| self.class(*base).attributes.contains_key(&well_known::SLOTS);
            if !long && of_python.any(|base| !has_slots(base)) {
                names.insert("__weakref__".to_owned());
            }
        }
        for &base in order {
            let base = self.class(base);
            names.extend(base.attributes.keys().map(|&name| self.common.names.text(name).to_string()));
            names.extend(
                base.slots.iter().flat_map(|slots| slots.iter()).map(|&name| self.common.names.text(name).to_string()),
            );
        }
    }
}

/// The name nearest to the wrong one; none if more than a third of the letters would have to change.
fn nearest(wrong: &str, names: &[String]) -> Option<String> {
    if names.len() > MOST_NAMES {
        return None;
    }
    let mut best: Option<(usize, &String)> = None;
    for name in names.iter().filter(|name| *name != wrong) {
        let most = (wrong.len() + name.len() + 3) * MOVE_COST / 6;
        let most = best.map_or(most, |(distance, _)| most.min(distance.saturating_sub(1)));
        let distance = distance(wrong.as_bytes(), name.as_bytes());
        if distance.is_some_and(|distance| distance <= most) {
            best = distance.map(|distance| (distance, name));
        }
    }
    best.map(|(_, name)| name.clone())
}

/// How far apart two names are; `None` when one is too long to say.
fn distance(a: &[u8], b: &[u8]) -> Option<usize> {
    if a.len() > LONGEST || b.len() > LONGEST {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).map(|at| at * MOVE_COST).collect();
    for (i, &from) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], (i + 1) * MOVE_COST);
        for (j, &to) in b.iter().enumerate() {
            let replaced = diagonal + replacing(from, to);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + MOVE_COST).min(diagonal + MOVE_COST);
        }
    }
    Some(row[b.len()])
}

fn replacing(from: u8, to: u8) -> usize {
    match (from == to, from.eq_ignore_ascii_case(&to)) {
        (true, _) => 0,
        (false, true) => CASE_COST,
        (false, false) => MOVE_COST,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_suggested_if_it_is_near() {
        let names = ["print", "property", "Counter", "x"].map(str::to_owned);
        for (wrong, right) in [("pritn", Some("print")), ("counter", Some("Counter")), ("zzz", None), ("prop", None)] {
            assert_eq!(nearest(wrong, &names).as_deref(), right, "{wrong}");
        }
    }
}
