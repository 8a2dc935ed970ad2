/**
 * Resolves once the page as it stands has been painted: what the first painting does not show must not hold it up. In a tab
 * that is not looked at nothing is painted, and it waits until it is.
 */
export const afterPainting = (): Promise<void> =>
  new Promise((resolve) => {
    // The second frame begins when the first has been handed over.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
