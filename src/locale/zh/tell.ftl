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
