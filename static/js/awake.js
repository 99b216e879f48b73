/** What the server's cookies say of the session: backend/config/session_use.py. */

const WARNED_MS = 4 * 60 * 1000;  // one is gone this long before the other
let awake = 0;

export const told = (name) => document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))?.split("=")[1];

/** Noted as long as the session lives, so that it is known afterwards. */
export function note() {
  if (told("tavlen_awake")) awake = Date.now();
  else if (told("tavlen_in")) awake = 0;
}

/** A session that ends by itself was not awake in its last minutes; one that somebody has ended was. */
export function hasRunOut() {
  note();
  return Date.now() - awake >= WARNED_MS;
}
