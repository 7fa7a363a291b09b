import { createContext, useContext } from "react";
import { contractWords, type KindWords, LMS_WORDS } from "../../shared/action-plan/kind-words.ts";
import type { PlanWindow, Session } from "../../shared/contract.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";

/** Brings the words of the plan's kind to the window's parts and dialogs. */
export const KindWordsContext = createContext<KindWords>(LMS_WORDS);

/** The words of the plan that the window shows. */
export function useKindWords(): KindWords {
  return useContext(KindWordsContext);
}

/** The terms of the contract that a plan is under; undefined for a Labour Market System plan. */
export function termsOf({ contract }: Pick<PlanWindow, "contract">, session: Session): ContractTerms | undefined {
  return session.contracts.find(({ code }) => code === contract);
}

const WORDS = new WeakMap<ContractTerms, KindWords>();

/** The words of a plan under these terms, the same object each time; the Labour Market System's without terms. */
export function wordsUnder(terms: ContractTerms | undefined): KindWords {
  if (!terms) return LMS_WORDS;
  const words = WORDS.get(terms) ?? contractWords(terms.words);
  WORDS.set(terms, words);
  return words;
}
