// The panes that a scenario asks for: what was written before, which lock guards what, the calls of threads, and processes.

const local = ([name, value]) => element("span", { class: "local mono" }, element("i", {}, `${name} = `), value);
const stepOf = (number) => element("small", {}, ` ${word("step")} ${number}`);

// A variable: its value, what it was worth before, and what threads have kept of it.
function memoryRow(row) {
  const written = ([value, thread, step, lost]) => element("li", lost ? { class: "lost" } : {},
    element("b", { class: "mono" }, value), lost ? element("em", {}, ` ✗ ${word("lost")} `) : " ", mark(thread), stepOf(step));
  const start = row.i === null ? [] : [element("li", { class: "queue" }, element("span", { class: "mono" }, row.i), ` ${word("began")}`)];
  const copies = row.c.map(([thread, name, value, old]) => element("li", {}, chip(thread), " ", local([name, value ?? "?"]),
    old === null ? null : element("small", {}, ` ${word("old").replace("#", old)}`)));
  return element("li", {}, element("span", { class: "name" }, row.n),
    element("ul", { class: "was" }, row.l ? written(row.l) : element("li", {}, element("b", { class: "mono" }, row.v ?? "?")), ...row.b.map(written), ...start, ...copies));
}

function guardRow([name, locks, touches, without, contested]) {
  const bad = contested && without > 0;
  return element("li", {}, element("span", { class: "name" }, locks.length ? locks.map((lock) => `[${lock}]`).join(" ") : word("no-lock")),
    element("span", {}, `${word("guards-what")} `, element("b", { class: "tag" }, name), " ",
      element("small", bad ? { class: "lost" } : {}, `${touches} ${word("touched")}, ${without} ${word("without")}`)));
}

const touchRow = ([thread, step, name, wrote, held]) => element("li", held ? {} : { class: "lost" }, chip(thread),
  element("span", {}, `${held ? "✓" : "✗"} `, element("b", { class: "tag" }, name), wrote ? " ✎" : "", stepOf(step)));

const card = ([name, locals], top) => element("span", { class: top ? "card top" : "card" }, element("b", { class: "mono" }, `${name}()`), ...locals.flatMap((one) => [" ", local(one)]));

function stackRow([thread, cards]) {
  return element("li", {}, chip(thread), element("span", { class: "cards", who: thread }, ...cards.map((one, place) => card(one, place + 1 === cards.length))));
}

const asideRow = ([one, gave]) => element("li", {}, element("span", { class: "queue" }, word("aside")), element("span", { class: "cards" }, card(one, false), gave === null ? null : ` → ${gave}`));

// A process: its threads, and what it has for itself; what its parent has, too, is faint.
function spaceRow([name, over, threads, variables]) {
  const value = ([known, worth, equal]) => element("span", { class: equal || over ? "local mono queue" : "local mono" }, element("i", {}, `${known} = `), equal || over ? worth : element("b", {}, worth));
  return element("li", {}, element("span", { class: over ? "name queue" : "name" }, name ?? word("first-process")),
    element("span", { class: "cards" }, ...threads.map((thread) => chip(thread)), ...variables.flatMap((one) => [" ", value(one)])));
}

const paneRows = {
  memory: (all) => all.map((row) => [row, memoryRow]),
  guards: (all) => [...all.rows.map((row) => [row, guardRow]), ...all.touches.map((row) => [row, touchRow])],
  spaces: (all) => all.map((row) => [row, spaceRow]),
  stacks: (all) => [...all.threads.map((row) => [row, stackRow]), ...all.aside.map((row) => [row, asideRow])],
};

function drawPanes() {
  const shows = panes[at] === null ? {} : data.rows[panes[at]];
  for (const [key, rows] of Object.entries(paneRows)) {
    const all = key in shows ? rows(shows[key]) : [];
    $(key).hidden = !all.length;
    update($(`${key}-rows`), all.map(([row, make]) => [`${language} ${make.name} ${JSON.stringify(row)}`, () => make(row)]));
  }
}
