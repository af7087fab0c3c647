"use strict";
// Shows the run in the data block. The state is the step, and the settings of the reader; everything is drawn from it.
const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);
const themes = ["dark", "light", "high-contrast", "colour-blind"];
const sunny = matchMedia("(prefers-color-scheme: light)");
let at = 0, language = data.language === "zh" ? 1 : 0, theme = data.theme, timer = 0;
let interval = Math.max(data.interval, 20);

// Steps say only what became different; here is, for each step, everything.
function unfold(key) {
  let now = [];
  return data.steps.map((step) => {
    if (step[key]) {
      now = now.slice();
      for (const [index, row] of step[key]) now[index] = row;
    }
    return now;
  });
}

function carry(key) {
  let now = null;
  return data.steps.map((step) => (now = step[key] ?? now));
}

// The ways of the run: one, and in a tour those that it takes besides. They share their first steps with one before them.
const ways = [{ steps: data.steps, threads: data.threads }];
for (const one of data.tour?.ways ?? []) ways.push({ ...one, steps: [...ways[one.of].steps.slice(0, one.at + 1), ...one.steps] });

let way, last, chapters, threads, resources, variables, narration, deadlock, happened, printed, panes;

// What is drawn is this way from now on.
function take(number) {
  way = number;
  ({ steps: data.steps, threads: data.threads } = ways[way]);
  last = data.steps.length - 1;
  chapters = data.steps.flatMap((step, index) => (step.ch === undefined ? [] : [index]));
  [threads, resources, variables] = ["th", "re", "va"].map(unfold);
  [narration, deadlock, panes] = ["na", "dl", "pa"].map(carry);
  happened = data.steps.flatMap((step, index) => (step.log ?? []).map((text) => [index, text]));
  printed = data.steps.flatMap((step, index) => (step.out ?? []).map((piece) => [index, ...piece]));
}
take(0);

const word = (key) => data.words[language][key];
const colour = (thread) => `var(--t${thread === 0 ? 0 : 1 + ((thread - 1) % 7)})`;

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "who") made.style.setProperty("--who", colour(value));
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function drawing(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const calls = (thread) => `${data.threads[thread].m} ${data.threads[thread].n}`;
const chip = (thread) => element("span", { class: "chip", who: thread, title: data.threads[thread].n }, calls(thread));
const mark = (thread) => element("span", { class: "chip", who: thread, title: data.threads[thread].n }, data.threads[thread].m);

// A text: words, numbers of threads, and names and values, which stand in brackets of their own.
const shown = (text) => text.map((part) =>
  typeof part === "number" ? chip(part) : Array.isArray(part) ? element("b", { class: "named" }, part[0]) : part);
const plain = (text) => text.map((part) =>
  typeof part === "number" ? data.threads[part].n : Array.isArray(part) ? part[0] : part).join("");

// Brings a list to these rows. What stayed the same is left alone; what became different lights up.
function update(list, rows) {
  rows.forEach(([key, make], index) => {
    const old = list.children[index];
    if (old && old.key === key) return;
    const made = make();
    made.key = key;
    if (old && interval > 150) made.classList.add("fresh");
    if (old) old.replaceWith(made);
    else list.append(made);
  });
  while (list.children.length > rows.length) list.lastChild.remove();
}

// Scrolls a pane, and nothing around it, so that a child can be seen. A title may lie over the top of the pane.
function reveal(pane, child) {
  const [frame, there] = [pane.getBoundingClientRect(), child.getBoundingClientRect()];
  const title = pane.firstElementChild.tagName === "H2" ? 30 : 0;
  if (there.top < frame.top + title || there.bottom > frame.bottom) {
    pane.scrollTop += there.top - frame.top - frame.height / 2;
  }
}

const lines = new Map(data.lines.map((line) => [line.n, { line, row: element("li"), key: null }]));
$("lines").append(...[...lines.values()].map(({ row }) => row));

// The part of a line that a thread at this place is about to run: first and last column, in characters.
function within([first, from, end, to], { n, t }) {
  if (n < first || n > end) return null;
  const text = t.map(([, stretch]) => stretch).join("");
  const indent = text.length - text.trimStart().length;
  return [n === first ? from : indent, n === end ? to : [...text].length];
}

function lineRow(line, here) {
  const code = element("span", { class: "code" });
  let column = 0;
  for (const [kind, text] of line.t) {
    const characters = [...text];
    const end = column + characters.length;
    const cuts = here.flatMap(([, [from, to]]) => [from - column, to - column]);
    const inside = [...new Set([0, characters.length, ...cuts])].filter((cut) => cut >= 0 && cut <= characters.length);
    inside.sort((a, b) => a - b);
    for (let cut = 0; cut + 1 < inside.length; cut++) {
      const words = characters.slice(inside[cut], inside[cut + 1]).join("");
      const piece = kind ? element("span", { class: kind }, words) : words;
      const start = column + inside[cut];
      const by = here.find(([, [from, to]]) => from <= start && start < to);
      code.append(by ? element("mark", { who: by[0] }, piece) : piece);
    }
    column = end;
  }
  const begin = here.filter(([, , first]) => first);
  const gutter = element("span", { class: "gutter" }, begin.length ? mark(begin[0][0]) : null, begin.length > 1 ? "+" : null);
  const labels = element("span", { class: "labels" }, ...begin.map(([thread]) => element("span", {}, "◀ ", chip(thread))));
  const number = element("span", { class: "num" }, String(line.n));
  return element("li", begin.length ? { class: "here" } : {}, gutter, number, code, begin.length ? labels : null);
}

// The source, with each thread's mark at what it is about to run; the thread that went comes first, and its row is returned.
function drawSource() {
  const runs = data.steps[at].t;
  const places = threads[at].map((row, thread) => [thread, data.rows[row].p]).filter(([, place]) => place);
  places.sort(([a], [b]) => (b === runs) - (a === runs));
  for (const known of lines.values()) {
    const here = places.map(([thread, place]) => [thread, within(place, known.line), place[0] === known.line.n]).filter(([, part]) => part);
    const key = JSON.stringify(here);
    if (known.key === key) continue;
    known.key = key;
    const row = lineRow(known.line, here);
    known.row.replaceWith(row);
    known.row = row;
  }
  return places.length ? lines.get(places[0][1][0])?.row : null;
}

function threadRow(thread, row, steps) {
  const doing = row.a[language], alive = ["ready", "running"].includes(row.s);
  const holds = row.h.length ? [element("span", { class: "holds" }, `${word("holds")} `, ...row.h.flatMap((name, index) => [index ? " " : "", element("b", { class: "tag" }, name)]))] : [];
  const locals = row.l.map(([name, value]) => element("span", { class: "local mono" }, element("i", {}, `${name} = `), value));
  return element("li", { class: `${row.s}${steps ? " steps" : ""}` }, chip(thread),
    element("span", {}, element("span", { class: "sign" }, `${row.g} ${row.w[language]}`), row.d ? element("small", {}, ` ${word("daemon")}`) : null, " ", ...holds),
    element("span", { class: "what" },
      doing.length ? element("span", {}, alive ? element("i", {}, `${word("about")} `) : null, ...shown(doing)) : null, ...locals.flatMap((local) => [" ", local])));
}

function drawThreads() {
  const step = data.steps[at];
  update($("threads"), threads[at].map((row, thread) => [
    `${language} ${row} ${thread === step.t}`, () => threadRow(thread, data.rows[row], thread === step.t),
  ]));
  return $("threads").children[step.t];
}
