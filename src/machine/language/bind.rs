//! Matching the arguments of a call with the parameters of a function of the program.
//!
//! The messages are those of CPython's `ceval.c`.

use std::ops::RangeInclusive;

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::Keywords,
    },
    state::{
        heap::Heap,
        object::{Function, Object},
        value::{ObjectId, Value},
    },
};
use crate::program::{Code, CodeId, NameId, Names, well_known};
use smallvec::SmallVec;

/// The defaults of a function's parameters: those of its `def`, unless the program has set others.
struct Defaults {
    /// Those of the last positional parameters.
    positional: SmallVec<[Value; 4]>,
    /// Those of parameters given by keyword only, by their places among these.
    keyword: SmallVec<[(usize, Value); 2]>,
}

impl Defaults {
    fn of(heap: &Heap, function: &Function, code: &Code, names: &Names) -> Self {
        let shape = &code.parameters;
        let (positional, keyword) = function.defaults.split_at(shape.defaults as usize);
        let part = |name| function.attributes.get(name).map(|value: Value| value.object().map(|id| heap.get(id)));
        let positional = match part(well_known::DEFAULTS) {
            None => SmallVec::from_slice(positional),
            Some(Some(Object::Tuple(items))) => {
                SmallVec::from_slice(&items[items.len().saturating_sub(shape.positional.into())..])
            }
            Some(_) => SmallVec::new(),
        };
        let with_defaults = shape.keyword_defaults.iter().enumerate().filter(|(_, has)| **has).map(|(at, _)| at);
        let keyword = match part(well_known::KWDEFAULTS) {
            None => with_defaults.zip(keyword.iter().copied()).collect(),
            Some(Some(Object::Dict(entries))) => {
                let own = &code.locals[shape.positional as usize..][..shape.keyword_only as usize];
                let place = |key: Value| match key.object().map(|id| heap.get(id)) {
                    Some(Object::Str(text)) => own.iter().position(|&name| &**names.text(name) == text.as_str()),
                    _ => None,
                };
                entries.peek().iter().filter_map(|(key, value)| Some((place(key)?, value))).collect()
            }
            Some(_) => SmallVec::new(),
        };
        Self { positional, keyword }
    }
}

impl Exec<'_> {
    /// Binds the `count` arguments that stand from `base` on, the last of which bear these names, to the parameters of a plain
    /// function, in their places; returns what it is. `None`, and nothing has changed, where there is more to it.
    pub fn bind_names(
        &mut self,
        callee: Value,
        base: usize,
        count: usize,
        names: &[NameId],
    ) -> Option<(ObjectId, CodeId)> {
        let Value::Object(id) = callee else { return None };
        let Object::Function(function) = self.machine.space.heap.get(id) else { return None };
        let code = self.program.code(function.code);
        let shape = &code.parameters;
        let (positional, given) = (shape.positional as usize, count - names.len());
        let only_positional = shape.keyword_only == 0 && !shape.variadic && !shape.keyword_variadic;
        let plain = only_positional && function.attributes.len() == 0 && code.resumable.is_none() && !code.system;
        if !plain || given > positional {
            return None;
        }
        let mut bound: SmallVec<[Value; 8]> = SmallVec::from_slice(&self.stack.registers[base..base + given]);
        let without = positional - shape.defaults as usize;
        bound.resize(positional, Value::Unbound);
        for (name, &value) in names.iter().zip(&self.stack.registers[base + given..base + count]) {
            let at = code.locals[..positional].iter().position(|known| known == name)?;
            if at < given || at < shape.positional_only as usize || bound[at].is_bound() {
                return None;
            }
            bound[at] = value;
        }
        for (at, value) in bound.iter_mut().enumerate().skip(given) {
            if !value.is_bound() {
                *value = function.defaults[at.checked_sub(without)?];
            }
        }
        let id_and_code = (id, function.code);
        self.stack.reserve(base, code.registers);
        self.stack.registers[base..base + positional].copy_from_slice(&bound);
        Some(id_and_code)
    }

    /// Puts arguments, defaults, `*args` and `**kwargs` into the registers from `base`, which are empty.
    ///
    /// # Errors
    /// `TypeError` when arguments and parameters do not match.
    pub fn bind(&mut self, function: ObjectId, positional: &[Value], keywords: &Keywords, base: usize) -> Result<()> {
        let Object::Function(object) = self.object(function) else { return Ok(()) };
        let code = self.program.code(object.code);
        let shape = &code.parameters;
        let defaults = Defaults::of(&self.machine.space.heap, object, code, &self.machine.common.names);
        let given = positional.len().min(shape.positional as usize);
        self.stack.registers[base..base + given].copy_from_slice(&positional[..given]);

        let named = (shape.positional + shape.keyword_only) as usize;
        let mut next = base + named;
        if shape.variadic {
            self.stack.registers[next] = self.tuple(&positional[given..])?;
            next += 1;
        } else if positional.len() > given {
            return Err(self.too_many(code, defaults.positional.len(), positional.len()));
        }
        let unknown = self.bind_keywords(code, keywords, base)?;
        if shape.keyword_variadic {
            self.stack.registers[next] = self.keyword_dict(&unknown)?;
        } else if let Some(&(name, _)) = unknown.first() {
            return Err(self.unexpected(code, name, &unknown));
        }
        self.bind_defaults(code, &defaults, base);
        self.check_missing(code, base)
    }

    /// Puts keyword arguments into their registers; returns those without a parameter.
    fn bind_keywords(&mut self, code: &Code, keywords: &Keywords, base: usize) -> Result<Keywords> {
        let shape = &code.parameters;
        let named = (shape.positional + shape.keyword_only) as usize;
        let mut unknown = Keywords::new();
        for &(name, value) in keywords {
            let candidates = &code.locals[shape.positional_only as usize..named];
            match candidates.iter().position(|&known| known == name) {
                None => unknown.push((name, value)),
                Some(position) => {
                    let register = &mut self.stack.registers[base + shape.positional_only as usize + position];
                    if register.is_bound() {
                        let message =
                            format!("{}() got multiple values for argument '{}'", code.qualified_name, self.name(name));
                        return Err(self.type_error(&message));
                    }
                    *register = value;
                }
            }
        }
        Ok(unknown)
    }

    fn bind_defaults(&mut self, code: &Code, defaults: &Defaults, base: usize) {
        let end = base + code.parameters.positional as usize;
        let first = end - defaults.positional.len();
        for (register, default) in self.stack.registers[first..end].iter_mut().zip(&defaults.positional) {
            if !register.is_bound() {
                *register = *default;
            }
        }
        for &(position, default) in &defaults.keyword {
            let register = &mut self.stack.registers[end + position];
            if !register.is_bound() {
                *register = default;
            }
        }
    }

    fn check_missing(&mut self, code: &Code, base: usize) -> Result<()> {
        let shape = &code.parameters;
        let missing = |from: u16, count: u16| -> Vec<NameId> {
            let places = (from..from + count).map(usize::from);
            places.filter(|&at| !self.stack.registers[base + at].is_bound()).map(|at| code.locals[at]).collect()
        };
        let positional = missing(0, shape.positional);
        let keyword = missing(shape.positional, shape.keyword_only);
        if !positional.is_empty() {
            return Err(self.missing(code, "positional", &positional));
        }
        if !keyword.is_empty() {
            return Err(self.missing(code, "keyword-only", &keyword));
        }
        Ok(())
    }

    fn missing(&mut self, code: &Code, kind: &str, names: &[NameId]) -> Raise {
        let names: Vec<String> = names.iter().map(|&name| self.name(name).to_string()).collect();
        self.type_error(&missing_arguments(&code.qualified_name, kind, &names))
    }

    fn too_many(&mut self, code: &Code, defaults: usize, given: usize) -> Raise {
        let most = usize::from(code.parameters.positional);
        let message = too_many_arguments(&code.qualified_name, most - defaults..=most, given);
        self.type_error(&message)
    }

    fn unexpected(&mut self, code: &Code, name: NameId, unknown: &Keywords) -> Raise {
        let positional = &code.locals[..code.parameters.positional_only as usize];
        let by_keyword: Vec<_> = unknown.iter().filter(|(name, _)| positional.contains(name)).collect();
        if !by_keyword.is_empty() {
            let names: Vec<_> = by_keyword.into_iter().map(|&(name, _)| self.name(name).to_string()).collect();
            if code.hidden
                && code.parameters.positional == code.parameters.positional_only
                && code.parameters.keyword_only == 0
            {
                // What CPython has in C.
                return self.type_error(&format!("{}() takes no keyword arguments", code.qualified_name));
            }
            let message = format!(
                "{}() got some positional-only arguments passed as keyword arguments: '{}'",
                code.qualified_name,
                names.join(", ")
            );
            return self.type_error(&message);
        }
        let message = format!("{}() got an unexpected keyword argument '{}'", code.qualified_name, self.name(name));
        self.type_error(&message)
    }

    /// A dict of keyword arguments.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn keyword_dict(&mut self, keywords: &Keywords) -> Result<Value> {
        let mut dict = crate::machine::state::dict::Dict::default();
        for &(name, value) in keywords {
            let text = self.name(name);
            let hash = crate::machine::language::hash::text_hash(&text);
            let key = self.string(&text)?;
            dict.insert(hash, key, value);
        }
        self.allocate(Object::Dict(Box::new(dict.into())))
    }
}

/// What CPython says when arguments of a function that is written in Python are missing.
pub fn missing_arguments(function: &str, kind: &str, names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    let list = match &quoted[..] {
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
        [] => String::new(),
    };
    let plural = if names.len() == 1 { "" } else { "s" };
    format!("{function}() missing {} required {kind} argument{plural}: {list}", names.len())
}

/// What CPython says when a function that is written in Python is given more arguments than it takes.
pub fn too_many_arguments(function: &str, takes: RangeInclusive<usize>, given: usize) -> String {
    let (least, most) = takes.into_inner();
    let takes = if least < most { format!("from {least} to {most}") } else { most.to_string() };
    let plural = if (least, most) == (1, 1) { "" } else { "s" };
    let were = if given == 1 { "was" } else { "were" };
    format!("{function}() takes {takes} positional argument{plural} but {given} {were} given")
}
