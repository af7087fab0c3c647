# The stage.

pane-source = Program
pane-threads = Threads
pane-resources = Shared
pane-graph = Who waits for whom
pane-timeline = Timeline
pane-log = What happened
pane-output = Output

state-new = new
state-ready = ready
state-running = running
state-blocked = waiting
state-sleeping = sleeping
state-finished = finished
state-failed = failed
state-abandoned = cut off

about-begin = begin
about-acquire = take { $target }
about-release = release { $target }
about-wait = wait for { $target }
about-notify = notify { $target }
about-notify-all = notify all of { $target }
about-set = set { $target }
about-clear = clear { $target }
about-put = put into { $target }
about-get = get from { $target }
about-task-done = say done to { $target }
about-join-queue = wait until all of { $target } is done
about-inspect = look at { $target }
about-reset = reset { $target }
about-abort = break { $target }
about-cancel = cancel { $target }
about-start = start { $target }
about-join = wait for { $target } to finish
about-exit = finish
about-sleep = sleep { $target }
about-print = print
about-read = read { $target }
about-write = write { $target }
about-draw = draw a random number
about-compute = go on computing

next = next:
holds = holds
daemon = daemon
waits-held = waits for { $resource }, held by { $other }
waits-for = waits for { $target }
waits-signal = waits for a signal of { $target }
waits-item = waits for an item in { $target }
waits-room = waits for room in { $target }
waits-done = waits until { $target } is done
waits-end = waits for { $target } to finish
waits-shutdown = waits for the other threads to finish
waited-of = { $waited }, at most { $left } more
sleeps-for = sleeps { $duration } more
for-at-most = (at most { $duration })

lock-free = free
event-set = set
event-clear = not set
waiting-room = waiting room
room-empty = empty
notified = notified:
signals-left = { $left ->
    [0] no signal
    [one] 1 signal
   *[other] { $left } signals
}
permits-left = { $left } of { $total } free
parties-arrived = { $count } of { $total } here
barrier-open = open
barrier-broken = broken
items = { $count ->
    [one] 1 item
   *[other] { $count } items
}
items-of = { $count } of { $capacity }
timer-running = fires in
timer-fired = fired
timer-cancelled = cancelled

nothing-shared = Nothing is shared yet.
more = … { $count } more
line-number = line { $line }
edge-waits-for = waits for
edge-held-by = held by

lane-runs = runs
lane-ready = ready
lane-waits = waits
lane-sleeps = sleeps
lane-holds = with a lock

narration-none = → steps, Space plays, 1…9 runs a thread of your choice
deadlock = DEADLOCK
circle = CIRCLE OF WAITS
banner-finished = FINISHED
banner-failed = FAILED
banner-stuck = STUCK
banner-limit = A LIMIT WAS REACHED
banner-unexpected = This end is none that the scenario expects.
banner-hint = ← steps back, R tries another order
fixed-by = f opens { $id }, which does it right

playing = playing
paused = paused
step-of = step { $step }/{ $tip }
unit-operation = by operation
unit-line = by line
unit-instruction = by instruction
seed = { $policy }, seed { $seed }
cores-locked = { $count ->
    [one] 1 core
   *[other] { $count } cores
}, GIL
cores-free = { $count ->
    [one] 1 core
   *[other] { $count } cores
}, no GIL
speed = speed { $speed }

policy-fair = fair: the ready thread that has run least goes next
policy-random = random: any thread that can go on goes next, a sleeper too
policy-rr = rr: each ready thread in turn, for a quantum
policy-fcfs = fcfs: first come, first served, until it waits
policy-sjf = sjf: the shortest stretch of work first, until it waits
policy-mlfq = mlfq: feedback queues: who uses up its turn goes down
policy-priority = priority: the most urgent ready thread
seed-is = Begun again with seed { $seed }: threads that are level go in another order
theme-is = Theme: { $theme }
live = live, { $count ->
    [one] 1 OS thread
   *[other] { $count } OS threads
}
live-entered = Live: the operating system decides who goes next. Space lets the threads go.
live-left = No longer live: from here on you and the policy decide
live-holds = That is for simulated runs: o leaves the live one
live-refused = The operating system gives no more threads: { $reason }
kernel-id = thread { $id }
tour-stopped = The tour has ended: you have the controls
export-as = Export as
no-exports = Nothing can be exported here
exported = Exported: { $path }
not-exported = It cannot be exported: { $reason }
export-under-way = Another export is not done yet: ask again when it is
format-cast = a recording for asciinema
format-dot = the graph of waits here, for Graphviz
format-gif = a film
format-html = a page for a browser
format-json = a trace for Perfetto
format-mmd = a sequence diagram for Mermaid
format-png = a picture of this step
format-svg = a film for a web page
format-txt = the run in sentences
reloaded = The file was saved: the program runs anew
full = So much has been recorded that playing stops here
no-such-thread = There is no thread { $mark }
cannot-run = { $thread } cannot run now: { $state }
nothing-before = There is nothing before that
nothing-after = There is nothing after that
end-is-far = The end is far: End goes on from here
no-shell = No shell started raddle that could take over meanwhile
no-fixed = No scenario is marked as the right way to do this
other-way = Behind step { $step } it goes another way now: { $thread } goes on
no-other-way = The run has gone one way only: choose another thread at an earlier step
go-to = Go to step
cannot-be-run = { $name } cannot be run
waits-any = waits for any of { $count } things
is-outside = is in { $what }
sleeps-on = sleeps
real-run = real run
