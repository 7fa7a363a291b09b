import { useCallback, useEffect, useRef, useState } from "react";
import type { PlanKind } from "../../shared/action-plan/action-plan.ts";
import type { AppError } from "../../shared/errors.ts";
import type { PrintChoice } from "../../shared/print/print-options.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { ask } from "../requests.ts";
import { type OpenDocument, openDocument } from "./open-document.ts";

/** The pages that the choices print. */
export interface Preview {
  /** Null until the first pages are there. */
  readonly document: OpenDocument | null;
  /** True while the pages of other choices are still shown, or none. */
  readonly isOld: boolean;
  readonly problem: AppError | undefined;
}

const NOTHING: Preview = { document: null, isOld: true, problem: undefined };

/** Keeps the preview in step with the choices; the pages before stay until the new ones are there. */
export function usePreview(clientId: string, kind: PlanKind, choice: PrintChoice): Preview {
  const { option, style, isLarge, withoutStaffNames } = choice;
  const make = useCallback(
    () => ask("preview-print", { clientId, kind, option, style, isLarge, withoutStaffNames }),
    [clientId, kind, option, style, isLarge, withoutStaffNames],
  );
  return usePages(make);
}

type Made = Result<{ readonly pdf: string }, AppError>;

/** The pages of a document that is made anew with each new `make`; the pages before stay until the new ones are there. */
export function usePages(make: () => Promise<Made>): Preview {
  const [preview, setPreview] = useState(NOTHING);
  const open = useRef<OpenDocument>(undefined);
  useEffect(() => {
    let isWanted = true;
    setPreview((before) => ({ ...before, isOld: true, problem: undefined }));
    void loadPages(make).then((loaded) => {
      if (!isWanted) return loaded.ok && loaded.value.close();
      if (!loaded.ok) return setPreview((before) => ({ ...before, problem: loaded.error }));
      open.current?.close();
      open.current = loaded.value;
      setPreview({ document: loaded.value, isOld: false, problem: undefined });
    });
    return () => {
      isWanted = false;
    };
  }, [make]);
  useEffect(() => () => open.current?.close(), []);
  return preview;
}

async function loadPages(make: () => Promise<Made>): Promise<Result<OpenDocument, AppError>> {
  const answer = await make();
  if (!answer.ok) return answer;
  try {
    return ok(await openDocument(answer.value.pdf));
  } catch {
    return err({ code: "print-failed" });
  }
}
