import type { JSX } from "react";
export function InputsPlace(): JSX.Element {
  return <div className="place" />;
}
