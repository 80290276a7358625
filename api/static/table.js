import { el, link } from "./dom.js";
import { cell, count, decimalsOf, grouped, heading, isNumeric, unitOf } from "./format.js";
import { rowsOf } from "./service.js";

const FEW = 30;
const FIRST = 20;
const ALL = 200;

/**
 * The rows of an answer: sortable by any column, numbers to the right with their unit in the heading. Rows beyond those that
 * came with the answer are fetched when the reader asks for them.
 *
 * `asked` is the question with its day and snapshot. `sources` tells of rows and their facts: `ofRow(row)` gives the number of
 * known documents behind a row, `showRow(row)` shows its facts. It is null where an answer has no evidence.
 */
export class Table {
  constructor(answer, asked, sources) {
    const total = answer.row_count;
    Object.assign(this, { asked, sources, total, columns: shownColumns(answer), most: total > FEW ? FIRST : total, sorted: null });
    this.items = answer.rows.map((row, index) => ({ row, index }));
    this.body = el("tbody");
    this.foot = el("p", { class: "table-foot" });
    this.heads = this.columns.map((column) => this.head(column));
    const last = sources ? el("th", { class: "sources", scope: "col" }, el("span", { class: "hidden" }, "Facts behind the row")) : null;
    this.node = el("div", { class: "rows" },
      el("div", { class: "table-frame", tabindex: "0", role: "region", "aria-label": "Rows of the answer" },
        el("table", {}, el("thead", {}, el("tr", {}, ...this.heads, last)), this.body)),
      this.foot);
    this.draw();
  }

  head(column) {
    const th = el("th", { scope: "col", class: isNumeric(column) ? "number" : null, title: column.name });
    const unit = unitOf(column);
    th.append(el("button", { type: "button", onclick: () => this.sort(column, th) }, heading(column), unit ? " " : null, unit ? el("small", {}, unit) : null));
    return th;
  }

  /** Ascending first, then descending, then as the answer had it. */
  sort(column, th) {
    const next = { ascending: "descending", descending: null }[th.getAttribute("aria-sort")];
    this.heads.forEach((head) => head.removeAttribute("aria-sort"));
    this.sorted = next === null ? null : { column, order: next ?? "ascending" };
    if (this.sorted) th.setAttribute("aria-sort", this.sorted.order);
    this.draw();
  }

  draw() {
    const items = this.sorted ? arranged(this.items, this.sorted) : this.items;
    this.decimals = new Map(this.columns.map((column) => [column.name, decimalsOf(this.items.map(({ row }) => row[column.name]), column)]));
    this.body.replaceChildren(...items.slice(0, this.most).map((item) => this.line(item)));
    this.foot.replaceChildren(...this.more());
    this.foot.hidden = !this.foot.childNodes.length;
  }

  line({ row, index }) {
    const cells = this.columns.map((column) => this.cell(row[column.name], column));
    return el("tr", {}, ...cells, this.sources ? el("td", { class: "sources" }, this.toFacts(index)) : null);
  }

  cell(value, column) {
    const words = cell(value, column, this.decimals.get(column.name));
    return isNumeric(column) ? el("td", { class: "number" }, words) : el("td", {}, el("div", { class: "words", dir: "auto" }, words));
  }

  toFacts(index) {
    const known = this.sources.ofRow(index);
    return known === 0 ? "" : link(known ? count(known, "source") : "sources", () => this.sources.showRow(index), { "aria-label": `Facts behind row ${index + 1}` });
  }

  /** What is told below the table: how many rows there are, and how to see more of them. */
  more() {
    const shown = Math.min(this.most, this.items.length);
    if (shown >= this.total) return [];
    const partly = this.sorted && this.items.length < this.total ? `, sorted among the ${grouped(this.items.length)} that are loaded` : "";
    return [`${grouped(shown)} of ${count(this.total, "row")}${partly}. `, link(this.total <= ALL ? "Show all" : "Show more", () => this.grow())];
  }

  async grow() {
    this.most = this.total <= ALL ? this.total : Math.max(ALL, 2 * this.most);
    try {
      if (this.most > this.items.length && this.items.length < this.total) await this.fetch();
      this.draw();
    } catch (error) {
      this.foot.replaceChildren(`${error.message} `, link("Try again", () => this.grow()));
    }
  }

  async fetch() {
    const from = this.items.length;
    const { rows } = await rowsOf(this.asked, from);
    this.items.push(...rows.map((row, index) => ({ row, index: from + index })));
    if (!rows.length) this.total = from;
  }
}

/** All but ids, and but a native amount that merely repeats the converted one. */
function shownColumns({ columns, rows }) {
  const names = new Set(columns.map((column) => column.name));
  const repeated = new Set(columns.filter(({ name, unit }) => repeats(name, unit, names, rows)).flatMap(({ name }) => [name.replace(/_usd$/, ""), "currency"]));
  return columns.filter(({ name }) => !name.endsWith("_id") && !repeated.has(name));
}

function repeats(name, unit, names, rows) {
  const native = name.replace(/_usd$/, "");
  return unit === "USD" && native !== name && names.has(native) && names.has("currency")
    && rows.every((row) => row[native] === row[name] && [null, "USD"].includes(row.currency));
}

function arranged(items, { column, order }) {
  const sign = order === "descending" ? -1 : 1;
  const empty = (value) => value === null || value === undefined;
  return items.toSorted((a, b) => {
    const [left, right] = [a.row[column.name], b.row[column.name]];
    if (empty(left) || empty(right)) return Number(empty(left)) - Number(empty(right));
    return sign * (typeof left === "number" && typeof right === "number" ? left - right : String(left).localeCompare(String(right), "en", { numeric: true }));
  });
}
