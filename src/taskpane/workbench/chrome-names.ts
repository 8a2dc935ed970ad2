/** Names for the spreadsheet library's own controls, which it draws without any; by what they look like in its markup. */
const NAMES: readonly (readonly [string, string])[] = [
  [
    '[data-u-comp="defined-name"] input, [data-u-comp="defined-name-input"] input, .univer-formula-box input',
    "名称框：输入地址后按回车定位",
  ],
  ['[contenteditable][id$="DOCS_FORMULA_BAR"]', "编辑栏"],
  ["[contenteditable]", "单元格内容"],
  ["canvas", "工作表画面"],
];

const BUTTONS = "input, button, [role=button], a[type=button], section[aria-live], canvas, [contenteditable]";

/** Keeps the library's controls named as they come and go. */
export function nameChrome(container: HTMLElement): MutationObserver {
  const name = (): void => {
    for (const [selector, words] of NAMES)
      for (const element of container.querySelectorAll<HTMLElement>(selector))
        if (!element.hasAttribute("aria-label")) element.setAttribute("aria-label", words);
    for (const canvas of container.querySelectorAll("canvas")) {
      canvas.setAttribute("role", "img");
      // The order of the keyboard is the page's; the library puts its canvases before everything.
      if (canvas.tabIndex > 0) canvas.tabIndex = 0;
    }
    for (const link of container.querySelectorAll("a[type=button]:not([role])")) {
      link.setAttribute("role", "button");
      link.setAttribute("aria-label", "已定义的名称");
    }
    container
      .querySelectorAll("section[aria-live]")
      .forEach((section, at) => section.setAttribute("aria-label", `工作表的提示 ${String(at + 1)}`));
    for (const button of container.querySelectorAll<HTMLElement>("button:not([aria-label])"))
      if (button.innerText.trim() === "" && button.title === "") button.setAttribute("aria-label", "工作表按钮");
    for (const editor of container.querySelectorAll<HTMLElement>("[contenteditable]"))
      if (!editor.hasAttribute("role")) editor.setAttribute("role", "textbox");
  };
  name();
  const observer = new MutationObserver((changes) => {
    if (
      changes.some((change) =>
        [...change.addedNodes].some((node) => node instanceof HTMLElement && (node.matches(BUTTONS) || node.querySelector(BUTTONS))),
      )
    )
      name();
  });
  observer.observe(container, { childList: true, subtree: true });
  return observer;
}
