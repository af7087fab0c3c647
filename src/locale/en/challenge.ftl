# The viewer says who goes next, until something comes about.

challenge-word = CHALLENGE
challenge-reached = ✓ REACHED
challenge-seeking = Looking for an end that could be brought about …
challenge-waiting = Go on to where the program reads a line; then there is a goal.
challenge-none = No way through this program ends badly: there is nothing to bring about. Esc, or another scenario
challenge-deadlock = Make it deadlock: each waits for the next, in a circle.
challenge-stuck = Make it get stuck: bring it to where nobody can go on.
challenge-livelock = Make it livelock: threads run, and nobody ever gets on.
challenge-failed = Make it fail with an exception that nobody catches.
challenge-wrong = Make it finish with a wrong result.
challenge-end = Bring it to this end: { $kind }.
challenge-prints = Make it print: { $text }
challenge-inside = { $count ->
    [one] Bring a thread into { $part }.
   *[other] Bring { $count } threads into { $part } at once.
}
challenge-you-say = You say who goes next: press the number of a thread.
challenge-whole-steps = In a challenge each step is a whole operation
challenge-take-back = The program has ended: ← takes a step back, Home begins again
challenge-other-end = It has ended, but otherwise: take steps back, or begin again.
challenge-hopeless = From here it cannot be reached any more: take steps back.
challenge-steps = { $steps ->
    [one] 1 step so far.
   *[other] { $steps } steps so far.
}
challenge-steps-of = { $steps ->
    [one] 1 step so far, { $fewest } is the fewest.
   *[other] { $steps } steps so far, { $fewest } is the fewest.
}
challenge-steps-known = { $steps ->
    [one] 1 step so far; a way with { $fewest } is known.
   *[other] { $steps } steps so far; a way with { $fewest } is known.
}
challenge-steps-fewest = { $steps ->
    [one] In 1 step: that is the fewest.
   *[other] In { $steps } steps: that is the fewest.
}
challenge-hints = { $count ->
    [one] {" "}1 hint.
   *[other] {" "}{ $count } hints.
}
challenge-hint-next = Hint: { $thread } goes next, from line { $line }.
challenge-hint-begins = Hint: { $thread } goes next.
challenge-hint-expire = Hint: the time of { $thread } is over, in line { $line }. H lets it be.
challenge-hint-wake = Hint: { $thread } wakes for nothing, in line { $line }. H lets it.
challenge-hint-draw = Hint: { $thread } draws a number in line { $line }. H draws the right one.
challenge-hint-back = No way is known from here, but one from step { $step }: take steps back.
challenge-hint-unknown = No way is known from here yet.
challenge-first = A hint is for a challenge: C begins one
challenge-over = The challenge is over; the run stays where it is
now-hint = hint
