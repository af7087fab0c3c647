# 场景列表。

motto = 看线程、驾驭线程、倒回线程
watch-for = 看什么
parameters = 参数
parameters-hint = Tab 选择，← → 调整
found = { $count ->
    [0] 没有找到
    [one] 1 个场景
   *[other] { $count } 个场景
}
nothing-found = 没有匹配的场景。按 Esc 显示全部。
