/** A window that is hidden draws no frames; what waits for one goes on after so many milliseconds. */
const WITHOUT_FRAME_MS = 100;

/** Runs something once after the next frame is drawn, or soon where none is; returns how to cancel it. */
export function afterNextFrame(run: () => void): () => void {
  let timer = setTimeout(finish, WITHOUT_FRAME_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    // The callback itself runs before its frame is drawn.
    timer = setTimeout(finish);
  });
  function finish() {
    cancelAnimationFrame(frame);
    run();
  }
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
}
