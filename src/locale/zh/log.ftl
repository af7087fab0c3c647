# 发生了什么，日志里的一句话：简短，并用程序里的名字。

log-main-begins = { $thread } 开始运行
log-started = { $thread } 启动 { $other }
log-resumes = { $thread } 恢复执行生成器 { $function }
log-yields = { $function } 向 { $thread } 交出 { $value }，挂起
log-finished = { $thread } 运行结束
log-failed = { $thread } 异常终止：{ $exception }
log-abandoned = { $thread } 没有运行完：程序已经结束

log-waits-owner = { $thread } 想要 { $other } 持有的 { $resource }：阻塞
log-waits-permit = { $thread } 想要 { $resource } 的许可，已经没有了：阻塞
log-waits-result = { $thread } 等待 { $resource } 的结果：阻塞
log-waits-signal = { $thread } 等待 { $resource } 的信号：阻塞
log-waits-parties = { $thread } 在 { $resource } 等其他线程到齐：阻塞
log-waits-get = { $thread } 想取，{ $resource } 是空的：阻塞
log-waits-put = { $thread } 想放，{ $resource } 是满的：阻塞
log-waits-done = { $thread } 等待 { $resource } 的所有任务完成：阻塞
log-waits-end = { $thread } 等待 { $other } 结束：阻塞
log-waits-shutdown = { $thread } 退出前等待其他线程结束：阻塞
log-timed-out = { $thread } 不再等待：超时了
log-time-is-up = { $thread } 的时间到了
log-sleeps = { $thread } 睡眠 { $duration }
log-overtakes = { $thread } 抢在 { $other } 之前，后者继续阻塞

log-acquired = { $thread } 获得 { $resource }
log-acquired-again = { $thread } 再次获得 { $resource }，重入 { $depth } 层
log-released = { $thread } 释放 { $resource }
log-released-of = { $thread } 释放了 { $other } 持有的 { $resource }
log-released-once = { $thread } 释放 { $resource } 一次，还剩 { $depth } 层
log-permit-taken = { $thread } 取得 { $resource } 的一个许可，还剩 { $left } 个
log-waits-given = { $thread } 等待 { $resource } 的信号：阻塞
log-signal-taken = { $thread } 收到 { $resource } 的一个信号，还剩 { $left } 个
log-signal-given = { $thread } 向 { $resource } 发出信号，{ $left } 个还没有人收
log-permit-returned = { $thread } 归还 { $resource } 的一个许可，现有 { $left } 个
log-result-there = { $thread } 得出 { $resource } 的结果
log-flag-set = { $thread } 设置 { $resource }
log-flag-cleared = { $thread } 清除 { $resource }
log-room-entered = { $thread } 进入 { $resource } 的等待区
log-room-left = { $thread } 离开 { $resource } 的等待区
log-notified = { $thread } 通过 { $resource } 通知 { $other }
log-notified-nobody = { $thread } 通知 { $resource }，但那里没有线程
log-arrived = { $thread } 第 { $count } 个到达 { $resource }
log-opened = { $thread } 最后到达：{ $resource } 放行
log-passed = { $thread } 通过 { $resource }
log-broken = { $thread } 使 { $resource } 进入损坏状态
log-reset = { $thread } 重置 { $resource }
log-put = { $thread } 把 { $item } 放入 { $resource }
log-got = { $thread } 从 { $resource } 取出 { $item }
log-task-done = { $thread } 完成 { $resource } 的一个任务，还有 { $count } 个未完成
log-cancelled = { $thread } 取消 { $resource }
log-fired = { $resource } 在 { $thread } 中触发

log-read = { $thread } 读取 { $variable }：{ $value }
log-read-unknown = { $thread } 读取 { $variable }
log-wrote = { $thread } 写入 { $variable }：{ $value }
log-printed = { $thread } 打印“{ $text }”
log-drew = { $thread } 生成随机数 { $value }
log-raised = { $thread } 抛出 { $exception }

log-deadlock = 死锁：{ $threads } 形成循环等待
log-deadlock-edge = { $thread } 想要 { $other } 持有的 { $resource }
log-deadlock-join = { $thread } 等待 { $other } 结束
log-deadlock-self = 死锁：{ $thread } 想要自己持有的东西
log-circle = 循环等待，但还可以解开：{ $threads }
log-circle-broken = 循环等待解开了

log-end-finished = 程序运行结束
log-end-right = 程序运行结束，结果正确
log-end-wrong = 程序运行结束，结果错误
log-end-died = 程序运行结束，但有线程失败
log-end-failed = 程序失败
log-end-deadlock = 谁也无法继续：死锁
log-end-stuck = 谁也无法继续：所等的事不会再发生
log-end-limit = 运行被终止：达到了上限
log-outside = { $thread } 正在 { $what } 中
log-unknown = { $thread }：{ $word }
log-dropped = 有 { $count } 个事件没有录下来
log-end-exited = 程序结束，退出码 { $code }
log-end-killed = 程序被信号 { $signal } 终止
log-end-hung = 程序没有继续下去
log-end-left = 录制停止时程序还在运行
log-end-other = 程序结束：{ $word }
log-waits-other = { $thread } 等待 { $what }：阻塞
log-waits-any = { $thread } 等待 { $count } 件事中的任意一件：阻塞
log-shared = { $thread } 与其他线程共享 { $resource }
log-unshared = { $thread } 不再共享 { $resource }
log-closed = { $thread } 关闭 { $resource }
log-poisoned = { $resource } 已中毒：{ $thread } 持有它时失败了
log-sleeps-on = { $thread } 睡眠

why-failed = { $other } 异常终止：{ $exception }
why-owner-finished = { $other } 结束时没有释放 { $resource }，而 { $thread } 想要它
why-owner-failed = { $other } 持有 { $resource } 时异常终止（{ $exception }），而 { $thread } 想要它
why-not-done = 从 { $resource } 取走的 { $count } 项没有调用 task_done()，而 { $thread } 在等它们完成
why-not-taken = { $resource } 里还有 { $count } 项没有人取，而 { $thread } 在等它们完成
why-no-item = 再没有线程会向 { $resource } 放入数据，而 { $thread } 想取
why-no-room = 再没有线程会从 { $resource } 取走数据，而 { $thread } 想放
why-no-result = 再没有线程能完成 { $resource }，而 { $thread } 在等它的结果
why-no-flag = 再没有线程会设置 { $resource }，而 { $thread } 在等它
why-no-notification = 再没有线程会通知 { $resource }，而 { $thread } 在等通知
why-no-permit = 再没有线程会释放 { $resource }，而 { $thread } 想要它
why-permit-held = { $other } 持有 { $resource } 的许可，自己永远阻塞，而 { $thread } 想要这个许可
why-too-few = { $resource } 要等齐 { $parties } 个线程，只来了 { $count } 个，再没有线程会来，而 { $thread } 阻塞在那里
why-circle = { $edges }：谁也解不开

# Steps of which nothing else is told; circles of one and of many.
log-wakes = { $thread } 醒来
log-returns = { $thread } 等到 { $other } 结束，继续运行
log-goes-on = { $thread } 继续运行
log-goes-without = { $thread } 没有得到 { $resource }，继续运行
log-goes-past = { $thread } 直接通过 { $resource }
log-looks = { $thread } 查看 { $target }
log-computes = { $thread } 继续运行
log-does = { $thread }：
log-deadlock-many = 死锁：{ $count } 个线程形成循环等待
log-circle-self = 循环等待，但还可以解开：{ $thread } 想要自己持有的东西
log-circle-many = 循环等待，但还可以解开：{ $count } 个线程
list-and = {" "}和{" "}
log-sets-up = { $thread } 执行程序开头的语句
log-printed-error = { $thread } 向 stderr 打印“{ $text }”
log-edge-self = { $thread } 想要自己持有的 { $resource }

# 丢失的更新。
log-covers = ✗ { $other } 写的 { $value } 丢了：{ $thread } 没看到它
