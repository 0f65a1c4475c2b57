import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { stories } from './stories.ts';
import { at, picturePath, start } from './tools.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    picture: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const help = `npm run test:browser -- [options]

Goes through the workbench in Chromium, as a person would.

  --only <words>   only the stories whose name holds these words
  --picture        also takes the picture of the README anew (docs/workbench.png); it is taken anyway where it is missing
  --help           shows this text

CHROMIUM names the browser where it is none of the usual ones.
`;

const browserPath = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));

const main = async (): Promise<number> => {
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (!browserPath) {
    process.stderr.write('There is no Chromium here: apt-get install chromium, or set CHROMIUM.\n');
    return 1;
  }
  await mkdir(at('../../docs'), { recursive: true });
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  let passed = 0;
  let failed = 0;
  for (const [name, story] of Object.entries(stories)) {
    if (values.only && !name.includes(values.only)) continue;
    const workbench = await start('--port', '0');
    const complaints: string[] = [];
    const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
      const context = await browser.newContext({
        baseURL: workbench.url,
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      page.on('console', (message) => {
        // The consent page is the sandbox's own.
        if (message.type() === 'error' && message.location().url.startsWith(workbench.url))
          complaints.push(`Console: ${message.text()} ${message.location().url}`);
      });
      page.on('pageerror', (error) => complaints.push(`Script: ${error.message}`));
      page.on('request', (request) => {
        const { hostname, protocol } = new URL(request.url());
        if (protocol !== 'data:' && hostname !== '127.0.0.1')
          complaints.push(`Loaded from elsewhere: ${request.url()}`);
      });
      return page;
    };
    const began = performance.now();
    try {
      const wantsPicture = values.picture || !existsSync(picturePath);
      await story({ open, workbench, ...(wantsPicture ? { picture: picturePath } : {}) });
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
      passed += 1;
      console.log(`ok      ${name} (${Math.round(performance.now() - began)} ms)`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${name}\n${error instanceof Error ? error.message : error}`);
      for (const complaint of complaints) console.log(complaint);
    } finally {
      for (const context of browser.contexts()) await context.close();
      await workbench.interrupt();
    }
  }
  await browser.close();
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
};

process.exitCode = await main();
