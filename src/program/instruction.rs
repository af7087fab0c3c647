//! The instruction table. An instruction is a row: name, operands, and what it does.
//!
//! Operands are registers of the running frame unless their type says otherwise. `base` names the first of several
//! consecutive registers. The machine's meaning of each row is in `machine/interpret.rs`.

use std::cmp::Ordering;

use super::{CodeId, ConstantId, GlobalId, Label, ModuleId, NameId, Register};

/// In the place of a number of bases of a class: they stand in one register, in a list.
pub const STARRED: u8 = u8::MAX;

/// One instruction: 8 bytes.
#[expect(missing_docs, reason = "the rows' docs explain their operands")]
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Instruction {
    /// `dst` = the constant.
    LoadConstant { dst: Register, constant: ConstantId },
    /// `dst` = the builtin that the constant names.
    LoadBuiltin { dst: Register, constant: ConstantId },
    /// `dst` = the small integer.
    LoadInt { dst: Register, value: i32 },
    /// `dst` = `src`.
    Move { dst: Register, src: Register },
    /// Raise `UnboundLocalError` when the register holds nothing.
    CheckBound { local: Register },
    /// The register holds nothing from now on; an error when it already held nothing.
    DeleteLocal { local: Register },

    /// `dst` = a module-level variable that only one thread can write from here on.
    LoadGlobal { dst: Register, global: GlobalId },
    /// `dst` = a module-level variable that threads share: visible to them.
    LoadShared { dst: Register, global: GlobalId },
    /// A module-level variable that only one thread uses = `src`.
    StoreGlobal { global: GlobalId, src: Register },
    /// A module-level variable that threads share = `src`: visible to them.
    StoreShared { global: GlobalId, src: Register },
    /// Unbind a module-level variable.
    DeleteGlobal { global: GlobalId },
    /// From here on nobody writes the variable: reading it is no longer visible.
    Settle { global: GlobalId },

    /// `dst` = one of the literals of code that was compiled while the program ran.
    LoadLiteral { dst: Register, index: u16 },
    /// `dst` = what a namespace has under a name, else the builtin of that name.
    LoadName { dst: Register, space: Register, name: NameId },
    /// `dst` = what a namespace has under a name, or nothing.
    FindName { dst: Register, space: Register, name: NameId },
    /// What a namespace has under a name = `src`.
    StoreName { space: Register, src: Register, name: NameId },
    /// A namespace has nothing under a name from here on; an error when it already had nothing.
    DeleteName { space: Register, name: NameId },

    /// Put the value of the register, or nothing, into a new cell, which takes its place.
    MakeCell { local: Register, empty: bool },
    /// `dst` = the content of the cell.
    LoadCell { dst: Register, cell: Register },
    /// `dst` = the content of a cell that is written again after its capture: visible.
    LoadSharedCell { dst: Register, cell: Register },
    /// The content of the cell = `src`.
    StoreCell { cell: Register, src: Register },
    /// The content of a cell that is written again after its capture = `src`: visible.
    StoreSharedCell { cell: Register, src: Register },
    /// Empty the cell.
    DeleteCell { cell: Register },

    /// `dst` = `a` + `b`.
    Add { dst: Register, a: Register, b: Register },
    /// `dst` = `a` − `b`.
    Subtract { dst: Register, a: Register, b: Register },
    /// `dst` = `a` × `b`.
    Multiply { dst: Register, a: Register, b: Register },
    /// `dst` = `a` + a small integer.
    AddInt { dst: Register, a: Register, value: i16 },
    /// `dst` = `a` − a small integer.
    SubtractInt { dst: Register, a: Register, value: i16 },
    /// `dst` = `a` op `b` for the other operators.
    Binary { op: BinaryOperator, dst: Register, a: Register, b: Register },
    /// `dst` = `a` op a small integer, for the other operators.
    BinaryInt { op: BinaryOperator, dst: Register, a: Register, value: i16 },
    /// `dst` = op `src`.
    Unary { op: UnaryOperator, dst: Register, src: Register },
    /// `dst` = not `src`.
    Not { dst: Register, src: Register },
    /// `dst` = `a` op `b`.
    Compare { op: CompareOperator, dst: Register, a: Register, b: Register },

    /// Go on at the label.
    Jump { target: Label },
    /// Go on at the label if the value is true.
    JumpIf { condition: Register, target: Label },
    /// Go on at the label if the value is false.
    JumpIfNot { condition: Register, target: Label },
    /// Go on at the label if the local holds a value.
    JumpIfBound { local: Register, target: Label },
    /// Go on at the label unless `a` op `b`.
    JumpUnless { op: CompareOperator, a: Register, b: Register, target: Label },
    /// Go on at the label unless `a` op a small integer.
    JumpUnlessInt { op: CompareOperator, a: Register, value: i16, target: Label },

    /// `dst` = a list of the registers from `base`.
    BuildList { dst: Register, base: Register, count: u16 },
    /// `dst` = a tuple of the registers from `base`.
    BuildTuple { dst: Register, base: Register, count: u16 },
    /// `dst` = a set of the registers from `base`.
    BuildSet { dst: Register, base: Register, count: u16 },
    /// `dst` = a dict of `count` pairs of registers from `base`.
    BuildDict { dst: Register, base: Register, count: u16 },
    /// `dst` = a slice of the three registers from `base`.
    BuildSlice { dst: Register, base: Register },
    /// `dst` = the strings of the registers from `base`, joined.
    BuildString { dst: Register, base: Register, count: u16 },
    /// `dst` = `format(value, spec)` after the conversion.
    Format { conversion: Conversion, dst: Register, value: Register, spec: Register },
    /// Append to a list that is being built.
    ListAppend { list: Register, value: Register },
    /// Append everything to a list that is being built.
    ListExtend { list: Register, iterable: Register },
    /// Add to a set that is being built.
    SetAdd { set: Register, value: Register },
    /// Add everything to a set that is being built.
    SetUpdate { set: Register, iterable: Register },
    /// Insert into a dict that is being built.
    DictInsert { dict: Register, key: Register, value: Register },
    /// Insert everything into a dict that is being built; `call` refuses keys that are there already.
    DictUpdate { dict: Register, mapping: Register, call: bool },
    /// `dst` = a tuple of the list's items.
    ListToTuple { dst: Register, list: Register },

    /// `dst` = `object[index]`.
    GetItem { dst: Register, object: Register, index: Register },
    /// `object[index]` = `value`.
    SetItem { object: Register, index: Register, value: Register },
    /// `del object[index]`.
    DeleteItem { object: Register, index: Register },
    /// `dst` = `object.name`.
    GetAttribute { dst: Register, object: Register, name: NameId },
    /// `object.name` = `value`.
    SetAttribute { object: Register, name: NameId, value: Register },
    /// `del object.name`.
    DeleteAttribute { object: Register, name: NameId },

    /// `dst` = `iter(src)`.
    GetIterator { dst: Register, src: Register },
    /// As `GetIterator`, for a loop: nobody but that sees what it goes on with.
    BeginLoop { dst: Register, src: Register },
    /// `dst` = the next item of the iterator or loop; at its end go on at the label.
    ForNext { dst: Register, iterator: Register, target: Label },
    /// The registers from `base` = the items of `src`, exactly `count`.
    Unpack { src: Register, base: Register, count: u16 },
    /// The registers from `base` = `before` items, a list of the middle, `after` items.
    UnpackStar { after: u8, src: Register, base: Register, before: u16 },

    /// `dst` = the callable in `base`, called with the `count` registers behind it.
    Call { count: u8, dst: Register, base: Register },
    /// The method of the object in `base`: there the function, and behind it the object; or there nothing, and behind it what
    /// is to be called. So CPython looks methods up before it evaluates arguments.
    LoadMethod { base: Register, name: NameId },
    /// `dst` = what `LoadMethod` left in `base`, called with the `count` registers behind the two.
    CallLoaded { count: u8, dst: Register, base: Register },
    /// `dst` = the method of the object in `base`, called with the `count` registers behind it.
    CallMethod { count: u8, dst: Register, base: Register, name: NameId },
    /// As `CallMethod`, but the method is looked up on the type: for `with`.
    CallSpecial { count: u8, dst: Register, base: Register, name: NameId },
    /// As `Call` or `CallMethod` with keywords: see the code's call shapes.
    CallShaped { count: u8, dst: Register, base: Register, shape: u16 },
    /// `dst` = the callable in `base`, called with the list behind it as positional arguments and the dict behind that
    /// as keyword arguments.
    CallSpread { dst: Register, base: Register },
    /// Leave the function.
    Return { src: Register },
    /// Leave a class body: its locals become the class.
    ReturnClass,

    /// `dst` = a function of the code, with defaults from `base`.
    MakeFunction { dst: Register, code: CodeId, base: Register },
    /// `dst` = a class whose body is the code and whose bases are the `count` registers from `base`, or stand in a list there
    /// ([`STARRED`]); behind them stands what `PrepareClass` left.
    BuildClass { count: u8, dst: Register, code: CodeId, base: Register },
    /// Before `BuildClass`: finds the metaclass of the `count` bases from `base` and of the keywords behind them, a dict or
    /// None, whose place takes what that prepares; None if it is `type`.
    PrepareClass { count: u8, code: CodeId, base: Register },
    /// `dst` = `super(class, object)`.
    MakeSuper { dst: Register, class: Register, object: Register },

    /// `dst` = what is sent in, after handing `src` out.
    Yield { dst: Register, src: Register },
    /// `dst` = the iterator that `yield from src` delegates to.
    GetDelegate { dst: Register, src: Register },
    /// `dst` = the iterator that `await src` delegates to.
    GetAwaitable { source: AwaitSource, dst: Register, src: Register },
    /// Send the register behind `base` into the iterator in `base`; what comes out goes into the next register.
    /// At its end that register takes the result, and it goes on at the label.
    Send { base: Register, target: Label },
    /// As `Yield`, on behalf of the iterator in `base`.
    YieldDelegated { base: Register },

    /// Raise.
    Raise { exception: Register },
    /// Raise with a cause.
    RaiseFrom { exception: Register, cause: Register },
    /// `raise` alone: raise again what is being handled.
    RaiseAgain,
    /// Let an exception go on after a `finally`, or past handlers that do not match.
    Reraise { exception: Register },
    /// Go on at the label unless the exception is an instance of the class or of one in the tuple.
    JumpUnlessMatch { exception: Register, class: Register, target: Label },

    /// `dst` = the module, which runs first if it has not yet.
    Import { dst: Register, module: ModuleId },
    /// `dst` = a name from the module.
    ImportFrom { dst: Register, module: Register, name: NameId },

    /// Nobody will change the list, tuple or dict: looking at it is not visible.
    Freeze { value: Register },
    /// The program gives the value this name; a primitive without one takes it.
    NameValue { kind: NameKind, value: Register, name: NameId },
}

impl Instruction {
    /// Whether it calls whatever the program names.
    #[inline]
    #[must_use]
    pub const fn calls(self) -> bool {
        matches!(
            self,
            Self::Call { .. }
                | Self::CallMethod { .. }
                | Self::CallSpecial { .. }
                | Self::CallLoaded { .. }
                | Self::CallShaped { .. }
                | Self::CallSpread { .. }
        )
    }

    /// Where it may go on instead of behind itself.
    #[must_use]
    pub fn target(mut self) -> Option<Label> {
        self.target_mut().copied()
    }

    /// As [`Self::target`], to change.
    pub fn target_mut(&mut self) -> Option<&mut Label> {
        match self {
            Self::Jump { target }
            | Self::JumpIf { target, .. }
            | Self::JumpIfNot { target, .. }
            | Self::JumpIfBound { target, .. }
            | Self::JumpUnless { target, .. }
            | Self::JumpUnlessInt { target, .. }
            | Self::ForNext { target, .. }
            | Self::Send { target, .. }
            | Self::JumpUnlessMatch { target, .. } => Some(target),
            _ => None,
        }
    }

    /// The register that takes its result.
    #[must_use]
    pub fn writes(self) -> Option<Register> {
        use Instruction as I;
        match self {
            I::LoadConstant { dst, .. } | I::LoadBuiltin { dst, .. } | I::LoadInt { dst, .. } | I::Move { dst, .. } => {
                Some(dst)
            }
            I::LoadGlobal { dst, .. } | I::LoadShared { dst, .. } | I::LoadLiteral { dst, .. } => Some(dst),
            I::LoadName { dst, .. } | I::FindName { dst, .. } => Some(dst),
            I::LoadCell { dst, .. } | I::LoadSharedCell { dst, .. } => Some(dst),
            I::Add { dst, .. } | I::Subtract { dst, .. } | I::Multiply { dst, .. } => Some(dst),
            I::AddInt { dst, .. } | I::SubtractInt { dst, .. } => Some(dst),
            I::Binary { dst, .. } | I::BinaryInt { dst, .. } | I::Unary { dst, .. } | I::Not { dst, .. } => Some(dst),
            I::Compare { dst, .. } | I::Format { dst, .. } | I::ListToTuple { dst, .. } => Some(dst),
            I::BuildList { dst, .. } | I::BuildTuple { dst, .. } | I::BuildSet { dst, .. } => Some(dst),
            I::BuildDict { dst, .. } | I::BuildSlice { dst, .. } | I::BuildString { dst, .. } => Some(dst),
            I::GetItem { dst, .. } | I::GetAttribute { dst, .. } => Some(dst),
            I::GetIterator { dst, .. } | I::BeginLoop { dst, .. } => Some(dst),
            I::ForNext { dst, .. } | I::Call { dst, .. } | I::CallMethod { dst, .. } => Some(dst),
            I::CallLoaded { dst, .. } => Some(dst),
            I::CallSpecial { dst, .. } | I::CallShaped { dst, .. } | I::CallSpread { dst, .. } => Some(dst),
            I::MakeFunction { dst, .. } | I::BuildClass { dst, .. } | I::MakeSuper { dst, .. } => Some(dst),
            I::Yield { dst, .. } | I::GetDelegate { dst, .. } | I::GetAwaitable { dst, .. } => Some(dst),
            I::Import { dst, .. } | I::ImportFrom { dst, .. } => Some(dst),
            _ => None,
        }
    }

    /// Calls back with the registers that it reads, but for those of [`Self::reads_from`].
    pub fn reads(self, each: &mut dyn FnMut(Register)) {
        use Instruction as I;
        let mut all = |registers: &[Register]| registers.iter().for_each(|&register| each(register));
        match self {
            I::Move { src, .. } | I::StoreGlobal { src, .. } | I::StoreShared { src, .. } => all(&[src]),
            I::LoadName { space, .. } | I::FindName { space, .. } | I::DeleteName { space, .. } => all(&[space]),
            I::StoreName { space, src, .. } => all(&[space, src]),
            I::CheckBound { local } | I::DeleteLocal { local } | I::MakeCell { local, .. } => all(&[local]),
            I::JumpIfBound { local, .. } => all(&[local]),
            I::LoadCell { cell, .. } | I::LoadSharedCell { cell, .. } | I::DeleteCell { cell } => all(&[cell]),
            I::StoreCell { cell, src } | I::StoreSharedCell { cell, src } => all(&[cell, src]),
            I::Add { a, b, .. } | I::Subtract { a, b, .. } | I::Multiply { a, b, .. } => all(&[a, b]),
            I::Binary { a, b, .. } | I::Compare { a, b, .. } | I::JumpUnless { a, b, .. } => all(&[a, b]),
            I::AddInt { a, .. } | I::SubtractInt { a, .. } | I::BinaryInt { a, .. } => all(&[a]),
            I::JumpUnlessInt { a, .. } => all(&[a]),
            I::Unary { src, .. } | I::Not { src, .. } | I::Unpack { src, .. } => all(&[src]),
            I::GetIterator { src, .. } | I::BeginLoop { src, .. } => all(&[src]),
            I::UnpackStar { src, .. } | I::Return { src } | I::Yield { src, .. } => all(&[src]),
            I::GetDelegate { src, .. } | I::GetAwaitable { src, .. } => all(&[src]),
            I::JumpIf { condition, .. } | I::JumpIfNot { condition, .. } => all(&[condition]),
            I::Format { value, spec, .. } => all(&[value, spec]),
            I::ListAppend { list, value } => all(&[list, value]),
            I::ListExtend { list, iterable } => all(&[list, iterable]),
            I::SetAdd { set, value } => all(&[set, value]),
            I::SetUpdate { set, iterable } => all(&[set, iterable]),
            I::DictInsert { dict, key, value } => all(&[dict, key, value]),
            I::DictUpdate { dict, mapping, .. } => all(&[dict, mapping]),
            I::ListToTuple { list, .. } => all(&[list]),
            I::GetItem { object, index, .. } | I::DeleteItem { object, index } => all(&[object, index]),
            I::SetItem { object, index, value } => all(&[object, index, value]),
            I::GetAttribute { object, .. } | I::DeleteAttribute { object, .. } => all(&[object]),
            I::LoadMethod { base, .. } => all(&[base]),
            I::SetAttribute { object, value, .. } => all(&[object, value]),
            I::ForNext { iterator, .. } => all(&[iterator]),
            I::MakeSuper { class, object, .. } => all(&[class, object]),
            I::Raise { exception } | I::Reraise { exception } => all(&[exception]),
            I::RaiseFrom { exception, cause } => all(&[exception, cause]),
            I::JumpUnlessMatch { exception, class, .. } => all(&[exception, class]),
            I::ImportFrom { module, .. } => all(&[module]),
            I::Freeze { value } | I::NameValue { value, .. } => all(&[value]),
            _ => {}
        }
    }

    /// The first of a row of registers that it reads, as far as registers are in use.
    #[must_use]
    pub fn reads_from(self) -> Option<Register> {
        use Instruction as I;
        match self {
            I::BuildList { base, .. } | I::BuildTuple { base, .. } | I::BuildSet { base, .. } => Some(base),
            I::BuildDict { base, .. } | I::BuildSlice { base, .. } | I::BuildString { base, .. } => Some(base),
            I::Call { base, .. } | I::CallMethod { base, .. } | I::CallSpecial { base, .. } => Some(base),
            I::CallLoaded { base, .. } => Some(base),
            I::CallShaped { base, .. } | I::CallSpread { base, .. } => Some(base),
            I::BuildClass { base, .. }
            | I::PrepareClass { base, .. }
            | I::Send { base, .. }
            | I::YieldDelegated { base } => Some(base),
            // Its defaults, and the cells that it takes along.
            I::MakeFunction { .. } | I::ReturnClass => Some(Register(0)),
            _ => None,
        }
    }
}

/// Where what is awaited comes from; for the message when it cannot be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AwaitSource {
    /// An `await` expression.
    Expression,
    /// The `__aenter__` of an `async with`.
    Enter,
    /// The `__aexit__` of an `async with`.
    Exit,
    /// The `__anext__` of an `async for`.
    Next,
}

/// What kind of target a value was assigned to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameKind {
    /// A variable.
    Variable,
    /// An attribute.
    Attribute,
}

/// Binary operators without an instruction of their own come here too, for the slow paths.
#[expect(missing_docs, reason = "the names say it")]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BinaryOperator {
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    Modulo,
    Power,
    ShiftLeft,
    ShiftRight,
    And,
    Or,
    Xor,
    MatrixMultiply,
}

impl BinaryOperator {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Add,
        Self::Subtract,
        Self::Multiply,
        Self::Divide,
        Self::FloorDivide,
        Self::Modulo,
        Self::Power,
        Self::ShiftLeft,
        Self::ShiftRight,
        Self::And,
        Self::Or,
        Self::Xor,
        Self::MatrixMultiply,
    ];

    /// As the program writes it.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::FloorDivide => "//",
            Self::Modulo => "%",
            Self::Power => "**",
            Self::ShiftLeft => "<<",
            Self::ShiftRight => ">>",
            Self::And => "&",
            Self::Or => "|",
            Self::Xor => "^",
            Self::MatrixMultiply => "@",
        }
    }

    /// The middle of its method names: `add` for `__add__`, `__radd__` and `__iadd__`.
    #[must_use]
    pub const fn method(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Subtract => "sub",
            Self::Multiply => "mul",
            Self::Divide => "truediv",
            Self::FloorDivide => "floordiv",
            Self::Modulo => "mod",
            Self::Power => "pow",
            Self::ShiftLeft => "lshift",
            Self::ShiftRight => "rshift",
            Self::And => "and",
            Self::Or => "or",
            Self::Xor => "xor",
            Self::MatrixMultiply => "matmul",
        }
    }
}

/// Unary operators.
#[expect(missing_docs, reason = "the names say it")]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnaryOperator {
    Negative,
    Positive,
    Invert,
}

/// Comparisons.
#[expect(missing_docs, reason = "the names say it")]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CompareOperator {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Is,
    IsNot,
    In,
    NotIn,
}

impl CompareOperator {
    /// As the program writes it.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessEqual => "<=",
            Self::Greater => ">",
            Self::GreaterEqual => ">=",
            Self::Is => "is",
            Self::IsNot => "is not",
            Self::In => "in",
            Self::NotIn => "not in",
        }
    }

    /// Whether it holds for two values in this order; none where they have none.
    #[must_use]
    pub fn holds_for(self, order: Option<Ordering>) -> bool {
        order.map_or(self == Self::NotEqual, |order| self.holds(order, Ordering::Equal))
    }

    /// Applied to two ordered values.
    #[inline]
    #[must_use]
    pub fn holds<T: PartialOrd + Copy>(self, a: T, b: T) -> bool {
        match self {
            Self::Equal | Self::Is => a == b,
            Self::NotEqual | Self::IsNot => a != b,
            Self::Less => a < b,
            Self::LessEqual => a <= b,
            Self::Greater => a > b,
            Self::GreaterEqual => a >= b,
            Self::In | Self::NotIn => false,
        }
    }
}

/// The `!r` of an f-string.
#[expect(missing_docs, reason = "the names say it")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instruction_takes_eight_bytes() {
        assert_eq!(size_of::<Instruction>(), 8);
    }
}
