import type { RequestInput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";
import type { SigningParty } from "../../shared/jets/signature.ts";
import { useAskOnClock } from "../clock-question.tsx";
import { useSession } from "../session.ts";
import { announce } from "../ui/live-region.tsx";

/** What is signed: the plan as it was saved, or one interaction. */
export interface SigningSubject {
  readonly clientId: string;
  readonly subject: "plan" | "interaction";
  /** The interaction that is signed; null for the plan. */
  readonly interactionId: string | null;
  /** The hash of what the window shows: what a signature is bound to. */
  readonly contentHash: string;
  /** What is signed within a sentence, such as "the JETS.S AP as it was saved on 16/04/2012". */
  readonly words: string;
  readonly terms: ContractTerms;
  /** The participant's name in full. */
  readonly participantName: string;
}

/** What every dialog of a signature is told. */
export interface SigningDialogProps {
  readonly subject: SigningSubject;
  readonly party: SigningParty;
  readonly onClose: () => void;
}

type Fields = Pick<RequestInput<"sign">, "manner"> &
  Partial<
    Pick<RequestInput<"sign">, "savedDraft" | "name" | "strokes" | "signedOn" | "reason" | "annotation" | "isConfirmed">
  >;

/** Who signs what, and how a signature is sent. */
export function useSigning({ subject, party }: Omit<SigningDialogProps, "onClose">) {
  const { adviser } = useSession();
  const asked = useAskOnClock("sign");
  const { clientId, subject: kind, interactionId, contentHash, words, participantName } = subject;
  return {
    signer: party === "participant" ? participantName : adviser.name,
    signedWords: words,
    sign: async (fields: Fields, spoken: string): Promise<AppError | undefined> => {
      const about = { clientId, subject: kind, interactionId, party, contentHash };
      const answer = await asked.mutateAsync({ ...about, ...fields });
      if (!answer.ok) return answer.error;
      announce(spoken);
      return undefined;
    },
  };
}

/** A party by the contract's word for it. */
export function partyWord({ words }: ContractTerms, party: SigningParty): string {
  return party === "participant" ? words.client : words.pa;
}
