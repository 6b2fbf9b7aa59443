/** A receipt: what was computed, from which inputs, down to the bytes each was read from. */
import type { Receipt, ReceiptLine, Verification } from '@bandgap/receipts';
import type { Page } from '../serve/page.tsx';
import { Cited, Day, FilledIn, Minute, Restricted, shortReceipt } from './parts.tsx';
import { Verdict } from './verdict.tsx';

export const receiptPage: Page<Receipt> = {
  path: '/receipt/:id',
  load: (readers, { id = '' }) => readers.receipt(id),
  view: (receipt) => ({
    title: `Receipt ${shortReceipt(receipt.run.receipt)}`,
    body: <ReceiptBody receipt={receipt} />,
  }),
  missing: 'There is no such receipt.',
};

interface BodyProperties {
  readonly receipt: Receipt;
  /** What was found when it was computed again just now. */
  readonly verification?: Verification;
}

export const ReceiptBody = ({ receipt: { run, lines }, verification }: BodyProperties) => (
  <>
    <h1>{verification === undefined ? 'Receipt' : 'Receipt, recomputed'}</h1>
    <p class="hash">
      <code>{run.receipt}</code>
    </p>
    <dl>
      <dt>Computed</dt>
      <dd>
        {run.model}, version {run.version}, of {run.subject}
      </dd>
      <dt>As of</dt>
      <dd>
        <Minute at={run.asOf} />, knowing everything recorded until <Minute at={run.knownAt} />
        {run.revision === 1 ? '' : `, revision ${run.revision}`}
      </dd>
      <dt>Check it</dt>
      <dd>
        <a href={`/verify/${shortReceipt(run.receipt)}`}>Recompute now</a> from the stored bytes, with no network; or{' '}
        <code>bandgap verify {shortReceipt(run.receipt)}</code> where the database is.
      </dd>
    </dl>
    {verification === undefined ? null : <Verdict {...verification} />}
    <h2>Inputs</h2>
    <ol class="tree">
      {lines.map((line, position) => (
        <li id={`input-${position}`}>
          <Line line={line} />
        </li>
      ))}
    </ol>
    <h2>Output</h2>
    <pre tabindex={0}>{JSON.stringify(run.output, null, 2)}</pre>
  </>
);

const Line = ({ line }: { readonly line: ReceiptLine }) => {
  switch (line.kind) {
    case 'observation':
      return <Observed {...line} />;
    case 'assumption':
      return <Assumed {...line} />;
    case 'run':
      return (
        <p>
          {line.input.role}: the result of receipt{' '}
          <a href={`/receipt/${shortReceipt(line.input.receipt)}`}>
            <code>{shortReceipt(line.input.receipt)}</code>
          </a>
        </p>
      );
  }
};

type Kind<K extends ReceiptLine['kind']> = Extract<ReceiptLine, { kind: K }>;

const Observed = ({ input, document, licence, publishable }: Kind<'observation'>) => (
  <>
    <p>
      <strong>
        {input.value} {input.series.unit}
      </strong>{' '}
      {input.series.subject} {input.series.metric} at {input.series.venue}, true since <Day at={input.observedAt} />,
      last seen <Day at={input.seenAt} /> ({input.role}) <Restricted publishable={publishable} />
    </p>
    <ul class="origin">
      <li>
        read at <code>{document.at}</code> by parser {document.sourceId} version {document.parserVersion}
      </li>
      <li>
        of{' '}
        <a href={document.url} rel="noreferrer">
          {document.url}
        </a>
        , {document.origin === 'backfill' ? <FilledIn>from a dated version of</FilledIn> : 'fetched'}{' '}
        <Minute at={document.fetchedAt} /> for <a href={`/sources/${document.sourceId}`}>{document.sourceId}</a>
      </li>
      <li>
        SHA-256 <code>{document.sha256}</code>
        {publishable ? (
          <>
            {' '}
            <a href={`/sources/${document.sourceId}/captures/${document.captureId}`}>the bytes</a>
          </>
        ) : null}
      </li>
      <li>{licence === undefined ? 'licence no longer known' : `licence: ${licence.name}`}</li>
    </ul>
  </>
);

const Assumed = ({ input, figure }: Kind<'assumption'>) => (
  <>
    <p>
      <strong>
        {input.role} = {input.value}
      </strong>{' '}
      {figure?.unit}
      {figure === undefined ? '' : `, ${figure.basis}`}
    </p>
    <ul class="origin">
      <li>
        assumption <code>{input.id}</code>
      </li>
      {figure === undefined ? (
        <li>no longer in the catalog</li>
      ) : (
        <li>
          <Cited source={figure.source} url={figure.url} />, <Day at={figure.asOf} />
        </li>
      )}
      {figure?.note === undefined ? null : <li>{figure.note}</li>}
    </ul>
  </>
);
