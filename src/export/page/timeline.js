// The lanes of the threads.

const lane = 20, least = 4;
// How wide a step is drawn.
let each = least;

// A lane a thread: a block where it steps, a line for what it does meanwhile, and one below for as long as it holds something.
function drawTimeline() {
  // The names come first: the lanes have the room that they leave.
  $("names").replaceChildren(...data.threads.map((_, thread) => element("li", {}, chip(thread))));
  each = Math.max(least, ($("timeline").clientWidth - 1) / data.steps.length);
  const width = each * data.steps.length, height = data.threads.length * lane + 12;
  const parts = [];
  data.threads.forEach((_, thread) => {
    const y = thread * lane + lane / 2;
    const ways = { runs: "", ready: "", blocked: "", sleeping: "", holds: "", over: null };
    let before = null;
    data.steps.forEach((step, index) => {
      const row = threads[index][thread] === undefined ? null : data.rows[threads[index][thread]];
      if (!row) return;
      const x = index * each, state = row.s === "running" ? "ready" : row.s;
      if (step.t === thread) ways.runs += `M${x} ${y - 6}h${Math.max(1, each - Math.min(1, each / 6))}v12H${x}z`;
      else if (ways[state] !== undefined) ways[state] += before === state ? `h${each}` : `M${x} ${y}h${each}`;
      before = step.t === thread ? null : state;
      if (row.h.length) ways.holds += `M${x} ${y + 8}h${each}`;
      if (["finished", "failed", "abandoned"].includes(state) && ways.over === null) ways.over = [x + (step.t === thread ? each : 0), row.g, state];
    });
    const group = drawing("g", { style: `--who:${colour(thread)}` });
    for (const kind of ["ready", "blocked", "sleeping", "holds", "runs"]) if (ways[kind]) group.append(drawing("path", { class: kind, d: ways[kind] }));
    if (ways.over) {
      const sign = drawing("text", { x: Math.min(ways.over[0] + 3, width - 12), y: y + 5, class: `over ${ways.over[2]}` });
      sign.textContent = ways.over[1];
      group.append(sign);
    }
    parts.push(group);
  });
  for (const chapter of chapters) parts.push(drawing("path", { class: "flag", d: `M${(chapter + 0.5) * each} ${height - 10}l5 9h-10z` }));
  if (data.tour) parts.push(drawing("rect", { id: "unseen", x: 0, y: 0, width, height }));
  parts.push(drawing("rect", { id: "ahead", x: 0, y: 0, width, height }), drawing("rect", { id: "cursor", x: -1.5, y: 0, width: 3, height, rx: 1 }));
  const svg = $("timeline").firstElementChild;
  for (const [key, value] of [["width", width], ["height", height], ["viewBox", `0 0 ${width} ${height}`]]) svg.setAttribute(key, value);
  svg.replaceChildren(...parts);
}

function drawCursor() {
  const x = (at + 1) * each - each / 2, pane = $("timeline");
  $("ahead").style.transform = `translateX(${(at + 1) * each}px)`;
  $("cursor").style.transform = `translateX(${x}px)`;
  if (x < pane.scrollLeft + 20 || x > pane.scrollLeft + pane.clientWidth - 20) pane.scrollLeft = x - pane.clientWidth / 2;
}
