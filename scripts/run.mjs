// Starting other programs, and saying what is going on.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A failure the person can act on: its message is all that needs to be printed. */
export class Stop extends Error {}

/** @param {string} text */
export const say = (text) => console.log(`\n=== ${text}`);

/**
 * The program's path, or undefined when it is not installed.
 * @param {string} program
 */
export function onPath(program) {
  const paths = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * A tool from node_modules, run with the Node that runs this script.
 * @param {string} tool path of its script inside node_modules
 */
export const installed = (tool) => join(root, 'node_modules', tool);

/**
 * Runs a program in the repository with its output on screen, and resolves to its exit code.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env] beside the present environment
 * @returns {Promise<number>}
 */
export function exitCode(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code, signal) =>
      signal ? reject(new Stop(`${program} was ended by ${signal}.`)) : resolve(code ?? 1),
    );
  });
}

/**
 * Runs a program as above; anything but success is a Stop.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 */
export async function run(program, args, env) {
  const code = await exitCode(program, args, env);
  if (code !== 0)
    throw new Stop(`"${[program, ...args].join(' ')}" failed with exit code ${code}; its output is above.`);
}

/**
 * The body of a command line script: a Stop prints its message, anything else is a bug and shows its stack.
 * @param {() => Promise<unknown>} body
 */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
