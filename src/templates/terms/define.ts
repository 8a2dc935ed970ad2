/** A term of a published budget and what it means, in this project's own words. */
export interface Term {
  readonly name: string;
  /** Words by which a text or a table is seen to use it, spaces apart. */
  readonly used: RegExp;
  /** One sentence or several, each with its full stop. */
  readonly means: string;
  /** What the explanation rests on. */
  readonly ground: string;
}
