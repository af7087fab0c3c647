//! What is native of the modules that programs import. The rest of each module is in `src/stdlib/`.

pub mod condition;
pub mod lock;
pub mod queue;
pub mod random;
pub mod semaphore;
pub mod signal;
pub mod system;
pub mod thread;
pub mod time;

use super::{
    exec::Exec,
    flow::{Flow, Result},
    frame::Then,
    object::{Native, Object},
    operation::Operation,
    value::{ClassId, ObjectId, Value},
};
use crate::{
    event::{Action, EventKind, Nanos, Target, Verb},
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

    /// Asks to look at a primitive, unless that was granted or nobody could change it meanwhile.
    ///
    /// # Errors
    /// When the instance is no primitive.
    pub fn inspect(&mut self, instance: Value) -> Result<Option<Flow>> {
        let resource = self.resource_of(instance)?;
        let action = Action { verb: Verb::Inspect, target: Target::Resource(resource) };
        Ok((self.concurrent && self.must_ask()).then_some(Flow::Ask(action)))
    }

    /// A timeout in seconds; `None` waits for ever, and less than nothing not at all.
    ///
    /// # Errors
    /// `TypeError` when it is no number.
    pub fn timeout(&mut self, value: Value) -> Result<Option<Nanos>> {
        if value == Value::None {
            return Ok(None);
        }
        self.seconds(value).map(|seconds| Some(nanos(seconds)))
    }

    /// A number of seconds.
    ///
    /// # Errors
    /// `TypeError` when it is no number.
    pub fn seconds(&mut self, value: Value) -> Result<f64> {
        match self.number(value) {
            Some(super::number::Number::Int(number)) => Ok(number as f64),
            Some(super::number::Number::Float(number)) if number.is_nan() => {
                Err(self.value_error("Invalid value NaN (not a number)"))
            }
            Some(super::number::Number::Float(number)) => Ok(number),
            Some(super::number::Number::Big(_)) => Ok(f64::INFINITY),
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

/// Seconds as nanoseconds; less than nothing is nothing, and longer than anybody waits is for ever.
#[must_use]
pub fn nanos(seconds: f64) -> Nanos {
    (seconds.max(0.0) * 1e9).round() as Nanos
}
