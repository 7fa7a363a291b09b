import { formatDate, formatMoment } from "../../shared/dates.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";
import {
  type Attachment,
  INTERACTION_KIND_NAMES,
  type InformationRequest,
  type Interaction,
  MEETING_MEANS_NAMES,
  REQUESTED_FORM_NAMES,
} from "../../shared/jets/interaction.ts";
import { standings } from "../../shared/jets/signing-state.ts";
import { standingWords } from "../../shared/jets/signing-words.ts";
import { onOneLine } from "../../shared/text.ts";

/** Who signed an interaction, as it fits into a table. */
export function signedInBrief(
  { signatures, contentHash }: Pick<Interaction, "signatures" | "contentHash">,
  words: ContractTerms["words"],
): string {
  const all = standings(signatures, contentHash);
  const signed = all.filter(({ state }) => state === "signed");
  if (signed.length === all.length) return "By both";
  const [shown] = [...signed, ...all];
  if (shown?.state !== "signed") return shown ? standingWords(shown) : "";
  return shown.party === "participant" ? words.client : words.pa;
}

/** The cells of an interaction in the log. */
export function interactionCells(interaction: Interaction, words: ContractTerms["words"]): string[] {
  const { happenedOn, kind, means, attachments, text } = interaction;
  return [
    formatDate(happenedOn),
    INTERACTION_KIND_NAMES[kind],
    means === null ? "" : MEETING_MEANS_NAMES[means],
    signedInBrief(interaction, words),
    attachments.length === 0 ? "" : String(attachments.length),
    onOneLine(text),
  ];
}

/** The cells of a request in their table. */
export function requestCells({ askedOn, form, answer, note }: InformationRequest): string[] {
  const given = answer === null ? "Not yet" : `${formatDate(answer.answeredOn)}, ${answer.answeredBy}`;
  return [formatDate(askedOn), REQUESTED_FORM_NAMES[form], given, onOneLine(note)];
}

/** How large a file is, when it was attached and by whom. */
export function attachmentInWords({ bytes, addedAt, addedBy }: Attachment): string {
  return `${sizeInWords(bytes)}, ${formatMoment(addedAt)}, ${addedBy}`;
}

const KILOBYTE = 1_024;

function sizeInWords(bytes: number): string {
  if (bytes < KILOBYTE) return `${bytes} bytes`;
  if (bytes < KILOBYTE * KILOBYTE) return `${Math.ceil(bytes / KILOBYTE)} KB`;
  return `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)} MB`;
}
