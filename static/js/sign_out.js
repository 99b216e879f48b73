/** Signing out takes everything of this person off the device, and so asks once more while something there is unsent. */
import { forgetAll } from "./drafts.js";
import { all, forget } from "./keep.js";
import { letAllGo } from "./kept_pages.js";
import { copyOf, leave } from "./plan.js";

export function start() {
  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[action='/sign-out/']")) goOut(event);
  });
}

async function goOut(event) {
  const form = event.target;
  event.preventDefault();
  const waiting = (await all()).filter((item) => !item.outcome).length;
  if (waiting && !("sure" in form.dataset)) return ask(form, waiting);
  leave();
  forgetAll();
  await Promise.allSettled([forget(), letAllGo()]);
  return form.submit();
}

function ask(form, waiting) {
  form.dataset.sure = "";
  form.append(copyOf("unsent-item", { count: waiting }));
}
