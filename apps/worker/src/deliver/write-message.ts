/** Writes the message of a delivery: reads what there is to tell, and puts it in words. */
import type { OpenDelivery } from '@bandgap/db';
import type { AlertMessage } from './alert-message.ts';
import { composeMessage } from './compose-message.ts';
import { type Reading, readTold } from './read-told.ts';

export const writeMessage = async (
  reading: Reading,
  delivery: Pick<OpenDelivery, 'id' | 'transitionId'>,
): Promise<AlertMessage> => composeMessage(await readTold(reading, delivery));
