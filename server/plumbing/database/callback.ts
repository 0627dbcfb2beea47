/**
 * Runs a callback that somebody left with us. What it throws is a bug of its owner: it is shown, and spoils
 * neither what has been committed nor the next callback.
 */
export const runContained = (run: () => void): void => {
  try {
    run();
  } catch (thrown) {
    process.emitWarning(thrown instanceof Error ? thrown : new Error(String(thrown)));
  }
};
