import type { JSX, ReactNode } from "react";

/** Something that can be folded away, keyboard and screen reader included. */
export function Fold({
  title,
  children,
  open = false,
  className = "",
}: {
  title: ReactNode;
  children: ReactNode;
  open?: boolean;
  className?: string;
}): JSX.Element {
  return (
    <details className={`fold ${className}`} open={open}>
      <summary>{title}</summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}
