// What the reader does, and what that leads to.

function drawControls() {
  const step = data.steps[at], place = `${word("step")} ${step.n}/${data.steps[last].n} · ${step.c}`;
  $("place").textContent = place;
  const slider = $("timeline");
  for (const [key, value] of [["min", data.steps[0].n], ["max", data.steps[last].n], ["now", step.n], ["text", place]]) slider.setAttribute(`aria-value${key}`, value);
  $("scrub").value = at;
  $("scrub").style.setProperty("--part", last ? at / last : 1);
  $("scrub").setAttribute("aria-valuetext", place);
  const runs = timer || beat;
  $("play").textContent = runs ? "❚❚" : "▶";
  name("play", runs ? "pause" : "play");
  $("speed").textContent = `${Number((1000 / interval).toPrecision(2))} ${word("rate")}`;
  $("chapter").value = chapters.findLast((one) => one <= at) ?? "";
  const off = { start: at === 0, back: at === 0, end: at === last, forward: at === last,
    previous: !chapters.some((one) => one < at), next: !chapters.some((one) => one > at) };
  for (const [id, no] of Object.entries(off)) $(id).setAttribute("aria-disabled", no);
}

function draw() {
  const line = drawSource(), thread = drawThreads();
  drawShared(); drawGraph(); drawPanes(); drawLog(); drawOutput(); drawNarration(); drawCaption(); drawCursor(); drawControls();
  // Panes have their sizes only now.
  if (line) reveal($("source"), line);
  if (thread) reveal($("threads").parentElement, thread);
  const own = $("names").children[data.steps[at].t];
  if (own) reveal($("lanes"), own);
  for (const pane of [$("log"), $("output").parentElement]) pane.scrollTop = pane.scrollHeight;
}

function name(id, key) {
  $(id).setAttribute("aria-label", word(key));
  $(id).title = word(key);
}

// Puts all words into the reader's language.
function speak() {
  document.documentElement.lang = language ? "zh" : "en";
  document.title = $("title").textContent = data.title[language];
  $("summary").textContent = data.summary[language];
  for (const key of ["threads", "shared", "graph", "memory", "guards", "stacks", "spaces", "timeline", "log", "output", "keys", "controls"]) $(`${key}-title`).textContent = word(key);
  $("source-title").textContent = data.file;
  for (const key of ["start", "end", "back", "forward", "previous", "next", "slower", "faster", "language", "keys"]) name(key, key);
  for (const [id, key] of [["scrub", "step"], ["chapter", "chapters"]]) $(id).setAttribute("aria-label", word(key));
  $("language").textContent = language ? "English" : "中文";
  $("help-text").textContent = word("help") + (tour ? `\n${word("help-tour")}` : "");
  $("close").textContent = word("close");
  $("legend").replaceChildren(...[["■", "runs"], ["─", "ready"], ["┅", "blocked"], ["╌", "sleeping"], ["▁", "holding"], ["▲", "chapters"]].map(([sign, key]) =>
    element("span", {}, element("span", { class: `sign-${key}`, "aria-hidden": "true" }, sign), ` ${word(key)}`)));
  const options = chapters.map((index) => element("option", { value: index }, `${data.steps[index].n} · ${plain(data.texts[data.steps[index].ch][language])}`));
  $("chapter").replaceChildren(element("option", { value: "" }, `${word("chapters")} (${chapters.length})`), ...options);
  speakOfTour();
  $("log").replaceChildren();
  told = { first: 0, end: 0 };
  paint();
}

// Puts on the theme: the reader's choice, or what their system prefers.
function paint() {
  const now = theme ?? (sunny.matches ? "light" : "dark");
  document.documentElement.dataset.theme = now;
  $("theme").title = `${word("theme")}: ${word(now)}`;
  $("theme").setAttribute("aria-label", $("theme").title);
}

// The address says which step it is, so that a link to it can be passed on. Browsers refuse many changes in a row.
let noted = 0;
function note() {
  clearTimeout(noted);
  if (!timer && !beat) noted = setTimeout(() => {
    try { history.replaceState(null, "", `#step=${data.steps[at].n}${way ? `&way=${way + 1}` : ""}`); } catch { /* it says so for the next step */ }
  }, 400);
}

function go(to) {
  const under = travels(at, Math.max(0, Math.min(last, to)));
  at = Math.max(0, Math.min(last, to));
  document.body.classList.add("moves");
  note();
  draw();
  under.forEach(fly);
}

function pause() {
  clearTimeout(timer);
  clearTimeout(beat);
  timer = beat = 0;
}

function by(to) {
  pause();
  go(to);
}

// Plays to the end, or up to where a deadlock closes.
function play() {
  if (timer || beat) return by(at);
  if (at === last) at = 0;
  const tick = () => {
    timer = setTimeout(tick, interval);
    const closed = (deadlock[at] ?? []).length;
    if (at + 1 >= last || (deadlock[at + 1] ?? []).length > closed) pause();
    go(at + 1);
  };
  timer = setTimeout(tick, Math.min(interval, 300));
  draw();
}

const nearest = (forward) => (forward ? chapters.find((one) => one > at) : chapters.findLast((one) => one < at)) ?? at;
const faster = (part) => { interval = Math.max(20, Math.min(4000, interval * part)); drawControls(); };
const deeds = {
  play, back: () => by(at - 1), forward: () => by(at + 1), start: () => by(0), end: () => by(last),
  previous: () => by(nearest(false)), next: () => by(nearest(true)),
  faster: () => faster(1 / 1.5), slower: () => faster(1.5),
  language: () => { language = 1 - language; speak(); draw(); },
  theme: () => { theme = themes[(themes.indexOf(document.documentElement.dataset.theme) + 1) % themes.length]; paint(); },
  keys: () => $("help").showModal(),
  tour: tourOrStop,
};
for (const [id, deed] of Object.entries(deeds)) $(id).addEventListener("click", deed);
$("close").addEventListener("click", () => $("help").close());
$("scrub").max = last;
$("way").addEventListener("change", () => nextWay(Number($("way").value)));
$("scrub").addEventListener("input", () => by(Number($("scrub").value)));
$("chapter").addEventListener("change", () => { if ($("chapter").value !== "") by(Number($("chapter").value)); });

const keys = {
  " ": "play", ArrowRight: "forward", l: "forward", ArrowLeft: "back", h: "back", Home: "start", End: "end", "]": "next", "[": "previous",
  b: "next", B: "previous", "+": "faster", "=": "faster", "-": "slower", L: "language", T: "theme", "?": "keys", t: "tour",
};
const sliding = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
document.addEventListener("keydown", (event) => {
  const own = { BUTTON: [" "], SELECT: [" ", "Home", "End"] }[event.target.tagName] ?? [];
  if (event.ctrlKey || event.metaKey || event.altKey || own.includes(event.key) || $("help").open) return;
  const slides = event.target === $("timeline") || event.target === $("scrub");
  if (slides && event.key in sliding) by(at + sliding[event.key]);
  else if (event.key === "v" && ways.length > 1) nextWay();
  else if (keys[event.key]) deeds[keys[event.key]]();
  else return;
  event.preventDefault();
});

const scrub = (event) => by(Math.floor((event.clientX - $("timeline").firstElementChild.getBoundingClientRect().left) / each));
$("timeline").addEventListener("pointerdown", (event) => { $("timeline").setPointerCapture(event.pointerId); scrub(event); });
$("timeline").addEventListener("pointermove", (event) => { if (event.buttons) scrub(event); });
window.addEventListener("resize", () => { drawTimeline(); draw(); });
window.addEventListener("hashchange", () => { follow(); draw(); });
sunny.addEventListener("change", paint);

// `#step=17` opens the page at that step; `lang=zh` and `theme=light` behind `&` choose how it is shown.
function follow() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const other = Number(wanted.get("way") ?? 1) - 1;
  if (ways[other] && other !== way) { pause(); walk(other); }
  const found = data.steps.findIndex((step) => String(step.n) === wanted.get("step"));
  if (found >= 0) { pause(); at = found; }
  else at = Math.min(at, last);
  if (["en", "zh"].includes(wanted.get("lang"))) language = wanted.get("lang") === "zh" ? 1 : 0;
  if (themes.includes(wanted.get("theme"))) theme = wanted.get("theme");
  speak();
}

follow();
drawTimeline();
draw();
// A link to a step shows that step; nothing moves by itself for those who asked for that.
if (tour && !new URLSearchParams(location.hash.slice(1)).has("step") && !calm.matches) tourOrStop();
