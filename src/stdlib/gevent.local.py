# gevent.local: each greenlet has attributes of its own. It is a thread of the machine, so the machine's local is that.

local = vm__local
