# 场景列表。

motto = 观看、操控、回退多线程程序
parameters = 参数
parameters-hint = Tab 选择，← → 调整
found = { $all } 个中 { $count } 个
nothing-found = 没有匹配的场景。按 Esc 显示全部。
chapters = 章节
found-title = 找到
seen = 已看 { $seen }/{ $all }
new-here = 第一次来？按 Enter 看一个死锁是怎样形成的：一分钟，有解说。
say-watch = 按 Enter 看带解说的导览；按 t 由你决定下一步由谁执行。
say-try = 按 t 上舞台：由你决定下一步由谁执行。
say-unfold = 按 → 展开这一章。
unfolds-all = 还有 { $count } 个，按 → 全部展开
watch = 观看
watch-does = 导览，{ $minutes ->
    [1] 一分钟
   *[other] { $minutes } 分钟
}
try = 动手
try-does = 舞台，由你操控
repaired-by = 正确写法
broken-by = 错误写法
can-end = 结局
end-finished = 正常结束
end-failed = 失败
end-deadlock = 死锁
end-stuck = 卡住
end-livelock = 活锁
was-opened = 打开过
was-watched = 看过导览
ends-seen = { $all } 种结局见过 { $seen } 种
answered-right = { $asked } 题答对 { $right } 题
is-understood = 已掌握
sign-understood = 已掌握：题目全部答对
was-solved = 完成了挑战
python-name = “{ $word }”在 Python 里叫 { $python }
also-search = 也可以搜：{ $words }
quit-asked = 按 q 退出；Esc 不会退出程序。
nothing-chosen = 没有选中场景
no-parameters = 这个场景没有参数
also-words = 死锁  竞态  队列  信号量
