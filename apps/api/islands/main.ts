/** Brings a page to life where scripts run. All it shows is there without them, and nothing more is loaded until it is used. */
import { plotAt, preparePlots } from './plots.ts';

const form = document.querySelector('form[data-live]');
if (form instanceof HTMLFormElement) void import('./live-form.ts').then(({ liveForm }) => liveForm(form));

preparePlots(document);
for (const event of ['pointerover', 'focusin'] as const) {
  document.addEventListener(event, ({ target }) => {
    const plot = plotAt(target);
    if (plot !== undefined) void import('./crosshair.ts').then(({ readable }) => readable(plot));
  });
}
