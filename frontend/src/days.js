// Everything about days in one place to import from: calendars, ISO days and their words.

export { CALENDARS, daysInMonth, fromDay, monthSpan, toDay, weekday, yearSpan } from "./calendars.js";
export { formatDay, formatSpan, formatWeekday } from "./date-words.js";
export { dayOfIso, isoOfDay } from "./iso-days.js";
