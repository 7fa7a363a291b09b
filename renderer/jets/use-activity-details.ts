import type { RequestOutput } from "../../shared/contract.ts";
import { useRequest } from "../requests.ts";

/** What is recorded of every activity, and where the signatures stand; undefined until it is there. */
export function useActivityDetails(clientId: string): RequestOutput<"open-activity-details"> | undefined {
  return useRequest("open-activity-details", { clientId }).data;
}
