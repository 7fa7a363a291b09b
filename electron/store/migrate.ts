import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { type Migration, migrations } from "./migrations/migrations.ts";
import type { Store } from "./store.ts";

/**
 * Brings a store up to this version's layout, each step in a transaction of its own. A store from a newer version is
 * refused untouched. What is to be done first is done before the first step on a store that already has a layout.
 */
export function migrate(
  store: Store,
  steps: readonly Migration[] = migrations,
  beforeFirstStep: () => void = () => undefined,
): Result<number, AppError> {
  const known = steps.at(-1)?.version ?? 0;
  const found = layoutVersion(store);
  if (found > known) return err({ code: "store-newer", found, known });
  if (found > 0 && found < known) beforeFirstStep();
  for (const step of steps) {
    const apply = store.database.transaction(() => {
      // Read again under the lock: another process may have taken the step meanwhile.
      if (layoutVersion(store) >= step.version) return;
      store.database.exec(step.sql);
      store.database.pragma(`user_version = ${step.version}`);
    });
    if (step.version > found) apply.immediate();
  }
  return ok(known);
}

/** The number of the last migration that a store has taken. */
export function layoutVersion(store: Store): number {
  return Number(store.database.pragma("user_version", { simple: true }));
}
