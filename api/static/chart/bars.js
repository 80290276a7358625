import { svg } from "../dom.js";
import { compact } from "../format.js";

const ROW = 30;
const TALL_ROW = 46;
const NARROW = 480;
const LETTER = 7.3;
const GAP = 8;

/** Lying bars, one a name: for rankings and other comparisons of names. Where there is little room, names stand above their bars. */
export function bars(items, { width, unit }) {
  const narrow = width < NARROW;
  const letters = Math.min(Math.floor(width / (narrow ? LETTER : 22)), Math.max(...items.map((item) => item.label.length)));
  const room = Math.max(...items.map((item) => compact(item.value, unit).length)) * LETTER + GAP;
  const left = narrow ? 0 : letters * LETTER + 2 * GAP;
  const [low, high] = [Math.min(0, ...items.map((item) => item.value)), Math.max(0, ...items.map((item) => item.value))];
  const perUnit = (width - left - room) / (high - low || 1);
  const place = { letters, labelled: narrow ? width : left - GAP, perUnit, zero: left - low * perUnit, unit, above: narrow ? TALL_ROW - ROW : 0, row: narrow ? TALL_ROW : ROW };
  return { height: items.length * place.row, nodes: items.map((item, index) => bar(item, index * place.row, place)) };
}

function bar({ label, value }, top, { letters, labelled, perUnit, zero, unit, above }) {
  const length = Math.abs(value) * perUnit;
  const left = value < 0 ? zero - length : zero;
  const middle = top + above + ROW / 2;
  return svg("g", {},
    svg("title", {}, `${label}: ${value}`),
    svg("svg", { x: 0, y: above ? top + 3 : middle - ROW / 2, width: labelled, height: above || ROW },
      svg("text", { class: "chart-label", x: 0, y: "50%" }, shortened(label, letters))),
    svg("rect", { class: "chart-bar", x: left, y: middle - ROW / 2 + 5, width: Math.max(length, 1), height: ROW - 10, rx: 2 }),
    svg("text", { class: "chart-value", x: left + length + GAP, y: middle }, compact(value, unit)));
}

const shortened = (label, letters) => (label.length > letters ? `${label.slice(0, Math.max(1, letters - 1))}…` : label);
