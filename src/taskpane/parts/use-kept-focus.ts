import { useEffect, useRef, type RefObject } from "react";

/** Takes the keyboard up where what was pressed is gone after a change: it never falls back to the top of the page. */
export function useKeptFocus<T extends HTMLElement>(changes: unknown): RefObject<T> {
  const place = useRef<T>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else if (document.activeElement === document.body) place.current?.focus();
  }, [changes]);
  return place;
}
