"""csv: rows that are read and written, dialects, and rows as dicts."""
import csv
import os
import tempfile
from io import StringIO, open

os.chdir(tempfile.mkdtemp())


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


def written(*rows, **parameters):
    output = StringIO()
    csv.writer(output, **parameters).writerows(rows)
    return output.getvalue()


with open('people.csv', 'w', newline='') as file:
    writer = csv.writer(file)
    print(writer.writerow(['name', 'age']), writer.writerows([['Ann', 30], ['Bob "B"', 2.5], ['a,b\nc', None]]))
with open('people.csv', newline='') as file:
    print(repr(file.read()))
with open('people.csv', newline='') as file:
    rows = csv.reader(file)
    print([(row, rows.line_num) for row in rows])
with open('people.csv', newline='') as file:
    rows = csv.DictReader(file)
    print(rows.fieldnames, list(rows), rows.line_num)
for lines, parameters in (
    (['a,b', '', ' c, d'], {}), (['"a,b",c"d', '"x""y"'], {}), (['"two', 'lines",x'], {}), (['a;"b";c'], {'delimiter': ';'}), (["'a,b',c"], {'quotechar': "'"}), (['a\\,b,"c\\"d"'], {'escapechar': '\\'}), (['a, "b",  c'], {'skipinitialspace': True}),
    (['1,"2",x'], {'quoting': csv.QUOTE_NONE}), (['1,"2",-3.5'], {'quoting': csv.QUOTE_NONNUMERIC}), (['1,x'], {'quoting': csv.QUOTE_NONNUMERIC}), (['a\tb'], {'dialect': 'excel-tab'}), (['"a"b,c', '"open'], {}), (['"a"b'], {'strict': True}), (['"open'], {'strict': True}), (['a\rb'], {}), ([b'a'], {}), (['""', ',', '"",""'], {}), (['a""b', '"a"""'], {'doublequote': False}),
):
    attempt(lambda: list(csv.reader(lines, **parameters)))
for row, parameters in (
    (['a b', 'c,d', 'e"f', 'g\nh', ''], {}), ([1, 2.5, None, True, 'x'], {'quoting': csv.QUOTE_NONNUMERIC}), ([1, None, 'x'], {'quoting': csv.QUOTE_ALL}), (['a,b'], {'quoting': csv.QUOTE_NONE}), (['a,b', 'c\\d'], {'quoting': csv.QUOTE_NONE, 'escapechar': '\\'}), (['a"b', 'c'], {'doublequote': False, 'escapechar': '\\'}), (['a"b'], {'doublequote': False}), ([''], {}), ([], {}), ([None], {'quoting': csv.QUOTE_NONE}), (['a', 'b'], {'lineterminator': '|\n', 'delimiter': '\t'}), (['x', 'y z'], {'dialect': 'unix'}), (5, {}), ('ab', {}), ([1e20, float('inf'), 10 ** 20], {}),
):
    attempt(lambda: written(row, **parameters))
attempt(lambda: list(csv.DictReader(['a,b', '1', '1,2,3', '', '4,5'], restkey='rest', restval='-')))
attempt(lambda: list(csv.DictReader(['1,2'], ['x', 'y'])))
output = StringIO()
writer = csv.DictWriter(output, ['a', 'b'], restval='?')
print(writer.writeheader(), writer.writerow({'a': 1}), writer.writerows([{'b': 2, 'a': 'x,y'}]), repr(output.getvalue()))
attempt(lambda: writer.writerow({'a': 1, 'z': 2}))
attempt(lambda: csv.DictWriter(output, ['a'], extrasaction='ignore').writerow({'a': 1, 'z': 2}))
attempt(lambda: csv.DictWriter(output, ['a'], extrasaction='other'))
csv.register_dialect('pipes', delimiter='|', quoting=csv.QUOTE_ALL)
print(csv.list_dialects(), csv.get_dialect('pipes').delimiter, list(csv.reader(['"a"|b'], 'pipes')), csv.unregister_dialect('pipes'))


class Semicolons(csv.Dialect):
    delimiter = ';'
    quotechar = "'"
    lineterminator = '\n'
    quoting = csv.QUOTE_MINIMAL


class Wrong(csv.excel):
    delimiter = 'ab'


print(list(csv.reader(["'a;b';c"], Semicolons)), repr(written(['a;b', 1], dialect=Semicolons())), csv.excel().delimiter, csv.QUOTE_NONE)
for action in (lambda: csv.get_dialect('no'), lambda: csv.unregister_dialect('no'), lambda: csv.register_dialect(5), Wrong, lambda: csv.reader([], Wrong), lambda: csv.reader([], delimiter=''), lambda: csv.reader([], delimiter=5), lambda: csv.reader([], quoting=9), lambda: csv.reader([], other=1), lambda: csv.reader([], quotechar=None, quoting=1), lambda: csv.reader(5), lambda: csv.writer(5), lambda: csv.field_size_limit(3), lambda: list(csv.reader(['abcd,e'])), lambda: csv.field_size_limit(131072), lambda: csv.field_size_limit('x'), lambda: csv.Error('x')):
    attempt(action)
