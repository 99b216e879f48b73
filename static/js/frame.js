/** Asking for what a page missed. */
import { ask } from "./http.js";
import { plan, wipe, wipeToSignIn } from "./plan.js";

/** The frame from `after` until now for a page of a plan; null when there is none to be had at present. */
export async function fetchFrame(after, page) {
  const address = new URL(plan.changes.replace(/changes$/, "catch-up"), location.href);
  address.search = new URLSearchParams({ after, page });
  const answer = await ask(address);
  if (answer?.status === 401) wipeToSignIn();
  if (answer?.status === 404) wipe("/");
  return answer?.status === 200 ? answer.body : null;
}
