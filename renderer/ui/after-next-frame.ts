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

/**
 * As afterNextFrame, but at the earliest so many milliseconds after the last run: what comes thick and fast shares runs
 * that cost more than itself.
 */
export function afterFramesSpaced(milliseconds: number): typeof afterNextFrame {
  let earliest = Number.NEGATIVE_INFINITY;
  return (run) => {
    const spacedRun = () => {
      earliest = performance.now() + milliseconds;
      run();
    };
    const wait = earliest - performance.now();
    if (wait <= 0) return afterNextFrame(spacedRun);
    const timer = setTimeout(spacedRun, wait);
    return () => clearTimeout(timer);
  };
}
