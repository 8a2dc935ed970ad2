import type { JSX, KeyboardEvent } from "react";
import type { Picture, Pressable, Shape, Tone } from "../../../pictures/shape";

const paintOf = (tone: Tone | null): string => (tone === null ? "none" : `var(--draw-${tone})`);

/** A picture on the screen, in the pane's colours. What can be pressed is a button: by mouse, by keyboard, by name. */
export function Drawing({ picture, onPress }: { picture: Picture; onPress?: ((key: string) => void) | undefined }): JSX.Element {
  const { width, height, title, shapes } = picture;
  return (
    <svg className="drawing" width={width} height={height} role={onPress ? "group" : "img"} aria-label={title}>
      {shapes.map((shape, index) => (
        <Drawn key={index} shape={shape} onPress={onPress} />
      ))}
    </svg>
  );
}

type Press = ((key: string) => void) | undefined;

function Drawn({ shape, onPress }: { shape: Shape; onPress: Press }): JSX.Element {
  switch (shape.kind) {
    case "press":
      return <Pressed shape={shape} onPress={onPress} />;
    case "text": {
      const { x, y, text, size, anchor, tone, bold, rim } = shape;
      const className = `drawn-text${bold ? " drawn-bold" : ""}${rim ? " drawn-rim" : ""}`;
      return (
        <text
          x={x}
          y={y}
          fontSize={size}
          textAnchor={anchor}
          fill={paintOf(tone)}
          className={className}
          aria-hidden={onPress !== undefined}
        >
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

function Pressed({ shape: { key, label, chosen, area, shapes }, onPress }: { shape: Pressable; onPress: Press }): JSX.Element {
  const inner = shapes.map((one, index) => <Drawn key={index} shape={one} onPress={onPress} />);
  if (!onPress) return <g>{inner}</g>;
  const press = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onPress(key);
  };
  return (
    <g className="drawn-press" onClick={() => onPress(key)}>
      {inner}
      <rect
        role="button"
        tabIndex={0}
        aria-label={label}
        aria-pressed={chosen}
        className="drawn-area"
        x={area.x}
        y={area.y}
        width={area.width}
        height={area.height}
        rx={6}
        onKeyDown={press}
      >
        <title>{label}</title>
      </rect>
    </g>
  );
}
