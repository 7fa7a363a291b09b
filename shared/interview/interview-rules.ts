import { type CivilDate, dateOfMoment } from "../dates.ts";
import type { Doubt } from "./doubt.ts";
import type { Asks, Interview, InterviewKind, InterviewProgress } from "./interview.ts";

/** How End may go on: it ends, asks once, or is refused. */
export type EndDecision = "end" | "warn" | "refuse";

/** Whether the plan was completed in the interview: saved in it, and printed since (¶101). */
export function isPlanCompleted(progress: Pick<InterviewProgress, "planSavedAt" | "printedAt">): boolean {
  return progress.planSavedAt !== null && progress.printedAt !== null;
}

/** What End does by what the interview's kind asks (¶101, ¶102); after an FTP doubt it prompts for nothing (¶120). */
export function decideEnd(progress: InterviewProgress): EndDecision {
  if (progress.isFailedToParticipate) return "end";
  if (progress.asks === "none" || isPlanCompleted(progress)) return "end";
  return progress.asks === "enforced" ? "refuse" : "warn";
}

/** What there is that End would leave unsaved. */
export interface UnsavedWork {
  readonly isFailedToParticipate: boolean;
  /** The Action Plan window is shown and holds changes that are not saved. */
  readonly isWindowUnsaved: boolean;
  /** The adviser has a draft that was kept in this interview. */
  readonly hasOwnDraft: boolean;
}

/**
 * What End does first about unsaved work: after an FTP doubt it is discarded, a draft of this interview too, and the
 * adviser is told (¶120); otherwise what stands in the window is asked about, and a kept draft stays kept.
 */
export function decideEndOfUnsaved(work: UnsavedWork): "nothing" | "ask" | "discard" {
  if (work.isFailedToParticipate) return work.isWindowUnsaved || work.hasOwnDraft ? "discard" : "nothing";
  return work.isWindowUnsaved ? "ask" : "nothing";
}

/** Whether End warns that closures were all that was saved (¶68): not before a refusal, and not after FTP (¶120). */
export function warnsOfClosures(progress: InterviewProgress): boolean {
  return progress.onlyClosures && !progress.isFailedToParticipate && decideEnd(progress) !== "refuse";
}

/** The fail to participate doubt that stands: recorded and not withdrawn. */
export function standingFailure(doubts: readonly Doubt[]): Doubt | undefined {
  return doubts.find(({ kind, withdrawnAt }) => kind === "ftp" && withdrawnAt === null);
}

/** Whether an open interview was left behind: begun on an earlier day or by another adviser. */
export function isLeftBehind(
  interview: Pick<Interview, "startedAt" | "adviserId">,
  today: CivilDate,
  adviserId: string,
): boolean {
  return interview.adviserId !== adviserId || dateOfMoment(interview.startedAt) < today;
}

/** Whether the kind of an open interview may be changed to another: only raised, and only to an enforced one. */
export function mayRaise(from: Asks, to: Asks): boolean {
  return from !== "enforced" && to === "enforced";
}

/** What one save carried, as far as the interview's gate looks at it. */
export interface SaveContent {
  readonly itemsAdded: number;
  readonly itemsChanged: number;
  readonly closures: number;
  readonly reviewsAdded: number;
  readonly reviewsChanged: number;
  readonly reviewsDeleted: number;
  readonly textsChanged: number;
}

/** Whether a save counts as "saved in this interview": an item, a review or a text; a deletion alone does not. */
export function countsAsSaved(content: SaveContent): boolean {
  const { itemsAdded, itemsChanged, reviewsAdded, reviewsChanged, textsChanged } = content;
  return itemsAdded + itemsChanged + reviewsAdded + reviewsChanged + textsChanged > 0;
}

/** Whether closures are all that the saves of an interview carried, which ¶68 warns of. */
export function areOnlyClosures(saves: readonly SaveContent[]): boolean {
  const closures = saves.reduce((sum, save) => sum + save.closures, 0);
  const others = saves.reduce(
    (sum, save) => sum + save.itemsAdded + save.reviewsAdded + save.reviewsChanged + save.textsChanged,
    0,
  );
  const otherAmendments = saves.reduce((sum, save) => sum + save.itemsChanged - save.closures, 0);
  return closures > 0 && others === 0 && otherAmendments === 0;
}

/** Whether a kind is meant for a client's group; a kind with no groups is for everyone. */
export function isForGroup(kind: InterviewKind, clientGroup: string): boolean {
  return kind.clientGroups.length === 0 || kind.clientGroups.includes(clientGroup);
}

/** The interview that is open among a client's interviews: at most one. */
export function findOpenInterview<T extends Pick<Interview, "endedAt">>(interviews: readonly T[]): T | undefined {
  return interviews.find((interview) => interview.endedAt === null);
}
