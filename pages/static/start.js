// Stands in the HTML, before Streamlit's scripts. It says where the server is, and keeps out of sight
// what stands below a part whose script is still on its way, so that nothing moves that is seen.
// (A rule of CSS with :has() says the same; Chromium 156 sometimes leaves it in force for ever.)
window.__streamlit = { BACKEND_BASE_URL: new URL(".", location).href };
const WAITING = "[data-testid=stSkeleton]"; // what Streamlit shows until a part's script is there
let below = [];

function hideBelow() {
  const parts = [...document.querySelectorAll(WAITING)];
  if (!parts.length && !below.length) return;
  const found = new Set(parts.flatMap(listBelow));
  below.filter((one) => !found.has(one)).forEach((one) => one.removeAttribute("data-waits"));
  found.forEach((one) => one.setAttribute("data-waits", ""));
  below = [...found];
}

function listBelow(part) {
  const found = [];
  for (let at = part; at && !at.matches("[data-testid=stMain]"); at = at.parentElement)
    for (let next = at; (next = next.nextElementSibling); ) found.push(next);
  return found;
}

new MutationObserver(hideBelow).observe(document, { childList: true, subtree: true });
