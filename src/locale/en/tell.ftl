# A run told in sentences: exported as text, and in text mode.

tell-head = The run of { $name } in sentences: { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}, { $time } of virtual time.
tell-part = Told are steps { $from } to { $to }.
tell-threads = Threads: { $threads }.
tell-shared = Shared: { $resources }.
tell-step = Step { $step }, { $time }: { $text }
tell-sentence = { $text }.
tell-between = {" "}
tell-narration = Narration at line { $line }, where { $thread } is: { $text }
tell-prints = { $thread } prints { $text }
tell-prints-error = { $thread } prints to stderr { $text }
tell-quoted = “{ $text }”
tell-more-happened = More happened in this step than is told here
tell-stands = { $name }: { $text }
tell-next = next it will { $action }
tell-holds = holds { $holds }
tell-held = held by { $threads }
tell-depth = taken { $depth } times
tell-kind = { $name } ({ $kind })
tell-waiters =
    { $threads } { $count ->
        [one] wants it
       *[other] want it
    }
tell-room = waiting room: { $threads }
tell-items-of = { $count } of { $capacity } places taken
tell-timer-runs = has not fired
tell-written = written last by { $thread }
tell-edge = { $thread } { $waits }
tell-deadlock = Deadlock: { $edges }. None of them can ever go on.
tell-circle = A circle, which can still be undone: { $edges }.
tell-why = { $ending }: { $why }
tell-not-ended = The run has not ended at step { $step }
tell-last-states = How every thread stands at the end:

tell-graph-title = { $text }: step { $step }, { $time }
tell-graph-empty = Nobody is blocked, and nobody holds anything.
tell-graph-held-times = held { $count } times by
tell-graph-parties = wants the others
tell-graph-item = wants an item
tell-graph-room = wants room
tell-graph-done = wants all done
tell-graph-end = joins

sequence-starts = starts
sequence-finished = is done
sequence-failed = died: { $exception }
sequence-waits = wants
sequence-wakes = wakes
sequence-timed-out = gives up
sequence-time-is-up = time is up
sequence-sleeps = sleeps { $duration }
sequence-reads = reads { $variable }: { $value }
sequence-reads-unknown = reads { $variable }
sequence-writes = writes { $variable }: { $value }
sequence-prints = prints “{ $text }”
sequence-takes = takes
sequence-takes-again = takes again, depth { $depth }
sequence-releases = releases
sequence-releases-once = releases once, depth { $depth } left
sequence-permit = takes a permit, { $left } left
sequence-permit-back = returns a permit, { $left } left
sequence-sets = sets
sequence-clears = clears
sequence-notifies = notifies { $thread }
sequence-notifies-nobody = notifies nobody
sequence-arrives = arrives as number { $count }
sequence-opens = opens it
sequence-passes = goes through
sequence-breaks = breaks
sequence-resets = resets
sequence-puts = puts { $item }
sequence-gets = gets { $item }
sequence-task-done = marks a task done, { $count } left
sequence-cancels = cancels
sequence-fires = fires
tell-sequence-cut = Cut off after step { $step }: { $count ->
    [one] 1 more step
   *[other] { $count } more steps
}

trace-goes-on = goes on
trace-permits = free permits
trace-items = items
trace-arrived = arrived

# Text mode: words that can be typed, what they do, and what is said.

word-step = step
word-back = back
word-run = run
word-play = play
word-end = end
word-next = next
word-previous = previous
word-where = where
word-what = what
word-source = source
word-output = output
word-seek = seek
word-restart = restart
word-seed = seed
word-policy = policy
word-unit = unit
word-other = other
word-list = list
word-open = open
word-language = language
word-help = help
word-quit = quit

text-does-step = take a step, or that many
text-does-back = go a step back, or that many
text-does-run = let that thread take a step: you are the scheduler
text-does-play = go on to the end, or to where a deadlock closes, and tell every step
text-does-end = go to the end, and tell the last steps
text-does-next = go to the next step in which a thread becomes blocked
text-does-previous = go to the step before in which a thread became blocked
text-does-where = say where every thread stands, and who can go on
text-does-what = say how locks, queues and shared variables stand
text-does-source = read the program around the line that the thread is at
text-does-output = read what the program has printed
text-does-seek = go to that step
text-does-restart = begin again
text-does-seed = begin again with the next seed
text-does-policy = change who goes next
text-does-unit = change the step size: operation, line, instruction
text-does-other = go over to the other branch, left by choosing another thread
text-does-list = list the scenarios
text-does-open = open another scenario, or a .py file
text-does-language = speak Chinese, 中文
text-does-help = say these commands
text-does-quit = quit

text-hint = Press Enter for a step, type help for the commands.
text-command = { $word }{ $takes }, or { $letter }: { $does }
text-takes-count = {" "}[NUMBER]
text-takes-number = {" "}NUMBER
text-takes-thread = {" "}[THREAD]
text-takes-name = {" "}NAME
text-help-more = Enter alone is a step, a number alone goes to that step. A thread is its number or its name; without one it is the thread that went last.
text-where = Step { $step } of { $tip } so far, { $time }.
text-numbered = { $number }, { $text }
text-can-run = Can go on: { $threads }.
text-nobody-can = No thread can go on.
text-nowhere = { $thread } is not in the program now.
text-here = {" "}({ $threads } here)
text-line = Line { $line }{ $here }: { $text }
text-printed = { $thread }: { $text }
text-no-output = The program has printed nothing.
text-back = Back at step { $step }.
text-skipped = { $count ->
    [one] 1 step is not told.
   *[other] { $count } steps are not told.
}
text-play-on = These were { $count } steps; play goes on.
text-fixed = Type open { $id } for the fixed version.
text-scenario = { $id }: { $title }
text-open-hint = Type open and a name to open one, quit to leave.
text-nothing-open = Nothing is open. Type list for the scenarios, open and a name to open one.
text-not-understood = “{ $text }” is no command. Type help for the commands.
text-number-missing = A number is missing, such as: step 3
text-which-thread = Which thread? Type run and its number or name, where says who there is.
text-language = This is English.
text-bye = Bye.
sequence-shares = shares
sequence-closes = closes
sequence-poisons = poisons
tell-head-real = The real run of { $name } in sentences: { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}, { $time }.
text-real-run = A real run, recorded: { $host }.
