"""os, platform, sysconfig: what few programs ask for."""
import os
import platform
import sys
import sysconfig

print(isinstance(os.times(), os.times_result), len(os.times()), type(os.times().user).__name__, len(os.sched_getaffinity(0)) > 0, os.device_encoding(99))
print(os.sched_yield(), os._fspath("x"), os.get_exec_path({"PATH": "/a:/b"}), len(os.getloadavg()), os.uname().sysname)
for call in [
    lambda: os.execv("no/such", ["x"]), lambda: os.execv("x", []), lambda: os.execve("x", [""], {}), lambda: os.setuid("x"), lambda: os.setuid(1 << 40),
    lambda: os.setreuid(0, "x"), lambda: os.execv("x", 5),
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__)
print(platform.system(), platform.python_implementation(), platform.python_version().rpartition(".")[0], platform.architecture()[0], platform.machine() == os.uname().machine)
print(sysconfig.get_config_var("SIZEOF_INT"), sysconfig.get_config_var("nothing"), sysconfig.get_python_version())
print(sys.modules["os"] is os, "platform" in sys.modules, "nothing" in sys.modules, sys.modules["__main__"].os is os)
