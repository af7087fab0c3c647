//! `C.__bases__ = …`: a class gets other bases, and all that are made from it another order in which attributes are looked up
//! (`type_set_bases` in `Objects/typeobject.c`). Tests: `tests/programs/classes/new_bases.py`.

use crate::machine::{
    language::class_view::Extra,
    run::{
        exec::Exec,
        flow::{Flow, Result},
    },
    state::{
        class,
        frame::Then,
        value::{ClassId, Value},
    },
};

impl Exec<'_> {
    /// Gives a class of the program these bases.
    ///
    /// # Errors
    /// `TypeError` when they are no classes, or the objects that there are cannot be objects of such a class.
    pub fn set_bases(&mut self, class: ClassId, value: Value) -> Result<Flow> {
        if let Some(resolution) = self.own_resolution(class) {
            return self.call_extra(resolution, &[Value::Class(class), value], Then::Discard);
        }
        let bases = self.new_bases(class, value)?;
        let before: Vec<(ClassId, Vec<ClassId>)> =
            self.made_from(class).into_iter().map(|id| (id, self.machine.class(id).order.clone())).collect();
        let old = std::mem::replace(&mut self.machine.class_mut(class).bases, bases);
        for &(id, _) in &before {
            let bases = self.machine.class(id).bases.clone();
            match self.resolution_order(id, &bases) {
                Ok(order) => self.machine.class_mut(id).order = order,
                Err(raise) => {
                    self.machine.class_mut(class).bases = old;
                    for (id, order) in before {
                        self.machine.class_mut(id).order = order;
                    }
                    return Err(raise);
                }
            }
        }
        for (id, _) in before {
            let order = self.machine.class(id).order.clone();
            let del = crate::program::well_known::DEL;
            let finalizer = order.iter().any(|&base| self.machine.class(base).attributes.contains_key(&del));
            self.machine.class_mut(id).finalizer = finalizer;
        }
        Ok(Flow::Next)
    }

    /// The function of the library that gives a class other bases, where one of those made from it has a say in its order.
    fn own_resolution(&self, class: ClassId) -> Option<Extra> {
        let found = self.extra("_resolution", "vm_resolve_again")?;
        let has_a_say = |id: &ClassId| self.has_own_order(self.machine.class(*id).metaclass);
        self.made_from(class).iter().any(has_a_say).then_some(found)
    }

    /// Whether a metaclass says itself in which order attributes of its classes are looked up.
    pub fn has_own_order(&self, metaclass: ClassId) -> bool {
        let name = self.machine.common.names.get("mro");
        name.is_some_and(|name| self.machine.find_own(metaclass, name).is_some())
    }

    /// Whether a class is among the bases of another one, however far off; its order may not say so yet.
    fn is_made_from(&self, class: ClassId, of: ClassId) -> bool {
        let mut open = vec![class];
        let mut seen = Vec::new();
        while let Some(next) = open.pop() {
            if next == of {
                return true;
            }
            if !seen.contains(&next) {
                seen.push(next);
                open.extend(&self.machine.class(next).bases);
            }
        }
        false
    }

    /// The bases that a class is to have instead of its own.
    ///
    /// # Errors
    /// `TypeError` when it cannot have them.
    pub fn new_bases(&mut self, class: ClassId, value: Value) -> Result<Vec<ClassId>> {
        let name = self.machine.class(class).name.clone();
        let is_tuple = self.machine.class(self.class_of(value)).is_subclass(class::TUPLE);
        let Some(items) = self.sequence_items(value).filter(|_| is_tuple) else {
            let given = self.class_name(value);
            return Err(self.type_error(&format!("can only assign tuple to {name}.__bases__, not {given}")));
        };
        if items.is_empty() {
            return Err(self.type_error(&format!("can only assign non-empty tuple to {name}.__bases__, not ()")));
        }
        for &item in &items {
            match item {
                Value::Class(base) if self.machine.class(base).is_subclass(class) || self.is_made_from(base, class) => {
                    return Err(self.type_error("a __bases__ item causes an inheritance cycle"));
                }
                Value::Class(_) => {}
                other => {
                    let given = self.class_name(other);
                    let message = format!("{name}.__bases__ must be tuple of classes, not '{given}'");
                    return Err(self.type_error(&message));
                }
            }
        }
        let bases = self.base_classes(&items)?;
        let old = self.machine.class(class).bases.clone();
        let same_values = self.layout(&bases)? == self.layout(&old)?;
        let same = same_values && self.inherited_slots(&bases) == self.inherited_slots(&old);
        // An object of `object` itself has no room for attributes.
        let only_object = |bases: &[ClassId]| *bases == [class::OBJECT];
        if !same || only_object(&bases) != only_object(&old) {
            let [new, old] = [&bases, &old].map(|bases| self.machine.class(bases[0]).name.clone());
            let what = if same_values { "object layout" } else { "deallocator" };
            let message = format!("__bases__ assignment: '{new}' {what} differs from '{old}'");
            return Err(self.type_error(&message));
        }
        Ok(bases)
    }

    /// The class and all that are made from it, each behind its bases among them.
    fn made_from(&self, class: ClassId) -> Vec<ClassId> {
        let count = class::COUNT + self.machine.space.lasting.classes.len();
        let all = (class::COUNT..count).map(ClassId::at);
        let mut found: Vec<ClassId> = all.filter(|&id| self.machine.class(id).is_subclass(class)).collect();
        // A base has fewer classes in its order than what is made from it.
        found.sort_by_key(|&id| self.machine.class(id).order.len());
        found
    }
}
