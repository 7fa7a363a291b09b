import { doubleMetaphone } from "double-metaphone";
import type { ClientDetails } from "../../../shared/client-record/client-record.ts";
import { foldName } from "../../../shared/text.ts";

/** What stands between surname and forenames in a folded name; it sorts before a space, and that before every letter. */
export const NAME_SEPARATOR = "\t";

/** The columns by which a client is found. */
export interface FindKeys {
  readonly foldedName: string;
  readonly sound: string;
  readonly reversedNino: string;
}

/** Computes the columns by which a client is found. */
export function findKeys(client: Pick<ClientDetails, "nino" | "surname" | "forenames">): FindKeys {
  return {
    foldedName: foldedNameOf(client),
    sound: soundOf(client.surname),
    reversedNino: reverse(client.nino.slice(0, -1)),
  };
}

/** Surname and forenames folded, as names are sorted and found by their start. */
export function foldedNameOf({ surname, forenames }: Pick<ClientDetails, "surname" | "forenames">): string {
  return `${foldName(surname)}${NAME_SEPARATOR}${foldName(forenames)}`;
}

/** How a surname sounds, as a code; names that sound alike share it. */
export function soundOf(surname: string): string {
  return doubleMetaphone(foldName(surname).replaceAll(" ", ""))[0];
}

/** A text from its end to its start. */
export function reverse(text: string): string {
  return [...text].reverse().join("");
}
