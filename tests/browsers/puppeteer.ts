// Chromium and Firefox, both over WebDriver BiDi.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Frame } from 'puppeteer-core';
import { chromium, firefox } from '../../scripts/setup.mjs';
import { type Browser, called, size } from './browser';

const programs = {
  Chromium: { browser: 'chrome', executablePath: chromium, args: ['--no-sandbox'] },
  Firefox: { browser: 'firefox', executablePath: firefox, args: [] },
} as const;

/**
 * What a reader chooses in the settings of each: pages inside a page of another site have no storage at all. Newer Chromium
 * would give them one for each site around them, unless told otherwise.
 */
function strict(home: string) {
  const profile = join(home, 'profile');
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const preferences = { profile: { block_third_party_cookies: true, cookie_controls_mode: 1 } };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  return {
    Chromium: { userDataDir: profile, args: ['--disable-features=ThirdPartyStoragePartitioning'] },
    Firefox: { args: [], extraPrefsFirefox: { 'network.cookie.cookieBehavior': 1 } },
  };
}

export async function launch(
  name: keyof typeof programs,
  keeps: 'anything' | 'nothing from other sites' = 'anything',
): Promise<Browser> {
  // Firefox refuses to run as root in the home of somebody else, which a container's often is.
  const home = mkdtempSync(join(tmpdir(), 'playground-home-'));
  const set = keeps === 'anything' ? undefined : strict(home)[name];
  const browser = await puppeteer.launch({
    ...programs[name],
    ...set,
    args: [...programs[name].args, ...(set?.args ?? [])],
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
