/** The page that stands where nothing is kept, or a form was not sent: shows the way to what is, and tries again when there is a line. */

const FIRST = [/\/today\/$/, /^\/plans\/\d+\/$/, /\?view=board$/, /\/network\/$/, /\/me\/$/];
const MOST = 8;
const DAY_MS = 24 * 60 * 60 * 1000;

export async function start() {
  const { offline } = document.documentElement.dataset;
  if (offline === undefined) return;
  if (offline === "unsent") goBack();  // a reload would send the form once more
  else addEventListener("online", () => location.reload());
  if (offline !== "out") show(await keptPages());
}

function goBack() {
  document.querySelector("[data-back]").addEventListener("click", (event) => {
    event.preventDefault();
    history.back();
  });
}

async function keptPages() {
  const names = (await caches.keys()).filter((name) => name.startsWith("pages-"));
  const found = [];
  for (const cache of await Promise.all(names.map((name) => caches.open(name)))) {
    const pages = (await cache.keys()).filter(({ url }) => !url.endsWith("/small/"));
    for (const { url } of pages) {
      const kept = await cache.match(url);
      if (isYoung(kept)) found.push({ url, title: await titleOf(kept) });
    }
  }
  return found.sort((one, other) => rank(one) - rank(other)).slice(0, MOST);
}

/** Older ones would not open; the worker lets them go. */
function isYoung(kept) {
  const age = Date.now() - Number(kept?.headers.get("Tavlen-Seen"));
  return age >= 0 && age < DAY_MS;
}

async function titleOf(kept) {
  return new DOMParser().parseFromString(await kept.text(), "text/html").title;
}

/** The places of a plan in their order, then what else was opened. */
function rank({ url }) {
  const { pathname, search } = new URL(url);
  const place = FIRST.findIndex((one) => one.test(pathname + search));
  return place < 0 ? FIRST.length : place;
}

function show(pages) {
  const section = document.getElementById("kept");
  if (!section) return;
  for (const { url, title } of pages) {
    const link = section.querySelector("template").content.firstElementChild.cloneNode(true);
    link.href = url;
    link.querySelector("[data-slot=title]").textContent = title;
    section.querySelector("nav").append(link);
  }
  section.hidden = !pages.length;
}
