//! Which native functions do not look at all of what they are given.
//!
//! Every other one is charged for the sizes of its arguments when it is called (`Exec::charge_arguments`): a function that
//! is forgotten here costs too much virtual time, and none costs too little. Those here that are slow for some arguments
//! charge for those themselves. Tests: `every_quick_function_exists` in this file, `tests/language/work.rs`.

/// Names as [`crate::machine::run::statics::Statics`] gives them: `CLASS.METHOD`, or `FUNCTION`.
pub const QUICK: &[&str] = &[
    "len",
    "iter",
    "next",
    "isinstance",
    "issubclass",
    "callable",
    "id",
    "hash",
    "getattr",
    "hasattr",
    "setattr",
    "delattr",
    "bool",
    "type",
    "super",
    "repr",
    "print",
    "range",
    "slice",
    "property",
    "staticmethod",
    "classmethod",
    "reversed",
    "list.append",
    "list.extend",
    "list.pop",
    "list.clear",
    "list.__len__",
    "list.__getitem__",
    "list.__setitem__",
    "list.__delitem__",
    "list.__iter__",
    "list.__reversed__",
    "tuple.__len__",
    "tuple.__getitem__",
    "tuple.__iter__",
    "str.startswith",
    "str.endswith",
    "str.__len__",
    "str.__getitem__",
    "str.__iter__",
    "bytes.startswith",
    "bytes.endswith",
    "bytes.__len__",
    "bytes.__getitem__",
    "bytes.__iter__",
    "dict.get",
    "dict.setdefault",
    "dict.pop",
    "dict.popitem",
    "dict.keys",
    "dict.values",
    "dict.items",
    "dict.clear",
    "dict.update",
    "dict.__len__",
    "dict.__contains__",
    "dict.__getitem__",
    "dict.__setitem__",
    "dict.__delitem__",
    "dict.__iter__",
    "set.add",
    "set.discard",
    "set.remove",
    "set.pop",
    "set.clear",
    "set.update",
    "set.__len__",
    "set.__contains__",
    "set.__iter__",
    "frozenset.__len__",
    "frozenset.__contains__",
    "frozenset.__iter__",
    "int.__bool__",
    "vm_atomic",
    "vm_attribute",
    "vm_base",
    "vm_finish_construction",
    "vm_inherits_own",
    "vm_is_iterable",
    "vm_is_iterator",
    "vm_key_default",
    "vm_key_drop",
    "vm_key_find",
    "vm_key_store",
    "vm_kind",
    "vm_list_put_back",
    "vm_list_take",
    "vm_member_add",
    "vm_member_drop",
    "vm_method",
    "vm_operator_methods",
    "vm_compare_methods",
    "vm_own_method",
    "vm_wrap",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::{native::tables, state::class};

    #[test]
    fn every_quick_function_exists() {
        let functions = tables::FUNCTIONS.iter().flat_map(|table| table.iter()).map(|native| native.name.to_owned());
        let constructors = tables::CONSTRUCTORS.iter().map(|(_, native)| native.name.to_owned());
        let methods = tables::METHODS.iter().flat_map(|(class, methods)| {
            methods.iter().map(|native| format!("{}.{}", class::TABLE[class.index()].name, native.name))
        });
        let known: Vec<String> = functions.chain(constructors).chain(methods).collect();
        let unknown: Vec<&&str> = QUICK.iter().filter(|&&name| !known.iter().any(|known| known == name)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
