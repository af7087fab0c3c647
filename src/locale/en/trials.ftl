# What is said of many runs of one program.

trials-kind-deadlock = deadlock
trials-kind-stuck = stuck
trials-kind-failed = failed
trials-kind-asserted = failed: assertion
trials-kind-died = failed: a thread died
trials-kind-wrong = wrong result
trials-kind-circle = deadlock of daemons
trials-kind-limit = limit reached
trials-kind-finished = finished

trials-count-deadlock = { $count ->
    [one] 1 ends in deadlock
   *[other] { $count } end in deadlock
}
trials-count-stuck = { $count ->
    [one] 1 gets stuck
   *[other] { $count } get stuck
}
trials-count-failed = { $count ->
    [one] 1 fails
   *[other] { $count } fail
}
trials-count-asserted = { $count ->
    [one] 1 fails at an assertion
   *[other] { $count } fail at an assertion
}
trials-count-died = { $count ->
    [one] 1 fails in a thread
   *[other] { $count } fail in a thread
}
trials-count-wrong = { $count ->
    [one] 1 ends with a wrong result
   *[other] { $count } end with a wrong result
}
trials-count-circle = { $count ->
    [one] 1 leaves daemons in a deadlock
   *[other] { $count } leave daemons in a deadlock
}
trials-count-limit = { $count ->
    [one] 1 reaches a limit
   *[other] { $count } reach a limit
}
trials-count-finished = { $count ->
    [one] 1 finishes
   *[other] { $count } finish
}
trials-summary = { $runs ->
    [one] 1 run
   *[other] { $runs } runs
}: { $parts }.
trials-separator = {", "}
trials-chance = Chance chose who goes next; the program is the same.
trials-no-proof = Chance is no proof: what did not happen here may still happen.
trials-runs = { $runs ->
    [one] 1 run
   *[other] { $runs } runs
}
trials-progress = { $done } of { $runs } runs
trials-seconds = { $seconds } s
trials-ends = Ends
trials-outputs = Outputs
trials-no-output = nothing printed
trials-other-outputs = other outputs
trials-seed = seed { $seed }
trials-steps = { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}
trials-more-outputs = { $count ->
    [one] 1 more output
   *[other] { $count } more outputs
}
trials-choose = choose
trials-open = open
trials-thousand = { $count } more runs
trials-opened = Seed { $seed }: { $kind }
trials-head = { $target }: { $runs ->
    [one] 1 run
   *[other] { $runs } runs
} under random schedules, seeds 1 to { $runs }
trials-replay = One of each, to look at (without `run`: on the stage):
trials-unexpected = unexpected
trials-cut-off = The time is over (--max-seconds): { $done } of { $runs } runs were made.
trials-under-way = running
trials-way = The shortest that ends so ({ $kind }): seed { $seed }, { $steps }
