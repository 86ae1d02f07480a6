import type { Vocabulary } from './vocabulary.js';

export const SPANISH: Vocabulary = {
  language: 'Spanish',
  mistakeBefore:
    /(?<!\p{L})(?:fals[oa]|incorrect[oa](?:mente)?|error (?:común|frecuente|típico)|erróne[oa](?:mente)?|equivocad[oa](?:mente)?|tentador|ingenu[oa](?:mente)?|uno podría (?:pensar|creer))(?!\p{L})/iu,
  notBefore: /(?<!\p{L})(?:no (?:es|se cumple|vale)|nunca)(?!\p{L})/iu,
  noMistake:
    /(?<!\p{L})(?:no es (?:difícil|falso|incorrecto|sorprendente|sólo|solo|un error|constante|cero)|(?:ningún|sin) error|verdadero o falso)(?!\p{L})/giu,
  mistakeAfter:
    /^[\s,:;.()*_–—-]*?(?:(?:pero |esto |eso |lo cual |lo que )*(?:es |está |sería )(?:fals[oa]|incorrect[oa]|mal|un error(?: común)?)|(?:pero |esto )*no (?:es (?:ciert[oa]|correct[oa]|válid[oa])|se cumple))(?!\p{L})/iu,
  asksWhether: /(?<!\p{L})(?:es (?:cierto|verdad)|será que|verdadero o falso|si es cierto)(?!\p{L})/iu,
  asksWhich: /(?<!\p{L})cuál(?:es)?(?!\p{L})/iu,
  denied:
    /^(?:la respuesta es no|no[,.!:;–—]|lamentablemente|falso[.!]|(?:esto|eso) (?:es falso|no es (?:cierto|verdad)))/iu,
  goesOn: /^\s*(?:por|más|menos|multiplicad[oa]|dividid[oa]|sobre|evaluad[oa])(?!\p{L})/iu,
};
