export { worldInContent as startingWorld } from '../../src/content.ts';
