import { startSandbox } from '../sandbox/index.ts';
import { stations } from '../tour/stations.ts';
import { connect, pointAt, walk } from '../tour/tour.ts';
import { LocalZapier } from '../tour/zapier.ts';
test('x', async () => {
  const sandbox = await startSandbox({ contacts: 40, indexLag: 0, rateLimit: { burst: 100_000 } });
  pointAt(sandbox);
  let calls = 0;
  class L extends LocalZapier { override async call(m: string, i: any = {}, x: any = {}) { calls += 1; return super.call(m, i, x); } }
  const z = new L();
  await connect(z, sandbox, 'agency');
  const t = process.cpuUsage();
  await walk(z, sandbox, stations, () => undefined);
  const u = process.cpuUsage(t);
  console.log(calls, u.user / 1e6, u.system / 1e6);
  await sandbox.stop();
}, 120000);
