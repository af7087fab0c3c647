"use strict";
// Shows the run in the data block. The state is the step and what is below; everything else is drawn from it.
const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);
const last = data.steps.length - 1;
const chapters = data.steps.flatMap((step, at) => (step.ch ? [at] : []));
let at = 0, language = data.language === "zh" ? 1 : 0, timer = 0, interval = Math.max(data.interval, 20);

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

const chip = (thread) =>
  element("span", { class: "chip", who: thread }, `${data.threads[thread].m} ${data.threads[thread].n}`);

// The source, with each thread's mark at what it is about to run.
function drawSource(step) {
  const places = new Map();
  for (const place of step.at) places.set(place[1], [...(places.get(place[1]) ?? []), place]);
  const rows = data.lines.map((line) => {
    const here = places.get(line.n) ?? [];
    const code = element("span", { class: "code" });
    let column = 0;
    for (const [kind, text] of line.t) {
      const characters = [...text];
      const end = column + characters.length;
      const cuts = [0, characters.length];
      for (const [, , from, to] of here) cuts.push(from - column, to - column);
      const inside = [...new Set(cuts)].filter((cut) => cut >= 0 && cut <= characters.length).sort((a, b) => a - b);
      for (let cut = 0; cut + 1 < inside.length; cut++) {
        const piece = element("span", kind ? { class: kind } : {}, characters.slice(inside[cut], inside[cut + 1]).join(""));
        const start = column + inside[cut];
        const mark = here.find(([, , from, to]) => from <= start && start < to);
        code.append(mark ? element("mark", { who: mark[0] }, piece) : piece);
      }
      column = end;
    }
    const marks = element("span", { class: "marks" }, ...here.map(([thread]) => element("span", {}, "◀ ", chip(thread))));
    const number = element("span", { class: "num" }, String(line.n));
    return element("li", here.length ? { class: "here" } : {}, number, code, here.length ? marks : null);
  });
  $("lines").replaceChildren(...rows);
  const runs = step.at.find(([thread]) => thread === step.t) ?? step.at[0];
  const row = runs && rows[data.lines.findIndex((line) => line.n === runs[1])];
  if (row) {
    const pane = $("source");
    const [top, height] = [row.offsetTop, pane.clientHeight];
    if (top < pane.scrollTop + 40 || top > pane.scrollTop + height - 60) pane.scrollTop = top - height / 2;
  }
}

function drawThreads(step) {
  $("threads").replaceChildren(...step.th.map((number) => {
    const row = data.rows[number];
    const [state, doing] = row.w[language];
    const holds = row.h.map((name) => element("span", { class: "tag held" }, name));
    const locals = row.l.map(([name, value]) => `${name} = ${value}`).join(", ");
    const what = [doing, locals].filter(Boolean).join(" · ");
    return element("li", { class: `${row.s}${row.i === step.t ? " steps" : ""}` },
      chip(row.i),
      element("span", {}, element("span", { class: "sign" }, `${row.g} ${state}`), " ", ...holds.flatMap((one) => [" ", one])),
      what ? element("span", { class: "what" }, what) : null);
  }));
}

function box(content, attributes = {}) {
  return element("span", { ...attributes, class: `box ${attributes.class ?? ""}` }, content);
}

// A primitive as what it is.
function figure(row) {
  const shape = row.x;
  if ("owner" in shape) {
    if (shape.owner === null) return [box(word("free"), { class: "empty" })];
    const depth = shape.depth > 1 ? ` ×${shape.depth}` : "";
    return [element("span", { class: "box owned", who: shape.owner }, chip(shape.owner), depth)];
  }
  if ("left" in shape) {
    const free = Array.from({ length: Math.min(shape.left, 24) }, () => element("span", { class: "dot free" }));
    const taken = shape.by.map((thread) => element("span", { class: "dot taken", who: thread }));
    return [element("span", {}, ...free, ...taken, ` ${shape.left}/${shape.of}`), ...shape.by.map(chip)];
  }
  if ("set" in shape) return [box(shape.set ? `● ${word("set")}` : `○ ${word("clear")}`, { class: shape.set ? "set" : "empty" })];
  if ("inside" in shape) {
    return shape.inside.length ? [element("span", { class: "box" }, ...shape.inside.map(chip))] : [box(word("empty"), { class: "empty" })];
  }
  if ("arrived" in shape) {
    const state = shape.broken ? ` ✗ ${word("broken")}` : shape.open ? ` ${word("open")}` : "";
    return [element("span", { class: shape.open ? "box set" : "box" }, ...shape.arrived.map(chip), ` ${shape.arrived.length}/${shape.of}${state}`)];
  }
  if ("items" in shape) {
    const shown = shape.items.slice(0, 12).map(([item, thread]) => element("span", { class: "box owned mono", who: thread }, item));
    const free = shape.of > 0 ? Array.from({ length: Math.max(0, Math.min(shape.of, 12) - shown.length) }, () => box("·", { class: "empty" })) : [];
    const count = `${shape.items.length}${shape.of > 0 ? `/${shape.of}` : ""}`;
    return [element("span", { class: "slots" }, ...shown, ...(shown.length + free.length ? free : [box(word("empty"), { class: "empty" })])), count];
  }
  return [box(shape.fired ? "✓" : shape.cancelled ? "✗" : "…")];
}

function drawShared(step) {
  const resources = step.re.map((number) => {
    const row = data.rows[number];
    const waiters = row.w.flatMap(([thread, woken]) => [woken ? " ◁ " : " ◀ ", chip(thread)]);
    return element("li", { title: row.p[language] },
      element("span", { class: "name" }, row.n), element("span", { class: "kind" }, row.k), ...figure(row),
      element("span", { class: "queue" }, ...waiters));
  });
  const variables = step.va.map((number) => {
    const row = data.rows[number];
    return element("li", {}, element("span", { class: "name" }, row.n), element("span", { class: "kind" }, "="),
      element("span", { class: "value mono" }, row.v ?? "?"), row.w === null ? null : element("span", { class: "queue" }, "← ", chip(row.w)));
  });
  const nothing = element("li", { class: "queue" }, word("nothing"));
  $("shared").replaceChildren(...(resources.length + variables.length ? [...resources, ...variables] : [nothing]));
}

// The circle of a deadlock: threads and what they wait for, by turns.
function drawGraph(step) {
  $("graph").hidden = step.dl.length === 0;
  if (!step.dl.length) return;
  const nodes = step.dl.flatMap(([thread, on]) => [{ thread }, { on }]);
  const [width, height, count] = [520, 150, nodes.length];
  const place = (number) => {
    const angle = (number / count) * 2 * Math.PI - Math.PI / 2;
    return [width / 2 + Math.cos(angle) * 190, height / 2 + Math.sin(angle) * 58];
  };
  const head = drawing("marker", { id: "head", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" },
    drawing("path", { d: "M0 0L8 4L0 8z", fill: "var(--bad)" }));
  const parts = [drawing("defs", {}, head)];
  nodes.forEach((node, number) => {
    const [x1, y1] = place(number), [x2, y2] = place((number + 1) % count);
    const length = Math.hypot(x2 - x1, y2 - y1), gap = Math.min(44, length / 3);
    const along = (x, to, by) => x + ((to - x) * by) / length;
    parts.push(drawing("line", {
      x1: along(x1, x2, gap), y1: along(y1, y2, gap), x2: along(x1, x2, length - gap), y2: along(y1, y2, length - gap),
      stroke: "var(--bad)", "stroke-width": 2.5, "stroke-dasharray": node.on === undefined ? "none" : "6 4",
      "marker-end": "url(#head)",
    }));
    const out = (x1 + x2) / 2 > width / 2 ? "start" : "end";
    const aside = out === "start" ? 12 : -12, down = (y1 + y2) / 2 > height / 2 ? 14 : -4;
    const label = drawing("text", { x: (x1 + x2) / 2 + aside, y: (y1 + y2) / 2 + down, "text-anchor": out });
    label.textContent = word(node.on === undefined ? "waits" : "held");
    parts.push(label);
  });
  nodes.forEach((node, number) => {
    const [x, y] = place(number);
    const name = node.on === undefined ? `${data.threads[node.thread].m} ${data.threads[node.thread].n}` : node.on;
    const wide = Math.max(46, name.length * 8 + 16);
    const fill = node.on === undefined ? colour(node.thread) : "var(--ground)";
    parts.push(drawing("rect", { x: x - wide / 2, y: y - 13, width: wide, height: 26, rx: node.on === undefined ? 5 : 0, fill, stroke: "var(--text)" }));
    const text = drawing("text", { x, y: y + 5, "text-anchor": "middle", style: node.on === undefined ? "fill:var(--on);font-weight:700" : "" });
    text.textContent = name;
    parts.push(text);
  });
  const words = step.dl.map(([thread, on, owner]) => `${data.threads[thread].n} ${word("waits")} ${on}, ${word("held")} ${data.threads[owner].n}`);
  const picture = drawing("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": words.join("; ") }, ...parts);
  $("cycle").replaceChildren(picture);
  $("graph").scrollIntoView({ block: "nearest" });
}

function drawLog() {
  const rows = [];
  for (let step = Math.max(0, at - 120); step <= at; step++) {
    for (const text of data.steps[step].log) {
      const row = element("li", { class: step === at ? "now" : "" },
        element("span", { class: "num" }, String(data.steps[step].n)), element("span", {}, data.texts[text][language]));
      row.addEventListener("click", () => { pause(); go(step); });
      rows.push(row);
    }
  }
  $("log").replaceChildren(...rows);
  $("log").scrollTop = $("log").scrollHeight;
  const printed = [];
  for (let step = 0; step <= at; step++) {
    for (const [thread, text, err] of data.steps[step].out) printed.push(element("span", { class: err ? "err" : "", title: data.threads[thread].n }, text));
  }
  $("output").replaceChildren(...printed);
  $("output").scrollTop = $("output").scrollHeight;
}

function drawNarration(step) {
  const pane = $("narration");
  pane.className = step.dl.length || (step.end && step.end !== "finished") ? "bad" : step.end ? "good" : "";
  const sentences = step.log.map((text) => data.texts[text][language]);
  if (step.dl.length) {
    const words = step.dl.map(([thread, on, owner]) => `${data.threads[thread].n} ${word("waits")} ${on}, ${word("held")} ${data.threads[owner].n}`);
    pane.replaceChildren(`${word("deadlock")}: ${words.join("; ")}`);
  } else if (step.end && sentences.length) pane.replaceChildren(sentences[sentences.length - 1]);
  else if (step.na) pane.replaceChildren(chip(step.na[0]), " ", data.texts[step.na[1]][language]);
  else pane.replaceChildren(word("help").split("\n")[0]);
  $("said").textContent = sentences.join(". ");
}

const lane = 20, left = 96;
const tints = { blocked: "var(--bad)", sleeping: "var(--warn)", ready: "var(--dim)", running: "var(--dim)" };

// A lane a thread: a block where it steps, a line for what it does meanwhile.
function drawTimeline() {
  const svg = $("timeline").firstElementChild;
  const width = Math.max(300, $("timeline").clientWidth);
  const each = (width - left - 10) / Math.max(1, data.steps.length);
  const parts = data.threads.map((thread, index) => {
    const y = index * lane + lane / 2;
    const name = drawing("text", { x: 0, y: y + 4, style: `fill:${colour(index)};font-size:12px;font-weight:700` });
    name.textContent = `${thread.m} ${thread.n}`.slice(0, 13);
    const group = drawing("g", {}, name);
    let from = 0, state = null;
    const close = (to) => {
      if (state && tints[state]) {
        const dash = state === "blocked" ? "2 3" : state === "sleeping" ? "6 3" : "none";
        group.append(drawing("line", { x1: left + from * each, x2: left + to * each, y1: y, y2: y, stroke: tints[state], "stroke-width": state === "blocked" ? 5 : 2, "stroke-dasharray": dash }));
      }
    };
    data.steps.forEach((step, number) => {
      const now = step.th[index] === undefined ? null : data.rows[step.th[index]].s;
      if (now !== state) { close(number); from = number; state = now; }
      if (step.t === index && number > 0) group.append(drawing("rect", { x: left + number * each, y: y - 6, width: Math.max(1, each - 0.5), height: 12, fill: colour(index) }));
    });
    close(data.steps.length);
    return group;
  });
  const height = data.threads.length * lane + 8;
  for (const chapter of chapters) parts.push(drawing("path", { d: `M${left + (chapter + 0.5) * each} ${height - 7}l4 7h-8z`, fill: "var(--warn)" }));
  parts.push(drawing("rect", { id: "cursor", y: 0, width: Math.max(3, each), height, fill: "var(--accent)", opacity: 0.45 }));
  svg.setAttribute("height", Math.min(height, 180));
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.replaceChildren(...parts);
  drawCursor();
}

function drawCursor() {
  const width = Math.max(300, $("timeline").clientWidth);
  const each = (width - left - 10) / Math.max(1, data.steps.length);
  const cursor = document.getElementById("cursor");
  if (cursor) cursor.setAttribute("x", left + at * each);
}

function draw() {
  const step = data.steps[at];
  drawSource(step); drawThreads(step); drawShared(step); drawGraph(step); drawLog(); drawNarration(step); drawCursor();
  const of = `${word("step")} ${step.n}/${data.steps[last].n} · ${step.c}`;
  $("place").textContent = of;
  const slider = $("timeline");
  slider.setAttribute("aria-valuemin", data.steps[0].n);
  slider.setAttribute("aria-valuemax", data.steps[last].n);
  slider.setAttribute("aria-valuenow", step.n);
  slider.setAttribute("aria-valuetext", of);
  $("play").textContent = timer ? "❚❚" : "▶";
  for (const [id, off] of [["start", at === 0], ["back", at === 0], ["end", at === last], ["forward", at === last],
    ["previous", !chapters.some((one) => one < at)], ["next", !chapters.some((one) => one > at)]]) $(id).disabled = off;
  for (const [id, key] of [["play", timer ? "pause" : "play"]]) name(id, key);
}

function name(id, key) {
  $(id).setAttribute("aria-label", word(key));
  $(id).title = word(key);
}

function speak() {
  document.documentElement.lang = language ? "zh" : "en";
  document.title = data.title[language];
  $("title").textContent = data.title[language];
  $("summary").textContent = data.summary[language];
  for (const key of ["threads", "shared", "graph", "timeline", "log", "output", "keys"]) $(`${key}-title`).textContent = word(key);
  $("source-title").textContent = data.file;
  for (const key of ["start", "end", "back", "forward", "previous", "next", "slower", "faster", "theme", "keys"]) name(key, key);
  $("language").textContent = language ? "English" : "中文";
  $("theme").textContent = "◐";
  $("help-text").textContent = word("help");
  $("close").textContent = word("close");
}

function go(to) {
  at = Math.max(0, Math.min(last, to));
  history.replaceState(null, "", `#step=${data.steps[at].n}`);
  draw();
}

function pause() {
  clearTimeout(timer);
  timer = 0;
}

function play() {
  if (timer) { pause(); return draw(); }
  if (at === last) at = 0;
  const tick = () => {
    if (at === last) { pause(); return draw(); }
    const closed = data.steps[at].dl.length;
    timer = setTimeout(tick, interval);
    go(at + 1);
    if (data.steps[at].dl.length > closed) { pause(); draw(); }
  };
  timer = setTimeout(tick, 150);
  draw();
}

function chapter(forward) {
  pause();
  const found = forward ? chapters.find((one) => one > at) : chapters.findLast((one) => one < at);
  if (found !== undefined) go(found);
}

function turn() {
  document.documentElement.classList.toggle("light");
  drawTimeline();
}

const by = (count) => () => { pause(); go(at + count); };
const deeds = {
  play, theme: turn,
  back: by(-1), forward: by(1), start: by(-Infinity), end: by(Infinity),
  previous: () => chapter(false), next: () => chapter(true),
  faster: () => { interval = Math.max(20, interval / 1.5); }, slower: () => { interval = Math.min(4000, interval * 1.5); },
  language: () => { language = 1 - language; speak(); draw(); },
  keys: () => $("help").showModal(),
};
for (const [id, deed] of Object.entries(deeds)) $(id).addEventListener("click", deed);
const keys = {
  " ": "play", ArrowRight: "forward", l: "forward", ArrowLeft: "back", h: "back", Home: "start", End: "end", "]": "next", "[": "previous",
  b: "next", B: "previous", "+": "faster", "=": "faster", "-": "slower", L: "language", T: "theme", "?": "keys",
};
document.addEventListener("keydown", (event) => {
  const deed = keys[event.key];
  const onButton = event.target instanceof HTMLButtonElement && (event.key === " " || event.key === "Enter");
  if (!deed || event.ctrlKey || event.metaKey || event.altKey || onButton || $("help").open) return;
  event.preventDefault();
  deeds[deed]();
});
const scrub = (event) => {
  const frame = $("timeline").getBoundingClientRect();
  const part = (event.clientX - frame.left - (left * frame.width) / Math.max(300, frame.width)) / (frame.width - left - 10);
  pause();
  go(Math.floor(part * data.steps.length));
};
$("timeline").addEventListener("pointerdown", (event) => { $("timeline").setPointerCapture(event.pointerId); scrub(event); });
$("timeline").addEventListener("pointermove", (event) => { if (event.buttons) scrub(event); });
window.addEventListener("resize", drawTimeline);
window.addEventListener("hashchange", follow);

// `#step=17` opens the page at that step.
function follow() {
  const wanted = Number(/step=(\d+)/.exec(location.hash)?.[1] ?? NaN);
  const found = data.steps.findIndex((step) => step.n === wanted);
  if (found >= 0) at = found;
  draw();
}

const light = data.theme ? data.theme === "light" : matchMedia("(prefers-color-scheme: light)").matches;
document.documentElement.classList.toggle("light", light);
speak();
drawTimeline();
follow();
