import { svg } from "./dom.js";
import { cell, compact, heading, isNumeric } from "./format.js";

const ROW = 28;
const LETTER = 7.2;
const VALUE = 64;
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
  const width = innerWidth < 600 ? 340 : 700;
  const letters = Math.min(width / 24, Math.max(...bars.map((bar) => bar.label.length)));
  const left = letters * LETTER + 14;
  const scale = (width - left - VALUE) / (high - low || 1);
  const place = { left, letters, scale, zero: left - low * scale, unit: number.unit };
  return svg("svg", { class: "chart", viewBox: `0 0 ${width} ${bars.length * ROW}`, role: "img", "aria-label": `Bar chart: ${heading(number)}` },
    ...bars.map((bar, index) => barOf(bar, index * ROW, place)));
}

function barOf({ label, value }, top, { letters, scale, zero, unit }) {
  const length = Math.abs(value) * scale;
  const left = value < 0 ? zero - length : zero;
  return svg("g", {},
    svg("title", {}, `${label}: ${value}`),
    svg("text", { class: "chart-label", x: 0, y: top + ROW / 2 }, shortened(label, letters)),
    svg("rect", { class: "chart-bar", x: left, y: top + 5, width: Math.max(length, 1), height: ROW - 10, rx: 2 }),
    svg("text", { class: "chart-value", x: left + length + 8, y: top + ROW / 2 }, compact(value, unit)));
}

const shortened = (label, letters) => (label.length > letters ? `${label.slice(0, letters - 1)}…` : label);
