// Keeps the rows of a table that have all the words typed above it; without scripts all rows stand.
"use strict";

const field = document.getElementById("words");
const said = document.getElementById("shown");
const rows = [...document.querySelectorAll("tbody tr")];
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const texts = rows.map((row) => fold(row.textContent));

function keep() {
  const words = fold(field.value).split(/\s+/);
  rows.forEach((row, place) => {
    row.hidden = !words.every((word) => texts[place].includes(word));
  });
  said.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} figures`;
}

field.closest("[role=search]").hidden = false;
field.addEventListener("input", keep);
keep();
