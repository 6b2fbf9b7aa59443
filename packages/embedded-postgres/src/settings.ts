/** How the server is set up. Everything not named here is PostgreSQL's own default, fsync among it. */

export type ServerSettings = Readonly<Record<string, string | number>>;

/** For one machine: local connections only, no replication, all times in UTC. */
export const localSettings: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  shared_buffers: '128MB',
  wal_level: 'minimal',
  max_wal_senders: 0,
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** For data that are thrown away with the server: nothing survives a power cut. */
export const throwawaySettings: ServerSettings = {
  ...localSettings,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

export const configurationText = (settings: ServerSettings): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join('');
