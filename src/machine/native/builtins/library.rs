//! What the embedded library asks of the machine when it does in Python what native code cannot: which methods have a
//! say in an operation, and the operation itself when none has.
//!
//! The Python side is in `src/stdlib/builtins/`. Tests: `tests/programs/classes/`.

use crate::machine::{
    Machine,
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Access, Attribute, Native, control, keyword_rest, pure, reads, required, rest},
    },
    state::{
        class::{self, Layout},
        object::{Attributes, Instance, Method, Native as Nature, Object},
        value::Value,
    },
};
use crate::program::{BinaryOperator, CompareOperator, NameId, NameKind, well_known};

/// The functions.
pub const FUNCTIONS: &[Native] = &[
    pure("vm_method", &[required("object"), required("name")], |exec, a| {
        let name = exec.name_argument(a[1])?;
        match exec.special(a[0], name) {
            Some(found) => exec.bound_to(found, a[0], name),
            None => Ok(Value::None),
        }
    }),
    pure("vm_own_method", &[required("object"), required("name")], |exec, a| {
        let name = exec.name_argument(a[1])?;
        match exec.own_special(a[0], name) {
            Some(Value::None) if matches!(&*exec.name(name), "__str__" | "__repr__" | "__format__") => {
                Err(exec.type_error("'NoneType' object is not callable"))
            }
            Some(found) => exec.bound_to(found, a[0], name),
            None => Ok(Value::None),
        }
    }),
    // A method of the language that is a property: its object and its name, and the arguments.
    control("vm_through", &[required("parts"), rest("args"), keyword_rest("kwargs")], |exec, a, then| {
        let parts = exec.sequence_items(a[0]).unwrap_or_default();
        let extra = exec.extra("_slots", "vm_answer");
        if let ([object, name, _], &[other], Some(answer)) =
            (&parts[..], &exec.sequence_items(a[1]).unwrap_or_default()[..], extra)
        {
            return exec.call_extra(answer, &[*object, *name, other], then);
        }
        let [object, name, ..] = parts[..] else { return Err(Raise::PYTHON) };
        exec.call_library(exec.statics.library.call_attribute, &[object, name, a[1], a[2]], then)
    }),
    pure("vm_is_blocked", &[required("object"), required("name")], |exec, a| {
        let name = exec.name_argument(a[1])?;
        Ok(Value::bool(exec.own_special(a[0], name) == Some(Value::None)))
    }),
    pure("vm_operator_methods", OPERANDS, |exec, a| {
        let methods = exec.operator_methods(a[0], a[1], a[2], exec.flag(a[3]))?;
        exec.tuple(&methods)
    }),
    pure("vm_compare_methods", &[required("a"), required("b"), required("name"), required("mirrored")], |exec, a| {
        let methods = exec.compare_methods(a[0], a[1], a[2], a[3])?;
        exec.tuple(&methods)
    }),
    reads("vm_builtin_binary", OPERANDS, builtin_binary),
    reads("vm_builtin_order", &[required("a"), required("b"), required("symbol")], |exec, a| {
        let op = compare_operator(exec.text_of(a[2]).unwrap_or_default());
        let (x, y) = (exec.base_value(a[0]), exec.base_value(a[1]));
        let own = exec.machine.is_own(x) || exec.machine.is_own(y);
        match exec.compare_value(op, x, y) {
            _ if own && op == CompareOperator::Equal => Ok(Value::bool(x.is(y))),
            _ if own => Err(exec.not_ordered_as(op, a[0], a[1])),
            // The values that a subclass holds are compared; it is the subclass that the message names.
            Err(raise) if raise.as_exception().is_some() => Err(exec.not_ordered_as(op, a[0], a[1])),
            other => other.map(Value::bool),
        }
    }),
    reads("vm_builtin_contains", &[required("item"), required("container")], |exec, a| {
        let base = exec.base_value(a[1]);
        match exec.object_is_instance(base) {
            true => Err(exec.not_a_container(a[1])),
            false => exec.contains_value(a[0], base).map(Value::bool),
        }
    }),
    pure("vm_kind", &[required("value")], |exec, a| {
        let kind = exec.kind_of(a[0]);
        exec.string(kind)
    }),
    pure("vm_base", &[required("value")], |exec, a| Ok(exec.base_value(a[0]))),
    reads("vm_builtin_get_item", &[required("object"), required("index")], |exec, a| {
        let base = exec.base_value(a[0]);
        match exec.object_is_instance(base) || matches!(base, Value::Class(_)) {
            true => Err(exec.not_subscriptable(a[0])),
            false => exec.item(base, a[1]),
        }
    }),
    pure("vm_allocate", &[required("class"), required("arguments")], |exec, a| {
        let (Value::Class(class), Some(arguments)) = (a[0], exec.sequence_items(a[1])) else { return Ok(Value::None) };
        exec.new_object(class, &arguments)
    }),
    pure("vm_value_class", &[required("class")], |exec, a| Ok(exec.value_class(a[0]))),
    pure("vm_wrap", &[required("class"), required("value")], wrap),
    pure("vm_finish_construction", &[required("object")], |exec, a| {
        exec.finish_construction(a[0]);
        Ok(Value::None)
    }),
    control("vm_attribute", &[required("object"), required("name")], |exec, a, then| {
        let name = exec.name_argument(a[1])?;
        exec.plain_attribute_into(a[0], name, then)
    })
    .with(Access::Attribute(Attribute::Get)),
    // What the methods of a data class do with all of its fields, where nobody else can reach the object.
    pure("vm_fields", &[required("object"), required("names")], |exec, a| {
        let names = exec.field_names(a[1])?;
        match names.iter().map(|&name| exec.private_attribute(a[0], name)).collect::<Option<Vec<_>>>() {
            Some(values) => exec.tuple(&values),
            None => Ok(Value::None),
        }
    }),
    pure("vm_set_fields", &[required("object"), required("names"), required("values")], |exec, a| {
        let names = exec.field_names(a[1])?;
        let values = exec.sequence_items(a[2]).unwrap_or_default();
        exec.set_private_attributes(a[0], &names, &values).map(Value::bool)
    }),
    pure(
        "vm_record",
        &[
            required("class"),
            required("init"),
            required("names"),
            required("defaults"),
            required("factories"),
            required("comparisons"),
            required("compared"),
        ],
        |exec, a| exec.note_record(a).map(|()| Value::None),
    ),
    pure("vm_class_items", &[required("class")], class_items),
    pure("vm_inherits_own", &[required("class"), required("name")], |exec, a| {
        let (Value::Class(class), name) = (a[0], exec.name_argument(a[1])?) else { return Ok(Value::None) };
        Ok(exec.machine.find_own(class, name).unwrap_or(Value::None))
    }),
    pure("vm_note_text", &[required("exception"), required("text")], |exec, a| {
        if let Value::Object(id) = a[0]
            && matches!(exec.object(id), Object::Exception(_))
        {
            exec.exception_mut(id).attributes.set(well_known::STR, a[1]);
        }
        Ok(Value::None)
    }),
    // What viewers know a thing of the library by.
    control("vm_name", &[required("value"), required("name")], |exec, a, then| {
        let name = exec.name_argument(a[1])?;
        exec.name_value(NameKind::Variable, a[0], name)?;
        exec.deliver(then, Value::None)
    }),
    pure("vm_names_of", &[required("object")], |exec, a| {
        let names = exec.machine.names_of(a[0]);
        let names = names.iter().map(|name| exec.string(name)).collect::<Result<Vec<_>>>()?;
        exec.list(names)
    })
    .with(Access::Attribute(Attribute::All)),
    pure("vm_function_text", &[required("function")], |exec, a| {
        let text = exec.function_text(a[0]);
        exec.string(&text)
    }),
    pure("vm_combine_hashes", &[required("hashes")], |exec, a| exec.hash(a[0]).map(Value::Int)),
];

const OPERANDS: &[crate::machine::run::native::Parameter] =
    &[required("a"), required("b"), required("name"), required("in_place")];

fn builtin_binary(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let op = binary_operator(exec.text_of(a[2]).unwrap_or_default());
    let in_place = exec.flag(a[3]);
    // A class that overrides the operator has had its say.
    let own = [a[0], a[1]].into_iter().zip(["__", "__r"]).any(|(value, prefix)| {
        let name = exec.machine.common.names.get(&format!("{prefix}{}__", op.method()));
        name.is_some_and(|name| exec.own_special(value, name).is_some())
    });
    if own {
        return Err(exec.unsupported(op, a[0], a[1], in_place));
    }
    exec.builtin_binary(op, a[0], a[1], in_place)
}

/// A new object of a subclass of a builtin type whose values cannot change, around its value.
fn wrap(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let Value::Class(class) = a[0] else { return Ok(Value::None) };
    let native = Nature::Value(exec.base_value(a[1]));
    exec.check_docstring_room(class, a[1])?;
    let instance = Instance { class, constructing: true, native, attributes: Attributes::default() };
    exec.allocate(Object::Instance(instance))
}

/// Names and values of a class's own attributes.
fn class_items(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let Value::Class(class) = a[0] else { return Ok(Value::None) };
    let attributes: Vec<_> = exec.machine.class(class).attributes.iter().map(|(&name, &value)| (name, value)).collect();
    let mut items = Vec::new();
    for (name, value) in attributes {
        let text = exec.name(name);
        let text = exec.string(&text)?;
        items.push(exec.tuple(&[text, value])?);
    }
    exec.tuple(&items)
}

impl Exec<'_> {
    /// The id of a name that is an argument.
    ///
    /// # Errors
    /// `TypeError` when it is no string.
    pub fn name_argument(&mut self, name: Value) -> Result<NameId> {
        if let Some(known) = self.text_of(name).and_then(|text| self.machine.common.names.get(text)) {
            return Ok(known);
        }
        match self.text_of(name).map(str::to_owned) {
            Some(name) => self.intern(&name),
            None => {
                let message = format!("attribute name must be string, not '{}'", self.class_name(name));
                Err(self.type_error(&message))
            }
        }
    }

    /// An attribute of a class as it is when a method of the language is looked up on an object's type.
    fn bound_to(&mut self, found: Value, object: Value, name: NameId) -> Result<Value> {
        let receiver = match found {
            Value::Native(_) => object,
            Value::Object(id) => match self.object(id) {
                Object::Function(_) => object,
                Object::StaticMethod(function) => return Ok(*function),
                Object::ClassMethod(function) => {
                    let method = Method { receiver: Value::Class(self.class_of(object)), function: *function };
                    return self.allocate(Object::Method(Box::new(method)));
                }
                Object::Property(_) if self.class_of(found) == class::PROPERTY => {
                    // What is called is what the property gives, whenever it is called.
                    let Some(through) = self.statics.builtin("vm_through") else { return Ok(found) };
                    let text = self.name(name);
                    let parts = [object, self.string(&text)?];
                    let receiver = self.tuple(&parts)?;
                    return self.allocate(Object::Method(Box::new(Method { receiver, function: through })));
                }
                _ => return Ok(found),
            },
            _ => return Ok(found),
        };
        self.allocate(Object::Method(Box::new(Method { receiver, function: found })))
    }

    fn own_method(&self, value: Value, name: &str) -> Option<Value> {
        self.own_special(value, self.machine.common.names.get(name)?)
    }

    /// One call that an operator may make: the method and its argument.
    fn attempt_of(&mut self, method: Value, name: &str, receiver: Value, argument: Value) -> Result<Value> {
        let name = self.intern(name)?;
        let method = self.bound_to(method, receiver, name)?;
        self.tuple(&[method, argument])
    }

    fn is_proper_subclass(&self, of: Value, base: Value) -> bool {
        let (of, base) = (self.class_of(of), self.class_of(base));
        of != base && self.machine.class(of).is_subclass(base)
    }

    /// The methods that `a op b` calls until one does not return `NotImplemented`, as `binary_op1` and `slot_nb_add` of
    /// CPython order them.
    fn operator_methods(&mut self, a: Value, b: Value, name: Value, in_place: bool) -> Result<Vec<Value>> {
        let name = self.text_of(name).unwrap_or_default().to_owned();
        let own_in_place = self.own_method(a, &format!("__i{name}__")).filter(|_| in_place);
        let left = self.own_method(a, &format!("__{name}__"));
        let reflected = format!("__r{name}__");
        let right = self.own_method(b, &reflected).filter(|_| self.class_of(a) != self.class_of(b));
        let right_first = right.is_some_and(|right| {
            self.is_proper_subclass(b, a) && self.own_method(a, &reflected).is_none_or(|known| !known.is(right))
        });
        let mut methods = Vec::new();
        if let Some(method) = own_in_place {
            methods.push(self.attempt_of(method, &format!("__i{name}__"), a, b)?);
        }
        if let (Some(method), true) = (right, right_first) {
            methods.push(self.attempt_of(method, &reflected, b, a)?);
        }
        if let Some(method) = left {
            methods.push(self.attempt_of(method, &format!("__{name}__"), a, b)?);
        }
        if let (Some(method), false) = (right, right_first) {
            methods.push(self.attempt_of(method, &reflected, b, a)?);
        }
        Ok(methods)
    }

    /// The methods that a comparison calls until one does not return `NotImplemented`, as `do_richcompare` of CPython
    /// orders them; the third part of each says whether its answer is to be turned round.
    fn compare_methods(&mut self, a: Value, b: Value, name: Value, mirrored: Value) -> Result<Vec<Value>> {
        let name = self.text_of(name).unwrap_or_default().to_owned();
        let mirrored = self.text_of(mirrored).unwrap_or_default().to_owned();
        let left = self.compare_method(a, b, &name)?;
        let right = self.compare_method(b, a, &mirrored)?;
        let both = if self.is_proper_subclass(b, a) { [right, left] } else { [left, right] };
        Ok(both.into_iter().flatten().collect())
    }

    fn compare_method(&mut self, a: Value, b: Value, name: &str) -> Result<Option<Value>> {
        let own = self.own_method(a, name);
        // `object.__ne__` asks `__eq__` and turns its answer round.
        let equal = if name == "__ne__" { self.own_method(a, "__eq__") } else { None };
        let (method, negate) = match (own, equal) {
            (Some(method), _) => (method, false),
            (None, Some(method)) => (method, true),
            (None, None) => return Ok(None),
        };
        let name = self.intern(if negate { "__eq__" } else { name })?;
        let quiet = matches!(method.object().map(|id| self.object(id)), Some(Object::Property(_)))
            && self.extra("_slots", "vm_answer").is_some();
        let method = if quiet {
            let text = self.name(name);
            let parts = [a, self.string(&text)?, Value::TRUE];
            let receiver = self.tuple(&parts)?;
            let function = self.statics.builtin("vm_through").unwrap_or(method);
            self.allocate(Object::Method(Box::new(Method { receiver, function })))?
        } else {
            self.bound_to(method, a, name)?
        };
        self.tuple(&[method, b, Value::bool(negate)]).map(Some)
    }

    fn not_ordered_as(&mut self, op: CompareOperator, a: Value, b: Value) -> Raise {
        let (symbol, a, b) = (op.symbol(), self.class_name(a), self.class_name(b));
        self.type_error(&format!("'{symbol}' not supported between instances of '{a}' and '{b}'"))
    }

    fn object_is_instance(&self, value: Value) -> bool {
        matches!(value.object().map(|id| self.object(id)), Some(Object::Instance(_) | Object::Generator(_)))
    }

    /// How the library compares two values element by element.
    fn kind_of(&self, value: Value) -> &'static str {
        match self.base_value(value).object().map(|id| self.object(id)) {
            Some(Object::List(_)) => "list",
            Some(Object::Tuple(_)) => "tuple",
            Some(Object::Dict(_)) => "dict",
            Some(Object::Slice(_)) => "slice",
            Some(Object::Set(_) | Object::FrozenSet(_)) => "set",
            _ => "",
        }
    }

    /// The builtin type whose value an object of the class gets before its `__init__`, if it cannot change after that.
    fn value_class(&self, class: Value) -> Value {
        let Value::Class(id) = class else { return Value::None };
        match self.machine.class(id).layout {
            Layout::Builtin(base @ (class::INT | class::FLOAT | class::STR | class::BYTES)) => Value::Class(base),
            Layout::Builtin(base @ (class::TUPLE | class::FROZENSET)) => Value::Class(base),
            Layout::Builtin(base @ (class::PROPERTY | class::STATIC_METHOD | class::CLASS_METHOD)) => {
                Value::Class(base)
            }
            Layout::Builtin(class::TYPE) => Value::Class(class::TYPE),
            Layout::Builtin(base) if !Machine::is_python(id) => Value::Class(base),
            _ => Value::None,
        }
    }

    /// A function as messages about its arguments name it.
    pub fn function_text(&self, function: Value) -> String {
        let mut function = function;
        // A method may be one of a method; nobody looks through more of them than this.
        for _ in 0..crate::machine::RECURSION_LIMIT {
            match function.object().map(|id| self.object(id)) {
                Some(Object::Method(method)) => function = method.function,
                _ => break,
            }
        }
        match function {
            Value::Native(id) => format!("{}()", self.statics.natives[id.index()].name),
            Value::Class(id) => {
                let class = self.machine.class(id);
                match &*class.module {
                    "builtins" => class.qualified_name.to_string(),
                    module => format!("{module}.{}", class.qualified_name),
                }
            }
            Value::Object(id) => match self.object(id) {
                Object::Function(function) => {
                    let code = self.program.code(function.code);
                    let module = &self.program.module_at(code.module).name;
                    format!("{module}.{}()", code.qualified_name)
                }
                _ => format!("{} object", self.class_name(function)),
            },
            _ => format!("{} object", self.class_name(function)),
        }
    }
}

fn binary_operator(method: &str) -> BinaryOperator {
    BinaryOperator::ALL.into_iter().find(|op| op.method() == method).unwrap_or(BinaryOperator::Add)
}

fn compare_operator(symbol: &str) -> CompareOperator {
    use CompareOperator as Op;
    const ALL: [CompareOperator; 6] = [Op::Equal, Op::NotEqual, Op::Less, Op::LessEqual, Op::Greater, Op::GreaterEqual];
    ALL.into_iter().find(|op| op.symbol() == symbol).unwrap_or(Op::Equal)
}
