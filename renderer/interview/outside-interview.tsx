import type { ReactNode } from "react";
import { RegisterPrintContext } from "../print-request.ts";
import { RegisterPlanLinkContext } from "./plan-link.ts";

/** Keeps a window that an interview asks nothing of from being taken for the one that it leads to and prints. */
export function OutsideInterview({ children }: { readonly children: ReactNode }) {
  return (
    <RegisterPrintContext value={ignore}>
      <RegisterPlanLinkContext value={ignore}>{children}</RegisterPlanLinkContext>
    </RegisterPrintContext>
  );
}

function ignore(): void {}
