/** A receipt: what was computed, from which inputs, down to the bytes each was read from. */
import type { Receipt, ReceiptLine } from '@bandgap/receipts';
import type { Page } from '../serve/page.tsx';
import { Day, Minute, Restricted, shortReceipt } from './parts.tsx';

export const receiptPage: Page<Receipt> = {
  path: '/receipt/:id',
  load: (readers, { id = '' }) => readers.receipt(id),
  view: (receipt) => ({ title: `Receipt ${shortReceipt(receipt.run.receipt)}`, body: <ReceiptBody {...receipt} /> }),
  missing: 'There is no such receipt.',
};

const ReceiptBody = ({ run, lines }: Receipt) => (
  <>
    <h1>Receipt</h1>
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
        <code>bandgap verify {shortReceipt(run.receipt)}</code> reads the stored bytes again and computes the same, with
        no network.
      </dd>
    </dl>
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
        , fetched <Minute at={document.fetchedAt} />
      </li>
      <li>
        SHA-256 <code>{document.sha256}</code>
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
          {figure.url === undefined ? (
            figure.source
          ) : (
            <a href={figure.url} rel="noreferrer">
              {figure.source}
            </a>
          )}
          , <Day at={figure.asOf} />
        </li>
      )}
      {figure?.note === undefined ? null : <li>{figure.note}</li>}
    </ul>
  </>
);
