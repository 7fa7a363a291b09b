import type { RecordForm } from "../client-record/record-form.ts";
import {
  type ActivityDetails,
  type SmartLetter,
  type UnderstandingPart,
  understandingPartSchema,
} from "./activity-details.ts";
import { CONSIDERED, LETTER_NAMES, PART_NAMES } from "./activity-rules.ts";

/** An activity in detail as it is kept unsaved: each field by its name on screen. */
export function formOfDetails({ considered, smart, ...details }: ActivityDetails): RecordForm {
  const parts = understandingPartSchema.options.flatMap((part) => [
    [PART_NAMES[part], details[part].text],
    [understoodName(part), details[part].understoodOn ?? ""],
  ]);
  const letters = Object.entries(smart).map(([letter, reason]) => [LETTER_NAMES[letter as SmartLetter], reason]);
  return Object.fromEntries([...parts, [CONSIDERED, considered], ...letters]);
}

/** The details of an activity that were kept unsaved. */
export function detailsOfForm(itemId: string, form: RecordForm): ActivityDetails {
  const part = (name: UnderstandingPart) => ({
    text: form[PART_NAMES[name]] ?? "",
    understoodOn: form[understoodName(name)] || null,
  });
  const reason = (letter: SmartLetter) => form[LETTER_NAMES[letter]] ?? "";
  return {
    itemId,
    what: part("what"),
    why: part("why"),
    when: part("when"),
    considered: form[CONSIDERED] ?? "",
    smart: {
      specific: reason("specific"),
      measurable: reason("measurable"),
      achievable: reason("achievable"),
      realistic: reason("realistic"),
      timeBound: reason("timeBound"),
    },
  };
}

function understoodName(part: UnderstandingPart): string {
  return `${PART_NAMES[part]}: understood on`;
}
