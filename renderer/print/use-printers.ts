import { useEffect } from "react";
import { errorMessage } from "../../shared/messages.ts";
import type { Printer } from "../../shared/print/print-options.ts";
import { queryClient, useRequest } from "../requests.ts";

/** The printers to choose from, or why there are none. */
export interface Printers {
  readonly printers: readonly Printer[];
  /** Why nothing can be printed on paper; undefined where it can. */
  readonly reason: string | undefined;
}

/** This computer's printers as they stand when Print Options opens. */
export function usePrinters(): Printers {
  useEffect(() => () => queryClient.removeQueries({ queryKey: ["list-printers"] }), []);
  const { data, error } = useRequest("list-printers", {});
  const message = error && errorMessage(error.error);
  if (message) return { printers: [], reason: `${message.text} ${message.whatToDo}` };
  if (!data) return { printers: [], reason: "This computer's printers are being looked for." };
  const { printers } = data;
  return { printers, reason: printers.length === 0 ? "This computer has no printer. Choose Save as PDF." : undefined };
}
