# 搜索所有交错之后说的话。

help-check = 搜索程序的所有交错：会不会出错，怎样出错？
help-check-after =
    对每一种坏结局都给出最短的走法：先看上下文切换的次数，再看步数。时间不受约束：
    sleep 挡不住任何线程。

    退出码：0 全部搜索完毕，没有问题；1 线程可能因异常终止，或有数据竞争；2 用法错误，
    或程序无法运行；3 可能死锁、卡住或活锁；4 没有全部搜索。由最坏的决定：3 先于 1，1 先于 4。

    场景声明为无害的竞争，以及由其他普通变量隔开的竞争不算；有 --baseline 时，
    以前已经发现的也不算。
help-check-arg-max-states = 最多存储多少个状态；到那时为止搜索到的都会报告
help-check-arg-max-seconds = 最多搜索多少秒，0 表示不限 [默认：60]
help-check-arg-preemptions = 一次运行里，最多有多少次把还能继续的线程换下
help-check-arg-ignore-output = 不按输出区分结局
help-check-arg-save = 把通往最坏结局的走法保存到这个文件，供 `raddle replay` 打开
help-check-arg-json = 以 JSON 输出报告
help-check-arg-format = 为其他程序输出报告：junit 或 sarif
help-check-arg-baseline = 只有这份早先的报告（--json）里没有的才算
help-check-arg-set = 给程序的参数换一个值；这时不使用场景自己为搜索准备的值（check_with）
help-check-arg-output = 与 --split 一起用：任务写到这个文件夹
help-check-arg-split = 不搜索，而是把搜索分成 N 个任务文件，在任何机器上用 `--part` 一个一个地做
help-check-arg-part = 做一个分出来的任务，把报告写在旁边：U.json → U.report.json
help-check-arg-force = 替换已有的文件，或文件夹里的任务和报告
help-merge = 把分开搜索的报告合成一份
help-merge-after =
    没有搜索到的部分会说明：缺报告的任务逐个列出，这时报告不算完整。
    退出码与 `raddle check` 相同。
help-merge-arg-folder = `raddle check 目标 --split N -o 文件夹` 写出的文件夹
help-merge-arg-save = 把通往最坏结局的走法保存到这个文件，供 `raddle replay` 打开
help-merge-arg-json = 以 JSON 输出报告
help-merge-arg-format = 为其他程序输出报告：junit 或 sarif
help-merge-arg-baseline = 只有这份早先的报告（--json）里没有的才算
hint-split = 写一个整数，从 1 开始。
hint-max-states = 写一个整数，从 1 开始。
hint-preemptions = 写一个整数；0 表示每个线程一直运行到必须等待。

check-own-values = 按场景的要求用 { $values } 搜索；用 `--set` 可以换成别的值。
check-complete = 所有交错都搜索过了：{ $states ->
   *[other] { $grouped } 个状态
}，用时 { $seconds } 秒。
check-incomplete = 没有全部搜索：{ $states ->
   *[other] { $grouped } 个状态
}，用时 { $seconds } 秒。
check-left-out = 未搜索：{ $what }
check-sampled = 另外随机运行 { $runs } 次：由一次不巧的切换造成的错误（PCT，深度 2），以不低于 { $chance } % 的概率被找到。
check-left-states = 超出允许状态数的部分（--max-states）
check-left-time = 时间不够搜索的部分（--max-seconds）
check-left-broken-off = 中断时还没有搜索的部分
check-left-preemptions = { $most ->
    [0] 把还能继续的线程换下的运行
   *[other] 抢占超过 { $most } 次的运行
}
check-left-random-numbers = 少数几个以外的随机数
check-left-clock = 程序查看时钟之后的行为：搜索时时间是静止的
check-left-limits = 达到内存、线程、调用或输出上限之后的部分
check-left-outputs = 一部分输出：数量太多
check-left-parts = 分开的搜索里没有报告的 { $missing } 个任务
check-split = 已把 { $units } 个任务写到 { $folder }。每个用 `raddle check --part 文件` 来做，然后用 `raddle merge { $folder }` 合并报告。
check-split-there = { $folder } 里已经有分开搜索的任务
check-split-force = 换一个文件夹，或加上 --force 替换这些任务和报告。
check-no-unit = { $path } 不是这个版本的 raddle 分出来的任务
check-units-are = 任务由 `raddle check 目标 --split N -o 文件夹` 写出；用 `raddle check --part 文件夹/unit-1.json` 做其中一个。
check-part-broken-off = 已中断：这个任务没有报告，需要重做
check-part-settings = 程序在什么样的机器上运行，由任务自己规定
check-part-other = 这个任务属于另一个程序
merge-missing = { $units } 个任务里有 { $missing } 个没有报告：{ $numbers }
merge-missing-advice = 用 `raddle check --part 文件` 做完它们，再合并一次。
merge-no-report = { $path } 不是它那个任务的报告
merge-no-units = { $path } 里没有分开搜索的任务
merge-mixed = { $path } 里的任务属于不同的搜索
check-outcomes = 可能的结局
check-no-end = 没有找到任何结局。
check-kind-livelock = 活锁
check-livelock = 线程一直在运行，但再也到不了任何结局
check-way = { $steps ->
   *[other] { $grouped } 步
}，切换 { $switches } 次
check-shortest = 走法都是最短的：先看上下文切换的次数，再看步数。
check-shortest-found = ~ 这是找到的最短走法，可能还有更短的。
check-unexpected = 场景没有提到这种结局
check-more-outcomes = { $count ->
   *[other] … 还有 { $grouped } 种结局
}（--json 列出前 100 种）
check-outcomes-endless = … 还有更多：它可能的输出没有尽头。
check-ways = { $count ->
   *[other] 共有 { $grouped } 种走法
}
check-ways-distinct = { $count ->
   *[other] 其中 { $grouped } 种真正不同
}
check-ways-bad = { $count ->
    [0] 没有一种结局是坏的
   *[other] { $grouped } 种结局是坏的
}
check-ways-endless = 走法没有尽头
check-ways-exact = 交错：{ $parts }。
check-ways-about = 交错（估计）：{ $parts }（用 --count 精确计数）。
check-ways-about-many = 交错（估计）：{ $parts }。
check-more-races = … 还有 { $count } 对（--json 列出全部）
check-races = 数据竞争
check-no-race = 不会发生数据竞争。
check-no-race-found = 没有发现数据竞争。
check-race = { $variable }：{ $one }，同时 { $other }
check-race-ordered = { $race }（由其他普通变量隔开）
check-reads = { $thread } 在第 { $line } 行读它
check-writes = { $thread } 在第 { $line } 行写它
check-harmless = 场景说明无害
check-new = 新发现
check-known = 基准报告中已有
check-remark = { $sentence }（{ $remark }）
check-starvation = 饥饿
check-starves = { $thread } 可能在第 { $line } 行永远被抢先：每次轮到它能走时，都是 { $others } 先走（走 { $steps } 步之后，每 { $round } 步一圈）
check-locks = 锁
check-guards = { $locks } 保护 { $variable }
check-not-always = { $sentence }，但并非总是：{ $accesses }
check-more-accesses = { $count ->
   *[other] 还有 { $count } 处
}
check-lock-order = 加锁顺序不一致：{ $steps }
check-lock-step = { $thread } 持有 { $holds } 时要 { $wants }（第 { $line } 行）
check-look = 要看最坏的一种：
check-saved = 最坏的一种已经保存：
check-map-cut = 状态图在 { $states } 个状态处截断：程序的状态更多。
check-nothing-to-save = 没有找到任何结局，所以没有保存
check-progress = { $states } 个状态，深度 { $depth }，每秒 { $speed } 步（Ctrl-C 报告已知结果）
check-telling = 正在寻找最短的走法
check-no-baseline = { $path } 不是搜索报告
check-baseline-is = 基准报告由 `raddle check TARGET --json > FILE` 生成。

# 舞台上。

check-board = 所有交错
check-under-way = { $states } 个状态，{ $steps } 步，深度 { $depth }
check-searching = 正在搜索程序所有可能的走法……
check-board-from = 从第 { $step } 步起的所有走法
check-board-here = 从第 { $step } 步
check-board-start = 从头开始
check-not-from-here = 只能从完整的操作之后继续搜索：请用步长 `operation`、在虚拟时间里走到那里
check-board-complete = 已搜索所有交错：可能发生的全在这里。
check-board-incomplete = 没有全部搜索；这些可能发生，也许还有别的。
check-board-size = { $states } 个状态，{ $steps } 步
check-board-ends = 可能的结局
check-board-races = 数据竞争
check-board-starves = { $thread } 可能在第 { $line } 行永远被抢先：每次都是 { $others } 先走
check-board-way = { $steps } 步，切换 { $switches } 次
check-board-beside = 并排比较
runs-board = 两次运行
runs-differ = 到这里为止完全相同：从第 { $step } 步起不同。
runs-alike = 一次是另一次的开头。
runs-goes-on = 还在继续
runs-steps = { $steps } 步
runs-usual = 按策略
runs-begins = 开始
runs-ends = 结束
runs-scroll = 滚动
runs-other = 换一次运行
runs-open = 把左边的放上舞台
runs-no-end = 只有结局才能并排比较
check-board-open = 放上舞台
check-board-stop = 先看已知的结果
check-opened = 通往它的走法：{ $kind }，{ $steps } 步
check-opened-race = 通往两者都是下一步的走法：{ $steps } 步
check-opened-starved = 一再被抢先的走法：{ $steps } 步

# What only the fixed version tells.
check-differs = 结果错误：正确写法 { $fixed } 打印的不一样。单凭这一点不改变退出码。
