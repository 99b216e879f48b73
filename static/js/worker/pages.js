/**
 * The last seen pages of one person. The server's word counts: `Tavlen-Person` says whose pages may stand on this device,
 * `Tavlen-Keep` that this one may; what is said of another person, or of nobody, makes everything go.
 */
import { offlinePage } from "./shell.js";

const { release } = self.shell;
const PAGES = "pages-";
const PERSON = "Tavlen-Person";
const KEEP = "Tavlen-Keep";
const SEEN = "Tavlen-Seen";
const DAY_MS = 24 * 60 * 60 * 1000;
const FRESH_MS = 10 * 60 * 1000;  // live catch-up brings it up to date within moments
const PATIENCE_MS = 2500;
const LONG_PATIENCE_MS = 12000;   // where there is nothing else to show
// Addresses without a plan's number lead to the page that is kept of that place.
const RELOADS = ["no-cache", "reload"];
const PLACES = {
  "/": /\/today\/$/, "/today/": /\/today\/$/, "/board/": /^\/plans\/\d+\/$/, "/conversation/": /\/conversation\/$/,
};

let era = 0;  // counts how often all has gone: what was asked for before that is not kept any more

export async function drop() {
  era++;
  const names = (await caches.keys()).filter((name) => name.startsWith(PAGES));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/**
 * A young page at once, else the server's within a short patience, else what is kept, else what helps without signal.
 * `closed` is false while somebody who has left has yet to be signed out.
 */
export async function openPage(event, closed) {
  const { request } = event;
  const [isClosed, place, kept] = await Promise.all([closed, placeOf(request.url), find(request.url)]);
  if (!isClosed) return offlinePage("out");
  if (place) return Response.redirect(place);
  if (kept && !RELOADS.includes(request.cache) && isFresh(kept)) return kept;
  const asked = ask(event, kept);
  event.waitUntil(asked.catch(() => undefined));
  const instead = () => kept ? kept.clone() : offlinePage();
  return Promise.race([asked, pause(kept ? PATIENCE_MS : LONG_PATIENCE_MS).then(instead)]).catch(instead);
}

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

async function placeOf(address) {
  const wanted = PLACES[new URL(address).pathname];
  const cache = wanted && await pages();
  const kept = await cache?.keys() ?? [];
  return kept.map(({ url }) => url).find((url) => wanted.test(new URL(url).pathname) && !new URL(url).search);
}

async function pages() {
  const name = await nameOfPages();
  return name && caches.open(name);
}

async function nameOfPages() {
  return (await caches.keys()).find((name) => name.startsWith(PAGES));
}

/** Nothing is shown after a day; neither is what a clock that was set back would make younger than it is. */
async function find(address) {
  const cacheName = await nameOfPages();
  const kept = cacheName && await caches.match(address, { cacheName, ignoreVary: true });
  if (!kept || isWithin(kept, DAY_MS)) return kept;
  await drop();
  return undefined;
}

const seenAt = (kept) => Number(kept.headers.get(SEEN));
const isWithin = (kept, time) => Date.now() >= seenAt(kept) && Date.now() - seenAt(kept) < time;

/** Of this release, and of today: tomorrow "i morgen" is another day. On a slow line it may be older. */
function isFresh(kept) {
  const isToday = new Date(seenAt(kept)).toDateString() === new Date().toDateString();
  const isSlow = /2g|3g/.test(navigator.connection?.effectiveType);
  return isToday && kept.headers.get("Tavlen-Release") === release && (isSlow || isWithin(kept, FRESH_MS));
}

/** The server is told what is kept, and says in a word when that is still so. What it answers is learnt from. */
export async function ask(event, kept) {
  const born = era;
  const { request } = event;
  const etag = kept?.headers.get("ETag");
  const known = { headers: { "If-None-Match": etag }, redirect: "manual", cache: "no-store" };
  let answer = await (etag ? fetch(request.url, known) : fetch(request));
  if (kept && answer.status >= 500) return kept.clone();
  if (answer.status === 304) answer = stillSo(kept.clone(), answer.headers);
  event.waitUntil(learn(request.url, answer.clone(), { born, kept }));
  return answer;
}

function stillSo(kept, told) {
  const headers = new Headers(kept.headers);
  for (const name of [PERSON, KEEP]) headers.set(name, told.get(name) ?? "");
  return new Response(kept.body, { headers });
}

async function learn(address, answer, { born, kept }) {
  if (born !== era) return;
  const person = answer.headers.get(PERSON);
  const name = await nameOfPages();
  const isOthers = name && person !== null && name !== PAGES + person;
  const isClosed = kept && (answer.type === "opaqueredirect" || [401, 403, 404].includes(answer.status));
  if (isOthers || isClosed) await drop();
  else if (kept && answer.ok) await (await pages())?.delete(address);
  if (person && answer.ok && answer.headers.get(KEEP)) await put(PAGES + person, address, answer);
}

/** The copy says itself when it was true. */
async function put(name, address, answer) {
  const mine = era;
  const seen = Date.now();
  const html = (await answer.text()).replace(/<html( data-seen="\d+")?/, `<html data-seen="${seen}"`);
  const headers = new Headers(answer.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  headers.set(SEEN, seen);
  headers.set("Tavlen-Release", release);
  const cache = await caches.open(name);
  if (mine === era) await cache.put(address, new Response(html, { headers }));
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
