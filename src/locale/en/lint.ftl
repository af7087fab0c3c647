# What `raddle lint` finds in a scenario
lint-missing = `{ $what }` is missing, or missing in one of the languages
lint-wrong-language = `{ $what }` has a text in the wrong language
lint-too-wide = `{ $what }` is { $cells } cells wide, and there is room for { $most }: { $text }
lint-too-many-rows = `{ $what }` takes { $rows } rows at 80 columns, and there is room for { $most }: { $text }
lint-tour = the tour has { $cues } cues; five to twelve are good
lint-long = the program has { $lines } lines; { $most } are enough
lint-wide-line = the line is { $cells } cells wide; { $most } fit a projector
lint-block-first = the metadata stands first; at the end of the file the program begins with line 1
lint-no-bounds = the parameter `{ $name }` needs `min` and `max`, or `choices`
lint-no-such = `{ $what }` names `{ $id }`, and there is no such scenario
lint-harmless = `harmless` names `{ $name }`, which is not among `races`
lint-twin-bad = `{ $id }` is said to be right, but can end otherwise than `finished`
lint-not-compiled = the program cannot be run: see `raddle run`
lint-unexpected-end = a random run ends with `{ $end }` (seed { $seed }), and `expect` does not have it
lint-end-not-seen = `expect` has `{ $end }`, and none of { $runs } random runs ends so
lint-opens-with = the run that it opens with ends with `{ $end }`, and `expect` does not have it
lint-mistake-hidden = the run that it opens with does not show the mistake; `show` can name one that does
lint-not-asked = the question is never asked in the run that it opens with: { $ask }
lint-not-answered = the run that it opens with does not answer: { $ask }
lint-right-answer = the right answer, { $answer }, is not offered or not marked right: { $ask }
lint-wrong-answer = a wrong answer is marked right: { $ask }
lint-clean = { $target }: nothing is missing, and all that it says holds
lint-count = { $count ->
    [one] one finding
   *[other] { $count } findings
}
