//! `dict` and its methods. The table is in `machine/dict.rs`; keys that only the program can compare are in `keyed`.

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        native::{
            Access, Kind, Native, Parameter, control_reads, keyword_rest, optional, pure, reads, required, rest, writes,
        },
    },
    state::{
        class,
        dict::Dict,
        frame::Then,
        object::{Object, ViewKind},
        value::{ObjectId, Value},
    },
};
use crate::program::well_known;

const SELF: &[Parameter] = &[required("self")];
const KEY_AND_DEFAULT: &[Parameter] = &[required("self"), required(""), optional("", Value::None)];
const MAPPING: &[Parameter] = &[required("self"), rest(""), keyword_rest("")];

/// `dict(mapping, **keywords)`.
pub const CONSTRUCTOR: Native = control_reads("dict", &[rest(""), keyword_rest("")], |exec, a, then| {
    let dict = exec.allocate(Object::Dict(Box::default()))?;
    match exec.update_dict(dict, "dict", a[0], a[1]) {
        Ok(()) => exec.deliver(then, dict),
        Err(Raise::PYTHON) => exec.call_library(exec.statics.library.dict_of, &[dict, a[0], a[1]], then),
        Err(raise) => Err(raise),
    }
});

/// Methods of `dict`.
pub const METHODS: &[Native] = &[
    merging("__init__", |exec, a, then| update(exec, "dict", a, then)),
    merging("update", |exec, a, then| update(exec, "update", a, then)),
    reads("get", KEY_AND_DEFAULT, |exec, a| {
        let id = exec.receiver(a[0], class::DICT, "get")?;
        let found = exec.find_key(id, a[1])?;
        Ok(found.map_or(a[2], |at| exec.dict_of(id).value(at)))
    })
    .with(Access::Item),
    writes("__ior__", &[required("self"), required("")], |exec, a| {
        let id = exec.receiver(a[0], class::DICT, "__ior__")?;
        exec.merge_into(id, a[1]).map(|()| a[0])
    }),
    writes("setdefault", KEY_AND_DEFAULT, setdefault).with(Access::SetItem),
    writes("pop", &[required("self"), required(""), optional("", Value::Unbound)], pop).with(Access::DeleteItem),
    writes("popitem", SELF, popitem),
    pure("keys", SELF, |exec, a| view(exec, a[0], "keys", ViewKind::Keys)),
    pure("values", SELF, |exec, a| view(exec, a[0], "values", ViewKind::Values)),
    pure("items", SELF, |exec, a| view(exec, a[0], "items", ViewKind::Items)),
    reads("copy", SELF, |exec, a| {
        let id = exec.receiver(a[0], class::DICT, "copy")?;
        let copy = exec.dict_of(id).clone();
        exec.allocate(Object::Dict(Box::new(copy.into())))
    })
    .with(Access::Items),
    writes("clear", SELF, |exec, a| {
        let id = exec.receiver(a[0], class::DICT, "clear")?;
        exec.dict_mut(id).clear();
        Ok(Value::None)
    }),
];

/// `dict.fromkeys(iterable, value)`; for subclasses the library makes the object.
pub const FROM_KEYS: Native =
    reads("fromkeys", &[required("cls"), required(""), optional("", Value::None)], |exec, a| {
        if a[0] != Value::Class(class::DICT) {
            return Err(Raise::PYTHON);
        }
        // The members of a set and the keys of a dict have their hashes already, and are different from each other.
        if matches!(exec.class_of(a[1]), class::SET | class::FROZENSET | class::DICT) {
            let known = exec.others(a[1])?.members;
            let mut dict = Dict::default();
            known.iter().for_each(|&(hash, key)| dict.insert(hash, key, a[2]));
            return exec.allocate(Object::Dict(Box::new(dict.into())));
        }
        let keys = exec.collect(a[1])?;
        let dict = exec.allocate(Object::Dict(Box::default()))?;
        let Value::Object(id) = dict else { return Ok(dict) };
        for key in keys {
            exec.insert_into(id, key, a[2])?;
        }
        Ok(dict)
    });

/// A method that puts what it finds elsewhere into the dict.
const fn merging(name: &'static str, function: fn(&mut Exec<'_>, &[Value], Then) -> Result<Flow>) -> Native {
    Native { name, parameters: MAPPING, kind: Kind::Control(function), access: Access::Write }
}

fn update(exec: &mut Exec<'_>, name: &str, a: &[Value], then: Then) -> Result<Flow> {
    exec.receiver(a[0], class::DICT, name)?;
    match exec.update_dict(a[0], name, a[1], a[2]) {
        Ok(()) => {
            exec.report_content(a[0]);
            exec.deliver(then, Value::None)
        }
        Err(Raise::PYTHON) => exec.call_library(exec.statics.library.dict_merge, a, then),
        Err(raise) => Err(raise),
    }
}

fn setdefault(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.receiver(a[0], class::DICT, "setdefault")?;
    if let Some(at) = exec.find_key(id, a[1])? {
        return Ok(exec.dict_of(id).value(at));
    }
    exec.publish_into(id, &a[1..]);
    exec.insert_into(id, a[1], a[2])?;
    Ok(a[2])
}

fn pop(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.receiver(a[0], class::DICT, "pop")?;
    match exec.find_key(id, a[1])? {
        Some(at) => Ok(exec.dict_mut(id).remove(at).1),
        None if a[2].is_bound() => Ok(a[2]),
        None => Err(exec.exception(class::KEY_ERROR, &a[1..2])),
    }
}

fn popitem(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.receiver(a[0], class::DICT, "popitem")?;
    match exec.dict_mut(id).pop() {
        Some((key, value)) => exec.tuple(&[key, value]),
        None => Err(exec.error(class::KEY_ERROR, "popitem(): dictionary is empty")),
    }
}

fn view(exec: &mut Exec<'_>, dict: Value, name: &str, kind: ViewKind) -> Result<Value> {
    let dict = exec.receiver(dict, class::DICT, name)?;
    exec.allocate(Object::DictView { dict, kind })
}

impl Exec<'_> {
    /// Puts what the positional arguments (at most one) and the keywords hold into the dict.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when the program has to be asked; nothing is lost by beginning anew then.
    fn update_dict(&mut self, dict: Value, name: &str, sources: Value, keywords: Value) -> Result<()> {
        let Some(id) = self.held(dict) else { return Ok(()) };
        let sources = self.sequence_items(sources).unwrap_or_default();
        match sources[..] {
            [] => {}
            [source] => self.merge_into(id, source)?,
            _ => {
                let message = format!("{name} expected at most 1 argument, got {}", sources.len());
                return Err(self.type_error(&message));
            }
        }
        for (key, value) in self.dict_entries(keywords) {
            self.publish_into(id, &[key, value]);
            self.insert_into(id, key, value)?;
        }
        Ok(())
    }

    /// Puts the entries of a mapping, or pairs, into the dict.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when the program has to be asked; nothing is lost by beginning anew then.
    pub fn merge_into(&mut self, id: ObjectId, source: Value) -> Result<()> {
        if let Value::Object(of) = self.base_value(source)
            && matches!(self.object(of), Object::Dict(_))
        {
            // As `dict_merge` does: a subclass that says what iterating gives is asked for its items.
            if self.own_special(source, well_known::ITER).is_some() {
                return Err(Raise::PYTHON);
            }
            let Object::Dict(dict) = self.object(of) else { return Ok(()) };
            let entries: Vec<(i64, Value, Value)> = dict.hashed().collect();
            self.work(entries.len());
            for (hash, key, value) in entries {
                self.publish_into(id, &[key, value]);
                self.insert_hashed(id, hash, key, value)?;
            }
            return Ok(());
        }
        for (at, pair) in self.collect(source)?.into_iter().enumerate() {
            let (key, value) = self.pair(at, pair)?;
            self.publish_into(id, &[key, value]);
            self.insert_into(id, key, value)?;
        }
        Ok(())
    }

    fn pair(&mut self, at: usize, pair: Value) -> Result<(Value, Value)> {
        let items = self.collect(pair).map_err(|raise| match raise.as_exception() {
            Some(_) => {
                self.type_error(&format!("cannot convert dictionary update sequence element #{at} to a sequence"))
            }
            None => raise,
        })?;
        match items[..] {
            [key, value] => Ok((key, value)),
            _ => {
                let length = items.len();
                let message = format!("dictionary update sequence element #{at} has length {length}; 2 is required");
                Err(self.value_error(&message))
            }
        }
    }
}
