# The gallery.

motto = watch threads, drive them, rewind them
watch-for = Watch for
parameters = Parameters
parameters-hint = Tab chooses, ← → change
found = { $count ->
    [0] nothing found
    [one] 1 scenario
   *[other] { $count } scenarios
}
nothing-found = No scenario matches. Esc shows all.
