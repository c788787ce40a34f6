// Programs that the tests start and end, by their ids.
import { type ChildProcess, spawn } from 'node:child_process';

const running = new Set<ChildProcess>();
// Also where the run is broken off.
process.on('exit', () => endAll());

/**
 * Starts a program without a terminal, in a group of its own, so that what it starts itself ends with it; `told` receives
 * what it writes to its fourth channel.
 */
export function start(
  program: string,
  args: string[],
  env: Record<string, string>,
  told?: (text: string) => void,
): ChildProcess {
  const stdio = ['ignore', 'ignore', 'ignore', told ? 'pipe' : 'ignore'] as const;
  const child = spawn(program, args, { detached: true, stdio: [...stdio], env: { ...process.env, ...env } });
  child.stdio[3]?.on('data', (text) => told?.(String(text)));
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends every program that was started here and still runs. */
export function endAll(): void {
  for (const { pid } of running) {
    // Nothing is left of a group that has ended by itself.
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    } catch {}
  }
  running.clear();
}
