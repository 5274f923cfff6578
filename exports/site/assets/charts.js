// Makes the charts of a page live, from the JSON beside them, in the reader's light or dark.
// A chart with a picture waits for a pointer on it: until then nobody fetches plotly.
"use strict";

const PLOTLY = "assets/plotly-basic-4.1.1.min.js";
const dark = matchMedia("(prefers-color-scheme: dark)");
const light = new RegExp(
  Object.keys(INKS).map((ink) => ink.replace(/[()]/g, "\\$&")).join("|"),
  "g",
);
const config = { displayModeBar: false, scrollZoom: false, responsive: true };
const live = new Set();
let asked;

function fetchPlotly() {
  asked ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = document.body.dataset.root + PLOTLY;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  return asked;
}

function readChart(place) {
  const text = document.getElementById(place.dataset.chart).textContent;
  return JSON.parse(dark.matches ? text.replace(light, (ink) => INKS[ink]) : text);
}

function openFigure(event) {
  const [point] = event.points;
  const id = Array.isArray(point.customdata) ? point.customdata[0] : point.customdata;
  if (id) location.href = `${document.body.dataset.root}figures/${id}.html`;
}

async function draw(place) {
  await fetchPlotly();
  const { data, layout } = readChart(place);
  layout.datarevision = dark.matches;
  const first = !live.has(place);
  if (first) place.replaceChildren();
  live.add(place);
  await Plotly.react(place, data, layout, config);
  if (first) place.on("plotly_click", openFigure);
}

async function drawAll(places) {
  for (const place of places) {
    await draw(place);
    await new Promise((shown) => setTimeout(shown)); // the browser shows each as soon as it is drawn
  }
}

const bare = [];
for (const place of document.querySelectorAll("[data-chart]")) {
  if (!place.querySelector("img")) bare.push(place);
  else place.addEventListener("pointerenter", () => draw(place), { once: true });
}
drawAll(bare);
dark.addEventListener("change", () => drawAll(live));
