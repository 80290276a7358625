import { chart } from "./chart/chart.js";
import { el, link } from "./dom.js";
import { Evidence } from "./evidence.js";
import { count, date, sentenceCase } from "./format.js";
import { query } from "./query.js";
import { Table } from "./table.js";

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
const LONG = 130;
const TOO_LONG = 320;

/** What RIE answers, as the parts of an article. `asked` is the question with its day and snapshot; `onAsk(question)` is called when a suggestion is chosen. */
export function answerParts(answer, asked, onAsk) {
  const evidence = answer.evidence.length ? new Evidence(answer, asked) : null;
  return [badge(answer), sentence(answer.answer || fallback(answer)), suggestions(answer, onAsk), coverage(answer.coverage),
    answer.status === "answered" ? figures(answer, asked, evidence) : null, reading(answer), evidence?.node].filter(Boolean);
}

/** The answer in a sentence; a very long one is cut until the reader wants all of it. */
export function sentence(words) {
  const said = el("p", { class: words.length > LONG ? "sentence long" : "sentence", dir: "auto" }, words);
  if (words.length <= TOO_LONG) return said;
  said.classList.add("cut");
  const whole = link("Show the whole sentence", () => { said.classList.remove("cut"); whole.remove(); });
  return el("div", {}, said, whole);
}

function fallback(answer) {
  if (answer.status === "ambiguous") return "This can be read in more than one way.";
  return answer.status === "refused" ? "This question cannot be answered from the data." : "The data holds nothing for this.";
}

/** How a question ended, and why. */
export function badge({ status, reason }) {
  const why = reason ? el("span", { class: "reason" }, REASON[reason] ?? sentenceCase(reason).toLowerCase()) : null;
  return el("p", { class: "status" }, el("span", { class: `badge ${STATUS[status] ? status : ""}` }, STATUS[status] ?? status), why);
}

function suggestions({ status, suggestions: questions }, onAsk) {
  if (!questions.length) return null;
  const title = status === "ambiguous" ? "Choose one reading" : "What can be answered";
  return el("div", { class: "suggestions" }, el("h3", {}, title), chips(questions, onAsk));
}

/** Questions that are asked by a click. */
export const chips = (questions, onAsk) =>
  el("ul", { class: "chips" }, ...questions.map((question) => el("li", {}, el("button", { type: "button", class: "chip", onclick: () => onAsk(question) }, question))));

function coverage(held) {
  if (!held || !held.facts) return null;
  const notes = [count(held.facts, "fact"), `from ${count(held.reports, "report")}`, `in ${count(held.documents, "document")}`].join(" ");
  const warnings = [
    held.missing_value ? `${held.missing_value} without a disclosed value` : "",
    held.conflicting ? `${held.conflicting} with conflicting reports` : "",
  ].filter(Boolean);
  return el("p", { class: "coverage" }, held.reports ? notes : count(held.facts, "fact"), ...warnings.map((warning) => el("span", { class: "warning" }, warning)));
}

function figures(answer, asked, evidence) {
  if (!answer.columns.length || !answer.rows.length) return null;
  return el("div", { class: "figures" }, chart(answer), new Table(answer, asked, evidence).node);
}

function reading(answer) {
  if (!answer.interpretation && !answer.sql) return null;
  return el("div", { class: "reading" },
    answer.interpretation ? el("p", {}, el("span", { class: "reading-label" }, "Read as "), answer.interpretation) : null,
    answer.sql ? query(answer) : null);
}

/** From which snapshot and for which day an answer is, and how long it took. */
export const stand = ({ snapshot, today, elapsed_ms: elapsed }) =>
  [snapshot === null ? "" : `Snapshot ${snapshot}`, `asked on ${date(today)}`, `${elapsed.toFixed(elapsed < 10 ? 1 : 0)}\u00a0ms`];
