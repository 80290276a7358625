import { bdi, el, link, notice } from "../dom.js";
import { count, grouped, size } from "../format.js";
import { upload } from "../service.js";
import { batched, dropped, picked } from "./files.js";
import { followed } from "./job.js";
import { rejectedTable } from "./rejected.js";

const FORMATS = ".txt,.md,.html,.htm,.pdf,.docx,.jsonl,.gz,.csv,.zip";

/** A place to drop files, and what becomes of them. `onDone()` is called when documents were added. */
export class Uploads {
  constructor(onDone) {
    this.onDone = onDone;
    this.list = el("ul", { class: "uploads", "aria-label": "Uploads", "aria-live": "polite" });
    this.drop = el("div", { class: "drop" },
      el("p", { class: "drop-title" }, "Drop files or folders here"),
      el("p", {}, this.picker("Choose files", { accept: FORMATS, id: "files" }), " ", this.picker("Choose a folder", { webkitdirectory: true, id: "folder" })),
      el("p", { class: "muted" }, "Text, Markdown, HTML, PDF, Word, CSV, JSON lines, ZIP. A file that was added before is updated."));
    this.node = el("section", { class: "panel", "aria-label": "Add documents" }, el("h2", {}, "Add documents"), this.drop, this.list);
    this.listen();
  }

  picker(label, properties) {
    const input = el("input", { type: "file", multiple: true, class: "hidden", tabindex: "-1", "aria-hidden": "true", ...properties });
    input.addEventListener("change", () => { this.add(picked(input.files)); input.value = ""; });
    return el("span", {}, input, el("button", { type: "button", class: "soft", onclick: () => input.click() }, label));
  }

  listen() {
    let depth = 0;
    const over = (change) => { depth = Math.max(0, depth + change); this.drop.classList.toggle("over", depth > 0); };
    this.drop.addEventListener("dragenter", (event) => { event.preventDefault(); over(1); });
    this.drop.addEventListener("dragleave", () => over(-1));
    this.drop.addEventListener("dragover", (event) => event.preventDefault());
    for (const type of ["dragover", "drop"]) addEventListener(type, keepPage);
    this.drop.addEventListener("drop", (event) => { event.preventDefault(); over(-depth); this.receive(event.dataTransfer); });
  }

  async receive(transfer) {
    try {
      this.add(await dropped(transfer));
    } catch {
      this.complain("What was dropped cannot be read. Choose the files with the button instead.");
    }
  }

  /** Send files, one request after the other. */
  async add(files) {
    const { batches, tooLarge } = batched(files);
    if (tooLarge.length) this.complain(`Too large to be sent from here: ${tooLarge.map(({ name }) => name).join(", ")}. Split it, or use rie ingest.`);
    for (const batch of batches) await this.send(batch);
  }

  complain(words) {
    this.list.prepend(el("li", { class: "upload" }, notice(words)));
  }

  async send(files) {
    const item = new Upload(files, () => this.send(files));
    this.list.prepend(item.node);
    if (await item.run()) this.onDone();
  }
}

/** A file that is dropped beside the place for it would otherwise be opened instead of the page. */
const keepPage = (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault();

/** Files on their way: sent, waiting, being read, and what came of it. */
class Upload {
  constructor(files, retry) {
    Object.assign(this, { files, retry });
    this.bar = el("progress", { "aria-label": "Progress" });
    this.state = el("p", { class: "upload-state" });
    const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
    const what = files.length === 1 ? files[0].name : count(files.length, "file");
    this.node = el("li", { class: "upload" }, el("p", { class: "upload-name" }, bdi(what), " ", el("small", {}, size(bytes))), this.bar, this.state);
  }

  /** Send the files and follow the job; says whether the store has changed. */
  async run() {
    this.state.textContent = "Sending…";
    try {
      const job = await followed(await upload(this.files), (changed) => { this.state.textContent = progress(changed); });
      if (job.status === "failed") throw new Error(`Nothing was added: ${job.error}`);
      this.end("done", ...summary(job.result));
      return true;
    } catch (error) {
      this.end("failed", notice(error.message, link("Try again", () => { this.node.remove(); this.retry(); })));
      return false;
    }
  }

  end(status, ...content) {
    this.bar.remove();
    this.node.classList.add(status);
    this.state.replaceWith(...content);
  }
}

function progress({ status, ahead, progress: { documents } }) {
  if (status === "queued") return ahead ? `Waiting for ${count(ahead, "other change")}…` : "Waiting…";
  return documents ? `Reading: ${count(documents, "document")} so far…` : "Reading…";
}

function summary({ snapshot, documents, rejected, facts, words, seconds }) {
  const counts = ["new", "updated", "unchanged", "rejected"].filter((kind) => documents[kind]).map((kind) => `${grouped(documents[kind])} ${kind}`);
  const held = Object.entries(facts ?? {}).map(([table, rows]) => count(rows, table.replaceAll("_", " ")));
  const state = el("p", { class: "upload-state" }, el("b", {}, counts.join(", ") || "Nothing to read"), snapshot === null ? "" : ` · snapshot ${snapshot}`,
    words ? ` · ${count(words, "word")} in ${seconds} s` : "");
  const store = held.length ? el("p", { class: "muted" }, `The store now holds ${held.join(", ")}.`) : null;
  return [state, store, rejected?.length ? quarantine(documents.rejected, rejected) : null].filter(Boolean);
}

const quarantine = (total, rejected) =>
  el("details", { class: "upload-rejected", open: true }, el("summary", {}, `${grouped(total)} rejected`), rejectedTable(rejected));
