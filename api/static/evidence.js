import { el } from "./dom.js";
import { cell, count, date, money, sentenceCase } from "./format.js";
import { openDocument } from "./reader.js";
import { fact as readFact } from "./service.js";
import { marked } from "./spans.js";

const OPEN_AT_FIRST = 2;
const SHOWN_AT_FIRST = 8;

/** "The facts behind this answer": each fact with the sentences that every document reports it in. */
export class Evidence {
  constructor(answer) {
    this.answer = answer;
    this.list = el("div", { class: "facts" });
    this.only = el("p", { class: "only", hidden: true });
    const [shown, all] = [this.facts().length, answer.coverage?.facts ?? 0];
    const scope = shown < all ? `${shown} of ${count(all, "fact")}` : count(shown, "fact");
    this.node = el("section", { class: "evidence-section", "aria-label": "The facts behind this answer" },
      el("h3", {}, "The facts behind this answer ", el("small", {}, scope)), this.only, this.list);
    this.draw(this.facts(), SHOWN_AT_FIRST);
  }

  /** The facts of one row of the answer, or of all: [{table, id}] in the order of the answer. */
  facts(row = null) {
    const facts = new Map();
    for (const span of this.answer.evidence) {
      if (row === null || span.row === row) facts.set(`${span.table} ${span.fact_id}`, { table: span.table, id: span.fact_id });
    }
    return [...facts.values()];
  }

  /** Show the facts of one row alone. */
  showRow(row) {
    const all = el("button", { type: "button", class: "link", onclick: () => this.showAll() }, "Show all");
    this.only.replaceChildren(`Only those of row ${row + 1}. `, all);
    this.only.hidden = false;
    this.draw(this.facts(row), SHOWN_AT_FIRST);
    this.node.scrollIntoView({ behavior: "smooth", block: "nearest" });
  }

  showAll() {
    this.only.hidden = true;
    this.draw(this.facts(), SHOWN_AT_FIRST);
  }

  draw(facts, most) {
    const rest = facts.length - most;
    const more = el("button", { type: "button", class: "link more", onclick: () => this.draw(facts, facts.length) }, `Show ${rest} more`);
    const items = facts.slice(0, most).map(({ table, id }, index) => factItem(table, id, this.answer.snapshot, index < OPEN_AT_FIRST));
    this.list.replaceChildren(...items, ...(rest > 0 ? [more] : []));
  }
}

function factItem(table, id, snapshot, open) {
  const summary = el("summary", {}, el("span", { class: "fact-name" }, sentenceCase(table)));
  const body = el("div", { class: "fact-body" });
  const item = el("details", { class: "fact" }, summary, body);
  readFact(table, id, snapshot).then((fact) => {
    summary.replaceChildren(...headline(fact));
    body.replaceChildren(...fact.reports.map((report) => reportItem(report, snapshot)));
    if (fact.reports_total > fact.reports.length) body.append(el("p", { class: "muted" }, `and ${fact.reports_total - fact.reports.length} more reports`));
  }).catch((error) => body.replaceChildren(el("p", { class: "notice" }, error.message)));
  item.open = open;
  return item;
}

const DATED = ["announced_on", "effective_on", "first_reported_on", "published_at"];
const UNSAID = new Set(["date_precision", "currency", "unit", "confidence", "n_reports", "target_kind", "amount_qualifier", "price_qualifier",
  "valuation_kind", "amount_usd", "price_usd", "value_usd", "accounting", "change_basis", ...DATED]);

/** The line that names a fact: what its columns hold, money with its currency, then the date and the number of reports. */
function headline({ table, columns, fact, reports_total: reports }) {
  const told = columns.filter(({ name }) => !UNSAID.has(name) && !name.endsWith("_id") && told_value(fact[name])).slice(0, 5);
  const main = told.find((column) => column.type === "decimal");
  const [first, ...others] = told.map((column) => (column.type === "decimal" && column !== main ? `${sentenceCase(column.name).toLowerCase()} ` : "") + spoken(column, fact));
  const dated = DATED.find((name) => fact[name]);
  const day = dated ? date(fact[dated], dated === "first_reported_on" ? "day" : fact.date_precision) : "";
  return [el("span", { class: "fact-name" }, first ?? sentenceCase(table)),
    el("span", { class: "fact-rest" }, [...others, day].filter(Boolean).join(" · ")),
    el("span", { class: "fact-count" }, count(reports, "report"))];
}

const told_value = (value) => value !== null && value !== undefined && value !== "unknown" && value !== "";

function spoken(column, fact) {
  const value = fact[column.name];
  if (column.type !== "decimal") return column.values?.length ? sentenceCase(value) : cell(value, column);
  return fact.currency && column.unit !== "percent" ? money(value, fact.currency) : cell(value, column);
}

function reportItem(report, snapshot) {
  const { document: source } = report;
  const open = () => openDocument(report.doc_id, report.evidence, snapshot);
  const from = [source.source, date(source.published_at, source.date_precision)].filter(Boolean).join(", ");
  return el("article", { class: "report" },
    el("button", { type: "button", class: "passage", onclick: open, "aria-label": `Open document ${report.doc_id}` },
      ...report.passages.map((passage) => quoted(passage, report.evidence))),
    el("p", { class: "from" }, from ? `${from} · ` : "", el("button", { type: "button", class: "link", onclick: open }, report.doc_id)));
}

function quoted(passage, evidence) {
  const spans = evidence.filter((span) => span.part === passage.part && (span.key ?? null) === (passage.key ?? null));
  const label = passage.part === "text" ? null : el("span", { class: "part" }, `${sentenceCase(passage.key ?? passage.part)} `);
  return el("span", { class: "quote" }, label,
    ...marked(passage.text, spans.map((span) => ({ ...span, className: "evidence", title: sentenceCase(span.role) })), passage.start_char));
}
