// Days, as counted from 1970, and where they stand across the chart.
export const DAY = 86400000;
export const dateOf = (day) => new Date(day * DAY);
export const dayOf = (year, month, date = 1) => Math.round(Date.UTC(year, month, date) / DAY);

// Calendar units from the coarsest to the finest: which unit a day falls into, and the first day of a unit.
export const UNITS = {
  decade: { days: 3652, of: (d) => Math.floor(d.getUTCFullYear() / 10), first: (n) => dayOf(n * 10, 0) },
  year: { days: 365, of: (d) => d.getUTCFullYear(), first: (n) => dayOf(n, 0) },
  quarter: { days: 91, of: (d) => d.getUTCFullYear() * 4 + Math.floor(d.getUTCMonth() / 3), first: (n) => dayOf(Math.floor(n / 4), (n % 4) * 3) },
  month: { days: 30, of: (d) => d.getUTCFullYear() * 12 + d.getUTCMonth(), first: (n) => dayOf(Math.floor(n / 12), n % 12) },
  week: { days: 7, of: (d) => Math.floor((d.getTime() / DAY + 3) / 7), first: (n) => n * 7 - 3 },  // weeks begin on Monday
  day: { days: 1, of: (d) => Math.round(d.getTime() / DAY), first: (n) => n },
};

export const unitOf = (name, day) => UNITS[name].of(dateOf(day));
export const firstOf = (name, number) => UNITS[name].first(number);

// The finest unit that is at least so wide on the screen.
export const finest = (perDay, least, names) => {
  const wide = names.filter((name) => UNITS[name].days * perDay >= least);
  return wide[wide.length - 1] ?? names[0];
};

export const iso = (day) => dateOf(day).toISOString().slice(0, 10);

// Words for a unit of time, as data.words has them: {y} {m} {d} {q} are put in; months have names in some languages.
export const say = (pattern, day, months = []) => {
  const date = dateOf(day);
  const month = date.getUTCMonth();
  const parts = { y: date.getUTCFullYear(), m: months[month] ?? month + 1, d: date.getUTCDate(), q: Math.floor(month / 3) + 1 };
  return pattern.replace(/\{([ymdq])\}/g, (_, name) => parts[name]);
};
