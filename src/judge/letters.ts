/** Functions of the table that letters stand for by custom. */
export const LETTERED: Readonly<Record<string, string>> = {
  Phi: 'normcdf',
  phi: 'normpdf',
  varphi: 'normpdf',
  sigma: 'sigmoid',
};
