import { monthName } from "../format.js";

const PERIOD = /^(\d{4})(?:-(?:Q([1-4])|(\d\d)))?$/;

/** A year, quarter or month as {grain, at}: `at` counts periods of its grain, so that neighbours differ by one; else null. */
function period(value) {
  const [, year, quarter, month] = PERIOD.exec(String(value)) ?? [];
  if (!year || Number(month) > 12) return null;
  if (quarter) return { grain: "quarter", at: Number(year) * 4 + Number(quarter) - 1 };
  return month ? { grain: "month", at: Number(year) * 12 + Number(month) - 1 } : { grain: "year", at: Number(year) };
}

/** Values that are all periods of one grain, as {grain, places}; null for any other. */
export function periods(values) {
  const read = values.map(period);
  const grain = read[0]?.grain;
  return grain && read.every((item) => item?.grain === grain) ? { grain, places: read.map((item) => item.at) } : null;
}

/** How a period is written below an axis: "2016", "Q3 2016", "Mar 2016". */
export function periodLabel(grain, at) {
  if (grain === "quarter") return `Q${(at % 4) + 1} ${Math.floor(at / 4)}`;
  return grain === "month" ? `${monthName((at % 12) + 1).slice(0, 3)} ${Math.floor(at / 12)}` : String(at);
}
