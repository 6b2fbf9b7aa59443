/** A message as the two bodies of an e-mail: HTML with the picture in it, and plain text. */
import type { AlertMessage } from './alert-message.ts';
import { moodColours } from './mood.ts';
import { asHtml } from './words.ts';

/** What the HTML calls the picture that travels with it. */
export const pictureCid = 'chart@bandgap';

/** Mail programs know tables and the styles of an element, and little else. */
export function htmlMail({ title, summary, facts, links, mood, picture }: AlertMessage): string {
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><td style="${cell}${muted}">${html(label)}</td><td style="${cell}">${html(value)}</td></tr>`,
  );
  const linked = links.map(({ label, url }) => `<a href="${html(url)}" style="color:#0072b2">${html(label)}</a>`);
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${html(title)}</title></head>`,
    `<body style="${body}">`,
    `<h1 style="font-size:20px;margin:0 0 8px;padding:0 0 0 12px;border-left:6px solid ${moodColours[mood]}">${html(title)}</h1>`,
    `<p style="margin:0 0 16px">${html(summary)}</p>`,
    ...(picture === undefined
      ? []
      : [
          `<p style="margin:0 0 16px"><img src="cid:${pictureCid}" alt="${html(picture.text)}" width="720" style="max-width:100%;height:auto"></p>`,
        ]),
    `<table style="border-collapse:collapse;margin:0 0 16px">${rows.join('')}</table>`,
    `<p style="margin:0">${linked.join(' · ')}</p>`,
    '</body></html>',
  ].join('\n');
}

const body =
  "font:15px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;color:#1b1b1b;margin:24px;max-width:720px";
const cell = 'padding:4px 16px 4px 0;vertical-align:top;';
const muted = 'color:#595959;white-space:nowrap;';

const html = (words: string) => [...words].map(asHtml).join('');

export const textMail = ({ summary, facts, links }: AlertMessage): string =>
  [
    summary,
    '',
    ...facts.map(({ label, value }) => `${label}: ${value}`),
    '',
    ...links.map(({ label, url }) => `${label}: ${url}`),
    '',
  ].join('\n');
