/** The list price of a model, meter by meter: who agrees on it, and who says otherwise. */
import { usd } from '@bandgap/charts';
import type { ConfirmedPrice } from '@bandgap/models';
import type { TokenModel } from '@bandgap/views';
import { Head, Price, Table } from './parts.tsx';
import { meters as meterNames } from './token-words.ts';

export const Votes = ({ meters, receipt }: TokenModel) => (
  <Table label="Who agrees on the list price">
    <Head columns={['meter', '#USD/MTok', '', 'who says so', 'who says otherwise']} />
    <tbody>
      {meterNames.map(([metric, name]) => {
        const meter = meters[metric];
        return meter === undefined ? null : <Vote name={name} meter={meter} receipt={receipt} />;
      })}
    </tbody>
  </Table>
);

interface VoteProperties {
  readonly name: string;
  readonly meter: ConfirmedPrice;
  readonly receipt: string;
}

const Vote = ({ name, meter, receipt }: VoteProperties) => {
  const [first, ...others] = meter.status === 'pending' ? meter.candidates : [];
  const said = meter.status === 'confirmed' ? { price: meter.price, sources: meter.agree } : first;
  const otherwise = meter.status === 'confirmed' ? meter.disagree : others;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">
        <Price value={said?.price ?? null} receipt={receipt} />
      </td>
      <td>
        <span class={`state ${meter.status === 'confirmed' ? 'holds' : 'waiting'}`}>{meter.status}</span>
      </td>
      <td>{said?.sources.map(sourceLink)}</td>
      <td>
        {otherwise.map(({ price, sources }) => (
          <div>
            {usd(price)}: {sources.map(sourceLink)}
          </div>
        ))}
      </td>
    </tr>
  );
};

const sourceLink = (source: string, index: number) => (
  <>
    {index === 0 ? '' : ', '}
    <a href={`/sources/${encodeURIComponent(source)}`}>{source}</a>
  </>
);
