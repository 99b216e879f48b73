/** What somebody has typed of a change, in the order it was asked for: its texts; not ids, days and codes. */
const TEXTS = [
  "text", "words", "title", "name", "line", "how", "asks", "does", "what", "why", "giver", "receiver", "purpose", "place", "link", "professions",
  "community", "challenge", "follows", "delivered_by", "administration",
];

export function typed({ kind, fields }) {
  const isTyped = (name) => TEXTS.includes(name) || name === "relation" && kind === "invite";  // elsewhere one is chosen
  return Object.entries(fields).filter(([name, text]) => text && isTyped(name)).map(([, text]) => text).join("\n");
}
