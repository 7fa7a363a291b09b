import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { countCharacters, isBlank, tidyText } from "../../shared/text.ts";

/** What a note must be: how it is called on screen, how long it may get (TX-3), and whether it may be empty. */
export interface TextRule {
  readonly field: string;
  readonly limit: number;
  readonly isOptional?: boolean;
}

/** A note as it is stored (AP-9), or the reason why it is refused. */
export function writtenText(typed: string, { field, limit, isOptional }: TextRule): Result<string, AppError> {
  const text = tidyText(typed);
  if (isBlank(text)) {
    return isOptional ? ok("") : err({ code: "text-refused", field, reason: { code: "text-missing" } });
  }
  const over = countCharacters(text) - limit;
  return over > 0 ? err({ code: "text-refused", field, reason: { code: "text-too-long", limit, over } }) : ok(text);
}
