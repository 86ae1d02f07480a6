import type { Vocabulary } from './vocabulary.js';

export const ITALIAN: Vocabulary = {
  language: 'Italian',
  mistakeBefore:
    /(?<!\p{L})(?:fals[oa]|sbagliat[oa]|errore (?:comune|frequente|tipico)|erroneamente|scorrett[oa]|ingenu[oa]mente)(?!\p{L})/iu,
  notBefore: /(?<!\p{L})(?:non (?:è|vale)|mai)(?!\p{L})/iu,
  noMistake:
    /(?<!\p{L})(?:non è (?:difficile|fals[oa]|sbagliat[oa]|sorprendente|solo|un errore|costante|nullo)|(?:nessun|senza) errore|vero o falso)(?!\p{L})/giu,
  mistakeAfter:
    /^[\s,:;.()*_–—-]*?(?:(?:ma |questo |ciò |il che )*(?:è |sarebbe )(?:fals[oa]|sbagliat[oa]|errat[oa]|un errore(?: comune)?)|(?:ma |questo |ciò )*non (?:è (?:ver[oa]|corrett[oa]|valid[oa])|vale))(?!\p{L})/iu,
  asksWhether: /(?<!\p{L})(?:è vero che|vale forse|vero o falso)(?!\p{L})/iu,
  asksWhich: /(?<!\p{L})(?:quale|quali)(?!\p{L})/iu,
  denied: /^(?:la risposta è no|no[,.!:;–—]|purtroppo|falso[.!]|(?:questo|ciò) (?:è falso|non è vero))/iu,
  goesOn: /^\s*(?:per|più|meno|moltiplicat[oa]|divis[oa]|fratto|valutat[oa])(?!\p{L})/iu,
};
