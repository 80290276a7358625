import { el, link, notice } from "../dom.js";
import { grouped } from "../format.js";
import { page } from "../service.js";

/**
 * Rows of a table in pages. `query` is what the service is asked beside the page; `draw(rows)` makes the node of some rows;
 * `empty` is said where there are none.
 */
export class Listing {
  constructor({ table, query, size = 20, draw, empty }) {
    Object.assign(this, { table, query, size, draw, empty, offsets: [0], total: 0, run: 0 });
    this.body = el("div", { class: "listing", "aria-live": "polite" });
    this.pager = el("nav", { class: "pager", "aria-label": "Pages", hidden: true });
    this.node = el("div", {}, this.body, this.pager);
    this.onTotal = () => {};
  }

  get offset() {
    return this.offsets.at(-1);
  }

  /** Show the first page, perhaps under other conditions. */
  reload(query = this.query) {
    this.query = query;
    this.offsets = [0];
    return this.show();
  }

  async show() {
    const run = ++this.run;
    try {
      const found = await page(this.table, { ...this.query, limit: this.size, offset: this.offset });
      if (run === this.run) this.fill(found);
    } catch (error) {
      if (run === this.run) this.fail(error);
    }
  }

  fill({ rows, rows_total: total, next }) {
    if (!rows.length && this.offset) return this.back();
    this.total = total;
    this.body.replaceChildren(rows.length ? this.draw(rows) : el("p", { class: "empty" }, this.empty));
    const end = this.offset + rows.length;
    const later = next ? end : null;
    this.pager.hidden = later === null && this.offset === 0;
    this.pager.replaceChildren(
      el("button", { type: "button", class: "quiet", disabled: this.offset === 0, onclick: () => this.back() }, "Previous"),
      el("span", {}, `${grouped(this.offset + 1)}–${grouped(end)} of ${grouped(total)}`),
      el("button", { type: "button", class: "quiet", disabled: later === null, onclick: () => this.forward(later) }, "Next"));
    this.onTotal(total);
  }

  /** A store without a snapshot has nothing to list; that is no fault. */
  fail(error) {
    this.pager.hidden = true;
    this.onTotal(0);
    this.body.replaceChildren(error.status === 503 ? el("p", { class: "empty" }, this.empty) : notice(error.message, link("Try again", () => this.show())));
  }

  back() {
    this.offsets = this.offsets.length > 1 ? this.offsets.slice(0, -1) : [0];
    return this.show();
  }

  forward(offset) {
    this.offsets.push(offset);
    return this.show();
  }
}
