import type { ReactNode } from "react";
import { DraftKeptDialog } from "../action-plan/draft-dialogs.tsx";
import { useSession } from "../session.ts";
import type { RecordDraftState } from "./use-record-draft.ts";

interface DraftGateProps {
  /** Undefined where nothing is kept unsaved. */
  readonly draft: Pick<RecordDraftState, "isAsking" | "offered" | "answer"> | undefined;
  readonly children: ReactNode;
}

/** Shows a dialog once it is decided what becomes of the draft that was kept of it. */
export function DraftGate({ draft, children }: DraftGateProps) {
  const { today } = useSession();
  if (draft?.isAsking) return null;
  if (draft?.offered) return <DraftKeptDialog keptAt={draft.offered.keptAt} today={today} onAnswer={draft.answer} />;
  return children;
}
