//! What is native of the modules that programs import. The rest of each module is in `src/stdlib/`.

pub mod condition;
pub mod local;
pub mod lock;
pub mod math;
pub mod process;
pub mod queue;
pub mod random;
pub mod semaphore;
pub mod signal;
pub mod system;
pub mod thread;
pub mod time;
pub mod weak;

use crate::machine::{
    language::number::Number,
    run::{
        exec::Exec,
        flow::{Flow, Result},
    },
    state::{
        class,
        frame::Then,
        object::{Native, Object},
        operation::Operation,
        place::{Deed, Place},
        value::{ClassId, ObjectId, Value},
    },
};
use crate::{
    event::{EventKind, Nanos},
    ids::ResourceId,
    sync::{Primitive, Request},
};

impl Exec<'_> {
    /// Makes an instance be a new primitive.
    ///
    /// # Errors
    /// `TypeError` when it is no instance.
    pub fn make_resource(&mut self, instance: Value, primitive: Primitive<Value>) -> Result<Value> {
        let Value::Object(id) = instance else { return Err(self.type_error("an instance is needed")) };
        let resource = self.add_resource(primitive);
        self.machine.set_native(id, Native::Resource(resource));
        Ok(Value::None)
    }

    /// Adds a primitive, and reports it.
    pub fn add_resource(&mut self, primitive: Primitive<Value>) -> ResourceId {
        let (kind, limit) = (primitive.kind(), primitive.limit());
        let resource = self.machine.add_resource(primitive);
        self.emit(EventKind::ResourceCreated { resource, kind, limit });
        resource
    }

    /// A new instance of a builtin class around a primitive.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn new_resource(&mut self, class: ClassId, primitive: Primitive<Value>) -> Result<ObjectId> {
        let instance = self.new_object(class, &[])?;
        self.make_resource(instance, primitive)?;
        match instance {
            Value::Object(id) => Ok(id),
            _ => unreachable!("an instance is an object"),
        }
    }

    /// The primitive that an instance is.
    ///
    /// # Errors
    /// `RuntimeError` when its `__init__` was not called.
    pub fn resource_of(&mut self, value: Value) -> Result<ResourceId> {
        if let Value::Object(id) = value
            && let Object::Instance(instance) = self.object(id)
        {
            match instance.native {
                Native::Resource(resource) => return Ok(resource),
                Native::Condition { room, .. } => return Ok(room),
                _ => {}
            }
        }
        let message = format!("{}.__init__() was not called", self.class_name(value));
        Err(self.runtime_error(&message))
    }

    /// Asks for an operation of the primitive that the instance is.
    ///
    /// # Errors
    /// When it is none.
    pub fn request(
        &mut self,
        instance: Value,
        request: Request<Value>,
        timeout: Option<Nanos>,
        then: Then,
    ) -> Result<Flow> {
        let resource = self.resource_of(instance)?;
        Ok(self.operate(Operation::Resource { resource, request, timeout }, then))
    }

    /// Looks at a primitive and delivers what there is to see; the native function has [`Access::Inspect`].
    ///
    /// # Errors
    /// When the instance is no primitive.
    pub fn look(&mut self, instance: Value, then: Then, what: impl FnOnce(&Primitive<Value>) -> Value) -> Result<Flow> {
        let resource = self.resource_of(instance)?;
        self.machine.space.heap.watch.place(Place::Resource(resource), Deed::Read);
        let value = what(self.machine.resource(resource));
        self.deliver(then, value)
    }

    /// A timeout in seconds; `None` waits for ever, and less than nothing not at all.
    ///
    /// # Errors
    /// `TypeError` when it is no number.
    pub fn timeout(&mut self, value: Value) -> Result<Option<Nanos>> {
        if value == Value::None {
            return Ok(None);
        }
        if self.number(value).is_some_and(|number| !is_positive(number)) {
            return Ok(Some(0));
        }
        self.seconds(value).map(|seconds| Some(nanos(seconds)))
    }

    /// A number of seconds.
    ///
    /// # Errors
    /// `TypeError` when it is no number, `OverflowError` when they are more than fit into CPython's `PyTime_t`.
    pub fn seconds(&mut self, value: Value) -> Result<f64> {
        let number = self.number(value);
        match number {
            Some(Number::Int(number)) if (number as f64).abs() < MOST_SECONDS => Ok(number as f64),
            Some(Number::Float(number)) if number.is_nan() => Err(self.value_error("Invalid value NaN (not a number)")),
            Some(Number::Float(number)) if number.abs() < MOST_SECONDS => Ok(number),
            Some(Number::Float(_)) => {
                Err(self.error(class::OVERFLOW_ERROR, "timestamp out of range for platform time_t"))
            }
            Some(_) => Err(self.error(class::OVERFLOW_ERROR, "timestamp too large to convert to C _PyTime_t")),
            None => {
                let message = format!("'{}' object cannot be interpreted as an integer", self.class_name(value));
                Err(self.type_error(&message))
            }
        }
    }

    /// The truth of an argument, which cannot ask the program.
    pub fn flag(&self, value: Value) -> bool {
        self.machine.truth(value).unwrap_or(true)
    }
}

/// `PyTime_t` counts nanoseconds in 64 bits with a sign.
const MOST_SECONDS: f64 = i64::MAX as f64 / 1e9;

fn is_positive(number: Number) -> bool {
    match number {
        Number::Int(number) => number > 0,
        Number::Float(number) => number > 0.0,
        Number::Big(number) => number.sign() == num_bigint::Sign::Plus,
    }
}

/// Seconds as nanoseconds; less than nothing is nothing, and longer than anybody waits is for ever.
#[must_use]
pub fn nanos(seconds: f64) -> Nanos {
    (seconds.max(0.0) * 1e9).round() as Nanos
}
