# The words of the page that `raddle export` makes; the rest are those of the stage.

page-controls = 控制
page-holding = 持有资源
page-play = 播放
page-pause = 暂停
page-back = 后退一步
page-forward = 前进一步
page-start = 到开头
page-end = 到结尾
page-previous = 上一个标记
page-next = 下一个标记
page-slower = 放慢
page-faster = 加快
page-rate = 步/秒
page-theme = 主题
page-dark = 深色
page-light = 浅色
page-high-contrast = 高对比度
page-colour-blind = 色盲友好
page-language = 语言
page-keys = 按键
page-close = 关闭
page-step = 步骤
page-chapters = 标记
page-tour = 观看导览
page-tour-stopped = 导览已停下，现在由你操作。按 t 继续导览。
page-tour-over = 导览结束。按 t 再播放一遍；现在你可以随意查看。
page-ways = 分支
page-first-way = 最初的走法
page-help-tour = t：播放或停下导览。v：换到另一个分支
page-scripts = 此页面需要 JavaScript，但这里关闭了它。
page-help =
    空格播放或暂停，← 和 → 单步
    Home 和 End：到开头、到结尾
    {"["} 和 ]：上一个标记、下一个标记
    + 和 -：加快、放慢
    L：语言，T：主题，?：这些按键
    点击“事件”里的一行，就到那一步。
    在时间线上拖动，可以到任何地方。
    标记（▲）是有线程阻塞、死锁形成或运行结束的那一步。
