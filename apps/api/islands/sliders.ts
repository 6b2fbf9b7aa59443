/** Sliders beside the number and date boxes of a form: a box takes what is exact, a slider what is found by trying. */

const dayLength = 86_400_000;

export function addSliders(form: HTMLFormElement): void {
  for (const box of form.querySelectorAll('input[min][max]')) {
    if (box instanceof HTMLInputElement && (box.type === 'number' || box.type === 'date'))
      (box.closest('.box') ?? box).after(sliderFor(box));
  }
}

function sliderFor(box: HTMLInputElement): HTMLInputElement {
  const slider = document.createElement('input');
  const isDate = box.type === 'date';
  const number = (text: string) => (isDate ? Date.parse(text) / dayLength : Number(text));
  const text = (value: string) => (isDate ? new Date(Number(value) * dayLength).toISOString().slice(0, 10) : value);
  slider.type = 'range';
  slider.min = String(number(box.min));
  slider.max = String(number(box.max));
  slider.step = isDate ? '1' : (box.dataset.step ?? 'any');
  slider.setAttribute('aria-label', `${box.labels?.[0]?.textContent?.trim() ?? box.name}, slider`);
  const follow = () => {
    slider.value = String(number(box.value || (isDate ? box.max : '0')));
  };
  follow();
  box.addEventListener('input', follow);
  slider.addEventListener('input', () => {
    box.value = text(slider.value);
  });
  return slider;
}
