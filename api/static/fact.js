import { bdi, dotted, el, link } from "./dom.js";
import { cell, count, date, heading, money, sentenceCase } from "./format.js";
import { openDocument } from "./reader.js";
import { fact as readFact } from "./service.js";
import { marked } from "./spans.js";

const DATED = ["announced_on", "effective_on", "period_end", "first_reported_on", "published_at"];
const UNSAID = new Set(["date_precision", "currency", "unit", "confidence", "n_reports", "target_kind", "amount_qualifier", "price_qualifier",
  "valuation_kind", "amount_usd", "price_usd", "value_usd", "accounting", "change_basis", "period_start", "fiscal_year", "fiscal_quarter", ...DATED]);
const IN_HEADLINE = 5;
const NAMED = 3;
const INFERRED = "A part that the sentence leaves out was taken from the document's title or beginning.";

/** A fact that opens to the documents that report it, each with its sentences; it is fetched at once. */
export function factItem(table, id, snapshot, open) {
  const summary = el("summary", {}, el("span", { class: "fact-line fact-name" }, sentenceCase(table)));
  const body = el("div", { class: "fact-body" });
  const item = el("details", { class: "fact" }, summary, body);
  const load = () => readFact(table, id, snapshot).then((fact) => {
    summary.replaceChildren(...headline(fact));
    body.replaceChildren(...content(fact, snapshot));
  }).catch((error) => body.replaceChildren(el("p", { class: "notice" }, error.message, " ", link("Try again", load))));
  load();
  item.open = open;
  return item;
}

function content(fact, snapshot) {
  const more = fact.reports_total - fact.reports.length;
  return [disagreement(fact), ...fact.reports.map((report) => reportItem(report, snapshot)),
    more > 0 ? el("p", { class: "muted" }, `and ${count(more, "more report")}`) : null, columns(fact)].filter(Boolean);
}

/** The line that names a fact: what its columns hold, money with its currency, then the date and the number of reports. */
function headline({ table, columns: described, fact, reports_total: reports }) {
  const told = described.filter(({ name }) => !UNSAID.has(name) && !name.endsWith("_id") && isTold(fact[name]) && fact[name] !== false).slice(0, IN_HEADLINE);
  const main = told.find((column) => column.type === "decimal");
  const named = (column) => (column.type === "decimal" && column !== main ? `${sentenceCase(column.name).toLowerCase()} ` : "");
  const [first, ...others] = told.map((column) => named(column) + spoken(column, fact));
  const rest = dotted([...others, day(fact)].filter(Boolean).map(bdi));
  return [el("span", { class: "fact-line" }, el("span", { class: "fact-name" }, bdi(first ?? sentenceCase(table))), " ", el("span", { class: "fact-rest" }, ...rest)),
    el("span", { class: "fact-count" }, count(reports, "report"))];
}

function day(fact) {
  if (fact.fiscal_year) return fact.fiscal_quarter ? `Q${fact.fiscal_quarter} ${fact.fiscal_year}` : String(fact.fiscal_year);
  const dated = DATED.find((name) => fact[name]);
  return dated ? date(fact[dated], ["announced_on", "effective_on"].includes(dated) ? fact.date_precision ?? "day" : "day") : "";
}

const isTold = (value) => value !== null && value !== undefined && value !== "unknown" && value !== "";

function spoken(column, row) {
  const value = row[column.name];
  if (value === true) return sentenceCase(column.name).toLowerCase();
  if (column.type !== "decimal" || value === null) return column.values?.length && value !== null ? sentenceCase(value) : cell(value, column);
  if (row.unit === "percent" && column.name === "value") return `${cell(value, {})}%`;
  const currency = column.unit === "USD" ? "USD" : row.currency;
  return currency && column.unit !== "percent" && row.unit !== "count" ? money(value, currency) : cell(value, column);
}

/** Where documents state different values: who says what, and what was taken. */
function disagreement({ columns: described, fact, reports }) {
  const lines = described.filter((column) => comparable(column, fact)).map((column) => {
    const stated = new Map();
    reports.filter(({ values }) => isTold(values[column.name])).forEach((report) => {
      const value = spoken(column, report.values);
      stated.set(value, [...(stated.get(value) ?? []), report.doc_id]);
    });
    return stated.size > 1 ? said(column, stated, spoken(column, fact)) : null;
  }).filter(Boolean);
  return lines.length ? el("div", { class: "disagreement" }, el("h4", {}, "Reports differ"), ...lines) : null;
}

const DERIVED = /_usd$|_qualifier$|_kind$|_precision$|^confidence$|^n_reports$|^fx_/;

/** Sums, sizes and kinds; names and days are written in many ways without a contradiction. */
const comparable = ({ name, type, values }, fact) =>
  isTold(fact[name]) && !DERIVED.test(name) && (type === "decimal" || type === "integer" || values?.length > 0);

function said(column, stated, taken) {
  const parts = [...stated].flatMap(([value, documents], index) => [index ? "; " : null, el("b", {}, bdi(value)), " in ", bdi(some(documents))]);
  return el("p", {}, `${heading(column)}: `, ...parts, `. The fact holds ${taken}.`);
}

const some = (names) => names.slice(0, NAMED).join(", ") + (names.length > NAMED ? ` and ${names.length - NAMED} more` : "");

function reportItem(report, snapshot) {
  const { document: source } = report;
  const open = () => openDocument(report.doc_id, report.evidence, snapshot);
  const from = [source.source, date(source.published_at, source.date_precision ?? "day")].filter(Boolean).map(bdi);
  const inferred = report.values?.inferred ? el("span", { class: "tag", title: INFERRED }, "partly inferred") : null;
  return el("article", { class: "report" },
    el("button", { type: "button", class: "passage", onclick: open, "aria-label": `Open document ${report.doc_id}` },
      ...report.passages.map((passage) => quoted(passage, report.evidence))),
    el("p", { class: "from" }, ...dotted([...from, link(bdi(report.doc_id), open)]), inferred ? " " : null, inferred));
}

function quoted(passage, evidence) {
  const spans = evidence.filter((span) => span.part === passage.part && (span.key ?? null) === (passage.key ?? null));
  const label = passage.part === "text" ? null : el("span", { class: "part" }, `${sentenceCase(passage.key ?? passage.part)} `);
  return el("span", { class: "quote", dir: "auto" }, label,
    ...marked(passage.text, spans.map((span) => ({ ...span, className: "evidence", title: sentenceCase(span.role) })), passage.start_char));
}

/** Every column of the fact that holds something, and the rows of its child tables. */
function columns({ columns: described, fact, children, table }) {
  const known = new Map(described.map((column) => [column.name, column]));
  const told = Object.entries(fact).filter(([, value]) => value !== null && value !== undefined);
  const written = (name, value) => (known.has(name) && value !== true ? spoken(known.get(name), fact) : cell(value, { name }));
  const rows = told.map(([name, value]) => pair(name === "n_reports" ? "Reports" : sentenceCase(name), written(name, value)));
  const kids = Object.entries(children ?? {}).filter(([, found]) => found.length).map(([name, found]) => pair(sentenceCase(name), found.map(child).join(", ")));
  return el("details", { class: "columns" }, el("summary", {}, "All columns of this fact"),
    el("dl", { class: "pairs" }, ...rows.flat(), ...kids.flat(), ...pair("Table", table)));
}

const pair = (name, value) => [el("dt", {}, name), el("dd", {}, value)];

/** A row of a child table in few words: its name, and its flags. */
function child(row) {
  const name = Object.entries(row).find(([key, value]) => typeof value === "string" && !key.endsWith("_id") && key !== "role")?.[1] ?? "—";
  const flags = [row.role, row.is_lead ? "lead" : null].filter(Boolean);
  return flags.length ? `${name} (${flags.join(", ")})` : name;
}
