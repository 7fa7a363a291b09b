import type { AppError } from "../../shared/errors.ts";
import { errorMessage } from "../../shared/messages.ts";
import { Icon } from "../ui/icons.tsx";
import { waitInWords } from "./use-wait.ts";

interface RefusalProps {
  readonly error: AppError;
  /** Where tries have to wait: the seconds that are left of it. */
  readonly left?: number;
}

/** Says why a request was refused and what to do; a wait counts down, without being spoken each second. */
export function Refusal({ error, left = 0 }: RefusalProps) {
  const { text, whatToDo } = errorMessage(error);
  const isTimed = "waitSeconds" in error && error.waitSeconds > 0;
  return (
    <div className="refusal">
      <p className="err" role="alert">
        <Icon name="warn" size="small" />
        <span>
          {text} {isTimed ? "" : whatToDo}
        </span>
      </p>
      {left > 0 ? <Waiting left={left} /> : isTimed && <p>Try again.</p>}
    </div>
  );
}

/** Why the last try failed, or that the next one has to wait; nothing while neither is so. */
export function RefusedTry({ error, left }: { readonly error: AppError | null; readonly left: number }) {
  if (error) return <Refusal error={error} left={left} />;
  if (left === 0) return null;
  return (
    <div className="refusal">
      <Waiting left={left} />
    </div>
  );
}

/** The time that is left until another try. */
function Waiting({ left }: { readonly left: number }) {
  return (
    <p className="waiting num" role="timer">
      {`You can try again in ${waitInWords(left)}.`}
    </p>
  );
}
