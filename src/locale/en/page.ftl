# The words of the page that `raddle export` makes.

page-source = Source
page-threads = Threads
page-shared = Shared
page-timeline = Timeline
page-log = What happened
page-output = Output
page-graph = Who waits for whom
page-play = Play
page-pause = Pause
page-back = A step back
page-forward = A step forward
page-start = To the start
page-end = To the end
page-previous = To the chapter before
page-next = To the next chapter
page-slower = Slower
page-faster = Faster
page-theme = Light or dark
page-language = Language
page-keys = Keys
page-close = Close
page-step = Step
page-free = free
page-open = open
page-broken = broken
page-set = set
page-clear = not set
page-empty = empty
page-nobody = nobody
page-waits = waits for
page-held = held by
page-deadlock = Deadlock
page-nothing = Nothing is shared yet.
page-help =
    Space plays, ← and → step
    Home and End: start and end; {"["} and ]: chapters
    + and - change the speed
    L changes the language, T the theme
    Click a line of what happened, or drag along the timeline, to go there.
