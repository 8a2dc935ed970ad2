import { Select } from "@fluentui/react-components";
import type { JSX } from "react";
import type { OrganisationKind } from "../../../templates/define";
import type { Choices } from "../../../workbook/recognised";
import type { Overview } from "../../engine/protocol";
import { useCommands, usePaneState } from "../../pane-context";

/** Which template the workbook follows and why; the user can overrule it. */
export function TemplateChoice({ overview }: { overview: Overview }): JSX.Element {
  const { choose } = useCommands();
  const choices = usePaneState((state) => state.choices);
  return (
    <div className="template-choice">
      <label className="field">
        <span>版式</span>
        <Select size="small" value={choices.template ?? ""} onChange={(_, data) => void choose(withTemplate(choices, data.value))}>
          <option value="">自动：{overview.template.label}</option>
          {overview.templates.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      </label>
      <label className="field">
        <span>称谓</span>
        <Select size="small" value={choices.organisationKind ?? ""} onChange={(_, data) => void choose(withKind(choices, data.value))}>
          <option value="">自动：{overview.organisationKind}</option>
          <option value="部门">部门</option>
          <option value="单位">单位</option>
        </Select>
      </label>
      <p className="about-line">依据：{overview.templateEvidence.join("；")}</p>
    </div>
  );
}

function withTemplate(choices: Choices, template: string): Choices {
  const { organisationKind, sheets } = choices;
  return { ...(organisationKind && { organisationKind }), ...(sheets && { sheets }), ...(template !== "" && { template }) };
}

function withKind(choices: Choices, value: string): Choices {
  const { template, sheets } = choices;
  const organisationKind = (["部门", "单位"] as const).find((kind): kind is OrganisationKind => kind === value);
  return { ...(template && { template }), ...(sheets && { sheets }), ...(organisationKind && { organisationKind }) };
}
