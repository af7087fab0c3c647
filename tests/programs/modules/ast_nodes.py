# Nodes made by hand, walked, visited and changed; values of literals.
import ast
import copy

print(ast.Name._fields, ast.Name._attributes, ast.Name.__match_args__, ast.Name, ast.Name.__mro__)
node = ast.Name("x", ctx=ast.Load(), lineno=3, extra=4)
print(node.id, node.ctx.__class__, node.lineno, node.extra, node.end_lineno, vars(ast.Constant(1)), ast.Constant(1).kind)
for wrong in (lambda: ast.Name("x", ast.Load(), 3), lambda: ast.Return(1, 2), lambda: ast.Name("x", id=4), lambda: ast.Name().id,
              lambda: ast.dump(4), lambda: ast.get_docstring(ast.Name()), lambda: ast.Pass(1)):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(ast.dump(ast.Name()), ast.dump(ast.Name(ctx=1), False), ast.dump(ast.Constant(None)), ast.dump(ast.Return()))


class Own(ast.AST):
    _fields = ("left", "right")


print(ast.dump(Own(1, [Own(2)])), isinstance(Own(), ast.AST), list(ast.iter_fields(Own(1))))
tree = ast.parse("a = b + 1\nprint(a, 'x')")
print([type(child).__name__ for child in ast.walk(tree)])
print([type(child).__name__ for child in ast.iter_child_nodes(tree.body[0])], [name for name, _ in ast.iter_fields(tree.body[0])])
print(tree.body[0].value.left.ctx is tree.body[1].value.func.ctx, ast.Load() is ast.Load())


class Names(ast.NodeVisitor):
    def __init__(self):
        self.found = []

    def visit_Name(self, node):
        self.found.append(node.id)
        self.generic_visit(node)


names = Names()
names.visit(tree)
print(names.found)


class Change(ast.NodeTransformer):
    def visit_Name(self, node):
        return ast.copy_location(ast.Constant(7), node) if node.id == "b" else node

    def visit_Constant(self, node):
        return None if node.value == "x" else ast.Constant(node.value * 2)

    def visit_Expr(self, node):
        self.generic_visit(node)
        return [node, ast.Pass()]


changed = Change().visit(copy.deepcopy(tree))
print(ast.dump(ast.fix_missing_locations(changed), include_attributes=True, indent=2))
print(ast.dump(tree) == ast.dump(ast.parse("a = b + 1\nprint(a, 'x')")))
print(ast.dump(ast.increment_lineno(ast.parse("x\ny"), 5), include_attributes=True))
match ast.parse("f(1)", mode="eval").body:
    case ast.Call(ast.Name(name), [ast.Constant(value)]):
        print(name, value)
for text in ("1", " -1", "+1.5", "'a' 'b'", "b'c'", "(1, [2, {3}, {4: None}], set(), ...)", "1+2j", "-1-2j", "True", "{}", "()", "\t 3"):
    print(repr(ast.literal_eval(text)))
for text in ("a", "1+1", "f()", "-'a'", "{**a}", "[x for x in y]", "1+", "2j+1", "set(1)", "1 if 2 else 3", "f'{1}'"):
    try:
        print(ast.literal_eval(text))
    except (ValueError, SyntaxError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
print(ast.literal_eval(ast.parse("[1]", mode="eval")), ast.literal_eval(ast.parse("[1]").body[0].value))
