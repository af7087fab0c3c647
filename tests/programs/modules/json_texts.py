"""json: values as texts, texts as values, and what is neither."""
import json
from json import JSONDecodeError, JSONDecoder, JSONEncoder, dumps, loads


def told(call, *args, **keywords):
    try:
        print(repr(call(*args, **keywords)))
    except Exception as failure:
        print(type(failure).__name__, failure)


for value in (None, True, 0, -17, 10**25, 1.5, 1e300, -0.0, float("inf"), "a\"b\\c/\n\x01\x7fé𝄞", [], {}, (1, [2, {"a": ()}]), {1: 2, None: 3, True: 4, 1.5: 5}):
    told(dumps, value)
    if isinstance(value, (str, list, int)):
        told(dumps, value, ensure_ascii=False)
data = {"b": [1, 2, {"z": None, "a": []}], "a": {}, "c": "x"}
print(dumps(data, indent=2, sort_keys=True))
print(dumps(data, indent="\t"), dumps(data, indent=0), dumps([], indent=3), dumps([[]], indent=1))
print(dumps(data, separators=(",", ":")), dumps(data, indent=1, separators=(" , ", "=")))
told(dumps, {(1, 2): 3})
told(dumps, {(1, 2): 3, "a": 4}, skipkeys=True)
told(dumps, {1, 2})
told(dumps, {"s": {3, 1}, "t": object}, default=lambda o: sorted(o) if isinstance(o, set) else o.__name__)
told(dumps, float("nan"), allow_nan=False)
told(dumps, [float("nan")], allow_nan=False, indent=1)
told(dumps, {1: 2, "a": 3}, sort_keys=True)
loop = [1]
loop.append(loop)
told(dumps, loop)
told(dumps, object(), default=lambda o: o)


class Complex(JSONEncoder):
    def default(self, o):
        if isinstance(o, range):
            return [*o]
        return JSONEncoder.default(self, o)


told(dumps, {"r": range(3)}, cls=Complex)
told(dumps, [b"1"], cls=Complex)
print([*JSONEncoder(indent=1).iterencode({"a": [1, "b", []], "c": {}})], [*JSONEncoder().iterencode([1, [2]])])

for text in (' {"a" : [1, -2.5e3, true,false , null], "b":{} }\n', '"\\u00e9\\ud834\\udd1e\\n\\/"', "0", "-0", "-0.0", "1E2", "[NaN, -Infinity, Infinity]", b'\xef\xbb\xbf[1]', '{"a":1,"a":2}'):
    told(loads, text)
for text in ("", " ", "[", "[1", "[1,", "[1,]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{a:1}", "[1 2]", '{"a" 1}', '"abc', '"a\nb"', '"\\x"', '"\\u12g4"', '"\\u12', '"\\', "01", "-", "1.", ".5", "+1", "tru", "[1]x", "\n\n  x", "{'a': 1}", "\ufeff[]", "nan", "[1.e3]", "1e", "\0"):
    told(loads, text)
told(loads, 5)
told(loads, '"a\tb"', strict=False)
told(loads, '{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items()))
told(loads, '{"a": {"b": 1, "b": 2}}', object_pairs_hook=lambda pairs: pairs)
told(loads, "[1, 1.5, NaN]", parse_int=lambda s: "i" + s, parse_float=lambda s: "f" + s, parse_constant=lambda s: "c" + s)
told(JSONDecoder().raw_decode, "[1] tail")
told(JSONDecoder().raw_decode, "x [1] tail", 2)
told(JSONDecoder().raw_decode, "[", 3)
try:
    loads('{"a":\n [1,\n  oops]}')
except JSONDecodeError as error:
    print(error.msg, error.pos, error.lineno, error.colno, error.doc == '{"a":\n [1,\n  oops]}', isinstance(error, ValueError), type(error).__module__)


class File:
    def __init__(self, text=""):
        self.parts = [text] if text else []

    def write(self, text):
        self.parts.append(text)

    def read(self):
        return "".join(self.parts)


file = File()
json.dump({"k": [1, {"x": None}], "é": 1.0}, file, indent=1)
print(file.parts)
print(json.load(file), json.load(File("[1, 2]"), parse_int=float))
try:
    json.dump([1, {2}], file := File())
except TypeError as error:
    print(error, file.parts)
