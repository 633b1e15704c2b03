import { expect, it } from 'vitest';
import { reachableAddress } from './public-address.ts';

it.each([
  'https://bonds.example',
  'http://203.0.113.7:8080',
  'https://[2001:db8::1]',
  'https://www.bonds.example/here',
])('%s is an address that others can reach', (address) => expect(reachableAddress(address)).toBe(address));

it.each([
  'http://localhost:3000',
  'http://LOCALHOST',
  'http://bonds.localhost:3000',
  'http://127.0.0.1:3000',
  'http://127.1',
  'http://[::1]:3000',
  'http://0.0.0.0:80',
  'http://192.168.1.20',
  'http://10.0.0.4',
  'http://172.20.0.2:3000',
  'http://[fd00::2]',
  'http://server',
  'http://server.local',
  'http://localhost.',
])('%s is none', (address) => expect(reachableAddress(address)).toBeUndefined());
