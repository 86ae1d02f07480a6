import type { Vocabulary } from './vocabulary.js';

export const PORTUGUESE: Vocabulary = {
  language: 'Portuguese',
  mistakeBefore:
    /(?<!\p{L})(?:fals[oa]|incorret[oa](?:mente)?|erro (?:comum|frequente|típico)|errad[oa](?:mente)?|errône[oa]|tentador|ingênu[oa](?:mente)?)(?!\p{L})/iu,
  notBefore: /(?<!\p{L})(?:não (?:é|vale)|nunca)(?!\p{L})/iu,
  noMistake:
    /(?<!\p{L})(?:não é (?:difícil|falso|errado|incorreto|surpreendente|só|apenas|um erro|constante|zero)|(?:nenhum|sem) erro|verdadeiro ou falso)(?!\p{L})/giu,
  mistakeAfter:
    /^[\s,:;.()*_–—-]*?(?:(?:mas |isso |isto |o que )*(?:é |está |seria )(?:fals[oa]|incorret[oa]|errad[oa]|um erro(?: comum)?)|(?:mas |isso |isto )*não (?:é (?:verdade|verdadeir[oa]|corret[oa]|válid[oa])|vale))(?!\p{L})/iu,
  asksWhether: /(?<!\p{L})(?:é verdade|será que|verdadeiro ou falso)(?!\p{L})/iu,
  asksWhich: /(?<!\p{L})(?:qual|quais)(?!\p{L})/iu,
  denied:
    /^(?:a resposta é não|não[,.!:;–—]|infelizmente|falso[.!]|(?:isso|isto) (?:é falso|não é verdade))/iu,
  goesOn: /^\s*(?:vezes|mais|menos|multiplicad[oa]|dividid[oa]|sobre|avaliad[oa])(?!\p{L})/iu,
};
