# Trees that are compiled, and texts that compile makes trees of.
import ast

tree = ast.parse("total = sum(x * 2 for x in range(5))\nprint(f'{total=}')")
exec(compile(tree, "<tree>", "exec"))
print(eval(compile(ast.parse("total + 1", mode="eval"), "<tree>", "eval")))
exec(compile(ast.parse("total", mode="single"), "<tree>", "single"))


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)


changed = ast.fix_missing_locations(Double().visit(ast.parse("def f(a, b=4):\n    return a + b\nprint(f(1))")))
exec(compile(changed, "<tree>", "exec"))
print(ast.dump(compile("a + 1", "<text>", "eval", ast.PyCF_ONLY_AST)))
print(compile(tree, "<tree>", "exec", ast.PyCF_ONLY_AST) is tree)
for wrong in (lambda: compile(tree, "<tree>", "eval"), lambda: compile(ast.parse("1", mode="eval"), "<tree>", "exec"),
              lambda: compile("1", "<text>", "other", ast.PyCF_ONLY_AST), lambda: compile(3, "<text>", "exec")):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
