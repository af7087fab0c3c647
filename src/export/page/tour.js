// The tour: what is shown when, and the ways that the run takes in it. What the reader does stops it, and they have the controls.

const tour = data.tour;
// How fast the page goes at first: the tour's own pace.
const pace = interval;
// What counts the moment's time; the moment that is shown, or was when it stopped; how far each way has been seen.
let beat = 0, moment = -1;
const seen = ways.map(() => 0);

// Takes another way of the run.
function walk(number) {
  const names = JSON.stringify(data.threads);
  take(number);
  // Rows name threads, and those of another way may have other names.
  if (JSON.stringify(data.threads) !== names) {
    for (const list of ["threads", "shared"]) $(list).replaceChildren();
    for (const line of lines.values()) line.key = null;
  }
  $("log").replaceChildren();
  $("output").replaceChildren();
  told = { first: 0, end: 0 };
  $("scrub").max = last;
  speak();
  drawTimeline();
}

function showMoment(number) {
  moment = number;
  const [, , wanted, step] = tour.moments[number];
  if (wanted !== way) walk(wanted);
  seen[way] = Math.max(seen[way], step);
  go(step);
}

// How long a moment is shown, in the tour's own time.
const lasting = (number) => (tour.moments[number + 1]?.[0] ?? tour.lasts) - tour.moments[number][0];

function tourOn() {
  beat = setTimeout(() => {
    if (moment + 1 < tour.moments.length) { showMoment(moment + 1); return tourOn(); }
    moment = -1;
    pause();
    draw();
  }, lasting(moment) * interval / pace);
}

// Begins the tour, goes on with it, or stops it.
function tourOrStop() {
  if (!tour) return;
  if (beat) return by(at);
  pause();
  if (moment < 0) seen.fill(0);
  beat = -1;
  showMoment(Math.max(moment, 0));
  tourOn();
  draw();
}

function drawCaption() {
  const pane = $("caption");
  pane.hidden = !tour;
  if (!tour) return;
  const said = beat ? tour.moments[moment][1] : null;
  pane.className = beat ? "" : "over";
  pane.textContent = said !== null ? plain(data.texts[said][language]) : beat ? " " : word(moment < 0 ? "tour-over" : "tour-stopped");
  if (said !== null && pane.textContent !== $("said").textContent && (!moment || tour.moments[moment - 1][1] !== said)) $("said").textContent = pane.textContent;
  $("tour").textContent = beat ? "❚❚" : "▷";
  name("tour", beat ? "pause" : "tour");
  $("way").value = way;
  // What the tour has not yet shown, nobody sees.
  $("unseen").style.transform = `translateX(${beat ? (seen[way] + 1) * each : each * data.steps.length}px)`;
}

function speakOfTour() {
  $("tour").hidden = !tour;
  $("way").hidden = ways.length < 2;
  $("way").setAttribute("aria-label", tour ? word("ways") : "");
  $("way").replaceChildren(...(tour ? ways : []).map((one, number) => element("option", { value: number }, one.name ? one.name[language] : word("first-way"))));
}

// To the next of the ways, at the step behind which it leaves another one.
function nextWay(number = (way + 1) % ways.length) {
  pause();
  if (number !== way) walk(number);
  go(Math.min(at, ways[number].at ?? at));
}
