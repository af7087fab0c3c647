"""Checks a trace of Chrome's Trace Event Format, knowing nothing of raddle. Prints what it found, or what is wrong."""
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    trace = json.load(file)
events = trace["traceEvents"]
wrong = []


def nanos(microseconds):
    return round(microseconds * 1000)


named = {(e["pid"], e["tid"]) for e in events if e["ph"] == "M" and e["name"] == "thread_name"}
processes = {e["pid"] for e in events if e["ph"] == "M" and e["name"] == "process_name"}
known = set("MBEXibesfC")
before = 0.0
for e in events:
    if e["ph"] not in known:
        wrong.append(f"phase {e['ph']}")
    if not isinstance(e["name"], str) or not e["name"]:
        wrong.append(f"no name: {e}")
    if e["ph"] == "M":
        continue
    if e["ts"] < before:
        wrong.append(f"back in time: {e}")
    before = e["ts"]
    if (e["pid"], e["tid"]) not in named:
        wrong.append(f"a track without a name: {e}")
    if e["pid"] not in processes:
        wrong.append(f"a process without a name: {e}")
    if e["ph"] == "i" and e["s"] not in ("t", "p", "g"):
        wrong.append(f"scope: {e}")
    if e["ph"] == "C" and not all(isinstance(v, (int, float)) for v in e["args"].values()):
        wrong.append(f"counter: {e}")

# Slices of a track nest.
slices = {}
for e in events:
    if e["ph"] == "X":
        slices.setdefault((e["pid"], e["tid"]), []).append((nanos(e["ts"]), nanos(e["ts"]) + nanos(e["dur"])))
stacks = {}
for e in events:
    track = (e["pid"], e["tid"])
    if e["ph"] == "B":
        stacks.setdefault(track, []).append(e)
    elif e["ph"] == "E":
        begun = stacks.get(track, []).pop() if stacks.get(track) else None
        if begun is None or begun["name"] != e["name"] or begun["ts"] > e["ts"]:
            wrong.append(f"ends what did not begin last: {e}")
        else:
            slices.setdefault(track, []).append((nanos(begun["ts"]), nanos(e["ts"])))
wrong += [f"never ends: {stack[0]}" for stack in stacks.values() if stack]
for track, rows in slices.items():
    rows.sort(key=lambda row: (row[0], -row[1]))
    stack = []
    for start, end in rows:
        while stack and stack[-1] <= start:
            stack.pop()
        if end < start or (stack and end > stack[-1]):
            wrong.append(f"slices of {track} overlap at {start}")
        stack.append(end)

# What begins with an id ends with it.
opened = {}
spans = 0
for e in events:
    key = (e.get("cat"), e.get("id"), e["name"])
    if e["ph"] == "b":
        opened[key] = opened.get(key, 0) + 1
        spans += 1
    elif e["ph"] == "e":
        opened[key] = opened.get(key, 0) - 1
        if opened[key] < 0:
            wrong.append(f"ends before it begins: {e}")
wrong += [f"never ends: {key}" for key, count in opened.items() if count]

# Read in order, a flow's ends are in what has begun and not ended.
open_now = {}
for e in events:
    track = (e["pid"], e["tid"])
    if e["ph"] == "B":
        open_now[track] = open_now.get(track, 0) + 1
    elif e["ph"] == "E":
        open_now[track] -= 1
    elif e["ph"] in "sf" and not open_now.get(track):
        wrong.append(f"a flow in nothing: {e}")

# A flow begins in a slice, ends in a slice, once each, in this order.
flows = {}
for e in events:
    if e["ph"] in "sf":
        flows.setdefault(e["id"], []).append(e)
for number, pair in flows.items():
    if [e["ph"] for e in pair] != ["s", "f"]:
        wrong.append(f"flow {number}: {[e['ph'] for e in pair]}")
        continue
    for e in pair:
        at = nanos(e["ts"])
        track = slices.get((e["pid"], e["tid"]), [])
        if not any(start <= at < end or start == at == end for start, end in track):
            wrong.append(f"flow {number} is in no slice: {e}")

print(json.dumps({
    "wrong": wrong[:20],
    "slices": sum(map(len, slices.values())),
    "spans": spans,
    "flows": len(flows),
    "instants": sum(e["ph"] == "i" for e in events),
    "counters": sum(e["ph"] == "C" for e in events),
}))
