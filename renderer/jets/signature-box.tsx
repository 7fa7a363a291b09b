import { type ReactNode, useRef, useState } from "react";
import { formatMoment } from "../../shared/dates.ts";
import type { Signature } from "../../shared/jets/signature.ts";
import { isNotSigned } from "../../shared/jets/signing-rules.ts";
import type { PartyStanding, SigningState } from "../../shared/jets/signing-state.ts";
import { annotationWords, signatureLine, standingWords } from "../../shared/jets/signing-words.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Icon } from "../ui/icons.tsx";
import { InkDrawing } from "./ink-drawing.tsx";
import { SignDialog } from "./sign-dialog.tsx";
import { partyWord, type SigningSubject } from "./signing.ts";
import { NotSignedDialog, PaperDialog } from "./unsigned-dialogs.tsx";

interface SignatureBoxProps {
  /** What is signed, as the window shows it. */
  readonly subject: SigningSubject;
  readonly standing: PartyStanding;
  /** Why nothing can be signed now; undefined where it can. */
  readonly off?: string | undefined;
}

/** One party's place to sign: where it stands, the signature itself, and the ways to sign, with their dialogs. */
export function SignatureBox({ subject, standing, off }: SignatureBoxProps) {
  const word = partyWord(subject.terms, standing.party);
  const { signature } = standing;
  return (
    <fieldset className="signbox" aria-label={word}>
      <div className="top">
        <span className="strong">{word}</span>
        <State standing={standing} />
      </div>
      {signature && <Signed signature={signature} subject={subject} />}
      {standing.state !== "signed" && <Ways subject={subject} standing={standing} off={off} />}
    </fieldset>
  );
}

const LOOKS: Readonly<Record<SigningState, "good" | "stale" | "open">> = {
  none: "open",
  signed: "good",
  "signed-earlier": "stale",
  "not-signed": "open",
  "not-signed-earlier": "stale",
};

function State({ standing }: { readonly standing: PartyStanding }) {
  const words = standingWords(standing);
  switch (LOOKS[standing.state]) {
    case "good":
      return (
        <span className="standing good">
          <Icon name="check" size="small" />
          {words}
        </span>
      );
    case "stale":
      return (
        <span className="stale">
          <Icon name="warn" size="small" />
          {words}
        </span>
      );
    case "open":
      return <span className="standing">{words}</span>;
  }
}

interface SignedProps {
  readonly signature: Signature;
  readonly subject: SigningSubject;
}

function Signed({ signature, subject }: SignedProps) {
  const { manner, name, strokes, reason, recordedAt } = signature;
  if (strokes) {
    return (
      <div className="drawn">
        <InkDrawing strokes={strokes} name={name} />
        <span className="cap quiet num">
          Drawn
          <br />
          {formatMoment(recordedAt)}
        </span>
      </div>
    );
  }
  const annotation = annotationWords(signature, subject.terms.annotations);
  return (
    <>
      <p className="cap dim num">{signatureLine(signature)}</p>
      {annotation && <p className="cap strong">{annotation}</p>}
      {isNotSigned(manner) && reason !== "" && <p className="cap reason">{reason}</p>}
    </>
  );
}

type Way = "sign" | "paper" | "not-signed";

function Ways({ subject, standing, off }: SignatureBoxProps) {
  const [open, setOpen] = useState<{
    readonly way: Way;
    readonly subject: SigningSubject;
    readonly isTyped: boolean;
  }>();
  const isByPointer = useRef(false);
  const start = (way: Way) => {
    // What is signed is what was shown when the dialog opened, whatever comes meanwhile.
    setOpen({ way, subject, isTyped: !isByPointer.current });
    isByPointer.current = false;
  };
  const hasSigned = standing.signature !== null && !isNotSigned(standing.signature.manner);
  const byPointer = () => {
    isByPointer.current = true;
  };
  const byKey = () => {
    isByPointer.current = false;
  };
  return (
    <>
      <div className="acts" onPointerDownCapture={byPointer} onKeyDownCapture={byKey}>
        <ActionButton small name={hasSigned ? "Sign again" : "Sign"} off={off} onPress={() => start("sign")} />
        <ActionButton small name="On paper" off={off} onPress={() => start("paper")} />
        <ActionButton small name="Not signed" off={off} onPress={() => start("not-signed")} />
      </div>
      {open && dialogOf(open.way, { ...open, party: standing.party, onClose: () => setOpen(undefined) })}
    </>
  );
}

interface OpenDialog {
  readonly subject: SigningSubject;
  readonly party: PartyStanding["party"];
  readonly isTyped: boolean;
  readonly onClose: () => void;
}

function dialogOf(way: Way, { isTyped, ...props }: OpenDialog): ReactNode {
  switch (way) {
    case "sign":
      return <SignDialog {...props} isTypedFirst={isTyped} />;
    case "paper":
      return <PaperDialog {...props} />;
    case "not-signed":
      return <NotSignedDialog {...props} />;
  }
}
