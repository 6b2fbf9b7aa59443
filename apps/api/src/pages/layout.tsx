/** What stands around every page. Nothing in it needs a script. */
import type { Instant } from '@bandgap/core';
import type { Child } from 'hono/jsx';
import { Minute } from './parts.tsx';
import { places } from './places.ts';

interface LayoutProperties {
  readonly title: string;
  readonly path: string;
  readonly version: string;
  /** When the newest document was fetched; null before the first. */
  readonly dataTime: Instant | null;
  readonly children: Child;
}

export const Layout = ({ title, path, version, dataTime, children }: LayoutProperties) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · Bandgap`}</title>
      <link rel="stylesheet" href="/style.css" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <script type="module" src="/islands/main.js" />
    </head>
    <body>
      <a class="skip" href="#content">
        Skip to content
      </a>
      <header>
        <p class="name">
          <a href="/">Bandgap</a> <span>the economics of AI compute</span>
        </p>
        <nav aria-label="Pages">
          {places.map(([href, name]) => (
            <a href={href} {...(isHere(href, path) ? { 'aria-current': 'page' } : {})}>
              {name}
            </a>
          ))}
        </nav>
      </header>
      <main id="content">{children}</main>
      <footer>
        <dl>
          <dt>Data to</dt>
          <dd>{dataTime === null ? 'nothing fetched yet' : <Minute at={dataTime} />}</dd>
          <dt>Code</dt>
          <dd>Bandgap {version}</dd>
        </dl>
        <p>
          Prices in US dollars, times in UTC. Every stored figure links to its receipt: what it was computed from, down
          to the bytes. Figures marked “not for republication” come from sources that bar it.
        </p>
      </footer>
    </body>
  </html>
);

const isHere = (href: string, path: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
