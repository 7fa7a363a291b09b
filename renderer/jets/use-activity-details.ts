import type { RequestOutput } from "../../shared/contract.ts";
import { useRequest } from "../requests.ts";

/** What is recorded of every activity, and where the signatures stand; undefined until it is there, or while it is off. */
export function useActivityDetails(
  clientId: string,
  settings: { readonly isOff?: boolean } = {},
): RequestOutput<"open-activity-details"> | undefined {
  return useRequest("open-activity-details", { clientId }, settings).data;
}
