import type { z } from "zod";
import type { App } from "../../electron/app.ts";
import type { Plan } from "../../shared/action-plan/action-plan.ts";
import {
  answerSchema,
  appEventSchema,
  isRequestName,
  type RequestName,
  type RequestOutput,
  requests,
} from "../../shared/contract.ts";
import type { Policy } from "../../shared/policy.ts";
import { planProblems } from "./plan-invariants.ts";
import type { World } from "./world.ts";

const LONGEST_QUOTE = 300;

/** One store's requests, as the watch needs to know of it. */
interface Watched {
  readonly world: World;
  readonly policy: Policy;
  /** Another one after every write to what the store is made of, and only then. */
  readonly mark: () => unknown;
}

/** A request as it is made. */
export interface Asked {
  readonly name: string;
  readonly payload: unknown;
}

/** How a request was answered; undefined when it was not, or by nothing of the contract. */
export type Answered = z.infer<typeof answerSchema> | undefined;

interface Counts {
  accepted: number;
  refused: number;
}

/** Holds every answer against the contract, and every refusal against the store, which it must have left alone. */
export class AnswerWatch {
  readonly problems: string[] = [];
  /** Items that were seen with a review. */
  readonly reviewed = new Set<string>();
  readonly #counts = new Map<string, Counts>();
  readonly #codes = new Set<string>();
  #watched: Watched | undefined;

  /** Turns to another store. */
  begin(watched: Watched): void {
    this.#watched = watched;
    this.reviewed.clear();
  }

  /** Makes some requests at once and looks at what came of them. */
  async answersOf(app: App, group: readonly Asked[]): Promise<Answered[]> {
    const { mark } = this.#current();
    const before = mark();
    const answers = await Promise.all(group.map((asked) => this.#answerOf(app, asked)));
    if (!answers.some((answer) => answer?.ok) && mark() !== before)
      this.complain(group, "was refused and changed the store");
    return answers;
  }

  /** Holds an event against the contract. */
  sawEvent(event: unknown): void {
    if (!appEventSchema.safeParse(event).success) this.problems.push("An event is not of the contract");
  }

  /** How each request was answered; what is no request of the contract is counted as one. */
  answered(): Record<string, Counts> {
    return Object.fromEntries([...this.#counts].sort());
  }

  /** The codes of all refusals so far. */
  codes(): string[] {
    return [...this.#codes].sort();
  }

  /** Notes what was not as it should be about some requests that were made at once. */
  complain(group: readonly Asked[], what: string): void {
    const quoted = group.map(({ name, payload }) => `${name} ${quote(payload)}`).join(" with ");
    this.problems.push(`${quoted.slice(0, LONGEST_QUOTE)} ${what}`);
  }

  async #answerOf(app: App, asked: Asked): Promise<Answered> {
    try {
      return this.#look(asked, await app.answer(asked.name, asked.payload));
    } catch (thrown) {
      this.complain([asked], `threw ${String(thrown)}`);
      return undefined;
    }
  }

  #look(asked: Asked, answer: unknown): Answered {
    const envelope = answerSchema.safeParse(answer);
    if (!envelope.success) {
      this.complain([asked], "was answered with no envelope of the contract");
      return undefined;
    }
    this.#count(asked.name, envelope.data.ok);
    if (!envelope.data.ok) {
      this.#codes.add(envelope.data.error.code);
      if (envelope.data.error.code === "internal") this.complain([asked], "was answered as a bug");
    } else if (!isRequestName(asked.name)) this.complain([asked], "is no request and was accepted");
    else this.#lookAtValue(asked, asked.name, envelope.data.value);
    return envelope.data;
  }

  #lookAtValue(asked: Asked, name: RequestName, value: unknown): void {
    const output = requests[name].output.safeParse(value);
    if (!output.success) {
      const where = output.error.issues.map(({ path, code }) => `${path.join(".")}: ${code}`).join("; ");
      this.complain([asked], `was answered with a value that is not of the contract (${where})`);
      return;
    }
    const { world } = this.#current();
    world.saw(value);
    if (name === "start-interview") world.sawInterview((value as RequestOutput<"start-interview">).interview);
    if (name === "end-interview") world.sawInterview(value as RequestOutput<"end-interview">);
    if (name === "make-print") world.sawPrint((value as RequestOutput<"make-print">).printId);
    if (name === "save-plan") this.#lookAtSave(asked, value as RequestOutput<"save-plan">);
    if (name === "open-plan" || name === "open-client") this.#lookAtPlan((value as RequestOutput<"open-plan">).plan);
  }

  #lookAtSave(asked: Asked, { plan }: RequestOutput<"save-plan">): void {
    const { policy } = this.#current();
    if (!plan) {
      this.complain([asked], "was saved, and there is no plan");
      return;
    }
    const { planVersion } = asked.payload as { planVersion: number | null };
    if (plan.version !== (planVersion ?? 0) + 1) this.complain([asked], `left version ${plan.version}`);
    for (const problem of planProblems(plan, policy, this.reviewed)) this.complain([asked], problem);
    this.#lookAtPlan(plan);
  }

  #lookAtPlan(plan: Plan | null): void {
    if (!plan) return;
    this.#current().world.sawPlan(plan);
    for (const { id, reviews } of plan.items) if (reviews.length > 0) this.reviewed.add(id);
  }

  #current(): Watched {
    if (!this.#watched) throw new Error("No store is watched");
    return this.#watched;
  }

  #count(name: string, isAccepted: boolean): void {
    const key = isRequestName(name) ? name : "no request of the contract";
    const counts = this.#counts.get(key) ?? { accepted: 0, refused: 0 };
    counts[isAccepted ? "accepted" : "refused"] += 1;
    this.#counts.set(key, counts);
  }
}

function quote(payload: unknown): string {
  try {
    return JSON.stringify(payload) ?? String(payload);
  } catch {
    return typeof payload;
  }
}
