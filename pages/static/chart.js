// Draws a chart from the JSON that it is given and says which of its marks was chosen.
// A chart that changes is drawn in place: what stays as it was keeps its elements. One below the
// screen is drawn when a reader comes near it, or prints; until then its words stand there.
const BUNDLE = "../../assets/plotly-basic-4.1.1.min.js"; // as seen from Streamlit's own scripts
const FAILED = "The chart could not be drawn. Reload the page to try again. What it shows: ";
const LIST = "Marks of this chart: the arrow keys go through them, Enter opens a figure";
const DRAG = 5; // pixels; who moves the mouse farther meant no click
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -1e9, End: 1e9 };
const NEAR = "600px"; // below or above the screen
const REST = 3000; // milliseconds; then the bundle is fetched for paper, if no chart was near
const SIGNS = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const charts = new WeakMap();
let asked;
let made = 0;

function fetchPlotly() {
  asked ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL(BUNDLE, document.querySelector("script[type=module][src]").src);
    script.onload = () => done(window.Plotly);
    script.onerror = failed;
    document.head.append(script);
  });
  return asked;
}

/** A place for a chart, which follows the width of the page and where the reader is on it. */
function makeChart(parent) {
  const place = parent.querySelector("[role=figure]");
  const list = parent.querySelector("[role=listbox]");
  const chart = { place, list, text: "", drawn: "", width: 0, marks: [], at: -1, moved: 0 };
  list.ariaLabel = LIST;
  list.addEventListener("keydown", (event) => go(chart, event));
  place.addEventListener("pointerdown", (event) => measure(chart, event), true);
  const print = () => window.Plotly && draw(chart, window.Plotly);
  const size = new ResizeObserver(() => fit(chart));
  const near = new IntersectionObserver((seen) => come(chart, seen.at(-1).isIntersecting), {
    root: place.closest("[data-testid=stMain]"),
    rootMargin: NEAR,
  });
  size.observe(place);
  near.observe(parent);
  window.addEventListener("beforeprint", print);
  chart.leave = () => {
    size.disconnect();
    near.disconnect();
    window.removeEventListener("beforeprint", print);
  };
  setTimeout(() => fetchPlotly().catch(() => {}), REST);
  charts.set(parent, chart);
  return chart;
}

function fit(chart) {
  const width = chart.place.clientWidth;
  if (width && width !== chart.width) show(chart);
}

function come(chart, isNear) {
  chart.isNear = isNear;
  show(chart);
}

/** Draw it if the reader is near. */
async function show(chart) {
  chart.place.ariaBusy = chart.isNear !== false && chart.text !== chart.drawn;
  if (!chart.isNear) return;
  const failed = () => {
    chart.place.textContent = FAILED + chart.place.ariaLabel;
    chart.place.ariaBusy = false;
  };
  await fetchPlotly().then((Plotly) => draw(chart, Plotly)).catch(failed);
}

async function draw(chart, Plotly) {
  const width = chart.place.clientWidth;
  if (!width || (chart.text === chart.drawn && width === chart.width)) return;
  const { still, data, layout } = JSON.parse(chart.text);
  const config = { displayModeBar: false, scrollZoom: false, staticPlot: still };
  if (!chart.drawn) chart.place.replaceChildren();
  Object.assign(chart, { width, drawn: chart.text });
  listMarks(chart, still ? [] : data);
  await Plotly.react(chart.place, data, { ...layout, width }, config);
  chart.place.ariaBusy = false;
  if (!chart.listens) chart.place.on("plotly_click", (event) => choose(chart, event));
  chart.listens = true;
}

/** Its words, for voices always, and to be found on the page where it is not drawn yet. */
function say(chart) {
  const { alt } = JSON.parse(chart.text);
  chart.place.ariaLabel = alt;
  if (!chart.drawn) chart.place.textContent = alt;
}

/** How far the mouse is moved until it is let go; plotly's click knows where it went down only. */
function measure(chart, down) {
  const end = ({ x, y }) => (chart.moved = Math.hypot(x - down.x, y - down.y));
  document.addEventListener("pointerup", end, { once: true, capture: true });
}

function choose(chart, { points: [{ customdata }] }) {
  if (customdata && chart.moved < DRAG) chart.tell("chosen", customdata);
}

/** The marks that lead to a figure, one a figure, as a list that is shown to nobody's eyes. */
function listMarks(chart, data) {
  const found = new Map();
  data.forEach(({ customdata = [], hovertext = [] }, curveNumber) =>
    customdata.forEach((id, pointNumber) => {
      const said = hovertext[pointNumber];
      if (id && said && !found.has(id)) found.set(id, { id, said, curveNumber, pointNumber });
    }),
  );
  chart.marks = [...found.values()];
  chart.at = -1;
  chart.list.hidden = !chart.marks.length;
  chart.list.replaceChildren(...chart.marks.map(makeOption));
}

function makeOption({ said }) {
  const option = document.createElement("div");
  option.role = "option";
  option.id = `mark-${(made += 1)}`;
  option.textContent = said.replace(/<[^>]*>/g, " ").replace(/&\w+;/g, (sign) => SIGNS[sign] ?? sign);
  return option;
}

/** A key on the list: on to another mark, whose words are shown, or to the figure of this one. */
function go(chart, event) {
  const mark = chart.marks[chart.at];
  if (event.key === "Enter" && mark) chart.tell("chosen", mark.id);
  if (!(event.key in STEPS)) return;
  event.preventDefault();
  const last = chart.marks.length - 1;
  chart.at = Math.min(Math.max(chart.at + STEPS[event.key], 0), last);
  chart.list.setAttribute("aria-activedescendant", chart.list.children[chart.at].id);
  [...chart.list.children].forEach((one, at) => (one.ariaSelected = at === chart.at));
  const { curveNumber, pointNumber } = chart.marks[chart.at];
  window.Plotly.Fx.hover(chart.place, [{ curveNumber, pointNumber }]);
}

export default async function ({ data, parentElement, setTriggerValue }) {
  const chart = charts.get(parentElement) ?? makeChart(parentElement);
  const text = new TextDecoder().decode(data);
  const changed = text !== chart.text;
  Object.assign(chart, { text, tell: setTriggerValue });
  if (changed) say(chart);
  if (changed) await show(chart);
  return chart.leave;
}
