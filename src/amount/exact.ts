import { Decimal } from "decimal.js";

const Wide = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -100, toExpPos: 100 });

const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i);
const power = (n: number): number => POWERS[n] ?? Number.POSITIVE_INFINITY;
const PLAIN = /^([+-]?)(\d+)(?:\.(\d*))?$/;

/**
 * An exact decimal number, immutable.
 *
 * Nearly every figure in a budget is a small integer count of hundredths, so a value is held as an integer and a number
 * of decimals while both fit (no allocation beyond the object, plain integer arithmetic) and as a decimal.js number
 * otherwise. No operation but `round` and `dividedBy` ever loses a digit.
 *
 * `U` is what the number counts (see unit.ts), for the compiler alone: numbers of two units are not added or compared.
 */
export class Exact<U = unknown> {
  static readonly zero = new Exact<never>(0, 0, null);
  declare private readonly counts: U;

  private constructor(
    private readonly units: number,
    private readonly scale: number,
    private readonly wide: Decimal | null,
  ) {}

  /** A spreadsheet's double, read to the 15 significant digits that Excel itself keeps. @throws when it is not finite. */
  static ofDouble(double: number): Exact {
    const hundredths = Math.round(double * 100);
    if (Math.abs(hundredths) < 1e13 && hundredths / 100 === double) return new Exact(hundredths + 0, 2, null);
    if (!Number.isFinite(double)) throw new RangeError("an amount must be a finite number");
    const kept = double.toPrecision(15);
    return Exact.parse(String(Number(kept))) ?? Exact.ofDecimal(new Wide(kept));
  }

  /** An integer count of units of 10^-decimals. */
  static ofUnits(units: number, decimals = 0): Exact {
    return Number.isSafeInteger(units) && decimals >= 0 && decimals < 16
      ? new Exact(units + 0, decimals, null)
      : Exact.ofDecimal(new Wide(units).div(new Wide(10).pow(decimals)));
  }

  /** Plain decimal notation ("-1219.43"); null for anything else. */
  static parse(text: string): Exact | null {
    const match = PLAIN.exec(text);
    if (!match) return null;
    const [, sign = "", whole = "", fraction = ""] = match;
    const units = Number(whole + fraction);
    if (!Number.isSafeInteger(units) || fraction.length > 15) return Exact.ofDecimal(new Wide(text));
    return new Exact(sign === "-" && units !== 0 ? -units : units, fraction.length, null);
  }

  static ofDecimal(value: Decimal): Exact {
    const decimals = value.decimalPlaces();
    if (decimals <= 15) {
      const units = value.times(new Wide(10).pow(decimals)).toNumber();
      if (Number.isSafeInteger(units)) return new Exact(units, decimals, null);
    }
    return new Exact(Number.NaN, 0, new Wide(value));
  }

  static sum<U>(values: Iterable<Exact<U>>): Exact<U> {
    let total: Exact<U> = Exact.zero;
    for (const value of values) total = total.plus(value);
    return total;
  }

  plus(other: Exact<U>): Exact<U> {
    if (!this.wide && !other.wide) {
      const scale = Math.max(this.scale, other.scale);
      const units = this.units * power(scale - this.scale) + other.units * power(scale - other.scale);
      if (Number.isSafeInteger(units) && this.fits(scale) && other.fits(scale)) return new Exact(units, scale, null);
    }
    return Exact.ofDecimal(this.toDecimal().plus(other.toDecimal())) as Exact<U>;
  }

  minus(other: Exact<U>): Exact<U> {
    return this.plus(other.negated());
  }

  negated(): Exact<U> {
    return this.wide ? new Exact(Number.NaN, 0, this.wide.neg()) : new Exact(this.units === 0 ? 0 : -this.units, this.scale, null);
  }

  abs(): Exact<U> {
    return this.sign() < 0 ? this.negated() : this;
  }

  times(other: Exact): Exact<U> {
    const units = this.units * other.units;
    const scale = this.scale + other.scale;
    return !this.wide && !other.wide && Number.isSafeInteger(units) && scale < 16
      ? new Exact(units + 0, scale, null)
      : (Exact.ofDecimal(this.toDecimal().times(other.toDecimal())) as Exact<U>);
  }

  /** The quotient to 50 digits. @throws RangeError when `divisor` is zero. */
  dividedBy(divisor: Exact): Exact {
    if (divisor.isZero()) throw new RangeError("division by zero");
    return Exact.ofDecimal(this.toDecimal().div(divisor.toDecimal()));
  }

  /**
   * The quotient rounded half-up to `decimals`, in one step: the remainder decides, so no digit is lost on the way.
   * @throws RangeError when `divisor` is zero.
   */
  quotient(divisor: Exact, decimals: number): Exact {
    const shift = decimals + divisor.scale - this.scale;
    const dividend = shift >= 0 ? this.units * power(shift) : this.units;
    const unit = shift >= 0 ? divisor.units : divisor.units * power(-shift);
    const fits =
      !this.wide && !divisor.wide && decimals >= 0 && decimals < 16 && Number.isSafeInteger(dividend) && Number.isSafeInteger(unit);
    if (!fits || unit === 0) return this.dividedBy(divisor).round(decimals);
    const magnitude = Math.abs(unit);
    const rest = Math.abs(dividend) % magnitude;
    const whole = (Math.abs(dividend) - rest) / magnitude + (rest >= magnitude - rest ? 1 : 0);
    return new Exact(dividend < 0 === unit < 0 || whole === 0 ? whole : -whole, decimals, null);
  }

  /** Multiplied by 10^places (negative: divided), exactly. */
  shifted(places: number): Exact {
    if (!this.wide && this.scale - places >= 0 && this.scale - places < 16) return new Exact(this.units, this.scale - places, null);
    return Exact.ofDecimal(this.toDecimal().times(new Wide(10).pow(places)));
  }

  /** Half-up, away from zero, to the given number of decimals (Excel's ROUND); negative: to tens, hundreds. */
  round(decimals: number): Exact<U> {
    if (!this.wide && decimals >= 0) {
      const drop = this.scale - decimals;
      if (drop <= 0) return this;
      const step = power(drop);
      const magnitude = Math.abs(this.units);
      const rest = magnitude % step;
      const whole = (magnitude - rest) / step + (rest * 2 >= step ? 1 : 0);
      return new Exact(this.units < 0 && whole !== 0 ? -whole : whole, decimals, null);
    }
    return Exact.ofDecimal(
      decimals >= 0
        ? this.toDecimal().toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP)
        : this.toDecimal().times(new Wide(10).pow(decimals)).round().times(new Wide(10).pow(-decimals)),
    ) as Exact<U>;
  }

  compare(other: Exact<U>): -1 | 0 | 1 {
    if (!this.wide && !other.wide && this.scale === other.scale) return this.units < other.units ? -1 : this.units > other.units ? 1 : 0;
    return this.minus(other).sign();
  }

  equals(other: Exact<U>): boolean {
    return this.compare(other) === 0;
  }

  sign(): -1 | 0 | 1 {
    const value = this.wide ? this.wide.cmp(0) : this.units;
    return value < 0 ? -1 : value > 0 ? 1 : 0;
  }

  isZero(): boolean {
    return this.sign() === 0;
  }

  /** Significant decimals: 2.40 has one. */
  decimals(): number {
    if (this.wide) return this.wide.decimalPlaces();
    let { units, scale } = this;
    while (scale > 0 && units % 10 === 0) {
      units /= 10;
      scale -= 1;
    }
    return scale;
  }

  toDecimal(): Decimal {
    return this.wide ?? new Wide(this.units).div(power(this.scale));
  }

  toNumber(): number {
    return this.wide ? this.wide.toNumber() : this.units / power(this.scale);
  }

  /** Exactly `decimals` decimals, rounded half-up; no separators. */
  toFixed(decimals: number): string {
    const rounded = this.round(decimals);
    if (rounded.wide || rounded.scale > decimals) return rounded.toDecimal().toFixed(decimals);
    const digits = String(Math.abs(rounded.units)).padStart(rounded.scale + 1, "0");
    const sign = rounded.units < 0 ? "-" : "";
    if (decimals === 0) return sign + digits;
    const cut = digits.length - rounded.scale;
    return `${sign}${digits.slice(0, cut)}.${digits.slice(cut).padEnd(decimals, "0")}`;
  }

  /** Plain notation without trailing zeros. */
  toString(): string {
    return this.toFixed(this.decimals());
  }

  private fits(scale: number): boolean {
    return Number.isSafeInteger(this.units * power(scale - this.scale));
  }
}
