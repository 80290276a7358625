import { chart } from "./chart.js";
import { el } from "./dom.js";
import { Evidence } from "./evidence.js";
import { count, sentenceCase } from "./format.js";
import { table } from "./table.js";

const STATUS = { answered: "Answered", no_data: "No data", ambiguous: "Which one?", refused: "Not answered" };
const REASON = {
  unknown_entity: "a name that is not in the data",
  unknown_attribute: "something that the data does not record",
  unknown_period: "a period that could not be read",
  out_of_scope: "outside the data",
  low_confidence: "not understood well enough to be sure",
  mixed_currencies: "no common currency",
  undisclosed: "only undisclosed values",
};

/** An answer as an article. `onAsk(question)` is called when a suggestion is chosen. */
export function answerArticle(answer, onAsk) {
  const evidence = answer.evidence.length ? new Evidence(answer) : null;
  const parts = [
    sentence(answer.answer || fallback(answer)),
    suggestions(answer, onAsk),
    coverage(answer.coverage),
    answer.status === "answered" ? figures(answer, evidence) : null,
    reading(answer),
    evidence?.node,
  ];
  return el("article", { class: `turn ${answer.status}`, "aria-label": answer.question },
    el("h2", { class: "asked" }, answer.question), badge(answer), ...parts);
}

/** A question that waits for its answer. */
export const waiting = (question) =>
  el("article", { class: "turn waiting", "aria-busy": "true" }, el("h2", { class: "asked" }, question), el("p", { class: "sentence muted" }, "Reading…"));

/** A question that the service could not answer at all. */
export const failed = (question, message) =>
  el("article", { class: "turn failed" }, el("h2", { class: "asked" }, question), el("p", { class: "notice", role: "alert" }, message));

const sentence = (words) => el("p", { class: words.length > 130 ? "sentence long" : "sentence" }, words);

function fallback(answer) {
  if (answer.status === "ambiguous") return "This can be read in more than one way.";
  return answer.status === "refused" ? "This question cannot be answered from the data." : "The data holds nothing for this.";
}

function badge({ status, reason }) {
  const why = reason ? el("span", { class: "reason" }, REASON[reason] ?? sentenceCase(reason).toLowerCase()) : null;
  return el("p", { class: "status" }, el("span", { class: `badge ${status}` }, STATUS[status] ?? status), why);
}

function suggestions({ status, suggestions: questions }, onAsk) {
  if (!questions.length) return null;
  const title = status === "ambiguous" ? "Choose one reading" : "What can be answered";
  return el("div", { class: "suggestions" }, el("h3", {}, title), el("ul", {}, ...questions.map((question) => el("li", {}, chip(question, onAsk)))));
}

/** A question that is asked by a click. */
export const chip = (question, onAsk) => el("button", { type: "button", class: "chip", onclick: () => onAsk(question) }, question);

function coverage(held) {
  if (!held || !held.facts) return null;
  const notes = [count(held.facts, "fact"), `from ${count(held.reports, "report")}`, `in ${count(held.documents, "document")}`].join(" ");
  const warnings = [
    held.missing_value ? `${held.missing_value} without a disclosed value` : "",
    held.conflicting ? `${held.conflicting} with conflicting reports` : "",
  ].filter(Boolean);
  return el("p", { class: "coverage" }, notes, ...warnings.map((warning) => el("span", { class: "warning" }, warning)));
}

function figures(answer, evidence) {
  if (!answer.columns.length || !answer.rows.length) return null;
  const missing = answer.row_count - answer.rows.length;
  const more = answer.truncated ? el("p", { class: "muted" }, missing > 0 ? `and ${count(missing, "more row")}` : "There are more rows than are shown.") : null;
  return el("div", { class: "figures" }, chart(answer), table(answer, (row) => evidence?.showRow(row)), more);
}

function reading(answer) {
  if (!answer.interpretation && !answer.sql) return null;
  return el("div", { class: "reading" },
    answer.interpretation ? el("p", {}, el("span", { class: "reading-label" }, "Read as "), answer.interpretation) : null,
    answer.sql ? query(answer) : null);
}

function query({ sql, parameters, snapshot, elapsed_ms: elapsed, template }) {
  const copy = el("button", { type: "button", class: "link copy" }, "Copy");
  copy.addEventListener("click", () => copied(copy, sql));
  const names = Object.keys(parameters ?? {});
  return el("details", { class: "query" },
    el("summary", {}, "SQL"),
    el("div", { class: "query-body" }, copy, el("pre", { tabindex: "0" }, el("code", {}, laidOut(sql)))),
    names.length ? el("dl", {}, ...names.flatMap((name) => [el("dt", {}, `$${name}`), el("dd", {}, shown(parameters[name]))])) : null,
    el("p", { class: "muted" }, [`Snapshot ${snapshot}`, template, `${elapsed.toFixed(1)} ms`].filter(Boolean).join(" · ")));
}

const CLAUSE = /\s+(?=(?:FROM|WHERE|GROUP BY|HAVING|ORDER BY|LIMIT|(?:INNER |LEFT )?JOIN|AND|OR)\b)/g;

/** A statement with its clauses on lines of their own; what stands between quotes is left as it is. */
const laidOut = (sql) => sql.split(/('[^']*'|"[^"]*")/).map((piece, index) => (index % 2 ? piece : piece.replace(CLAUSE, "\n"))).join("");

const shown = (value) => (typeof value === "string" ? value : JSON.stringify(value));

async function copied(button, text) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Select it to copy";
  }
  setTimeout(() => { button.textContent = "Copy"; }, 1600);
}
