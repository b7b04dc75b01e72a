export { api, call, clientAt, newIdempotencyKey, rememberCsrfToken } from './client';
export { type Fen, fen } from './fen';
export { type Finding, Problem, problemOf } from './problem';
export type { components } from './schema';
export { upload } from './upload';
export type * from './wire';

import type { components } from './schema';

/** A body of the API by its name: `Wire<'Session'>`. */
export type Wire<Name extends keyof components['schemas']> = components['schemas'][Name];
