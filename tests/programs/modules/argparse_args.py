"""argparse: positional arguments, options, subcommands, and what is refused."""
import argparse
import sys


class Printed:
    def write(self, text):
        print(text, end="")

    def flush(self):
        pass


sys.stderr = Printed()


def run(parser, *lines):
    for line in lines:
        try:
            print(line, "->", parser.parse_args(line.split()))
        except SystemExit as end:
            print("exit", end.code)


def told(call, *args, **keywords):
    try:
        print(call(*args, **keywords))
    except Exception as failure:
        print(type(failure).__name__, failure)


parser = argparse.ArgumentParser(prog="prog")
parser.add_argument("file")
parser.add_argument("rest", nargs="*", default=["none"])
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("-n", "--number", type=int, default=3)
parser.add_argument("--choice", choices=["a", "b"])
parser.add_argument("--flag", action="store_true")
parser.add_argument("--list", action="append")
parser.add_argument("--numbers", action="extend", nargs="+", type=float)
parser.add_argument("--maybe", nargs="?", const="const", default="default")
parser.add_argument("--two", nargs=2)
parser.add_argument("--bool", action=argparse.BooleanOptionalAction)
parser.add_argument("--version", action="version", version="%(prog)s 1.0")
run(
    parser, "", "f", "f a b", "-vvn5 f", "--number=7 f", "--num 4 f", "-n x f", "f --choice c", "--flag --list 1 --list 2 f", "--numbers 1 2 -- f",
    "--numbers f", "f --maybe", "--maybe x f", "--two 1 2 f", "f --two 1", "--unknown f", "f --n", "--flag=3 f", "f -- -a --b", "-1 f", "f -v a", "f --no-bool", "--version", "f --li= -vz",
)
print(parser.parse_known_args(["f", "--other", "x"]), parser.get_default("number"))
for nargs in ("?", "*", "+", 2, argparse.REMAINDER):
    parser = argparse.ArgumentParser(prog="prog")
    parser.add_argument("a")
    parser.add_argument("b", nargs=nargs)
    parser.add_argument("-c", nargs="?")
    run(parser, "1", "1 2 3", "1 -c 2", "-c 1 2 3", "1 -- 2 -c")

parser = argparse.ArgumentParser(prog="prog")
group = parser.add_mutually_exclusive_group(required=True)
group.add_argument("--on", action="store_true")
group.add_argument("--off", action="store_true")
run(parser, "", "--on", "--on --off")

parser = argparse.ArgumentParser(prog="prog")
commands = parser.add_subparsers(dest="command", required=True)
start = commands.add_parser("start", aliases=["s"])
start.add_argument("what", type=int)
start.set_defaults(call="started")
commands.add_parser("stop").add_argument("--now", action="store_true")
run(parser, "", "start 1", "s 2", "start x", "stop --now", "stop 1", "other")


def even(text):
    if int(text) % 2:
        raise argparse.ArgumentTypeError(f"{text} is odd")
    return int(text)


class Shouting(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values.upper() + str(option_string))


parser = argparse.ArgumentParser(prog="prog", prefix_chars="-+", allow_abbrev=False, argument_default="d")
parser.add_argument("+x", "++extra", type=even)
parser.add_argument("--loud", action=Shouting)
parser.add_argument("word", action=Shouting)
run(parser, "w +x 2", "w ++extra=3", "w +x z", "w --lo 1", "w --loud quiet")
parser = argparse.ArgumentParser(exit_on_error=False)
parser.add_argument("--i", type=int)
told(parser.parse_args, ["--i", "x"])
parser = argparse.ArgumentParser(prog="prog")
parser.add_argument("--foo")
parser.add_argument("command")
parser.add_argument("rest", nargs="*", type=int)
print(parser.parse_intermixed_args("do 1 --foo bar 2 3".split()))
told(parser.add_argument, "--foo")
told(parser.add_argument, "--x", nargs=0)
told(parser.add_argument, "x", required=True)
told(parser.add_argument, "--x", action="none")
told(parser.add_argument, "--x", "y")
told(parser.add_argument, "--x", type=5)
told(parser.add_argument, "--y", nargs=2, metavar=("a",))
space = argparse.Namespace(a=1, **{"b c": 2})
print(space, "a" in space, space == argparse.Namespace(a=1), vars(space), parser.add_argument("-z", action="store_true"))
