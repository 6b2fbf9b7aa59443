/** What a workload pays for a million tokens: boxes for how it mixes the meters, and the answer beside them. */
import { blendScenarios } from '@bandgap/catalog';
import { usd } from '@bandgap/charts';
import { blendedPrice } from '@bandgap/models';
import type { TokenBlend, TokenModel } from '@bandgap/views';
import { Head, Price, Table } from './parts.tsx';
import { headlineMix, type Mix, type MixBox, mixBoxes, mixOf, mixQuery, sharesOf } from './token-mix.ts';
import { priceOf } from './token-words.ts';

interface Properties {
  readonly listPrice: TokenModel;
  readonly address: string;
  readonly mix: Mix;
}

export const BlendCalculator = ({ listPrice, address, mix }: Properties) => (
  <>
    <h2>What a workload pays</h2>
    <div class="workbench">
      <form action={address} method="get" class="levers" data-live="answers" aria-label="Workload">
        {mixBoxes.map((box) => (
          <MixLever box={box} value={mix[box.name]} />
        ))}
        <p class="buttons">
          <button type="submit">Work out</button>
          <a href={address}>Back to the headline workload</a>
        </p>
      </form>
      <div id="answers">
        <Answer listPrice={listPrice} mix={mix} />
        <Workloads blends={listPrice.blends} address={address} />
      </div>
    </div>
  </>
);

const MixLever = ({ box, value }: { readonly box: MixBox; readonly value: number }) => {
  const { name, label, unit, min, max, step } = box;
  const usual = headlineMix[name];
  return (
    <div class={value === usual ? 'lever' : 'lever moved'}>
      <label for={`mix-${name}`}>{label}</label>
      <span class="box">
        <input
          id={`mix-${name}`}
          name={name}
          type="number"
          inputmode="decimal"
          min={min}
          max={max}
          step="any"
          value={String(value)}
          data-initial={String(usual)}
          data-step={String(step)}
        />{' '}
        <span class="unit">{unit}</span>
      </span>
    </div>
  );
};

const Answer = ({ listPrice: { meters }, mix }: Pick<Properties, 'listPrice' | 'mix'>) => {
  const [inputPrice, outputPrice] = [priceOf(meters.input), priceOf(meters.output)];
  if (inputPrice === undefined || outputPrice === undefined)
    return <p>It takes a price for input and one for output; one of them nobody quotes.</p>;
  const blend = blendedPrice(
    {
      inputPrice,
      outputPrice,
      cacheReadPrice: priceOf(meters.cache_read),
      cacheWritePrice: priceOf(meters.cache_write_5m),
      cacheWrite1hPrice: priceOf(meters.cache_write_1h),
      ...sharesOf(mix),
    },
    mix.cached / 100,
  );
  const parts = [
    ['Blended price', blend.blendedPerMTok],
    ['of it cached input', blend.cacheReadPart],
    ['input not cached', blend.cacheMissPart],
    ['output', blend.outputPart],
  ] as const;
  return (
    <section class="readout" data-first aria-label="Blended price">
      <dl>
        {parts.map(([label, value], index) => (
          <div>
            <dt>{label}</dt>
            <dd class="value" {...(index === 0 ? { 'data-spoken': true } : {})}>
              {usd(value)} <span class="unit">USD/MTok</span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="aside">
        All tokens count, the cached ones too.{' '}
        {meters.cache_read === undefined ? 'Nobody quotes a price for cache reads; they cost as input does.' : ''}
      </p>
    </section>
  );
};

const Workloads = ({ blends, address }: { readonly blends: readonly TokenBlend[]; readonly address: string }) => (
  <Table label="Workloads that are followed">
    <Head columns={['workload', '#USD/MTok', 'price', '']} />
    <tbody>
      {blends.map(({ scenario, label, blendedPerMTok, status, receipt }) => {
        const known = blendScenarios.find(({ id }) => id === scenario);
        const query = known === undefined ? '' : mixQuery(mixOf(known));
        return (
          <tr>
            <th scope="row">{label}</th>
            <td class="number">
              <Price value={blendedPerMTok} receipt={receipt} />
            </td>
            <td>{status}</td>
            <td>
              <a href={query === '' ? address : `${address}?${query}`}>into the boxes</a>
            </td>
          </tr>
        );
      })}
    </tbody>
  </Table>
);
