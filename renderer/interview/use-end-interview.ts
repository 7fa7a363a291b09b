import { useCallback, useEffect, useRef, useState } from "react";
import type { OpenInterview } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Interview } from "../../shared/interview/interview.ts";
import { decideEndOfUnsaved, warnsOfClosures } from "../../shared/interview/interview-rules.ts";
import type { LeaveGuard } from "../leave-guard.ts";
import { ask, queryClient, refreshClient } from "../requests.ts";
import { announce } from "../ui/live-region.tsx";
import type { InterviewedClient } from "./interview-bar.tsx";

/** What End asks or says before it goes on. */
export type EndQuestion =
  | { readonly about: "left-open"; readonly interview: Interview }
  | { readonly about: "only-closures"; readonly reason?: string | undefined }
  | { readonly about: "failed-to-participate" }
  | { readonly about: "refused"; readonly error: AppError };

/** End, step by step: unsaved work, then ¶68's warning, then the gate of ¶101 and ¶102; after FTP, ¶120 alone. */
export function useEndInterview(client: InterviewedClient | null, guard: LeaveGuard) {
  const [question, setQuestion] = useState<EndQuestion | null>(null);
  const [isEnding, setIsEnding] = useState(false);
  const latest = useRef({ client, guard });
  useEffect(() => {
    latest.current = { client, guard };
  });

  const send = useCallback(async (endAnyway: boolean, reason?: string) => {
    const { client, guard } = latest.current;
    if (!client?.openInterview) return;
    const { interview } = client.openInterview;
    const unsaved = endOfUnsaved(client.openInterview, guard);
    const answer = await ask("end-interview", {
      ...{ interviewId: interview.id, endAnyway },
      ...(reason === undefined ? {} : { reason }),
    });
    if (!answer.ok && answer.error.code === "end-reason-needed") {
      return setQuestion({ about: "left-open", interview });
    }
    if (!answer.ok) return setQuestion({ about: "refused", error: answer.error });
    announce("The interview has ended");
    // Only now: an End that is refused loses nothing.
    if (unsaved === "discard") guard.discard();
    await refreshClient(client.id);
  }, []);

  const run = useCallback(async () => {
    const { client, guard } = latest.current;
    if (!client) return;
    const before = await newestOpenInterview(client);
    const unsaved = endOfUnsaved(before, guard);
    if (unsaved === "discard") return setQuestion({ about: "failed-to-participate" });
    if (unsaved === "ask" && !(await guard.leave())) return;
    // What was saved a moment ago counts, and may not be shown yet.
    const open = unsaved === "ask" ? await newestOpenInterview(client) : before;
    // After FTP one's own ends without a question (¶120); another adviser's asks for the reason when it is refused.
    if (open?.isLeftBehind && !open.progress.isFailedToParticipate) {
      return setQuestion({ about: "left-open", interview: open.interview });
    }
    if (open && warnsOfClosures(open.progress)) return setQuestion({ about: "only-closures" });
    await send(false);
  }, [send]);

  const whileEnding = useCallback(async (work: () => Promise<unknown>) => {
    setIsEnding(true);
    await work();
    setIsEnding(false);
  }, []);

  const end = useCallback(() => void whileEnding(run), [whileEnding, run]);

  const answer = useCallback(
    (goesOn: boolean, reason?: string) => {
      setQuestion(null);
      if (!goesOn || !question) return;
      if (question.about === "left-open" && warnsAfterReason(latest.current.client, reason)) {
        return setQuestion({ about: "only-closures", reason });
      }
      const isConfirmed = question.about === "refused" && question.error.code === "plan-not-completed";
      void whileEnding(() => send(isConfirmed, question.about === "only-closures" ? question.reason : reason));
    },
    [question, send, whileEnding],
  );

  return { question, isEnding, end, answer };
}

/** What End does about what is unsaved now, in the window or in a draft of this interview. */
function endOfUnsaved(open: OpenInterview | null, guard: LeaveGuard) {
  return decideEndOfUnsaved({
    isFailedToParticipate: open?.progress.isFailedToParticipate ?? false,
    isWindowUnsaved: guard.hasUnsaved(),
    hasOwnDraft: open?.hasOwnDraft ?? false,
  });
}

/** Whether ¶68's warning is due once a reason was asked for: with one, no gate stands before it. */
function warnsAfterReason(client: InterviewedClient | null, reason: string | undefined): boolean {
  const progress = client?.openInterview?.progress;
  if (!progress) return false;
  return reason === undefined ? warnsOfClosures(progress) : progress.onlyClosures && !progress.isFailedToParticipate;
}

/** The client's open interview as the store has it now; the window that is shown may not know it yet. */
async function newestOpenInterview({ id, openInterview }: InterviewedClient): Promise<OpenInterview | null> {
  await refreshClient(id);
  const shown = [
    ...queryClient.getQueriesData<HasOpenInterview>({ queryKey: ["open-plan", { clientId: id }], type: "active" }),
    ...queryClient.getQueriesData<HasOpenInterview>({ queryKey: ["open-client", { clientId: id }], type: "active" }),
  ];
  const [newest] = shown.flatMap(([, answer]) => (answer ? [answer] : []));
  return newest ? newest.openInterview : openInterview;
}

interface HasOpenInterview {
  readonly openInterview: OpenInterview | null;
}
