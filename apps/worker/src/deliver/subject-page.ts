/** The page of the dashboard that shows what a message is about. */
import type { AlertSubject } from '@bandgap/catalog';
import type { StoredEvent, StoredRun } from '@bandgap/db';

/** Undefined where no one page does. */
export function subjectPage(subject: AlertSubject): string | undefined {
  switch (subject.kind) {
    case 'index':
      return `/gpu/${subject.id}`;
    case 'token':
      return `/tokens/${subject.model}`;
    case 'memory':
      return `/memory/${subject.id.split('/')[1]}`;
    case 'figure':
      return `/models/${subject.project.split('/')[0]}`;
    case 'source':
      return `/sources/${subject.id}`;
    case 'events':
      return undefined;
  }
}

/** A model of a known lab has a page of its own; all else is among the changes. */
export const eventPage = ({ subject }: StoredEvent): string =>
  /^[a-z0-9-]+\/[\w.-]+$/.test(subject) ? `/tokens/${subject}` : '/changes';

/** The chart of such a page as a picture; of an index as it was known to the run. */
export const pictureOf = (page: string, run: StoredRun | undefined): string =>
  `/charts${page}/wide.png${run?.model === 'rental-index' ? `?knownAt=${run.knownAt}` : ''}`;
