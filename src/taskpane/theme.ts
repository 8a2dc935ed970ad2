import { createDarkTheme, createLightTheme, teamsHighContrastTheme, type BrandVariants, type Theme } from "@fluentui/react-components";
import type { Appearance } from "./store/state";

/** The green of the project's icon, from darkest to lightest. */
const brand: BrandVariants = {
  10: "#02100a",
  20: "#072117",
  30: "#0a3324",
  40: "#0c402d",
  50: "#0f4d37",
  60: "#125b41",
  70: "#14694b",
  80: "#177857",
  90: "#2b8766",
  100: "#449677",
  110: "#5ea588",
  120: "#78b49a",
  130: "#93c4ad",
  140: "#aed3c1",
  150: "#c9e3d6",
  160: "#e5f3ec",
};

/** Fonts that Chinese offices have, first those that read well on a screen. */
const fontFamilyBase = `"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif`;

/** Fluent's dark brand text is too dim on its own background for AA. */
const readableBrand: Partial<Theme> = {
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[120],
  colorBrandForegroundLinkHover: brand[130],
};

const themes: Readonly<Record<Appearance, () => Theme>> = {
  light: () => createLightTheme(brand),
  dark: () => ({ ...createDarkTheme(brand), ...readableBrand }),
  contrast: () => teamsHighContrastTheme,
};

const made = new Map<Appearance, Theme>();

/** Made when it is first shown, and once: a new object would be styled anew. */
export function themeOf(appearance: Appearance): Theme {
  const theme = made.get(appearance) ?? { ...themes[appearance](), fontFamilyBase };
  made.set(appearance, theme);
  return theme;
}

/** The appearance that goes with a background colour of the host ("#262626"). Black itself is a contrast theme's. */
export function appearanceOf(background: string): Appearance {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background.trim());
  if (!match) return "light";
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  const brightness = (red * 299 + green * 587 + blue * 114) / 1000;
  if (brightness === 0) return "contrast";
  return brightness < 110 ? "dark" : "light";
}
