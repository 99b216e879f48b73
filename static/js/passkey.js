/**
 * Fingerprint or face instead of a code. Loaded only where one signs in, and where one sees one's passkeys.
 *
 * A form[data-passkey] is hidden until the browser is known to have it: data-passkey="get" or "create", data-options the
 * address of what the browser is to be asked, an input[name=credential] for its answer, and [data-passkey-failed] to show.
 */
const forms = document.querySelectorAll("form[data-passkey]");

if (window.PublicKeyCredential) for (const form of forms) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    answer(form);
  });
}

async function answer(form) {
  const failed = form.querySelector("[data-passkey-failed]");
  failed.hidden = true;
  try {
    const asked = await fetch(form.dataset.options, { method: "POST" });
    const options = readable((await asked.json()).publicKey);
    form.elements.credential.value = JSON.stringify(told(await navigator.credentials[form.dataset.passkey]({ publicKey: options })));
    takeAlong(form);
    form.submit();
  } catch {
    failed.hidden = false;  // said no, took too long, or has none
  }
}

/** Whether the phone is shared is asked once on the page, in the form for codes. */
function takeAlong(form) {
  const shared = form.dataset.passkey === "get" && document.querySelector("input[name=shared]:checked");
  if (shared) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "shared", value: "1" }));
}

function readable(options) {
  const known = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));
  const { user } = options;
  return {
    ...options,
    challenge: bytes(options.challenge),
    ...(user && { user: { ...user, id: bytes(user.id) } }),
    allowCredentials: known(options.allowCredentials),
    excludeCredentials: known(options.excludeCredentials) ?? [],
  };
}

function told(credential) {
  const { response } = credential;
  const said = { clientDataJSON: text(response.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) said[name] = text(response[name]);
  }
  const { id, type } = credential;
  return { id, type, rawId: text(credential.rawId), response: said, clientExtensionResults: credential.getClientExtensionResults() };
}

function bytes(coded) {
  return Uint8Array.from(atob(coded.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const letters = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
