//! Functions about objects and their attributes.

use super::super::{
    exec::Exec,
    flow::{Flow, Raise, Result},
    frame::Then,
    native::{Native, control, optional, pure, reads, required},
    object::{Object, Property},
    value::Value,
};

/// The functions.
pub const FUNCTIONS: &[Native] =
    &[control("getattr", &[required(""), required(""), optional("", Value::Unbound)], getattr)];

fn getattr(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let Some(name) = exec.text_of(arguments[1]).map(str::to_owned) else {
        return Err(exec.type_error("attribute name must be string"));
    };
    let name = exec.intern(&name)?;
    match exec.attribute_into(arguments[0], name, then) {
        Err(Raise::Exception(error))
            if arguments[2].is_bound() && exec.is_exception(error, super::super::class::ATTRIBUTE_ERROR) =>
        {
            exec.deliver(then, arguments[2])
        }
        other => other,
    }
}

const FUNCTION: &[super::super::native::Parameter] = &[required("function")];

/// `staticmethod(function)`.
pub const STATIC_METHOD: Native = pure("staticmethod", FUNCTION, |exec, a| exec.allocate(Object::StaticMethod(a[0])));

/// `classmethod(function)`.
pub const CLASS_METHOD: Native = pure("classmethod", FUNCTION, |exec, a| exec.allocate(Object::ClassMethod(a[0])));

/// `property(fget, fset, fdel)`.
pub const PROPERTY: Native = pure(
    "property",
    &[
        optional("fget", Value::None),
        optional("fset", Value::None),
        optional("fdel", Value::None),
        optional("doc", Value::None),
    ],
    |exec, a| exec.allocate(Object::Property(Box::new(Property { get: a[0], set: a[1], delete: a[2] }))),
);

/// `str(object)`.
pub const STR: Native = reads("str", &[optional("object", Value::Unbound)], |exec, a| {
    if !a[0].is_bound() {
        return exec.string("");
    }
    let text = exec.machine.str(a[0]).ok_or(Raise::Python)?;
    exec.string(&text)
});
