/** A wall that waits asks by itself: for its next code, and whether it was told what to show. Without scripts the browser does. */
const PAUSE_MS = 2500;

export function start() {
  const form = document.querySelector("form[data-wall-code]");
  if (form) fillIn(form);
  for (const link of document.querySelectorAll("a[data-with-code]")) link.hash = location.hash;
  if (document.querySelector("[data-wall]")) setTimeout(ask, PAUSE_MS);
}

/** The code of the picture stands after #, which is never sent by itself. */
function fillIn(form) {
  const code = location.hash.slice(1);
  if (!/^[0-9A-Z]{8}$/.test(code)) return;
  history.replaceState(null, "", location.pathname);
  form.elements.code.value = code;
}

async function ask() {
  const answer = await fetch(location.href, { redirect: "manual" }).catch(() => null);
  if (answer?.type === "opaqueredirect") return location.reload();
  const fresh = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-wall]");
  const there = document.querySelector("[data-wall]");
  if (answer?.ok && !fresh) return location.reload();
  if (fresh && fresh.outerHTML !== there.outerHTML) there.replaceWith(document.adoptNode(fresh));
  return setTimeout(ask, PAUSE_MS);
}
