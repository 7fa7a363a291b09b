import { useEffect, useMemo } from "react";
import { setHappenedOn, withHappenedOn } from "../../shared/clerical/happened-on.ts";
import { formatDate } from "../../shared/dates.ts";
import type { CopyStore } from "../action-plan/copy-store.ts";
import type { ClericalEntering, HappenedOn } from "./entering.ts";

/** Gives what is newly written the form's day, and the fields their way to change it; null where no form is entered. */
export function useClericalEntry(entering: ClericalEntering | undefined, store: CopyStore): HappenedOn | null {
  const day = entering?.save.happenedOn;
  useEffect(() => {
    if (!day) return;
    const stamp = () => {
      if (withHappenedOn(store.current, day) !== store.current) store.change((copy) => withHappenedOn(copy, day));
    };
    stamp();
    return store.subscribe(stamp);
  }, [store, day]);
  const copy = store.current;
  return useMemo(() => {
    if (!entering) return null;
    const { newItems, newReviews } = copy.changes;
    return {
      entering,
      textOf: (key) =>
        copy.unreadDates.find(({ itemId, field }) => itemId === key && field === "Happened On")?.text ??
        formatDate([...newItems, ...newReviews].find((written) => written.key === key)?.happenedOn),
      write: (key, typed) => store.change((before) => setHappenedOn(before, key, typed, entering.save.happenedOn)),
    };
  }, [entering, store, copy]);
}
