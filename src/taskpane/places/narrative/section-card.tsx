import { Button } from "@fluentui/react-components";
import { Copy16Regular } from "@fluentui/react-icons";
import { useState, type JSX } from "react";
import { segmentsText, type Section, type Segment } from "../../../narrative/segments";
import { useCommands } from "../../pane-context";
import { SegmentView, workingOf } from "./segment-view";

/** One section as it will be published; a figure pressed goes to its cells and shows how it came about. */
export function SectionCard({ section, index, title }: { section: Section; index: number; title: string }): JSX.Element {
  const { copy } = useCommands();
  const [shown, setShown] = useState<Segment | null>(null);
  const heading = section.number === "" ? title : `${section.number}、${segmentsText(section.heading)}`;
  const open = section.paragraphs.reduce(
    (count, paragraph) => count + paragraph.segments.filter((segment) => segment.kind === "todo").length,
    0,
  );
  return (
    <section className="card section" aria-labelledby={`section-${index}`}>
      <div className="section-head">
        <h2 id={`section-${index}`}>{heading}</h2>
        {open > 0 && <span className="badge">待填 {open}</span>}
        <Button
          size="small"
          appearance="subtle"
          icon={<Copy16Regular />}
          aria-label={`复制“${heading}”一节`}
          title="复制本节"
          onClick={() => void copy(section.number)}
        />
      </div>
      {section.gaps.map((gap) => (
        <p key={gap} className="doubt">
          {gap}
        </p>
      ))}
      {section.paragraphs.map((paragraph, at) => (
        <div key={at}>
          <p className={`paragraph paragraph-${paragraph.kind}`}>
            {paragraph.segments.map((segment, position) => (
              <SegmentView
                key={position}
                segment={segment}
                shown={segment === shown}
                onShow={() => setShown(segment === shown ? null : segment)}
              />
            ))}
          </p>
          {shown && paragraph.segments.includes(shown) && workingOf(shown) !== "" && (
            <p className="working" role="status">
              {workingOf(shown)}
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
