/**
 * Says at the very end, on a line of its own, how many tests passed, failed and were skipped. A file that
 * cannot be read counts as a failed test, and so does an error outside any test: neither looks like success.
 */
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** The line itself: `12 passed, 0 failed, 1 skipped`. */
export const summaryLine = (
  states: readonly ('passed' | 'failed' | 'skipped' | 'pending')[],
  errors: number,
): string => {
  const count = (...wanted: readonly string[]) => states.filter((state) => wanted.includes(state)).length;
  // A test that never came to an end has not passed.
  const failed = count('failed', 'pending') + errors;
  return `${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`;
};

/** A vitest reporter: stands last in `reporters`. */
export default class SummaryReporter implements Reporter {
  #line = '';

  constructor() {
    // Vitest prints more after the run has ended (times, leaks): only here is the last line ours.
    process.once('exit', () => {
      if (this.#line !== '') process.stdout.write(`\n${this.#line}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const unread = modules.reduce((sum, module) => sum + module.errors().length, 0);
    this.#line = summaryLine(states, unread + unhandled.length);
  }
}
