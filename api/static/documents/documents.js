import { bdi, byId, dotted, el, link } from "../dom.js";
import { date, grouped, sentenceCase } from "../format.js";
import { openDocument } from "../reader.js";
import { Listing } from "./listing.js";
import { rejectedTable } from "./rejected.js";
import { removal } from "./removal.js";
import { Uploads } from "./uploads.js";

const SHOWN = "doc_id,title,source,published_at,date_precision,ingested_at";
const PARTS = ["text", "title", "source", "doc_id"];
const WAIT = 250;

/** The documents of the store: adding, finding, reading and removing them, and what was rejected. `onChange()` is called when they have changed. */
export class Documents {
  constructor(root, onChange) {
    this.root = root;
    this.onChange = onChange;
    this.drawn = false;
  }

  /** Show the view, with the documents as they are now. */
  open() {
    document.title = "Documents · RIE";
    if (!this.drawn) this.draw();
    this.reload();
  }

  draw() {
    this.drawn = true;
    this.count = el("small");
    this.rejectedCount = el("small");
    this.list = new Listing({ table: "document", query: this.query(), draw: (rows) => this.rows(rows), empty: "There are no documents yet. Add some above." });
    this.rejected = new Listing({ table: "rejected_document", query: { order: "-at" }, size: 10, draw: rejectedTable, empty: "Nothing was rejected." });
    this.list.onTotal = (total) => { this.count.textContent = grouped(total); };
    this.rejected.onTotal = (total) => { this.rejectedCount.textContent = grouped(total); };
    this.state = el("p", { class: "muted", role: "status" });
    this.root.replaceChildren(el("h1", {}, "Documents"), new Uploads(() => this.changed()).node,
      el("section", { class: "panel", "aria-label": "Documents of the store" }, el("h2", {}, "In the store ", this.count), this.search(), this.state, this.list.node),
      el("section", { class: "panel", "aria-label": "Rejected documents" }, el("h2", {}, "Rejected ", this.rejectedCount),
        el("p", { class: "muted" }, "Input that did not become a document, with what to change. It leaves this list once it is added rightly."), this.rejected.node));
  }

  reload() {
    return Promise.all([this.list.show(), this.rejected.reload()]);
  }

  changed() {
    this.onChange();
    return this.reload();
  }

  search() {
    const told = { placeholder: "Find documents", "aria-label": "Find documents" };
    this.words = el("input", { type: "search", id: "find", ...told, spellcheck: "false", autocomplete: "off", maxlength: "200" });
    this.part = el("select", { "aria-label": "Where to look" }, ...PARTS.map((part) => el("option", { value: part }, part === "doc_id" ? "Id" : sentenceCase(part))));
    let timer = 0;
    const later = () => { clearTimeout(timer); timer = setTimeout(() => this.find(), WAIT); };
    this.words.addEventListener("input", later);
    this.part.addEventListener("change", () => this.find());
    return el("div", { class: "find", role: "search" }, this.words, this.part);
  }

  find() {
    this.list.empty = this.words.value.trim() ? "No document holds this." : "There are no documents yet. Add some above.";
    return this.list.reload(this.query());
  }

  query() {
    const words = this.words?.value.trim();
    return { columns: SHOWN, order: "-ingested_at", ...(words && { [`${this.part.value}__contains`]: words }) };
  }

  rows(rows) {
    return el("ul", { class: "documents" }, ...rows.map((row) => this.item(row)));
  }

  item({ doc_id: id, title, source, published_at: published, date_precision: precision }) {
    const about = [title ? id : null, source, date(published, precision ?? "day")].filter(Boolean).map(bdi);
    return el("li", { class: "document" },
      link(bdi(title || id), () => openDocument(id, [], null), { class: "document-name" }),
      el("p", { class: "document-about" }, ...dotted(about)),
      el("button", { type: "button", class: "quiet remove", "aria-label": `Remove ${id}`, onclick: () => this.remove(id) }, "Remove"));
  }

  async remove(id) {
    const result = await removal(id);
    if (!result) return;
    this.state.replaceChildren("Removed ", bdi(id), `; snapshot ${result.snapshot} is without it.`);
    await this.changed();
    byId("find").focus();
  }
}
