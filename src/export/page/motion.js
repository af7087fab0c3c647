// Items on their way: from whoever puts one to its place in the queue, and from there to whoever gets it.

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const queued = (index) => resources[index].map((row) => data.rows[row].x.items ?? null);
const frame = (node) => node?.getBoundingClientRect();

// Where the items of two states of a queue begin to differ, if one has an item more.
function odd(fewer, more) {
  if (!fewer || !more || fewer.length + 1 !== more.length) return -1;
  const found = fewer.findIndex(([item, by], place) => item !== more[place][0] || by !== more[place][1]);
  return found < 0 ? fewer.length : found;
}

// The place of an item, as it is drawn just now: the first to leave stands last.
const slot = (resource, place) => [...($("shared").children[resource]?.querySelectorAll(".slot.item") ?? [])].reverse()[place];

// What travels when the step before this one is left for it: what it is, who put it, and from where to where. Where an item
// is before the step is measured now; where it is then, when it is asked for.
function travels(before, now) {
  if (now !== before + 1 || calm.matches || interval < 150) return [];
  const old = queued(before), thread = data.steps[now].t;
  const chipOf = () => $("threads").children[thread]?.querySelector(".chip");
  return queued(now).flatMap((items, resource) => {
    const put = odd(old[resource] ?? (items ? [] : null), items), got = odd(items, old[resource]);
    if (put >= 0) return [{ item: items[put], from: () => frame(chipOf()), to: () => frame(slot(resource, put)) }];
    if (got < 0) return [];
    const from = frame(slot(resource, got));
    return [{ item: old[resource][got], from: () => from, to: () => frame(chipOf()) }];
  });
}

function fly({ item: [text, by], from, to }) {
  const [start, end] = [from(), to()];
  if (!start || !end) return;
  const made = element("span", { class: "flying mono", who: by, "aria-hidden": "true" }, text);
  document.body.append(made);
  const own = frame(made);
  const over = (there) => ({ transform: `translate(${there.x + (there.width - own.width) / 2}px, ${there.y + (there.height - own.height) / 2}px)` });
  const away = () => made.remove();
  made.animate([over(start), over(end)], { duration: Math.min(600, interval * 0.7), easing: "ease-in-out" }).finished.then(away, away);
}
