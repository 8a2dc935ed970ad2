import { Button } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState, type JSX } from "react";
import type { Judgement, Scope } from "../../desk/decisions";
import { useDraft } from "../parts/use-draft";
import { useDeskState } from "./context";
import { LONGEST_REASON } from "./judging";

interface Given {
  /** Under which what is being typed is kept. */
  readonly draft: string;
  /** It is asked for all offices at once: there is nothing to choose. */
  readonly forAll?: boolean;
  readonly onSay: (judgement: Judgement, reason: string, scope: Scope) => void;
  readonly onCancel: () => void;
}

const MOST_OFFERED = 8;

/** Why a finding is let stand. What is being typed is kept; reasons given before are offered. */
export function ReasonForm({ draft, forAll = false, onSay, onCancel }: Given): JSX.Element {
  const [reason, setReason, done] = useDraft(`审核理由|${draft}`, "");
  const [all, setAll] = useState(forAll);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  useEffect(() => input.current?.focus(), []);
  const decisions = useDeskState((state) => state.decisions);
  const offered = [...new Set(decisions.map((decision) => decision.reason).filter((one) => one !== ""))].slice(-MOST_OFFERED);
  const say = (judgement: Judgement): void => {
    if (judgement === "rejected" && reason.trim() === "") {
      input.current?.focus();
      return;
    }
    done();
    onSay(judgement, reason, all ? "all" : "office");
  };
  return (
    <form
      className="offices-reason"
      onSubmit={(event) => {
        event.preventDefault();
        say("rejected");
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
    >
      <label>
        理由（必填）
        <input
          ref={input}
          list={list}
          required
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <datalist id={list}>
        {offered.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {!forAll && (
        <label className="offices-all">
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
          用同一版式的所有单位，这一处都这样定
        </label>
      )}
      <div className="buttons">
        <Button size="small" appearance="primary" type="submit">
          {forAll ? "都不采纳（回车）" : "不采纳（回车）"}
        </Button>
        <Button size="small" onClick={() => say("accepted")}>
          {forAll ? "都采纳并附这句话" : "采纳并附这句话"}
        </Button>
        <Button size="small" appearance="subtle" onClick={onCancel}>
          取消
        </Button>
      </div>
    </form>
  );
}
