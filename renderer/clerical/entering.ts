import { createContext, useContext } from "react";
import type { ClericalSave } from "../../shared/clerical/clerical-requests.ts";
import { type ClericalSituation, dayOfClosing, dayOfItem } from "../../shared/clerical/clerical-rules.ts";
import type { Session } from "../../shared/contract.ts";
import type { CivilDate } from "../../shared/dates.ts";

/** A clerical form that is being entered in the Action Plan window. */
export interface ClericalEntering {
  readonly serial: string;
  /** Null for a form that was not issued here. */
  readonly issuedOn: CivilDate | null;
  readonly save: ClericalSave;
}

/** What the rules and the request need to know of the form that is being entered; nothing where none is. */
export function clericalSituation(entering: ClericalEntering | undefined): ClericalSituation | undefined {
  return entering && { happenedOn: entering.save.happenedOn, issuedOn: entering.issuedOn };
}

/** Whether what is written belongs to an interview in which an item can be closed: the form's, or the open one. */
export function isInInterview(entering: ClericalEntering | undefined, isInterviewOpen: boolean): boolean {
  return entering ? entering.save.interview !== null : isInterviewOpen;
}

/** In whose name and as of which day things are written: the form's, or the adviser's own and today. */
export function authorOf(entering: ClericalEntering | undefined, { adviser, advisers, today }: Session) {
  if (!entering) return { name: adviser.name, today };
  const { adviserId, happenedOn } = entering.save;
  return { name: advisers.find(({ id }) => id === adviserId)?.name ?? "", today: happenedOn };
}

/** The days as of which the shown item's dates are checked. */
export function daysOf(
  entering: ClericalEntering | undefined,
  today: CivilDate,
  { changes, itemId }: { readonly changes: Parameters<typeof dayOfClosing>[1]; readonly itemId: string | null },
): { readonly target: CivilDate; readonly closing: CivilDate } {
  const situation = { today, clerical: clericalSituation(entering) };
  const written = changes.newItems.find(({ key }) => key === itemId) ?? {};
  return { target: dayOfItem(written, situation), closing: dayOfClosing(itemId ?? "", changes, situation) };
}

/** How the fields of the Action Plan window show and write the day something on the form happened on. */
export interface HappenedOn {
  readonly entering: ClericalEntering;
  /** The field's text for a new item or review, by its key. */
  readonly textOf: (key: string) => string;
  readonly write: (key: string, typed: string) => void;
}

/** There only while a clerical form is entered. */
export const HappenedOnContext = createContext<HappenedOn | null>(null);

/** The day's field for the parts of the Action Plan window; null where no clerical form is entered. */
export function useHappenedOn(): HappenedOn | null {
  return useContext(HappenedOnContext);
}
