import autocannon from 'autocannon';

/** One of several generators. Argument: the load, as JSON, with its share of the connections. Prints what it counted, as JSON. */
const { url, headers, body, seconds, connections } = JSON.parse(process.argv[2] ?? '');

let count = 0;
const byte = () => 1 + Math.floor(Math.random() * 250);
const filled = (text: string) =>
  text
    .replaceAll('{unique}', () => `${process.pid}.${Date.now().toString(36)}.${++count}`)
    .replaceAll('{network}', () => `10.${byte()}.${byte()}.${byte()}`);

const fresh = (request: autocannon.Request): autocannon.Request => ({
  ...request,
  headers: Object.fromEntries(Object.entries(headers as Record<string, string>).map(([k, v]) => [k, filled(v)])),
  ...(body === undefined ? {} : { body: filled(body) }),
});

const before = process.cpuUsage();
const result = await autocannon({
  url,
  connections,
  duration: seconds,
  timeout: 20,
  requests: [{ method: body === undefined ? 'GET' : 'POST', headers, setupRequest: fresh }],
});
const { user, system } = process.cpuUsage(before);
const refused = result['4xx'] + result['5xx'];
console.log(
  JSON.stringify({
    answered: result['2xx'] + result['3xx'],
    failed: result.errors + result.timeouts + refused,
    seconds: result.duration,
    cpu: (user + system) / 1e6,
  }),
);
