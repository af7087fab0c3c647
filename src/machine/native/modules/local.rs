//! `threading.local`: each thread has attributes of its own. As CPython's documentation says, the `__init__` of a subclass runs
//! once for each thread that uses the object, with the arguments that it was made with.

use crate::machine::{
    run::{
        exec::Exec,
        flow::Result,
        native::{Keywords, Native as Row, pure, required},
    },
    state::{
        class,
        object::{Attributes, Instance, Native, Object},
        value::{ObjectId, Value},
    },
};

const SELF: &[crate::machine::run::native::Parameter] = &[required("self")];

/// Functions of the library.
pub const FUNCTIONS: &[Row] = &[pure("vm_local_begin", SELF, begin), pure("vm_local_forget", SELF, forget)];

impl Exec<'_> {
    /// The object that holds this thread's attributes of a `threading.local`.
    ///
    /// # Errors
    /// When the memory limit is reached.
    fn thread_local(&mut self, id: ObjectId) -> Result<ObjectId> {
        if let Some(own) = self.machine.space.lasting.thread_locals.get(&(id, self.thread)) {
            return Ok(*own);
        }
        let own = Instance {
            class: class::OBJECT,
            constructing: false,
            native: Native::None,
            attributes: Attributes::default(),
        };
        let own = self.machine.space.heap.allocate(Object::Instance(own))?;
        self.machine.space.lasting.make_mut().thread_locals.insert((id, self.thread), own);
        Ok(own)
    }

    /// The object that holds the attributes that an object has for this thread.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn attribute_holder(&mut self, id: ObjectId) -> Result<ObjectId> {
        match self.object(id) {
            Object::Instance(Instance { native: Native::ThreadLocal { .. }, .. }) => self.thread_local(id),
            _ => Ok(id),
        }
    }

    /// Whether the `__init__` of a `threading.local` has yet to run for this thread.
    pub fn is_new_here(&self, id: ObjectId) -> bool {
        match self.object(id) {
            Object::Instance(Instance { native: Native::ThreadLocal { made_with }, .. }) => {
                made_with.is_bound() && !self.machine.space.lasting.thread_locals.contains_key(&(id, self.thread))
            }
            _ => false,
        }
    }

    /// Notes what a `threading.local` is made with, before its `__init__` runs for the thread that makes it.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn note_local_arguments(&mut self, id: ObjectId, arguments: &[Value], keywords: &Keywords) -> Result<()> {
        let positional = self.tuple(arguments)?;
        let keywords = self.keyword_dict(keywords)?;
        // Nobody else ever sees this dict.
        self.freeze(keywords)?;
        let arguments = self.tuple(&[positional, keywords])?;
        if let Object::Instance(instance) = self.machine.space.heap.get_mut(id) {
            instance.native = Native::ThreadLocal { made_with: arguments };
        }
        self.thread_local(id).map(|_| ())
    }
}

/// The thread has attributes from here on; returns the arguments for its `__init__`.
fn begin(exec: &mut Exec<'_>, arguments: &[Value]) -> Result<Value> {
    let Value::Object(id) = arguments[0] else { return Ok(Value::None) };
    exec.thread_local(id)?;
    Ok(match exec.object(id) {
        Object::Instance(Instance { native: Native::ThreadLocal { made_with }, .. }) => *made_with,
        _ => Value::None,
    })
}

/// `__init__` has failed: it runs again when the thread comes back.
fn forget(exec: &mut Exec<'_>, arguments: &[Value]) -> Result<Value> {
    if let Value::Object(id) = arguments[0] {
        exec.machine.space.lasting.make_mut().thread_locals.shift_remove(&(id, exec.thread));
    }
    Ok(Value::None)
}
