/** Models that are priced by text in and text out; the list also holds embeddings, images, speech and search. */
import type { JsonObject } from '../../documents/json-document.ts';

export const isChat = ({ mode }: JsonObject): boolean => mode === 'chat' || mode === 'responses';
