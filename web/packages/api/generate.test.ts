// @vitest-environment node
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { maxLengthsOf, schemaOf } from './generate.js';

test('the committed schema is the one that openapi.json gives', async () => {
  const committed = await readFile(new URL('src/schema.ts', import.meta.url), 'utf8');
  const fresh = await schemaOf(new URL('openapi.json', import.meta.url));
  expect(committed, 'stale: run `cargo xtask openapi`').toBe(fresh);
});

test('the committed lengths are those that openapi.json gives', async () => {
  const committed = await readFile(new URL('src/max-lengths.ts', import.meta.url), 'utf8');
  const fresh = await maxLengthsOf(new URL('openapi.json', import.meta.url));
  expect(committed, 'stale: run `cargo xtask openapi`').toBe(fresh);
  expect(committed).toMatch(/ {2}Cancellation: \{\n {4}reason: \d+,\n/);
});

test('amounts are branded, counts are not', async () => {
  const properties = {
    balance_fen: { type: 'integer', format: 'int64' },
    monthly_fen: { type: ['integer', 'null'] },
    people: { type: 'integer' },
  };
  const document = {
    openapi: '3.1.0',
    info: { title: 'one account', version: '1' },
    paths: {},
    components: { schemas: { Account: { type: 'object', properties } } },
  };
  const file = join(await mkdtemp(join(tmpdir(), 'anju-schema-')), 'openapi.json');
  await writeFile(file, JSON.stringify(document));
  const schema = await schemaOf(pathToFileURL(file));
  expect(schema).toContain('balance_fen?: Fen;');
  expect(schema).toContain('monthly_fen?: Fen | null;');
  expect(schema).toContain('people?: number;');
});
