//! The arguments of native functions: each goes to its parameter, or there is a `TypeError` in the words of CPython.

use crate::machine::{
    language::{
        bind::{missing_arguments, too_many_arguments},
        call::Arguments,
    },
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Keywords, Native, Parameter, ParameterKind},
    },
    state::{
        class::{self, Class},
        object::Object,
        value::{ClassId, NativeId, Value},
    },
};

impl Exec<'_> {
    /// The arguments in the order of the parameters.
    ///
    /// # Errors
    /// `TypeError` when they do not match.
    pub fn native_arguments(
        &mut self,
        native: &'static Native,
        positional: &[Value],
        keywords: &Keywords,
    ) -> Result<Arguments> {
        let all_required =
            |parameter: &crate::machine::run::native::Parameter| matches!(parameter.kind, ParameterKind::Required);
        if keywords.is_empty()
            && positional.len() == native.parameters.len()
            && native.parameters.iter().all(all_required)
        {
            return Ok(Arguments::from_slice(positional));
        }
        if keywords.is_empty() {
            return self.positional_arguments(native, positional);
        }
        if !native.by_keyword() {
            return Err(self.unexpected_keyword(native, keywords));
        }
        let mut given = positional.iter().copied();
        let mut arguments = Arguments::new();
        let mut used = 0;
        for parameter in native.parameters {
            // What a method is called on is never given by keyword: `"{self}".format(self=1)`.
            let receiver = arguments.is_empty() && matches!(parameter.name, "self" | "cls");
            let keyword = if receiver { None } else { self.keyword(keywords, parameter.name) };
            used += usize::from(keyword.is_some());
            let value = match parameter.kind {
                ParameterKind::Required => match keyword.or_else(|| given.next()) {
                    Some(value) => value,
                    None => return Err(self.wrong_count(native, positional)),
                },
                ParameterKind::Optional(default) => keyword.or_else(|| given.next()).unwrap_or(default),
                ParameterKind::KeywordOnly(default) => keyword.unwrap_or(default),
                ParameterKind::Rest => {
                    let rest: Arguments = given.by_ref().collect();
                    self.tuple(&rest)?
                }
                ParameterKind::KeywordRest => {
                    used = keywords.len();
                    self.keyword_dict(keywords)?
                }
            };
            arguments.push(value);
        }
        if given.next().is_some() {
            return Err(self.wrong_count(native, positional));
        }
        if used < keywords.len() {
            return Err(self.unexpected_keyword(native, keywords));
        }
        Ok(arguments)
    }

    /// As [`Self::native_arguments`], where nothing is given by keyword.
    fn positional_arguments(&mut self, native: &'static Native, positional: &[Value]) -> Result<Arguments> {
        let mut given = positional.iter();
        let mut arguments = Arguments::new();
        for parameter in native.parameters {
            let value = match parameter.kind {
                ParameterKind::Required => match given.next() {
                    Some(&value) => value,
                    None => return Err(self.wrong_count(native, positional)),
                },
                ParameterKind::Optional(default) => given.next().copied().unwrap_or(default),
                ParameterKind::KeywordOnly(default) => default,
                ParameterKind::Rest => self.tuple(std::mem::take(&mut given).as_slice())?,
                ParameterKind::KeywordRest => self.keyword_dict(&Keywords::new())?,
            };
            arguments.push(value);
        }
        if given.next().is_some() {
            return Err(self.wrong_count(native, positional));
        }
        Ok(arguments)
    }

    fn keyword(&self, keywords: &Keywords, name: &str) -> Option<Value> {
        let named =
            keywords.iter().find(|(known, _)| !name.is_empty() && &**self.machine.common.names.text(*known) == name);
        named.map(|&(_, value)| value)
    }

    fn wrong_count(&mut self, native: &'static Native, positional: &[Value]) -> Raise {
        let given = positional.len();
        let (name, whole) = (native.name, self.whole_name(native, positional.first().copied()));
        if self.is_python_in_cpython(native) {
            return self.type_error(&wrong_count_in_python(native, &whole, given));
        }
        // The object that a method is called on is not counted, but its class is named.
        let hidden = native.parameters.len() - native.taken().len();
        if given < hidden {
            return self.type_error(&format!("unbound method {whole}() needs an argument"));
        }
        if let Some(message) = self.wrong_receiver(native, positional.first().copied()) {
            return self.type_error(&message);
        }
        let shape = CountShape::of(native.taken());
        let given = given - hidden;
        if let Some(message) = self.slot_complaint(native, positional.first().copied(), given) {
            return self.type_error(&message);
        }
        let message = shape.missing(given).map(|missing| format!("{name}() missing required argument {missing}"));
        self.type_error(&message.unwrap_or_else(|| shape.complaint(name, || whole, given)))
    }

    /// What a method of a builtin class says to an object of another one.
    fn wrong_receiver(&self, native: &'static Native, receiver: Option<Value>) -> Option<String> {
        let owner = self.class_of_method(native).filter(|owner| &*owner.module == "builtins")?;
        let bound = native.parameters.first().is_some_and(|parameter| parameter.name == "self");
        let of = self.class_of(receiver.filter(|_| bound)?);
        let has_it = |class: &Class| class.attributes.values().any(|&value| self.is_native(value, native));
        let known = self.machine.class(of).order.iter().any(|&base| has_it(self.machine.class(base)));
        let (name, owner, given) = (native.name, &owner.name, &self.machine.class(of).name);
        (!known).then(|| format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{given}' object"))
    }

    /// What a method that CPython makes from a slot of the type says to a wrong number of arguments (the `wrap_…` functions
    /// of `Objects/typeobject.c`): some name nothing before the `expected`, not even themselves.
    fn slot_complaint(&self, native: &'static Native, receiver: Option<Value>, given: usize) -> Option<String> {
        let class = self.owner_of(native, receiver);
        if class.is_some_and(|class| &*class.module != "builtins") {
            return None;
        }
        let class = class.map_or("object", |class| &*class.name);
        let sequence = matches!(class, "str" | "bytes" | "list" | "tuple");
        let takes = match native.name {
            "__repr__" | "__str__" | "__hash__" | "__len__" | "__bool__" | "__int__" | "__float__" | "__index__"
            | "__neg__" | "__pos__" | "__abs__" | "__invert__" | "__iter__" | "__next__" => 0,
            "__getitem__" | "__contains__" if !matches!(class, "list" | "dict" | "set" | "frozenset") => 1,
            "__contains__" if class == "list" => 1,
            "__eq__" | "__ne__" | "__lt__" | "__le__" | "__gt__" | "__ge__" | "__delitem__" | "__getattribute__"
            | "__delattr__" => 1,
            name => {
                let operator = name.strip_prefix("__").and_then(|name| name.strip_suffix("__"))?;
                let of = |operator: &str| crate::program::BinaryOperator::ALL.iter().any(|op| op.method() == operator);
                let plain = operator.strip_prefix(['r', 'i']).filter(|&plain| of(plain));
                if operator == "pow" || !(of(operator) || plain.is_some()) {
                    return None;
                }
                1
            }
        };
        let space = if sequence && matches!(native.name, "__mul__" | "__rmul__" | "__imul__") { " " } else { "" };
        Some(format!("{space}expected {takes} argument{}, got {given}", if takes == 1 { "" } else { "s" }))
    }

    /// The name of a function, for a method with its class.
    fn whole_name(&self, native: &'static Native, receiver: Option<Value>) -> String {
        let class = self.owner_of(native, receiver).filter(|class| &*class.name != native.name);
        match class {
            Some(class) => qualified(class, native),
            None if self.is_of_object(native) => format!("object.{}", native.name),
            None => native.name.to_owned(),
        }
    }

    /// A slot of a builtin class takes objects of it, and of classes made from it.
    ///
    /// # Errors
    /// `TypeError` for any other.
    pub fn check_receiver(&mut self, native: NativeId, owner: ClassId, receiver: Value) -> Result<()> {
        let of = self.class_of(receiver);
        if of == owner || self.machine.class(of).is_subclass(owner) {
            return Ok(());
        }
        let name = self.statics.natives[native.index()].name;
        let (owner, given) = (&self.machine.class(owner).name, &self.machine.class(of).name);
        let message = if self.machine.role(native).kind == class::METHOD_DESCRIPTOR {
            format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{given}' object")
        } else {
            format!("descriptor '{name}' requires a '{owner}' object but received a '{given}'")
        };
        Err(self.type_error(&message))
    }

    /// Whether it is a method that every object has.
    fn is_of_object(&self, native: &'static Native) -> bool {
        self.statics.protocol.values().any(|id| std::ptr::eq(self.statics.natives[id.index()], native))
    }

    /// `__qualname__` of a native function: for a method with its class.
    pub fn qualified_native_name(&self, id: NativeId) -> String {
        let native = self.statics.natives[id.index()];
        let own = |value: &Value| match *value {
            Value::Object(object) => {
                matches!(self.object(object), Object::ClassMethod(inner) if inner.is(Value::Native(id)))
            }
            value => value.is(Value::Native(id)),
        };
        let class = self.statics.classes.iter().find(|class| class.attributes.values().any(own));
        match class {
            Some(class) => qualified(class, native),
            None if self.is_of_object(native) => format!("object.{}", native.name),
            None => native.name.to_owned(),
        }
    }

    /// Whether it is a method of a class that CPython has in Python.
    fn is_python_in_cpython(&self, native: &'static Native) -> bool {
        self.class_of_method(native).is_some_and(|class| matches!(&*class.module, "threading" | "queue"))
    }

    /// The builtin class whose method it is.
    fn class_of_method(&self, native: &'static Native) -> Option<&Class> {
        self.owner(native).filter(|class| &*class.name != native.name)
    }

    /// The builtin class whose method or constructor it is.
    fn owner(&self, native: &'static Native) -> Option<&Class> {
        let is_it = |value: &Value| self.is_native(*value, native);
        let constructors = self.statics.constructors.iter().map(|made| made.map(Value::Native));
        let mut classes = self.statics.classes.iter().zip(constructors);
        let found = classes.find(|(class, constructor)| class.attributes.values().chain(constructor).any(is_it));
        found.map(|(class, _)| class)
    }

    /// Whether the value is the native function, perhaps as a class method.
    fn is_native(&self, value: Value, native: &'static Native) -> bool {
        match value {
            Value::Native(id) => std::ptr::eq(self.statics.natives[id.index()], native),
            Value::Object(id) => match self.object(id) {
                Object::ClassMethod(Value::Native(id)) => std::ptr::eq(self.statics.natives[id.index()], native),
                _ => false,
            },
            _ => false,
        }
    }

    /// The class of the receiver, or a base of it, that has the method.
    fn owner_of(&self, native: &'static Native, receiver: Option<Value>) -> Option<&Class> {
        let order = receiver.map(|receiver| self.machine.class(self.class_of(receiver)).order.as_slice());
        let classes = order.unwrap_or_default().iter().map(|&class| self.machine.class(class));
        let mut having = classes.filter(|class| class.attributes.values().any(|&value| self.is_native(value, native)));
        having.next().or_else(|| self.owner(native))
    }

    fn unexpected_keyword(&mut self, native: &'static Native, keywords: &Keywords) -> Raise {
        let known = |name: &str| native.parameters.iter().any(|parameter| parameter.name == name);
        let name = keywords.iter().map(|&(name, _)| self.name(name)).find(|name| !known(name)).unwrap_or_default();
        let taken = native.parameters.iter().filter(|one| matches!(one.kind, ParameterKind::KeywordOnly(_))).count();
        let message = if matches!(native.name, "min" | "max") && keywords.len() > taken {
            format!("{}() takes at most {taken} keyword arguments ({} given)", native.name, keywords.len())
        } else if self.is_python_in_cpython(native) {
            format!("{}() got an unexpected keyword argument '{name}'", self.whole_name(native, None))
        } else if !native.by_keyword() {
            format!("{}() takes no keyword arguments", self.whole_name(native, None))
        } else {
            format!("'{name}' is an invalid keyword argument for {}()", native.name)
        };
        self.type_error(&message)
    }

    /// `TypeError` for an object of a class that takes no arguments.
    pub fn takes_no_arguments(&mut self, class: crate::machine::state::value::ClassId) -> Raise {
        let message = format!("{}() takes no arguments", self.machine.class(class).name);
        self.error(class::TYPE_ERROR, &message)
    }
}

fn qualified(class: &Class, native: &Native) -> String {
    format!("{}.{}", class.name.trim_start_matches('_'), native.name)
}

/// As CPython words it for a function that is written in Python: what a method is called on counts.
fn wrong_count_in_python(native: &'static Native, whole: &str, given: usize) -> String {
    let kinds = native.parameters.iter().map(|parameter| parameter.kind);
    let required = kinds.clone().filter(|kind| matches!(kind, ParameterKind::Required)).count();
    let most = kinds.filter(|kind| matches!(kind, ParameterKind::Required | ParameterKind::Optional(_))).count();
    if given > most {
        return too_many_arguments(whole, required..=most, given);
    }
    let missing =
        native.parameters.get(given..required).unwrap_or_default().iter().map(|parameter| parameter.name.to_owned());
    missing_arguments(whole, "positional", &missing.collect::<Vec<_>>())
}

/// Methods of texts that look for another one: CPython counts their arguments itself.
const SEARCHES: &[&str] = &["find", "rfind", "index", "rindex", "count", "startswith", "endswith"];

/// How many arguments a native function takes, for messages (`getargs.c` in CPython).
struct CountShape {
    parameters: &'static [Parameter],
    required: usize,
    most: usize,
    /// Some can be given by name, too.
    named: bool,
    /// Some can be given by name only.
    keyword_only: bool,
}

impl CountShape {
    fn of(parameters: &'static [Parameter]) -> Self {
        let count = |wanted: fn(&Parameter) -> bool| parameters.iter().filter(|parameter| wanted(parameter)).count();
        Self {
            parameters,
            required: count(|parameter| matches!(parameter.kind, ParameterKind::Required)),
            most: count(|parameter| !matches!(parameter.kind, ParameterKind::KeywordOnly(_))),
            named: count(|parameter| {
                let positional = matches!(parameter.kind, ParameterKind::Required | ParameterKind::Optional(_));
                positional && !parameter.name.is_empty()
            }) > 0,
            keyword_only: count(|parameter| matches!(parameter.kind, ParameterKind::KeywordOnly(_))) > 0,
        }
    }

    /// The first required parameter without an argument, when it has a name.
    fn missing(&self, given: usize) -> Option<String> {
        let parameter = self.parameters.get(given)?;
        let required = matches!(parameter.kind, ParameterKind::Required) && !parameter.name.is_empty();
        required.then(|| format!("'{}' (pos {})", parameter.name, given + 1))
    }

    fn complaint(&self, name: &str, whole: impl FnOnce() -> String, given: usize) -> String {
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let Self { required, most, .. } = *self;
        match (required, most) {
            (0, 0) => format!("{}() takes no arguments ({given} given)", whole()),
            _ if self.named && given > most => {
                let bound = if required == most { "exactly" } else { "at most" };
                let positional = if self.keyword_only { "positional " } else { "" };
                format!("{name}() takes {bound} {most} {positional}argument{} ({given} given)", plural(most))
            }
            (1, 1) if matches!(name, "staticmethod" | "classmethod") => {
                format!("{name} expected 1 argument, got {given}")
            }
            (1, 1) => format!("{}() takes exactly one argument ({given} given)", whole()),
            _ if SEARCHES.contains(&name) => {
                let (bound, count) = if given < required { ("at least", required) } else { ("at most", most) };
                format!("{name}() takes {bound} {count} argument{} ({given} given)", plural(count))
            }
            _ if required == most => format!("{name} expected {most} arguments, got {given}"),
            _ if given < required => {
                format!("{name} expected at least {required} argument{}, got {given}", plural(required))
            }
            _ => format!("{name} expected at most {most} argument{}, got {given}", plural(most)),
        }
    }
}
