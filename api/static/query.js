import { el, link } from "./dom.js";

/** The SQL of an answer with its parameters, to be opened and copied. */
export function query({ sql, parameters, template }) {
  const names = Object.keys(parameters ?? {});
  return el("details", { class: "query" },
    el("summary", {}, "SQL"),
    el("div", { class: "query-body" }, copying("Copy", () => sql, { class: "copy" }), el("pre", { tabindex: "0" }, el("code", {}, laidOut(sql)))),
    names.length ? el("dl", { class: "pairs" }, ...names.flatMap((name) => [el("dt", {}, `$${name}`), el("dd", {}, shown(parameters[name]))])) : null,
    template ? el("p", { class: "muted" }, `Template ${template}`) : null);
}

const CLAUSE = /\s+(?=(?:FROM|WHERE|GROUP BY|HAVING|ORDER BY|LIMIT|(?:INNER |LEFT )?JOIN|(AND|OR))\b)/g;

/** A statement with its clauses on lines of their own; what stands between quotes is left as it is. */
const laidOut = (sql) => sql.split(/('[^']*'|"[^"]*")/).map((piece, index) => (index % 2 ? piece : onLines(piece))).join("");

const onLines = (piece) => piece.replace(CLAUSE, (_, condition) => (condition ? "\n  " : "\n"));

const shown = (value) => (typeof value === "string" ? value : JSON.stringify(value));

/** A button that puts a text on the clipboard. */
export function copying(label, text, properties = {}) {
  const button = link(label, async () => {
    button.textContent = await copied(text()).then(() => "Copied", () => "Select it to copy");
    setTimeout(() => { button.textContent = label; }, 1600);
  }, properties);
  return button;
}

/** Pages that are not on this machine or HTTPS have no clipboard. */
const copied = async (text) => navigator.clipboard.writeText(text);
