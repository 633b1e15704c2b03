import { createServer } from 'node:http';

/** A server with nothing around it, for comparison. Arguments: status, headers as a flat JSON list, body in base64. Prints its port. */
const status = Number(process.argv[2]);
const list = JSON.parse(process.argv[3] ?? '[]') as string[];
// As an object, which node:http writes fastest.
const headers = Object.fromEntries(list.flatMap((name, at) => (at % 2 === 0 ? [[name, list[at + 1]]] : [])));
const body = Buffer.from(process.argv[4] ?? '', 'base64');

const server = createServer((_request, response) => {
  response.writeHead(status, headers);
  response.end(body);
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as { port: number }).port));
