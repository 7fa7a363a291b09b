import { useState } from "react";
import type { WorkScope } from "../../shared/work-list/work-list.ts";
import { queryClient, useAsk, useRequest } from "../requests.ts";
import { useSession } from "../session.ts";

/** So often the list is asked for again, so that what is due follows the day. */
const WORK_EVERY_MS = 60_000;

/** The adviser's work list, and whose work it shows, which is kept for the next time. */
export function useWorkList() {
  const { preferences } = useSession();
  const [scope, setScope] = useState(preferences.workScope);
  const keeping = useAsk("set-preferences");
  const asked = useRequest("work-list", { scope }, { keepsPrevious: true, refetchInterval: WORK_EVERY_MS });
  const choose = (chosen: WorkScope) => {
    setScope(chosen);
    keeping.mutate(
      { workScope: chosen },
      { onSuccess: () => void queryClient.invalidateQueries({ queryKey: ["session"] }) },
    );
  };
  return { scope, choose, list: asked.data, failure: asked.error?.error };
}

export type WorkListState = ReturnType<typeof useWorkList>;
