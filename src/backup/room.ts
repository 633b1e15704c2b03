import type { Room } from '../room.ts';

export const backup: Room = { name: 'backup' };
