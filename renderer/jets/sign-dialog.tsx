import { useId, useState } from "react";
import { hasInk, simplifyStrokes } from "../../shared/jets/ink.ts";
import type { Strokes } from "../../shared/jets/signature.ts";
import { isBlank } from "../../shared/text.ts";
import { LineField } from "../client-record/line-field.tsx";
import { useSession } from "../session.ts";
import { KeptDialog } from "../ui/kept-dialog.tsx";
import { InkPad } from "./ink-pad.tsx";
import { type SigningDialogProps, useSigning } from "./signing.ts";

interface SignDialogProps extends SigningDialogProps {
  /** True where the name is to be typed from the start: for whoever came by the keyboard. */
  readonly isTypedFirst: boolean;
}

/** Signs by pen, mouse or finger, or by a typed and confirmed name. */
export function SignDialog({ isTypedFirst, ...props }: SignDialogProps) {
  const [isTyped, setIsTyped] = useState(isTypedFirst);
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [name, setName] = useState("");
  const [isConfirmed, setIsConfirmed] = useState(false);
  const { signer, signedWords, sign } = useSigning(props);
  const off = isTyped ? typedOff(name, isConfirmed) : hasInk(strokes) ? undefined : "Nothing is drawn yet";
  const keep = () =>
    isTyped
      ? sign({ manner: "typed", name, isConfirmed }, "Signed")
      : sign({ manner: "drawn", strokes: simplifyStrokes(strokes) }, "Signed");
  return (
    <KeptDialog
      title="Sign"
      act="Sign"
      off={off}
      isUnsaved={strokes.length > 0 || name !== "" || isConfirmed}
      keep={keep}
      onClose={props.onClose}
    >
      <p>{`${signer} signs ${signedWords}.`}</p>
      {isTyped ? (
        <TypedName {...{ signer, name, isConfirmed }} onName={setName} onConfirm={setIsConfirmed} />
      ) : (
        <Drawing signer={signer} strokes={strokes} onChange={setStrokes} />
      )}
      <p>
        <button type="button" className="link" onClick={() => setIsTyped(!isTyped)}>
          {isTyped ? "Draw with pen, mouse or finger instead" : "Type the name instead"}
        </button>
      </p>
    </KeptDialog>
  );
}

function typedOff(name: string, isConfirmed: boolean): string | undefined {
  if (isBlank(name)) return "The name is not typed yet";
  return isConfirmed ? undefined : "The name is not confirmed yet";
}

interface DrawingProps {
  readonly signer: string;
  readonly strokes: Strokes;
  readonly onChange: (strokes: Strokes) => void;
}

function Drawing({ signer, strokes, onChange }: DrawingProps) {
  return (
    <div className="sign-here">
      <div className="label">
        <span>Sign in the box with pen, mouse or finger</span>
        <button type="button" className="link cap" onClick={() => onChange([])}>
          Clear
        </button>
      </div>
      <InkPad label={`Box for the signature of ${signer}`} strokes={strokes} onChange={onChange} />
      <span className="sr" role="status">
        {strokes.length === 0 ? "The box is empty" : `${strokes.length} strokes drawn`}
      </span>
    </div>
  );
}

interface TypedNameProps {
  readonly signer: string;
  readonly name: string;
  readonly isConfirmed: boolean;
  readonly onName: (name: string) => void;
  readonly onConfirm: (isConfirmed: boolean) => void;
}

function TypedName({ signer, name, isConfirmed, onName, onConfirm }: TypedNameProps) {
  const { policy } = useSession();
  const id = useId();
  return (
    <>
      <div className="form-row">
        <label className="strong" htmlFor={id}>
          Name
        </label>
        <LineField
          id={id}
          label="Name"
          value={name}
          limit={policy.signingNameCharacters}
          autoFocus
          hint={`As signature of ${signer}`}
          onChange={(typed) => {
            onName(typed);
            // What was confirmed was another name.
            onConfirm(false);
          }}
        />
      </div>
      <label className="tick">
        <input type="checkbox" checked={isConfirmed} onChange={(event) => onConfirm(event.target.checked)} />
        <span>I have typed my name myself, and it is my signature</span>
      </label>
    </>
  );
}
