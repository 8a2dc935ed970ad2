import { useState, type JSX, type KeyboardEvent } from "react";
import { neighbour, type Way } from "../../../pictures/neighbour";
import type { Picture, Pressable, Shape, Tone } from "../../../pictures/shape";

const paintOf = (tone: Tone | null): string => (tone === null ? "none" : `var(--draw-${tone})`);

/** A picture on the screen, in the pane's colours. What can be pressed is a button: by mouse, by keyboard, by name. */
export function Drawing({ picture, onPress }: { picture: Picture; onPress?: ((key: string) => void) | undefined }): JSX.Element {
  const { width, height, title, shapes } = picture;
  const [last, setLast] = useState<string | null>(null);
  if (!onPress)
    return (
      <svg className="drawing" width={width} height={height} role="img" aria-label={title}>
        <AllDrawn shapes={shapes} press={null} />
      </svg>
    );
  const pressable = shapes.filter((shape): shape is Pressable => shape.kind === "press");
  const stop = (pressable.find(({ key }) => key === last) ?? pressable.find(({ chosen }) => chosen === true) ?? pressable[0])?.key;
  const move = (event: KeyboardEvent<SVGSVGElement>): void => {
    const way = WAYS[event.key];
    const from = pressable.find(({ key }) => key === stop);
    const to = way && from ? neighbour(from, pressable, way) : null;
    if (!way) return;
    event.preventDefault();
    if (to) event.currentTarget.querySelector<SVGElement>(`[data-press="${CSS.escape(to.key)}"]`)?.focus();
  };
  return (
    <svg className="drawing" width={width} height={height} role="group" aria-label={title} onKeyDown={move}>
      <AllDrawn shapes={shapes} press={{ onPress, onFocus: setLast, stop }} />
    </svg>
  );
}

const WAYS: Readonly<Record<string, Way>> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

/** One of them is reached by Tab, the others from it by the arrows. */
interface Pressing {
  readonly onPress: (key: string) => void;
  readonly onFocus: (key: string) => void;
  readonly stop: string | undefined;
}

function AllDrawn({ shapes, press }: { shapes: readonly Shape[]; press: Pressing | null }): JSX.Element {
  return (
    <>
      {shapes.map((shape, index) => (
        <Drawn key={index} shape={shape} press={press} />
      ))}
    </>
  );
}

function Drawn({ shape, press }: { shape: Shape; press: Pressing | null }): JSX.Element {
  switch (shape.kind) {
    case "press":
      return <Pressed shape={shape} press={press} />;
    case "text": {
      const { x, y, text, size, anchor, tone, bold, rim } = shape;
      const className = `drawn-text${bold ? " drawn-bold" : ""}${rim ? " drawn-rim" : ""}`;
      return (
        <text x={x} y={y} fontSize={size} textAnchor={anchor} fill={paintOf(tone)} className={className} aria-hidden={press !== null}>
          {text}
        </text>
      );
    }
    case "rect": {
      const { x, y, width, height, radius = 0, fill, stroke, weight = 1 } = shape;
      return (
        <rect x={x} y={y} width={width} height={height} rx={radius} fill={paintOf(fill)} stroke={paintOf(stroke)} strokeWidth={weight} />
      );
    }
    case "path": {
      const { d, fill, stroke, weight = 1, dashed } = shape;
      return <path d={d} fill={paintOf(fill)} stroke={paintOf(stroke)} strokeWidth={weight} strokeDasharray={dashed ? "4 3" : undefined} />;
    }
  }
}

function Pressed({ shape: { key, label, chosen, area, shapes }, press }: { shape: Pressable; press: Pressing | null }): JSX.Element {
  const inner = <AllDrawn shapes={shapes} press={press} />;
  if (!press) return <g>{inner}</g>;
  const { onPress, onFocus, stop } = press;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onPress(key);
  };
  return (
    <g className="drawn-press" onClick={() => onPress(key)}>
      {inner}
      <rect
        role="button"
        tabIndex={key === stop ? 0 : -1}
        data-press={key}
        aria-label={label}
        aria-pressed={chosen}
        className="drawn-area"
        x={area.x}
        y={area.y}
        width={area.width}
        height={area.height}
        rx={6}
        onKeyDown={onKeyDown}
        onFocus={() => onFocus(key)}
      >
        <title>{label}</title>
      </rect>
    </g>
  );
}
