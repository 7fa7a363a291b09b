import type { RequestInput, RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Finding } from "../../shared/spelling/spelling.ts";
import { readTradeWords } from "../platform/trade-words.ts";
import { createSpelling, type Spelling } from "../spelling/spelling.ts";
import { listEveryAdviser } from "../store/repositories/advisers.ts";
import { findClientSummaries } from "../store/repositories/clients.ts";
import { readOfficeWords } from "../store/repositories/office-words.ts";
import type { Store } from "../store/store.ts";
import type { ServiceContext } from "./service-context.ts";

/** The words that are right besides those of UK English: the trade's, and the office's own. */
export function ownWords(store: Store): string[] {
  return [...readTradeWords(), ...readOfficeWords(store)];
}

/** Checks texts; the names of the client they are about and of every adviser are never flagged. */
export async function checkSpelling(
  { store }: ServiceContext,
  spelling: Spelling,
  { clientId, texts }: RequestInput<"check-spelling">,
): Promise<Result<RequestOutput<"check-spelling">, AppError>> {
  const people = listEveryAdviser(store).map(({ name }) => name);
  if (clientId !== null) {
    const [client] = findClientSummaries(store, [clientId]);
    if (!client) return err({ code: "client-not-found" });
    people.push(client.surname, client.forenames);
  }
  const found = await spelling.check(
    texts.map(({ text }) => text),
    people,
  );
  if (!found.ok) return found;
  const findings = found.value.flatMap((inText, index) =>
    inText.map((finding) => ({ ...finding, id: texts[index]?.id ?? "" })),
  );
  return ok({ findings });
}

/** What may have been meant by a word, best first. */
export async function suggestSpelling(
  spelling: Spelling,
  { word }: RequestInput<"suggest-spelling">,
): Promise<Result<RequestOutput<"suggest-spelling">, AppError>> {
  const suggestions = await spelling.suggest(word);
  return suggestions.ok ? ok({ suggestions: [...suggestions.value] }) : suggestions;
}

/** A spelling check of an office that has no words of its own. */
export function createPlainSpelling(): Spelling {
  return createSpelling({ ownWords: readTradeWords });
}

/** A finding with what may have been meant; a repeated word has to go, so nothing is suggested for it. */
export interface SuggestedFinding extends Finding {
  readonly suggestions: readonly string[];
}

/** Checks one text about nobody in particular, and looks for suggestions at once. */
export async function spellText(
  spelling: Spelling,
  text: string,
): Promise<Result<readonly SuggestedFinding[], AppError>> {
  const found = await spelling.check([text], []);
  if (!found.ok) return found;
  const suggested: SuggestedFinding[] = [];
  for (const finding of found.value.flat()) {
    const suggestions = finding.kind === "repeated" ? ok([]) : await spelling.suggest(finding.word);
    if (!suggestions.ok) return suggestions;
    suggested.push({ ...finding, suggestions: suggestions.value });
  }
  return ok(suggested);
}
