import type { JSX } from "react";
import type { CellRef } from "../../amount/cell-ref";
import { isAbout, type CitedSentence } from "../../narrative/cited";

interface Given {
  readonly sentences: readonly CitedSentence[];
  /** What is looked at; its words stand out. */
  readonly cells: readonly CellRef[];
  /** Goes to the sentence; absent where there is nowhere to go. */
  readonly onGo?: (sentence: CitedSentence) => void;
}

/** Sentences of the narrative, with what came from certain cells set off. */
export function CitedList({ sentences, cells, onGo }: Given): JSX.Element {
  return (
    <ul className="plain-list cited">
      {sentences.map((sentence, index) => (
        <li key={index}>
          <span className="about-line">{sentence.heading}</span>
          <p>{sentence.segments.map((segment, at) => (isAbout(segment, cells) ? <mark key={at}>{segment.text}</mark> : segment.text))}</p>
          {onGo && (
            <button type="button" className="text-button" onClick={() => onGo(sentence)}>
              到这一节
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
