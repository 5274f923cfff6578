// Draws a chart from the JSON that it is given and says which of its marks was chosen.
// A chart that changes is drawn in place: what stays as it was keeps its elements.
const BUNDLE = "../../assets/plotly-basic-4.1.1.min.js"; // as seen from Streamlit's own scripts
const FAILED = "The chart could not be drawn. Reload the page to try again. What it shows: ";
const charts = new WeakMap();
let asked;

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

/** A place for a chart, which follows the width of the page. */
function makeChart(parent) {
  const place = parent.querySelector("[role=figure]");
  const chart = { place, text: "", drawn: "", width: 0 };
  chart.observer = new ResizeObserver(() => fit(chart));
  chart.observer.observe(place);
  charts.set(parent, chart);
  return chart;
}

function fit(chart) {
  const width = chart.place.clientWidth;
  if (width && width !== chart.width) show(chart);
}

async function show(chart) {
  const failed = () => (chart.place.textContent = FAILED + JSON.parse(chart.text).alt);
  await fetchPlotly().then((Plotly) => draw(chart, Plotly)).catch(failed);
}

async function draw(chart, Plotly) {
  const width = chart.place.clientWidth;
  if (!width || (chart.text === chart.drawn && width === chart.width)) return;
  const { alt, still, data, layout } = JSON.parse(chart.text);
  const config = { displayModeBar: false, scrollZoom: false, staticPlot: still };
  Object.assign(chart, { width, drawn: chart.text });
  chart.place.ariaLabel = alt;
  await Plotly.react(chart.place, data, { ...layout, width }, config);
  if (!chart.listens) chart.place.on("plotly_click", (event) => choose(chart, event));
  chart.listens = true;
}

function choose(chart, { points: [{ customdata }] }) {
  if (customdata) chart.tell("chosen", Array.isArray(customdata) ? customdata[0] : customdata);
}

export default async function ({ data, parentElement, setTriggerValue }) {
  const chart = charts.get(parentElement) ?? makeChart(parentElement);
  const text = new TextDecoder().decode(data);
  const changed = text !== chart.text;
  Object.assign(chart, { text, tell: setTriggerValue });
  if (changed) await show(chart);
  return () => chart.observer.disconnect();
}
