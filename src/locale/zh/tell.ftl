# 用句子讲述一次运行：导出为文本，以及文本模式。

tell-head = { $name } 的运行，逐句讲述：{ $steps } 步，虚拟时间 { $time }。
tell-part = 这里讲第 { $from } 步到第 { $to } 步。
tell-threads = 线程：{ $threads }。
tell-shared = 共享：{ $resources }。
tell-step = 第 { $step } 步，{ $time }：{ $text }
tell-sentence = { $text }。
tell-between = {""}
tell-narration = 解说（{ $thread } 在第 { $line } 行）：{ $text }
tell-prints = { $thread } 打印{ $text }
tell-prints-error = { $thread } 向 stderr 打印{ $text }
tell-quoted = “{ $text }”
tell-more-happened = 这一步发生的事不止这些
tell-stands = { $name }：{ $text }
tell-next = 下一步：{ $action }
tell-holds = 持有 { $holds }
tell-held = 被 { $threads } 持有
tell-depth = 重入 { $depth } 层
tell-kind = { $name }（{ $kind }）
tell-waiters = { $threads } { $count ->
   *[other] 在等
}
tell-room = 等待室：{ $threads }
tell-items-of = 已占 { $count }/{ $capacity } 个位置
tell-timer-runs = 还没有触发
tell-written = 最后由 { $thread } 写入
tell-edge = { $thread } { $waits }
tell-deadlock = 死锁：{ $edges }。它们谁也无法再继续。
tell-not-ended = 到第 { $step } 步，运行还没有结束
tell-last-states = 最后每个线程的状态：

tell-graph-title = { $text }：第 { $step } 步，{ $time }
tell-graph-empty = 没有线程在等，也没有线程持有任何东西。
tell-graph-held-times = 被持有 { $count } 次
tell-graph-parties = 等其他线程
tell-graph-item = 等数据
tell-graph-room = 等空位
tell-graph-done = 等全部完成
tell-graph-end = 等它结束

sequence-starts = 启动
sequence-finished = 运行结束
sequence-failed = 因异常结束：{ $exception }
sequence-waits = 等待
sequence-wakes = 唤醒
sequence-timed-out = 不再等待
sequence-sleeps = 睡眠 { $duration }
sequence-reads = 读取 { $variable }：{ $value }
sequence-reads-unknown = 读取 { $variable }
sequence-writes = 写入 { $variable } = { $value }
sequence-prints = 打印“{ $text }”
sequence-takes = 获得
sequence-takes-again = 再次获得，重入 { $depth } 层
sequence-releases = 释放
sequence-releases-once = 释放一次，还剩 { $depth } 层
sequence-permit = 取得一个许可，还剩 { $left } 个
sequence-permit-back = 归还一个许可，现有 { $left } 个
sequence-sets = 设置
sequence-clears = 清除
sequence-notifies = 通知 { $thread }
sequence-notifies-nobody = 通知，但没有线程在等
sequence-arrives = 第 { $count } 个到达
sequence-opens = 放行
sequence-passes = 通过
sequence-breaks = 损坏
sequence-resets = 重置
sequence-puts = 放入 { $item }
sequence-gets = 取出 { $item }
sequence-task-done = 完成一个任务，还有 { $count } 个未完成
sequence-cancels = 取消
sequence-fires = 触发
tell-sequence-cut = 第 { $step } 步之后略去：{ $count ->
   *[other] 还有 { $count } 步
}

trace-goes-on = 继续
trace-permits = 空闲许可
trace-items = 数据个数
trace-arrived = 已到达
