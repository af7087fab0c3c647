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
tell-waiters =
    { $threads } { $count ->
       *[other] 想要它
    }
tell-room = 等待区：{ $threads }
tell-items-of = 已占 { $count }/{ $capacity } 个位置
tell-timer-runs = 还没有触发
tell-written = 最后由 { $thread } 写入
tell-edge = { $thread } { $waits }
tell-deadlock = 死锁：{ $edges }。它们谁也无法再继续。
tell-circle = 循环等待，但还可以解开：{ $edges }。
tell-why = { $ending }：{ $why }
tell-not-ended = 到第 { $step } 步，运行还没有结束
tell-last-states = 最后每个线程的状态：

tell-graph-title = { $text }：第 { $step } 步，{ $time }
tell-graph-empty = 没有线程阻塞，也没有线程持有任何东西。
tell-graph-held-times = 持有，重入 { $count } 层
tell-graph-parties = 等其他线程
tell-graph-item = 想要数据
tell-graph-room = 想要空位
tell-graph-done = 等全部完成
tell-graph-end = 等它结束

sequence-starts = 启动
sequence-finished = 运行结束
sequence-failed = 异常终止：{ $exception }
sequence-waits = 想要
sequence-wakes = 唤醒
sequence-timed-out = 不再等待
sequence-time-is-up = 时间到了
sequence-sleeps = 睡眠 { $duration }
sequence-reads = 读取 { $variable }：{ $value }
sequence-reads-unknown = 读取 { $variable }
sequence-writes = 写入 { $variable }：{ $value }
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
sequence-breaks = 使其损坏
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
trace-permits = 剩余许可
trace-items = 数据个数
trace-arrived = 已到达

# 文本模式：可以输入的词、它们的作用，以及说的话。

word-step = 单步
word-back = 后退
word-run = 运行
word-play = 播放
word-end = 末尾
word-next = 下次等待
word-previous = 上次等待
word-where = 位置
word-what = 资源
word-source = 源码
word-output = 输出
word-seek = 跳到
word-restart = 重来
word-seed = 换种子
word-policy = 策略
word-unit = 单位
word-other = 换路
word-list = 列表
word-open = 打开
word-language = 语言
word-help = 帮助
word-quit = 退出

text-does-step = 走一步；带数字就走几步
text-does-back = 退一步；带数字就退几步
text-does-run = 让这个线程走一步：由你来调度
text-does-play = 一直走到结束或死锁，逐步讲述
text-does-end = 直接走到结束，只讲最后几步
text-does-next = 到下一次有线程阻塞
text-does-previous = 到上一次有线程阻塞
text-does-where = 说明每个线程的状态，谁能继续
text-does-what = 说明锁、队列和共享变量的状态
text-does-source = 读出线程所在行附近的程序
text-does-output = 读出程序打印的内容
text-does-seek = 跳到那一步
text-does-restart = 重新开始
text-does-seed = 换下一个种子重新开始
text-does-policy = 换一种调度策略
text-does-unit = 换步长：操作、行、指令
text-does-other = 换到另一条执行路径：改选线程之前的那条
text-does-list = 列出场景
text-does-open = 打开别的场景，或 .py 文件
text-does-language = 改说英语，English
text-does-help = 说明这些命令
text-does-quit = 退出

text-hint = 按回车走一步，输入“帮助”查看命令。
text-command = { $word }{ $takes }，或 { $letter }：{ $does }
text-takes-count = {" "}[数字]
text-takes-number = {" "}数字
text-takes-thread = {" "}[线程]
text-takes-name = {" "}名字
text-help-more = 只按回车走一步，只输入数字就跳到那一步。线程可以用编号或名字；不写就是刚才走的线程。英文的词也都可以用。
text-where = 第 { $step } 步，已走到第 { $tip } 步，{ $time }。
text-numbered = { $number } 号，{ $text }
text-can-run = 可以继续：{ $threads }。
text-nobody-can = 没有线程可以继续。
text-nowhere = { $thread } 现在不在程序里。
text-here = （{ $threads } 在这里）
text-line = 第 { $line } 行{ $here }：{ $text }
text-printed = { $thread }：{ $text }
text-no-output = 程序还没有打印任何内容。
text-back = 回到第 { $step } 步。
text-skipped = { $count ->
   *[other] 略过 { $count } 步。
}
text-play-on = 已走 { $count } 步；再输入“播放”继续。
text-fixed = 输入“打开 { $id }”看对应的正确写法。
text-scenario = { $id }：{ $title }
text-open-hint = 输入“打开”和名字打开一个场景，输入“退出”离开。
text-nothing-open = 还没有打开场景。输入“列表”查看场景，输入“打开”和名字打开一个。
text-not-understood = “{ $text }”不是命令。输入“帮助”查看命令。
text-number-missing = 缺少数字，例如：单步 3
text-which-thread = 哪个线程？输入“运行”和编号或名字，“位置”会说明有哪些线程。
text-language = 现在是中文。
text-bye = 再见。
sequence-shares = 共享
sequence-closes = 关闭
sequence-poisons = 中毒
tell-head-real = { $name } 的真实运行，逐句讲述：{ $steps } 步，{ $time }。
text-real-run = 录下来的真实运行：{ $host }。
