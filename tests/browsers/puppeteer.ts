// Chromium and Firefox, both over WebDriver BiDi.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Frame } from 'puppeteer-core';
import { chromium, firefox } from '../../scripts/setup.mjs';
import { type Browser, called, size } from './browser';

const programs = {
  Chromium: { browser: 'chrome', executablePath: chromium, args: ['--no-sandbox'] },
  Firefox: { browser: 'firefox', executablePath: firefox, args: [] },
} as const;

export async function launch(name: keyof typeof programs): Promise<Browser> {
  // Firefox refuses to run as root in the home of somebody else, which a container's often is.
  const home = mkdtempSync(join(tmpdir(), 'playground-home-'));
  const browser = await puppeteer.launch({
    ...programs[name],
    args: [...programs[name].args],
    env: { ...process.env, HOME: home },
    headless: true,
    protocol: 'webDriverBiDi',
  });
  const [page = await browser.newPage()] = await browser.pages();
  await page.setViewport(size);
  let frame: Frame = page.mainFrame();
  return {
    name,
    async open(url) {
      frame = page.mainFrame();
      await page.goto(url);
    },
    async run<T>(body: string) {
      // As text, since BiDi writes an object that occurs twice only once.
      const json = await frame.evaluate(`${called(body)}.then((value) => JSON.stringify(value) ?? 'null')`);
      return JSON.parse(String(json)) as T;
    },
    click: (xpath) => frame.locator(`::-p-xpath(${xpath})`).click(),
    async enter(selector) {
      const inner = await (await frame.waitForSelector(selector))?.contentFrame();
      if (!inner) throw new Error(`${selector} is no frame.`);
      frame = inner;
    },
    close: async () => {
      await browser.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
