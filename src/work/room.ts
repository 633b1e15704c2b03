import type { Room } from '../room.ts';

export const work: Room = { name: 'work' };
