# 舞台。

pane-source = 程序
pane-threads = 线程
pane-resources = 共享
pane-graph = 循环等待
pane-timeline = 时间线
pane-log = 事件
pane-output = 输出

state-new = 新建
state-ready = 就绪
state-running = 运行
state-blocked = 阻塞
state-sleeping = 睡眠
state-finished = 终止
state-failed = 异常终止
state-abandoned = 未完成

about-begin = 开始
about-acquire = 获取 { $target }
about-release = 释放 { $target }
about-result = 取 { $target } 的结果
about-wait = 等待 { $target }
about-notify = 通知 { $target }
about-notify-all = 通知 { $target } 的全部等待者
about-set = 设置 { $target }
about-clear = 清除 { $target }
about-put = 放入 { $target }
about-get = 从 { $target } 取出
about-task-done = 报告 { $target } 任务完成
about-join-queue = 等待 { $target } 全部完成
about-inspect = 查看 { $target }
about-reset = 重置 { $target }
about-abort = 使 { $target } 进入损坏状态
about-cancel = 取消 { $target }
about-start = 启动 { $target }
about-join = 等待 { $target } 结束
about-exit = 结束
about-sleep = 睡眠 { $target }
about-print = 打印
about-read = 读取 { $target }
about-write = 写入 { $target }
about-draw = 生成随机数
about-compute = 继续计算

next = 下一步：
holds = 持有
daemon = 守护
waits-held = 想要 { $other } 持有的 { $resource }
waits-for = 想要 { $target }
waits-result = 等待 { $target } 的结果
waits-signal = 等待 { $target } 的信号
waits-item = 想取，{ $target } 是空的
waits-room = 想放，{ $target } 是满的
waits-done = 等待 { $target } 的所有任务完成
waits-end = 等待 { $target } 结束
waits-shutdown = 退出前等待其他线程结束
sleeps-for = 还要睡眠 { $duration }
for-at-most = ，{ $duration } 后放弃

lock-free = 空闲
event-set = 已设置
event-clear = 未设置
waiting-room = 等待区
room-empty = 空
notified = 已通知：
signals-left = { $left ->
    [0] 没有信号
   *[other] { $left } 个信号
}
permits-left = 剩余 { $left }/{ $total }
parties-arrived = 到达 { $count }/{ $total }
barrier-open = 放行
barrier-broken = 已损坏
items = { $count ->
    [one] 1 项
   *[other] { $count } 项
}
items-of = { $count }/{ $capacity }
timer-running = 剩余
timer-fired = 已触发
timer-cancelled = 已取消

nothing-shared = 还没有共享的东西。
more = … 还有 { $count } 个
line-number = 第 { $line } 行
edge-waits-for = 想要
edge-held-by = 被持有

narration-none = → 单步，空格播放，1…9 由你挑选线程运行。
deadlock = 死锁
circle = 循环等待

playing = 播放中
paused = 已暂停
step = 第 { $step } 步
step-of = 第 { $step }/{ $tip } 步
at-the-end = 结束
unit-operation = 按操作
unit-line = 按行
unit-instruction = 按指令
seed = { $policy }，种子 { $seed }
cores-locked = { $count } 核，有 GIL
cores-free = { $count } 核，无 GIL
switching-calls = 只在调用处切换
printing-torn = 输出行可能断开
spurious-on = 可能虚假唤醒
switching-count = 每 100 条指令切换
speed = 速度 { $speed }

policy-fair = fair：运行时间最少的就绪线程先走
policy-random = random：任意一个能继续的线程，正在睡眠的也算
policy-rr = rr：就绪线程轮流运行，每次一个时间片
policy-fcfs = fcfs：先来先服务，直到它阻塞
policy-sjf = sjf：最短的一段计算先运行，直到它阻塞
policy-mlfq = mlfq：多级反馈队列，用完时间片的下降一级
policy-priority = priority：最优先的就绪线程
seed-is = 用种子 { $seed } 重新开始：条件相同的线程换一种先后顺序
theme-is = 主题：{ $theme }
live = 真实线程，{ $count } 个
live-entered = 真实线程：由操作系统决定谁先走。按空格让线程运行。
live-left = 不再使用真实线程：从这里起由你和调度策略决定
live-holds = 这只用于模拟运行：按 o 结束真实线程运行
live-refused = 操作系统无法再创建线程：{ $reason }
kernel-id = 系统线程号 { $id }
tour-stopped = 导览结束：现在由你操作
export-as = 导出为
no-exports = 这里不能导出
exported = 已导出：{ $path }
not-exported = 无法导出：{ $reason }
export-under-way = 上一次导出还没有完成，完成后请再试
format-cast = asciinema 的录像
format-dot = 此刻的等待图，用 Graphviz 打开
format-gif = 动画
format-html = 网页
format-json = Perfetto 的轨迹
format-mmd = Mermaid 的时序图
format-png = 这一步的图片
format-svg = 网页里的动画
format-txt = 逐句的讲述
reloaded = 文件已保存：程序重新运行
full = 记录太多，播放在此停止
no-such-thread = 没有线程 { $mark }
cannot-run = { $thread } 现在不能运行：{ $state }
nothing-before = 前面没有了
nothing-after = 后面没有了
end-is-far = 走了 { $steps } 步还在运行；再按 End 继续
no-shell = 没有启动 raddle 的 shell 可以接手
no-fixed = 这个场景没有对应的正确写法
other-way = 从第 { $step } 步起换到另一条执行路径：接着运行的是 { $thread }
no-other-way = 目前只有一条执行路径：退回去，另选一个线程
go-to = 跳到第几步
input-asked = 程序要读一行输入
input-keys = Enter 交给程序，Ctrl-D 表示没有更多输入
input-too-long = 一次运行输入不了更多
cannot-be-run = { $name } 不能运行
waits-any = 等待 { $count } 件事中的任意一件
is-outside = 正在 { $what } 中
sleeps-on = 睡眠中
real-run = 真实运行

# 线程的一行：状态，以及它想要什么。
lane-new = 新建，未启动
lane-done = 终止
lane-killed = 未完成
lane-died = 异常终止
lane-died-of = 异常终止：{ $exception }
lane-asleep = 睡眠
lane-sleeps = 还睡 { $duration }
lane-sleeps-brief = 睡眠 { $duration }
lane-outside = 正在 { $what }
lane-will = 将要
lane-runs = 运行，将要
lane-ready = 就绪，将要
lane-ready-brief = 就绪
lane-running = 运行
lane-blocked = 阻塞
lane-wants-held = 阻塞：想要 { $other } 持有的 { $target }
lane-wants-held-brief = 阻塞：{ $target } { $other }
lane-wants = 阻塞：想要 { $target }
lane-wants-brief = 阻塞：{ $target }
lane-wants-result = 阻塞：等待 { $target } 的结果
lane-wants-signal = 阻塞：等待 { $target } 的信号
lane-wants-parties = 阻塞：{ $target } 还没到齐
lane-wants-item = 阻塞：想取，{ $target } 空了
lane-wants-item-brief = 阻塞：{ $target } 空
lane-wants-room = 阻塞：想放，{ $target } 满了
lane-wants-room-brief = 阻塞：{ $target } 满
lane-wants-done = 阻塞：{ $target } 的任务未完成
lane-wants-done-brief = 阻塞：{ $target } 未完
lane-joins = 阻塞：等 { $other } 结束
lane-joins-brief = 阻塞：等 { $other } 结束
lane-wants-all-done = 阻塞：退出前等其他线程结束
lane-wants-all-done-brief = 阻塞：等其他线程
lane-wants-any = 阻塞：想要 { $count } 样之一
lanes-more = 还有 { $count } 个

# The sentence: how it ended, why nobody goes on, and the key that matters now.
full-stop = 。
touring = 导览播放中
outcome-right = ✓ 正常结束，结果正确
outcome-over = ✓ 正常结束
outcome-wrong = ✗ 结果错误
outcome-deadlock = ✗ 死锁
outcome-stuck = ✗ 卡住
outcome-died = ✗ 失败
outcome-limit = ◆ 达到上限
outcome-open = ◆ 没有到结束
outcome-circle = ◆ 循环等待
end-all-done = 
    { $count ->
        [one] 线程运行结束
       *[other] { $count } 个线程都运行结束
    }
end-all-the-same = 程序没有它也运行到了结束
end-should-print = 本应打印“{ $text }”。
end-should-print-lines = 本应先后打印：{ $text }。
end-unexpected = 按场景的说明，不应该这样结束
end-exit-code = 程序自己退出，退出码不是 0
end-limit = 程序还没有结束，运行就被终止了
end-limit-then = 后面会怎样，无从得知
blocked-for-ever = 
    { $count ->
       *[other] { $count } 个线程永远阻塞
    }
nobody-gets-on = 同样的事做了 { $count } 遍：谁也没有进展
only-computes = 一直在计算，已经 { $count } 步
so-many-blocked = { $all } 个线程里有 { $count } 个阻塞
circle-open = 圈外的线程还可以释放锁，把它解开
count-word = { $count }
climax-self = { $thread } 想要自己持有的 { $resource }
climax-self-why = 只有 { $thread } 能归还 { $resource }，而它正阻塞着
climax-two = 双方各持有对方想要的东西，谁也不释放
climax-two-join = { $thread } 等 { $other } 结束，而后者想要前者持有的东西
climax-joins = { count-word } 个线程互相等对方结束，谁也不能先结束
climax-locks = { count-word } 个线程各持有一把锁，又都想要下一把
climax-things = { count-word } 个线程各持有一样，又都想要下一样
climax-mixed = { count-word } 个线程各被下一个阻塞，谁也无法继续
climax-why = 谁也不归还，就谁也得不到第二样
climax-mixed-why = 下一个不动，谁也动不了
climax-edge = { $thread } 想要 { $other } 持有的 { $resource }
climax-edge-join = { $thread } 等 { $other } 结束
now-begin = 开始
now-fixed = 正确写法
now-mark = 下一个标记
now-again = 重来
now-back = 后退
now-other = 另一种结局
now-next = 下一个
no-next = 后面没有场景了

# 内存。
pane-memory = 内存
memory-shared = 共享
memory-copies = 各自的副本
memory-wrote = 写入
memory-lost = 丢失
memory-start = 初值
memory-old = 第 { $step } 步起已过时

# 程序各行的右端。
label-wants = 想要 { $target }
label-wants-item = 想从 { $target } 取
label-wants-room = 想往 { $target } 放
label-wants-done = 等 { $target } 做完
label-wants-any = 想要 { $count } 样之一
label-joins = 等 { $other } 结束
label-joins-all = 等其他线程
label-ends = 结束
label-writes = 写入 { $value }
label-here = { $count } 个
label-threads = { $count } 个线程
nobody-comes = 从这里起，没有线程再到第 { $line } 行

# 画面：环、共享的东西、开场。
pane-of = { $at }/{ $count }
ring-wants = 想要
ring-held-by = 被持有
ring-joins = 等结束
ring-undoable = 还能解开
ring-each = 各持有一样，又想要下一样
ring-of-one = 只有 { $thread } 能释放 { $thing }，可它自己阻塞着。
ring-also = 还有：
ring-also-undoable = 还有（能解开）：
picture-want-to-put = 想放
picture-want-to-get = 想取
picture-nobody = 无
picture-last-in = 刚放入
picture-next-out = 下一个
picture-taken = 已取
picture-inside = 在里面
picture-want-in = 想进
picture-more = 另 { $count } 个
picture-there-of = { $count }/{ $capacity } 个
picture-there = { $count } 个
picture-given = 已发
picture-step = 第 { $step } 步
picture-start = 初值
picture-deeper = { $count } 层
picture-crowd = 全部线程
picture-first-in-first-out = 先进先出
picture-last-in-first-out = 后进先出
picture-lowest-first = 最小的先出
opening-watch = 看什么
opening-signs = 符号
opening-look = 怎么看
opening-plays = 自动播放，速度适合阅读
opening-steps = 一步一步，向前或后退
opening-runs = 由你决定谁走下一步
opening-thread = 线程
opening-thing = 东西
opening-points = 指向
opening-runs-sign = 运行
opening-ready = 就绪
opening-blocked = 阻塞
opening-sleeps = 睡眠
opening-done = 终止
opening-died = 异常终止
opening-there = 有
opening-not-there = 没有
opening-look-here = 值得一看

# 句子里的丢失更新。
outcome-lost = ✗ 丢失
loss-first = { $thread } 覆盖了 { $other } 写的 { $value }，那次写入没了
loss-second = { $thread } 读 { $variable } 的时候，{ $other } 还没写
end-lost = 丢失了 { $count } 次写入：覆盖它的线程没有看到它

# The output.
output-nothing = 没有输出
output-nothing-yet = 还没有输出

# 哪把锁保护哪个变量。
pane-guards = 保护
guards-lock = 锁
guards-held-by = 持有者
guards-guards = 保护
guards-nothing = 无
guards-no-lock = 未加锁
guards-touched = 访问
guards-without = 未持锁
guards-times = { $count } 次
guards-last = 最近的访问
guards-broken = 没拿锁就访问
guards-none-broken = 每次访问都拿了锁
guards-has = 持有 { $locks }
guards-has-only = 只持有 { $locks }
guards-has-none = 没有持锁
guards-sum = { $touches } 次访问中有 { $without } 次没拿 { $locks }
guards-rule = 大家都先拿同一把锁再访问，这把锁才护得住数据。
guards-nothing-yet = 还没有多个线程访问的变量

# 围成一圈的线程和锁。
pane-ring = 环
ring-open = 尚未成环：{ $all } 段中已连上 { $count } 段
ring-closed = 已经成环：{ $all } 段全部连上
ring-nothing = 还没有锁

# 调用栈；队列、一行代码、线程池的内部。
pane-call-stacks = 调用栈
pane-heap = 队列内部
stacks-line = 第 { $line } 行
stacks-parked = 停在 yield，第 { $line } 行
stacks-made = 还没开始
stacks-next = next()
stacks-send = send { $value }
stacks-gave = 给出 { $value }
stacks-returned = 返回 { $value }
stacks-broken = 提前结束
stacks-stale = 运行太快，没有逐次记录
stacks-aside = 搁置
stacks-done = 结束
stacks-laid-aside = 搁在一边，变量还在
stacks-more = … 上面还有 { $count } 层调用
heap-empty = 空
heap-next = 下一个出来
heap-came = 进 { $came }，出 { $gone }
heap-more = … 还有 { $count } 个
pane-bytecode = 指令
bytecode-nobody = 没有线程停在一行里
bytecode-has = 手里
bytecode-switch = 别的线程可以插进来：{ $count } 处里有 { $marks } 处

# 五状态图、CPU 核、解释器的令牌。
pane-states = 五状态
pane-cores = CPU 核
pane-gil = 解释器锁
phase-new = 新建
phase-ready = 就绪
phase-run = 运行
phase-blocked = 阻塞
phase-done = 终止
move-start = 启动
move-chosen = 调度
move-slice-over = 时间片完
move-preempted = 被抢占
move-token = 交出令牌
move-by-turns = 轮到别人
move-there = 等到了
move-wants = 要等
move-wants-what = 想要的还没有
move-ends = 结束
states-last = 刚才
why-started = 被启动了
why-chosen = 得到 CPU
why-slice-over = 时间片用完了
why-preempted = 别的线程优先
why-token = 有人要令牌
why-by-turns = 轮到别的线程
why-sleeps = 开始睡眠
why-there = 等到了
why-there-of = 等到了 { $thing }
why-other-ended = { $other } 结束了
why-awake = 睡醒了
why-time-out = 等到超时
why-overtaken = 被别的线程抢先
why-ends = 执行完了
why-dies = 因异常终止
why-cut-off = 程序结束，没有等它
cores-none = 这次运行没有 CPU 核：操作一个接一个。用 --cores 2 启动即可看到。
cores-line = 排队
cores-ready = 就绪
cores-nobody = 无
cores-core = 核 { $number }
cores-more = 还有 { $count } 个核
cores-slice = 时间片
cores-used-of = { $used } / { $most } 毫秒
cores-steps = { $used } / { $most } 步
cores-over = 完
cores-share = 占用
cores-since = 已等 { $time }
gil-none = 这里没有令牌：有空闲的核，线程就能运行。用 --cores 2 --gil on 启动即可看到。
gil-token = 令牌
gil-free = 空闲
gil-given = 转手 { $count } 次
gil-asks = 想要
gil-nobody = 无
gil-wait = 已等
gil-of = { $used } / { $most }
gil-after = 满 { $most } 毫秒就要求交出
gil-more = 还有 { $count } 个线程想要
gil-without = 不需要令牌：
gil-words = Python 同一时刻只在一个核上运行。
label-holds = 持有 { $target }

# 空转的线程，以及换一种结局。
now-pass = 跳到下一件别的事
still-spinning = 到第 { $steps } 步，还是没有发生别的事
sign-spins = 空转：反复做同样的事
other-end-sought = 正在找结局不同的运行……
other-end-found = 另一种结局：随机种子 { $seed }，{ $kind }。按 Esc 回到原来的运行
other-output-found = { $runs } 次随机运行结局相同；种子 { $seed } 的输出不同（按 a 看）
other-end-none = 没有找到别的结局：{ $runs } 次随机运行都和这次一样

# 下一步之前的问题
questions-asked = 提问并判对错
questions-shown = 只显示问题，不判对错
questions-off = 不提问
quiz-number = 输入一个数：{ $typed }_   Enter
quiz-text = 输入答案：{ $typed }_   Enter
quiz-choose = 按 { $keys } 作答
quiz-discuss = 你怎么看？
quiz-skip = 直接继续
quiz-right-word = ✓ 答对了
quiz-wrong-word = ✗ 答错了
quiz-right = 是 { $truth }。
quiz-wrong = 你答的是 { $answer }，实际是 { $truth }。
quiz-shown = 答案：{ $truth }。
quiz-never = 这次运行没有走到那一步。
quiz-no-such = 没有 { $key } 这个选项：按 { $keys } 作答，按 → 不作答、直接继续
quiz-type-first = 请先输入答案，或按 → 继续
quiz-choose-first = 请按答案前的键选择，或按 → 继续
quiz-end-finished = 正常结束：都顺利完成
quiz-end-deadlock = 死锁：环闭合
quiz-end-stuck = 卡住，但没有环
quiz-end-failed = 失败：有线程因异常终止
quiz-end-livelock = 活锁：一直在忙，谁也没有进展
notes-title = 备注：{ $title }
notes-none = 这个场景没有备注。
notes-guards = 哪把锁保护哪些数据
notes-questions = 舞台上的提问
notes-challenge = 挑战：
quiz-answer = 作答
quiz-off = 不提问
challenged = 挑战
asks = 提问

# 各个线程的统计。
pane-stats = 统计
stats-turns = 步数
stats-blocked = 阻塞
stats-done = 完成
stats-bars = 条形：步数
stats-overtaken = 被抢先 { $count } 次
stats-times = { $count } 次
stats-by = 被抢先
stats-by-whom = { $count } 次，抢先的是 { $threads }
stats-inside = 里面
stats-most = 最多同时 { $count } 个
stats-words = 完成：打印的文字、写入的共享变量
stats-nothing = 还没有线程

# 每个线程一格。
pane-crowd = 线程总览
crowd-threads = { $count } 个线程
crowd-copies = 手里是旧副本
crowd-of = { $count } / { $all }

# 出错的程序和改正后的程序并排放在一起。
pane-side-by-side = 并排对照
twins-words = 左边是错误写法，右边是正确写法；策略和种子相同。
twins-one = 只看一个
twins-play = 同时播放
twins-step = 同时走一步
twins-other = 换一边
side-no-twin = 这个场景没有对应的正确写法。
side-same = 没有不同的行。
side-no-runs = 还没有运行
side-runs = { $done } 次随机运行
side-under-way = 随机运行 { $done }/{ $runs }
side-differ = { $count } 行不同

# 同一程序在几种策略下的比较。
pane-policy-compare = 调度策略
compare-waiting = 等待 ms
compare-waiting-short = 等待ms
compare-turnaround = 周转 ms
compare-first = 响应 ms
compare-waiting-best = 等待最短
compare-first-best = 响应最快
compare-queues = mlfq 队列
compare-each = 各自等待
compare-ms = 平均 { $time } 毫秒
compare-within = ：{ $time } 毫秒内都轮到过
compare-no-thread = 空
compare-longest = { $policy ->
    [sjf] 在 sjf 下要等 { $time } 毫秒；短作业若源源不断，就永远轮不到
   *[other] 在 { $policy } 下要等 { $time } 毫秒，等得最久
}
compare-computing = 正在用每种策略各运行一遍……
compare-none = 这是真实运行的录制，不是由 raddle 的策略调度的。

# A thread pool written by hand.
pane-pool = 线程池
pool-nothing-yet = 还没有工作线程，也没有队列。
pool-queue = { $count }/{ $limit }
pool-queue-open = { $count } 个任务
pool-workers = 工作线程
pool-extra = 临时，最多等 { $time }
pool-idle = 空闲
pool-idle-until = 空闲到 { $time }
pool-gone = 已退出
pool-nobody-gone = 无
pool-tasks = 任务
pool-done = 做完 { $count }
pool-printed = 打印
pool-none = 无
pool-extra-yet = 临时
pool-refused = ✗ 拒绝 { $count }
note-next = 接下来：{ $text }
quiz-noted = 你的答案：{ $answer }
quiz-noted-then = 记下了，运行起来就知道。
quiz-see = 看结果
sign-at = 线程 2 在此
sign-at-two = 2 和 3
sign-at-many = 更多
line-of-file = { $file }:{ $line }
sign-departs = 检查找到的走法在这里与通常的顺序不同
sign-note = 有说明
zoom-is = 只看一个窗格：{ $pane }。按 z 恢复
zoom-over = 已恢复全部窗格。再按 z 放大下一个
pane-state-map = 状态图
map-none = 真实运行没有状态图：没有人知道它还能怎样走。
map-drawing = 正在画状态图……
map-states = { $count } 个状态
map-states-cut = { $count } 个状态，还有更多
map-states-so-far = 已有 { $count } 个状态
map-here = 现在
map-way = → 状态 { $state }
map-way-line = 第 { $line } 行 → 状态 { $state }
map-opened = 状态图：↑ ↓ 选线程，→ 走这一步，← 退回，m 关闭

# A box for each process.
pane-address-spaces = 进程
variable-of = { $process } 的 { $name }
spaces-main = 主进程
spaces-daemon = 守护进程
spaces-copy = fork：复制一份
spaces-own = 内存各自独立
