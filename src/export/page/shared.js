// The primitives, each as what it is, the shared variables, and the circle of a deadlock.

const box = (kind, ...content) => element("span", { class: `box ${kind}` }, ...content);
const most = 16;

// A primitive as what it is: whoever waits to put stands before it, everybody else who waits behind it.
function figure(row) {
  const shape = row.x;
  if ("owner" in shape) {
    if (shape.owner === null) return [box("empty", word("free"))];
    const bars = shape.depth > 1 ? element("span", {}, ` ×${shape.depth} ${"▮".repeat(Math.min(shape.depth, 8))}`) : null;
    return [element("span", { class: "box owned", who: shape.owner }, chip(shape.owner), bars)];
  }
  if ("left" in shape) {
    const taken = shape.by.slice(0, most).map((thread) => element("span", { class: "slot" }, mark(thread)));
    const free = Array.from({ length: Math.min(shape.left, most) }, () => element("span", { class: "slot dot" }, "●"));
    return [box("slots", ...taken, ...free, ...(taken.length + free.length ? [] : [element("span", { class: "slot" }, "0")]))];
  }
  if ("set" in shape) return [element("span", { class: shape.set ? "lamp lit" : "lamp" }, shape.set ? "●" : "○"), word(shape.set ? "set" : "clear")];
  if ("inside" in shape) {
    const woken = new Set(row.w.filter(([, up]) => up).map(([thread]) => thread));
    const room = shape.inside.filter((thread) => !woken.has(thread)).map(chip);
    const out = shape.inside.filter((thread) => woken.has(thread)).map(chip);
    return [room.length ? box("", ...room) : box("empty", word("empty")), ...(out.length ? [`${word("notified")} `, ...out] : [])];
  }
  if ("arrived" in shape) {
    const places = Array.from({ length: Math.min(shape.of, most) }, (_, index) =>
      element("span", { class: "slot" }, index < shape.arrived.length ? mark(shape.arrived[index]) : "○"));
    return [box(shape.open ? "slots set" : "slots", ...places)];
  }
  if ("items" in shape) {
    const items = shape.items.slice(0, most).map(([item, thread]) => element("span", { class: "slot item mono", who: thread, title: data.threads[thread].n }, item)).reverse();
    const free = shape.of ? Math.max(0, Math.min(shape.of, most) - items.length) : items.length ? 0 : 1;
    const empty = Array.from({ length: free }, () => element("span", { class: "slot none" }, "·"));
    return ["▸", box("slots", ...empty, ...items), "▸"];
  }
  const [sign, key] = shape.fired ? ["✓", "fired"] : shape.cancelled ? ["✗", "cancelled"] : ["◷", "running"];
  return [box(shape.fired ? "set" : "empty", sign), `${word(key)}${shape.after && key === "running" ? ` ${shape.after}` : ""}`];
}

function resourceRow(row) {
  const gone = "inside" in row.x;
  const putting = row.w.filter(([, , puts]) => puts).flatMap(([thread]) => [chip(thread), " ▶ "]);
  const others = row.w.filter(([, , puts]) => !puts && !gone).flatMap(([thread, woken]) => [woken ? " ◁ " : " ◀ ", chip(thread)]);
  return element("li", { title: row.p[language] },
    element("span", { class: "name" }, row.n, " ", element("small", {}, row.k)),
    element("span", { class: "figure" }, ...putting, ...figure(row), row.c[language] ? element("small", {}, row.c[language]) : null,
      element("span", { class: "queue" }, ...others)),
    element("span", { class: "unseen" }, row.p[language]));
}

function drawShared() {
  const rows = resources[at].map((row) => [`${language} ${row}`, () => resourceRow(data.rows[row])]);
  variables[at].forEach((number) => rows.push([`${language} ${number}`, () => {
    const row = data.rows[number];
    return element("li", {}, element("span", { class: "name" }, row.n, " ="), element("span", { class: "figure" },
      element("b", { class: "value mono" }, row.v ?? "?"), row.w === null ? null : element("span", { class: "queue" }, " ◂ ", chip(row.w))));
  }]));
  if (!rows.length) rows.push([`${language}`, () => element("li", { class: "queue" }, word("nothing"))]);
  update($("shared"), rows);
}

// The circle of a deadlock: threads, and what they wait for if it is not a thread itself.
function drawGraph() {
  const circle = deadlock[at] ?? [];
  $("graph").hidden = !circle.length;
  const nodes = circle.flatMap(([thread, on]) => (on === null ? [{ thread }] : [{ thread }, { on }]));
  const [width, height, count] = [420, 176, nodes.length];
  const place = (number) => {
    const angle = (number / count) * 2 * Math.PI - Math.PI / 2;
    return [width / 2 + Math.cos(angle) * 140, height / 2 + Math.sin(angle) * 68];
  };
  const named = (node) => (node.on === undefined ? calls(node.thread) : `[${node.on}]`);
  const short = (text) => (text.length > 16 ? `${text.slice(0, 15)}…` : text);
  const parts = [drawing("defs", {}, drawing("marker", { id: "head", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 6, markerHeight: 6, orient: "auto" },
    drawing("path", { d: "M0 0L8 4L0 8z", class: "head" })))];
  nodes.forEach((node, number) => {
    const [x1, y1] = place(number), [x2, y2] = place((number + 1) % count);
    const waits = node.on === undefined;
    // Arcs bend outwards, so that the two ways between two threads are two lines.
    const [mx, my] = [(x1 + x2) / 2 - width / 2, (y1 + y2) / 2 - height / 2];
    const out = Math.hypot(mx, my) < 5 ? [Math.sign(y2 - y1) * 90, 0] : [mx * 0.45, my * 0.45];
    const [bx, by] = [(x1 + x2) / 2 + out[0], (y1 + y2) / 2 + out[1]];
    const away = (x, y) => { const far = Math.hypot(bx - x, by - y); const gap = Math.min(38, far / 2.5); return [x + ((bx - x) * gap) / far, y + ((by - y) * gap) / far]; };
    const [fx, fy] = away(x1, y1), [tx, ty] = away(x2, y2);
    parts.push(drawing("path", { class: waits ? "edge" : "edge held", d: `M${fx} ${fy}Q${bx} ${by} ${tx} ${ty}`, "marker-end": "url(#head)" }));
    const right = bx > width / 2;
    const label = drawing("text", { x: bx + (right ? 2 : -2), y: by + 4, class: "label", "text-anchor": right ? "start" : "end" });
    label.textContent = word(waits ? "waits" : "held");
    parts.push(label);
  });
  nodes.forEach((node, number) => {
    const [x, y] = place(number), name = short(named(node)), wide = Math.max(40, name.length * 8 + 16);
    const waits = node.on === undefined;
    parts.push(drawing("rect", { x: x - wide / 2, y: y - 13, width: wide, height: 26, rx: waits ? 5 : 0, style: waits ? `fill:${colour(node.thread)}` : "" }));
    const text = drawing("text", { x, y: y + 5, "text-anchor": "middle", class: waits ? "thread" : "" });
    text.textContent = name;
    parts.push(text);
  });
  const words = circle.map(([, , , text]) => plain(data.texts[text][language])).join("; ");
  $("cycle").replaceChildren(...(circle.length ? [drawing("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": words }, ...parts)] : []));
}
