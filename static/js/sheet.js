/** On a wide screen a step's sheet opens over the board; its address, "back" and Escape work as for a page. */
import { restore } from "./drafts.js";
import { fetchFrame } from "./frame.js";
import { fetchPage, pauseFor } from "./http.js";
import { isOffline } from "./line.js";
import { isWriting } from "./morph.js";
import { isKept, say, words } from "./plan.js";
import { show as showWaiting } from "./showing.js";
import { afterFrame, applyFragments } from "./swap.js";

const sheet = document.getElementById("sheet");
const body = sheet?.querySelector("[data-slot=body]");
const wide = matchMedia("(min-width: 64rem)");
let shown;  // { page, seq } of what the dialog holds
const guests = new Map();
let opener;
let retry;

export function start() {
  if (!body) return;
  document.addEventListener("click", click);
  sheet.addEventListener("close", closed);
  sheet.addEventListener("cancel", keepWords);
  addEventListener("popstate", () => history.state?.sheet ? open(history.state.sheet) : sheet.close());
  afterFrame(() => refresh());
}

async function click(event) {
  const link = event.target.closest?.("a[data-sheet]");
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
  if (!link || !isPlain || !wide.matches || event.defaultPrevented) return;
  event.preventDefault();
  opener = link.closest("[id]")?.id;
  if (await open(link.href)) history.pushState({ sheet: link.href }, "", link.href);
  else if (isOffline() && !await isKept(link.href)) say([words.offline]);
  else location.assign(link.href);
}

/** Shows the page's own room; false where that cannot be had. */
async function open(address) {
  const page = await fetchPage(address);
  const room = page?.getElementById("room");
  const main = page?.getElementById("plan");
  if (!room || !main) return false;
  shown = { page: main.dataset.page, seq: Number(main.dataset.seq) };
  body.replaceChildren(document.adoptNode(room));
  restore(body);
  showWaiting();
  if (!sheet.open) show();
  return true;
}

const COME_ALONG = "form[data-leave], #line, #needs, #guard, #say, #gestures, #toast";

/** Behind a modal dialog nothing can be read or pressed, so the way out and what speaks to the person come along. */
function show() {
  for (const guest of [...document.querySelectorAll(COME_ALONG)].reverse()) {
    const seat = document.createComment("");
    guest.replaceWith(seat);
    sheet.prepend(guest);
    guests.set(guest, seat);
  }
  sheet.showModal();
}

function closed() {
  for (const [guest, seat] of guests) seat.replaceWith(guest);
  guests.clear();
  shown = undefined;
  body.replaceChildren();
  if (history.state?.sheet) history.back();
  document.getElementById(opener)?.querySelector("a[data-sheet]")?.focus();
}

/** Escape leaves the text that is being written before it leaves the sheet. */
function keepWords(event) {
  const form = document.activeElement?.closest("form");
  if (event.target !== sheet || !form || !sheet.contains(form) || !isWriting(form)) return;
  event.preventDefault();
  document.activeElement.blur();
}

/** The same catching up as the page's, for the dialog's own page and number; tried until the server has answered. */
async function refresh(tries = 1) {
  clearTimeout(retry);
  const asked = shown;
  const frame = asked && await fetchFrame(asked.seq, asked.page);
  if (!asked || shown !== asked) return;
  if (!frame) {
    retry = setTimeout(() => refresh(tries + 1), pauseFor(tries));
  } else if (frame.reload) {
    if (!await open(location.href)) sheet.close();
  } else if (frame.upto > asked.seq) {
    asked.seq = frame.upto;
    applyFragments(frame.fragments.filter(({ id }) => id === "room"));
    showWaiting();
  }
}
