import { useCallback, useEffect, useRef, useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import { IMPORT_PART_BYTES, LARGEST_IMPORT_BYTES } from "../../shared/import/import-requests.ts";
import type { ImportColumnChoice, ImportCounts, ImportReview } from "../../shared/import/import-review.ts";
import { listenForProgress } from "../progress.ts";
import { ask } from "../requests.ts";

/** Where an import stands. */
export type ImportStep =
  | { readonly at: "choose"; readonly refusal?: AppError | "too-large" }
  | { readonly at: "sending" | "checking" | "writing"; readonly done: number; readonly of: number }
  | { readonly at: "review"; readonly review: ImportReview; readonly turn: number; readonly isChecking: boolean }
  | { readonly at: "done"; readonly counts: ImportCounts };

/** An import as its dialog shows it. */
export interface Import {
  readonly step: ImportStep;
  readonly fileName: string;
  readonly importId: string;
  choose(file: File): Promise<void>;
  /** Checks the file again with other columns. */
  check(choices: readonly ImportColumnChoice[]): Promise<void>;
  write(): Promise<void>;
  /** Gives the import up; false where it is being committed already. */
  cancel(): Promise<boolean>;
}

/** So often the window says that it is still there. */
const KEEP_EVERY_MS = 30_000;

/** Sends a file, has it checked, and writes it when told to; leaving the window gives it up. */
export function useImport(): Import {
  const [step, setStep] = useState<ImportStep>({ at: "choose" });
  const [file, setFile] = useState({ name: "", importId: "" });
  const current = useRef("");
  const turns = useRef(0);
  useGivingUp(current);
  useEffect(
    () =>
      listenForProgress(({ task, done, of }) => {
        if (task !== current.current) return;
        setStep((before) => (before.at === "checking" || before.at === "writing" ? { ...before, done, of } : before));
      }),
    [],
  );

  /** Every check has a number of its own: what another one found is another's. */
  const nextTurn = useCallback(() => {
    turns.current += 1;
    return turns.current;
  }, []);

  /** Says how a step ended, unless the import was given up meanwhile. */
  const settle = useCallback((importId: string, next: ImportStep) => {
    if (current.current === importId) setStep(next);
  }, []);

  const refuse = useCallback(async (importId: string, refusal: AppError) => {
    if (current.current !== importId) return;
    current.current = "";
    setStep({ at: "choose", refusal });
    if (importId) await ask("cancel-import", { importId });
  }, []);

  const choose = useCallback(
    async (chosen: File) => {
      if (chosen.size > LARGEST_IMPORT_BYTES) return setStep({ at: "choose", refusal: "too-large" });
      if (current.current) await ask("cancel-import", { importId: current.current });
      current.current = "";
      setStep({ at: "sending", done: 0, of: chosen.size });
      const begun = await ask("begin-import", { bytes: chosen.size });
      if (!begun.ok) return refuse("", begun.error);
      const { importId } = begun.value;
      current.current = importId;
      setFile({ name: chosen.name, importId });
      for (let from = 0; from < chosen.size; from += IMPORT_PART_BYTES) {
        const part = await readPart(chosen, from);
        if (current.current !== importId) return;
        if (part === null) return refuse(importId, { code: "file-not-read", file: chosen.name });
        const sent = await ask("send-import-part", { importId, part });
        if (!sent.ok) return refuse(importId, sent.error);
        settle(importId, { at: "sending", done: sent.value.received, of: chosen.size });
      }
      settle(importId, { at: "checking", done: 0, of: 1 });
      const checked = await ask("check-import", { importId, choices: null });
      if (!checked.ok) return refuse(importId, checked.error);
      settle(importId, { at: "review", review: checked.value, turn: nextTurn(), isChecking: false });
    },
    [refuse, settle, nextTurn],
  );

  const check = useCallback(
    async (choices: readonly ImportColumnChoice[]) => {
      const importId = current.current;
      setStep((before) => (before.at === "review" ? { ...before, isChecking: true } : before));
      const checked = await ask("check-import", { importId, choices: [...choices] });
      if (!checked.ok) return refuse(importId, checked.error);
      settle(importId, { at: "review", review: checked.value, turn: nextTurn(), isChecking: false });
    },
    [refuse, settle, nextTurn],
  );

  const write = useCallback(async () => {
    const importId = current.current;
    setStep({ at: "writing", done: 0, of: 1 });
    const written = await ask("confirm-import", { importId });
    if (!written.ok) return refuse(importId, written.error);
    settle(importId, { at: "done", counts: written.value });
    current.current = "";
  }, [refuse, settle]);

  const cancel = useCallback(async () => {
    const importId = current.current;
    if (!importId) return true;
    const answer = await ask("cancel-import", { importId });
    const isCancelled = !answer.ok || answer.value.isCancelled;
    if (isCancelled) current.current = "";
    return isCancelled;
  }, []);

  return { step, fileName: file.name, importId: file.importId, choose, check, write, cancel };
}

/** Says that the window is there for as long as it is, and gives the import up when it goes. */
function useGivingUp(current: { current: string }): void {
  useEffect(() => {
    const giveUp = () => {
      if (current.current) void ask("cancel-import", { importId: current.current });
      current.current = "";
    };
    const timer = setInterval(() => {
      if (current.current) void ask("keep-import", { importId: current.current });
    }, KEEP_EVERY_MS);
    window.addEventListener("pagehide", giveUp);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", giveUp);
      giveUp();
    };
  }, [current]);
}

/** The next bytes of a file, base64; null where the file cannot be read any more. */
/** The next bytes of a file, base64; null where they cannot be read. */
export function readPart(file: File, from: number): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onerror = () => resolve(null);
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.readAsDataURL(file.slice(from, from + IMPORT_PART_BYTES));
  });
}
