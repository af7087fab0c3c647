# ast.unparse: trees back as text, with brackets only where they are needed. Kinds of nodes are told by the names of their classes.

_NAMED, _TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _COMPARED, _BIT_OR, _BIT_XOR, _BIT_AND, _SHIFT, _SUM, _TERM, _FACTOR, _POWER, _AWAIT, _ATOM = range(18)
_BETWEEN = {
    "Add": ("+", _SUM), "Sub": ("-", _SUM), "Mult": ("*", _TERM), "MatMult": ("@", _TERM), "Div": ("/", _TERM), "Mod": ("%", _TERM),
    "FloorDiv": ("//", _TERM), "LShift": ("<<", _SHIFT), "RShift": (">>", _SHIFT), "BitOr": ("|", _BIT_OR), "BitXor": ("^", _BIT_XOR),
    "BitAnd": ("&", _BIT_AND), "Pow": ("**", _POWER),
}
_BEFORE = {"Invert": ("~", _FACTOR), "Not": ("not ", _NOT), "UAdd": ("+", _FACTOR), "USub": ("-", _FACTOR)}
_COMPARING = {"Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not", "In": "in", "NotIn": "not in"}
_QUOTES = ("'", '"', '"""', "'''")


def unparse(node):
    kind = _kind(node)
    if kind == "Module":
        lines = _block(node.body, 0, True)
    elif kind == "Interactive":
        lines = _block(node.body, 0, False)
    elif kind == "Expression":
        return _text(node.body)
    elif kind in _STATEMENTS:
        lines = _STATEMENTS[kind](node, 0)
    else:
        return _text(node)
    # A definition has an empty line before it, but not at the beginning.
    return "\n".join(lines[1:] if lines and not lines[0] else lines)


def _kind(node):
    return type(node).__name__


def _line(depth, text):
    return "    " * depth + text


def _block(body, depth, documented=False):
    lines = []
    for at, node in enumerate(body):
        if at == 0 and documented and _kind(node) == "Expr" and _kind(node.value) == "Constant" and isinstance(node.value.value, str):
            lines.append(_line(depth, _docstring(node.value)))
        else:
            lines.extend(_STATEMENTS[_kind(node)](node, depth))
    return lines


def _docstring(node):
    text, quotes = _escaped(node.value, _QUOTES[2:], False)
    quote = quotes[0]
    if text and text[-1] == quote[0]:
        text = text[:-1] + "\\" + text[-1]
    return ("u" if node.kind == "u" else "") + quote + text + quote


def _escaped(text, quotes, spaces):
    # The text as it stands between quotes, and which quotes do.
    made = []
    for character in text:
        if not spaces and character in "\n\t":
            made.append(character)
        elif character == "\\" or not character.isprintable():
            made.append(character.encode("unicode_escape").decode("ascii"))
        else:
            made.append(character)
    text = "".join(made)
    fitting = [quote for quote in quotes if quote not in text and (len(quote) == 3 or "\n" not in text)]
    if not fitting:
        plain = repr(text)
        quote = [quote for quote in quotes if plain[0] in quote][0]
        return plain[1:-1], [quote]
    if text:
        fitting.sort(key=lambda quote: quote[0] == text[-1])
    return text, fitting


def _simple(write):
    return lambda node, depth: [_line(depth, write(node))]


def _suite(head, body, depth):
    return [_line(depth, head)] + _block(body, depth + 1)


def _orelse(body, depth, word="else:"):
    return _suite(word, body, depth) if body else []


def _decorated(node, depth, head):
    lines = [""] + [_line(depth, "@" + _text(decorator)) for decorator in node.decorator_list]
    return lines + [_line(depth, head)] + _block(node.body, depth + 1, True)


def _function(word):
    def write(node, depth):
        result = f" -> {_text(node.returns)}" if node.returns else ""
        return _decorated(node, depth, f"{word} {node.name}({_parameters(node.args)}){result}:")

    return write


def _class(node, depth):
    given = [_text(base) for base in node.bases] + [_keyword(one) for one in node.keywords]
    return _decorated(node, depth, f"class {node.name}({', '.join(given)}):" if given else f"class {node.name}:")


def _for(word):
    def write(node, depth):
        head = f"{word} {_text(node.target, _TUPLE)} in {_text(node.iter)}:"
        return _suite(head, node.body, depth) + _orelse(node.orelse, depth)

    return write


def _while(node, depth):
    return _suite(f"while {_text(node.test)}:", node.body, depth) + _orelse(node.orelse, depth)


def _if(node, depth):
    lines = _suite(f"if {_text(node.test)}:", node.body, depth)
    while len(node.orelse) == 1 and _kind(node.orelse[0]) == "If":
        node = node.orelse[0]
        lines += _suite(f"elif {_text(node.test)}:", node.body, depth)
    return lines + _orelse(node.orelse, depth)


def _with(word):
    def item(node):
        named = f" as {_text(node.optional_vars)}" if node.optional_vars else ""
        return _text(node.context_expr) + named

    return lambda node, depth: _suite(f"{word} {', '.join([item(one) for one in node.items])}:", node.body, depth)


def _try(word):
    def write(node, depth):
        lines = _suite("try:", node.body, depth)
        for handler in node.handlers:
            head = word
            if handler.type:
                head += " " + _text(handler.type)
            if handler.name:
                head += " as " + handler.name
            lines += _suite(head + ":", handler.body, depth)
        return lines + _orelse(node.orelse, depth) + _orelse(node.finalbody, depth, "finally:")

    return write


def _match(node, depth):
    lines = [_line(depth, f"match {_text(node.subject)}:")]
    for case in node.cases:
        guard = f" if {_text(case.guard)}" if case.guard else ""
        lines += _suite(f"case {_text(case.pattern)}{guard}:", case.body, depth + 1)
    return lines


def _annotated(node):
    target = _text(node.target)
    if not node.simple and _kind(node.target) == "Name":
        target = f"({target})"
    return f"{target}: {_text(node.annotation)}" + (f" = {_text(node.value)}" if node.value else "")


def _raise(node):
    if not node.exc:
        if node.cause:
            raise ValueError("Node can't be used without a value attribute.")
        return "raise"
    return f"raise {_text(node.exc)}" + (f" from {_text(node.cause)}" if node.cause else "")


def _aliases(names):
    return ", ".join([f"{one.name} as {one.asname}" if one.asname else one.name for one in names])


_STATEMENTS = {
    "FunctionDef": _function("def"),
    "AsyncFunctionDef": _function("async def"),
    "ClassDef": _class,
    "Return": _simple(lambda node: f"return {_text(node.value)}" if node.value else "return"),
    "Delete": _simple(lambda node: f"del {_texts(node.targets)}"),
    "Assign": _simple(lambda node: "".join([_text(target, _TUPLE) + " = " for target in node.targets]) + _text(node.value)),
    "AugAssign": _simple(lambda node: f"{_text(node.target)} {_BETWEEN[_kind(node.op)][0]}= {_text(node.value)}"),
    "AnnAssign": _simple(_annotated),
    "For": _for("for"),
    "AsyncFor": _for("async for"),
    "While": _while,
    "If": _if,
    "With": _with("with"),
    "AsyncWith": _with("async with"),
    "Match": _match,
    "Raise": _simple(_raise),
    "Try": _try("except"),
    "TryStar": _try("except*"),
    "Assert": _simple(lambda node: f"assert {_text(node.test)}" + (f", {_text(node.msg)}" if node.msg else "")),
    "Import": _simple(lambda node: f"import {_aliases(node.names)}"),
    "ImportFrom": _simple(lambda node: f"from {'.' * (node.level or 0)}{node.module or ''} import {_aliases(node.names)}"),
    "Global": _simple(lambda node: f"global {', '.join(node.names)}"),
    "Nonlocal": _simple(lambda node: f"nonlocal {', '.join(node.names)}"),
    "Expr": _simple(lambda node: _text(node.value, _YIELD)),
    "Pass": _simple(lambda node: "pass"),
    "Break": _simple(lambda node: "break"),
    "Continue": _simple(lambda node: "continue"),
}


def _text(node, level=_TEST):
    # The text of an expression, in brackets where it binds less than what is around it.
    kind = _kind(node)
    if kind not in _EXPRESSIONS:
        raise ValueError(f"raddle writes no {kind} back as text")
    text, own = _EXPRESSIONS[kind](node)
    return f"({text})" if level > own else text


def _texts(nodes):
    return ", ".join([_text(node) for node in nodes])


def _listed(nodes):
    return _texts(nodes) + ("," if len(nodes) == 1 else "")


def _atom(write):
    return lambda node: (write(node), _ATOM)


def _keyword(node):
    return f"**{_text(node.value)}" if node.arg is None else f"{node.arg}={_text(node.value)}"


def _parameters(node):
    made = []
    positional = node.posonlyargs + node.args
    defaults = [None] * (len(positional) - len(node.defaults)) + node.defaults
    for at, (one, default) in enumerate(zip(positional, defaults), 1):
        made.append(_parameter(one, default))
        if at == len(node.posonlyargs):
            made.append("/")
    if node.vararg or node.kwonlyargs:
        made.append("*" + (_parameter(node.vararg) if node.vararg else ""))
    made += [_parameter(one, default) for one, default in zip(node.kwonlyargs, node.kw_defaults)]
    if node.kwarg:
        made.append("**" + _parameter(node.kwarg))
    return ", ".join(made)


def _parameter(node, default=None):
    text = node.arg + (f": {_text(node.annotation)}" if node.annotation else "")
    return text + (f"={_text(default)}" if default else "")


def _constant(value):
    if isinstance(value, tuple):
        return f"({', '.join([_constant(item) for item in value])}{',' if len(value) == 1 else ''})"
    text = repr(value)
    if isinstance(value, (float, complex)):
        text = text.replace("inf", "1e309").replace("nan", "(1e309-1e309)")
    return text


def _bool(node):
    word, own = ("and", _AND) if _kind(node.op) == "And" else ("or", _OR)
    texts = [_text(value, min(own + at, _ATOM)) for at, value in enumerate(node.values, 1)]
    return f" {word} ".join(texts), own


def _binary(node):
    sign, own = _BETWEEN[_kind(node.op)]
    left, right = (own + 1, own) if sign == "**" else (own, own + 1)
    return f"{_text(node.left, left)} {sign} {_text(node.right, right)}", own


def _unary(node):
    sign, own = _BEFORE[_kind(node.op)]
    return sign + _text(node.operand, own), own


def _compare(node):
    text = _text(node.left, _COMPARED + 1)
    for sign, value in zip(node.ops, node.comparators):
        text += f" {_COMPARING[_kind(sign)]} {_text(value, _COMPARED + 1)}"
    return text, _COMPARED


def _lambda(node):
    parameters = _parameters(node.args)
    return f"lambda{' ' if parameters else ''}{parameters}: {_text(node.body)}", _TEST


def _dict(node):
    items = zip(node.keys, node.values)
    return "{" + ", ".join([f"**{_text(value, _BIT_OR)}" if key is None else f"{_text(key)}: {_text(value)}" for key, value in items]) + "}"


def _generators(nodes):
    text = ""
    for node in nodes:
        text += f" {'async for' if node.is_async else 'for'} {_text(node.target, _TUPLE)} in {_text(node.iter, _TEST + 1)}"
        text += "".join([f" if {_text(test, _TEST + 1)}" for test in node.ifs])
    return text


def _yield(word):
    return lambda node: (f"{word} {_text(node.value, _ATOM)}" if node.value else word, _YIELD)


def _attribute(node):
    is_number = _kind(node.value) == "Constant" and isinstance(node.value.value, int)
    return f"{_text(node.value, _ATOM)}{' ' if is_number else ''}.{node.attr}"


def _subscript(node):
    is_listed = _kind(node.slice) == "Tuple" and node.slice.elts
    return f"{_text(node.value, _ATOM)}[{_listed(node.slice.elts) if is_listed else _text(node.slice)}]"


def _slice(node):
    text = (_text(node.lower) if node.lower else "") + ":" + (_text(node.upper) if node.upper else "")
    return text + (":" + _text(node.step) if node.step else "")


def _call(node):
    given = [_text(value) for value in node.args] + [_keyword(one) for one in node.keywords]
    return f"{_text(node.func, _ATOM)}({', '.join(given)})"


def _joined(node):
    quotes, parts = _QUOTES, []
    for text, is_constant in _pieces(node):
        if is_constant:
            text, quotes = _escaped(text, quotes, True)
        else:
            quotes = [quote for quote in quotes if quote not in text]
        if not quotes:
            raise ValueError("Unable to avoid backslash in f-string expression part")
        parts.append(text)
    return f"f{quotes[0]}{''.join(parts)}{quotes[0]}"


def _pieces(node):
    kind = _kind(node)
    if kind == "JoinedStr":
        return [piece for value in node.values for piece in _pieces(value)]
    if kind == "Constant":
        return [(node.value.replace("{", "{{").replace("}", "}}"), True)]
    text = _text(node.value, _TEST + 1)
    if "\\" in text:
        raise ValueError("Unable to avoid backslash in f-string expression part")
    pieces = [("{ " + text if text.startswith("{") else "{" + text, False)]
    if node.conversion != -1:
        pieces.append(("!" + chr(node.conversion), False))
    if node.format_spec:
        pieces += [(":", False)] + _pieces(node.format_spec)
    return pieces + [("}", False)]


def _mapping(node):
    parts = [f"{_text(key)}: {_text(pattern)}" for key, pattern in zip(node.keys, node.patterns)]
    return "{" + ", ".join(parts + (["**" + node.rest] if node.rest else [])) + "}"


def _class_pattern(node):
    parts = [_text(pattern) for pattern in node.patterns]
    parts += [f"{name}={_text(pattern)}" for name, pattern in zip(node.kwd_attrs, node.kwd_patterns)]
    return f"{_text(node.cls, _ATOM)}({', '.join(parts)})"


def _as_pattern(node):
    if node.pattern is None:
        return node.name or "_", _ATOM
    return f"{_text(node.pattern, _BIT_OR)} as {node.name}", _TEST


_EXPRESSIONS = {
    "BoolOp": _bool,
    "NamedExpr": lambda node: (f"{_text(node.target, _ATOM)} := {_text(node.value, _ATOM)}", _NAMED),
    "BinOp": _binary,
    "UnaryOp": _unary,
    "Lambda": _lambda,
    "IfExp": lambda node: (f"{_text(node.body, _TEST + 1)} if {_text(node.test, _TEST + 1)} else {_text(node.orelse)}", _TEST),
    "Dict": _atom(_dict),
    "Set": _atom(lambda node: "{" + (_texts(node.elts) or "*()") + "}"),
    "ListComp": _atom(lambda node: f"[{_text(node.elt)}{_generators(node.generators)}]"),
    "SetComp": _atom(lambda node: "{" + _text(node.elt) + _generators(node.generators) + "}"),
    "DictComp": _atom(lambda node: "{" + f"{_text(node.key)}: {_text(node.value)}{_generators(node.generators)}" + "}"),
    "GeneratorExp": _atom(lambda node: f"({_text(node.elt)}{_generators(node.generators)})"),
    "Await": lambda node: (f"await {_text(node.value, _ATOM)}", _AWAIT),
    "Yield": _yield("yield"),
    "YieldFrom": _yield("yield from"),
    "Compare": _compare,
    "Call": _atom(_call),
    "JoinedStr": _atom(_joined),
    "Constant": _atom(lambda node: ("u" if node.kind == "u" else "") + ("..." if node.value is ... else _constant(node.value))),
    "Attribute": _atom(_attribute),
    "Subscript": _atom(_subscript),
    "Starred": _atom(lambda node: "*" + _text(node.value, _BIT_OR)),
    "Name": _atom(lambda node: node.id),
    "List": _atom(lambda node: f"[{_texts(node.elts)}]"),
    "Tuple": lambda node: (_listed(node.elts), _TUPLE) if node.elts else ("()", _ATOM),
    "Slice": _atom(_slice),
    "keyword": _atom(_keyword),
    "arg": _atom(_parameter),
    "arguments": _atom(_parameters),
    "alias": _atom(lambda node: _aliases([node])),
    "MatchValue": _atom(lambda node: _text(node.value)),
    "MatchSingleton": _atom(lambda node: repr(node.value)),
    "MatchSequence": _atom(lambda node: f"[{_texts(node.patterns)}]"),
    "MatchMapping": _atom(_mapping),
    "MatchClass": _atom(_class_pattern),
    "MatchStar": _atom(lambda node: "*" + (node.name or "_")),
    "MatchAs": _as_pattern,
    "MatchOr": lambda node: (" | ".join([_text(pattern, _BIT_OR + 1) for pattern in node.patterns]), _BIT_OR),
}
