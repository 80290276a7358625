/**
 * Make an element. Strings become text nodes, so whatever a document or an answer holds is shown and never run.
 * A property that starts with "on" is an event handler; null children are left out.
 */
export function el(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/** Make an SVG element, in the same way. */
export function svg(tag, properties = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);
}

function fill(node, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined).map(shown));
  return node;
}

const shown = (child) => (child instanceof Node ? child : printable(child));

// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]/g;

/** A text without control characters and without marks that turn the reading direction; each is replaced, so offsets stay. */
export const printable = (text) => String(text).replace(UNPRINTABLE, "\ufffd");

/** A text of foreign making within a line of ours: its reading direction ends where it ends. */
export const bdi = (text) => el("bdi", {}, text);

/** Parts of a line with dots between them; a dot never begins a line. */
export const dotted = (parts) => parts.filter(Boolean).flatMap((part, index) => (index ? ["\u00a0· ", part] : [part]));

/** A button that reads as a link. */
export const link = (text, onclick, properties = {}) => el("button", { type: "button", ...properties, class: `link ${properties.class ?? ""}`.trim(), onclick }, text);

/** A message about something that went wrong, with what can be done about it. */
export const notice = (message, ...actions) => el("div", { class: "notice", role: "alert" }, el("p", {}, message), ...actions);

/** The element with this id. */
export const byId = (id) => document.getElementById(id);
