// `node --import` this: counts the files of the current folder that Node loads, and prints the number in the end.
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const folder = `${pathToFileURL(process.cwd()).href}/`;
const files = new Set();
registerHooks({
  load: (url, context, next) => {
    if (url.startsWith(folder)) files.add(url);
    return next(url, context);
  },
});
process.once('exit', () => console.log(files.size));
