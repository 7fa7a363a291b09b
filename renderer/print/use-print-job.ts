import { useEffect, useRef, useState } from "react";
import type { PlanKind } from "../../shared/action-plan/action-plan.ts";
import type { RequestInput, RequestOutput } from "../../shared/contract.ts";
import { noteProgress } from "../progress.ts";
import { ask } from "../requests.ts";
import { inOneLine } from "./print-problem.tsx";

/** What the window is at: on paper, or into a file. */
export type PrintWork = "printing" | "saving";

/** A document on its way. */
export interface PrintJob {
  readonly work: PrintWork | undefined;
  readonly problem: string | undefined;
  /** Answers what was printed; undefined where nothing was. */
  print(input: RequestInput<"print-plan">): Promise<RequestOutput<"print-plan"> | undefined>;
  /** Answers what was made; undefined where nothing was. */
  save(input: RequestInput<"make-print">): Promise<RequestOutput<"make-print"> | undefined>;
  /** Takes back what is on its way. */
  cancel(): void;
}

/** One document at a time, which can be taken back until it is done. */
export function usePrintJob(clientId: string, kind: PlanKind): PrintJob {
  const [work, setWork] = useState<PrintWork>();
  const [problem, setProblem] = useState<string>();
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  async function run<Name extends "print-plan" | "make-print">(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<RequestOutput<Name> | undefined> {
    setWork(name === "print-plan" ? "printing" : "saving");
    setProblem(undefined);
    const answer = await ask(name, input);
    if (isGone.current) return undefined;
    setWork(undefined);
    noteProgress(null);
    if (answer.ok) return answer.value;
    setProblem(inOneLine(answer.error));
    return undefined;
  }
  return {
    work,
    problem,
    print: (input) => run("print-plan", input),
    save: (input) => run("make-print", input),
    cancel: () => void ask("cancel-print", { clientId, kind }),
  };
}
