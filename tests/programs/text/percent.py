# The % of strings and bytes.
def t(f,v):
    try: print(repr(f), repr(v), repr(f % v))
    except Exception as e: print(repr(f), repr(v), type(e).__name__, e)
inf=float('inf')
for f,v in [("%010f",inf),("%010f",-inf),("%u","a"),("%i","a"),("%x",1.5),("%x","a"),("%d",1.9),("%d",inf),("%d",float('nan')),("%c",65),("%c","ab"),("%c",1.5),("%c",-1),("%c","a"),("%f","a"),("%y",1),("ab%y",1),("%",1),("%(a",{}),("%(a)s",1),("%(a)s",{}),("%(a)s %(b)d",{"a":1,"b":2}),("%s",()),("%s %s",(1,)),("%s",(1,2)),("abc",[1]),("abc",5),("abc",{}),("abc",{1:2}),("%s",[1]),("%*d",(5,3)),("%*d",("a",3)),("%-*d|",(5,3)),("%*d|",(-5,3)),("%.*f",(2,3.14159)),("%.*f",(-2,3.14159)),("%.d",5),("%.3d",5),("%#x",255),("%#o",8),("%#X",255),("%+d",5),("% d",5),("%05d",-5),("%-05d|",-5),("%5s|","ab"),("%-5s|","ab"),("%05s","ab"),("%.1s","ab"),("%5.1s|","ab"),("%r","a"),("%a","é"),("%%",()),("%5%|",()),("%ld",5),("%hhd",5),("%#.3f",1.0),("%g",1e10),("%G",1e-10),("%e",1.5),("%10.3e|",1.5),("%+.2f",1.5),("%08.2f",-1.5),("%#08x",255),("%+x",255),("%.5x",255),("%#.5x",-255),("%s",(1,(2,))),("%(a)%",{"a":1}),("%.99999999999d",1),("%d",True),("%s",True),("%c",True),("%(a)s",(1,)),("%(a(b))s",{"a(b)":3}),("%d","5"),("%d",None),("%f",True),("%o",-8),("%#.0f",3.0),("%.0f",2.5),("%i",10**20),("%s%","a"),("%5",3),("%é",1),("%*s",(3.0,"a")),("%.*s",("x","a"))]: t(f,v)
for f,v in [(b"%s",b"x"),(b"%s","x"),(b"%b",b"y"),(b"%d",3),(b"%c",65),(b"%c",b"a"),(b"%c",256),(b"%c","a"),(b"%a","é"),(b"%r","é"),(b"%(k)s",{b"k":b"v"}),(b"a",1),(b"%x",255),(b"%5.2f|",1.5),(b"%s",1),(b"%y",1),(b"%d","a"),(b"%f","a"),(b"%s %s",(b"a",)),(b"%5s|",b"a"),(b"%.1s|",b"ab"),(b"%*d",(5,1)),(b"%c",b"ab")]: t(f,v)


class Amount:
    def __init__(self, n):
        self.n = n

    def __str__(self):
        return f"Amount {self.n}"

    def __repr__(self):
        return f"Amount({self.n!r})"

    def __int__(self):
        return self.n

    def __index__(self):
        return self.n

    def __float__(self):
        return self.n + 0.5


class Table:
    def __getitem__(self, key):
        return Amount(len(key))


class Raw:
    def __bytes__(self):
        return b"raw"


a = Amount(7)
for f, v in [("%s", a), ("%r", a), ("%a", a), ("%d|%5d", (a, a)), ("%x", a), ("%c", a), ("%.2f", a), ("%s %s", (a, 1)),
             ("%-12s|%12r", (a, a)), ("%(key)s %(ab)d", Table()), ("%s %d", (a,)), ("%s", (a, a)), ("%d", [a]), ("%*s|", (12, a)),
             ("%s and %%", a), ("%(x)s %(x)r", {"x": a}), ("%y", a), ("%s %y", (a, a)), ("%s", [a, {"k": a}])]:
    try:
        print(f % v)
    except Exception as e:
        print(type(e).__name__, e)
for f, v in [(b"%s", Raw()), (b"%b %d", (Raw(), a)), (b"%a", a), (b"%s", a)]:
    try:
        print(f % v)
    except Exception as e:
        print(type(e).__name__, e)
text = "%s is %d"
text %= ("x", 3)
print(text)
