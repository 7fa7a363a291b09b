/** How something ended that was waited for: with its value, with its failure, or not yet. */
export type Outcome<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "late" }
  | { readonly kind: "cancelled" };

/** Waits for work no longer than it may take, and not at all once it is called off; it never throws. */
export async function inTime<T>(work: Promise<T>, milliseconds: number, signal?: AbortSignal): Promise<Outcome<T>> {
  const { promise, resolve } = Promise.withResolvers<Outcome<T>>();
  const timer = setTimeout(() => resolve({ kind: "late" }), milliseconds);
  const cancel = () => resolve({ kind: "cancelled" });
  if (signal?.aborted) cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  work.then(
    (value) => resolve({ kind: "done", value }),
    (thrown: unknown) => resolve({ kind: "failed", reason: thrown instanceof Error ? thrown.message : String(thrown) }),
  );
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", cancel);
  }
}
