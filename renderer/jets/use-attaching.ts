import { useCallback, useEffect, useRef, useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import {
  ATTACHMENT_ENDINGS,
  ATTACHMENT_PART_BYTES,
  fileNameProblem,
  fileSizeProblem,
  tidyFileName,
  typeOfName,
} from "../../shared/jets/attachment-rules.ts";
import { askOnClock } from "../clock-question.tsx";
import { readPart } from "../import/use-import.ts";
import { ask, refreshClient } from "../requests.ts";
import { announce } from "../ui/live-region.tsx";
import { useClosingGuard } from "../ui/use-closing-guard.ts";

/** A file on its way into the store. */
export interface Sending {
  readonly name: string;
  readonly done: number;
  readonly of: number;
}

/** Attaches one file at a time to an interaction; leaving the window gives it up. */
export function useAttaching(clientId: string) {
  const [sending, setSending] = useState<Sending | null>(null);
  const [refusal, setRefusal] = useState<AppError>();
  /** Every file has a number of its own: what comes of one that was given up is nobody's. */
  const turn = useRef(0);
  const sendingId = useRef("");
  const stop = useCallback(() => {
    turn.current += 1;
    if (sendingId.current) void ask("cancel-attachment", { sendingId: sendingId.current });
    sendingId.current = "";
    setSending(null);
  }, []);
  useEffect(() => stop, [stop]);
  useClosingGuard(() => sending !== null);
  const attach = async (interactionId: string, file: File) => {
    turn.current += 1;
    const own = turn.current;
    const isGivenUp = () => turn.current !== own;
    setRefusal(undefined);
    setSending({ name: file.name, done: 0, of: file.size });
    const refused = await send(interactionId, file, {
      isGivenUp,
      onBegun: (id) => {
        sendingId.current = id;
      },
      onPart: (done) => setSending({ name: file.name, done, of: file.size }),
    });
    if (isGivenUp()) return;
    sendingId.current = "";
    setSending(null);
    setRefusal(refused);
    if (refused) return;
    announce(`Attached: ${file.name}`);
    await refreshClient(clientId);
  };
  return {
    sending,
    refusal,
    stop,
    /** Opens the file picker. */
    choose: (interactionId: string) => chooseFile((file) => void attach(interactionId, file)),
  };
}

export type Attaching = ReturnType<typeof useAttaching>;

interface Course {
  readonly isGivenUp: () => boolean;
  readonly onBegun: (sendingId: string) => void;
  readonly onPart: (received: number) => void;
}

/** Sends a file to its end; answers why it was refused. */
async function send(interactionId: string, file: File, course: Course): Promise<AppError | undefined> {
  const refused = refusalOf(file);
  if (refused) return refused;
  const begun = await askOnClock("begin-attachment", { interactionId, name: file.name, bytes: file.size });
  if (!begun.ok) return begun.error;
  const { sendingId } = begun.value;
  if (course.isGivenUp()) {
    await ask("cancel-attachment", { sendingId });
    return undefined;
  }
  course.onBegun(sendingId);
  for (let from = 0; from < file.size; from += ATTACHMENT_PART_BYTES) {
    const part = await readPart(file, from);
    if (course.isGivenUp()) return undefined;
    if (part === null) {
      await ask("cancel-attachment", { sendingId });
      return { code: "file-not-read", file: file.name };
    }
    const sent = await ask("send-attachment-part", { sendingId, part });
    if (!sent.ok) return sent.error;
    if (!course.isGivenUp()) course.onPart(sent.value.received);
  }
  if (course.isGivenUp()) return undefined;
  const finished = await ask("finish-attachment", { sendingId });
  return finished.ok ? undefined : finished.error;
}

/** What can be told from a file's name and size alone, before any of it is sent. */
function refusalOf({ name: given, size }: File): AppError | undefined {
  const name = tidyFileName(given);
  const unkept = typeOfName(name) ? undefined : ({ code: "type-not-kept" } as const);
  const reason = fileNameProblem(name) ?? unkept ?? fileSizeProblem(size);
  return reason && { code: "interaction-refused", problems: [{ field: null, reason }] };
}

function chooseFile(onChosen: (file: File) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ATTACHMENT_ENDINGS.join(",");
  input.onchange = () => {
    const file = input.files?.[0];
    if (file) onChosen(file);
  };
  input.click();
}
