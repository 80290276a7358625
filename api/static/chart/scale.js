const STEPS = [1, 2, 2.5, 5, 10];

/** A scale from values to pixels: {low, high, ticks, at(value)}; zero lies within it, and its ticks are round numbers. */
export function scale(values, from, to, wanted = 4) {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = niceStep((most - least) / wanted || 1);
  const low = Math.floor(least / step) * step;
  const high = Math.max(Math.ceil(most / step) * step, low + step);
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => low + index * step);
  return { low, high, ticks, at: (value) => from + ((value - low) / (high - low)) * (to - from) };
}

function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return STEPS.find((step) => step * power >= rough - 1e-9 * power) * power;
}
