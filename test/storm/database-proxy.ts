import { once } from 'node:events';
import net from 'node:net';

/** A door in front of the database server, which itself is never touched. */
export interface DatabaseProxy {
  readonly port: number;
  /** Breaks every connection; new ones are let in. */
  cut(): void;
  /** Breaks every connection and takes none until `open`. */
  shut(): Promise<void>;
  open(): Promise<void>;
  /** Every packet towards the server waits so long; 0 for none. */
  delay(ms: number): void;
  close(): Promise<void>;
}

/** Listens on loopback and hands everything on to the server at `address`. */
export async function openDatabaseProxy(address: net.NetConnectOpts): Promise<DatabaseProxy> {
  const open = new Set<net.Socket>();
  let delayMs = 0;
  const server = net.createServer((client) => {
    const upstream = net.connect(address);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (bytes) => {
      if (delayMs === 0) upstream.write(bytes);
      else setTimeout(() => upstream.destroyed || upstream.write(bytes), delayMs);
    });
    upstream.pipe(client);
  });
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
  };
  const cut = () => {
    for (const socket of open) {
      // A socket file knows no reset.
      if (socket.remoteAddress === undefined) socket.destroy();
      else socket.resetAndDestroy();
    }
  };
  const shut = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    cut();
    await closed;
  };
  await listen(0);
  const bound = server.address();
  const own = bound !== null && typeof bound === 'object' ? bound.port : 0;
  return {
    port: own,
    cut,
    shut,
    open: async () => {
      if (!server.listening) await listen(own);
    },
    delay: (ms) => {
      delayMs = ms;
    },
    close: shut,
  };
}
