import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeSettings } from '../server/config';
import { root } from './builds';

// The table of settings is in server/config.ts; this file is its readable copy, and a test holds them together.
writeFileSync(join(root, '.env.example'), describeSettings());
