export { api, call, clientAt, newIdempotencyKey, rememberCsrfToken } from './client';
export { download, type Query, type Saved } from './download';
export { follow } from './events';
export { type Fen, fen } from './fen';
export { maxLengths } from './max-lengths';
export { type Finding, Problem, problemOf, type See } from './problem';
export type { components, paths } from './schema';
export { upload } from './upload';
export type * from './wire';
