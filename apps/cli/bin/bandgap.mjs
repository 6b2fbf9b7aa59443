#!/usr/bin/env node
/** The `bandgap` command. In a checkout that has not been built yet it builds it first. */
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (!existsSync(main)) await import('../../../scripts/ensure-ready.mjs');
await import(main.href);
