import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { takePictures } from './pictures.ts';
import { stories } from './stories/index.ts';
import { start } from './tools.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    lanes: { type: 'string', default: '2' },
    times: { type: 'string', default: '1' },
    pictures: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const help = `npm run test:browser -- [options]

Goes through the workbench in Chromium, as a person would.

  --only <words>   only the stories whose name holds these words
  --lanes <number> how many stories at a time (default 2)
  --times <number> tells each story so often (default 1)
  --pictures       takes the pictures of docs/ instead
  --help           shows this text

CHROMIUM names the browser where it is none of the usual ones.
`;

const browserPath = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));

const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
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

/** Writes down what the page complains of, and what it loads from elsewhere. */
const listen = (page: Page, url: string, complaints: string[]): void => {
  page.on('console', (message) => {
    // The consent page is the sandbox's own.
    if (message.type() === 'error' && message.location().url.startsWith(url))
      complaints.push(`Console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(`Script: ${error.message}`));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1')
      complaints.push(`Loaded from elsewhere: ${request.url()}`);
  });
};

/** Lets scripts come later than the page: a story that does not wait for them fails each time, not once in a hundred. */
const delayScripts = (context: BrowserContext): Promise<unknown> =>
  context.route(/\/public\/\w+\.js$/, async (route) => {
    await setTimeout(200);
    await route.continue();
  });

/** Tells one story on a workbench of its own; says whether it went well. */
const tell = async (browser: Browser, name: string): Promise<boolean> => {
  const workbench = await start('--port', '0');
  const complaints: string[] = [];
  const contexts: BrowserContext[] = [];
  const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: workbench.url,
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    contexts.push(context);
    context.setDefaultTimeout(20_000);
    await delayScripts(context);
    const page = await context.newPage();
    listen(page, workbench.url, complaints);
    return page;
  };
  const began = performance.now();
  try {
    await stories[name]?.({ open, workbench });
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
    console.log(`ok      ${name} (${Math.round(performance.now() - began)} ms)`);
    return true;
  } catch (error) {
    console.log(`FAILED  ${name}\n${error instanceof Error ? error.stack : error}`);
    for (const complaint of complaints) console.log(complaint);
    for (const page of contexts.flatMap((context) => context.pages()))
      console.log(`${page.url()} shows:\n${await page.locator('body').innerText()}`);
    return false;
  } finally {
    for (const context of contexts) await context.close();
    await workbench.interrupt();
  }
};

/** Tells all stories, some at a time. */
const tellAll = async (browser: Browser, names: string[]): Promise<boolean[]> => {
  const left = [...names];
  const results: boolean[] = [];
  const lane = async (): Promise<void> => {
    for (let name = left.shift(); name; name = left.shift())
      results.push(await tell(browser, name));
  };
  await Promise.all(Array.from({ length: Number(values.lanes) }, lane));
  return results;
};

const main = async (): Promise<number> => {
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (!browserPath) {
    process.stderr.write('There is no Chromium here: apt-get install chromium, or set CHROMIUM.\n');
    return 1;
  }
  const browser = await launch(browserPath);
  try {
    if (values.pictures) {
      await takePictures(browser);
      return 0;
    }
    const began = performance.now();
    const { only = '' } = values;
    const chosen = Object.keys(stories).filter((name) => name.includes(only));
    const names = Array.from({ length: Number(values.times) }, () => chosen).flat();
    const results = await tellAll(browser, names);
    const passed = results.filter(Boolean).length;
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`${passed} passed, ${results.length - passed} failed, in ${seconds} s`);
    return passed === results.length && passed > 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
};

process.exitCode = await main();
