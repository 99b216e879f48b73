/**
 * The last seen pages of one person. The server's word counts: `Tavlen-Person` says whose pages may stand on this device,
 * `Tavlen-Keep` that this one may; what is said of another person, or of nobody, makes everything go.
 */
import { dropAll, marked, match, namesOf, offlinePage, release } from "./shell.js";

const PAGES = "pages-";
const SEEN = "Tavlen-Seen";
const RELEASE = "Tavlen-Release";
const DAY_MS = 24 * 60 * 60 * 1000;
const FRESH_MS = 10 * 60 * 1000;  // live catch-up brings it up to date within moments
export const PATIENCE_MS = 2500;
export const LONG_PATIENCE_MS = 12000;   // where there is nothing else to show
const RELOAD = /no-cache|reload/;
// Addresses without a plan's number lead to the page that is kept of that place.
const PLACES = { "/": /today\/$/, "/today/": /today\/$/, "/board/": /plans\/\d+\/$/, "/conversation/": /conversation\/$/ };

let era = 0;  // counts how often all has gone: what was asked for before that is not kept any more

export async function drop() {
  era++;
  await dropAll(await namesOf(PAGES));
}

/**
 * A young page at once, else the server's within a short patience, else what is kept, else what helps without signal.
 * `closed` is false while somebody who has left has yet to be signed out.
 */
export async function openPage(event, closed) {
  const { url, cache } = event.request;
  const [isClosed, place, kept] = await Promise.all([closed, placeOf(url), find(url)]);
  if (!isClosed) return offlinePage("out");
  if (place) return Response.redirect(place);
  if (kept && !RELOAD.test(cache) && isFresh(kept)) return kept;
  const asked = ask(event, kept);
  event.waitUntil(asked);
  const answer = await inTime(asked, kept ? PATIENCE_MS : LONG_PATIENCE_MS);
  return answer ?? kept?.clone() ?? offlinePage();
}

/** Nothing after so long, or where there is no line. */
export function inTime(asked, patience) {
  const pause = new Promise((resolve) => setTimeout(resolve, patience));
  return Promise.race([asked, pause]).catch(() => undefined);
}

async function placeOf(address) {
  const place = PLACES[new URL(address).pathname];
  const name = place && await nameOfPages();
  const kept = name ? await (await caches.open(name)).keys() : [];
  return kept.find(({ url }) => place.test(url))?.url;
}

const nameOfPages = async () => (await namesOf(PAGES))[0];

/** Nothing is shown after a day; neither is what a clock that was set back would make younger than it is. */
async function find(address) {
  const kept = await match(address, await nameOfPages() ?? PAGES);
  if (!kept || isWithin(kept, DAY_MS)) return kept;
  return sweep();
}

/** What is older goes, also when nobody opens it. */
export async function sweep() {
  for (const name of await namesOf(PAGES)) {
    const cache = await caches.open(name);
    for (const one of await cache.keys()) if (!isWithin(await cache.match(one), DAY_MS)) await cache.delete(one);
  }
}

const seenAt = (kept) => Number(kept.headers.get(SEEN));

function isWithin(kept, time) {
  const age = Date.now() - seenAt(kept);
  return age >= 0 && age < time;
}

/** Of this release, and of today: tomorrow "i morgen" is another day. On a slow line it may be older. */
function isFresh(kept) {
  const isSlow = /[23]g/.test(navigator.connection?.effectiveType);
  const isToday = new Date(seenAt(kept)).getDate() === new Date().getDate();
  return isToday && kept.headers.get(RELEASE) === release && (isSlow || isWithin(kept, FRESH_MS));
}

/** The server is told what is kept, and says in a word when that is still so. What it answers is learnt from. */
export async function ask(event, kept, request = event.request) {
  const born = era;
  const etag = kept?.headers.get("ETag");
  const known = { headers: { "If-None-Match": etag }, redirect: "manual", cache: "no-store" };
  const told = await (etag ? fetch(request.url, known) : fetch(request));
  if (kept && told.status >= 500) return kept.clone();
  const answer = told.status === 304 ? kept.clone() : told;
  event.waitUntil(learn(answer.clone(), told.headers, request.url, born, kept));
  return answer;
}

async function learn(answer, told, address, born, kept) {
  if (born !== era) return;
  const person = told.get("Tavlen-Person");
  const name = await nameOfPages();
  const isOthers = name && person !== null && name !== PAGES + person;
  if (isOthers || kept && !answer.ok) await drop();
  else if (kept && name) await (await caches.open(name)).delete(address);
  if (answer.ok && told.get("Tavlen-Keep")) await put(PAGES + person, address, answer);
}

/** A small picture of the conversation never changes: it is fetched once. */
export const openPicture = async (event) => await find(event.request.url) ?? ask(event);

/** The copy says itself when it was true. */
async function put(name, address, answer) {
  const mine = era;
  const headers = new Headers(answer.headers);
  headers.set(SEEN, Date.now());
  headers.set(RELEASE, release);
  const isPage = /html/.test(headers.get("Content-Type"));
  const body = isPage ? marked(await answer.text(), "seen", headers.get(SEEN)) : await answer.blob();
  const cache = await caches.open(name);
  if (mine === era) await cache.put(address, new Response(body, { headers }));
  if (mine !== era) await caches.delete(name);
}

/** A page that has been live says that its copy is true as of now, or with what it has become. */
export async function keepAgain({ address, person, html, since }) {
  const name = await nameOfPages();
  const kept = name === PAGES + person && await find(address);
  if (!kept || since !== kept.headers.get(SEEN)) return;
  const headers = new Headers(kept.headers);
  if (html) headers.delete("ETag");
  await put(name, address, new Response(html ?? kept.body, { headers }));
}
