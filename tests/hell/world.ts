import type { Plan } from "../../shared/action-plan/action-plan.ts";
import type { Candidates, Pick } from "./picks.ts";

/** Names that stand for nothing in any store. */
const STRANGERS = ["", "x", "00000000-0000-7000-8000-000000000000", "__proto__", "' OR 1=1 --", "\u0000"];
const MOST_REMEMBERED = 200;

/** What is known of a store from the answers it gave, so that payloads can name what is there. */
export class World implements Candidates {
  readonly #clientIds: readonly string[];
  readonly #kinds: readonly string[];
  readonly #plans = new Map<string, Plan>();
  readonly #remembered = {
    interview: [] as string[],
    print: [] as string[],
    item: [] as string[],
    review: [] as string[],
  };
  #open: { readonly clientId: string; readonly interviewId: string } | undefined;

  constructor(clientIds: readonly string[], kinds: readonly string[]) {
    this.#clientIds = clientIds;
    this.#kinds = kinds;
  }

  /** Takes in a plan as an answer showed it; what left it since stays known as something that is gone. */
  sawPlan(plan: Plan): void {
    this.#plans.set(plan.clientId, plan);
    const last = plan.items.at(-1);
    if (last) remember(this.#remembered.item, last.id);
    const review = plan.items.find(({ reviews }) => reviews.length > 0)?.reviews[0];
    if (review) remember(this.#remembered.review, review.id);
  }

  /** Takes in an interview that was started or ended. */
  sawInterview({ id, clientId, endedAt }: { id: string; clientId: string; endedAt: string | null }): void {
    remember(this.#remembered.interview, id);
    if (endedAt === null) this.#open = { clientId, interviewId: id };
    else if (this.#open?.interviewId === id) this.#open = undefined;
  }

  /** Takes in a print that was made. */
  sawPrint(printId: string): void {
    remember(this.#remembered.print, printId);
  }

  choose({ kind, at, isFitting }: Pick, clientId: string | undefined): unknown {
    if (kind === "version") return this.#version(at, isFitting, clientId);
    const plan = this.#plans.get(clientId ?? "");
    const fitting = isFitting ? this.#fitting(kind, at, plan) : undefined;
    if (fitting !== undefined) return fitting;
    const others = {
      client: this.#clientIds,
      "interview-kind": this.#kinds,
      any: this.#clientIds,
      ...this.#remembered,
    };
    return pickFrom(isFitting ? others[kind] : [...others[kind].slice(0, 3), ...STRANGERS], at) ?? "nothing";
  }

  #fitting(kind: Pick["kind"], at: number, plan: Plan | undefined): string | undefined {
    const items = plan?.items ?? [];
    switch (kind) {
      case "client":
        // Half of what an adviser does is about the client who sits there.
        return at < 0.5 && this.#open ? this.#open.clientId : pickFrom(this.#clientIds, (at * 2) % 1);
      case "interview":
        return at < 0.7 ? this.#open?.interviewId : undefined;
      case "item":
        return pickFrom(items, at)?.id;
      case "review":
        return pickFrom(
          items.flatMap(({ reviews }) => reviews),
          at,
        )?.id;
      default:
        return undefined;
    }
  }

  #version(at: number, isFitting: boolean, clientId: string | undefined): number | null {
    const current = this.#plans.get(clientId ?? "")?.version ?? null;
    if (isFitting) return current;
    return pickFrom([null, 1, (current ?? 0) + 1, (current ?? 2) - 1, 0, -1, 1.5, 2 ** 53], at) ?? null;
  }
}

function pickFrom<T>(list: readonly T[], at: number): T | undefined {
  return list[Math.floor(at * list.length)];
}

function remember(list: string[], id: string): void {
  list.push(id);
  if (list.length > MOST_REMEMBERED) list.shift();
}
