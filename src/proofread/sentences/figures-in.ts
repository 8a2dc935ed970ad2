import { figureText } from "../../narrative/figure";
import type { AmountStyle } from "../../amount/format";
import type { Pattern } from "../../narrative/pattern/node";
import { plainly } from "./found";

/** The figures that a pattern would write, as `plainly` has them. */
export function figuresIn(pattern: Pattern, style: AmountStyle): readonly string[] {
  return pattern.flatMap((node): readonly string[] => {
    if (node.kind === "figure") return node.figure.known ? [plainly(figureText(node.figure, style).replace("%", ""))] : [];
    if (node.kind === "either") return figuresIn(node.written, style);
    return node.kind === "maybe" ? figuresIn(node.pattern, style) : [];
  });
}
