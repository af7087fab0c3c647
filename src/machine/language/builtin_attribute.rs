//! Attributes that every object of a kind has: `__class__`, `__dict__`, `__name__` and the like.

use crate::machine::{
    run::{exec::Exec, flow::Result},
    state::{
        object::Object,
        value::{ClassId, Value},
    },
};
use crate::program::{NameId, well_known};

impl Exec<'_> {
    /// The attribute, if it is one that the machine itself provides.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn builtin_attribute(&mut self, object: Value, name: NameId) -> Result<Option<Value>> {
        if !self.name(name).starts_with("__") {
            return Ok(None);
        }
        if name == well_known::CLASS {
            return Ok(Some(Value::Class(self.class_of(object))));
        }
        match object {
            Value::Class(class) => self.class_detail(class, name),
            Value::Native(id) if matches!(name, well_known::NAME | well_known::QUALNAME) => {
                let text = self.statics.natives[id.index()].name;
                self.string(text).map(Some)
            }
            Value::Module(module) if name == well_known::NAME => {
                let text = self.program.modules[module.index()].name.clone();
                self.string(&text).map(Some)
            }
            Value::Object(id) => match self.object(id) {
                Object::Function(_) => self.function_detail(object, name),
                Object::Method(method) => {
                    let (receiver, function) = (method.receiver, method.function);
                    match name {
                        well_known::SELF => Ok(Some(receiver)),
                        well_known::FUNC => Ok(Some(function)),
                        _ => self.builtin_attribute(function, name),
                    }
                }
                Object::Generator(generator) if matches!(name, well_known::NAME | well_known::QUALNAME) => {
                    let code = self.code(generator.code);
                    let text = if name == well_known::NAME { code.name.clone() } else { code.qualified_name.clone() };
                    self.string(&text).map(Some)
                }
                Object::Property(property) if name == well_known::DOC => {
                    let (get, doc) = (property.get, property.doc);
                    if doc.is_bound() { Ok(Some(doc)) } else { self.builtin_attribute(get, name) }
                }
                Object::StaticMethod(function) | Object::ClassMethod(function) => {
                    let function = *function;
                    match name {
                        well_known::FUNC | well_known::WRAPPED => Ok(Some(function)),
                        _ => self.builtin_attribute(function, name),
                    }
                }
                Object::Exception(_) => self.exception_detail(object, name),
                Object::Instance(instance) if name == well_known::DICT => {
                    if self.machine.class(instance.class).slots.is_some() {
                        return Ok(None);
                    }
                    let holder = self.attribute_holder(id)?;
                    self.namespace(holder).map(Some)
                }
                _ => Ok(None),
            },
            _ => Ok(None),
        }
    }

    fn class_detail(&mut self, id: ClassId, name: NameId) -> Result<Option<Value>> {
        let class = self.machine.class(id);
        let text = match name {
            well_known::NAME => class.name.clone(),
            well_known::QUALNAME => class.qualified_name.clone(),
            well_known::MODULE => class.module.clone(),
            well_known::MRO | well_known::BASES => {
                let list = if name == well_known::MRO { &class.order } else { &class.bases };
                let classes: Vec<Value> = list.iter().map(|&class| Value::Class(class)).collect();
                return self.tuple(&classes).map(Some);
            }
            well_known::DICT => {
                let attributes = class.attributes.iter().map(|(&name, &value)| (name, value)).collect();
                return self.keyword_dict(&attributes).map(Some);
            }
            name if &**self.machine.names.text(name) == "__base__" => {
                let base = class.bases.first().map_or(Value::None, |&base| Value::Class(base));
                return Ok(Some(base));
            }
            well_known::DOC if !class.attributes.contains_key(&well_known::DOC) => return Ok(Some(Value::None)),
            // Only its own: those of a base are none of its fields.
            well_known::ANNOTATIONS if !class.attributes.contains_key(&well_known::ANNOTATIONS) => {
                return self.keyword_dict(&crate::machine::run::native::Keywords::new()).map(Some);
            }
            _ => return Ok(None),
        };
        self.string(&text).map(Some)
    }

    fn function_detail(&mut self, object: Value, name: NameId) -> Result<Option<Value>> {
        let Value::Object(id) = object else { return Ok(None) };
        let Object::Function(function) = self.object(id) else { return Ok(None) };
        if let Some(value) = self.machine.own_attribute(id, name) {
            return Ok(Some(value));
        }
        let code = self.program.code(function.code);
        let text = match name {
            well_known::NAME => code.name.clone(),
            well_known::QUALNAME => code.qualified_name.clone(),
            well_known::MODULE => self.program.modules[code.module.index()].name.clone(),
            well_known::ANNOTATIONS => {
                let code = function.code;
                return self.annotations_of(code).map(Some);
            }
            well_known::DOC => match &code.docstring {
                Some(doc) => doc.clone(),
                None => return Ok(Some(Value::None)),
            },
            well_known::DEFAULTS => {
                let defaults = function.defaults[..code.parameters.defaults as usize].to_vec();
                return if defaults.is_empty() { Ok(Some(Value::None)) } else { self.tuple(&defaults).map(Some) };
            }
            well_known::DICT => return self.namespace(id).map(Some),
            _ => return Ok(None),
        };
        self.string(&text).map(Some)
    }

    fn exception_detail(&mut self, object: Value, name: NameId) -> Result<Option<Value>> {
        let Value::Object(id) = object else { return Ok(None) };
        let Object::Exception(exception) = self.object(id) else { return Ok(None) };
        Ok(match name {
            well_known::CAUSE => Some(exception.cause),
            well_known::CONTEXT => Some(exception.context),
            well_known::SUPPRESS_CONTEXT => Some(Value::Bool(exception.suppress_context)),
            well_known::TRACEBACK if exception.traceback.is_empty() => Some(Value::None),
            well_known::TRACEBACK => {
                let entries = exception.traceback.as_slice().into();
                Some(self.allocate(Object::Traceback(entries))?)
            }
            well_known::DICT => Some(self.namespace(id)?),
            _ => None,
        })
    }
}
