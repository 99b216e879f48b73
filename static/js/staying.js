/** Says so quietly before a session ends, and leaves the page when it has. */
import { note, told } from "./awake.js";
import { ask } from "./http.js";
import { person, wipeToSignIn } from "./plan.js";

const LOOK_MS = 5000;
let wasIn = false;

export function start() {
  if (!person) return;
  document.querySelector("#staying form").addEventListener("submit", stay);
  look();
  setInterval(look, LOOK_MS);
  document.addEventListener("visibilitychange", look);
}

function look() {
  note();
  const isIn = told("tavlen_in");
  if (wasIn && !isIn && navigator.onLine) wipeToSignIn();
  wasIn = Boolean(isIn);
  const say = isIn && !told("tavlen_awake") ? isIn : "";
  const line = document.getElementById("staying");
  if (!line || line.dataset.says === say) return;
  line.dataset.says = say;
  line.hidden = !say;
  for (const part of line.querySelectorAll("[data-staying]")) part.hidden = part.dataset.staying !== say;
}

/** The page stays as it is, with all that is being written in it. */
async function stay(event) {
  event.preventDefault();
  await ask(event.target.action, { method: "POST", redirect: "manual" });
  look();
}
