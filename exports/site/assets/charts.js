// Draws the charts of a page from the JSON beside them, in the reader's light or dark.
"use strict";

const dark = matchMedia("(prefers-color-scheme: dark)");
const light = new RegExp(
  Object.keys(INKS).map((ink) => ink.replace(/[()]/g, "\\$&")).join("|"),
  "g",
);
const config = { displayModeBar: false, scrollZoom: false, responsive: true };

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
  const { data, layout } = readChart(place);
  layout.datarevision = dark.matches;
  const first = !place.classList.contains("js-plotly-plot");
  await Plotly.react(place, data, layout, config);
  if (first) place.on("plotly_click", openFigure);
}

async function drawAll() {
  for (const place of document.querySelectorAll("[data-chart]")) {
    await draw(place);
    await new Promise((shown) => setTimeout(shown)); // the browser shows each as soon as it is drawn
  }
}

drawAll();
dark.addEventListener("change", drawAll);
