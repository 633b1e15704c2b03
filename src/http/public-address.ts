import { BlockList, isIP } from 'node:net';

/** Networks of one machine, one link or one organisation (RFC 1122, 1918, 3927, 4193, 4291). */
const local = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  local.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  local.addSubnet(network, prefix, 'ipv6');

/** The site's address as others can reach it. @returns undefined for one of this machine or this network alone */
export function reachableAddress(publicUrl: string): string | undefined {
  const host = new URL(publicUrl).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  return isLocal(host) ? undefined : publicUrl;
}

/** By address, or by a name without a dot or reserved for such networks (RFC 6761, 6762, 8375). */
function isLocal(host: string): boolean {
  const version = isIP(host);
  if (version > 0) return local.check(host, version === 4 ? 'ipv4' : 'ipv6');
  return !host.includes('.') || /\.(?:localhost|local|internal|home\.arpa)$/.test(host);
}
