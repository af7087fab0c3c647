# What the command line explains, and what it says.

help-usage = Usage:{" "}
help-arguments = Arguments
help-options = Options
help-commands = Commands

help-raddle = Watch, drive and rewind a multithreaded Python program in the terminal
help-raddle-usage = raddle [OPTIONS] [TARGET]...
    {"       "}raddle COMMAND
help-raddle-after = Without a command, the screen opens: the gallery, or TARGET on the stage.
help-raddle-arg-target = A scenario's id, such as `deadlock`, or the path of a .py or .raddle file
help-list = List the scenarios by chapter
help-run = Run a program without the screen
help-run-after =
    The program's output goes to stdout, a one-line verdict to stderr.

    Exit codes: 0 finished; 1 the program failed (or the code it asked for); 2 bad usage, or a program
    that cannot be run; 3 deadlock, or stuck; 4 a limit was reached.

    With --times the worst of all runs decides: 3 before 1 before 4; 1 whatever code a failed run asked for,
    4 also if not all could be made in --max-seconds. The table goes to stdout; what the program prints is in it.
help-completions = Print a script with which a shell completes commands and options
help-export = Make a file of a run, for others to look at
help-replay = Open a recording on the stage, to step through it, rewind it and choose otherwise
help-replay-after =
    Recordings are made by `raddle run TARGET --save FILE` and by the key s on the stage.
help-export-after =
    The ending of OUT says what it becomes:

    {"  ."}cast   a recording for asciinema
    {"  ."}dot    the wait-for graph, for Graphviz
    {"  ."}gif    a film
    {"  ."}mp4    a video, where there is ffmpeg; also .webm
    {"  ."}html   a page for a browser, with everything in it
    {"  ."}json   a trace for Perfetto or chrome://tracing
    {"  ."}mmd    for Mermaid: the run as a sequence diagram; with --step the wait-for graph
    {"  ."}png    a picture of one screen: that of --step, or the last one
    {"  ."}svg    a film for a web page or a README; with --step a picture
    {"  ."}txt    the run in sentences; with --step one screen as text
help-man = Print the manual, for `raddle man | man -l -`

help-arg-target = A scenario's id, such as `deadlock`, or the path of a .py file
help-arg-others = More programs that run at the same time, each in a process of its own, on one network and one file system
help-arg-lang = Language: en or zh [default: that of the locale]
help-arg-color = Colours: auto, always or never [default: auto]
help-arg-scenarios = Read the .py files of this folder, too
help-arg-help = Print help
help-arg-version = Print the version
help-arg-policy = Who goes next: fair, random, rr (in turns), fcfs (first come), sjf (shortest first), mlfq (feedback queues), priority, or live, where the operating system decides [default: fair]
help-arg-seed = Seed of the run [default: 0]
help-arg-quantum = With rr and mlfq: how long a turn is, in steps (3) or virtual milliseconds (5ms) [default: 1]
help-arg-inherit = With the policy priority: the holder of a lock is as urgent as whoever wants it
help-arg-cores = Let so many threads work at the same time, each on a core; with CPython's global interpreter lock unless --gil off
help-arg-gil = With --cores: the global interpreter lock, on or off [default: on]
help-arg-interval = With --cores: how many virtual milliseconds a thread keeps the interpreter lock when others want it [default: 5]
help-arg-switching = Where threads can be put aside: anywhere; calls, only where CPython 3.11 looks (calls and jumps back); or count, every 100 instructions as old CPython [default: anywhere]
help-arg-printing = How much print writes at once: whole, or torn, where others can print between a text and the end of its line [default: whole]
help-arg-spurious = Whether a waiter of a condition may wake without being notified, on or off; random schedules and the search then try it [default: off]
help-arg-set = Give a parameter of the program another value
help-arg-theme = Colours of the screen: dark, light, high-contrast or colour-blind [default: dark]
help-arg-no-motion = Show changes without motion
help-arg-text = Tell it in lines of text and listen for commands, without a screen: for screen readers and pipes
help-arg-choices = Make the choices in this file, or those of a schedule `rd1-…`, first; then go on by the policy
help-arg-max-steps = End the run after so many operations [default: 10000000]
help-arg-input = Give the program the lines of this file for input()
input-is = input() reads a text in UTF-8: `--input FILE`, or the standard input of `raddle run`.
input-no-text = { $path } is no text in UTF-8, or too long
input-wanted = The program reads input: type its lines; Ctrl-D ends them, and the run begins.
help-arg-max-seconds = End the run after so many seconds, 0 for never [default: 10]
help-arg-jobs = Threads that search side by side, of the operating system; what is found is the same [default: one for each core]
help-arg-max-memory = Memory that the program's objects may take, in MB [default: 1024]
help-arg-file = The recording, such as `deadlock.raddle`
help-arg-times = Run it N times under random schedules, seeds 1 to N, and count how it ends
help-arg-save = Save the run in this file, for `raddle replay`
help-arg-count = Count the interleavings exactly through up to 200,000 states, however long that takes; without it they are estimated where a count takes much longer than the search
help-arg-map = Write every state of a small program and every step between them into this file, as JSON
help-arg-force = Replace the file if there is one already
help-export-arg-target = A scenario's id, such as `deadlock`, or the path of a .py or .raddle file
help-arg-shell = bash, elvish, fish, powershell or zsh
help-list-arg-json = Print JSON
help-run-arg-max-seconds = End the run, or all of --times, after so many seconds, 0 for never [default: 10]
help-run-arg-json = Print the verdict as JSON, with the program's output in it
help-arg-tour = Show the tour of the scenario: by itself, with captions
help-arg-show-keys = Show the keys that are pressed, for those who watch a recording
help-arg-output = The file to write
help-arg-steps = Show these steps only: `10..40`, `10..`, `..40`
help-arg-step = Show this step only
help-arg-size = Cells in a row, and rows [default: 100x30]
help-arg-speed = How fast it plays, from 1 to 10 as on the screen [default: 4]
help-arg-idle = Show nothing that does not change for longer than so many seconds [default: 3]
help-arg-cast-version = The version of the asciicast: 2 or 3 [default: 2]
help-arg-scale = With .gif, .png and videos: pixels are so many times larger, from 1 to 4 [default: 2]
help-export-arg-max-steps = Show so many operations at most [default: 2000]

usage-unknown-argument = there is no `{ $argument }` here
usage-no-value = `{ $argument }` needs a value
usage-bad-value = `{ $value }` is not a value for `{ $argument }`
usage-missing = this is missing: { $argument }
usage-twice = `{ $argument }` cannot stand there together with `{ $other }`
usage-too-many = `{ $value }` is too much for `{ $argument }`
usage-not-utf8 = an argument is not UTF-8
usage-wrong = this command line makes no sense
usage-possible-values = Possible are: { $values }.
usage-more = `raddle --help` and `raddle COMMAND --help` show what is possible.
usage-screen-options = options of the screen stand before a command
usage-quantum = `--quantum` goes with `--policy rr` and `--policy mlfq` only
usage-times-policy = `--times` makes runs under random schedules: it goes with no other policy than `random`
usage-inherit = `--inherit` goes with `--policy priority` only
usage-gil = `--gil` and `--interval` go with `--cores` only
usage-live-cores = `--cores` does not go with `--policy live`: the operating system has its own cores
usage-choices-of-a-program = `--choices` is for a program: a recording has its own choices
usage-several-programs = Several programs run once, under a schedule of raddle's own: neither `--times` nor `--policy live` goes with them
usage-live-choices = `--choices` does not go with `--policy live`: the operating system makes the choices
no-tour = { $target } has no tour
tours-are = A tour is written into the scenario, as `[[tool.raddle.tour]]`; the README shows how.
usage-tour-of-film = `--tour` goes with films and the page only: .cast, .gif, .html, .mp4, .svg and .webm
usage-steps = the run has no such steps
usage-step-of-trace = a trace shows a run: write `--steps A..B` for a part of it, and not `--step`
hint-size = Write cells and rows, from 20x5 to 400x200: `--size 100x30`.
hint-steps = Write the first and the last step: `--steps 10..40`.
hint-step = Write the number of a step.
hint-speed = A speed is a number from 1 to 10.
hint-idle = Write a number of seconds, such as 2 or 0.5.
hint-cast-version = There are 2 and 3.
hint-scale = A scale is a whole number from 1 to 4.
no-ffmpeg = { $path }: a video is made by ffmpeg, which cannot be run here
ffmpeg-is = Install ffmpeg, or export a .gif, .svg or .cast, which need nothing else.
unknown-format = { $path }: this ending says no format
known-formats = Possible are: { $formats }.
unwritable = { $path } cannot be written: { $reason }
file-exists = { $path } exists already
file-exists-advice = `--force` replaces it.
replace-file = { $path } exists already. Replace it? [y/N]
file-left = { $path } was left as it was
exporting = Exporting
hint-set = Write the name, an equals sign and the value: `--set WORKERS=3`.
hint-seed = A seed is a whole number from 0 on.
hint-quantum = A quantum is a number of steps from 1 on, or of virtual milliseconds: `--quantum 3`, `--quantum 5ms`.
hint-cores = Write a number of cores, from 1 to 64.
hint-interval = Write a number of virtual milliseconds, such as 5 or 0.5.
hint-times = Write how many runs there are to be, from 1 on.
hint-max-steps = Write a whole number.
hint-max-seconds = Write a number of seconds, such as 2 or 0.5; 0 is no limit.
hint-jobs = Write a whole number from 1 to 256.
hint-max-memory = Write a whole number of megabytes, from 1 on.

cannot-write = the output cannot be written: { $reason }
more-mistakes =
    { $count ->
        [one] … and 1 more mistake
       *[other] … and { $count } more mistakes
    }
no-terminal = the screen needs a terminal, and this is none
without-terminal = `raddle run TARGET` runs a program without the screen.
dumb-terminal = the screen needs a terminal that can move its cursor, and this one cannot (TERM=dumb)
not-a-utf8-terminal = the screen needs UTF-8, and the locale says { $charset } ({ $variable }={ $value })
with-text = `--text` tells the same in lines of text.
with-text-or-utf8 = `--text` tells the same in lines of text. If the terminal shows UTF-8 all the same: `LC_ALL=C.UTF-8 raddle`.

not-a-choice = { $path }: `{ $word }` is not a choice
schedule-version = `{ $text }` is no schedule that this raddle can read
schedule-other-program = the schedule was made for another program, or for another text of this one
schedule-part = `{ $part }` is no part of a schedule
schedule-impossible = step { $number } of the schedule, `{ $choice }`, is not possible
schedule-made-by = `raddle check TARGET` makes schedules: `rd1-`, a mark of the program, and what differs from the usual order.
choices-cannot-be-made = not all of the choices are possible
choices-are = A choice is the number of a thread, perhaps with `!`, `?`, `l`, `i` or `=NUMBER` behind it: `0 1 2!`.
choices-too-long = { $path } is longer than 32 MB: no run makes so many choices
impossible-choice = { $path }: choice { $number }, `{ $choice }`, is not possible at that point of the run
too-many-choices = { $path }: the program has ended after { $steps } choices; { $count } are left over
choices-of-another-program = Do the choices belong to this program, with these values of its parameters?

list-finished = finished
list-failed = failed
list-deadlock = deadlock
list-stuck = stuck
list-livelock = livelock

verdict-finished = finished: { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}, { $seconds } s of virtual time
verdict-failed = failed: { $reason }
verdict-raised = { $thread } died: { $type }: { $message }
verdict-raised-silently = { $thread } died: { $type }
verdict-exit = the program asked for exit code { $code }
verdict-deadlock = deadlock: { $threads }
verdict-stuck = stuck: { $threads }
verdict-stuck-why = stuck: { $why } ({ $threads })
verdict-but = { $line }; but { $why }
verdict-wrong = wrong result: { $text }
verdict-waits = { $thread } holds nothing and wants { $resource }
verdict-holds-and-waits = { $thread } holds { $holds } and wants { $resource }
verdict-more =
    { $count ->
        [one] 1 more thread is
       *[other] { $count } more threads are
    } blocked
verdict-limit-memory = limit: the program's memory is used up; `--max-memory` allows more
verdict-limit-threads = limit: the program has too many threads, and no option allows more
verdict-limit-output = limit: the program has printed too much, and no option allows more
verdict-limit-time = limit: the time is over after { $steps } steps; `--max-seconds` allows more
verdict-limit-steps = limit: { $steps } steps were taken; `--max-steps` allows more
clause-separator = ;{" "}
other-threads = the other threads

# Waits of threads that joined another one.
verdict-joins = { $thread } holds nothing and joins { $resource }
verdict-holds-and-joins = { $thread } holds { $holds } and joins { $resource }

# Words between words, and the command that explains.
colon = :{" "}
comma = ,{" "}
help-help = Explain a command
help-arg-of = The command
help-options-sign = [OPTIONS]
help-arg-questions = Whether questions are asked before a step: asked (answers are marked), shown, off
help-arg-no-progress = Keep no record of what was seen and answered (also: RADDLE_NO_PROGRESS=1)
help-notes = Print the presenter's notes of a scenario
help-lint = Say what is missing in a scenario, or does not hold
help-new = Write a scenario to begin with, as NAME.py
help-list-arg-concepts = Say which concept is shown where
help-arg-name = A name in small letters, such as lost_parcel
new-no-name = `{ $name }` is no name for a scenario
new-no-name-advice = Take small letters, digits and `_`, such as `lost_parcel`.
new-exists = { $path } is there already
new-written = { $path } is written: `raddle { $path }` shows it, `raddle lint { $path }` says what is missing.
