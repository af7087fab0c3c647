# 录制文件。

recording-saved = 已保存：{ $path }
recording-not-saved = 无法保存录制：{ $reason }
recording-cut-off = 文件被截断：这里是剩下的 { $steps } 步
recording-too-long = 录制过长：这里是开头的 { $steps } 步
recording-no-program = 这份录制只能观看：raddle 无法运行其中的程序
recording-real-run = 这是一次真实的运行：只能观看，不能改变
recording-other-run = 从这里起只能观看：第 { $step } 步时程序的行为与录制不同
recording-far = 需要先把程序运行到这里；已到第 { $step } 步，再按一次继续

recording-missing = { $path }：没有这个文件
recording-directory = { $path } 是一个文件夹
recording-special = { $path } 是设备或管道，不是文件
recording-special-advice = 请先把内容存成文件，再指定那个文件。
recording-program-too-long = { $path } 里的程序超过 16 MB，不会是程序
recording-unreadable = 无法读取 { $path }：{ $reason }
recording-empty = { $path } 是空的
recording-foreign = { $path } 不是 raddle 的录制文件
recording-foreign-advice = `raddle FILE.py` 运行程序；`raddle run TARGET --save FILE` 生成录制文件。
recording-too-new = { $path } 由更高版本的 raddle 生成：格式版本为 { $version }，本程序最高支持 { $known }
recording-too-new-advice = 请用更高版本的 raddle 打开。
recording-nothing-to-show = { $path } 在第一步之前就被截断了
recording-damaged = { $path }：第 { $line } 行已损坏：{ $reason }
recording-damaged-advice = 去掉这一行及其后的内容，前面的部分就可以打开。
recording-is-no-program = { $path } 是录制文件
recording-is-no-program-advice = 用 `raddle replay FILE` 打开它。
recording-over-program = { $path } 会被覆盖
recording-over-program-advice = 请给录制文件另取一个名字。
recording-options = 录制文件已经运行过：--policy、--seed、--quantum 和 --set 在这里不起作用
recording-without-end = 录制在第 { $steps } 步后中断，没有结尾
