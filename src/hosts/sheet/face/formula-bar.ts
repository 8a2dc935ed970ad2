const BAR = '[data-u-comp="formula-bar"]';

/** As long as a finger rests on a key, in milliseconds. */
const PRESS = 100;

/**
 * Whoever presses the formula bar types into it, however short the press. The library hands the keyboard back and forth
 * while the mouse is down, and after a press that ends before that is over nothing has it: what is typed would be lost.
 */
export function typeIntoFormulaBar(container: HTMLElement): void {
  let down = 0;
  container.addEventListener("pointerdown", ({ timeStamp }) => void (down = timeStamp), true);
  container.addEventListener(
    "pointerup",
    (event) => {
      const { target, timeStamp, isTrusted } = event;
      const rest = PRESS - (timeStamp - down);
      if (!isTrusted || rest <= 0 || !(target instanceof HTMLCanvasElement) || target.closest(BAR) === null) return;
      event.stopImmediatePropagation();
      setTimeout(() => target.dispatchEvent(new PointerEvent("pointerup", event)), rest);
    },
    true,
  );
}
