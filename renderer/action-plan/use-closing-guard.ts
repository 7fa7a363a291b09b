import { useEffect } from "react";
import { isElectron } from "../bridge.ts";

/** Keeps Electron's window open while work in it is unsaved, until the adviser has told the host to close it. */
export function useClosingGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved || !isElectron()) return;
    const keepOpen = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", keepOpen);
    return () => window.removeEventListener("beforeunload", keepOpen);
  }, [isUnsaved]);
}
