import type { StoredClientRecord } from "../../shared/client-record/client-record.ts";
import { aimsWindow } from "../../shared/client-record/pull-through.ts";
import { canHaveJsag, type RecordSituation } from "../../shared/client-record/record-rules.ts";
import type { OpenInterview } from "../../shared/contract.ts";
import { useRequest } from "../requests.ts";
import { useSession } from "../session.ts";

interface ShownClient {
  readonly client: StoredClientRecord;
  readonly openInterview: OpenInterview | null;
}

/** The client as the window below shows them, whichever it is, following what is saved elsewhere. */
export function useShownClient(given: StoredClientRecord): ShownClient {
  const input = { clientId: given.id };
  // Only the window that is shown asks again; this one reads its answer.
  const page = useRequest("open-client", input, { isOff: true });
  const lms = useRequest("open-plan", { ...input, kind: "lms" }, { isOff: true });
  const jets = useRequest("open-plan", { ...input, kind: "jets" }, { isOff: true });
  const plan = jets.dataUpdatedAt > lms.dataUpdatedAt ? jets : lms;
  const newest = page.dataUpdatedAt > plan.dataUpdatedAt ? page.data : plan.data;
  return { client: newest?.client ?? given, openInterview: newest?.openInterview ?? null };
}

/** What the rules of the record windows need to know of the client shown. */
export function useRecordSituation({ client, openInterview }: ShownClient): RecordSituation {
  const { today, isTraining } = useSession();
  return {
    today,
    rule: isTraining ? "training" : "real",
    isInterviewOpen: openInterview !== null,
    isJsaClient: canHaveJsag(client),
    areAimsReadOnly: aimsWindow(client) === "JSAg",
    savedAims: client.more,
  };
}
