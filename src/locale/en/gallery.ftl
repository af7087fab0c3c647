# The gallery.

motto = Watch threads, drive them, rewind them
parameters = Parameters
parameters-hint = Tab chooses, ← → change
found = { $count } of { $all }
nothing-found = No scenario matches. Esc shows all.
chapters = Chapters
found-title = Found
seen = { $seen } of { $all } seen
new-here = New here? Enter watches a deadlock being born: one minute, with words.
say-watch = Enter plays the tour, with words. With t you say who goes next.
say-try = t puts it on the stage: you say who goes next.
say-unfold = → shows what is in this chapter.
unfolds-all = { $count } more, → unfolds all
watch = Watch
watch-does = the tour, { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
try = Try
try-does = the stage, your hands
repaired-by = Fixed version
broken-by = Broken version
can-end = Can end
end-finished = finished
end-failed = failed
end-deadlock = deadlock
end-stuck = stuck
end-livelock = livelock
was-opened = opened
was-watched = watched
ends-seen = { $seen } of { $all ->
    [one] 1 end
   *[other] { $all } ends
} seen
answered-right = { $right } of { $asked } answers right
is-understood = understood
sign-understood = understood: all answers right
was-solved = challenge met
python-name = { $word } is called { $python } in Python
also-search = also: { $words }
quit-asked = q quits. Esc never does.
nothing-chosen = no scenario is chosen
no-parameters = this scenario has no parameters
also-words = race  queue  deadlock  semaphore
