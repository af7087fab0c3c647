//! Methods that every object has, as programs call them by name: most often by `super()`. They do what happens when no
//! class has anything to say.
//!
//! They are found last of all (`Statics::protocol`), so that the machine's own look-ups never meet them; where Python
//! has to be asked, the function of the library is `vm_object_<name>`. Tests: `tests/programs/classes/`.

use crate::machine::{
    Machine,
    language::number::Number,
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        native::{Access, Attribute, Native, Parameter, control, keyword_rest, pure, reads, required, rest},
    },
    state::{
        class::{self, Layout},
        frame::Then,
        object::{Native as Nature, Object},
        value::Value,
    },
};
use crate::program::{BinaryOperator, CompareOperator, NameId, well_known};

const SELF: &[Parameter] = &[required("self")];
const WITH_OTHER: &[Parameter] = &[required("self"), required("")];

/// The methods.
pub const METHODS: &[Native] = &[
    pure("__init__", &[required("self"), rest(""), keyword_rest("")], initialize),
    pure("__new__", &[required("cls"), rest(""), keyword_rest("")], new),
    pure("__init_subclass__", &[required("cls"), keyword_rest("")], |exec, a| {
        if exec.dict_entries(a[1]).is_empty() {
            return Ok(Value::None);
        }
        let name = match a[0] {
            Value::Class(class) => exec.machine.class(class).name.clone(),
            other => exec.class_name(other),
        };
        Err(exec.type_error(&format!("{name}.__init_subclass__() takes no keyword arguments")))
    }),
    control("__getattribute__", WITH_OTHER, |exec, a, then| {
        let name = exec.name_argument(a[1])?;
        exec.plain_attribute_into(a[0], name, then)
    })
    .with(Access::Attribute(Attribute::Get)),
    control("__setattr__", &[required("self"), required(""), required("")], |exec, a, then| {
        let name = exec.name_argument(a[1])?;
        let flow = exec.set_attribute_plainly(a[0], name, a[2])?;
        exec.none_behind(flow, then)
    })
    .with(Access::Attribute(Attribute::Set)),
    control("__delattr__", WITH_OTHER, |exec, a, then| {
        let name = exec.name_argument(a[1])?;
        let flow = exec.delete_attribute_plainly(a[0], name)?;
        exec.none_behind(flow, then)
    })
    .with(Access::Attribute(Attribute::Set)),
    reads("__eq__", WITH_OTHER, |exec, a| compared(exec, CompareOperator::Equal, a)),
    control("__ne__", WITH_OTHER, not_equal).with(Access::Read),
    reads("__lt__", WITH_OTHER, |exec, a| compared(exec, CompareOperator::Less, a)),
    reads("__le__", WITH_OTHER, |exec, a| compared(exec, CompareOperator::LessEqual, a)),
    reads("__gt__", WITH_OTHER, |exec, a| compared(exec, CompareOperator::Greater, a)),
    reads("__ge__", WITH_OTHER, |exec, a| compared(exec, CompareOperator::GreaterEqual, a)),
    reads("__hash__", SELF, |exec, a| exec.plain_hash(a[0]).map(Value::Int)),
    reads("__repr__", SELF, |exec, a| {
        let text = exec.machine.plain_repr(a[0]).ok_or(Raise::PYTHON)?;
        exec.string(&text)
    }),
    control("__str__", SELF, to_text).with(Access::Read),
];

fn initialize(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let arguments = exec.sequence_items(a[1]).unwrap_or_default();
    let keywords = !exec.dict_entries(a[2]).is_empty();
    let class = exec.class_of(a[0]);
    if let Value::Object(id) = a[0]
        && matches!(exec.object(id), Object::Exception(_))
    {
        if exec.machine.class(class).is_subclass(class::IMPORT_ERROR) {
            let given = exec.dict_entries(a[2]);
            for key in ["name", "path"] {
                let value = given.iter().find(|&&(name, _)| exec.text_of(name) == Some(key)).map(|&(_, value)| value);
                let name = exec.intern(key)?;
                exec.set_own(id, name, value.unwrap_or(Value::None))?;
            }
        } else if keywords {
            let message = format!("{}() takes no keyword arguments", exec.class_name(a[0]));
            return Err(exec.type_error(&message));
        }
        exec.exception_mut(id).args = arguments.into();
        return Ok(Value::None);
    }
    let plain = matches!(exec.machine.class(class).layout, Layout::Plain);
    if plain && (keywords || !arguments.is_empty()) {
        let own = exec.machine.find_own(class, well_known::INIT).is_some();
        if !own && exec.machine.find_own(class, well_known::NEW).is_some() {
            // Its `__new__` has taken them.
            return Ok(Value::None);
        }
        let name = if own { "object".to_owned() } else { exec.class_name(a[0]).to_string() };
        return Err(
            exec.type_error(&format!("{name}.__init__() takes exactly one argument (the instance to initialize)"))
        );
    }
    Ok(Value::None)
}

fn new(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let Value::Class(class) = a[0] else {
        let message = format!("object.__new__(X): X is not a type object ({})", exec.class_name(a[0]));
        return Err(exec.type_error(&message));
    };
    let arguments = exec.sequence_items(a[1]).unwrap_or_default();
    match exec.machine.class(class).layout {
        Layout::Builtin(class::LIST | class::DICT | class::SET | class::BYTEARRAY) if Machine::is_python(class) => {
            exec.new_object(class, &[])
        }
        Layout::Builtin(_) => Err(Raise::PYTHON),
        Layout::Plain => {
            let given = !arguments.is_empty() || !exec.dict_entries(a[2]).is_empty();
            if given && exec.machine.find_own(class, well_known::NEW).is_some() {
                let message = "object.__new__() takes exactly one argument (the type to instantiate)";
                return Err(exec.type_error(message));
            }
            if given && exec.machine.find_on_class(class, well_known::INIT).is_none() {
                return Err(exec.takes_no_arguments(class));
            }
            exec.new_object(class, &[])
        }
        _ => exec.new_object(class, &arguments),
    }
}

/// `NotImplemented` unless both are values of builtin types that can be compared; for others, whether they are one.
fn compared(exec: &mut Exec<'_>, op: CompareOperator, a: &[Value]) -> Result<Value> {
    let (x, y) = (exec.base_value(a[0]), exec.base_value(a[1]));
    if exec.machine.is_own(x) || exec.machine.is_own(y) {
        let same = a[0].is(a[1]) && op == CompareOperator::Equal;
        return Ok(if same { Value::TRUE } else { Value::NotImplemented });
    }
    if is_for_float(exec, x, y) {
        return Ok(Value::NotImplemented);
    }
    let numbers = exec.number(x).is_some() && exec.number(y).is_some();
    if !numbers && exec.class_of(x) != exec.class_of(y) {
        return Ok(Value::NotImplemented);
    }
    match exec.compare_value(op, x, y) {
        Err(raise) if raise.as_exception().is_some() => Ok(Value::NotImplemented),
        other => other.map(Value::bool),
    }
}

/// `object.__ne__` asks `__eq__` and turns its answer round.
fn not_equal(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    if exec.own_special(a[0], well_known::EQ).is_some() {
        return Err(Raise::PYTHON);
    }
    let equal = compared(exec, CompareOperator::Equal, a)?;
    exec.deliver(then, if let Value::Bool(equal) = equal { Value::bool(!equal.holds()) } else { equal })
}

fn to_text(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let text = match a[0].object().map(|id| exec.object(id)) {
        Some(Object::Exception(exception)) => exec.machine.exception_text(exception),
        Some(Object::Str(text)) => Some(text.as_str().to_owned()),
        Some(Object::Instance(instance)) => match instance.native {
            Nature::Value(inner) if exec.str_of(inner).is_some() => exec.machine.str(inner),
            _ => exec.machine.repr(a[0]),
        },
        _ => exec.machine.repr(a[0]),
    };
    let text = text.ok_or(Raise::PYTHON)?;
    let text = exec.string(&text)?;
    exec.deliver(then, text)
}

impl Exec<'_> {
    /// The method of that name that every object has, if there is one and the object is no super proxy of a type that
    /// has its own.
    pub fn implicit_method(&self, object: Value, name: NameId) -> Option<Value> {
        if matches!(object, Value::Module(_)) {
            return None;
        }
        self.statics.protocol.get(&name).map(|&native| Value::Native(native))
    }
}

/// Declares the operators of numbers, sequences and sets as methods: name, name of the reflected one, operator.
macro_rules! operators {
    ($($table:ident = [$($name:literal $reflected:literal $op:ident,)*];)*) => {$(
        /// Operators as methods.
        pub const $table: &[Native] = &[$(
            reads($name, WITH_OTHER, |exec, a| operate(exec, BinaryOperator::$op, a)),
            reads($reflected, WITH_OTHER, |exec, a| operate_reflected(exec, BinaryOperator::$op, a)),
        )*];
    )*};
}

operators! {
    ARITHMETIC = [
        "__add__" "__radd__" Add,
        "__sub__" "__rsub__" Subtract,
        "__mul__" "__rmul__" Multiply,
        "__truediv__" "__rtruediv__" Divide,
        "__floordiv__" "__rfloordiv__" FloorDivide,
        "__mod__" "__rmod__" Modulo,
        "__pow__" "__rpow__" Power,
    ];
    BITS = [
        "__and__" "__rand__" And,
        "__or__" "__ror__" Or,
        "__xor__" "__rxor__" Xor,
    ];
    SHIFTS = [
        "__lshift__" "__rlshift__" ShiftLeft,
        "__rshift__" "__rrshift__" ShiftRight,
    ];
    DIFFERENCE = ["__sub__" "__rsub__" Subtract,];
    UNION = ["__or__" "__ror__" Or,];
    REMAINDER = ["__mod__" "__rmod__" Modulo,];
}

/// `+` and `*` of sequences.
pub const SEQUENCE: &[Native] = &[
    reads("__add__", WITH_OTHER, |exec, a| {
        let (a, b) = (exec.base_value(a[0]), exec.base_value(a[1]));
        exec.builtin_binary(BinaryOperator::Add, a, b, false)
    }),
    reads("__mul__", WITH_OTHER, repeat),
    reads("__rmul__", WITH_OTHER, repeat),
];

/// A sequence so many times: there is no other type to be asked for the product.
fn repeat(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let (sequence, times) = (exec.base_value(a[0]), exec.base_value(a[1]));
    if !matches!(exec.number(times), Some(Number::Int(_) | Number::Big(_))) {
        exec.index_value(a[1])?;
    }
    exec.builtin_binary(BinaryOperator::Multiply, sequence, times, false)
}

/// Whether an integer's method meets a float, and leaves the matter to the float's.
fn is_for_float(exec: &Exec<'_>, receiver: Value, other: Value) -> bool {
    let is_float = |value| exec.number(value).map(|number| matches!(number, Number::Float(_)));
    is_float(receiver) == Some(false) && is_float(other) == Some(true)
}

fn operate(exec: &mut Exec<'_>, op: BinaryOperator, a: &[Value]) -> Result<Value> {
    let for_float = is_for_float(exec, a[0], a[1]);
    if for_float { Ok(Value::NotImplemented) } else { operate_on(exec, op, a[0], a[1]) }
}

fn operate_reflected(exec: &mut Exec<'_>, op: BinaryOperator, a: &[Value]) -> Result<Value> {
    // A template of another kind is left to its own class.
    let kinds = [a[0], a[1]].map(|value| exec.text(exec.base_value(value)).map(|text| text.kind()));
    if op == BinaryOperator::Modulo && kinds[0].is_some() && kinds[0] != kinds[1] {
        return Ok(Value::NotImplemented);
    }
    let for_float = is_for_float(exec, a[0], a[1]);
    if for_float { Ok(Value::NotImplemented) } else { operate_on(exec, op, a[1], a[0]) }
}

fn operate_on(exec: &mut Exec<'_>, op: BinaryOperator, a: Value, b: Value) -> Result<Value> {
    let (a, b) = (exec.base_value(a), exec.base_value(b));
    match exec.builtin_binary(op, a, b, false) {
        // What is wrong with the values that a text is filled with is the text's own matter.
        Err(raise) if exec.is_raised(raise, class::TYPE_ERROR) && !exec.is_text(a) => Ok(Value::NotImplemented),
        other => other,
    }
}
