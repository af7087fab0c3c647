# What is wrong with a program or its metadata, and what to do about it.

level-error = error
level-help = help
did-you-mean = Did you mean { $name }?
did-you-mean-one-of = Did you mean { $names } or { $last }?
list-separator = ,{" "}

problem-syntax = invalid syntax: { $message }
advice-syntax = Python cannot read this either: run it with `python3` to see what it says.

problem-match = raddle does not run `match`
advice-match = Write it with `if`, `elif` and `else`.
problem-async = raddle does not run coroutines (`async`, `await`)
advice-async = Use a thread: `threading.Thread(target=…)` instead of a task, an ordinary `def`, and `join()` instead of `await`.
problem-type-alias = raddle does not run `type` statements
advice-type-alias = Write an assignment, `Name = …`, or leave the alias out: types change nothing when a program runs.
problem-type-parameters = raddle does not run type parameters
advice-type-parameters = Leave the square brackets out: types change nothing when a program runs.
problem-except-star = raddle does not run `except*`
advice-except-star = Write `except`, and raise one exception instead of a group.
problem-template-string = raddle does not run template strings
advice-template-string = Write an f-string: `f"…"` instead of `t"…"`.
problem-complex = raddle has no complex numbers
advice-complex = Keep the real and the imaginary part in two floats.
problem-metaclass = raddle does not run metaclasses
advice-metaclass = Use a class decorator, or a function that makes the class.
problem-class-keywords = raddle does not run keyword arguments of a class
advice-class-keywords = Set the value as an attribute in the body of the class.
problem-finalizer = raddle never calls `__del__`
advice-finalizer = Tidy up in a method of its own, or in `__exit__` for use with `with`.
problem-relative-import = raddle does not run relative imports
advice-relative-import = A program is one file here: put what it imports into it.
problem-star-import = `from … import *` can stand only at the top of a program
advice-star-import = Move it to the top of the file, or name what you import.
problem-shell = this is a command of IPython, not Python
advice-shell = Leave the line out.
problem-surrogate = raddle has no texts with half a pair of UTF-16 in them (`\uD800` to `\uDFFF`)
advice-surrogate = Write the character itself, as `\U0001F600`, or use bytes.

problem-builtin = raddle does not model the builtin `{ $name }`
advice-builtin = Do without it, or define a function of that name in the program.
problem-builtin-input = nobody can answer `input` here
advice-builtin-input = Assign the answer to a name instead; such a name can be changed with `--set`.
problem-builtin-open = `open`: a program has no files here
advice-builtin-open = Keep the text in a list or a string.
problem-builtin-eval = raddle does not model `eval`
advice-builtin-eval = Write the expression itself, or look a function up in a dict.
problem-builtin-exec = raddle does not model `exec`
advice-builtin-exec = Write the statements themselves, or call a function.
problem-module = raddle does not model the module `{ $name }`
advice-module = These are modelled: { $modules }.
problem-member = raddle's `{ $module }` has no `{ $name }`
advice-member = Look whether the name is spelt right. If Python has it, raddle does not model it: do without it.

problem-misplaced-return = `return` outside a function
advice-misplaced-return = Put it into a function, or leave it out.
problem-misplaced-yield = `yield` outside a function
advice-misplaced-yield = Put it into a function, which becomes a generator by it.
problem-misplaced-break = `break` outside a loop
advice-misplaced-break = It can stand only inside `for` or `while`. To leave a function, write `return`.
problem-misplaced-continue = `continue` outside a loop
advice-misplaced-continue = It can stand only inside `for` or `while`.
problem-no-outer-binding = no function around has a variable `{ $name }`
advice-no-outer-binding = Write `global { $name }` for a variable of the module, or assign it in the function around.
problem-conflicting-scopes = `{ $name }` is a parameter, `global` or `nonlocal` at once
advice-conflicting-scopes = It can be one of them only: give one of the two another name.
problem-used-before-scope = `{ $name }` is used before its `global` or `nonlocal` statement
advice-used-before-scope = Move the statement to the top of the function.
problem-duplicate-parameter = two parameters are called `{ $name }`
advice-duplicate-parameter = Give one of them another name.
problem-too-deep = this is nested too deep
advice-too-deep = Break it up: give a part of the expression a name, or put some of the blocks into a function.
problem-too-large = this is too large to be compiled
advice-too-large = Break it up into several functions.

problem-unclosed = the metadata block has no end
advice-unclosed = End it with a line `# ///`; until then, every line has to begin with `# `.
problem-toml = the metadata is not TOML: { $message }
problem-unknown-key = `{ $name }` means nothing here
problem-wrong-type = `{ $name }` is { $found }, but has to be { $expected }
type-text = a string
type-text-list = a list of strings
type-words = a table of strings for `en` and `zh`, or one string
type-table = a table
type-integer = an integer
type-literal = an integer, a float, a boolean or a string
type-table-list = a list of tables
type-count = a whole number from 0 on
type-seconds = a number of seconds from 0 to 600
type-until = "end", "blocking" or the number of a step
type-cores = a number of cores, from 1 to 64
type-switch = true or false
type-interval = a number of milliseconds, such as 5 or "0.5ms"
type-quantum = a number of steps, such as 3, or of milliseconds, such as "5ms"
type-policy = one of "fair", "random", "rr", "fcfs", "sjf", "mlfq" and "priority"
type-switching = one of "anywhere", "calls" and "count"
type-printing = "whole" or "torn"
problem-two-deeds = a cue of a tour does one thing, and this one does more
advice-two-deeds = Make a cue of each: one of `step`, `back`, `run`, `go_to`, `play` and `speed`.
problem-unknown-pane = no pane is called `{ $name }`
advice-unknown-pane = A scenario can ask for { $known }.
problem-unknown-end = no run ends with `{ $name }`
advice-unknown-end = A run can end with finished, failed, deadlock, stuck or livelock.
problem-not-assigned = the program assigns no literal to `{ $name }`
advice-not-assigned = A parameter is a name with an assignment like `NAME = 3` at the top level of the program.
problem-other-kind = `{ $name }` is { $given } here, but { $assigned } in the program
problem-outside-bounds = { $value } lies outside the bounds of `{ $name }`

problem-no-such-parameter = there is no parameter `{ $name }`
advice-no-such-parameter = There are: { $known }.
problem-no-parameters = there is no parameter `{ $name }`
advice-no-parameters = A parameter is a name with an assignment like `NAME = 3` at the top level of the program; this one has none.
problem-not-an-int = `{ $name }` has to be a whole number, not `{ $value }`
problem-not-a-float = `{ $name }` has to be a number, not `{ $value }`
problem-not-a-bool = `{ $name }` has to be True or False, not `{ $value }`
problem-not-between = `{ $name }` has to lie between { $min } and { $max }: { $value } does not
problem-too-small = `{ $name }` has to be at least { $min }: { $value } is not
problem-too-big = `{ $name }` has to be at most { $max }: { $value } is not

problem-no-such-scenario = there is no scenario `{ $name }`
advice-no-such-scenario = `raddle list` shows all of them; the path of a file ends with `.py`.
problem-no-such-file = there is no file { $path }
problem-directory = { $path } is a folder, not a program
advice-directory = Name a `.py` file in it, or show all of them with `--scenarios`.
problem-special = { $path } is a device or a pipe, not a file
advice-special = Save what it says in a file and name that.
problem-not-a-directory = { $path } is not a folder
problem-unreadable = { $path } cannot be read: { $reason }
problem-twice = `{ $path }` has the name of `{ $other }`, and a scenario goes by the name of its file
advice-twice = Give one of the two files another name.
problem-too-long = { $path } is longer than 16 MB: that is no program
problem-not-utf8 = { $path } is not UTF-8: see line { $line }
advice-not-utf8 = Save the file as UTF-8 in your editor.
problem-standard-input = a program cannot come from standard input
advice-standard-input = Save it as a `.py` file and name that.
problem-metadata = the metadata of { $path } cannot be read

# Kinds of values that stand where others should.
found-string = a string
found-integer = an integer
found-float = a float
found-boolean = a boolean
found-datetime = a date
found-array = a list
found-table = a table
problem-unknown-word = `{ $name }` cannot be `{ $value }`
problem-lacks = `{ $of }` needs `{ $name }`
problem-no-choice = `{ $name }` has to be one of { $known }, not `{ $value }`
type-moment = "start", "end" or a table such as event = "acquired", of = "pen"
type-lists = a table of lists of strings
