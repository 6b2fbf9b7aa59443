/** A message whose every word tries to be more than a word. */
import { pngOf } from '@bandgap/png';
import type { AlertMessage } from '@bandgap/worker';

/** Pings, links and markup of every chat we send to. */
export const hostileWords =
  '@everyone <!channel> <@U123> [click](https://evil.example/x) <https://evil.example|click> **bold** `code` <b>b</b> & "q"';

export const picture = new Uint8Array(
  pngOf(
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="#0072b2"/></svg>',
  ),
);

export const message = (changed: Partial<AlertMessage> = {}): AlertMessage => ({
  id: 'msg_1',
  sentAt: new Date(),
  mood: 'alarm',
  title: 'H100 on demand is below its new-build floor',
  summary: 'H100 on demand 1.84 is below its new-build floor 1.90 USD/GPU-hr (-3.2 %) since 2026-06-14',
  facts: [
    { label: 'Now', value: '1.84 USD/GPU-hr on 2026-06-15' },
    { label: 'Source says', value: hostileWords },
  ],
  links: [{ label: 'Chart', url: 'https://bandgap.example/gpu/h100/on_demand/neocloud' }],
  picture: { name: 'chart.png', png: picture, text: 'Chart of H100 on demand' },
  event: '{"specversion":"1.0","id":"msg_1"}',
  ...changed,
});
