/** Which plan this page shows, how far it has come, whose page it is, and the words it may say. */
import { hasRunOut } from "./awake.js";
import { letAllGo } from "./kept_pages.js";

export const root = document.getElementById("plan");
export const person = document.documentElement.dataset.person ?? "";
export const isShared = "shared" in document.documentElement.dataset;  // others have this phone, too
export const words = document.getElementById("words")?.dataset ?? {};

export const plan = {
  get seq() { return Number(root.dataset.seq); },
  set seq(number) { root.dataset.seq = number; },
  get page() { return root?.dataset.page; },
  get changes() { return root?.dataset.changes; },
  get isWall() { return root?.dataset.page === "screen"; },
};

export function fill(text, value) {
  return (text ?? "").replace("%s", value);
}

export const titleOf = (card) => card.querySelector("h3").innerText.trim();

/** A copy of a <template> of the page with its slots filled in as plain text. */
export function copyOf(id, slots = {}) {
  const made = document.getElementById(id)?.content.firstElementChild.cloneNode(true);
  for (const [name, text] of Object.entries(slots)) {
    const slot = made?.querySelector(`[data-slot=${name}]`);
    if (slot) slot.textContent = text;
  }
  return made;
}

/** Said to a screen reader, politely; the last few sentences stay so that none is cut off by the next. */
export function say(sentences) {
  const place = document.getElementById("say");
  if (!place) return;
  for (const sentence of sentences) {
    place.append(Object.assign(document.createElement("p"), { textContent: sentence }));
  }
  while (place.childElementCount > 5) place.firstElementChild.remove();
}

let leaving = false;
export const isLeaving = () => leaving;
addEventListener("pageshow", () => { leaving = false; });  // back again

/** From now on nothing that arrives may lead the person anywhere else. */
export function leave() {
  leaving = true;
}

/** Leads to another page; `instead`: "back" does not lead to this one again. */
export function goTo(address, { instead = false } = {}) {
  leave();
  location[instead ? "replace" : "assign"](address);
}

/** Does this device have a page like this one, to be opened without signal? */
export const isKept = async (address) =>
  Boolean(await self.caches?.match(address, { ignoreVary: true, ignoreSearch: true }).catch(() => undefined));

/** Blank first, then leave: what this person may no longer see is gone before the next page is asked for. */
export async function wipe(address) {
  forgetWords();
  await wipePages(address);
}

/** Who was signed out finds nothing of it here; whose session merely ran out finds their own half-typed words again. */
export function wipeToSignIn({ isOut = !hasRunOut() } = {}) {
  if (isOut) forgetWords();
  wipePages(`/sign-in/?next=${encodeURIComponent(location.pathname + location.search)}`);
}

async function wipePages(address) {
  document.body.replaceChildren();
  await letAllGo();
  if (!leaving) location.replace(address);
}

/** What is half-typed in this tab; other tabs have their own. */
export function forgetWords() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith("draft ")) sessionStorage.removeItem(key);
}
