# 程序或元数据有什么问题，以及该怎么办。

level-error = 错误
level-help = 建议
did-you-mean = 是不是想写 { $name }？
did-you-mean-one-of = 是不是想写 { $names } 或 { $last }？
list-separator = 、

problem-syntax = 语法错误：{ $message }
advice-syntax = Python 也读不懂这里：用 `python3` 运行一下，看看它怎么说。

problem-match = raddle 不支持 `match` 语句
advice-match = 请改用 `if`、`elif`、`else`。
problem-async = raddle 不支持协程（`async`、`await`）
advice-async = 请改用线程：用 `threading.Thread(target=…)` 代替任务，用普通的 `def`，用 `join()` 代替 `await`。
problem-type-alias = raddle 不支持 `type` 语句
advice-type-alias = 请写成赋值 `Name = …`，或者干脆去掉：类型不影响程序的运行。
problem-type-parameters = raddle 不支持类型参数
advice-type-parameters = 请去掉方括号：类型不影响程序的运行。
problem-except-star = raddle 不支持 `except*`
advice-except-star = 请写 `except`，并抛出单个异常而不是异常组。
problem-template-string = raddle 不支持模板字符串
advice-template-string = 请改用 f-string：把 `t"…"` 写成 `f"…"`。
problem-complex = raddle 不支持复数
advice-complex = 请用两个浮点数分别保存实部和虚部。
problem-metaclass = raddle 不支持元类
advice-metaclass = 请改用类装饰器，或者用函数来创建类。
problem-class-keywords = raddle 不支持类定义中的关键字参数
advice-class-keywords = 请在类体里把它设为属性。
problem-finalizer = raddle 从不调用 `__del__`
advice-finalizer = 请在单独的方法里做清理，或者写在 `__exit__` 里配合 `with` 使用。
problem-relative-import = raddle 不支持相对导入
advice-relative-import = 这里一个程序就是一个文件：请把要导入的内容写进来。
problem-star-import = `from … import *` 只能写在程序的最外层
advice-star-import = 请把它移到文件开头，或者逐个写出要导入的名字。
problem-shell = 这是 IPython 的命令，不是 Python
advice-shell = 请删掉这一行。
problem-surrogate = raddle 的字符串不能含有 UTF-16 的半个代理对（`\uD800` 到 `\uDFFF`）
advice-surrogate = 请直接写出字符，例如 `\U0001F600`，或者改用 bytes。

problem-builtin = raddle 没有模拟内置函数 `{ $name }`
advice-builtin = 请不要使用它，或者在程序里自己定义一个同名函数。
problem-builtin-input = 这里没有人能回答 `input`
advice-builtin-input = 请把回答直接赋值给一个变量；这样的变量可以用 `--set` 修改。
problem-builtin-open = `open`：程序在这里没有文件可用
advice-builtin-open = 请把文本放在列表或字符串里。
problem-builtin-eval = raddle 没有模拟 `eval`
advice-builtin-eval = 请直接写出表达式，或者从字典里查找函数。
problem-builtin-exec = raddle 没有模拟 `exec`
advice-builtin-exec = 请直接写出语句，或者调用函数。
problem-module = raddle 没有模拟模块 `{ $name }`
advice-module = 已模拟的模块：{ $modules }。
problem-member = raddle 的 `{ $module }` 里没有 `{ $name }`
advice-member = 请检查拼写。如果 Python 里确实有它，那就是 raddle 没有模拟，请不要使用。

problem-misplaced-return = `return` 不在函数里
advice-misplaced-return = 请把它放进函数，或者去掉。
problem-misplaced-yield = `yield` 不在函数里
advice-misplaced-yield = 请把它放进函数，那个函数就成为生成器。
problem-misplaced-break = `break` 不在循环里
advice-misplaced-break = 它只能出现在 `for` 或 `while` 里。要离开函数，请用 `return`。
problem-misplaced-continue = `continue` 不在循环里
advice-misplaced-continue = 它只能出现在 `for` 或 `while` 里。
problem-no-outer-binding = 外层函数里没有变量 `{ $name }`
advice-no-outer-binding = 如果是模块里的变量，请写 `global { $name }`；否则请在外层函数里给它赋值。
problem-conflicting-scopes = `{ $name }` 同时是参数、`global` 或 `nonlocal`
advice-conflicting-scopes = 只能是其中一种：请给其中一个换个名字。
problem-used-before-scope = `{ $name }` 在 `global` 或 `nonlocal` 语句之前就用到了
advice-used-before-scope = 请把该语句移到函数开头。
problem-duplicate-parameter = 有两个参数都叫 `{ $name }`
advice-duplicate-parameter = 请给其中一个换个名字。
problem-too-deep = 嵌套太深
advice-too-deep = 请拆开：给表达式的一部分起个名字，或者把一些代码块放进函数。
problem-too-large = 太大，无法编译
advice-too-large = 请拆成几个函数。

problem-unclosed = 元数据块没有结尾
advice-unclosed = 请用一行 `# ///` 结束；在那之前，每一行都要以 `# ` 开头。
problem-toml = 元数据不是合法的 TOML：{ $message }
problem-unknown-key = 这里不能使用 `{ $name }`
problem-wrong-type = `{ $name }` 的类型是{ $found }，应该是{ $expected }
type-text = 字符串
type-text-list = 字符串列表
type-words = 含 `en` 和 `zh` 的表，或一个字符串
type-table = 表
type-integer = 整数
type-literal = 整数、浮点数、布尔值或字符串
type-table-list = 表的列表
type-count = 从 0 开始的整数
type-seconds = 0 到 600 之间的秒数
type-until = "end"、"blocking" 或一步的编号
type-cores = 1 到 64 之间的核数
type-switch = true 或 false
type-interval = 毫秒数，例如 5 或 "0.5ms"
type-quantum = 步数（例如 3）或毫秒数（例如 "5ms"）
type-policy = "fair"、"random"、"rr"、"fcfs"、"sjf"、"mlfq"、"priority" 之一
type-switching = "anywhere"、"calls"、"count" 之一
type-printing = "whole" 或 "torn"
problem-two-deeds = 导览的每一条只做一件事，这一条做了不止一件
advice-two-deeds = 请分成几条，每条只写 `step`、`back`、`run`、`go_to`、`play`、`speed` 之一。
problem-unknown-pane = 没有名叫 `{ $name }` 的窗格
advice-unknown-pane = 场景可以要求的窗格有 { $known }。
problem-unknown-end = 没有名叫 `{ $name }` 的结局
advice-unknown-end = 运行的结局有 finished、failed、deadlock、stuck 和 livelock。
problem-not-assigned = 程序没有把字面量赋值给 `{ $name }`
advice-not-assigned = 参数是程序最外层的一个变量，由 `NAME = 3` 这样的语句赋值。
problem-other-kind = `{ $name }` 在这里是 { $given }，在程序里却是 { $assigned }
problem-outside-bounds = { $value } 超出了 `{ $name }` 的范围

problem-no-such-parameter = 没有参数 `{ $name }`
advice-no-such-parameter = 可用的参数：{ $known }。
problem-no-parameters = 没有参数 `{ $name }`
advice-no-parameters = 参数是程序最外层的一个变量，由 `NAME = 3` 这样的语句赋值；这个程序一个也没有。
problem-not-an-int = `{ $name }` 必须是整数，`{ $value }` 不是
problem-not-a-float = `{ $name }` 必须是数，`{ $value }` 不是
problem-not-a-bool = `{ $name }` 必须是 True 或 False，`{ $value }` 不是
problem-not-between = `{ $name }` 必须在 { $min } 到 { $max } 之间，{ $value } 不在其中
problem-too-small = `{ $name }` 至少为 { $min }，{ $value } 太小
problem-too-big = `{ $name }` 至多为 { $max }，{ $value } 太大

problem-no-such-scenario = 没有名叫 `{ $name }` 的场景
advice-no-such-scenario = 用 `raddle list` 查看全部场景；文件路径要以 `.py` 结尾。
problem-no-such-file = 没有文件 { $path }
problem-directory = { $path } 是文件夹，不是程序
advice-directory = 请指定其中的一个 `.py` 文件，或者用 `--scenarios` 打开整个文件夹。
problem-special = { $path } 是设备或管道，不是文件
advice-special = 请先把内容存成文件，再指定那个文件。
problem-not-a-directory = { $path } 不是文件夹
problem-unreadable = 无法读取 { $path }：{ $reason }
problem-twice = `{ $path }` 与 `{ $other }` 同名，而场景以文件名为名
advice-twice = 请给其中一个文件换一个名字。
problem-too-long = { $path } 超过 16 MB，不会是程序
problem-not-utf8 = { $path } 不是 UTF-8 编码，见第 { $line } 行
advice-not-utf8 = 请在编辑器里把文件另存为 UTF-8。
problem-standard-input = 不能从标准输入读取程序
advice-standard-input = 请存成 `.py` 文件，再指定这个文件。
problem-metadata = 无法读取 { $path } 的元数据

# Kinds of values that stand where others should.
found-string = 字符串
found-integer = 整数
found-float = 浮点数
found-boolean = 布尔值
found-datetime = 日期
found-array = 列表
found-table = 表
problem-unknown-word = `{ $name }` 不能是 `{ $value }`
problem-lacks = `{ $of }` 缺少 `{ $name }`
problem-no-choice = `{ $name }` 只能是 { $known } 之一，不能是 `{ $value }`
type-moment = "start"、"end"，或形如 event = "acquired", of = "pen" 的表
type-lists = 由字符串列表组成的表
