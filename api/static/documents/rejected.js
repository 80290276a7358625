import { bdi, el } from "../dom.js";
import { moment } from "../format.js";

/** Input that did not become a document: where it stood, and why. */
export function rejectedTable(items) {
  const dated = items.some((item) => item.at);
  return el("div", { class: "table-frame", tabindex: "0", role: "region", "aria-label": "Rejected documents" }, el("table", { class: "rejected" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Source"), el("th", { scope: "col" }, "Reason"), dated ? el("th", { scope: "col", class: "when" }, "When") : null)),
    el("tbody", {}, ...items.map((item) => el("tr", {},
      el("td", { class: "source" }, ...place(item)),
      el("td", {}, item.reason, " ", el("code", { class: "tag" }, item.code)),
      dated ? el("td", { class: "when" }, moment(item.at)) : null)))));
}

function place({ doc_id: stored, id = stored, source, line }) {
  const where = [el("span", { class: "source-name", title: source }, bdi(source ?? "—")), line ? el("small", {}, `line ${line}`) : null];
  return id && id !== source ? [...where, el("small", {}, "id ", bdi(id))] : where;
}
