import { generateCustomFunctionsMetadata } from "custom-functions-metadata";

/** What functions.json says of one function. */
export interface Declared {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly type: string;
    readonly dimensionality?: string;
    readonly optional?: boolean;
    readonly repeating?: boolean;
  }[];
  readonly result: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: Readonly<Record<string, boolean>>;
}

interface Metadata {
  readonly errors: readonly string[];
  readonly functions: readonly Declared[];
  readonly bodyOf: (id: string) => string;
}

let generated: Metadata | null = null;

/** Generates functions.json from the sources, as the build does. To be awaited before `metadata`. */
export async function generateMetadata(): Promise<void> {
  const { metadataJson, associate, errors } = await generateCustomFunctionsMetadata([
    "src/functions/functions.ts",
    "src/functions/functions-zh.ts",
  ]);
  const { functions } = JSON.parse(metadataJson) as { functions: Declared[] };
  const names = new Map(associate.map(({ id, functionName }) => [id, functionName]));
  generated = { errors, functions, bodyOf: (id) => names.get(id) ?? "" };
}

export function metadata(): Metadata {
  if (!generated) throw new Error("generateMetadata first");
  return generated;
}
