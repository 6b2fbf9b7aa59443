/** A form that answers while it is changed: the page it leads to is fetched, and the answers in it take the place of the old. */
import { preparePlots } from './plots.ts';
import { addSliders } from './sliders.ts';

/** Milliseconds between two questions, and after which one that is not answered is given up for the next. */
const pause = 60;
const patience = 600;

export function liveForm(form: HTMLFormElement): void {
  addSliders(form);
  form.classList.add('live');
  const spoken = document.createElement('p');
  spoken.className = 'spoken';
  spoken.setAttribute('role', 'status');
  form.append(spoken);

  let asked: string | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let current: { readonly since: number; readonly controller: AbortController } | undefined;

  const soon = (delay: number) => {
    if (waiting !== undefined) return;
    waiting = setTimeout(() => {
      waiting = undefined;
      void ask();
    }, delay);
  };
  const ask = async () => {
    const address = addressOf(form);
    if (!form.checkValidity() || address === asked) return;
    if (current !== undefined && performance.now() - current.since < patience) return soon(pause);
    current?.controller.abort();
    asked = address;
    const own = { since: performance.now(), controller: new AbortController() };
    current = own;
    try {
      await answer(form, address, own.controller.signal);
      spoken.textContent = document.querySelector('[data-spoken]')?.textContent ?? '';
    } catch {
      if (!own.controller.signal.aborted) asked = undefined;
    } finally {
      if (current === own) current = undefined;
    }
  };

  form.addEventListener('input', () => soon(pause));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    soon(0);
  });
}

/** What differs from the defaults: equal questions have equal addresses. */
function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const element of form.elements) {
    if (!(element instanceof HTMLInputElement) || element.name === '' || element.value === '') continue;
    if (element.value !== element.dataset.initial) query.append(element.name, element.value);
  }
  const text = query.toString();
  return text === '' ? form.action : `${form.action}?${text}`;
}

async function answer(form: HTMLFormElement, address: string, signal: AbortSignal): Promise<void> {
  const id = form.dataset.live ?? '';
  const response = await fetch(address, { signal });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
  if (old === null || fresh === null) return;
  // Figures first: pictures take longer to arrive than to be read.
  const [oldFigures, freshFigures] = [old, fresh].map((answers) => answers.querySelector('[data-first]'));
  if (oldFigures && freshFigures) oldFigures.replaceChildren(...freshFigures.cloneNode(true).childNodes);
  await Promise.all([...fresh.querySelectorAll('picture')].map(loaded));
  if (signal.aborted) return;
  keepTyped(old, fresh);
  keepOpen(old, fresh);
  old.replaceChildren(...fresh.childNodes);
  preparePlots(old);
  document.title = page.title;
  history.replaceState(null, '', address);
}

/** So that a picture is there when it takes the place of another. */
async function loaded(picture: Element): Promise<void> {
  const source = picture.querySelector('source');
  const address =
    source !== null && matchMedia(source.media).matches
      ? source.srcset
      : picture.querySelector('img')?.getAttribute('src');
  if (!address) return;
  const image = new Image();
  image.src = address;
  await image.decode().catch(() => undefined);
}

function keepTyped(old: Element, fresh: Element): void {
  for (const box of old.querySelectorAll('input[type=text][id]')) {
    const same = fresh.querySelector(`#${CSS.escape(box.id)}`);
    if (box instanceof HTMLInputElement && same instanceof HTMLInputElement) same.value = box.value;
  }
}

function keepOpen(old: Element, fresh: Element): void {
  const tables = [...fresh.querySelectorAll('details')];
  for (const [index, table] of [...old.querySelectorAll('details')].entries()) {
    if (table.open) tables[index]?.setAttribute('open', '');
  }
}
