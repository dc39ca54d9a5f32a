import net from 'node:net';

/**
 * Tests talk to this machine only: any connection past loopback throws with the host's name.
 * Unix sockets carry a path and no host, so they pass.
 */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]) {
  const [first] = args.flat();
  const host = typeof first === 'object' && first !== null && 'host' in first ? first.host : null;
  if (typeof host === 'string' && !LOOPBACK.has(host) && !host.startsWith('/')) {
    throw new Error(`A test tried to reach ${host}: tests stay on this machine.`);
  }
  return Reflect.apply(connect, this, args) as net.Socket;
} as typeof connect;
