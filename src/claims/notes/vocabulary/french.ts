import type { Vocabulary } from './vocabulary.js';

export const FRENCH: Vocabulary = {
  language: 'French',
  mistakeBefore:
    /(?<!\p{L})(?:faux|fausse(?:ment)?|incorrect(?:e|ement)?|erreur (?:fréquente|courante|classique|commune)|à tort|erroné(?:e|ment)?|tentant|naïve(?:ment)?|on (?:pourrait|serait tenté de) (?:croire|penser))(?!\p{L})/iu,
  notBefore: /(?<!\p{L})(?:pas|jamais)(?!\p{L})/iu,
  noMistake:
    /(?<!\p{L})(?:pas (?:faux|difficile|seulement|surprenant|à pas|oublier)|(?:aucune|sans) erreur|vrai ou faux|n['’]oubli(?:ez|ons) pas)(?!\p{L})/giu,
  mistakeAfter:
    /^[\s,:;.()*_–—-]*?(?:(?:mais |ceci |cela |ce qui )*(?:est |serait |sont |n['’]est pas )(?:faux|fausse|incorrect|vrai|juste|une erreur(?: fréquente)?)|n['’]est pas (?:vraie|correcte?)|c['’]est faux)(?!\p{L})/iu,
  asksWhether: /(?<!\p{L})(?:est-il vrai|a-t-on|est-ce que|vrai ou faux)(?!\p{L})/iu,
  asksWhich: /(?<!\p{L})(?:lequel|laquelle|lesquels|lesquelles|quelle affirmation)(?!\p{L})/iu,
  denied:
    /^(?:la réponse est non|non[,.!:;–—]|malheureusement|faux[.!]|c['’]est faux|ce n['’]est pas (?:vrai|le cas))/iu,
  goesOn: /^\s*(?:fois|plus|moins|multiplié|multipliée|divisé|divisée|sur|évalué|évaluée)(?!\p{L})/iu,
};
