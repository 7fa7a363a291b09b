import { formatDate, formatMoment } from "../../shared/dates.ts";
import type { Annotation, ContractTerms } from "../../shared/jets/contract-terms.ts";
import {
  type Attachment,
  INTERACTION_KIND_NAMES,
  type InformationRequest,
  type Interaction,
  MEETING_MEANS_NAMES,
  REQUESTED_FORM_NAMES,
} from "../../shared/jets/interaction.ts";
import type { Signature, SigningManner, SigningParty } from "../../shared/jets/signature.ts";
import { onOneLine } from "../../shared/text.ts";

/** What says that a party has not signed and gave no reason. */
export const NOT_SIGNED = "Not signed yet";

/** The newest signature, or reason why there is none, of a party on an interaction; undefined where there is neither. */
export function signatureOf({ signatures }: Interaction, party: SigningParty): Signature | undefined {
  return signatures.find((each) => each.party === party);
}

const MANNERS: Readonly<Record<SigningManner, string>> = {
  drawn: "Drawn",
  typed: "Typed and confirmed",
  paper: "Signed on paper",
  refused: "Refused to sign",
  "could-not": "Could not sign",
};

/** Tells whether it stands for a signature, and not for the reason why there is none. */
export function isSigned(signature: Signature | undefined): boolean {
  return signature !== undefined && signature.manner !== "refused" && signature.manner !== "could-not";
}

/** How and when a party signed, or why not. */
export function signatureInWords(signature: Signature | undefined, annotations: readonly Annotation[]): string {
  if (!signature) return NOT_SIGNED;
  const { manner, name, signedOn, reason, annotation } = signature;
  const how = `${MANNERS[manner]}${isSigned(signature) ? ` by ${name}` : ""}, ${formatDate(signedOn)}`;
  const remark = annotations.find(({ code }) => code === annotation)?.words ?? annotation ?? "";
  return [how, remark, reason].filter((words) => words !== "").join(": ");
}

/** Who signed an interaction, as it fits into a table. */
export function signedInBrief(interaction: Interaction, words: ContractTerms["words"]): string {
  const participant = signatureOf(interaction, "participant");
  const provider = signatureOf(interaction, "provider");
  if (isSigned(participant)) return isSigned(provider) ? "By both" : words.client;
  if (isSigned(provider)) return words.pa;
  return participant ? MANNERS[participant.manner] : NOT_SIGNED;
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
