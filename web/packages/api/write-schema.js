import { writeFile } from 'node:fs/promises';
import { schemaOf } from './generate.js';

const schema = await schemaOf(new URL('openapi.json', import.meta.url));
await writeFile(new URL('src/schema.ts', import.meta.url), schema);
