/** What the browser gives the server to reach it by. Needs no page: the worker renews it, too. */

/** Raises InvalidStateError where there is one of another key. */
export const subscribe = ({ pushManager }, applicationServerKey) =>
  pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });

export function fieldsOf(subscription) {
  const { endpoint, keys } = subscription.toJSON();
  return { endpoint, ...keys };
}

/** Without a word to anybody; whoever is signed out is told nothing by it. */
export function tell(subscription, more) {
  const body = new URLSearchParams({ ...fieldsOf(subscription), quietly: "yes", ...more });
  return fetch("/push/", { method: "POST", body, redirect: "manual" });
}
