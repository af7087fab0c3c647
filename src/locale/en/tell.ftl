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
