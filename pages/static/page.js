// What every page needs of the browser: it outlives a translator, a link to another page is one step
// of the Back button and keeps what the reader chose, the drawer closes on request, and the page
// follows the data and the theme.
// A translator puts elements of its own in the place of React's texts. React then changes a text
// that nobody sees, or takes away what is not where it left it, and the page breaks. Here the text
// comes back to its place before React touches it; the translator sees it and translates anew.
const standIns = new WeakMap(); // text -> the element that a translator put in its place

function putBack(text) {
  const standIn = standIns.get(text);
  standIns.delete(text);
  if (standIn?.isConnected) standIn.replaceWith(text);
}

const changes = new MutationObserver((found) => found.forEach(({ target }) => putBack(target)));

function note({ addedNodes, removedNodes, previousSibling, nextSibling }) {
  const near = [...addedNodes, previousSibling, nextSibling];
  const standIn = near.find((node) => node?.nodeName === "FONT");
  const text = [...removedNodes].find((node) => node.nodeType === Node.TEXT_NODE);
  if (!standIn || !text || text.isConnected) return;
  standIns.set(text, standIn);
  changes.observe(text, { characterData: true });
}

function watchTranslators() {
  new MutationObserver((found) => found.forEach(note)).observe(document.body, {
    childList: true,
    subtree: true,
  });
  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function (child) {
    if (child.parentNode !== this) putBack(child);
    return removeChild.call(this, child);
  };
  Node.prototype.insertBefore = function (child, before) {
    if (before && before.parentNode !== this) putBack(before);
    return insertBefore.call(this, child, before);
  };
}

/** On to another page of ours: one step of the browser's history, which the platform then follows
 *  as it follows Back and Forward. Its own way there would be two steps, or none. */
function go(address) {
  if (new URL(address, document.baseURI).href === location.href) return;
  history.pushState({}, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
  document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
}

// The menu, there and in the drawer of a phone, and the links that markup.py writes.
const WAYS =
  '[data-testid=stTopNavLink], [data-testid=stSidebarNavLink], [data-testid=stHtml] a:not([href*="://"], [download])';

function follow(event) {
  const link = event.target.closest?.(WAYS);
  const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || elsewhere) return;
  event.preventDefault();
  event.stopPropagation();
  if (link.dataset.testid === "stSidebarNavLink") closeDrawer();
  go(link.href);
}

// The button beside a text that is there to be copied (markup.py); where a browser forbids it, which
// it does without TLS, the text is marked instead.
const SAID = 2000; // milliseconds

async function copy(event) {
  const button = event.target.closest?.(".copy button");
  if (!button) return;
  const text = button.parentElement.querySelector("pre");
  try {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(text);
    button.textContent = "Marked";
  }
  setTimeout(() => (button.textContent = "Copy"), SAID);
}

function closeDrawer() {
  document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
}

// An open page asks whether the data has changed, at the cost of a small file; only then does the
// server run it again (docs/decisions/0030).
const EVERY = 2000; // milliseconds
const PATIENCE = 10000; // one question at a time, so that a slow server is not asked the more
const STATE = /^[0-9a-f]{16}$/; // whatever else comes is a proxy's page, not an answer
const shown = { state: "", theme: "", tell: null }; // what the page was made from
let told = "";

async function look() {
  if (!shown.state || document.hidden) return;
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await fetch(`${window.__streamlit.BACKEND_BASE_URL}data/state`, { signal });
  const text = await answer.text();
  const state = STATE.test(text) ? text : shown.state;
  const theme = getComputedStyle(document.querySelector("[data-testid=stApp]")).colorScheme;
  const now = `${state} ${theme}`;
  if (now === `${shown.state} ${shown.theme}` || now === told) return;
  told = now; // said once: of two servers with one address one may see the file sooner
  shown.tell("changed", now);
}

async function watchData() {
  await look().catch(() => {}); // the server cannot be reached: asked again
  setTimeout(watchData, EVERY);
}

watchTranslators();
document.addEventListener("click", follow, true);
document.addEventListener("click", copy);
watchData();
let closed = 0;

export default function ({ data: { to, drawer = 0, state, theme }, setTriggerValue }) {
  if (to) go(to);
  if (drawer > closed) closeDrawer();
  closed = Math.max(closed, drawer);
  if (state) Object.assign(shown, { state, theme, tell: setTriggerValue });
}
