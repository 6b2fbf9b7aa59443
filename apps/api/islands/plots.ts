/** Figures whose values can be read off: those with a table behind them. */

/** Makes each reachable by keyboard, and says so. */
export function preparePlots(root: ParentNode): void {
  for (const plot of root.querySelectorAll('[data-plot]')) {
    plot.setAttribute('tabindex', '0');
    plot.setAttribute('role', 'group');
    plot.setAttribute('aria-label', `${plot.getAttribute('data-plot')}: arrow keys read the values`);
  }
}

export function plotAt(target: EventTarget | null): HTMLElement | undefined {
  const plot = target instanceof Element ? target.closest('[data-plot]') : null;
  return plot instanceof HTMLElement ? plot : undefined;
}
