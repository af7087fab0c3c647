# The words of the page that `raddle export` makes.

page-source = 源代码
page-threads = 线程
page-shared = 共享
page-timeline = 时间线
page-log = 发生了什么
page-output = 输出
page-graph = 谁在等谁
page-play = 播放
page-pause = 暂停
page-back = 后退一步
page-forward = 前进一步
page-start = 到开头
page-end = 到结尾
page-previous = 上一章
page-next = 下一章
page-slower = 放慢
page-faster = 加快
page-theme = 浅色或深色
page-language = 语言
page-keys = 按键
page-close = 关闭
page-step = 步
page-free = 空闲
page-open = 打开
page-broken = 已损坏
page-set = 已设置
page-clear = 未设置
page-empty = 空
page-nobody = 没有人
page-waits = 等待
page-held = 持有者
page-deadlock = 死锁
page-nothing = 还没有共享的东西。
page-help =
    空格播放，← 和 → 单步
    Home 和 End：开头和结尾；{"["} 和 ]：章节
    + 和 - 改变速度
    L 换语言，T 换主题
    点击“发生了什么”里的一行，或在时间线上拖动，就到那里。
