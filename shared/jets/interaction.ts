import { z } from "zod";
import { civilDateSchema, momentSchema } from "../dates.ts";
import { type MeetingMeans, meetingMeansSchema } from "./participant.ts";
import { signatureSchema } from "./signature.ts";

/** How a participant and the provider were in touch (4.05). */
export const interactionKindSchema = z.enum(["appointment", "telephone", "e-mail", "letter", "other"]);

/** What an attached file can be; nothing else is kept. */
export const attachmentTypeSchema = z.enum(["application/pdf", "image/png", "image/jpeg", "text/plain", "text/csv"]);

/** A file that is held with an interaction. */
export const attachmentSchema = z.object({
  id: z.string(),
  interactionId: z.string(),
  name: z.string(),
  mediaType: attachmentTypeSchema,
  bytes: z.number().int().positive(),
  /** SHA-256 of the file, in hexadecimal digits. */
  contentHash: z.string(),
  addedAt: momentSchema,
  addedBy: z.string(),
});

/** One interaction as it was recorded; it is not changed afterwards. */
export const interactionSchema = z.object({
  id: z.string(),
  clientId: z.string(),
  happenedOn: civilDateSchema,
  kind: interactionKindSchema,
  /** Null where they did not meet, or it was not said. */
  means: meetingMeansSchema.nullable(),
  text: z.string(),
  recordedAt: momentSchema,
  recordedBy: z.string(),
  /** Those of this interaction, and the reasons where there are none, newest first. */
  signatures: z.array(signatureSchema),
  /** In the order in which they were added. */
  attachments: z.array(attachmentSchema),
  /** What its signatures are bound to as it stands now, with its files. */
  contentHash: z.string(),
});

/** In which form a participant wants the information in the plan (4.07). */
export const requestedFormSchema = z.enum(["paper", "electronic"]);

/** That a participant asked for the information in the plan, and whether it was given. */
export const informationRequestSchema = z.object({
  id: z.string(),
  clientId: z.string(),
  askedOn: civilDateSchema,
  form: requestedFormSchema,
  note: z.string(),
  recordedAt: momentSchema,
  recordedBy: z.string(),
  /** Null until a copy is given. */
  answer: z
    .object({
      answeredOn: civilDateSchema,
      answeredBy: z.string(),
      /** Null where the copy's record has gone. */
      printId: z.string().nullable(),
    })
    .nullable(),
});

export type InteractionKind = z.infer<typeof interactionKindSchema>;
export type AttachmentType = z.infer<typeof attachmentTypeSchema>;
export type Attachment = z.infer<typeof attachmentSchema>;
export type Interaction = z.infer<typeof interactionSchema>;
export type RequestedForm = z.infer<typeof requestedFormSchema>;
export type InformationRequest = z.infer<typeof informationRequestSchema>;

/** The kinds of interaction in the words of the windows. */
export const INTERACTION_KIND_NAMES: Readonly<Record<InteractionKind, string>> = {
  appointment: "Appointment",
  telephone: "Telephone",
  "e-mail": "E-mail",
  letter: "Letter",
  other: "Other",
};

/** The ways to meet in the words of the windows. */
export const MEETING_MEANS_NAMES: Readonly<Record<MeetingMeans, string>> = {
  "face-to-face": "Face to face",
  telephone: "Telephone",
  video: "Video",
};

/** The forms of a copy in the words of the windows. */
export const REQUESTED_FORM_NAMES: Readonly<Record<RequestedForm, string>> = {
  paper: "On paper",
  electronic: "Electronically",
};
