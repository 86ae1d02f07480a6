/** Numbers as messages say them. */

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
export function ordinal(n: number): string {
  const teens = n % 100 >= 11 && n % 100 <= 13;
  return String(n) + (teens ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'));
}

/** A count with its thousands apart: 200,000. */
export const grouped = (n: number): string => n.toLocaleString('en-US');
