import { Button, createLightTheme, FluentProvider } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";

/** A heading and a button drawn by the same framework: nothing that is built on it can be sooner. */
const root = document.getElementById("root");
const green = Array.from({ length: 16 }, (_, i) => [10 * (i + 1), "#0f4d37"]);
if (root)
  createRoot(root).render(
    <FluentProvider theme={createLightTheme(Object.fromEntries(green) as Parameters<typeof createLightTheme>[0])}>
      <h1>打开一份部门预算公开表</h1>
      <Button appearance="primary">打开工作簿或报告</Button>
    </FluentProvider>,
  );
