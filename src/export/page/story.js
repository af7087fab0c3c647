// What happened, what was printed, and what is told of it.

const kept = 160;
let told = { first: 0, end: 0 };

// The first of these, each with its step, that is not yet reached.
function reached(list) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle][0] <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function logRow([step, text]) {
  const chapter = data.steps[step].ch === text;
  const row = element("li", {}, element("span", { class: "num" }, String(data.steps[step].n)),
    element("button", { type: "button", tabindex: -1, class: chapter ? "chapter" : "" }, ...shown(data.texts[text][language])));
  row.step = step;
  row.addEventListener("click", () => by(step));
  return row;
}

// The log holds the last lines; those that are there already stay.
function drawLog() {
  const list = $("log"), end = reached(happened), first = Math.max(0, end - kept);
  if (first >= told.end || end <= told.first) { list.replaceChildren(); told = { first, end: first }; }
  while (told.first < first) { list.firstChild.remove(); told.first++; }
  while (told.first > first) list.prepend(logRow(happened[--told.first]));
  while (told.end > end) { list.lastChild.remove(); told.end--; }
  while (told.end < end) list.append(logRow(happened[told.end++]));
  for (const row of list.children) row.className = row.step === at ? "now" : "";
}

function drawOutput() {
  const pane = $("output"), count = reached(printed);
  while (pane.childElementCount > count) pane.lastChild.remove();
  while (pane.childElementCount < count) {
    const [, thread, text, err] = printed[pane.childElementCount];
    const before = printed[pane.childElementCount - 1];
    const begins = !before || before[2].endsWith("\n") || before[1] !== thread;
    pane.append(element("span", { class: err ? "err" : "" }, begins && text !== "\n" ? mark(thread) : "", text));
  }
}

function drawNarration() {
  const pane = $("narration"), step = data.steps[at], circle = deadlock[at];
  const end = at === last && step.end, said = (step.log ?? []).map((text) => data.texts[text][language]);
  pane.className = circle || (end && end[0]) ? "bad" : end && end[1] === "✓" ? "good" : "";
  pane.style.setProperty("--who", narration[at] ? colour(narration[at][0]) : "var(--rule)");
  if (circle) {
    const edges = circle.flatMap(([, , , text], index) => [index ? "; " : "", ...shown(data.texts[text][language])]);
    pane.replaceChildren(element("strong", { class: "verdict" }, word("deadlock")), " ", ...edges);
  } else if (end && said.length) {
    pane.replaceChildren(element("strong", { class: "verdict" }, end[1]), " ", ...shown(said[said.length - 1]));
  } else if (narration[at]) pane.replaceChildren(chip(narration[at][0]), " ", ...shown(data.texts[narration[at][1]][language]));
  else pane.replaceChildren(word("help").split("\n")[0]);
  // Whoever listens is told every step, unless they go by faster than they can be said.
  if (!timer || interval >= 1000 || step.ch !== undefined) $("said").textContent = said.map(plain).join(". ");
}
