import { svg } from "./dom.js";
import { cell, compact, heading, isNumeric } from "./format.js";

const WIDTH = 640;
const ROW = 26;
const LABEL = 180;
const VALUE = 84;
const MOST = 24;

/** A bar chart of an answer that groups a number by a name or a period; null for any other answer. */
export function chart(answer) {
  const name = answer.columns.find((column) => !isNumeric(column) && !column.name.endsWith("_id"));
  const number = answer.columns.findLast(isNumeric);
  const rows = answer.rows.filter((row) => name && number && typeof row[number.name] === "number");
  if (rows.length < 2 || rows.length > MOST || answer.truncated || new Set(rows.map((row) => row[name.name])).size < rows.length) return null;
  return drawn(rows.map((row) => ({ label: cell(row[name.name], name), value: row[number.name] })), number);
}

function drawn(bars, number) {
  const low = Math.min(0, ...bars.map((bar) => bar.value));
  const high = Math.max(0, ...bars.map((bar) => bar.value));
  const scale = (WIDTH - LABEL - VALUE) / (high - low || 1);
  const zero = LABEL - low * scale;
  return svg("svg", { class: "chart", viewBox: `0 0 ${WIDTH} ${bars.length * ROW}`, role: "img", "aria-label": `Bar chart: ${heading(number)}` },
    ...bars.map((bar, index) => barOf(bar, index * ROW, zero, scale, number.unit)));
}

function barOf({ label, value }, top, zero, scale, unit) {
  const length = Math.abs(value) * scale;
  const left = value < 0 ? zero - length : zero;
  return svg("g", {},
    svg("title", {}, `${label}: ${value}`),
    svg("text", { class: "chart-label", x: LABEL - 12, y: top + ROW / 2, "text-anchor": "end" }, shortened(label)),
    svg("rect", { class: "chart-bar", x: left, y: top + 5, width: Math.max(length, 1), height: ROW - 10, rx: 2 }),
    svg("text", { class: "chart-value", x: left + length + 8, y: top + ROW / 2 }, compact(value, unit)));
}

const shortened = (label) => (label.length > 25 ? `${label.slice(0, 24)}…` : label);
