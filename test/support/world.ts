export { worldInContent as startingWorld } from '../../src/world-in-content.ts';
