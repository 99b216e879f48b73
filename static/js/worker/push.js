/** Nudges: shown as they say, which is nearly nothing; a tap opens the page they are about. */
import { subscribe, tell } from "../subscription.js";
import { OUT } from "./out.js";
import { icon, key, name } from "./shell.js";

/** A later one of a group takes the earlier's place. Of what cannot be read, and to who has left, only that there is something. */
export async function show({ data }) {
  const told = await caches.has(OUT) ? {} : await read(data).catch(() => ({}));
  const { title = name, navigate = "/", tag = "news", lang } = told.notification ?? {};
  await registration.showNotification(title, { tag, lang, renotify: true, icon, badge: icon, data: navigate });
  if (told.app_badge !== undefined) await navigator.setAppBadge?.(told.app_badge);
}

const read = async (data) => data.json();

/** A window that is open is taken, the one with that page first. Nothing but a page of ours is ever opened. */
export async function open({ notification }) {
  notification.close();
  const { origin: whose, href } = new URL(notification.data, origin);
  const address = whose === origin ? href : origin;
  const windows = await clients.matchAll();
  const taken = windows.find(({ url }) => url === address) ?? windows[0];
  if (!taken) return clients.openWindow(address);
  await taken.focus().catch(() => undefined);
  return taken.url === address ? taken : taken.navigate(address);
}

/** The push service has given this phone another address. */
export const renewSubscription = async () => tell(await subscribe(registration, key), { renews: "yes" });
