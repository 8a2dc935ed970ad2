import { Exact } from "../../amount/exact";
import { NotCalculable, numberOf, one, scalarOf, zip, type Matrix } from "./values";

/** An argument, worked out when it is asked for: IF asks for one of its two branches. */
export type Argument = () => Matrix;

const numbersIn = (matrix: Matrix): readonly Exact[] => matrix.flat().filter((value) => value instanceof Exact);

/** The functions that sums of published tables are written with. As in Excel, sums and counts pass over texts. */
export const functions: Readonly<Record<string, (args: readonly Argument[]) => Matrix>> = {
  SUM: (args) => one(Exact.sum(args.flatMap((arg) => numbersIn(arg())))),
  COUNT: (args) => one(Exact.ofUnits(args.flatMap((arg) => numbersIn(arg())).length)),
  SUMPRODUCT: ([first, ...rest]) => {
    if (!first) throw new NotCalculable();
    const products = rest.reduce(
      (product, arg) => zip(product, arg(), (a, b) => (a instanceof Exact && b instanceof Exact ? a.times(b) : Exact.zero)),
      first(),
    );
    return one(Exact.sum(numbersIn(products)));
  },
  ROUND: ([value, decimals]) => {
    if (!value || !decimals) throw new NotCalculable();
    return one(numberOf(scalarOf(value())).round(numberOf(scalarOf(decimals())).toNumber()));
  },
  LEN: ([value]) => {
    if (!value) throw new NotCalculable();
    return value().map((row) => row.map((one) => Exact.ofUnits(one === null ? 0 : String(one).length)));
  },
  ABS: ([value]) => {
    if (!value) throw new NotCalculable();
    return one(numberOf(scalarOf(value())).abs());
  },
  IF: ([condition, then, otherwise]) => {
    if (!condition || !then) throw new NotCalculable();
    return numberOf(scalarOf(condition())).isZero() ? (otherwise?.() ?? one(false)) : then();
  },
};
