const TIME = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2}(?:\.\d{1,9})?))?$/;
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d{1,9})?)?)Z?)?$/;
const DAY = 86_400_000;
/** Day 0 of each way of counting; Excel's first counts a 29 February 1900 that never was. */
const DAY_ZERO = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
const LEAP_THAT_NEVER_WAS = 61;

function dayShare(text: string): number {
  const [, hours, minutes, seconds = 0] = TIME.exec(text) ?? [];
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

/** A date or time of day (ISO 8601) as the serial number that Excel keeps; NaN where it is none. */
export function serialOf(text: string, count: 1900 | 1904): number {
  const [, year, month, day, time] = DATE.exec(text) ?? [];
  if (year === undefined) return dayShare(text);
  const days = Math.round((Date.UTC(Number(year), Number(month) - 1, Number(day)) - DAY_ZERO[count]) / DAY);
  return days - (count === 1900 && days < LEAP_THAT_NEVER_WAS ? 1 : 0) + (time === undefined ? 0 : dayShare(time));
}
