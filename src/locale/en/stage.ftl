# The stage.

pane-source = Program
pane-threads = Threads
pane-resources = Shared
pane-graph = Circle
pane-timeline = Timeline
pane-log = What happened
pane-output = Output

state-new = new
state-ready = ready
state-running = running
state-blocked = blocked
state-sleeping = sleeping
state-finished = done
state-failed = died
state-abandoned = killed at exit (daemon)

about-begin = begin
about-acquire = take { $target }
about-release = release { $target }
about-result = ask for { $target }
about-wait = wait() on { $target }
about-notify = notify { $target }
about-notify-all = notify all of { $target }
about-set = set { $target }
about-clear = clear { $target }
about-put = put into { $target }
about-get = get from { $target }
about-task-done = mark a task done in { $target }
about-join-queue = join { $target }
about-inspect = look at { $target }
about-reset = reset { $target }
about-abort = break { $target }
about-cancel = cancel { $target }
about-start = start { $target }
about-join = join { $target }
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
waits-held = wants { $resource }, { $other } holds it
waits-for = wants { $target }
waits-result = wants the result of { $target }
waits-signal = wants a signal of { $target }
waits-item = wants to get, { $target } is empty
waits-room = wants to put, { $target } is full
waits-done = wants every task of { $target } done
waits-end = joins { $target }
waits-shutdown = at its end, joins the others
sleeps-for = sleeps { $duration } more
for-at-most = ; gives up after { $duration }

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
edge-waits-for = wants
edge-held-by = held by

narration-none = → steps, Space plays, 1…9 runs a thread of your choice.
deadlock = DEADLOCK
circle = CIRCLE OF WAITS

playing = playing
paused = paused
step = step { $step }
step-of = step { $step } of { $tip }
at-the-end = end
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
switching-calls = switches at calls
printing-torn = lines can tear
spurious-on = spurious wake-ups
switching-count = switches every 100 instructions
speed = speed { $speed }

policy-fair = fair: the ready thread that has run least goes next
policy-random = random: any thread that can go on goes next, a sleeper too
policy-rr = rr: each ready thread in turn, for a quantum
policy-fcfs = fcfs: first come, first served, until it blocks
policy-sjf = sjf: the shortest stretch of work first, until it blocks
policy-mlfq = mlfq: feedback queues: who uses up its turn goes down
policy-priority = priority: the most urgent ready thread
seed-is = Begun again with seed { $seed }: ties are broken differently
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
end-is-far = Still running after { $steps } steps; End continues
no-shell = No shell started raddle that could take over meanwhile
no-fixed = This scenario has no fixed version
other-way = From step { $step } on, another branch: { $thread } goes on
no-other-way = There is one branch only: choose another thread at an earlier step
go-to = Go to step
input-asked = The program reads a line
input-keys = Enter gives it the line, Ctrl-D: there is no more
input-too-long = More cannot be typed into one run
cannot-be-run = { $name } cannot be run
waits-any = wants any of { $count } things
is-outside = is in { $what }
sleeps-on = sleeps
real-run = real run

# A thread's row: its state, and what it wants.
lane-new = new, not started
lane-done = done
lane-killed = killed at exit
lane-died = died
lane-died-of = died: { $exception }
lane-asleep = asleep
lane-sleeps = sleeps { $duration } more
lane-sleeps-brief = sleeps { $duration }
lane-outside = runs { $what }
lane-will = will{" "}
lane-runs = runs, will{" "}
lane-ready = ready, will{" "}
lane-ready-brief = ready
lane-running = runs
lane-blocked = blocked
lane-wants-held = blocked: wants { $target }, { $other } holds it
lane-wants-held-brief = blocked: { $target } { $other }
lane-wants = blocked: wants { $target }
lane-wants-brief = blocked: { $target }
lane-wants-result = blocked: wants the result of { $target }
lane-wants-signal = blocked: wants a signal of { $target }
lane-wants-parties = blocked: wants the others at { $target }
lane-wants-item = blocked: wants to get, { $target } is empty
lane-wants-item-brief = blocked: { $target } empty
lane-wants-room = blocked: wants to put, { $target } is full
lane-wants-room-brief = blocked: { $target } full
lane-wants-done = blocked: wants every task of { $target } done
lane-wants-done-brief = blocked: { $target } not done
lane-joins = blocked: joins { $other }
lane-joins-brief = blocked: joins { $other }
lane-wants-all-done = blocked: at its end, joins the others
lane-wants-all-done-brief = blocked: joins all
lane-wants-any = blocked: wants any of { $count } things
lanes-more = { $count } more

# The sentence: how it ended, why nobody goes on, and the key that matters now.
full-stop = .
touring = tour plays
outcome-right = ✓ FINISHED AS IT SHOULD
outcome-over = ✓ FINISHED
outcome-wrong = ✗ WRONG RESULT
outcome-deadlock = ✗ DEADLOCK
outcome-stuck = ✗ STUCK
outcome-died = ✗ FAILED
outcome-limit = ◆ LIMIT REACHED
outcome-open = ◆ NOT AT ITS END
outcome-circle = ◆ CIRCLE
end-all-done = 
    { $count ->
        [one] The thread is done
        [2] Both threads are done
       *[other] All { $count } threads are done
    }
end-all-the-same = The program went on to its end without it
end-should-print = It should have printed “{ $text }”.
end-should-print-lines = It should have printed, one after the other: { $text }.
end-unexpected = The scenario says that it should end otherwise
end-exit-code = The program ended itself and asked for another exit code than 0
end-limit = The run was ended before the program was
end-limit-then = How it would go on, nobody knows
blocked-for-ever = 
    { $count ->
        [one] One thread is blocked for ever
       *[other] { $count } threads are blocked for ever
    }
nobody-gets-on = The same again and again, { $count } times: nobody gets on
only-computes = Nothing but computing, { $count } steps by now
so-many-blocked = { $count } of { $all } threads are blocked
circle-open = Somebody outside could still release a lock and undo it
count-word = 
    { $count ->
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
       *[other] { $count }
    }
climax-self = { $thread } wants { $resource }, which { $thread } holds
climax-self-why = Only { $thread } could give { $resource } back, and { $thread } is blocked
climax-two = Each holds what the other wants, and neither lets go
climax-two-join = { $thread } joins { $other }, which wants what { $thread } holds
climax-joins = Each of the { count-word } joins the next one, and none can end first
climax-locks = Each of the { count-word } holds one lock and wants the next one
climax-things = Each of the { count-word } holds one thing and wants the next one
climax-mixed = Each of the { count-word } is blocked by the next one, and none can go on
climax-why = Nobody gives one back, so nobody ever gets a second one
climax-mixed-why = Nobody can go on before the next one does
climax-edge = { $thread } wants { $resource }, { $other } holds it
climax-edge-join = { $thread } joins { $other }
now-begin = begin
now-fixed = fixed version
now-mark = next mark
now-again = from the start
now-back = back
now-other = another end
now-next = next
no-next = No scenario comes behind this one

# The memory.
pane-memory = Memory
memory-shared = Shared
memory-copies = Own copies
memory-wrote = wrote
memory-lost = lost
memory-start = start
memory-old = old since { $step }

# At the right end of a line of the program.
label-wants = wants { $target }
label-wants-item = wants from { $target }
label-wants-room = wants room in { $target }
label-wants-done = wants { $target } done
label-wants-any = wants any of { $count }
label-joins = joins { $other }
label-joins-all = joins all
label-ends = ends
label-writes = writes { $value }
label-here = { $count } here
label-threads = { $count } threads
nobody-comes = From here nobody comes to line { $line }

# The picture: the circle, what is shared, the opening.
pane-of = { $at } of { $count }
ring-wants = wants
ring-held-by = held by
ring-joins = joins
ring-undoable = can still be undone
ring-each = each holds one and wants the next
ring-of-one = Only { $thread } could give { $thing } back, and { $thread } is blocked.
ring-also = also:
ring-also-undoable = also, can still be undone:
picture-want-to-put = want to put
picture-want-to-get = want to get
picture-nobody = none
picture-last-in = last in
picture-next-out = next out
picture-taken = taken
picture-inside = inside
picture-want-in = want in
picture-more = { $count } more
picture-there-of = { $count } of { $capacity } there
picture-there = { $count } there
picture-given = given
picture-step = step { $step }
picture-start = start
picture-deeper = { $count } deep
picture-crowd = Crowd
picture-first-in-first-out = first in first out
picture-last-in-first-out = last in first out
picture-lowest-first = lowest first
opening-watch = Watch for
opening-signs = Signs
opening-look = Ways to look at it
opening-plays = it plays by itself, slowly enough to read
opening-steps = step by step, forwards and back
opening-runs = you say who goes next
opening-thread = a thread
opening-thing = a thing
opening-points = points at
opening-runs-sign = runs
opening-ready = ready
opening-blocked = blocked
opening-sleeps = sleeps
opening-done = done
opening-died = died
opening-there = there
opening-not-there = not there
opening-look-here = worth a look

# A lost update in the sentence.
outcome-lost = ✗ LOST
loss-first = { $thread } writes over the { $value } of { $other }, and that is gone
loss-second = { $thread } read { $variable } before { $other } wrote it
end-lost = { $count ->
    [one] One write is lost: somebody wrote over it unseen
   *[other] { $count } writes are lost: somebody wrote over them unseen
}

# The output.
output-nothing = nothing printed
output-nothing-yet = nothing printed yet

# Which lock guards which variable.
pane-guards = Guards
guards-lock = Lock
guards-held-by = held by
guards-guards = guards
guards-nothing = nothing
guards-no-lock = no lock
guards-touched = touched
guards-without = without it
guards-times = { $count ->
    [one] 1 time
   *[other] { $count } times
}
guards-last = Last touches
guards-broken = Touched without the lock
guards-none-broken = Nothing touched without the lock
guards-has = has { $locks }
guards-has-only = has { $locks } only
guards-has-none = has no lock
guards-sum = { $without } of { $touches } touches without { $locks }
guards-rule = A lock guards only what everybody touches under that lock.
guards-nothing-yet = nothing touched by several threads yet

# Threads and things in a circle.
pane-ring = Ring
ring-open = circle open: { $count } of { $all } links
ring-closed = circle closed: { $all } of { $all } links
ring-nothing = no locks yet

# Call stacks, and what is inside a queue, a line, a pool.
pane-call-stacks = Call stacks
pane-heap = Queues
stacks-line = line { $line }
stacks-parked = parked at yield, { $line }
stacks-made = not begun
stacks-next = next()
stacks-send = send { $value }
stacks-gave = gave { $value }
stacks-returned = returned { $value }
stacks-broken = ended early
stacks-stale = went on too fast to tell
stacks-aside = aside
stacks-done = done
stacks-laid-aside = laid aside, values kept
stacks-more = … { $count } more calls above
heap-empty = empty
heap-next = next out
heap-came = came { $came }, gone { $gone }
heap-more = … { $count } more
pane-bytecode = Instructions
bytecode-nobody = nobody is inside a line
bytecode-has = has
bytecode-switch = another can come in here: { $marks } of { $count }

# The five states, the cores, the token of the interpreter.
pane-states = States
pane-cores = Cores
pane-gil = Interpreter lock
phase-new = new
phase-ready = ready
phase-run = run
phase-blocked = blocked
phase-done = done
move-start = start
move-chosen = chosen
move-slice-over = slice over
move-preempted = preempted
move-token = token asked
move-by-turns = next one
move-there = it is there
move-wants = wants
move-wants-what = wants what is not there
move-ends = ends
states-last = last
why-started = it was started
why-chosen = it gets the core
why-slice-over = its slice is over
why-preempted = another one goes first
why-token = it was asked for the token
why-by-turns = it is another one's turn
why-sleeps = it sleeps
why-there = it is there
why-there-of = { $thing } is there
why-other-ended = { $other } has ended
why-awake = its sleep is over
why-time-out = its time is up
why-overtaken = somebody was quicker
why-ends = it has run to its end
why-dies = an exception ends it
why-cut-off = the program ends without it
cores-none = This run has no cores: one operation comes after the other. Start it with --cores 2.
cores-line = next in line
cores-ready = ready
cores-nobody = nobody
cores-core = core { $number }
cores-more = { $count } more cores
cores-slice = slice
cores-used-of = { $used } of { $most } ms
cores-steps = { $used } of { $most } steps
cores-over = , over
cores-share = used
cores-since = since { $time }
gil-none = There is no token here: threads run when a core is free. Start it with --cores 2 --gil on.
gil-token = token
gil-free = free
gil-given = handed over { $count ->
    [one] once
   *[other] { $count } times
}
gil-asks = asks
gil-nobody = nobody
gil-wait = wait
gil-of = { $used } of { $most }
gil-after = after { $most } ms the holder is asked to give it back
gil-more = { $count } more ask
gil-without = need no token:
gil-words = Python runs on one core at a time.
label-holds = holds { $target }

# A thread that only spins, and another end of the run.
now-pass = to what else happens
still-spinning = Step { $steps }, and still nothing else has happened
sign-spins = spins: the same again and again
other-end-sought = Looking for a run that ends otherwise …
other-end-found = Another end: random seed { $seed }, { $kind }. Esc: back to the run before
other-output-found = { $runs } random runs end alike; seed { $seed } prints something else (a)
other-end-none = No other end found: { $runs } random runs end as this one does

# Questions before the next step
questions-asked = Questions are asked, and answers marked
questions-shown = Questions are shown, nobody is marked
questions-off = No questions
quiz-number = Type a number: { $typed }_   Enter
quiz-text = Type your answer: { $typed }_   Enter
quiz-choose = Answer with { $keys }
quiz-discuss = What do you think?
quiz-skip = just go on
quiz-right-word = ✓ RIGHT
quiz-wrong-word = ✗ WRONG
quiz-right = It is { $truth }.
quiz-wrong = You said { $answer }; it is { $truth }.
quiz-shown = The answer: { $truth }.
quiz-never = In this run it never came to that.
quiz-no-such = { $key } is none of the answers: { $keys } answers, → goes on without
quiz-type-first = Type an answer first, or go on with →
quiz-choose-first = Choose an answer by its key, or go on with →
quiz-end-finished = finished: all get done
quiz-end-deadlock = deadlock: a closed circle
quiz-end-stuck = stuck, without a circle
quiz-end-failed = failed: an exception ends a thread
quiz-end-livelock = livelock: busy for ever, and nobody gets on
notes-title = Notes: { $title }
notes-none = This scenario has no notes.
notes-guards = Which lock guards what
notes-questions = What the stage asks
notes-challenge = Challenge:
quiz-answer = your answer
quiz-off = questions off
challenged = challenge
asks = asks

# What each thread has come to.
pane-stats = Statistics
stats-turns = turns
stats-blocked = blocked
stats-done = done
stats-bars = bars: turns
stats-overtaken = overtaken { $count ->
    [one] once
   *[other] { $count } times
}
stats-times = { $count }×
stats-by = overtaken
stats-by-whom = { $count ->
    [one] once
   *[other] { $count } times
} by { $threads }
stats-inside = inside
stats-most = at most { $count } at once
stats-words = done: lines printed and shared values written
stats-nothing = no threads yet

# A cell for every thread.
pane-crowd = Crowd
crowd-threads = { $count ->
    [one] 1 thread
   *[other] { $count } threads
}
crowd-copies = old copy in hand
crowd-of = { $count } of { $all }

# A program with a mistake beside the one without it.
pane-side-by-side = Side by side
twins-words = Left broken, right fixed; same policy and seed.
twins-one = one alone
twins-play = play both
twins-step = step both
twins-other = other side
side-no-twin = This scenario has no fixed version.
side-same = No line differs.
side-no-runs = no runs yet
side-runs = { $done ->
    [one] 1 random run
   *[other] { $done } random runs
}
side-under-way = { $done }/{ $runs } random runs
side-differ = { $count ->
    [one] 1 line differs
   *[other] { $count } lines differ
}

# The same program under several policies.
pane-policy-compare = Policies
compare-waiting = waiting ms
compare-waiting-short = wait ms
compare-turnaround = turnaround ms
compare-first = first ms
compare-waiting-best = least waiting
compare-first-best = first answer
compare-queues = mlfq queues
compare-each = each waits
compare-ms = { $time } ms in the mean
compare-within = : all within { $time } ms
compare-no-thread = none
compare-longest = { $policy ->
    [sjf] waits { $time } ms with sjf, and for ever if small ones keep coming
   *[other] waits { $time } ms with { $policy }, longer than all others
}
compare-computing = The program is being run under each policy …
compare-none = This is the recording of a real run: no policy of raddle's chose.

# A thread pool written by hand.
pane-pool = Pool
pool-nothing-yet = No worker and no queue yet.
pool-queue = { $count } of { $limit }
pool-queue-open = { $count } { $count ->
    [one] task
   *[other] tasks
}
pool-workers = workers
pool-extra = extra, wait { $time }
pool-idle = idle
pool-idle-until = idle until { $time }
pool-gone = gone home
pool-nobody-gone = nobody
pool-tasks = tasks
pool-done = done { $count }
pool-printed = printed
pool-none = none
pool-extra-yet = extra
pool-refused = ✗ refused { $count }
note-next = Next: { $text }
quiz-noted = Your answer: { $answer }
quiz-noted-then = Noted. The run will tell.
quiz-see = see
sign-at = thread 2 is here
sign-at-two = 2 and 3
sign-at-many = more
line-of-file = { $line } of { $file }
sign-departs = a way from a search or a schedule goes on otherwise than usual here
sign-note = has a note
zoom-is = Only this pane: { $pane }. z: all panes again
zoom-over = All panes again. z: the next pane alone
pane-state-map = State map
map-none = A real run has no map: nobody knows what else it could have done.
map-drawing = The map is being drawn …
map-states = { $count ->
    [one] 1 state
   *[other] { $count } states
}
map-states-cut = { $count } states and more
map-states-so-far = { $count } states so far
map-here = here
map-way = → state { $state }
map-way-line = line { $line } → state { $state }
map-opened = The map of the states: ↑ ↓ choose a thread, → goes its way, ← back, m closes

# A box for each process.
pane-address-spaces = Processes
variable-of = { $name } of { $process }
spaces-main = main process
spaces-daemon = daemon
spaces-copy = fork: a copy
spaces-own = memory of its own
