/** On a wide screen a step's sheet opens over the board; its address, "back" and Escape work as for a page. */
import { restore } from "./drafts.js";
import { fetchFrame, fetchPage } from "./http.js";
import { isWriting } from "./morph.js";
import { afterFrame, applyFragments } from "./swap.js";

const sheet = document.getElementById("sheet");
const body = sheet?.querySelector("[data-slot=body]");
const wide = matchMedia("(min-width: 64rem)");
let shown;  // { page, seq } of what the dialog holds
let opener;

export function start() {
  if (!body) return;
  document.addEventListener("click", click);
  sheet.addEventListener("close", closed);
  sheet.addEventListener("cancel", keepWords);
  addEventListener("popstate", () => history.state?.sheet ? open(history.state.sheet) : sheet.close());
  afterFrame(refresh);
}

function click(event) {
  const link = event.target.closest?.("a[data-sheet]");
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
  if (!link || !isPlain || !wide.matches || event.defaultPrevented) return;
  event.preventDefault();
  opener = link.closest("[id]")?.id;
  open(link.href).then((isShown) => isShown && history.pushState({ sheet: link.href }, "", link.href));
}

/** Escape leaves the text that is being written before it leaves the sheet. */
function keepWords(event) {
  const form = document.activeElement?.closest("form");
  if (event.target !== sheet || !form || !sheet.contains(form) || !isWriting(form)) return;
  event.preventDefault();
  document.activeElement.blur();
}

/** The page's own room is shown; where that cannot be had, the link is followed as a link. */
async function open(address) {
  const page = await fetchPage(address);
  const room = page?.getElementById("room");
  const main = page?.getElementById("plan");
  if (!room || !main) return location.assign(address);
  shown = { page: main.dataset.page, seq: Number(main.dataset.seq) };
  body.replaceChildren(document.adoptNode(room));
  restore(body);
  if (!sheet.open) sheet.showModal();
  return true;
}

function closed() {
  shown = undefined;
  body.replaceChildren();
  if (history.state?.sheet) history.back();
  document.getElementById(opener)?.querySelector("a[data-sheet]")?.focus();
}

/** The same catching up as the page's, for the dialog's own page and number. */
async function refresh() {
  if (!shown) return;
  const asked = shown;
  const frame = await fetchFrame(asked.seq, asked.page);
  if (!frame || shown !== asked || !(frame.upto > asked.seq)) return;
  asked.seq = frame.upto;
  if (frame.reload) await open(location.href);
  else applyFragments(frame.fragments.filter((fragment) => fragment.id === "room"));
  if (!document.getElementById("room")) sheet.close();
}
