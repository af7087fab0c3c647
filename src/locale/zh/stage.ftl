# 舞台。

pane-source = 程序
pane-threads = 线程
pane-resources = 共享
pane-graph = 谁在等谁
pane-timeline = 时间线
pane-log = 发生了什么
pane-output = 输出

state-new = 新建
state-ready = 就绪
state-running = 运行
state-blocked = 等待
state-sleeping = 睡眠
state-finished = 结束
state-failed = 失败
state-abandoned = 被中断

about-begin = 开始
about-acquire = 获取 { $target }
about-release = 释放 { $target }
about-wait = 等待 { $target }
about-notify = 通知 { $target }
about-notify-all = 通知 { $target } 的全部等待者
about-set = 设置 { $target }
about-clear = 清除 { $target }
about-put = 放入 { $target }
about-get = 从 { $target } 取
about-task-done = 报告 { $target } 任务完成
about-join-queue = 等待 { $target } 全部完成
about-inspect = 查看 { $target }
about-reset = 重置 { $target }
about-abort = 损坏 { $target }
about-cancel = 取消 { $target }
about-start = 启动 { $target }
about-join = 等待 { $target } 结束
about-exit = 结束
about-sleep = 睡眠 { $target }
about-print = 打印
about-read = 读取 { $target }
about-write = 写入 { $target }
about-draw = 取随机数
about-compute = 继续计算

next = 下一步：
holds = 持有
daemon = 守护
waits-held = 等待 { $resource }，被 { $other } 持有
waits-for = 等待 { $target }
waits-signal = 等待 { $target } 的信号
waits-item = 等待 { $target } 有数据
waits-room = 等待 { $target } 有空位
waits-done = 等待 { $target } 全部完成
waits-end = 等待 { $target } 结束
waits-shutdown = 等待其他线程结束
waited-of = { $waited }，最多再等 { $left }
sleeps-for = 还要睡眠 { $duration }
for-at-most = （最多 { $duration }）

lock-free = 空闲
event-set = 已设置
event-clear = 未设置
waiting-room = 等待室
room-empty = 空
notified = 已通知：
signals-left = { $left ->
    [0] 没有信号
   *[other] { $left } 个信号
}
permits-left = 空闲 { $left }/{ $total }
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
edge-waits-for = 等待
edge-held-by = 被持有

lane-runs = 运行
lane-ready = 就绪
lane-waits = 等待
lane-sleeps = 睡眠
lane-holds = 持有锁

narration-none = → 单步，空格播放，1…9 由你挑选线程运行
deadlock = 死锁
circle = 等待成环
banner-finished = 运行结束
banner-failed = 失败
banner-stuck = 卡住
banner-limit = 达到上限
banner-unexpected = 这个结局不在场景的预期之中。
banner-hint = ← 可后退，R 换一种顺序再试
fixed-by = 按 f 打开正确的写法 { $id }

playing = 播放中
paused = 已暂停
step-of = 第 { $step }/{ $tip } 步
unit-operation = 按操作
unit-line = 按行
unit-instruction = 按指令
seed = { $policy }，种子 { $seed }
cores-locked = { $count } 核，有 GIL
cores-free = { $count } 核，无 GIL
speed = 速度 { $speed }

policy-fair = fair：运行时间最少的就绪线程先走
policy-random = random：任意一个能继续的线程，正在睡眠的也算
policy-rr = rr：就绪线程轮流运行，每次一个时间片
policy-fcfs = fcfs：先来先服务，直到它等待
policy-sjf = sjf：最短的一段计算先运行，直到它等待
policy-mlfq = mlfq：多级反馈队列，用完时间片的下降一级
policy-priority = priority：最优先的就绪线程
seed-is = 用种子 { $seed } 重新开始：并列的线程换一种顺序
theme-is = 主题：{ $theme }
live = 实时，{ $count } 个系统线程
live-entered = 实时：由操作系统决定谁先走。按空格让线程运行。
live-left = 不再实时：从这里起由你和调度策略决定
live-holds = 这只用于模拟运行：按 o 离开实时运行
live-refused = 操作系统不再给线程：{ $reason }
kernel-id = 线程号 { $id }
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
end-is-far = 离结束还远：再按 End 继续
no-shell = 没有启动 raddle 的 shell 可以接手
no-fixed = 没有标明正确写法的场景
other-way = 第 { $step } 步之后换成另一条路：接着运行的是 { $thread }
no-other-way = 目前只走过一条路：退回去，另选一个线程
go-to = 跳到第几步
cannot-be-run = { $name } 不能运行
waits-any = 等待 { $count } 件事中的任意一件
is-outside = 正在 { $what } 中
sleeps-on = 睡眠中
real-run = 真实运行
