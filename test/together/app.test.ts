import { resolve } from 'node:path';
import { together } from '../support/together.ts';

together(resolve('test'), { recursive: false });
