/** What a message is to its reader, and the colour it wears. */
import type { Mood } from './alert-message.ts';

/** The vermillion, green and blue of the charts. */
export const moodColours: Readonly<Record<Mood, string>> = { alarm: '#d55e00', relief: '#009e73', notice: '#0072b2' };
