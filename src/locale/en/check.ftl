# What a search of every interleaving says.

help-check = Search every interleaving of a program: can it go wrong, and how?
help-check-after =
    The shortest way to each bad end is found: fewest context switches first, then fewest steps. Time is free:
    a sleep keeps nobody from anything.

    Exit codes: 0 everything was searched, and nothing is wrong; 1 an exception can escape a thread, or there is
    a data race; 2 bad usage, or a program that cannot be run; 3 deadlock, stuck or livelock can happen;
    4 not everything was searched. The worst decides: 3 before 1 before 4.

    Races that the scenario calls harmless, and those that other plain variables keep apart, do not count;
    nor does, with --baseline, what was found before.
help-check-arg-max-states = Store no more states than these; what was searched until then is told
help-check-arg-max-seconds = Search for no more seconds than these, 0 for no limit [default: 60]
help-check-arg-preemptions = Leave threads that could go on for others only so many times in a run
help-check-arg-ignore-output = Do not tell ends apart by what was printed
help-check-arg-save = Save the way to the worst end in this file, for `raddle replay`
help-check-arg-json = Print the report as JSON
help-check-arg-format = Print the report for other programs: junit or sarif
help-check-arg-baseline = Only what this earlier report (--json) has not found counts
help-check-arg-set = Give a parameter of the program another value; the scenario's own values for a search (check_with) do not count then
help-check-arg-output = With --split: the folder that the units are written to
help-check-arg-split = Do not search: divide the search into N units, files that `--part` does one by one, on any machine
help-check-arg-part = Do one unit of a divided search, and write its report beside it: U.json → U.report.json
help-check-arg-force = Replace the file, or the units and reports in the folder
help-merge = Join the reports of a divided search into one
help-merge-after =
    What was not searched is said: units without a report are named, and the report is not complete then.
    Exit codes are those of `raddle check`.
help-merge-arg-folder = The folder that `raddle check TARGET --split N -o DIR` has written
help-merge-arg-save = Save the way to the worst end in this file, for `raddle replay`
help-merge-arg-json = Print the report as JSON
help-merge-arg-format = Print the report for other programs: junit or sarif
help-merge-arg-baseline = Only what this earlier report (--json) has not found counts
hint-split = Write a whole number, from 1 on.
hint-max-states = Write a whole number, from 1 on.
hint-preemptions = Write a whole number; 0 lets each thread run until it has to wait.

check-own-values = Searched with { $values }, as the scenario says; `--set` searches it with other values.
check-complete = Every interleaving was searched: { $states ->
    [one] 1 state
   *[other] { $grouped } states
} in { $seconds } s.
check-incomplete = Not everything was searched: { $states ->
    [one] 1 state
   *[other] { $grouped } states
} in { $seconds } s.
check-left-out = Left out: { $what }
check-sampled = { $runs } random runs more: they find a mistake that one badly placed switch makes (PCT, depth 2) with a probability of { $chance } % or more.
check-left-states = what lies beyond the states that were allowed (--max-states)
check-left-time = what the time did not suffice for (--max-seconds)
check-left-broken-off = what was not searched yet when it was broken off
check-left-preemptions = { $most ->
    [0] runs in which a thread that could go on is left for another
    [one] runs with more than 1 preemption
   *[other] runs with more than { $most } preemptions
}
check-left-random-numbers = other random numbers than a few
check-left-clock = what a program does that looks at the clock: time stood still
check-left-limits = what lies behind a limit of memory, threads, calls or output
check-left-outputs = some of the outputs, of which there are too many
check-left-parts = { $missing ->
    [one] 1 unit of the divided search, which has no report
   *[other] { $missing } units of the divided search, which have no report
}
check-split = { $units ->
    [one] 1 unit was written to { $folder }.
   *[other] { $units } units were written to { $folder }.
} Do each with `raddle check --part FILE`, then join the reports with `raddle merge { $folder }`.
check-split-there = there are units of a divided search in { $folder } already
check-split-force = Take another folder, or add --force to replace them and their reports.
check-no-unit = { $path } is no unit of a divided search of this raddle
check-units-are = Units are written by `raddle check TARGET --split N -o DIR`; `raddle check --part DIR/unit-1.json` does one of them.
check-part-broken-off = broken off: the unit has no report, and is to be done again
check-part-settings = a unit says itself on which machine its program runs
check-part-other = the unit is one of another program
merge-missing = { $missing ->
    [one] 1 of { $units } units has no report: { $numbers }
   *[other] { $missing } of { $units } units have no report: { $numbers }
}
merge-missing-advice = Do them with `raddle check --part FILE`, and join the reports again.
merge-no-report = { $path } is no report of its unit
merge-no-units = there are no units of a divided search in { $path }
merge-mixed = the units in { $path } are of different searches
check-outcomes = What can happen
check-no-end = No end was found.
check-kind-livelock = livelock
check-livelock = threads go on, and no end can be reached any more
check-way = { $steps ->
    [one] 1 step
   *[other] { $grouped } steps
}, { $switches ->
    [one] 1 switch
   *[other] { $switches } switches
}
check-shortest = Ways are the shortest: fewest context switches, then fewest steps.
check-shortest-found = ~ the shortest way that was found; there may be a shorter one.
check-unexpected = the scenario does not name this end
check-more-outcomes = { $count ->
    [one] … and 1 more outcome
   *[other] … and { $grouped } more outcomes
} (--json lists the first 100)
check-outcomes-endless = … and ever more: there is no end to the outputs that it can have.
check-ways = { $count ->
    [one] 1 way through it
   *[other] { $grouped } ways through it
}
check-ways-distinct = { $count ->
    [one] 1 that differs
   *[other] { $grouped } that differ
}
check-ways-bad = { $count ->
    [0] none ends badly
    [one] 1 ends badly
   *[other] { $grouped } end badly
}
check-ways-endless = there is no end to the ways through it
check-ways-exact = Interleavings: { $parts }.
check-ways-about = Interleavings, estimated: { $parts } (--count counts them).
check-ways-about-many = Interleavings, estimated: { $parts }.
check-more-races = { $count ->
    [one] … and 1 more pair of lines (--json lists all)
   *[other] … and { $count } more pairs of lines (--json lists all)
}
check-races = Data races
check-no-race = No data race can happen.
check-no-race-found = No data race was found.
check-race = { $variable }: { $one } while { $other }
check-race-ordered = { $race } (kept apart by other plain variables)
check-reads = { $thread } reads it in line { $line }
check-writes = { $thread } writes it in line { $line }
check-harmless = harmless, says the scenario
check-new = new
check-known = known from the baseline
check-remark = { $sentence } ({ $remark })
check-starvation = Starvation
check-starves = { $thread } can be passed over for ever in line { $line }: each time it could go on, { $others } went before it (after { $steps } steps, { $round } steps each time round)
check-locks = Locks
check-guards = { $locks } guards { $variable }
check-not-always = { $sentence }, but not always: { $accesses }
check-more-accesses = { $count ->
    [one] 1 more
   *[other] { $count } more
}
check-lock-order = Taken in inconsistent order: { $steps }
check-lock-step = { $thread } wants { $wants } while it holds { $holds } (line { $line })
check-look = The worst of it, to look at:
check-saved = The worst of it was saved:
check-map-cut = The map was cut off at { $states } states: the program has more.
check-nothing-to-save = no end was found, and so nothing was saved
check-progress = { $states } states, depth { $depth }, { $speed } steps/s (Ctrl-C tells what is known)
check-telling = looking for the shortest ways
check-no-baseline = { $path } is no report of a search
check-baseline-is = A baseline is made by `raddle check TARGET --json > FILE`.

# On the stage.

check-board = every interleaving
check-under-way = { $states } states, { $steps } steps, depth { $depth }
check-searching = Searching every way in which the program can go …
check-board-from = every way on from step { $step }
check-board-here = from step { $step }
check-board-start = from start
check-not-from-here = Ways on are searched from whole operations: go there with the step size `operation`, in virtual time
check-board-complete = Every interleaving was searched: this is all that can happen.
check-board-incomplete = Not everything was searched; this can happen, and perhaps more.
check-board-size = { $states } states, { $steps } steps
check-board-ends = What can happen
check-board-races = Data races
check-board-starves = { $thread } can be passed over for ever in line { $line }: { $others } went first each time
check-board-way = { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}, { $switches ->
    [one] 1 switch
   *[other] { $switches } switches
}
check-board-beside = beside another
runs-board = two runs
runs-differ = Up to here they are one: they differ from step { $step } on.
runs-alike = One is the beginning of the other.
runs-goes-on = goes on
runs-steps = { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}
runs-usual = by the policy
runs-begins = begins
runs-ends = ends
runs-scroll = scroll
runs-other = another run
runs-open = the left one on the stage
runs-no-end = Only an end can be laid beside another one
check-board-open = on the stage
check-board-stop = tell what is known
check-opened = The way to it: { $kind }, { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}
check-opened-race = The way to where both are next: { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}
check-opened-starved = Passed over again and again: { $steps } steps

# What only the fixed version tells.
check-differs = wrong result: the fixed version, { $fixed }, prints something else. By itself that is no reason for another exit code.
