import { el } from "./dom.js";
import { cell, count, decimalsOf, heading, isNumeric } from "./format.js";

/**
 * The rows of an answer: sortable by any column, numbers to the right with their unit in the heading.
 * `onSources(row)` is called when the reader asks for the sources of a row.
 */
export function table(answer, onSources) {
  const columns = answer.columns.filter((column) => !column.name.endsWith("_id"));
  const sources = documentsByRow(answer.evidence);
  const shown = answer.rows.map((row, index) => ({ row, index }));
  const body = el("tbody");
  const decimals = new Map(columns.map((column) => [column.name, decimalsOf(answer.rows.map((row) => row[column.name]))]));
  const draw = () => body.replaceChildren(...shown.map((item) => line(item, columns, decimals, sources, onSources)));
  const heads = columns.map((column) => head(column, (descending) => { arrange(shown, column, descending); draw(); }));
  draw();
  return el("div", { class: "table-frame", tabindex: "0", role: "region", "aria-label": "Rows of the answer" },
    el("table", {}, el("thead", {}, el("tr", {}, ...heads, sources.size ? el("th", { class: "sources" }, el("span", { class: "hidden" }, "Sources")) : null)), body));
}

function documentsByRow(evidence) {
  const documents = new Map();
  for (const span of evidence) {
    if (span.row === null || span.row === undefined) continue;
    documents.set(span.row, (documents.get(span.row) ?? new Set()).add(span.doc_id));
  }
  return documents;
}

function head(column, sort) {
  const th = el("th", { scope: "col", class: isNumeric(column) ? "number" : null, title: column.name });
  const click = () => {
    const descending = th.getAttribute("aria-sort") === "ascending";
    th.parentNode.querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
    th.setAttribute("aria-sort", descending ? "descending" : "ascending");
    sort(descending);
  };
  th.append(el("button", { type: "button", onclick: click }, heading(column), column.unit ? el("small", {}, ` ${column.unit}`) : null));
  return th;
}

function line({ row, index }, columns, decimals, sources, onSources) {
  const cells = columns.map((column) =>
    el("td", { class: isNumeric(column) ? "number" : null }, cell(row[column.name], column, decimals.get(column.name))));
  const documents = sources.get(index);
  const button = documents && el("button", { type: "button", class: "link", onclick: () => onSources(index) }, count(documents.size, "source"));
  return el("tr", {}, ...cells, sources.size ? el("td", { class: "sources" }, button ?? "") : null);
}

function arrange(items, column, descending) {
  const sign = descending ? -1 : 1;
  const empty = (value) => value === null || value === undefined;
  items.sort((a, b) => {
    const [left, right] = [a.row[column.name], b.row[column.name]];
    if (empty(left) || empty(right)) return Number(empty(left)) - Number(empty(right));
    return sign * (typeof left === "number" ? left - right : String(left).localeCompare(String(right)));
  });
}
