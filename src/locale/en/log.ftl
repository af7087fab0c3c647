# What happened, as the log says it: short, and by the names of the program.

log-main-begins = { $thread } begins
log-started = { $thread } starts { $other }
log-finished = { $thread } has finished
log-failed = { $thread } ends with { $exception }
log-abandoned = { $thread } is cut off: the program has ended

log-waits-owner = { $thread } waits for { $resource }, held by { $other }
log-waits-permit = { $thread } waits for a permit of { $resource }
log-waits-signal = { $thread } waits for { $resource }
log-waits-parties = { $thread } waits at { $resource } for the others
log-waits-get = { $thread } waits for an item in { $resource }, which is empty
log-waits-put = { $thread } waits for room in { $resource }, which is full
log-waits-done = { $thread } waits until every item of { $resource } is done
log-waits-end = { $thread } waits for { $other } to finish
log-waits-shutdown = { $thread } waits for the other threads before the program ends
log-timed-out = { $thread } gives up waiting: its time is over
log-time-is-up = The time of { $thread } is up
log-sleeps = { $thread } sleeps { $duration }
log-overtakes = { $thread } overtakes { $other }, which has to go on waiting

log-acquired = { $thread } takes { $resource }
log-acquired-again = { $thread } takes { $resource } again, depth { $depth }
log-released = { $thread } releases { $resource }
log-released-of = { $thread } releases { $resource }, which { $other } had taken
log-released-once = { $thread } releases { $resource } once, depth { $depth } left
log-permit-taken = { $thread } takes a permit of { $resource }, { $left } left
log-waits-given = { $thread } waits for a signal of { $resource }
log-signal-taken = { $thread } takes a signal of { $resource }, { $left } left
log-signal-given = { $thread } signals { $resource }, { $left } not yet taken
log-permit-returned = { $thread } returns a permit of { $resource }, { $left } left
log-flag-set = { $thread } sets { $resource }
log-flag-cleared = { $thread } clears { $resource }
log-room-entered = { $thread } goes into the waiting room of { $resource }
log-room-left = { $thread } leaves the waiting room of { $resource }
log-notified = { $thread } notifies { $other } through { $resource }
log-notified-nobody = { $thread } notifies { $resource }, but nobody waits
log-arrived = { $thread } arrives at { $resource } as number { $count }
log-opened = { $thread } is the last: { $resource } opens
log-passed = { $thread } goes through { $resource }
log-broken = { $thread } breaks { $resource }
log-reset = { $thread } resets { $resource }
log-put = { $thread } puts { $item } into { $resource }
log-got = { $thread } gets { $item } from { $resource }
log-task-done = { $thread } is done with an item of { $resource }, { $count } not done
log-cancelled = { $thread } cancels { $resource }
log-fired = { $resource } fires in { $thread }

log-read = { $thread } reads { $variable }: { $value }
log-read-unknown = { $thread } reads { $variable }
log-wrote = { $thread } sets { $variable } = { $value }
log-printed = { $thread } prints { $text }
log-drew = { $thread } draws the random number { $value }
log-raised = { $thread } raises { $exception }

log-deadlock = Deadlock: { $count ->
    [one] a thread waits for itself
   *[other] { $count } threads wait for each other in a circle
}
log-deadlock-edge = { $thread } waits for { $resource }, held by { $other }
log-deadlock-join = { $thread } waits for { $other } to finish
log-deadlock-self = { $thread } waits for { $resource }, which it holds itself
log-circle = A circle of waits, which can still be undone: { $count ->
    [one] a thread waits for itself
   *[other] { $count } threads wait for each other
}
log-circle-broken = The circle of waits is undone

log-end-finished = The program has finished
log-end-failed = The program has failed
log-end-deadlock = Nothing can move any more: deadlock
log-end-stuck = Nothing can move any more: they wait for what nobody will do
log-end-limit = The program was ended: a limit was reached
log-outside = { $thread } is in { $what }
log-unknown = { $thread }: { $word }
log-dropped = { $count } events were not recorded
log-end-exited = The program has ended with exit code { $code }
log-end-killed = Signal { $signal } has ended the program
log-end-hung = The program did not go on
log-end-left = The program still ran when the recording stopped
log-end-other = The program has ended: { $word }
log-waits-other = { $thread } waits for { $what }
log-waits-any = { $thread } waits for any of { $count } things
log-shared = { $thread } takes { $resource } together with others
log-unshared = { $thread } gives its share of { $resource } back
log-closed = { $thread } closes { $resource }
log-poisoned = { $resource } is poisoned: { $thread } failed while it held it
log-sleeps-on = { $thread } sleeps

why-failed = { $other } was ended by { $exception }
why-owner-finished = { $other } has ended without releasing { $resource }, and { $thread } waits for it
why-owner-failed = { $other } was ended by { $exception } while it held { $resource }, and { $thread } waits for it
why-not-done = task_done() was not called for { $count ->
    [one] an item
   *[other] { $count } items
} taken from { $resource }, and { $thread } waits for that in join()
why-not-taken = nobody takes the { $count ->
    [one] item
   *[other] { $count } items
} left in { $resource }, and { $thread } waits in join() until all are done
why-no-item = nobody is left who could put an item into { $resource }, and { $thread } waits for one
why-no-room = nobody is left who could take an item from { $resource }, which is full, and { $thread } waits to put one
why-no-flag = nobody is left who could set { $resource }, and { $thread } waits for it
why-no-notification = nobody is left who could notify { $resource }, and { $thread } waits for it
why-no-permit = nobody is left who could release { $resource }, and { $thread } waits to acquire it
why-permit-held = { $other }, which has a permit of { $resource }, waits for ever itself, and { $thread } waits for that permit
why-too-few = { $resource } opens for { $parties } threads, but only { $count } came and nobody is left who could come, and { $thread } waits there
why-circle = { $edges }: nobody can undo that

# A lost update.
log-covers = ✗ the { $value } of { $other } is lost: { $thread } had not seen it
