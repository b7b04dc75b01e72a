import { readFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const HEADER = '// Generated from openapi.json by `npm run generate`; not edited by hand.\n';
const IMPORT = "import type { Fen } from './fen';\n";

const FEN = ts.factory.createTypeReferenceNode('Fen');
const NULL = ts.factory.createLiteralTypeNode(ts.factory.createNull());

/**
 * The TypeScript schema of an OpenAPI document. Every integer whose name ends in `_fen` becomes
 * the branded `Fen`, so that no page can show or add it as a plain number.
 *
 * @param {URL} document the openapi.json
 * @returns {Promise<string>}
 */
export async function schemaOf(document) {
  const source = await readFile(document, 'utf8');
  const nodes = await openapiTS(source, {
    transform(schema, { path }) {
      if (!path?.endsWith('_fen') || !('type' in schema)) return undefined;
      const types = [schema.type].flat();
      if (!types.includes('integer')) return undefined;
      return types.includes('null') ? ts.factory.createUnionTypeNode([FEN, NULL]) : FEN;
    },
  });
  const text = astToString(nodes);
  return `${HEADER}${/\bFen\b/.test(text) ? IMPORT : ''}\n${text}`;
}

/**
 * The longest texts that the server takes, by the body and the field, as a TypeScript constant:
 * the inputs of forms take theirs from it.
 *
 * @param {URL} document the openapi.json
 * @returns {Promise<string>}
 */
export async function maxLengthsOf(document) {
  const { components } = JSON.parse(await readFile(document, 'utf8'));
  const bodies = Object.entries(components.schemas).flatMap(([body, { properties = {} }]) => {
    const fields = Object.entries(properties)
      .filter(([, field]) => field.maxLength !== undefined)
      .map(([field, { maxLength }]) => `    ${field}: ${maxLength},\n`);
    return fields.length === 0 ? [] : [`  ${body}: {\n${fields.join('')}  },\n`];
  });
  const doc = '/** The longest texts that the server takes, in characters. */\n';
  return `${HEADER}\n${doc}export const maxLengths = {\n${bodies.join('')}} as const;\n`;
}
