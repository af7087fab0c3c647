# Encodings and error handlers that the machine does not have: those of the module codecs, and of the program.

if vm_mentioned("codecs"):
    # What `codecs` does; it puts its functions here when it begins.
    vm_codecs = {}

    def vm_str_encode(self, encoding="utf-8", errors="strict"):
        return vm_codecs["encode"](self, encoding, errors)

    def vm_bytes_decode(self, encoding="utf-8", errors="strict"):
        return vm_codecs["decode"](self, encoding, errors)

    vm_bytearray_decode = vm_bytes_decode
    vm_plain_str = vm_str
    vm_plain_bytes = vm_bytes
    vm_plain_bytearray = vm_bytearray

    def vm_str(object, encoding=None, errors=None):
        if encoding is None and errors is None:
            return vm_plain_str(object)
        return vm_codecs["decode"](bytes(object), "utf-8" if encoding is None else encoding, "strict" if errors is None else errors)

    def vm_bytes(source, encoding=None, errors="strict"):
        if encoding is None:
            return vm_plain_bytes(source)
        return vm_codecs["encode"](source, encoding, errors)

    def vm_bytearray(source, encoding=None, errors="strict"):
        if encoding is None:
            return vm_plain_bytearray(source)
        return bytearray(vm_codecs["encode"](source, encoding, errors))
