# ast: the tree of a text. The parser hands rows out, each behind those of its fields; here they become nodes.

from inspect import cleandoc as _cleandoc

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
_PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")


class AST:
    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, /, *args, **kwargs):
        name, fields = type(self).__name__, self._fields
        if len(args) > len(fields):
            plural = "" if len(fields) == 1 else "s"
            raise TypeError(f"{name} constructor takes at most {len(fields)} positional argument{plural}")
        for field, value in zip(fields, args):
            setattr(self, field, value)
        for key, value in kwargs.items():
            if key in fields[:len(args)]:
                raise TypeError(f"{name} got multiple values for argument {key!r}")
            setattr(self, key, value)

    def __reduce__(self):
        return type(self), (), self.__dict__


_classes = {}


def _node(name, base, fields="", attributes=()):
    # A class; what may be left out is None there.
    names = tuple([field.rstrip("?") for field in fields.split()])
    space = {"__module__": "ast", "_fields": names, "__match_args__": names}
    for field in fields.split():
        if field.endswith("?"):
            space[field[:-1]] = None
    if attributes:
        space.update(_attributes=attributes, end_lineno=None, end_col_offset=None)
    made = type(name, (base,), space)
    _classes[name] = made, names, names + made._attributes
    return made


mod = _node("mod", AST)
Module = _node("Module", mod, "body type_ignores")
Interactive = _node("Interactive", mod, "body")
Expression = _node("Expression", mod, "body")
FunctionType = _node("FunctionType", mod, "argtypes returns")

stmt = _node("stmt", AST, "", _PLACE)
FunctionDef = _node("FunctionDef", stmt, "name args body decorator_list returns? type_comment?")
AsyncFunctionDef = _node("AsyncFunctionDef", stmt, "name args body decorator_list returns? type_comment?")
ClassDef = _node("ClassDef", stmt, "name bases keywords body decorator_list")
Return = _node("Return", stmt, "value?")
Delete = _node("Delete", stmt, "targets")
Assign = _node("Assign", stmt, "targets value type_comment?")
AugAssign = _node("AugAssign", stmt, "target op value")
AnnAssign = _node("AnnAssign", stmt, "target annotation value? simple")
For = _node("For", stmt, "target iter body orelse type_comment?")
AsyncFor = _node("AsyncFor", stmt, "target iter body orelse type_comment?")
While = _node("While", stmt, "test body orelse")
If = _node("If", stmt, "test body orelse")
With = _node("With", stmt, "items body type_comment?")
AsyncWith = _node("AsyncWith", stmt, "items body type_comment?")
Match = _node("Match", stmt, "subject cases")
Raise = _node("Raise", stmt, "exc? cause?")
Try = _node("Try", stmt, "body handlers orelse finalbody")
TryStar = _node("TryStar", stmt, "body handlers orelse finalbody")
Assert = _node("Assert", stmt, "test msg?")
Import = _node("Import", stmt, "names")
ImportFrom = _node("ImportFrom", stmt, "module? names level?")
Global = _node("Global", stmt, "names")
Nonlocal = _node("Nonlocal", stmt, "names")
Expr = _node("Expr", stmt, "value")
Pass = _node("Pass", stmt)
Break = _node("Break", stmt)
Continue = _node("Continue", stmt)

expr = _node("expr", AST, "", _PLACE)
BoolOp = _node("BoolOp", expr, "op values")
NamedExpr = _node("NamedExpr", expr, "target value")
BinOp = _node("BinOp", expr, "left op right")
UnaryOp = _node("UnaryOp", expr, "op operand")
Lambda = _node("Lambda", expr, "args body")
IfExp = _node("IfExp", expr, "test body orelse")
Dict = _node("Dict", expr, "keys values")
Set = _node("Set", expr, "elts")
ListComp = _node("ListComp", expr, "elt generators")
SetComp = _node("SetComp", expr, "elt generators")
DictComp = _node("DictComp", expr, "key value generators")
GeneratorExp = _node("GeneratorExp", expr, "elt generators")
Await = _node("Await", expr, "value")
Yield = _node("Yield", expr, "value?")
YieldFrom = _node("YieldFrom", expr, "value")
Compare = _node("Compare", expr, "left ops comparators")
Call = _node("Call", expr, "func args keywords")
FormattedValue = _node("FormattedValue", expr, "value conversion format_spec?")
JoinedStr = _node("JoinedStr", expr, "values")
Constant = _node("Constant", expr, "value kind?")
Attribute = _node("Attribute", expr, "value attr ctx")
Subscript = _node("Subscript", expr, "value slice ctx")
Starred = _node("Starred", expr, "value ctx")
Name = _node("Name", expr, "id ctx")
List = _node("List", expr, "elts ctx")
Tuple = _node("Tuple", expr, "elts ctx")
Slice = _node("Slice", expr, "lower? upper? step?")

expr_context = _node("expr_context", AST)
Load = _node("Load", expr_context)
Store = _node("Store", expr_context)
Del = _node("Del", expr_context)
boolop = _node("boolop", AST)
And = _node("And", boolop)
Or = _node("Or", boolop)
operator = _node("operator", AST)
Add = _node("Add", operator)
Sub = _node("Sub", operator)
Mult = _node("Mult", operator)
MatMult = _node("MatMult", operator)
Div = _node("Div", operator)
Mod = _node("Mod", operator)
Pow = _node("Pow", operator)
LShift = _node("LShift", operator)
RShift = _node("RShift", operator)
BitOr = _node("BitOr", operator)
BitXor = _node("BitXor", operator)
BitAnd = _node("BitAnd", operator)
FloorDiv = _node("FloorDiv", operator)
unaryop = _node("unaryop", AST)
Invert = _node("Invert", unaryop)
Not = _node("Not", unaryop)
UAdd = _node("UAdd", unaryop)
USub = _node("USub", unaryop)
cmpop = _node("cmpop", AST)
Eq = _node("Eq", cmpop)
NotEq = _node("NotEq", cmpop)
Lt = _node("Lt", cmpop)
LtE = _node("LtE", cmpop)
Gt = _node("Gt", cmpop)
GtE = _node("GtE", cmpop)
Is = _node("Is", cmpop)
IsNot = _node("IsNot", cmpop)
In = _node("In", cmpop)
NotIn = _node("NotIn", cmpop)

comprehension = _node("comprehension", AST, "target iter ifs is_async")
excepthandler = _node("excepthandler", AST, "", _PLACE)
ExceptHandler = _node("ExceptHandler", excepthandler, "type? name? body")
arguments = _node("arguments", AST, "posonlyargs args vararg? kwonlyargs kw_defaults kwarg? defaults")
arg = _node("arg", AST, "arg annotation? type_comment?", _PLACE)
keyword = _node("keyword", AST, "arg? value", _PLACE)
alias = _node("alias", AST, "name asname?", _PLACE)
withitem = _node("withitem", AST, "context_expr optional_vars?")
match_case = _node("match_case", AST, "pattern guard? body")
pattern = _node("pattern", AST, "", _PLACE)
MatchValue = _node("MatchValue", pattern, "value")
MatchSingleton = _node("MatchSingleton", pattern, "value")
MatchSequence = _node("MatchSequence", pattern, "patterns")
MatchMapping = _node("MatchMapping", pattern, "keys patterns rest?")
MatchClass = _node("MatchClass", pattern, "cls patterns kwd_attrs kwd_patterns")
MatchStar = _node("MatchStar", pattern, "name?")
MatchAs = _node("MatchAs", pattern, "pattern? name?")
MatchOr = _node("MatchOr", pattern, "patterns")
type_ignore = _node("type_ignore", AST)
TypeIgnore = _node("TypeIgnore", type_ignore, "lineno tag")

# Operators and the like are one object each.
_signs = {_name: _class() for _name, (_class, _, _names) in _classes.items() if not _names}


def _grow(rows):
    stack = []
    for row in rows:
        if len(row) == 1:
            stack.append(row[0])
            continue
        kind, count = row[0], row[1]
        first = len(stack) - count
        parts = stack[first:]
        del stack[first:]
        if kind is None:
            stack.append(parts)
        elif kind is True:
            stack.append(complex(0.0, parts[0]))
        else:
            stack.append(_made(kind, parts, row[2:]))
    return stack[0]


def _made(kind, parts, place):
    cls, fields, names = _classes[kind]
    if not names:
        return _signs[kind]
    node = object.__new__(cls)
    if not place:
        names = fields
    values = tuple(parts) + place
    if not vm_set_fields(node, names, values):
        for name, value in zip(names, values):
            setattr(node, name, value)
    return node


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None):
    if isinstance(source, AST):
        return source
    if mode == "func_type":
        raise ValueError("raddle parses no types of functions in comments: mode 'func_type'")
    if mode not in ("exec", "eval", "single"):
        raise ValueError("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
    if isinstance(source, str):
        text = str(source)
    elif isinstance(source, (bytes, bytearray)) or type(source).__name__ == "memoryview":
        text = bytes(source).decode("utf-8-sig")
    else:
        raise TypeError("compile() arg 1 must be a string, bytes or AST object")
    if "\0" in text:
        raise SyntaxError("source code string cannot contain null bytes")
    if hasattr(type(filename), "__fspath__"):
        filename = filename.__fspath__()
    return _grow(vm_parse(text, str(filename), mode))


def unparse(ast_obj):
    import _ast_text

    return _ast_text.unparse(ast_obj)


def _malformed(node):
    line = getattr(node, "lineno", None)
    where = f" on line {line}" if line else ""
    raise ValueError(f"malformed node or string{where}: {node!r}")


def _number(node):
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _malformed(node)
    return node.value


def _signed(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        value = _number(node.operand)
        return +value if isinstance(node.op, UAdd) else -value
    return _number(node)


def _value(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple([_value(item) for item in node.elts])
    if isinstance(node, List):
        return [_value(item) for item in node.elts]
    if isinstance(node, Set):
        return {_value(item) for item in node.elts}
    if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == "set" and node.args == node.keywords == []:
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _malformed(node)
        return {_value(key): _value(value) for key, value in zip(node.keys, node.values)}
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left, right = _signed(node.left), _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _signed(node)


def literal_eval(node_or_string):
    node = node_or_string
    if isinstance(node, str):
        node = parse(node.lstrip(" \t"), mode="eval")
    if isinstance(node, Expression):
        node = node.body
    return _value(node)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    if not isinstance(node, AST):
        raise TypeError(f"expected AST, got {node.__class__.__name__!r}")
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    return _dumped(node, annotate_fields, include_attributes, indent, 0)[0]


def _dumped(node, named, placed, indent, level):
    # The text, and whether it is so simple that it stays on its line.
    level += 1
    start, between = "", ", "
    if indent is not None:
        start = "\n" + indent * level
        between = "," + start
    if isinstance(node, list):
        if not node:
            return "[]", True
        items = [_dumped(item, named, placed, indent, level)[0] for item in node]
        return f"[{start}{between.join(items)}]", False
    if not isinstance(node, AST):
        return repr(node), True
    cls, parts, simple, labelled = type(node), [], True, named
    for name in node._fields:
        if _is_missing(node, name):
            labelled = True
            continue
        text, is_simple = _dumped(getattr(node, name), named, placed, indent, level)
        simple = simple and is_simple
        parts.append(f"{name}={text}" if labelled else text)
    for name in node._attributes if placed else ():
        if not _is_missing(node, name):
            text, is_simple = _dumped(getattr(node, name), named, placed, indent, level)
            simple = simple and is_simple
            parts.append(f"{name}={text}")
    if simple and len(parts) <= 3:
        return f"{cls.__name__}({', '.join(parts)})", not parts
    return f"{cls.__name__}({start}{between.join(parts)})", False


def _is_missing(node, name):
    try:
        value = getattr(node, name)
    except AttributeError:
        return True
    return value is None and getattr(type(node), name, ...) is None


def copy_location(new_node, old_node):
    for name in _PLACE:
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or hasattr(old_node, name) and name.startswith("end_"):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    _fix(node, (1, 0, 1, 0))
    return node


def _fix(node, place):
    here = []
    for name, around in zip(_PLACE, place):
        if name in node._attributes:
            missing = getattr(node, name, None) is None if name.startswith("end_") else not hasattr(node, name)
            if missing:
                setattr(node, name, around)
            else:
                around = getattr(node, name)
        here.append(around)
    for child in iter_child_nodes(node):
        _fix(child, here)


def increment_lineno(node, n=1):
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, "lineno", 0) + n
            continue
        if "lineno" in child._attributes:
            child.lineno = getattr(child, "lineno", 0) + n
        if "end_lineno" in child._attributes and getattr(child, "end_lineno", 0) is not None:
            child.end_lineno = getattr(child, "end_lineno", 0) + n
    return node


def iter_fields(node):
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    waiting, at = [node], 0
    while at < len(waiting):
        node = waiting[at]
        at += 1
        waiting.extend(iter_child_nodes(node))
        yield node


def get_docstring(node, clean=True):
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{node.__class__.__name__!r} can't have docstrings")
    if not node.body or not isinstance(node.body[0], Expr):
        return None
    value = node.body[0].value
    if not isinstance(value, Constant) or not isinstance(value.value, str):
        return None
    return _cleandoc(value.value) if clean else value.value


def _lines(source):
    # With their ends; a form feed ends none.
    found, line = [], ""
    for character in source.replace("\r\n", "\r"):
        line += "\r\n" if character == "\r" and "\r\n" in source else character
        if character in "\r\n":
            found.append(line)
            line = ""
    return found + [line] if line else found


def get_source_segment(source, node, *, padded=False):
    places = [getattr(node, name, None) for name in _PLACE]
    if None in places or not all([hasattr(node, name) for name in _PLACE]):
        return None
    line, column, end_line, end_column = places
    lines = [one.encode() for one in _lines(source)[line - 1:end_line]]
    if line == end_line:
        return lines[0][column:end_column].decode()
    padding = b""
    if padded:
        padding = bytes([byte if byte in b"\t\f" else 32 for byte in lines[0][:column].decode().encode("ascii", "replace")])
    lines[0] = padding + lines[0][column:]
    lines[-1] = lines[-1][:end_column]
    return b"".join(lines).decode()


class NodeVisitor:
    def visit(self, node):
        visitor = getattr(self, "visit_" + node.__class__.__name__, self.generic_visit)
        return visitor(node)

    def generic_visit(self, node):
        for _, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)


class NodeTransformer(NodeVisitor):
    def generic_visit(self, node):
        for name, value in iter_fields(node):
            if isinstance(value, list):
                kept = []
                for item in value:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            kept.extend(item)
                            continue
                    kept.append(item)
                value[:] = kept
            elif isinstance(value, AST):
                new = self.visit(value)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node
