import { join, resolve } from 'node:path';

/** The project's folder: where content/ and the migrations are read from. */
export const root = resolve(process.env.CB_ROOT ?? process.cwd());

/** Where what was built lies. */
export const dist = resolve(process.env.CB_DIST ?? join(root, 'dist'));
