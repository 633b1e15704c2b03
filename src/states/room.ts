import type { Room } from '../room.ts';

export const states: Room = { name: 'states', speaks: true, owns: ['states'], lends: { states: ['iso3'] } };
