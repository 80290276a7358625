import { el, link } from "./dom.js";
import { count, grouped } from "./format.js";
import { factItem } from "./fact.js";
import { evidenceOf } from "./service.js";

const OPEN_AT_FIRST = 2;
const SHOWN_AT_FIRST = 8;

/**
 * "The facts behind this number": each fact with the sentences that every document reports it in. Evidence beyond what came
 * with the answer is fetched when it is needed.
 */
export class Evidence {
  constructor(answer, asked) {
    this.answer = answer;
    this.asked = asked;
    this.spans = [...answer.evidence];
    this.total = answer.evidence_total;
    this.list = el("div", { class: "facts" });
    this.only = el("p", { class: "only", hidden: true });
    this.scope = el("small");
    this.node = el("details", { class: "evidence-section", open: true },
      el("summary", {}, el("h3", {}, title(answer)), " ", this.scope), this.only, this.list);
    this.showAll();
  }

  get complete() {
    return this.spans.length >= this.total;
  }

  /** The facts of one row of the answer, or of all: [{table, id}] in the order of the answer. */
  facts(row = null) {
    const facts = new Map();
    for (const span of this.spans) {
      if (row === null || span.row === row) facts.set(`${span.table} ${span.fact_id}`, { table: span.table, id: span.fact_id });
    }
    return [...facts.values()];
  }

  /** How many documents are known to stand behind a row; null when its evidence has not been fetched. */
  ofRow(row) {
    const documents = new Set(this.spans.filter((span) => span.row === row).map((span) => span.doc_id));
    return documents.size || this.complete ? documents.size : null;
  }

  /** Show the facts of one row alone. */
  async showRow(row) {
    this.node.open = true;
    this.only.replaceChildren(`Those of row ${row + 1} alone. `, link("Show all", () => this.showAll()));
    this.only.hidden = false;
    this.row = row;
    await this.reach(row);
    this.draw(SHOWN_AT_FIRST);
    this.node.scrollIntoView({ block: "nearest" });
    this.list.querySelector("summary")?.focus({ preventScroll: true });
  }

  showAll() {
    this.only.hidden = true;
    this.row = null;
    this.draw(SHOWN_AT_FIRST);
  }

  draw(most) {
    const facts = this.facts(this.row);
    const items = facts.slice(0, most).map(({ table, id }, index) => factItem(table, id, this.answer.snapshot, index < OPEN_AT_FIRST));
    this.list.replaceChildren(...items, ...this.more(facts.length, most));
    const all = Math.max(this.answer.coverage?.facts ?? 0, this.facts().length);
    this.scope.textContent = this.facts().length < all ? `${grouped(this.facts().length)} of ${count(all, "fact")}` : count(all, "fact");
  }

  more(facts, most) {
    if (facts > most) return [link(`Show ${grouped(facts - most)} more`, () => this.draw(facts), { class: "more" })];
    return this.complete || this.row !== null ? [] : [link("Fetch more", () => this.fetch().then(() => this.draw(most + SHOWN_AT_FIRST)), { class: "more" })];
  }

  /** Fetch evidence until that of a row is there; it comes in the order of the rows. */
  async reach(row) {
    while (!this.complete && !((this.spans.at(-1)?.row ?? 0) > row)) {
      if (!(await this.fetch())) return;
    }
  }

  /** Fetch the next evidence; says whether there was any. */
  async fetch() {
    try {
      const { evidence } = await evidenceOf(this.asked, this.spans.length);
      this.spans.push(...evidence);
      if (!evidence.length) this.total = this.spans.length;
      return evidence.length > 0;
    } catch (error) {
      this.only.replaceChildren(error.message);
      this.only.hidden = false;
      return false;
    }
  }
}

const title = ({ rows }) =>
  (rows.length === 1 && Object.values(rows[0]).some((value) => typeof value === "number") ? "The facts behind this number" : "The facts behind this answer");
