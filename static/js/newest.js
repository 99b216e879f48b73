/** Registers the worker, and offers a new release when one waits: never by itself, for somebody may be in the middle. */
import { dismiss } from "./focus.js";
import { copyOf, leave, plan, wipeToSignIn } from "./plan.js";

const container = navigator.serviceWorker;
let isAsked = false;

export function start() {
  if (!container || plan.isWall || "shared" in document.documentElement.dataset) return;
  container.addEventListener("message", ({ data }) => data === "out" && wipeToSignIn({ isOut: true }));
  container.addEventListener("controllerchange", () => isAsked ? show() : container.controller?.postMessage({ look: location.href }));
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}

async function register() {
  const registered = await container.register("/worker.js", { updateViaCache: "none" }).catch(() => undefined);
  if (!registered) return;
  if (registered.waiting) offer(registered.waiting);
  registered.addEventListener("updatefound", () => {
    const coming = registered.installing;
    coming.addEventListener("statechange", () => coming.state === "installed" && offer(coming));
  });
}

/** The very first worker replaces nobody, so there is nothing to ask. */
function offer(worker) {
  if (!container.controller || document.querySelector(".newest")) return;
  const line = copyOf("newest");
  line?.addEventListener("click", ({ target }) => {
    const deed = target.closest("[data-do]")?.dataset.do;
    if (deed === "show") {
      isAsked = true;
      worker.postMessage("take over");
    } else if (deed === "later") {
      dismiss(line);
    }
  });
  document.getElementById("line").after(line);
}

function show() {
  leave();
  location.reload();
}
