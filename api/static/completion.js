import { el } from "./dom.js";
import { suggestions } from "./service.js";

const WAIT = 120;
const LONGEST = 200;

/**
 * Completion of a question box: an ARIA combobox with a list box below it. The arrow keys choose, Enter or a click picks,
 * Esc closes the list; typing on leaves it. `onPick(question)` is called with what was picked.
 */
export class Completion {
  constructor(input, list, announcer, onPick) {
    Object.assign(this, { input, list, announcer, onPick, found: [], active: -1, timer: 0, request: null });
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.addEventListener("blur", () => this.close());
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => this.onClick(event));
  }

  get open() {
    return !this.list.hidden;
  }

  later() {
    this.cancel();
    this.timer = setTimeout(() => this.look(), WAIT);
  }

  cancel() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.request = null;
  }

  /** Look for questions that go on from what stands in the box. */
  async look() {
    const typed = this.input.value;
    const request = this.request = new AbortController();
    const found = typed.length > LONGEST ? [] : await suggestions(typed, request.signal).catch(() => []);
    if (request.signal.aborted || document.activeElement !== this.input) return;
    this.show(found.filter((question) => question !== typed), typed);
  }

  show(found, typed) {
    this.found = found;
    this.active = -1;
    this.list.replaceChildren(...found.map((question, index) =>
      el("li", { role: "option", id: `${this.list.id}-${index}`, "aria-selected": "false" }, ...parts(question, typed))));
    this.list.hidden = !found.length;
    this.mark();
    this.announcer.textContent = found.length ? `${found.length} questions to choose from` : "";
  }

  close() {
    this.cancel();
    this.show([], "");
  }

  onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (step) this.move(event, step);
    else if (event.key === "Enter" && this.active >= 0) this.pick(event, this.found[this.active]);
    else if (event.key === "Escape" && this.open) this.leave(event);
  }

  /** To the next or previous question of the list; beyond its ends lies the box itself. */
  move(event, step) {
    event.preventDefault();
    if (!this.open) return this.look();
    const places = this.found.length + 1;
    this.active = (this.active + 1 + step + places) % places - 1;
    this.mark();
  }

  mark() {
    [...this.list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === this.active)));
    this.input.setAttribute("aria-expanded", String(this.open));
    const option = this.list.children[this.active];
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  onClick(event) {
    const option = event.target.closest("[role=option]");
    if (option) this.pick(event, this.found[[...this.list.children].indexOf(option)]);
  }

  pick(event, question) {
    event.preventDefault();
    this.close();
    this.onPick(question);
  }

  leave(event) {
    event.preventDefault();
    event.stopPropagation();
    this.close();
  }
}

/** A question in which what completes the typed text stands out. */
function parts(question, typed) {
  const same = typed && question.toLowerCase().startsWith(typed.toLowerCase());
  return same ? [question.slice(0, typed.length), el("b", {}, question.slice(typed.length))] : [question];
}
