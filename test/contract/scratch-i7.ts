import { runAll } from './run.ts';
import { carried, check, documented, loadDocuments, routeOf } from './documents.ts';
import { exceptions, machinery, unreachable } from './exceptions.ts';
import { creates } from '../../creates/index.ts';
import { routesOf } from '../../lib/operation.ts';
import { searches } from '../../searches/index.ts';
import { triggers } from '../../triggers/index.ts';
import { writeFileSync } from 'node:fs';
const all = [triggers, creates, searches].flatMap((catalog) => Object.values(catalog).flat());
const t=performance.now();
const runs = [...(await runAll('sub-account')), ...(await runAll('agency'))];
console.log(runs.length, 'runs ms', performance.now()-t);
await loadDocuments();
console.log('docs ms', performance.now()-t);
writeFileSync('/tmp/i7/runs.json', JSON.stringify(runs,null,1));
for (const r of runs) if (r.error) console.log('FAIL', r.key, r.form, r.account, r.error);
const findings = new Map<string, string>(); const used=new Set();
for (const { key, exchanges, form } of runs) for (const exchange of exchanges.filter(({ status, path }) => status < 400 && !path.startsWith('/oauth/'))) for (const finding of check(exchange)) {
  const excused = exceptions.filter(({ route, side, what }) => side === finding.side && (typeof route === 'string' ? route === finding.route : route.test(finding.route)) && finding.what.includes(what));
  for (const one of excused) used.add(one);
  const line = `${finding.route} ${finding.side}: ${finding.what}`;
  if (!excused.length && !findings.has(line)) findings.set(line, key+' '+form);
}
for (const [l,k] of [...findings].sort()) console.log('FIND', l, `[${k}]`);
for (const e of exceptions) if(!used.has(e)) console.log('IDLE', e.route, e.what);
const missing = all.filter(({ display }) => !display.hidden).flatMap((operation) => {
  const exchanges = runs.filter(({ key }) => key === operation.key).flatMap((run) => run.exchanges);
  const reached = new Set(exchanges.flatMap(carried));
  const routes = new Set(exchanges.map(routeOf));
  const [main = ''] = routesOf(operation.operation);
  const wanted = documented(main.replace(/\?.*/, ''));
  if (!routes.has(main.replace(/\?.*/, ''))) return [`${operation.key}: ROUTE NOT CALLED ${main}`];
  const excused = unreachable[operation.key] ?? {};
  return [
    ...wanted.filter((name) => !reached.has(name) && !(name in excused) && !(name in machinery)).map((name) => `${operation.key}: ${name}`),
    ...Object.keys(excused).filter((name) => reached.has(name) || !wanted.includes(name)).map((n) => `${operation.key}: ${n} IDLE`),
  ];
});
for (const m of missing) console.log('MISS', m);
for (const op of all.filter(o=>!o.display.hidden)) if(!runs.some(r=>r.key===op.key)) console.log('NORUN', op.key);
console.log('all ms', performance.now()-t);
process.exit(0);
