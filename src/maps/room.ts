import type { Room } from '../room.ts';

export const maps: Room = { name: 'maps', styles: ['map.css'] };
