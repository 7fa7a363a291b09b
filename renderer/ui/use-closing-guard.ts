import { useEffect, useRef } from "react";
import { isElectron } from "../bridge.ts";

/** Keeps Electron's window open while work in it is unsaved, until the adviser has told the host to close it. */
export function useClosingGuard(isUnsaved: () => boolean): void {
  const latest = useRef(isUnsaved);
  useEffect(() => {
    latest.current = isUnsaved;
  });
  useEffect(() => {
    if (!isElectron()) return;
    const keepOpen = (event: BeforeUnloadEvent) => {
      if (latest.current()) event.preventDefault();
    };
    window.addEventListener("beforeunload", keepOpen);
    return () => window.removeEventListener("beforeunload", keepOpen);
  }, []);
}
