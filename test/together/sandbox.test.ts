import { resolve } from 'node:path';
import { together } from '../support/together.ts';
import { withoutNock } from '../support/withoutNock.ts';

withoutNock();
together(resolve('test', 'sandbox'));
