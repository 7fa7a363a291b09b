import type { Plan } from "../../shared/action-plan/action-plan.ts";
import { addDays, type CivilDate } from "../../shared/dates.ts";
import type { Candidates, Pick } from "./picks.ts";
import { SeenIds } from "./seen-ids.ts";

/** Names that stand for nothing in any store. */
const STRANGERS = ["", "x", "00000000-0000-7000-8000-000000000000", "__proto__", "' OR 1=1 --", "\u0000"];
const MOST_REMEMBERED = 200;

/** What is known of an office's door. */
export interface DoorKnowledge {
  /** Who may come in, by their passphrases. */
  readonly passphrases: ReadonlyMap<string, string>;
  readonly retiredIds: readonly string[];
  readonly recoveryKey: string;
  /** Who was let in last. */
  readonly insideId: string | undefined;
  readonly backups: readonly string[];
}

/** Passphrases that are long enough, of which none, one or several may open something. */
export const PASSPHRASES = [
  "four words nobody says",
  "seven green bottles stand",
  "paper in the office safe",
  "Ünwahrscheinliche Wörter",
  "👩‍👩‍👧‍👦 and twelve more",
];
const NO_DOOR: DoorKnowledge = {
  passphrases: new Map(),
  retiredIds: [],
  recoveryKey: "",
  insideId: undefined,
  backups: [],
};

/** Where a store's requests are made. */
export interface WorldOptions {
  readonly clientIds: readonly string[];
  readonly kinds: readonly string[];
  readonly today: () => CivilDate;
}

/** What is known of a store from the answers it gave, so that payloads can name what is there. */
export class World implements Candidates {
  readonly #options: WorldOptions;
  readonly #seenIds = new SeenIds();
  readonly #plans = new Map<string, Plan>();
  readonly #remembered = {
    interview: [] as string[],
    print: [] as string[],
    item: [] as string[],
    review: [] as string[],
  };
  #open: { readonly clientId: string; readonly interviewId: string } | undefined;
  #door = NO_DOOR;

  constructor(options: WorldOptions) {
    this.#options = options;
  }

  /** Takes in how an office's door stands. */
  sawDoor(door: DoorKnowledge): void {
    this.#door = door;
  }

  /** Takes in any answer's value. */
  saw(value: unknown): void {
    this.#seenIds.saw(value);
  }

  /** Takes in a plan as an answer showed it; what left it since stays known as something that is gone. */
  sawPlan(plan: Plan): void {
    this.#plans.set(plan.clientId, plan);
    const last = plan.items.at(-1);
    if (last) remember(this.#remembered.item, last.id);
    const review = plan.items.find(({ reviews }) => reviews.length > 0)?.reviews[0];
    if (review) remember(this.#remembered.review, review.id);
  }

  /** Takes in that the store is another than before. */
  sawRestore(): void {
    this.#plans.clear();
    this.#open = undefined;
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

  choose({ kind, at, isFitting }: Pick, subjectId: string | undefined): unknown {
    if (kind === "version") return this.#version(at, isFitting, subjectId);
    if (kind === "day") return addDays(this.#options.today(), at);
    const fitting = isFitting
      ? (this.#fitting(kind, at, subjectId) ?? this.#fittingAtDoor(kind, at, subjectId))
      : undefined;
    if (fitting !== undefined) return fitting;
    const others = this.#others(kind);
    return pickFrom(isFitting ? others : [...others.slice(0, 5), ...STRANGERS], at) ?? "nothing";
  }

  #others(kind: Pick["kind"]): readonly string[] {
    switch (kind) {
      case "interview":
      case "print":
      case "item":
      case "review":
        return this.#remembered[kind];
      case "interview-kind":
        return this.#options.kinds;
      case "adviser":
        return [...this.#door.retiredIds, ...this.#seenIds.named("adviserId")];
      case "passphrase":
      case "recovery-key":
      case "last-group":
        return PASSPHRASES;
      case "client":
        return this.#options.clientIds;
      default:
        return this.#seenIds.named(kind);
    }
  }

  #fitting(kind: Pick["kind"], at: number, clientId: string | undefined): string | undefined {
    const items = this.#plans.get(clientId ?? "")?.items ?? [];
    switch (kind) {
      case "client":
        // Half of what an adviser does is about the client who sits there.
        return at < 0.5 && this.#open ? this.#open.clientId : pickFrom(this.#options.clientIds, (at * 2) % 1);
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

  #fittingAtDoor(kind: Pick["kind"], at: number, adviserId: string | undefined): string | undefined {
    const { passphrases, recoveryKey, insideId, backups } = this.#door;
    switch (kind) {
      case "adviser":
        return pickFrom([...passphrases.keys()], at);
      case "passphrase":
        return passphrases.get(adviserId ?? insideId ?? "");
      case "recovery-key":
        return recoveryKey;
      case "last-group":
        return recoveryKey.slice(-5);
      case "backup":
        return pickFrom(backups, at);
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
