import type { JSX } from "react";

/** The words at fault, struck out only where it is known what stands in their place. */
export function Quoted({ quote, expected }: { readonly quote: string; readonly expected: string }): JSX.Element | null {
  if (quote === "" && expected === "") return null;
  if (expected === "") return <span className="quote">“{quote}”</span>;
  return (
    <span className="quote">
      <s>{quote}</s> → <b>{expected}</b>
    </span>
  );
}
