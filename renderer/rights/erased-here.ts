/** The clients whom this window erased itself, and about whom it needs no telling. */
const erased = new Set<string>();

/** Notes that this window is erasing a client; the returned function takes it back where that was refused. */
export function noteErasing(clientId: string): () => void {
  erased.add(clientId);
  return () => erased.delete(clientId);
}

/** Tells whether this window erased a client itself. */
export function wasErasedHere(clientId: string): boolean {
  return erased.has(clientId);
}
