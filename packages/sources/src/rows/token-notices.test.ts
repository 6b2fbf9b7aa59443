/** Notices: aliases with where they point, and days of retirement. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recordingsAbsent, recordingsOf } from '../artifacts.fixture.ts';
import { litellm } from '../llm/litellm/index.ts';
import { openrouter } from '../llm/openrouter/index.ts';
import { portkey } from '../llm/portkey/index.ts';
import { tokenNotices } from './token-notices.ts';

describe('tokenNotices', () => {
  it('reads aliases and days of retirement of OpenRouter, but not its day for never', () => {
    expect(tokenNotices(fixtureOf(openrouter))).toEqual([
      {
        kind: 'retirement',
        subject: 'openai/gpt-4o@20240513',
        on: '2026-10-23',
        at: '/data/5/expiration_date',
      },
      {
        kind: 'alias',
        alias: 'raw:openrouter:~google/gemini-flash-latest',
        target: 'google/gemini-3-7-flash',
        at: '/data/9/alias_target/slug',
      },
    ]);
  });

  it('reads days of retirement of models that LiteLLM lists first hand', () => {
    const model = (litellm_provider: string) => ({ litellm_provider, mode: 'chat', deprecation_date: '2026-10-05' });
    const body = JSON.stringify({ 'claude-opus-4-1': model('anthropic'), 'bedrock/x': model('bedrock') });
    expect(tokenNotices(artifactOf(litellm, body))).toEqual([
      {
        kind: 'retirement',
        subject: 'anthropic/claude-opus-4-1',
        on: '2026-10-05',
        at: '/claude-opus-4-1/deprecation_date',
      },
    ]);
  });

  it('has none for other sources', () => {
    expect(tokenNotices(fixtureOf(portkey))).toEqual([]);
  });
});

describe.skipIf(recordingsAbsent)('tokenNotices on recordings (skipped where the recordings are absent)', () => {
  it('finds twelve aliases and eight retirements on OpenRouter on 2026-08-22', () => {
    const notices = recordingsOf(openrouter).slice(-1).flatMap(tokenNotices);
    expect(notices.filter(({ kind }) => kind === 'alias')).toHaveLength(12);
    expect(notices.filter(({ kind }) => kind === 'retirement')).toHaveLength(8);
  });
});
