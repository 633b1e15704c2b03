import type { Room } from '../room.ts';

export const consents: Room = { name: 'consents', speaks: true, owns: ['consents', 'wordings'] };
