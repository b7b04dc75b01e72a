import { writeFile } from 'node:fs/promises';
import { maxLengthsOf, schemaOf } from './generate.js';

const document = new URL('openapi.json', import.meta.url);
await writeFile(new URL('src/schema.ts', import.meta.url), await schemaOf(document));
await writeFile(new URL('src/max-lengths.ts', import.meta.url), await maxLengthsOf(document));
