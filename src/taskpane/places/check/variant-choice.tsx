import { Select } from "@fluentui/react-components";
import type { JSX } from "react";
import { variants, type OrganisationKind, type VariantId } from "../../../templates/xinjiang/variants";
import type { Choices } from "../../../workbook/recognised";
import type { Overview } from "../../engine/protocol";
import { useCommands, usePaneState } from "../../pane-context";

/** Which template the workbook follows and why; the user can overrule it. */
export function VariantChoice({ overview }: { overview: Overview }): JSX.Element {
  const { choose } = useCommands();
  const choices = usePaneState((state) => state.choices);
  return (
    <div className="variant">
      <label className="field">
        <span>版式</span>
        <Select size="small" value={choices.variant ?? ""} onChange={(_, data) => void choose(withVariant(choices, data.value))}>
          <option value="">自动：{variants[overview.variant].label}</option>
          {Object.values(variants).map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
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
      <p className="about-line">依据：{overview.variantEvidence.join("；")}</p>
    </div>
  );
}

function withVariant(choices: Choices, value: string): Choices {
  const { organisationKind, sheets } = choices;
  const variant = Object.keys(variants).find((id): id is VariantId => id === value);
  return { ...(organisationKind && { organisationKind }), ...(sheets && { sheets }), ...(variant && { variant }) };
}

function withKind(choices: Choices, value: string): Choices {
  const { variant, sheets } = choices;
  const organisationKind = (["部门", "单位"] as const).find((kind): kind is OrganisationKind => kind === value);
  return { ...(variant && { variant }), ...(sheets && { sheets }), ...(organisationKind && { organisationKind }) };
}
