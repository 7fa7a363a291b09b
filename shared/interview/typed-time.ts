/** A time of day, HH:MM, from how people type it: 9:30, 09.30, 930, 0930, 14, 2pm, 2.30 pm; undefined where it is none. */
export function parseTypedTime(typed: string): string | undefined {
  const match = /^(\d{1,2})(?:[:. ]?(\d{2}))?\s*(am|pm)?$/i.exec(typed.trim());
  if (!match) return undefined;
  const [, hourText = "", minuteText = "00", half] = match;
  const hour = hourOfDay(Number(hourText), half?.toLowerCase());
  const minute = Number(minuteText);
  if (hour === undefined || minute > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}
