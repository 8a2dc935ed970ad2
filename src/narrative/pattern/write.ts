import type { AmountStyle } from "../../amount/format";
import { figureSegment } from "../figure";
import type { Segment } from "../segments";
import type { Node, Pattern } from "./node";

/** The sentence as it is printed, every word and number with where it is from. */
export function write(pattern: Pattern, style: AmountStyle): readonly Segment[] {
  const said: Segment[] = [];
  for (const node of pattern) for (const segment of segmentsOf(node, style)) push(said, segment);
  return said;
}

function segmentsOf(node: Node, style: AmountStyle): readonly Segment[] {
  switch (node.kind) {
    case "words":
      return [{ kind: "words", text: node.text, ...(node.gap === undefined ? {} : { gap: node.gap }) }];
    case "figure":
      return [figureSegment(node.figure, style)];
    case "way":
      return [{ kind: "words", text: node.isDown ? node.down : node.up }];
    case "either":
      return write(node.written, style);
    case "maybe":
      return node.written ? write(node.pattern, style) : [];
    case "list":
      return node.names === null || node.names.length === 0
        ? write(node.instead, style)
        : node.names.flatMap(({ segments }, index): readonly Segment[] =>
            index === 0 ? segments : [{ kind: "words", text: "、" }, ...segments],
          );
    default:
      return node.segments;
  }
}

/** Words that follow words are one segment; empty ones are none. */
function push(said: Segment[], segment: Segment): void {
  if (segment.text === "" && segment.kind !== "todo") return;
  const last = said.at(-1);
  if (segment.kind === "words" && last?.kind === "words" && segment.gap === undefined && last.gap === undefined)
    said[said.length - 1] = { kind: "words", text: last.text + segment.text };
  else said.push(segment);
}
