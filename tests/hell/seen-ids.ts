const MOST_REMEMBERED = 200;
/** Answers are walked no further than this: what lies deeper, or further on in a list, comes up in others. */
const DEEPEST = 5;
const LONGEST_LIST = 20;

/**
 * Identifiers that answers named, by what a payload would call them: an "appointmentId" is whatever stood under that
 * name, and the id or the code of whatever was listed under "appointments" or shown as "appointment".
 */
export class SeenIds {
  readonly #byName = new Map<string, string[]>();

  /** The identifiers of a name, oldest first. */
  named(name: string): readonly string[] {
    return this.#byName.get(name) ?? [];
  }

  /** Takes in an answer's value. */
  saw(value: unknown, name = "", depth = 0): void {
    if (depth > DEEPEST || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const part of value.slice(0, LONGEST_LIST)) this.saw(part, name.replace(/s$/, ""), depth + 1);
      return;
    }
    for (const [key, part] of Object.entries(value)) {
      if (typeof part !== "string") this.saw(part, key, depth + 1);
      else if (key === "id" || key === "code") this.#remember(`${name}Id`, part);
      else if (key.endsWith("Id")) this.#remember(key, part);
    }
  }

  #remember(name: string, id: string): void {
    const ids = this.#byName.get(name) ?? [];
    if (ids.includes(id)) return;
    ids.push(id);
    if (ids.length > MOST_REMEMBERED) ids.shift();
    this.#byName.set(name, ids);
  }
}
