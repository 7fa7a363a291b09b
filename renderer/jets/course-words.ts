import type { MeetingMeans } from "../../shared/jets/participant.ts";

/** The ways to meet as they are chosen. */
export const MEANS: readonly { readonly value: MeetingMeans; readonly name: string }[] = [
  { value: "face-to-face", name: "Face to face" },
  { value: "telephone", name: "Telephone" },
  { value: "video", name: "Video" },
];

/** A way to meet in words; that none was said where it is null. */
export function meansWords(means: MeetingMeans | null): string {
  return MEANS.find(({ value }) => value === means)?.name ?? "Not said";
}
