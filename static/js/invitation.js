/** The secret of an invitation's link stands after #, which is never sent by itself. It is put in the form, and taken off the address. */
export function start() {
  const form = document.querySelector("form[data-invitation]");
  const secret = location.hash.slice(1);
  if (!form || secret.length < 40) return;
  history.replaceState(null, "", location.pathname);
  form.elements.secret.value = secret;
  form.querySelector("[data-code]").hidden = true;
  form.querySelector("[data-link]").hidden = false;
}
