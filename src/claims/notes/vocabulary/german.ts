import type { Vocabulary } from './vocabulary.js';

export const GERMAN: Vocabulary = {
  language: 'German',
  mistakeBefore:
    /(?<!\p{L})(?:falsch(?:e|er|es|en|erweise)?|irrtümlich|häufiger fehler|typischer fehler|beliebter fehler|fehlerhaft(?:e|er|es)?|trugschluss|irrtum|verlockend|naiv(?:e|er|erweise)?|man könnte (?:meinen|denken|glauben))(?!\p{L})/iu,
  notBefore: /(?<!\p{L})(?:nicht|keinesfalls|niemals)(?!\p{L})/iu,
  noMistake:
    /(?<!\p{L})(?:nicht (?:schwer|schwierig|falsch|nur|überraschend|vergessen)|kein(?:e)? (?:fehler|problem|konstante)|fehlerfrei|wahr oder falsch)(?!\p{L})/giu,
  mistakeAfter:
    /^[\s,:;.()*_–—-]*?(?:(?:aber |doch |das |dies |was )*(?:ist |wäre |sind )?(?:leider )?(?:falsch|nicht (?:richtig|wahr|korrekt)|ein (?:häufiger )?(?:fehler|irrtum)|ungültig)|(?:gilt|stimmt) (?:so )?nicht)(?!\p{L})/iu,
  asksWhether:
    /(?<!\p{L})(?:ob|gilt etwa|ist es (?:wahr|richtig)|stimmt es|(?:wahr|richtig) oder falsch|(?:wahr|richtig)\s?\/\s?falsch)(?!\p{L})/iu,
  asksWhich: /(?<!\p{L})welche[rs]?(?!\p{L})/iu,
  denied:
    /^(?:die antwort (?:ist|lautet) nein|nein[,.!:;–—]|leider|falsch[.!]|das (?:ist falsch|stimmt nicht|gilt nicht))/iu,
  goesOn: /^\s*(?:mal|plus|minus|multipliziert|geteilt|durch|hoch|ausgewertet)(?!\p{L})/iu,
};
