# exec, eval and compile: text that a program runs. What is compiled is a function that takes namespaces along.

_usual = vm_builtins()
_space = vm_globals()
vm_others()


def _namespaces(function, globals, locals, around, inside):
    if globals is None:
        globals = around
        if locals is None:
            locals = inside
    elif not isinstance(globals, dict) and globals is not _space:
        if function == "exec":
            raise TypeError(f"exec() globals must be a dict, not {type(globals).__name__}")
        if hasattr(type(globals), "__getitem__"):
            raise TypeError("globals must be a real dict; try eval(expr, {}, mapping)")
        raise TypeError("globals must be a dict")
    if locals is None:
        locals = globals
    elif not hasattr(type(locals), "__getitem__"):
        if function == "exec":
            raise TypeError(f"locals must be a mapping or None, not {type(locals).__name__}")
        raise TypeError("locals must be a mapping")
    if globals is not _space:
        base = vm_base(globals)
        if "__builtins__" not in base:
            base["__builtins__"] = _usual
        methods = ("__getitem__", "__setitem__", "__missing__")
        if globals is base or all([vm_own_method(globals, method) is None for method in methods]):
            if locals is globals:
                locals = base
            globals = base
    return globals, locals


def _text_of(source, function, what):
    if isinstance(source, str):
        text = str(source)
    elif isinstance(source, (bytes, bytearray)) or type(source).__name__ == "memoryview":
        text = _decoded(bytes(source))
    else:
        raise TypeError(f"{function}() arg 1 must be a string, bytes or {what} object")
    if "\0" in text:
        raise SyntaxError("source code string cannot contain null bytes")
    return text


def _decoded(source):
    encoding = "utf-8"
    if source.startswith(b"\xef\xbb\xbf"):
        source = source[3:]
    else:
        for line in source.split(b"\n")[:2]:
            line = line.strip()
            if line.startswith(b"#") and b"coding" in line:
                rest = line[line.index(b"coding") + 6:]
                if rest[:1] in (b":", b"="):
                    name = rest[1:].split()
                    if name:
                        encoding = name[0].decode("ascii", "replace").split(";")[0]
    try:
        return source.decode(encoding)
    except LookupError:
        raise SyntaxError(f"unknown encoding: {encoding}") from None
    except UnicodeDecodeError as error:
        raise SyntaxError(f"(unicode error) {error}") from None


def _run(code, globals, locals):
    if not hasattr(code, "vm_function"):
        raise TypeError("raddle runs no code object of its library")
    if code.co_freevars:
        raise TypeError("code object passed to exec() may not contain free variables")
    return vm_bind_code(code.vm_function, globals, locals)()


def _run_with_cells(code, globals, locals, closure):
    if not code.co_freevars:
        raise TypeError("cannot use a closure with this code object")
    wanted = len(code.co_freevars)
    if type(closure) is not tuple or len(closure) != wanted or any([type(cell) is not vm_cell for cell in closure]):
        raise TypeError(f"code object requires a closure of exactly length {wanted}")
    if not hasattr(code, "vm_function"):
        raise TypeError("raddle runs no code object of its library")
    vm_bind_code(code.vm_function, globals, locals, closure)()


def vm_exec(source, globals, locals, around, inside, closure):
    globals, locals = _namespaces("exec", globals, locals, around, inside)
    if isinstance(source, vm_Code):
        if closure is None and not source.co_freevars:
            _run(source, globals, locals)
        else:
            _run_with_cells(source, globals, locals, closure)
        return
    if closure is not None:
        raise TypeError("closure can only be used when source is a code object")
    text = _text_of(source, "exec", "code")
    vm_bind_code(vm_compile(text, "<string>", "exec", False), globals, locals)()


def vm_eval(source, globals, locals, around, inside):
    globals, locals = _namespaces("eval", globals, locals, around, inside)
    if isinstance(source, vm_Code):
        return _run(source, globals, locals)
    text = _text_of(source, "eval", "code").lstrip(" \t")
    return vm_bind_code(vm_compile(text, "<string>", "eval", False), globals, locals)()


def vm_make_code(args, keywords):
    return _compile(*args, **keywords)


def _compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1):
    if isinstance(filename, bytes):
        filename = filename.decode()
    elif hasattr(type(filename), "__fspath__"):
        filename = filename.__fspath__()
    elif not isinstance(filename, str):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(filename).__name__}")
    if flags & ~0x1FF7E10:
        raise ValueError("compile(): unrecognised flags")
    if not -1 <= optimize <= 2:
        raise ValueError("compile(): invalid optimize value")
    if mode not in ("exec", "eval", "single"):
        if flags & 0x400:
            raise ValueError("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    if flags & 0x400:
        return _tree(source, str(filename), mode)
    source = _written(source, mode)
    if isinstance(source, vm_Code):
        raise TypeError("compile() arg 1 must be a string, bytes or AST object")
    text = _text_of(source, "compile", "AST")
    return vm_code_with(vm_compile(text, str(filename), mode, False))


def vm_code_with(function):
    # A code object that can be run.
    code = vm_code_of(function)
    code.vm_function = function
    return code


def vm_find_name(locals, name, globals):
    # A name among locals that are no dict, else among the globals.
    try:
        return locals[name]
    except KeyError:
        pass
    if globals is not locals and name in globals:
        return globals[name]
    builtins = globals["__builtins__"] if "__builtins__" in globals else _usual
    if not isinstance(builtins, dict):
        builtins = _usual
    try:
        return builtins[name]
    except KeyError:
        pass
    raise NameError(f"name '{name}' is not defined", name=name)


def vm_names(locals):
    # dir() where the locals are no dict.
    return sorted(locals.keys())


def vm_display(value):
    if value is not None:
        print(repr(value))


def _tree(source, file, mode):
    raise ValueError("raddle compiles to a tree only in a program whose text names ast")


def _written(source, mode):
    # A tree as text.
    return source


if vm_mentioned("import ast", "from ast", ", ast", "'ast'", '"ast"'):
    import ast

    def _tree(source, file, mode):
        return ast.parse(source, file, mode)

    def _written(source, mode):
        if not isinstance(source, ast.AST):
            return source
        wanted = {"exec": ast.Module, "eval": ast.Expression, "single": ast.Interactive}[mode]
        if not isinstance(source, wanted):
            raise TypeError(f"expected {wanted.__name__} node, got {type(source).__name__}")
        return ast.unparse(source)

if vm_mentioned("displayhook"):
    import sys

    def vm_display(value):
        hook = getattr(sys, "displayhook", None)
        if hook is None:
            raise RuntimeError("lost sys.displayhook")
        hook(value)
