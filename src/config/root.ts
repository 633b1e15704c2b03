import { resolve } from 'node:path';

/** The project's folder: where content/ and the migrations are read from. */
export const root = resolve(process.env.CB_ROOT ?? process.cwd());
