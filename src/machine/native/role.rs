//! What native functions are for the program: plain functions, or descriptors of the builtin classes, as CPython has them
//! (`Objects/descrobject.c`). Tests: `tests/programs/classes/descriptor_types.py`.

use crate::machine::{
    Machine,
    run::native::{Native, Role},
    state::{
        class,
        object::{Method, Object},
        value::{ClassId, NativeId, ObjectId, Value},
    },
};
use crate::program::NameId;

/// A function of no class.
pub const FUNCTION: Role = Role { kind: class::NATIVE, owner: None };

/// Methods of the language that are no slots of a type in CPython.
const NO_SLOTS: &[&str] = &[
    "__bytes__",
    "__ceil__",
    "__class_getitem__",
    "__complex__",
    "__copy__",
    "__dir__",
    "__enter__",
    "__exit__",
    "__floor__",
    "__format__",
    "__getformat__",
    "__getnewargs__",
    "__getstate__",
    "__instancecheck__",
    "__length_hint__",
    "__reduce__",
    "__reduce_ex__",
    "__reversed__",
    "__round__",
    "__set_name__",
    "__setstate__",
    "__sizeof__",
    "__subclasscheck__",
    "__subclasses__",
    "__trunc__",
];

/// Those that are no descriptors at all: they are bound already, or static.
const FUNCTIONS: &[&str] = &["__new__", "__init_subclass__", "__subclasshook__", "__prepare__"];

/// Whether CPython has the class in C.
fn is_in_c(class: ClassId) -> bool {
    matches!(class::TABLE[class.index()].module, "builtins" | "_thread" | "_queue")
}

/// A method of a builtin class.
#[must_use]
pub fn of_method(of: ClassId, name: &str) -> Role {
    let special = name.starts_with("__") && name.ends_with("__");
    let looks_up = matches!((of, name), (class::LIST | class::DICT, "__getitem__"))
        || matches!((of, name), (class::DICT | class::SET | class::FROZENSET, "__contains__"));
    let kind = if !is_in_c(of) || FUNCTIONS.contains(&name) {
        class::NATIVE
    } else if special && !looks_up && !NO_SLOTS.contains(&name) {
        class::WRAPPER_DESCRIPTOR
    } else {
        class::METHOD_DESCRIPTOR
    };
    Role { kind, owner: Some(of) }
}

/// Whether it is a slot of a class that stores values, which takes no other objects.
#[must_use]
pub fn has_own_slots(of: ClassId, native: &Native) -> bool {
    let stores = matches!(
        of,
        class::INT
            | class::FLOAT
            | class::STR
            | class::BYTES
            | class::BYTEARRAY
            | class::LIST
            | class::TUPLE
            | class::DICT
            | class::SET
            | class::FROZENSET
    );
    let special = native.name.starts_with("__") && !FUNCTIONS.contains(&native.name);
    stores && special && native.parameters.first().is_some_and(|parameter| parameter.name == "self")
}

/// What computes an attribute.
#[must_use]
pub fn of_getter(of: ClassId) -> Role {
    let kind = if is_in_c(of) { class::GETSET_DESCRIPTOR } else { class::NATIVE };
    Role { kind, owner: Some(of) }
}

/// A class method.
#[must_use]
pub const fn of_class_method(of: ClassId) -> Role {
    Role { kind: class::CLASS_METHOD_DESCRIPTOR, owner: Some(of) }
}

impl Machine {
    /// What a native function is for the program.
    #[must_use]
    pub(in crate::machine) fn role(&self, native: NativeId) -> Role {
        self.common.statics.roles[native.index()]
    }

    /// The class of a method with this function.
    pub(in crate::machine) fn class_of_method(&self, function: Value) -> ClassId {
        let Value::Native(id) = function else { return class::METHOD };
        match self.role(id).kind {
            class::METHOD_DESCRIPTOR | class::CLASS_METHOD_DESCRIPTOR => class::NATIVE,
            class::WRAPPER_DESCRIPTOR => class::METHOD_WRAPPER,
            _ => class::METHOD,
        }
    }

    /// The class of a property with this getter.
    pub(in crate::machine) fn class_of_property(&self, getter: Value) -> ClassId {
        match getter {
            Value::Native(id) if self.role(id).kind == class::GETSET_DESCRIPTOR => class::GETSET_DESCRIPTOR,
            _ => class::PROPERTY,
        }
    }

    /// The class of a class method of this function.
    pub(in crate::machine) fn class_of_class_method(&self, function: Value) -> ClassId {
        match function {
            Value::Native(id) if self.role(id).kind == class::CLASS_METHOD_DESCRIPTOR => class::CLASS_METHOD_DESCRIPTOR,
            _ => class::CLASS_METHOD,
        }
    }

    /// How a native function is written.
    #[must_use]
    pub(in crate::machine) fn native_text(&self, native: NativeId) -> String {
        let name = self.common.statics.natives[native.index()].name;
        let Role { kind, owner } = self.role(native);
        let owner = owner.map(|owner| self.class(owner).name.clone()).unwrap_or_default();
        match kind {
            class::WRAPPER_DESCRIPTOR => format!("<slot wrapper '{name}' of '{owner}' objects>"),
            class::METHOD_DESCRIPTOR | class::CLASS_METHOD_DESCRIPTOR => {
                format!("<method '{name}' of '{owner}' objects>")
            }
            _ => format!("<built-in function {name}>"),
        }
    }

    /// How a descriptor of a builtin class is written, or its method that is bound to an object; none of others.
    #[must_use]
    pub(in crate::machine) fn descriptor_text(&self, id: ObjectId) -> Option<String> {
        match self.space.heap.get(id) {
            Object::Method(method) => self.bound_native_text(method),
            Object::ClassMethod(Value::Native(native)) if self.role(*native).kind == class::CLASS_METHOD_DESCRIPTOR => {
                Some(self.native_text(*native))
            }
            Object::Property(_) => {
                let (class, name) = self.place_of_getset(id)?;
                let (class, name) = (&self.class(class).name, self.common.names.text(name));
                Some(format!("<attribute '{name}' of '{class}' objects>"))
            }
            _ => None,
        }
    }

    fn bound_native_text(&self, method: &Method) -> Option<String> {
        let Value::Native(id) = method.function else { return None };
        let name = self.common.statics.natives[id.index()].name;
        let class = self.class(self.class_of(method.receiver)).name.clone();
        let at = self.address_of(method.receiver);
        match self.role(id).kind {
            class::WRAPPER_DESCRIPTOR => Some(format!("<method-wrapper '{name}' of {class} object at {at:#x}>")),
            class::METHOD_DESCRIPTOR | class::CLASS_METHOD_DESCRIPTOR => {
                Some(format!("<built-in method {name} of {class} object at {at:#x}>"))
            }
            _ => None,
        }
    }

    /// The class of which a property of the machine computes an attribute, and its name.
    #[must_use]
    pub(in crate::machine) fn place_of_getset(&self, property: ObjectId) -> Option<(ClassId, NameId)> {
        let Object::Property(parts) = self.space.heap.get(property) else { return None };
        let Value::Native(id) = parts.get else { return None };
        let owner = self.role(id).owner.filter(|_| self.role(id).kind == class::GETSET_DESCRIPTOR)?;
        let is_it = |value: &Value| matches!(*value, Value::Object(id) if id == property);
        let (&name, _) = self.class(owner).attributes.iter().find(|(_, value)| is_it(value))?;
        Some((owner, name))
    }
}
