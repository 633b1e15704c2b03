import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';

/** Requests that wait behind others on their connections, in this process; each takes some 2 kB. */
const MOST_WAITING = 10_000;

/**
 * Answers the requests of one connection one after the other, each when the one before has left. node:http would begin all that it
 * reads, up to thousands that somebody sends without waiting (pipelining, RFC 9112 section 9.3.2); so little is read of such a
 * connection until its turn has come. Where too much waits in all, the connection that sent it is closed: its client asks again.
 */
export function withoutPipelining(answer: RequestListener, most = MOST_WAITING): RequestListener {
  const waitingOn = new WeakMap<Socket, number>();
  let waiting = 0;

  function count(socket: Socket, change: 1 | -1): void {
    const now = (waitingOn.get(socket) ?? 0) + change;
    waitingOn.set(socket, now);
    waiting += change;
    if (now === 0) socket.resume();
  }

  function watch(socket: Socket): void {
    if (waitingOn.has(socket)) return;
    // node:http resumes a connection after each answer.
    socket.on('resume', () => waitingOn.get(socket) && socket.pause());
    socket.once('close', () => {
      waiting -= waitingOn.get(socket) ?? 0;
      waitingOn.set(socket, 0);
    });
  }

  return (request, response) => {
    // A response has no connection before those ahead of it are finished; then it is told by `socket`.
    if (response.socket) return answer(request, response);
    const { socket } = request;
    if (waiting >= most || socket.destroyed) return void socket.destroy();
    watch(socket);
    count(socket, 1);
    socket.pause();
    response.once('socket', () => {
      count(socket, -1);
      process.nextTick(answer, request, response);
    });
  };
}
