import type { AppError } from "../../shared/errors.ts";
import { errorMessage } from "../../shared/messages.ts";
import { Icon } from "../ui/icons.tsx";

/** What went wrong with a print, said at once. */
export function PrintProblem({ text }: { readonly text: string }) {
  return (
    <p className="err" role="alert">
      <Icon name="warn" size="small" />
      {text}
    </p>
  );
}

/** A refusal and the way on. */
export function inOneLine(error: AppError): string {
  const { text, whatToDo } = errorMessage(error);
  return `${text} ${whatToDo}`;
}
