# /// script
# [tool.raddle]
# title = { en = "Two locks, opposite order", zh = "两把锁，相反的顺序" }
# chapter = "locks"
# expect = ["deadlock", "finished"]
# ///
print(1)
