# What happened, as the log says it: short, and by the names of the program.

log-main-begins = { $thread } begins
log-started = { $thread } starts { $other }
log-resumes = { $thread } goes on in the generator { $function }
log-yields = { $function } yields { $value } to { $thread } and is suspended
log-finished = { $thread } is done
log-failed = { $thread } died: { $exception }
log-abandoned = { $thread } is killed at exit: it is a daemon

log-waits-owner = { $thread } wants { $resource }, { $other } holds it: blocked
log-waits-permit = { $thread } wants a permit of { $resource }, none is free: blocked
log-waits-signal = { $thread } wants a signal of { $resource }: blocked
log-waits-parties = { $thread } wants the others to come to { $resource }: blocked
log-waits-get = { $thread } wants to get, { $resource } is empty: blocked
log-waits-put = { $thread } wants to put, { $resource } is full: blocked
log-waits-done = { $thread } wants every task of { $resource } done: blocked
log-waits-end = { $thread } joins { $other }: blocked
log-waits-shutdown = { $thread } is at its end and joins the others: blocked
log-timed-out = { $thread } gives up: its time is over
log-time-is-up = The time of { $thread } is up
log-sleeps = { $thread } sleeps { $duration }
log-overtakes = { $thread } overtakes { $other }, which stays blocked

log-acquired = { $thread } takes { $resource }
log-acquired-again = { $thread } takes { $resource } again, depth { $depth }
log-released = { $thread } releases { $resource }
log-released-of = { $thread } releases { $resource }, which { $other } had taken
log-released-once = { $thread } releases { $resource } once, depth { $depth } left
log-permit-taken = { $thread } takes a permit of { $resource }, { $left } left
log-waits-result = { $thread } wants the result of { $resource }: blocked
log-waits-given = { $thread } wants a signal of { $resource }: blocked
log-signal-taken = { $thread } takes a signal of { $resource }, { $left } left
log-signal-given = { $thread } signals { $resource }, { $left } not yet taken
log-permit-returned = { $thread } returns a permit of { $resource }, { $left } left
log-result-there = { $thread } has the result of { $resource }
log-flag-set = { $thread } sets { $resource }
log-flag-cleared = { $thread } clears { $resource }
log-room-entered = { $thread } goes into the waiting room of { $resource }
log-room-left = { $thread } leaves the waiting room of { $resource }
log-notified = { $thread } notifies { $other } through { $resource }
log-notified-nobody = { $thread } notifies { $resource }, but nobody is there
log-arrived = { $thread } arrives at { $resource } as number { $count }
log-opened = { $thread } is the last: { $resource } opens
log-passed = { $thread } goes through { $resource }
log-broken = { $thread } breaks { $resource }
log-reset = { $thread } resets { $resource }
log-put = { $thread } puts { $item } into { $resource }
log-got = { $thread } gets { $item } from { $resource }
log-task-done = { $thread } marks a task done in { $resource }, { $count } left
log-cancelled = { $thread } cancels { $resource }
log-fired = { $resource } fires in { $thread }

log-read = { $thread } reads { $variable }: { $value }
log-read-unknown = { $thread } reads { $variable }
log-wrote = { $thread } writes { $variable }: { $value }
log-printed = { $thread } prints "{ $text }"
log-drew = { $thread } draws the random number { $value }
log-raised = { $thread } raises { $exception }

log-deadlock = deadlock: { $threads } in a circle
log-deadlock-edge = { $thread } wants { $resource }, { $other } holds it
log-deadlock-join = { $thread } joins { $other }
log-deadlock-self = deadlock: { $thread } wants what it holds
log-circle = circle, can still be undone: { $threads }
log-circle-broken = the circle is undone

log-end-finished = the program is done
log-end-right = the program is done, as it should be
log-end-wrong = the program is done, with a wrong result
log-end-died = the program is done, but a thread has failed
log-end-failed = the program has failed
log-end-deadlock = nobody can go on: deadlock
log-end-stuck = nobody can go on: nothing left can wake them
log-end-limit = the run was ended: a limit was reached
log-outside = { $thread } is in { $what }
log-unknown = { $thread }: { $word }
log-dropped = { $count } events were not recorded
log-end-exited = The program has ended with exit code { $code }
log-end-killed = Signal { $signal } has ended the program
log-end-hung = The program did not go on
log-end-left = The program still ran when the recording stopped
log-end-other = The program has ended: { $word }
log-waits-other = { $thread } wants { $what }: blocked
log-waits-any = { $thread } wants any of { $count } things: blocked
log-shared = { $thread } takes { $resource } together with others
log-unshared = { $thread } gives its share of { $resource } back
log-closed = { $thread } closes { $resource }
log-poisoned = { $resource } is poisoned: { $thread } failed while it held it
log-sleeps-on = { $thread } sleeps

why-failed = { $other } died: { $exception }
why-owner-finished = { $other } is done without releasing { $resource }, and { $thread } wants it
why-owner-failed = { $other } died ({ $exception }) holding { $resource }, and { $thread } wants it
why-not-done =
    task_done() was not called for { $count ->
        [one] an item
       *[other] { $count } items
    } of { $resource }, and { $thread } joins it
why-not-taken =
    nobody takes the { $count ->
        [one] item
       *[other] { $count } items
    } left in { $resource }, and { $thread } joins it
why-no-item = nobody is left to put an item into { $resource }, and { $thread } wants one
why-no-room = nobody is left to take an item from { $resource }, and { $thread } wants room
why-no-result = nobody is left to finish { $resource }, and { $thread } wants its result
why-no-flag = nobody is left to set { $resource }, and { $thread } wants it set
why-no-notification = nobody is left to notify { $resource }, and { $thread } is blocked there
why-no-permit = nobody is left to release { $resource }, and { $thread } wants it
why-permit-held = { $other } holds a permit of { $resource } and is blocked for ever, and { $thread } wants that permit
why-too-few = { $resource } opens for { $parties }, only { $count } came and nobody is left to come; { $thread } is blocked there
why-circle = { $edges }: nobody can undo that

# Steps of which nothing else is told; circles of one and of many.
log-wakes = { $thread } wakes up
log-returns = { $thread } returns from joining { $other }
log-goes-on = { $thread } goes on
log-goes-without = { $thread } does not get { $resource } and goes on without
log-goes-past = { $thread } need not block at { $resource }
log-looks = { $thread } looks at { $target }
log-computes = { $thread } runs on
log-does = { $thread }:{" "}
log-deadlock-many = deadlock: { $count } threads in a circle
log-circle-self = circle, can still be undone: { $thread } wants what it holds
log-circle-many = circle, can still be undone: { $count } threads
list-and = {" "}and{" "}
log-sets-up = { $thread } runs the program's first lines
log-printed-error = { $thread } prints to stderr "{ $text }"
log-edge-self = { $thread } wants { $resource }, which it holds itself

# A lost update.
log-covers = ✗ the { $value } of { $other } is lost: { $thread } had not seen it
