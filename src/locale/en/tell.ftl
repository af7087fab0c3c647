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
tell-waiters = { $threads } { $count ->
    [one] waits
   *[other] wait
}
tell-room = waiting room: { $threads }
tell-items-of = { $count } of { $capacity } places taken
tell-timer-runs = has not fired
tell-written = written last by { $thread }
tell-edge = { $thread } { $waits }
tell-deadlock = Deadlock: { $edges }. None of them can ever go on.
tell-not-ended = The run has not ended at step { $step }
tell-last-states = How every thread stands at the end:

tell-graph-title = { $text }: step { $step }, { $time }
tell-graph-empty = Nobody waits, and nobody holds anything.
tell-graph-held-times = held { $count } times by
tell-graph-parties = waits for the others
tell-graph-item = waits for an item
tell-graph-room = waits for room
tell-graph-done = waits until all is done
tell-graph-end = waits for its end

sequence-starts = starts
sequence-finished = has finished
sequence-failed = ends with { $exception }
sequence-waits = waits
sequence-wakes = wakes
sequence-timed-out = gives up waiting
sequence-sleeps = sleeps { $duration }
sequence-reads = reads { $variable }: { $value }
sequence-reads-unknown = reads { $variable }
sequence-writes = sets { $variable } = { $value }
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
sequence-task-done = is done with an item, { $count } not done
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
