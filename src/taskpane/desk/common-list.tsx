import { Button } from "@fluentui/react-components";
import { useRef, useState, type JSX } from "react";
import type { Judgement } from "../../desk/decisions";
import type { Common, Desk } from "../../desk/desk";
import { commonJudgedWords, STANDING_WORDS, standingReasons } from "../../render/desk-words";
import { Fold } from "../parts/fold";
import { useDesk } from "./context";
import { ReasonForm } from "./reason-form";

/** What many offices have alike is said once, and may be decided once for all: most likely the form itself is wrong. */
export function CommonList({ desk: { common } }: { desk: Desk }): JSX.Element | null {
  if (common.length === 0) return null;
  const set = common.filter(({ decided }) => decided !== null).length;
  const title = `许多单位共同的问题 ${String(common.length)} 处${set > 0 ? `，一并定了 ${String(set)} 处` : ""}`;
  return (
    <Fold className="offices-common" title={<span className="fold-title">{title}</span>}>
      <ul>
        {common.map((one) => (
          <CommonItem key={one.key} common={one} />
        ))}
      </ul>
    </Fold>
  );
}

function CommonItem({ common }: { common: Common }): JSX.Element {
  const { commands } = useDesk();
  const { message, decided, key } = common;
  const [asking, setAsking] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  // What was pressed may be gone: the keyboard stays at its item.
  const stay = (): void => {
    setAsking(false);
    item.current?.focus();
  };
  const say = (judgement: Judgement, reason = ""): void => {
    commands.decideAll(common, judgement, reason);
    stay();
  };
  return (
    <li ref={item} tabIndex={-1}>
      {decided && <span className={`standing-${decided.state}`}>{STANDING_WORDS[decided.state]} </span>}
      <span className={decided?.state === "rejected" ? "is-rejected" : ""}>{message}</span>
      {decided && <span className="finding-reasons">{standingReasons({ standing: decided })}</span>}
      <span className="about-line">{commonJudgedWords(common)}</span>
      {asking ? (
        <ReasonForm forAll draft={`共同|${key}`} onSay={say} onCancel={stay} />
      ) : (
        <div className="buttons">
          <Button size="small" onClick={() => say("accepted")}>
            都采纳
          </Button>
          <Button size="small" onClick={() => setAsking(true)}>
            都不采纳…
          </Button>
          {decided && (
            <Button size="small" onClick={() => say("withdrawn")}>
              撤回
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
