import { createContext, useContext, useEffect, useRef } from "react";

/** Takes the way to open Print Options from the Action Plan window while that is shown, and gives it back as null. */
export type RegisterPrint = (open: null | (() => void)) => void;

/** How the interview bar's dialogs reach the Action Plan window's Print. */
export const RegisterPrintContext = createContext<RegisterPrint>(() => undefined);

/** Lets "Cannot end yet" open this window's Print Options. */
export function usePrintRequests(open: () => void): void {
  const register = useContext(RegisterPrintContext);
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    register(() => latest.current());
    return () => register(null);
  }, [register]);
}
