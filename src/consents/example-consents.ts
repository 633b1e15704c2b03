export { ageExampleConsents } from './example-queries.ts';
