# 命令行的说明和它说的话。

help-usage = 用法：
help-arguments = 参数
help-options = 选项
help-commands = 命令

help-raddle = 在终端里观看、操控、回退多线程 Python 程序
help-raddle-usage = raddle [选项] [TARGET]...
    {"      "}raddle 命令
help-raddle-after = 不写命令就打开界面：场景列表，或者把 TARGET 放上舞台。
help-raddle-arg-target = 场景的名字（例如 `deadlock`），或 .py、.raddle 文件的路径
help-list = 按章节列出场景
help-run = 不打开界面，直接运行程序
help-run-after =
    程序的输出写到标准输出，一行结论写到标准错误。

    退出码：0 正常结束；1 程序失败（或程序自己要求的退出码）；2 用法错误，或程序无法运行；
    3 死锁或卡住；4 先达到了某个上限。

    使用 --times 时由最坏的一次决定：3 先于 1，1 先于 4；只要有一次失败就是 1，不管程序要求什么退出码；
    没能在 --max-seconds 之内全部跑完也是 4。表格写到标准输出，程序的输出列在表中。
help-completions = 输出 shell 的补全脚本
help-export = 把一次运行导出为文件，供他人观看
help-replay = 把录制文件放上舞台：单步、倒回、另选一条路
help-replay-after =
    `raddle run TARGET --save FILE` 和舞台上的 s 键都会生成录制文件。
help-export-after =
    文件名的结尾决定格式：

    {"  ."}cast   asciinema 的录像
    {"  ."}dot    Graphviz 的等待图
    {"  ."}gif    动画
    {"  ."}html   一个网页，内含全部内容
    {"  ."}json   可用 Perfetto 或 chrome://tracing 打开的轨迹
    {"  ."}mmd    Mermaid 的时序图；有 --step 时是等待图
    {"  ."}png    一幅画面：--step 指定的那一步，否则是最后一步
    {"  ."}svg    放在网页或 README 里的动画；有 --step 时是一幅画面
    {"  ."}txt    逐句的讲述；有 --step 时是一幅画面的文字
help-man = 输出手册页，用法：`raddle man | man -l -`

help-arg-target = 场景的名字（例如 `deadlock`），或 .py 文件的路径
help-arg-others = 同时运行的其他程序，各在自己的进程里，共用一个网络和一个文件系统
help-arg-lang = 语言：en 或 zh [默认：由 locale 决定]
help-arg-color = 颜色：auto、always 或 never [默认：auto]
help-arg-scenarios = 同时读取这个文件夹里的 .py 文件
help-arg-help = 显示帮助
help-arg-version = 显示版本
help-arg-policy = 调度策略：fair、random、rr（轮转）、fcfs（先来先服务）、sjf（短作业优先）、mlfq（多级反馈队列）、priority（优先级），或 live（由操作系统决定）[默认：fair]
help-arg-seed = 随机种子 [默认：0]
help-arg-quantum = 时间片：策略为 rr 或 mlfq 时，一个线程连续执行多久：步数（3）或虚拟毫秒数（5ms）[默认：1]
help-arg-inherit = 策略为 priority 时，锁的持有者继承等待者的优先级
help-arg-cores = 多少个线程各占一个核同时运行；除非 --gil off，否则带有 CPython 的全局解释器锁
help-arg-gil = 有 --cores 时：全局解释器锁 on 或 off [默认：on]
help-arg-interval = 有 --cores 时：其他线程等待时，一个线程最多占用解释器锁多少虚拟毫秒 [默认：5]
help-arg-switching = 线程可以在哪里被换下：anywhere（任何地方）、calls（只在 CPython 3.11 检查的地方：调用和向回跳转）、count（每 100 条指令，同早期 CPython）[默认：anywhere]
help-arg-printing = print 一次写出多少：whole（整行），或 torn（文字和行尾之间别的线程可以插进来）[默认：whole]
help-arg-spurious = 条件变量的等待者没有收到通知是否也可能醒来：on 或 off；随机调度和穷举检查会试这种可能 [默认：off]
help-arg-set = 给程序的参数换一个值
help-arg-theme = 界面配色：dark、light、high-contrast 或 colour-blind [默认：dark]
help-arg-no-motion = 不使用动画
help-arg-text = 不用界面，逐行用文字讲述并听取命令：供读屏软件和管道使用
help-arg-choices = 先按这个文件里的选择，或 `rd1-…` 调度文本走，再按策略继续
help-arg-max-steps = 最多执行多少个操作 [默认：10000000]
help-arg-input = 把这个文件的各行交给程序的 input()
input-is = input() 读取 UTF-8 文本：用 `--input 文件`，或 `raddle run` 的标准输入。
input-no-text = { $path } 不是 UTF-8 文本，或者太长
input-wanted = 程序要读取输入：请逐行键入；按 Ctrl-D 结束，然后开始运行。
help-arg-max-seconds = 最多运行多少秒，0 表示不限 [默认：10]
help-arg-jobs = 同时搜索的操作系统线程数；结果不变 [默认：每个核心一个]
help-arg-max-memory = 程序的对象最多占用的内存，单位 MB [默认：1024]
help-arg-file = 录制文件，例如 `deadlock.raddle`
help-arg-times = 按随机调度运行 N 次（种子 1 到 N），统计各种结局
help-arg-save = 把这次运行保存到这个文件，供 `raddle replay` 打开
help-arg-count = 精确计数交错，最多经过 200,000 个状态，不管要多久；不加时，若计数比搜索慢得多就只估计
help-arg-map = 把小程序的所有状态和它们之间的每一步写入这个文件（JSON）
help-arg-force = 文件已经存在时替换它
help-export-arg-target = 场景的名字（例如 `deadlock`），或 .py、.raddle 文件的路径
help-arg-shell = bash、elvish、fish、powershell 或 zsh
help-list-arg-json = 输出 JSON
help-run-arg-max-seconds = 最多运行多少秒（--times 的全部运行合计），0 表示不限 [默认：10]
help-run-arg-json = 以 JSON 输出结论，其中包含程序的输出
help-arg-tour = 播放场景的导览：自动进行，带字幕
help-arg-show-keys = 显示按下的键，给看录像的人
help-arg-output = 要写的文件
help-arg-steps = 只显示这些步：`10..40`、`10..`、`..40`
help-arg-step = 只显示这一步
help-arg-size = 每行的格数和行数 [默认：100x30]
help-arg-speed = 播放的速度，从 1 到 10，和屏幕上一样 [默认：4]
help-arg-idle = 画面静止时最多停留多少秒 [默认：3]
help-arg-cast-version = asciicast 的版本：2 或 3 [默认：2]
help-arg-scale = .gif、.png 和视频放大的倍数，从 1 到 4 [默认：2]
help-export-arg-max-steps = 最多显示多少个操作 [默认：2000]

usage-unknown-argument = 没有 `{ $argument }` 这个参数
usage-no-value = `{ $argument }` 需要一个值
usage-bad-value = `{ $value }` 不能作为 `{ $argument }` 的值
usage-missing = 缺少：{ $argument }
usage-twice = `{ $argument }` 不能和 `{ $other }` 同时使用
usage-too-many = 多余的值 `{ $value }`：`{ $argument }` 不需要它
usage-not-utf8 = 有一个参数不是 UTF-8 编码
usage-wrong = 看不懂这条命令
usage-possible-values = 可以是：{ $values }。
usage-more = 用 `raddle --help` 和 `raddle 命令 --help` 查看可用的写法。
usage-screen-options = 命令前面写了界面的选项
usage-quantum = `--quantum` 只能和 `--policy rr` 或 `--policy mlfq` 一起使用
usage-times-policy = `--times` 按随机调度运行：只能和 `random` 策略一起用
usage-inherit = `--inherit` 只能和 `--policy priority` 一起使用
usage-gil = `--gil` 和 `--interval` 只能和 `--cores` 一起使用
usage-live-cores = `--cores` 不能和 `--policy live` 一起用：操作系统有自己的核
usage-choices-of-a-program = `--choices` 用于程序：录制文件自带选择
usage-several-programs = 几个程序一起只能运行一次，由 raddle 自己调度：`--times` 和 `--policy live` 都不能一起用
usage-live-choices = `--choices` 不能和 `--policy live` 一起用：由操作系统做选择
no-tour = { $target } 没有导览
tours-are = 导览写在场景里，写法是 `[[tool.raddle.tour]]`；README 里有例子。
usage-tour-of-film = `--tour` 只能用于动画和网页：.cast、.gif、.html、.mp4、.svg 和 .webm
usage-steps = 这次运行没有这些步
usage-step-of-trace = trace 展示一段运行：用 `--steps A..B` 选一部分，不用 `--step`
hint-size = 写格数和行数，从 20x5 到 400x200：`--size 100x30`。
hint-steps = 写第一步和最后一步：`--steps 10..40`。
hint-step = 写一步的编号。
hint-speed = 速度是从 1 到 10 的数。
hint-idle = 写秒数，例如 2 或 0.5。
hint-cast-version = 有 2 和 3。
hint-scale = 放大的倍数是从 1 到 4 的整数。
unknown-format = { $path }：看不出是什么格式
known-formats = 可以用：{ $formats }。
unwritable = 无法写入 { $path }：{ $reason }
file-exists = { $path } 已经存在
file-exists-advice = 加上 `--force` 可以替换它。
replace-file = { $path } 已经存在。要替换吗？[y/N]
file-left = { $path } 保持原样
exporting = 正在导出
hint-set = 写法是名字、等号、值：`--set WORKERS=3`。
hint-seed = 种子是从 0 开始的整数。
hint-quantum = 时间片是从 1 开始的步数，或虚拟毫秒数：`--quantum 3`、`--quantum 5ms`。
hint-cores = 请写 1 到 64 之间的核数。
hint-interval = 请写虚拟毫秒数，例如 5 或 0.5。
hint-times = 写出要运行多少次，从 1 开始。
hint-max-steps = 请写一个整数。
hint-max-seconds = 请写秒数，例如 2 或 0.5；0 表示不限。
hint-jobs = 请写整数，从 1 到 256。
hint-max-memory = 请写整数，单位 MB，至少为 1。

cannot-write = 无法写出结果：{ $reason }
more-mistakes = ……还有 { $count } 处错误
no-terminal = 界面需要终端，而这里不是终端
without-terminal = 用 `raddle run TARGET` 可以不打开界面直接运行。
dumb-terminal = 界面需要能移动光标的终端，而这个终端不能 (TERM=dumb)
not-a-utf8-terminal = 界面需要 UTF-8，而语言环境说的是 { $charset } ({ $variable }={ $value })
with-text = 用 `--text` 可以逐行以文字讲述同样的内容。
with-text-or-utf8 = 用 `--text` 可以逐行以文字讲述同样的内容。如果终端其实能显示 UTF-8，可以用 `LC_ALL=C.UTF-8 raddle`。

not-a-choice = { $path }：`{ $word }` 不是一个选择
schedule-version = 这个 raddle 读不了调度文本 `{ $text }`
schedule-other-program = 这个调度属于另一个程序，或者程序的文本已经改过
schedule-part = `{ $part }` 不是调度文本的一部分
schedule-impossible = 调度的第 { $number } 步 `{ $choice }` 走不了
schedule-made-by = 调度文本由 `raddle check TARGET` 给出：`rd1-`、程序的标记、与通常顺序不同之处。
choices-cannot-be-made = 有些选择走不了
choices-are = 每个选择是一个线程编号，后面可以加 `!`、`?`、`l`、`i` 或 `=数字`：`0 1 2!`。
choices-too-long = { $path } 超过 32 MB，没有哪次运行要做那么多选择
impossible-choice = { $path }：第 { $number } 个选择 `{ $choice }`：运行到这里时不能这样选
too-many-choices = { $path }：程序走了 { $steps } 步就结束了，还剩 { $count } 个选择
choices-of-another-program = 这些选择是这个程序的吗？参数的值也一样吗？

list-finished = 正常结束
list-failed = 失败
list-deadlock = 死锁
list-stuck = 卡住
list-livelock = 活锁

verdict-finished = 正常结束：{ $steps } 步，虚拟时间 { $seconds } 秒
verdict-failed = 失败：{ $reason }
verdict-raised = { $thread } 因异常 { $type } 结束：{ $message }
verdict-raised-silently = { $thread } 因异常 { $type } 结束
verdict-exit = 程序以退出码 { $code } 退出
verdict-deadlock = 死锁：{ $threads }
verdict-stuck = 卡住：{ $threads }
verdict-stuck-why = 卡住：{ $why }（{ $threads }）
verdict-but = { $line }；但是 { $why }
verdict-wrong = 结果错误：{ $text }
verdict-waits = { $thread } 未持有任何资源，想要 { $resource }
verdict-holds-and-waits = { $thread } 持有 { $holds }，想要 { $resource }
verdict-more = 另有 { $count } 个线程阻塞
verdict-limit-memory = 达到上限：程序的内存用完了；用 `--max-memory` 可以放宽
verdict-limit-threads = 达到上限：程序的线程太多，没有选项可以放宽
verdict-limit-output = 达到上限：程序打印得太多，没有选项可以放宽
verdict-limit-time = 达到上限：走了 { $steps } 步，时间到；用 `--max-seconds` 可以放宽
verdict-limit-steps = 达到上限：已走 { $steps } 步；用 `--max-steps` 可以放宽
clause-separator = ；
other-threads = 其他线程

# Waits of threads that joined another one.
verdict-joins = { $thread } 未持有任何资源，在等 { $resource } 结束
verdict-holds-and-joins = { $thread } 持有 { $holds }，在等 { $resource } 结束

# Words between words, and the command that explains.
colon = ：
comma = ，
help-help = 说明一个命令
help-arg-of = 命令的名字
help-options-sign = [选项]

no-ffmpeg = { $path }：视频要由 ffmpeg 生成，这里无法运行它
ffmpeg-is = 请安装 ffmpeg，或者导出 .gif、.svg、.cast，它们不需要别的程序。
help-arg-questions = 步骤之前是否提问：asked（并判对错）、shown（只显示）、off
help-arg-no-progress = 不记录看过什么、答过什么（也可设 RADDLE_NO_PROGRESS=1）
help-notes = 打印场景的讲课备注
help-lint = 说明场景里缺少什么、哪些说法不成立
help-new = 写一个新场景的骨架，文件名为 NAME.py
help-list-arg-concepts = 列出每个概念在哪里展示
help-arg-name = 由小写字母组成的名字，例如 lost_parcel
new-no-name = `{ $name }` 不能作场景名
new-no-name-advice = 请用小写字母、数字和 `_`，例如 `lost_parcel`。
new-exists = { $path } 已经存在
new-written = 已写入 { $path }：`raddle { $path }` 打开它，`raddle lint { $path }` 说明还缺什么。
