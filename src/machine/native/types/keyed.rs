//! Dicts and sets whose keys only the program can hash or compare.
//!
//! The library hashes the key, and calls one of the functions here. It does its work in one step, if it can: otherwise it
//! names a key in the table that has the same hash, for the library to compare, and is called again: with that very key
//! if they are equal, or with it among those known to be unequal. So between the last comparison and the work nothing
//! can happen, as in CPython.

use crate::machine::{
    run::{
        exec::Exec,
        flow::Result,
        native::{Native, Parameter, reads, required, writes},
    },
    state::{
        object::Object,
        value::{ObjectId, Value},
    },
};

const KEYED: &[Parameter] =
    &[required("container"), required("hash"), required("key"), required("value"), required("unequal")];

/// What the library does with dicts and sets. Each returns whether it is done, and its result or the key to compare.
pub const FUNCTIONS: &[Native] = &[
    reads("vm_key_find", KEYED, |exec, a| {
        keyed(exec, a, |exec, id, _, _, found| {
            let value = match (found, exec.object(id)) {
                (Some(at), Object::Dict(dict)) => dict.value(at),
                _ => Value::None,
            };
            exec.tuple(&[Value::bool(found.is_some()), value])
        })
    }),
    writes("vm_key_store", KEYED, |exec, a| {
        keyed(exec, a, |exec, id, hash, (key, value), found| {
            match found {
                Some(at) => exec.dict_mut(id).replace(at, value),
                None => exec.dict_mut(id).insert(hash, key, value),
            }
            Ok(Value::None)
        })
    }),
    writes("vm_key_default", KEYED, |exec, a| {
        keyed(exec, a, |exec, id, hash, (key, value), found| match found {
            Some(at) => Ok(exec.dict_of(id).value(at)),
            None => {
                exec.dict_mut(id).insert(hash, key, value);
                Ok(value)
            }
        })
    }),
    writes("vm_key_drop", KEYED, |exec, a| {
        keyed(exec, a, |exec, id, _, _, found| {
            let value = found.map_or(Value::None, |at| exec.dict_mut(id).remove(at).1);
            exec.tuple(&[Value::bool(found.is_some()), value])
        })
    }),
    writes("vm_member_add", KEYED, |exec, a| {
        keyed(exec, a, |exec, id, hash, (key, _), found| {
            if found.is_none() {
                exec.set_mut(id).insert(hash, key);
            }
            Ok(Value::bool(found.is_none()))
        })
    }),
    writes("vm_member_drop", KEYED, |exec, a| {
        keyed(exec, a, |exec, id, _, _, found| {
            if let Some(at) = found {
                exec.set_mut(id).remove(at);
            }
            Ok(Value::bool(found.is_some()))
        })
    }),
];

/// What is done with a container once it is known where in it the key is, if anywhere: the hash, key and value are given.
type Work = fn(&mut Exec<'_>, ObjectId, i64, (Value, Value), Option<usize>) -> Result<Value>;

fn keyed(exec: &mut Exec<'_>, a: &[Value], work: Work) -> Result<Value> {
    let (Some(id), Value::Int(hash)) = (exec.held(a[0]), a[1]) else { return Ok(Value::None) };
    let unequal = exec.sequence_items(a[4]).unwrap_or_default();
    let found = match exec.find_hashed(id, hash, a[2], &unequal) {
        Ok(found) => found,
        Err(doubtful) => return exec.tuple(&[Value::FALSE, doubtful]),
    };
    exec.machine.space.heap.charge(4 * size_of::<Value>())?;
    exec.publish_into(id, &a[2..4]);
    let result = work(exec, id, hash, (a[2], a[3]), found)?;
    exec.tuple(&[Value::TRUE, result])
}

impl Exec<'_> {
    /// The place of a key; or a key that may be equal, and is not among those known to be unequal.
    fn find_hashed(
        &self,
        id: ObjectId,
        hash: i64,
        key: Value,
        unequal: &[Value],
    ) -> std::result::Result<Option<usize>, Value> {
        let candidates: Vec<(usize, Value)> = match self.object(id) {
            Object::Dict(dict) => dict.candidates(hash).collect(),
            Object::Set(set) | Object::FrozenSet(set) => set.candidates(hash).collect(),
            _ => Vec::new(),
        };
        let mut doubtful = None;
        for (at, known) in candidates {
            if known.is(key) {
                return Ok(Some(at));
            }
            if unequal.contains(&known) {
                continue;
            }
            match self.machine.equal(known, key) {
                Some(true) => return Ok(Some(at)),
                Some(false) => {}
                None => doubtful = doubtful.or(Some(known)),
            }
        }
        doubtful.map_or(Ok(None), Err)
    }
}
