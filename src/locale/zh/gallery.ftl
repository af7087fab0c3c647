# 场景列表。

motto = 观看、操控、回退多线程程序
watch-for = 看什么
parameters = 参数
parameters-hint = Tab 选择，← → 调整
found = { $count ->
    [0] 没有找到
    [one] 1 个场景
   *[other] { $count } 个场景
}
nothing-found = 没有匹配的场景。按 Esc 显示全部。
