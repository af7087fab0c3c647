"""sys: what it tells about the interpreter; interned texts; streams."""
import sys

print(sys.float_info.max, sys.float_info.epsilon, sys.float_info[4], len(sys.float_info), sys.float_info.mant_dig)
print(sys.int_info)
print(sys.hash_info.modulus, sys.hash_info.width, sys.hash_info.inf)
print(sys.flags.optimize, sys.flags.debug, len(sys.flags), sys.flags.dev_mode)
print(sys.thread_info.name, len(sys.thread_info), sys.version_info[:2], sys.hexversion >> 16)
for call in [
    lambda: type(sys.version_info)((1,)), lambda: type(sys.flags)(), lambda: sys.intern(1), lambda: sys.call_tracing(len, 2),
    lambda: sys.float_info.nothing, lambda: sys.setrecursionlimit(0), lambda: sys.setswitchinterval(0),
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
text = "some " + str(1)
print(sys.intern(text) is sys.intern("some 1"), sys.call_tracing(len, ("abc",)), sys.is_finalizing(), sys.gettrace())
sys.stdout.reconfigure(line_buffering=True)
sys.stdout.flush()
sys.stdout.buffer.write("bytes é\n".encode())
sys.stdout.buffer.flush()
print(sys.stdout.mode, sys.stdout.closed, sys.stdout.writable(), sys.stdout.readable())
print(sys.implementation.name, sys.implementation.hexversion == sys.hexversion, sys.float_repr_style, sys.platlibdir)
