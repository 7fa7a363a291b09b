import { formatDate } from "../dates.ts";
import type { ComplianceFigure, ComplianceSummary } from "./compliance.ts";

/** The figures in their order on screen and on paper, by what they count. */
export const FIGURE_WORDS: Readonly<Record<ComplianceFigure, string>> = {
  "plans-due": "Plans due",
  "plans-in-time": "Agreed in time",
  "plans-late": "Agreed late",
  "plans-not-agreed": "Not agreed, day past",
  "plans-open": "Not agreed, day still to come",
  "reviews-due": "Reviews due",
  "reviews-on-time": "Completed on time",
  "reviews-late": "Completed late",
  "reviews-missed": "Missed",
  "reviews-open": "Still to come",
  "plans-unsigned": "Unsigned plans",
};

/** The figures about plans and those about reviews, each in order. */
export const FIGURE_GROUPS: readonly { readonly title: string; readonly figures: readonly ComplianceFigure[] }[] = [
  {
    title: "Full plans",
    figures: ["plans-due", "plans-in-time", "plans-late", "plans-not-agreed", "plans-open", "plans-unsigned"],
  },
  {
    title: "Plan reviews",
    figures: ["reviews-due", "reviews-on-time", "reviews-late", "reviews-missed", "reviews-open"],
  },
];

/** A share in time in words: '94.3 %, 33 of 35'; that nothing is decided where no day has come. */
export function shareInWords(share: ComplianceSummary["planShare"]): string {
  if (share === null) return "No day has come yet";
  const { inTime, decided } = share;
  // Rounded down, so that a single failure never reads as none.
  const tenths = Math.floor((inTime / decided) * 1_000) / 10;
  return `${tenths.toFixed(1)} %, ${inTime} of ${decided}`;
}

/** A period in words. */
export function periodInWords({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`;
}
