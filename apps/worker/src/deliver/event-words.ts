/** An event that a rule follows, as a title and one sentence. */
import type { StoredEvent } from '@bandgap/db';
import { eventWords } from '@bandgap/views';
import type { News } from './transition-words.ts';

export const eventNews = (event: StoredEvent): News => ({
  title: `${event.subject === '' ? event.source : event.subject}: ${event.kind.replaceAll('_', ' ')}`,
  summary: eventWords(event),
});
