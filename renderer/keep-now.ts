/** What keeps unsaved work in the store, for as long as a window has any. */
type KeepNow = () => Promise<void>;

const keeping = new Set<KeepNow>();

/** Has something called before the windows are shut; returns how to stop. */
export function onKeepNow(keep: KeepNow): () => void {
  keeping.add(keep);
  return () => keeping.delete(keep);
}

/** Keeps everything unsaved before what is about to refuse it, as a lock does. */
export async function keepNow(): Promise<void> {
  await Promise.all([...keeping].map((keep) => keep()));
}
