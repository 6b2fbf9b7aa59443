/** A way to a server that can be cut. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export interface Link {
  /** The server's URL, by way of the link. */
  readonly url: string;
  /** Drops all connections and refuses new ones. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function linkTo(serverUrl: string): Promise<Link> {
  const target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  const through = (near: Socket) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  };
  const port = await freePort();
  let relay = await listening(createServer(through), port);
  const url = new URL(serverUrl);
  url.port = String(port);
  return {
    url: url.href,
    async cut() {
      relay.close();
      for (const socket of sockets) socket.destroy();
      if (relay.listening) await once(relay, 'close');
    },
    async mend() {
      if (!relay.listening) relay = await listening(createServer(through), port);
    },
  };
}

export async function freePort(): Promise<number> {
  const server = await listening(createServer(), 0);
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function listening(server: Server, port: number): Promise<Server> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
