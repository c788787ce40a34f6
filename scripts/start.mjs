// npm start: from a fresh clone to the page in the browser.
import { build } from './build.mjs';
import { main, Stop, say } from './run.mjs';

await main(async () => {
  await build();
  // Vite is there only now.
  const { preview } = await import('vite');
  const server = await preview({ configFile: 'web/vite.config.ts', root: 'web' }).catch((error) => {
    throw new Stop(`${error.message}. PORT=4200 npm start takes another port.`);
  });
  say(`The page is at ${server.resolvedUrls?.local[0]?.replace(/\/$/, '')}   (Ctrl+C stops it)`);
});
