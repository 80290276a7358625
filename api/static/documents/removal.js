import { bdi, byId, el, notice } from "../dom.js";
import { remove } from "../service.js";
import { followed } from "./job.js";

/** Remove a document after the reader has said so. Gives the finished job's result, or null when it was called off. */
export function removal(id) {
  const dialog = byId("removal-dialog");
  const state = el("div", { "aria-live": "polite" });
  const cancel = el("button", { type: "button", class: "quiet", onclick: () => dialog.close() }, "Cancel");
  const confirm = el("button", { type: "button", class: "danger" }, "Remove");
  dialog.replaceChildren(el("h2", { id: "removal-title" }, "Remove this document?"), el("p", { class: "dialog-name" }, bdi(id)),
    el("p", { class: "muted" }, "Everything that was read from it goes too, from the next snapshot on. Older snapshots keep it."),
    state, el("div", { class: "actions" }, cancel, confirm));
  dialog.showModal();
  cancel.focus();
  return new Promise((resolve) => {
    let result = null;
    dialog.addEventListener("close", () => resolve(result), { once: true });
    confirm.addEventListener("click", async () => {
      confirm.disabled = true;
      state.replaceChildren(el("p", { class: "muted" }, "Removing…"));
      try {
        result = await removed(id);
        dialog.close();
      } catch (error) {
        confirm.disabled = false;
        state.replaceChildren(notice(error.message));
      }
    });
  });
}

async function removed(id) {
  const job = await followed(await remove(id), () => {});
  if (job.status === "failed") throw new Error(`Nothing was removed: ${job.error}`);
  return job.result;
}
