//! Methods and attributes of exceptions (`Objects/exceptions.c`).

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Access, Keywords, Native, Parameter, pure, reads, required},
    },
    state::{
        class,
        object::Object,
        value::{ClassId, ObjectId, Value},
    },
};

const SELF: &[Parameter] = &[required("self")];
const WITH_VALUE: &[Parameter] = &[required("self"), required("")];

/// `repr`, and functions for the library.
pub const FUNCTIONS: &[Native] = &[
    reads("repr", &[required("")], |exec, a| {
        let text = exec.machine.repr(a[0]).ok_or(Raise::PYTHON)?;
        exec.string(&text)
    }),
    // The containers whose texts this thread is making: a new list.
    pure("vm_shown_around", &[], |exec, _| {
        let around = exec.shown_around();
        exec.list(around)
    }),
    reads("vm_plain_repr", &[required("value")], |exec, a| match exec.machine.repr(a[0]) {
        Some(text) => exec.string(&text),
        None => Ok(Value::None),
    }),
    pure("vm_by_class", &[required("value")], |exec, a| {
        let text = a[0].object().map(|id| exec.machine.class_and_address(id)).unwrap_or_default();
        exec.string(&text)
    }),
    pure("vm_name_call", &[required("thing"), required("function"), required("arguments")], |exec, a| {
        exec.name_call(a[0], a[1], a[2]);
        Ok(Value::None)
    }),
];

/// How the interpreter tells of exceptions, for the library.
pub const TELLING: &[Native] = &[
    pure("vm_keep_quiet", &[required("exception")], |exec, a| {
        let id = exception_of(exec, a[0])?;
        exec.keep_quiet(id)?;
        Ok(Value::None)
    }),
    pure("vm_traceback_text", &[required("exception")], |exec, a| {
        let mut text = String::new();
        exec.machine.write_exception(a[0], &mut text);
        exec.string(&text)
    }),
];

/// Methods of every exception.
pub const METHODS: &[Native] = &[
    pure("with_traceback", WITH_VALUE, |exec, a| {
        let entries = match a[1].object().map(|id| exec.object(id)) {
            Some(Object::Traceback(entries)) => entries.to_vec(),
            _ if a[1] == Value::None => Vec::new(),
            _ => return Err(exec.type_error("__traceback__ must be a traceback or None")),
        };
        let id = exception_of(exec, a[0])?;
        let shown = Some((a[1], entries.len())).filter(|(_, length)| *length > 0);
        let exception = exec.exception_mut(id);
        (exception.traceback, exception.shown_traceback) = (entries, shown);
        Ok(a[0])
    }),
    pure("add_note", WITH_VALUE, add_note).with(Access::Note),
];

pub fn exception_of(exec: &mut Exec<'_>, value: Value) -> Result<ObjectId> {
    match value {
        Value::Object(id) if matches!(exec.object(id), Object::Exception(_)) => Ok(id),
        _ => Err(exec.type_error("an exception is needed")),
    }
}

fn add_note(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    if exec.text_of(a[1]).is_none() {
        let message = format!("note must be a str, not '{}'", exec.class_name(a[1]));
        return Err(exec.type_error(&message));
    }
    let id = exception_of(exec, a[0])?;
    let name = exec.intern("__notes__")?;
    match exec.machine.own_attribute(id, name) {
        Some(Value::Object(notes)) if matches!(exec.object(notes), Object::List(_)) => {
            exec.machine.space.heap.charge(size_of::<Value>())?;
            if let Object::List(notes) = exec.machine.space.heap.get_mut(notes) {
                notes.push(a[1]);
            }
        }
        Some(_) => return Err(exec.type_error("Cannot add note: __notes__ is not a list")),
        None => {
            let notes = exec.list(vec![a[1]])?;
            exec.set_own(id, name, notes)?;
        }
    }
    Ok(Value::None)
}

/// `args`.
pub const ARGS: (Native, Native) = (
    pure("args", SELF, |exec, a| {
        let id = exception_of(exec, a[0])?;
        let args = exec.exception_mut(id).args.clone();
        exec.tuple(&args)
    }),
    pure("args", WITH_VALUE, |exec, a| {
        let id = exception_of(exec, a[0])?;
        let args = exec.collect(a[1])?;
        exec.exception_mut(id).args = args.into();
        Ok(Value::None)
    }),
);

/// Declares attributes that are kept beside the arguments; until they are set, a function of the arguments tells them.
macro_rules! parts {
    ($($(#[$doc:meta])* $constant:ident = $name:literal $default:expr;)*) => {$(
        $(#[$doc])*
        pub const $constant: (Native, Native) = (
            pure($name, SELF, |exec, a| part(exec, a[0], $name, $default)),
            pure($name, WITH_VALUE, |exec, a| set_part(exec, a, $name)),
        );
    )*};
}

parts! {
    /// `StopIteration.value`.
    VALUE = "value" |args| args.first().copied();
    /// `OSError.errno`.
    ERRNO = "errno" |args| if args.len() >= 2 { args.first().copied() } else { None };
    /// `OSError.strerror`.
    STRERROR = "strerror" |args| args.get(1).copied();
    /// `OSError.filename2`.
    FILENAME2 = "filename2" |_| None;
    /// `SyntaxError.print_file_and_line`.
    PRINT_FILE_AND_LINE = "print_file_and_line" |_| None;
    /// `OSError.filename`.
    FILENAME = "filename" |args| args.get(2).copied();
    /// `UnicodeError.encoding`.
    ENCODING = "encoding" |args| if args.len() == 4 { None } else { args.first().copied() };
    /// `UnicodeError.object`.
    OBJECT = "object" |args| of_five(args, 1);
    /// `UnicodeError.start`.
    START = "start" |args| of_five(args, 2);
    /// `UnicodeError.end`.
    END = "end" |args| of_five(args, 3);
    /// `UnicodeError.reason`.
    REASON = "reason" |args| of_five(args, 4);
    /// `ImportError.path`.
    PATH = "path" |_| None;
    /// `ImportError.msg`.
    MSG = "msg" |args| if args.len() == 1 { args.first().copied() } else { None };
}

/// An argument of an error about characters: those of translation have no encoding in front.
fn of_five(args: &[Value], at: usize) -> Option<Value> {
    args.get(at - usize::from(args.len() == 4)).copied()
}

/// `SystemExit.code`: the argument, or all of them.
pub const CODE: (Native, Native) = (
    pure("code", SELF, |exec, a| {
        let id = exception_of(exec, a[0])?;
        let args = exec.exception_mut(id).args.clone();
        match args[..] {
            [] | [_] => part(exec, a[0], "code", |args| args.first().copied()),
            _ => exec.tuple(&args),
        }
    }),
    pure("code", WITH_VALUE, |exec, a| set_part(exec, a, "code")),
);

/// `name` of errors about names.
pub const NAME: (Native, Native) = (
    pure("name", SELF, |exec, a| {
        let id = exception_of(exec, a[0])?;
        match exec.exception_mut(id).about {
            Some((name, _)) => {
                let name = exec.name(name);
                exec.string(&name)
            }
            None => part(exec, a[0], "name", |_| None),
        }
    }),
    pure("name", WITH_VALUE, |exec, a| set_part(exec, a, "name")),
);

/// `AttributeError.obj`.
pub const OBJ: (Native, Native) = (
    pure("obj", SELF, |exec, a| {
        let id = exception_of(exec, a[0])?;
        match exec.exception_mut(id).about {
            Some((_, object)) if object.is_bound() => Ok(object),
            _ => part(exec, a[0], "obj", |_| None),
        }
    }),
    pure("obj", WITH_VALUE, |exec, a| set_part(exec, a, "obj")),
);

/// `tb_lineno` of a traceback: the line of its outermost entry.
pub const LINE: Native = pure("tb_lineno", SELF, |exec, a| match a[0].object().map(|id| exec.object(id)) {
    Some(Object::Traceback(entries)) => {
        Ok(entries.last().map_or(Value::None, |&entry| Value::Int(i64::from(exec.machine.line_of(entry)))))
    }
    _ => Ok(Value::None),
});

/// `tb_next` of a traceback: the entries inside the outermost one.
pub const NEXT: Native = pure("tb_next", SELF, |exec, a| match a[0].object().map(|id| exec.object(id)) {
    Some(Object::Traceback(entries)) if entries.len() > 1 => {
        let inner = entries[..entries.len() - 1].into();
        exec.allocate(Object::Traceback(inner))
    }
    _ => Ok(Value::None),
});

fn part(exec: &mut Exec<'_>, value: Value, name: &str, default: fn(&[Value]) -> Option<Value>) -> Result<Value> {
    let id = exception_of(exec, value)?;
    let name = exec.intern(name)?;
    if let Some(set) = exec.machine.own_attribute(id, name) {
        return Ok(set);
    }
    Ok(default(&exec.exception_mut(id).args).unwrap_or(Value::None))
}

pub fn set_part(exec: &mut Exec<'_>, a: &[Value], name: &str) -> Result<Value> {
    let id = exception_of(exec, a[0])?;
    let name = exec.intern(name)?;
    exec.set_own(id, name, a[1])?;
    Ok(Value::None)
}

impl Exec<'_> {
    /// What the innermost call of `vm_repr_within` that is in the middle of a container has in its list `around`. That one is
    /// read again there, so that it is still in its register wherever the thread rests.
    fn shown_around(&self) -> Vec<Value> {
        const AROUND: u32 = 1;
        self.work(self.stack.frames.len());
        let frames = self.stack.frames.iter().rev();
        let texts = frames.filter(|frame| {
            let code = self.program.code(frame.code);
            code.hidden && &*code.name == "vm_repr_within"
        });
        let mut lists = texts.filter_map(|frame| {
            let around = self.stack.registers.get((frame.base + AROUND) as usize)?.object()?;
            match self.machine.space.heap.peek(around) {
                Object::List(items) => Some(items.peek().clone()),
                _ => None,
            }
        });
        lists.next().unwrap_or_default()
    }

    /// Errors about names take what they are about by keyword; other exceptions take no keywords.
    ///
    /// # Errors
    /// `TypeError` for a keyword that is not taken.
    pub fn exception_keywords(&mut self, exception: Value, keywords: &Keywords) -> Result<()> {
        let id = exception_of(self, exception)?;
        let class = self.class_of(exception);
        let taken: &[(ClassId, &[&str])] = &[
            (class::IMPORT_ERROR, &["name", "path"]),
            (class::NAME_ERROR, &["name"]),
            (class::ATTRIBUTE_ERROR, &["name", "obj"]),
        ];
        let taken = taken.iter().find(|(of, _)| self.machine.class(class).is_subclass(*of)).map(|(_, names)| *names);
        if let Some(names) = taken.filter(|names| keywords.len() > names.len()) {
            let plural = if names.len() == 1 { "" } else { "s" };
            let (class, most, given) = (self.class_name(exception), names.len(), keywords.len());
            return Err(
                self.type_error(&format!("{class}() takes at most {most} keyword argument{plural} ({given} given)"))
            );
        }
        for &(name, value) in keywords {
            let text = self.name(name);
            let message = match taken {
                Some(names) if names.contains(&&*text) => {
                    self.set_own(id, name, value)?;
                    continue;
                }
                Some(_) => format!("'{text}' is an invalid keyword argument for {}()", self.class_name(exception)),
                None => format!("{}() takes no keyword arguments", self.class_name(exception)),
            };
            return Err(self.type_error(&message));
        }
        Ok(())
    }

    /// A new `OSError` takes its class from the number, and keeps the file's name beside its arguments.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn os_error(&mut self, id: ObjectId, arguments: &[Value]) -> Result<()> {
        let errno = match arguments[0] {
            Value::Int(errno) => os_error_class(errno),
            _ => class::OS_ERROR,
        };
        let exception = self.exception_mut(id);
        if exception.class == class::OS_ERROR {
            exception.class = errno;
        }
        exception.args = arguments[..2].into();
        if let Some(&filename) = arguments.get(2) {
            let name = self.intern("filename")?;
            self.set_own(id, name, filename)?;
        }
        if let Some(&second) = arguments.get(4) {
            let name = self.intern("filename2")?;
            self.set_own(id, name, second)?;
        }
        Ok(())
    }
}

/// The class that `OSError(errno, text)` makes an object of, as `errno` says (PEP 3151).
#[must_use]
pub fn os_error_class(errno: i64) -> ClassId {
    match errno {
        1 | 13 => class::PERMISSION_ERROR,
        2 => class::FILE_NOT_FOUND_ERROR,
        3 => class::PROCESS_LOOKUP_ERROR,
        4 => class::INTERRUPTED_ERROR,
        10 => class::CHILD_PROCESS_ERROR,
        11 | 114 | 115 => class::BLOCKING_IO_ERROR,
        17 => class::FILE_EXISTS_ERROR,
        20 => class::NOT_A_DIRECTORY_ERROR,
        21 => class::IS_A_DIRECTORY_ERROR,
        32 | 108 => class::BROKEN_PIPE_ERROR,
        103 => class::CONNECTION_ABORTED_ERROR,
        104 => class::CONNECTION_RESET_ERROR,
        110 => class::TIMEOUT_ERROR,
        111 => class::CONNECTION_REFUSED_ERROR,
        _ => class::OS_ERROR,
    }
}
