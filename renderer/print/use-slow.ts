import { useEffect, useState } from "react";

/** How long work may take before its progress is shown. */
const UNSHOWN_MS = 1_000;

/** True once work has been going on for longer than a person waits without asking. */
export function useSlow(isBusy: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    if (!isBusy) return;
    const timer = setTimeout(() => setIsSlow(true), UNSHOWN_MS);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [isBusy]);
  return isSlow;
}
