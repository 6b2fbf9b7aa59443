/** What the deployment files promise: no privileges, no open ports, no moving tags, nothing without a health check. */
import { sources, variablesOf } from '@bandgap/sources';
import { describe, expect, test } from 'vitest';
import { filesBelow, textOf } from './files.ts';

const compose = textOf('infra/compose.yaml');

/** Top-level blocks, and below `services:` the blocks of two spaces, by name. */
const blocks = (text: string, indent: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .replaceAll(/^ *#.*\n/gm, '')
      .split(new RegExp(`^${indent}(?=[\\w-]+:)`, 'm'))
      .slice(1)
      .map((block) => [block.slice(0, block.indexOf(':')), block]),
  );

const sections = blocks(compose, '');
const anchors = new Map(
  [...sections.values()].flatMap((block) => {
    const name = /^x-[\w-]+: &([\w-]+)/.exec(block)?.[1];
    return name === undefined ? [] : [[name, block]];
  }),
);

/** A block with what it refers to written out below it. */
const writtenOut = (block: string): string =>
  [block, ...[...block.matchAll(/\*([\w-]+)/g)].map(([, name = '']) => writtenOut(anchors.get(name) ?? ''))].join('\n');

const services = [...blocks(sections.get('services') ?? '', '  ')].map(
  ([name, block]) => [name, writtenOut(block)] as const,
);

test('the services are the stores, the three processes and, where asked for, Grafana', () => {
  expect(services.map(([name]) => name)).toEqual(['postgres', 'redis', 'ingest', 'worker', 'api', 'grafana']);
});

describe.each(services)('%s', (_, service) => {
  test.each([
    ['drops every capability', /^ *cap_drop: \[ALL\]$/m],
    ['gains no privileges', /^ *security_opt: \['no-new-privileges:true'\]$/m],
    ['cannot write its file system', /^ *read_only: true$/m],
    ['has a /tmp', /^ *tmpfs: \[\/tmp\b/m],
    ['says whether it is healthy', /healthcheck:(?:.*\n)+? *test: \[CMD/],
    ['comes back', /^ *restart: unless-stopped$/m],
    ['is a release, not a moving tag', /^ *image: [\w/-]+:(?!latest)[\w.-]+$/m],
  ])('%s', (_, promise) => {
    expect(service).toMatch(promise);
  });

  test('publishes on the loopback alone', () => {
    const ports = [...service.matchAll(/^ *ports: (.*)$/gm)].map(([, published]) => published);
    expect(ports.filter((published) => !/^\['127\.0\.0\.1:[^,]+'\]$/.test(published ?? ''))).toEqual([]);
  });

  test('mounts nothing of the host', () => {
    const volumes = [...service.matchAll(/^ *volumes: (.*)$/gm)].map(([, mounted]) => mounted);
    expect(volumes.filter((mounted) => !/^\['[\w-]+:\/[^,]+'\]$/.test(mounted ?? ''))).toEqual([]);
  });

  test('shares no namespace with the host and adds no capability', () => {
    expect(service).not.toMatch(/cap_add|privileged|network_mode|(?:pid|ipc|uts|userns_mode): /);
  });
});

test('the stores run as their own users, on a network without a way out', () => {
  for (const [name, service] of services.filter(([name]) => ['postgres', 'redis'].includes(name))) {
    expect(service).toMatch(new RegExp(`^ *user: ${name}$`, 'm'));
    expect(service).toMatch(/^ *networks: \[stores\]$/m);
    expect(service).not.toMatch(/ports:/);
  }
  expect(sections.get('networks')).toMatch(/^ *stores: \{ internal: true \}$/m);
});

test('no password is written down, and a missing one is asked for', () => {
  const passwords = [...compose.matchAll(/PASSWORD: (.*)|bandgap:([^@\n]*)@/g)].map(([, own, inUrl]) => own ?? inUrl);
  const [asked, ownToGrafana] = [/^\$\{POSTGRES_PASSWORD:\?[^}]+\}$/, /^\$\{(?:GRAFANA|READER)_PASSWORD:-\}$/].map(
    (form) => passwords.filter((password) => form.test(password ?? '')),
  );
  expect([passwords, asked, ownToGrafana].map((found) => found?.length)).toEqual([4, 2, 2]);
  expect(textOf('infra/.env.example')).toMatch(/^POSTGRES_PASSWORD=$/m);
  expect(textOf('infra/.gitignore')).toMatch(/^\.env$/m);
});

test('every setting of a channel reaches the worker', () => {
  const channels = [
    ...new Set(textOf('apps/cli/src/channels.ts').match(/\bBANDGAP_(?!CONTACT|PUBLIC|HOST|PORT)[A-Z_]+\b/g)),
    'BANDGAP_PUBLIC_URL',
  ];
  expect(channels.length).toBeGreaterThan(10);
  const worker = Object.fromEntries(services).worker ?? '';
  expect(channels.filter((name) => !worker.includes(`${name}:`))).toEqual([]);
});

describe('Grafana', () => {
  test('has every dashboard of the folder, and starts only where asked for', () => {
    const grafana = Object.fromEntries(services).grafana ?? '';
    expect(grafana).toMatch(/^ *profiles: \[grafana\]$/m);
    for (const path of filesBelow('infra/grafana')) {
      const [, source] =
        new RegExp(`^  ([\\w-]+): \\{ file: ${path.replace('infra/', '')} \\}$`, 'm').exec(compose) ?? [];
      expect(grafana, path).toContain(`{ source: ${source}, target: /etc/`);
    }
  });

  test('reads as the role that sees only what is published', () => {
    expect(textOf('infra/grafana/provisioning/datasources/bandgap.yaml')).toMatch(/^ *user: bandgap_reader$/m);
  });
});

test('Redis keeps its jobs', () => {
  expect(Object.fromEntries(services).redis).toMatch(/--appendonly, 'yes', --maxmemory-policy, noeviction/);
});

test('every variable of the deployment is a setting, and every setting is explained', () => {
  const named = (text: string) => new Set(text.match(/\b(?:BANDGAP_[A-Z_]+|DATABASE_URL|REDIS_URL)\b/g));
  const settings = named(textOf('apps/cli/src/settings.ts'));
  expect([...named(compose)].filter((name) => !settings.has(name))).toEqual([]);
  settings.delete('BANDGAP_HOME'); // where the embedded PostgreSQL lives, which is not deployed
  expect([...settings].filter((name) => !named(textOf('infra/.env.example')).has(name))).toEqual([]);
});

test('every key of a source can be given to a deployment', () => {
  const keys = new Set(sources.flatMap(variablesOf));
  const missingIn = (path: string) =>
    [...keys].filter((name) => !new RegExp(`^[# ]*${name}[:=]$`, 'm').test(textOf(path)));
  expect([missingIn('infra/compose.yaml'), missingIn('infra/.env.example')]).toEqual([[], []]);
});

describe('the image', () => {
  const lines = textOf('infra/Dockerfile').split('\n');
  const stages = lines.filter((line) => line.startsWith('FROM '));
  const last = lines.slice(lines.lastIndexOf(stages.at(-1) ?? ''));

  test('starts from a release and is built in stages', () => {
    expect(stages.length).toBeGreaterThan(1);
    expect(stages[0]).toMatch(/^FROM node:\d+-bookworm-slim AS base$/);
    expect(stages.slice(1).every((stage) => /^FROM base\b/.test(stage))).toBe(true);
  });

  test('holds what runs, built from the lock file', () => {
    expect(lines.some((line) => /^RUN .*npm ci /.test(line))).toBe(true);
    expect(lines.some((line) => /^RUN npm prune --omit=dev/.test(line))).toBe(true);
  });

  test('runs as a user without privileges', () => {
    expect(last.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
    expect(last).toContain('ENTRYPOINT ["node", "apps/cli/bin/bandgap.mjs"]');
  });

  test('lets in only what it names, and no secrets', () => {
    const ignored = textOf('infra/Dockerfile.dockerignore').split('\n');
    expect(ignored.find((line) => !line.startsWith('#'))).toBe('*');
    expect(ignored).toContain('**/.env');
  });
});

const units = filesBelow('infra/systemd').map((path) => [path, textOf(path)] as const);

test('there is a unit for each process', () => {
  const commands = units.map(([, unit]) => /^ExecStart=.*bandgap\.mjs (\w+)$/m.exec(unit)?.[1]);
  expect(commands.sort()).toEqual(['api', 'ingest', 'worker']);
});

describe.each(units)('%s', (_, unit) => {
  test.each([
    'DynamicUser=yes',
    'NoNewPrivileges=yes',
    'CapabilityBoundingSet=',
    'ProtectSystem=strict',
    'ProtectHome=yes',
    'PrivateTmp=yes',
    'PrivateDevices=yes',
    'RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX',
    'SystemCallFilter=@system-service',
    'EnvironmentFile=/etc/bandgap.env',
    'Restart=on-failure',
  ])('%s', (line) => {
    expect(unit.split('\n')).toContain(line);
  });
});
