/**
 * `npm run check:catalog`: packs the app with the operations of the catalog alone, and looks whether the package has
 * exactly these, and asks for exactly their scopes, without any variable that says so.
 */
import { deepStrictEqual } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import AdmZip from 'adm-zip';
import { catalogKeys } from '../catalog.ts';
import { catalogScopes } from './scopesSection.ts';
import { root } from './stage.ts';

interface Definition {
  authentication: { oauth2Config: { scope: string } };
  triggers: Record<string, { display: { hidden?: boolean } }>;
  creates: Definition['triggers'];
  searches: Definition['triggers'];
}

const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('HIGHLEVEL_')),
);
execFileSync('npm', ['run', '--silent', 'package', '--', '--only', 'catalog', '--with', 'none'], {
  cwd: root,
  env,
  stdio: ['ignore', 'ignore', 'inherit'],
});
const file = new AdmZip(join(root, 'build', 'build.zip')).readAsText('definition.json');
const { authentication, triggers, creates, searches } = JSON.parse(file) as Definition;
const visible = [triggers, creates, searches].flatMap((operations) =>
  Object.keys(operations).filter((key) => !operations[key]?.display.hidden),
);
deepStrictEqual(visible.sort(), [...catalogKeys].sort());
deepStrictEqual(authentication.oauth2Config.scope.split(' '), catalogScopes);
console.log(
  `The package has the ${visible.length} operations of the catalog and asks for ${catalogScopes.length} scopes.`,
);
