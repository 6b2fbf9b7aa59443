/** Which names of the newest OpenRouter catalogue are known, and that no two models are taken for one. */
import { describe, expect, it } from 'vitest';
import { recordingsAbsent, recordingsOf } from '../artifacts.fixture.ts';
import { openrouter } from '../llm/openrouter/index.ts';
import { modelId } from '../llm/openrouter/model-id.ts';
import { tokenSubject } from './direct-sellers.ts';

interface Listed {
  readonly id: string;
  readonly canonical_slug: string;
  readonly hugging_face_id: string | null;
}

const [newest] = recordingsOf(openrouter).slice(-1);
const listed: readonly Listed[] = newest === undefined ? [] : JSON.parse(new TextDecoder().decode(newest.bytes)).data;
const named = listed.map((model) => {
  const { model: id, tier, free } = modelId(model.id);
  return { ...model, tier, free, subject: tokenSubject('openrouter', id, 'openrouter') };
});
const isKnown = ({ subject }: { readonly subject: string }) => !subject.startsWith('raw:');

describe.skipIf(recordingsAbsent)('names on OpenRouter on 2026-08-22 (skipped where the recordings are absent)', () => {
  it('knows nine in ten', () => {
    expect(named).toHaveLength(421);
    expect(named.filter(isKnown).length / named.length).toBeGreaterThan(0.9);
  });

  it('keeps the rest under their own names: routers, names that move, and models of no known lab', () => {
    const unknown = named.filter((model) => !isKnown(model)).map(({ id }) => id.split('/')[0]);
    expect(new Set(unknown)).toEqual(
      new Set([
        ...['openrouter', '~anthropic', '~deepseek', '~google', '~moonshotai', '~openai', '~x-ai', '~z-ai'],
        ...['stealth', 'dots-studio', 'thedrummer', 'cognitivecomputations', 'sao10k', 'anthracite-org'],
        ...['mancer', 'undi95', 'gryphe', 'qwen'],
      ]),
    );
  });

  it('takes no two of them for one model, but for its tiers', () => {
    const series = named.filter(isKnown).map(({ subject, tier, free }) => `${subject} ${tier} ${free}`);
    expect(repeated(series)).toEqual([]);
  });

  it('takes no two weights on Hugging Face for one model', () => {
    const open = named.filter(({ hugging_face_id }) => hugging_face_id);
    const pairs = new Set(open.map(({ subject, hugging_face_id }) => `${subject} ${hugging_face_id}`));
    expect(repeated([...pairs].map((pair) => pair.split(' ')[0]))).toEqual([]);
  });

  it('finds the same model in the dated name that OpenRouter gives it, but for six that it writes in two ways', () => {
    const dated = named.filter(
      (model) =>
        isKnown(model) && /-\d{8}$/.test(model.canonical_slug) && model.tier !== 'fast' && !/-\d{8}$/.test(model.id),
    );
    const differing = dated.filter(({ canonical_slug, subject }) => {
      const [model] = tokenSubject('openrouter', canonical_slug, 'openrouter').split('@');
      return model !== subject.split('@')[0];
    });
    expect(dated.length).toBeGreaterThan(190);
    expect(differing.map(({ id }) => id).toSorted()).toEqual([
      'deepseek/deepseek-v4-flash-0731',
      'deepseek/deepseek-v4-pro-0813',
      'qwen/qwen3.5-flash-02-23',
      'qwen/qwen3.5-plus-02-15',
      'sakana/sakana-namazu',
      'z-ai/glm-4.6v',
    ]);
  });
});

const repeated = (texts: readonly (string | undefined)[]) =>
  texts.filter((text, index) => texts.indexOf(text) !== index);
