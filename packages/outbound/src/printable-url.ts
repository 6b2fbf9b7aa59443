/** A URL as logs may show it. */

/**
 * Server and path, with the query cut to `?…`. The path is shown for reads only: whoever is posted to may have put
 * the secret there, as Slack's and Discord's webhooks do.
 */
export function printableUrl(url: URL, method: string): string {
  const server = `${url.protocol}//${url.host}`;
  if (method !== 'GET' && method !== 'HEAD') return `${server}/…`;
  return `${server}${url.pathname}${url.search === '' ? '' : '?…'}`;
}

export const printableText = (text: string, method = 'GET'): string =>
  URL.canParse(text) ? printableUrl(new URL(text), method) : 'an unreadable URL';
