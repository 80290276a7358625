import { byId, el } from "./dom.js";

const KEPT = "rie-key";
const FIRST = "Whoever runs the service gives out keys. Yours is kept in this tab only.";
const AGAIN = "The last one was not accepted. Check it, or ask whoever runs the service.";
let held = stored();
let asking = null;

/** The key of this tab; a browser that keeps nothing has none. */
function stored() {
  try {
    return sessionStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}

/** The key that requests carry; it is forgotten with the tab. */
export const key = () => held;

/** Keep a key, or forget it when it is empty. */
export function keep(value) {
  held = value;
  byId("forget-key").hidden = !value;
  try {
    sessionStorage.setItem(KEPT, value);
  } catch {
    // it is held until the page is left
  }
}

/** Ask for a key; all who ask meanwhile wait for the same. Gives "" when the reader declines. */
export function askForKey() {
  asking ??= entered().finally(() => { asking = null; });
  return asking;
}

function entered() {
  const dialog = byId("key-dialog");
  const input = el("input", { id: "key", type: "password", autocomplete: "off", spellcheck: "false", required: true });
  const cancel = el("button", { type: "button", class: "quiet", onclick: () => dialog.close("") }, "Cancel");
  const form = el("form", {},
    el("h2", { id: "key-title" }, "This service asks for a key"),
    el("p", { class: "muted" }, held ? AGAIN : FIRST),
    el("label", { for: "key" }, "Key"), input,
    el("div", { class: "actions" }, cancel, el("button", { type: "submit", class: "primary" }, "Use this key")));
  form.addEventListener("submit", (event) => { event.preventDefault(); dialog.close(input.value.trim()); });
  dialog.replaceChildren(form);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => { keep(dialog.returnValue); resolve(dialog.returnValue); }, { once: true }));
}
