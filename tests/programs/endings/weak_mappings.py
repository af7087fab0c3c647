# Dictionaries that do not keep their keys, or their values; finalize.
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<{self.name}>"


cache = weakref.WeakValueDictionary()
a, b = Thing("a"), Thing("b")
cache["a"] = a
cache["b"] = b
print(sorted(cache), len(cache), "a" in cache, cache["a"] is a)
del a
print(sorted(cache.items()), cache.get("a"), "a" in cache)
try:
    cache["a"]
except KeyError as error:
    print("KeyError", error)
print(cache.setdefault("c", b) is b, sorted(cache.keys()), list(cache.values()))
print(cache.pop("c") is b, cache.pop("c", "none"))
b = None
print(len(cache), dict(cache))

notes = weakref.WeakKeyDictionary()
key = Thing("key")
other = Thing("other")
notes[key] = "about key"
notes[other] = "about other"
print(notes[key], len(notes), key in notes)
print(sorted(notes.values()))
del key
print(list(notes.items()), len(notes))
del notes[other]
print(len(notes))


def goodbye(name, mark="."):
    print("finalizing", name + mark)
    return "result"


thing = Thing("finalized")
finalizer = weakref.finalize(thing, goodbye, "it", mark="!")
print(finalizer.alive, finalizer.peek()[2:])
del thing
print(finalizer.alive, finalizer.peek())
thing = Thing("by hand")
finalizer = weakref.finalize(thing, goodbye, "by hand")
print(finalizer())
print(finalizer(), finalizer.alive)
thing = Thing("detached")
finalizer = weakref.finalize(thing, goodbye, "never")
print(finalizer.detach()[0] is thing, finalizer.detach())
del thing
kept = Thing("kept")
weakref.finalize(kept, goodbye, "at the end, second")
weakref.finalize(kept, goodbye, "at the end, first")
quiet = weakref.finalize(kept, goodbye, "not at the end")
quiet.atexit = False
print("end")
