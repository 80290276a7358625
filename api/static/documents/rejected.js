import { bdi, el } from "../dom.js";
import { moment } from "../format.js";

/** Input that did not become a document: where it stood, and why; `at` is when, where that is known. */
export function rejectedTable(items) {
  const dated = items.some((item) => item.at);
  const head = el("tr", {}, column("Source"), column("Reason"), dated ? column("When", "when") : null);
  return el("div", { class: "table-frame", tabindex: "0", role: "region", "aria-label": "Rejected documents" },
    el("table", { class: "rejected" }, el("thead", {}, head), el("tbody", {}, ...items.map((item) => row(item, dated)))));
}

const column = (name, kind = null) => el("th", { scope: "col", class: kind }, name);

const row = (item, dated) => el("tr", {},
  el("td", { class: "source" }, ...place(item)),
  el("td", {}, item.reason, " ", el("code", { class: "tag" }, item.code)),
  dated ? el("td", { class: "when" }, moment(item.at)) : null);

function place({ doc_id: stored, id = stored, source, line }) {
  const where = [el("span", { class: "source-name", title: source }, bdi(source ?? "—")), line ? el("small", {}, `line ${line}`) : null];
  return id && id !== source ? [...where, el("small", {}, "id ", bdi(id))] : where;
}
