"""datetime.strptime: moments as a format describes them."""
from datetime import datetime, timezone

for text, format in [
    ("2023-11-14 22:13:20.25", "%Y-%m-%d %H:%M:%S.%f"), ("14/11/23", "%d/%m/%y"), ("12:30 +0130", "%H:%M %z"),
    ("12:30 -01:30:15.5", "%H:%M %z"), ("2024-02-29 Z", "%Y-%m-%d %z"), ("Nov 5 2020 UTC", "%b %d %Y %Z"), ("2020 366", "%Y %j"),
    ("10:00 UTC +0000", "%H:%M %Z %z"), ("x", "%Y"), ("2023-01-01 5", "%Y-%m-%d"),
]:
    try:
        print(repr(datetime.strptime(text, format)))
    except ValueError as error:
        print(type(error).__name__, error)
moment = datetime(2024, 2, 29, 13, 5, 6, 7, timezone.utc)
for format in ["%Y-%m-%dT%H:%M:%S.%f%z", "%d %b %y %I:%M:%S %p", "%j %Y"]:
    text = moment.strftime(format)
    print(text, datetime.strptime(text, format))
