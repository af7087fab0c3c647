//! Metaclasses: which one a class has, and what it makes of the body of a class. What it calls of the program is the library's:
//! `vm_prepare_class`, `vm_build_class`, `vm_class_hooks`.
//!
//! Tests: `tests/programs/classes/metaclasses.py`.

use std::sync::Arc;

use crate::machine::{
    Machine,
    language::define::{Heading, Namespace},
    run::{
        exec::Exec,
        flow::{Flow, Result},
        native::Keywords,
    },
    state::{
        class,
        frame::Then,
        object::Str,
        value::{ClassId, Value},
    },
};
use crate::program::{CodeId, GlobalId, ModuleId, NameId, Register, well_known};

impl Exec<'_> {
    /// Finds the metaclass of a class that is about to be made, and what that prepares for its body.
    pub fn prepare_class(&mut self, code: CodeId, base: Register, count: u8) -> Result<Flow> {
        let (bases, behind) = self.written_bases(base, count);
        let keywords = self.stack.get(behind);
        let plain = |&base: &Value| matches!(base, Value::Class(id) if self.machine.class(id).metaclass == class::TYPE);
        if keywords == Value::None && bases.iter().all(plain) && self.resolver(&bases).is_none() {
            return Ok(Flow::Next);
        }
        if let Some(flow) = self.begin_resolving(&bases)? {
            return Ok(flow);
        }
        let keywords = if keywords == Value::None { self.keyword_dict(&Keywords::new())? } else { keywords };
        let name = Arc::clone(&self.program.code(code).name);
        let parts = [self.string(&name)?, self.tuple(&bases)?, keywords];
        let prepare = self.resolver(&bases).map_or(self.statics.library.prepare_class, |(_, function)| function);
        self.call_library(prepare, &parts, Then::Store(behind))
    }

    /// The function of the library, and its module, that finds out what bases stand for, if one does for others.
    fn resolver(&self, bases: &[Value]) -> Option<(ModuleId, GlobalId)> {
        if bases.iter().all(|base| matches!(base, Value::Class(_))) {
            return None;
        }
        let entries = self.machine.common.names.get("__mro_entries__")?;
        bases.iter().find(|&&base| !matches!(base, Value::Class(_)) && self.special(base, entries).is_some())?;
        let module = self.program.module("_bases")?;
        let function = self.program.global(module, self.program.names.get("vm_prepare_bases")?)?;
        Some((module, function))
    }

    /// The module of that function runs first; the instruction is done again after that.
    fn begin_resolving(&mut self, bases: &[Value]) -> Result<Option<Flow>> {
        match self.resolver(bases) {
            Some((module, _)) if !self.machine.space.lasting.modules_begun[module.index()] => {
                self.run_first(module).map(Some)
            }
            _ => Ok(None),
        }
    }

    /// Hands the body of a class to its metaclass.
    pub fn build_by_metaclass(
        &mut self,
        (code_id, globals): (CodeId, Option<Value>),
        prepared: Value,
        bases: &[Value],
        attributes: Vec<(NameId, Value)>,
        dst: Register,
    ) -> Result<Flow> {
        let code = self.program.code(code_id);
        let (name, qualified_name) = (Arc::clone(&code.name), Arc::clone(&code.qualified_name));
        let module = self.module_of(code_id, globals)?;
        let mut names = Keywords::new();
        names.push((well_known::MODULE, self.string(&module)?));
        names.push((well_known::QUALNAME, self.string(&qualified_name)?));
        names.extend(self.described(code_id, globals)?);
        for (name, value) in attributes {
            // What the body says itself counts.
            match names.iter_mut().find(|(known, _)| *known == name) {
                Some(known) => known.1 = value,
                None => names.push((name, value)),
            }
        }
        let prepared_parts = self.sequence_items(prepared).unwrap_or_default();
        let (prepared, bases) = match prepared_parts[..] {
            [metaclass, namespace, keywords, resolved] => (self.tuple(&[metaclass, namespace, keywords])?, resolved),
            _ => (prepared, self.tuple(bases)?),
        };
        let parts = [prepared, self.string(&name)?, bases, self.keyword_dict(&names)?];
        match self.call_library(self.statics.library.build_class, &parts, Then::Store(dst))? {
            Flow::Next => Ok(Flow::Frame),
            other => Ok(other),
        }
    }

    /// The metaclass of a class with these bases, if it is asked to be `wanted`: the one that is a subclass of all others.
    ///
    /// # Errors
    /// `TypeError` when there is none.
    pub fn winning_metaclass(&mut self, wanted: ClassId, bases: &[Value]) -> Result<ClassId> {
        let mut winner = wanted;
        for &base in bases {
            // Of what is no class the class is one of something else than classes: it may be called all the same.
            let other = self.class_of(base);
            if self.machine.class(winner).is_subclass(other) {
                continue;
            }
            if !self.machine.class(other).is_subclass(winner) {
                let message = "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the \
                               metaclasses of all its bases";
                return Err(self.type_error(message));
            }
            winner = other;
        }
        Ok(winner)
    }

    /// `type(name, bases, attributes)`.
    ///
    /// # Errors
    /// `TypeError` when an argument is of the wrong type.
    pub fn make_class(&mut self, parts: [Value; 3], then: Then) -> Result<Flow> {
        let bases = self.sequence_items(parts[1]).unwrap_or_default();
        let metaclass = self.winning_metaclass(class::TYPE, &bases)?;
        if metaclass != class::TYPE {
            let parts = [Value::Class(metaclass), self.tuple(&parts)?, self.keyword_dict(&Keywords::new())?];
            return self.call_library(self.statics.library.construct, &parts, then);
        }
        self.make_class_of(metaclass, parts, Value::None, then)
    }

    /// `type.__new__(metaclass, name, bases, attributes, **keywords)`.
    ///
    /// # Errors
    /// `TypeError` when an argument is of the wrong type.
    pub fn make_class_of(
        &mut self,
        metaclass: ClassId,
        [name, bases, attributes]: [Value; 3],
        keywords: Value,
        then: Then,
    ) -> Result<Flow> {
        let Some(name) = self.text_of(name).map(Arc::<str>::from) else {
            let message = format!("type.__new__() argument 1 must be str, not {}", self.class_name(name));
            return Err(self.type_error(&message));
        };
        let is = |value, class| self.machine.class(self.class_of(value)).is_subclass(class);
        let (is_tuple, is_dict) = (is(bases, class::TUPLE), is(attributes, class::DICT));
        let Some(bases) = self.sequence_items(bases).filter(|_| is_tuple) else {
            let message = format!("type.__new__() argument 2 must be tuple, not {}", self.class_name(bases));
            return Err(self.type_error(&message));
        };
        if !is_dict {
            let message = format!("type.__new__() argument 3 must be dict, not {}", self.class_name(attributes));
            return Err(self.type_error(&message));
        }
        let metaclass = self.winning_metaclass(metaclass, &bases)?;
        let resolution = self.extra("_resolution", "vm_resolve_new").filter(|_| self.has_own_order(metaclass));
        let mut namespace = Namespace::default();
        for (key, value) in self.dict_entries(attributes) {
            let key = self.name_argument(key)?;
            namespace.insert(key, value);
        }
        let given = namespace.get(&well_known::MODULE).and_then(|&module| self.str_of(module)).map(Str::shared);
        let hidden = self.code(self.stack.top().code).hidden;
        let given_none = given.is_none();
        let (own, module) = match given {
            Some(module) => (&*module == "__main__", module),
            None if hidden && metaclass == class::TYPE => (false, Arc::from("builtins")),
            None => (true, "__main__".into()),
        };
        let module_last = own && given_none;
        let heading = Heading { qualified_name: name.clone(), name, module, own, metaclass, module_last };
        let id = self.add_class(heading, &bases, namespace)?;
        match resolution {
            Some(resolution) => {
                // Until it has said its order, it has none.
                self.machine.class_mut(id).order.clear();
                self.call_extra(resolution, &[Value::Class(id), keywords], then)
            }
            None => self.deliver_class(id, keywords, then),
        }
    }

    /// Delivers a new class, after `__set_name__` of its descriptors and `__init_subclass__` of its bases.
    pub fn deliver_class(&mut self, id: ClassId, keywords: Value, then: Then) -> Result<Flow> {
        let class = self.machine.class(id);
        let descriptors = class.attributes.values().copied().collect::<Vec<_>>();
        let hooked = descriptors.into_iter().any(|value| self.own_special(value, well_known::SET_NAME).is_some());
        let order = self.machine.class(id).order.clone();
        let own_hook = order.iter().skip(1).any(|&base| {
            Machine::is_python(base) && self.machine.class(base).attributes.contains_key(&well_known::INIT_SUBCLASS)
        });
        if hooked || own_hook || !self.dict_entries(keywords).is_empty() {
            let keywords = if keywords == Value::None { self.keyword_dict(&Keywords::new())? } else { keywords };
            return self.call_library(self.statics.library.class_hooks, &[Value::Class(id), keywords], then);
        }
        self.deliver(then, Value::Class(id))
    }

    /// What a call of a class calls in its place: the `__call__` of its metaclass.
    pub fn metaclass_call(&self, class: ClassId) -> Option<Value> {
        let metaclass = self.machine.class(class).metaclass;
        if metaclass == class::TYPE { None } else { self.machine.find_own(metaclass, well_known::CALL) }
    }
}
