/**
 * zapier-platform-core as `npm run package` packs it, in two files instead of 340: jest finds, reads and runs each file of
 * a package again for each test file. The tour runs on core as it is installed.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { leanCore } from '../../scripts/leanCore.ts';

const folder = resolve('node_modules', '.cache', 'highlevel-for-zapier');

/**
 * In place of Node's domains, in which core runs each call: with them Node follows every promise of the process, a fifth
 * of what the tests take. The tour and the tests on the packed core run with the true ones.
 */
const domains = '({ create: () => ({ on() {}, run: (call) => call() }) })';

/** core clears each log of secrets, a tenth of what the tests take, even if nobody reads it; here only if somebody does. */
const log = 'sendLog=async(logStreamFactory,options,event,message,data)=>{';
const unread =
  'if(!event.logToStdout&&!event.customLogger&&!options.token&&data?.log_type==="http")return;';

/** jest's globalSetup: makes the files once per run, before any test asks for them. */
export default async (): Promise<void> => {
  const files = await leanCore(resolve('node_modules', 'zapier-platform-core'));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    // Another run may read the file at this moment.
    const fresh = join(folder, `${process.pid}.${name}`);
    writeFileSync(fresh, text.replace('require("domain")', domains).replace(log, log + unread));
    renameSync(fresh, join(folder, name));
  }
};
