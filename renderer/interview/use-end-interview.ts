import { useCallback, useEffect, useRef, useState } from "react";
import type { OpenInterview } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { decideEnd } from "../../shared/interview/interview-rules.ts";
import { ask, queryClient, refreshClient } from "../requests.ts";
import { announce } from "../ui/live-region.tsx";
import type { InterviewedClient } from "./interview-bar.tsx";

/** What End asks or says before it goes on. */
export type EndQuestion = { readonly about: "only-closures" } | { readonly about: "refused"; readonly error: AppError };

/** End, step by step: unsaved work, then ¶68's warning, then the gate of ¶101 and ¶102. */
export function useEndInterview(client: InterviewedClient | null, mayLeave: () => Promise<boolean>) {
  const [question, setQuestion] = useState<EndQuestion | null>(null);
  const [isEnding, setIsEnding] = useState(false);
  const latest = useRef({ client, mayLeave });
  useEffect(() => {
    latest.current = { client, mayLeave };
  });

  const send = useCallback(async (endAnyway: boolean) => {
    const { client } = latest.current;
    if (!client?.openInterview) return;
    setIsEnding(true);
    const answer = await ask("end-interview", { interviewId: client.openInterview.interview.id, endAnyway });
    setIsEnding(false);
    if (!answer.ok) return setQuestion({ about: "refused", error: answer.error });
    announce("The interview has ended");
    await refreshClient(client.id);
  }, []);

  const end = useCallback(async () => {
    const { client, mayLeave } = latest.current;
    if (!client || !(await mayLeave())) return;
    // What was saved a moment ago counts, and may not be shown yet.
    await refreshClient(client.id);
    const open = newestOpenInterview(client);
    const isOnlyClosures = open?.progress.onlyClosures && decideEnd(open.progress) !== "refuse";
    if (isOnlyClosures) return setQuestion({ about: "only-closures" });
    await send(false);
  }, [send]);

  const answer = useCallback(
    (goesOn: boolean) => {
      const isConfirmed = question?.about === "refused" && question.error.code === "plan-not-completed";
      setQuestion(null);
      if (goesOn) void send(isConfirmed);
    },
    [question, send],
  );

  return { question, isEnding, end, answer };
}

interface HasOpenInterview {
  readonly openInterview: OpenInterview | null;
}

function newestOpenInterview({ id, openInterview }: InterviewedClient): OpenInterview | null {
  const key = { clientId: id };
  const shown =
    queryClient.getQueryData<HasOpenInterview>(["open-plan", key]) ??
    queryClient.getQueryData<HasOpenInterview>(["open-client", key]);
  return shown ? shown.openInterview : openInterview;
}
