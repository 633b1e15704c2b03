import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CONNECTIONS, type Counted, type Generator, PLACES } from './generator.ts';

const run = promisify(execFile);

/** Half of the cores at most: the other half serves. */
const THREADS = Math.max(1, Math.floor(availableParallelism() / 2));

/** Whether Debian's `wrk`, or another, is installed. */
export function hasWrk(): boolean {
  return spawnSync('wrk', ['-v'], { stdio: 'ignore' }).error === undefined;
}

/** Sends with wrk: a generator in C that costs little of the machine it shares with what it measures. */
export const wrk: Generator = async (load) => {
  const folder = await mkdtemp(join(tmpdir(), 'common-bonds-wrk-'));
  const script = join(folder, 'load.lua');
  try {
    await writeFile(script, luaFor(load));
    const limits = ['-t', `${THREADS}`, '-c', `${CONNECTIONS}`, '-d', `${load.seconds}s`, '--timeout', '20s'];
    const { stdout } = await run('wrk', [...limits, '-s', script, load.url]);
    return JSON.parse(stdout.slice(stdout.lastIndexOf('{'))) as Counted;
  } finally {
    await rm(folder, { recursive: true });
  }
};

const helpers = `
local thread_count = 0
function setup(thread) thread_count = thread_count + 1; thread:set("id", thread_count) end
local count = 0
local function unique() count = count + 1; return RUN .. "." .. id .. "." .. count end
local function byte() return math.random(250) end
local function network() return "10." .. byte() .. "." .. byte() .. "." .. byte() end
function init() math.randomseed(id) end
function done(summary)
  local e = summary.errors
  local failed = e.connect + e.read + e.write + e.timeout + e.status
  local form = '{"answered":%d,"failed":%d,"seconds":%f,"cpu":%f}'
  io.write(string.format(form, summary.requests - e.status, failed, summary.duration / 1e6, os.clock()))
end
`;

/** The same request for each, made once where nothing in it differs. */
function luaFor({ headers, body }: Parameters<Generator>[0]): string {
  const table = `{ ${Object.entries(headers)
    .map(([name, value]) => `["${name}"] = ${luaText(value)}`)
    .join(', ')} }`;
  const run = `local RUN = "${Date.now().toString(36)}"`;
  const method = body === undefined ? 'GET' : 'POST';
  const changes = [body ?? '', ...Object.values(headers)].some((text) => PLACES.test(text));
  if (!changes) return `${run}${helpers}wrk.method = "${method}"; wrk.headers = ${table}; wrk.body = ${luaBody(body)}`;
  return `${run}${helpers}function request() return wrk.format("${method}", nil, ${table}, ${luaBody(body)}) end`;
}

const luaBody = (body: string | undefined) => (body === undefined ? 'nil' : luaText(body));

function luaText(text: string): string {
  return text
    .split(PLACES)
    .map((part) => (PLACES.test(part) ? `${part.slice(1, -1)}()` : `[==[${part}]==]`))
    .join(' .. ');
}
