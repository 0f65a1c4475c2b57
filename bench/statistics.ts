/** The middle one of some numbers, or the mean of the two middle ones. */
export const median = (numbers: number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
};

/** `0.45 (0.40–0.52)`: the median and all that was measured. */
export const spread = (numbers: number[], digits: number): string => {
  const [middle, lowest, highest] = [median(numbers), Math.min(...numbers), Math.max(...numbers)];
  return `${middle.toFixed(digits)} (${lowest.toFixed(digits)}–${highest.toFixed(digits)})`;
};
