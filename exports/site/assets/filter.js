// Keeps the rows of a table that are asked for above it, by the names of the dashboard's address.
// Words are read and fetched when somebody looks for some, not before the page is shown.
"use strict";

const form = document.querySelector("[role=search]");
const said = document.getElementById("shown");
const rows = [...document.querySelectorAll("tbody tr")];
const SIGNS = { "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-" };
const texts = new Map();

function fold(text) {
  const plain = text.replace(/[’‘“”–—]/g, (sign) => SIGNS[sign]);
  return plain.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

const tests = {
  words: (row, value) => fold(value).split(/\s+/).every((one) => texts.get(row.dataset.id).includes(one)),
  from: (row, year) => row.dataset.to >= year,
  to: (row, year) => row.dataset.from.slice(0, 4) <= year,
};

function fits(row, name, value) {
  return tests[name] ? tests[name](row, value) : row.dataset[name].split(" ").includes(value);
}

function keep() {
  const chosen = [...new FormData(form)].filter(([, value]) => value.trim());
  for (const row of rows) row.hidden = !chosen.every(([name, value]) => fits(row, name, value));
  said.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} figures`;
  const query = new URLSearchParams(chosen).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}

/** What the page shows, then all that the dashboard looks in, titles of articles too. */
function fetchWords() {
  for (const row of rows) texts.set(row.dataset.id, fold(row.textContent));
  const script = document.createElement("script");
  script.src = `${document.body.dataset.root}assets/words.js`;
  script.onload = () => {
    for (const [id, text] of Object.entries(WORDS)) texts.set(id, `${texts.get(id)} ${text}`);
    keep();
  };
  document.head.append(script);
}

for (const [name, value] of new URLSearchParams(location.search)) {
  if (form.elements[name]) form.elements[name].value = value;
}
form.addEventListener("input", keep);
form.addEventListener("submit", (event) => event.preventDefault());
form.elements.words.addEventListener("focus", fetchWords, { once: true });
if (form.elements.words.value) fetchWords();
keep();
