// The npm package in somebody else's Vite app, opened in a browser.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { inRepository } from '../../scripts/page.mjs';
import { startScenario } from '../../web/src/scenario/start';
import { complaintsIn } from '../e2e/fixture';
import { publish } from '../staticHost';

test('an app built by Vite around the installed package computes in the browser, in a sub-folder, under the policy', async ({
  page,
  context,
}) => {
  const project = mkdtempSync(join(tmpdir(), 'uses-backprop-'));
  const npm = (...args: string[]) => execFileSync('npm', [...args, '--silent'], { cwd: project });
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  npm('pack', inRepository(''), '--pack-destination', project);
  const archive = readdirSync(project).find((name) => name.endsWith('.tgz')) ?? '';
  npm('install', '--offline', '--no-audit', '--no-fund', `./${archive}`);
  writeFileSync(
    join(project, 'index.html'),
    '<!doctype html><link rel="icon" href="data:,"><output></output><script type="module" src="app.js"></script>',
  );
  writeFileSync(
    join(project, 'app.js'),
    `import { loadEngine } from 'backprop-playground/engine';
    const engine = await loadEngine();
    const { costs } = engine.descend(${JSON.stringify(startScenario)}, 3);
    document.querySelector('output').textContent = Array.from(costs, (cost) => cost.toFixed(3)).join(' ');`,
  );
  await build({ root: project, base: './', configFile: false, logLevel: 'silent', build: { target: 'es2022' } });

  const site = await publish(join(project, 'dist'), '/app/');
  const complaints = await complaintsIn(context, site.address);
  await page.goto(site.address);
  await expect(page.locator('output')).toHaveText(/^0\.142 0\.101 0\.\d{3} 0\.\d{3}$/);
  expect(complaints).toEqual([]);
  await site.close();
  rmSync(project, { recursive: true, force: true });
});
