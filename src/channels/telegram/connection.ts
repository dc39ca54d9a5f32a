import type { Agent } from 'node:http';
import type net from 'node:net';
import type { Duplex } from 'node:stream';

/** The code of every failure that came before the connection stood: nothing was sent. */
export const NOT_CONNECTED = 'NOT_CONNECTED';

/** An idle connection is given up before the far side may drop it, so that no request meets a dead one. */
const IDLE_MS = 15_000;

/**
 * An agent that gives up connecting after `connectMs`, and marks failures of that stage. Where
 * Telegram is blocked, connecting hangs or is reset; a plain time limit could not tell that from
 * a request that was written and perhaps obeyed.
 */
export function createAgent(apiRoot: string, connectMs: number): Agent {
  const isSecure = apiRoot.startsWith('https:');
  // An import of it would load all that it offers, a second HTTP client among it.
  const library = process.getBuiltinModule(isSecure ? 'node:https' : 'node:http');
  const agent = new library.Agent({ keepAlive: true, timeout: IDLE_MS });
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const socket = connect(options, callback);
    if (socket) watchConnecting(socket, isSecure ? 'secureConnect' : 'connect', connectMs);
    return socket;
  };
  return agent;
}

function watchConnecting(socket: Duplex | net.Socket, readyEvent: string, connectMs: number): void {
  const timer = setTimeout(() => socket.destroy(new Error('connecting took too long')), connectMs);
  const mark = (error: Error) => {
    clearTimeout(timer);
    Object.assign(error, { code: NOT_CONNECTED });
  };
  socket.prependOnceListener('error', mark);
  socket.once(readyEvent, () => {
    clearTimeout(timer);
    socket.off('error', mark);
  });
  socket.once('close', () => clearTimeout(timer));
}
