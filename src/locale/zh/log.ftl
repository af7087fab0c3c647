# 发生了什么，日志里的一句话：简短，并用程序里的名字。

log-main-begins = { $thread } 开始运行
log-started = { $thread } 启动 { $other }
log-finished = { $thread } 运行结束
log-failed = { $thread } 因异常结束：{ $exception }
log-abandoned = { $thread } 被中断：程序已经结束

log-waits-owner = { $thread } 等待 { $resource }，它被 { $other } 持有
log-waits-permit = { $thread } 等待 { $resource } 的许可
log-waits-signal = { $thread } 等待 { $resource }
log-waits-parties = { $thread } 在 { $resource } 等待其他线程
log-waits-get = { $thread } 等待 { $resource } 里有数据，现在是空的
log-waits-put = { $thread } 等待 { $resource } 有空位，现在是满的
log-waits-done = { $thread } 等待 { $resource } 的所有任务完成
log-waits-end = { $thread } 等待 { $other } 结束
log-waits-shutdown = { $thread } 等待其他线程结束后退出程序
log-timed-out = { $thread } 不再等待：超时了
log-time-is-up = { $thread } 的时间到了
log-sleeps = { $thread } 睡眠 { $duration }
log-overtakes = { $thread } 抢在 { $other } 之前，后者只能继续等待

log-acquired = { $thread } 获得 { $resource }
log-acquired-again = { $thread } 再次获得 { $resource }，重入 { $depth } 层
log-released = { $thread } 释放 { $resource }
log-released-of = { $thread } 释放了 { $other } 持有的 { $resource }
log-released-once = { $thread } 释放 { $resource } 一次，还剩 { $depth } 层
log-permit-taken = { $thread } 取得 { $resource } 的一个许可，还剩 { $left } 个
log-waits-given = { $thread } 等待 { $resource } 的信号
log-signal-taken = { $thread } 收到 { $resource } 的一个信号，还剩 { $left } 个
log-signal-given = { $thread } 向 { $resource } 发出信号，{ $left } 个还没有人收
log-permit-returned = { $thread } 归还 { $resource } 的一个许可，现有 { $left } 个
log-flag-set = { $thread } 设置 { $resource }
log-flag-cleared = { $thread } 清除 { $resource }
log-room-entered = { $thread } 进入 { $resource } 的等待室
log-room-left = { $thread } 离开 { $resource } 的等待室
log-notified = { $thread } 通过 { $resource } 通知 { $other }
log-notified-nobody = { $thread } 通知 { $resource }，但没有线程在等
log-arrived = { $thread } 第 { $count } 个到达 { $resource }
log-opened = { $thread } 最后到达：{ $resource } 放行
log-passed = { $thread } 通过 { $resource }
log-broken = { $thread } 损坏了 { $resource }
log-reset = { $thread } 重置 { $resource }
log-put = { $thread } 把 { $item } 放入 { $resource }
log-got = { $thread } 从 { $resource } 取出 { $item }
log-task-done = { $thread } 完成 { $resource } 的一个任务，还有 { $count } 个未完成
log-cancelled = { $thread } 取消 { $resource }
log-fired = { $resource } 在 { $thread } 中触发

log-read = { $thread } 读取 { $variable }：{ $value }
log-read-unknown = { $thread } 读取 { $variable }
log-wrote = { $thread } 写入 { $variable } = { $value }
log-printed = { $thread } 打印 { $text }
log-drew = { $thread } 取得随机数 { $value }
log-raised = { $thread } 抛出 { $exception }

log-deadlock = 死锁：{ $count ->
    [one] 一个线程在等待自己
   *[other] { $count } 个线程互相等待，形成环路
}
log-deadlock-edge = { $thread } 等待 { $resource }，它被 { $other } 持有
log-deadlock-join = { $thread } 等待 { $other } 结束
log-deadlock-self = { $thread } 等待 { $resource }，而持有它的正是自己
log-circle = 等待成环，但还可以解开：{ $count ->
    [one] 一个线程在等自己
   *[other] { $count } 个线程互相等待
}
log-circle-broken = 等待的环解开了

log-end-finished = 程序运行结束
log-end-failed = 程序失败
log-end-deadlock = 谁也无法继续：死锁
log-end-stuck = 谁也无法继续：等待的事不会有人去做
log-end-limit = 程序被终止：达到了上限
log-outside = { $thread } 正在 { $what } 中
log-unknown = { $thread }：{ $word }
log-dropped = 有 { $count } 个事件没有录下来
log-end-exited = 程序结束，退出码 { $code }
log-end-killed = 程序被信号 { $signal } 终止
log-end-hung = 程序没有继续下去
log-end-left = 录制停止时程序还在运行
log-end-other = 程序结束：{ $word }
log-waits-other = { $thread } 等待 { $what }
log-waits-any = { $thread } 等待 { $count } 件事中的任意一件
log-shared = { $thread } 与其他线程共享 { $resource }
log-unshared = { $thread } 不再共享 { $resource }
log-closed = { $thread } 关闭 { $resource }
log-poisoned = { $resource } 已中毒：{ $thread } 持有它时失败了
log-sleeps-on = { $thread } 睡眠

why-failed = { $other } 因异常结束：{ $exception }
why-owner-finished = { $other } 结束时没有释放 { $resource }，而 { $thread } 在等它
why-owner-failed = { $other } 持有 { $resource } 时因异常结束（{ $exception }），而 { $thread } 在等它
why-not-done = 从 { $resource } 取走的 { $count } 项没有调用 task_done()，而 { $thread } 在 join() 里等待
why-not-taken = { $resource } 里还有 { $count } 项没有人取，而 { $thread } 在 join() 里等全部完成
why-no-item = 没有线程还能向 { $resource } 放入数据，而 { $thread } 在等数据
why-no-room = { $resource } 已满，没有线程还能从中取走数据，而 { $thread } 在等空位
why-no-flag = 没有线程还能设置 { $resource }，而 { $thread } 在等它
why-no-notification = 没有线程还能通知 { $resource }，而 { $thread } 在等通知
why-no-permit = 没有线程还能释放 { $resource }，而 { $thread } 在等它
why-permit-held = { $other } 拿着 { $resource } 的许可，自己也在永远等待，而 { $thread } 在等这个许可
why-too-few = { $resource } 要等齐 { $parties } 个线程，只来了 { $count } 个，再没有线程会来，而 { $thread } 在那里等
why-circle = { $edges }：谁也解不开

# 丢失的更新。
log-covers = ✗ { $other } 写的 { $value } 丢了：{ $thread } 没看到它
