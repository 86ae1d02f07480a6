/** Words that begin a block of a text, as a paragraph's first word, a heading's or an environment's name: a row each. */

/** What becomes of the block that stood before, and of what this one defines. */
export type BlockSort =
  /** An exercise or an example: what it defines is its own. */
  | 'example'
  /** A theorem and its like: what it supposes is its own, if the text after it does not speak of it on. */
  | 'statement'
  /** A proof or a solution: it goes on with the block before. */
  | 'continues'
  /** A definition: it ends the block before, and what it says holds for all that follows. */
  | 'holds'
  /** A remark within another block, which ends nothing; as a heading it has no scope of its own. */
  | 'aside';

export interface BlockWord {
  /** In small letters; the forms that stand at a beginning. */
  readonly words: readonly string[];
  readonly sort: BlockSort;
  readonly reason: string;
}

const row = (sort: BlockSort, reason: string, ...words: readonly string[]): BlockWord => ({
  words,
  sort,
  reason,
});

export const BLOCK_WORDS: readonly BlockWord[] = [
  row('example', 'English', 'example', 'exercise', 'problem', 'question', 'exm', 'exr', 'exa'),
  row('example', 'English: named by what it is like', 'examples', 'exercises', 'problems', 'questions', 'task'),
  row('example', 'German', 'beispiel', 'beispiele', 'aufgabe', 'aufgaben', 'übung', 'uebung', 'frage'),
  row('example', 'French', 'exemple', 'exemples', 'exercice', 'exercices', 'problème'),
  row('example', 'Spanish', 'ejemplo', 'ejemplos', 'ejercicio', 'ejercicios', 'problema'),
  row('example', 'Portuguese', 'exemplo', 'exemplos', 'exercício', 'exercícios', 'exercicio', 'questão'),
  row('example', 'Italian', 'esempio', 'esempi', 'esercizio', 'esercizi'),
  row('example', 'Dutch', 'voorbeeld', 'opgave', 'oefening', 'vraag'),
  row('example', 'Polish', 'przykład', 'zadanie', 'ćwiczenie'),
  row('example', 'Swedish, Danish, Norwegian', 'exempel', 'eksempel', 'uppgift', 'opgave', 'oppgave', 'övning'),
  row('example', 'Russian', 'пример', 'задача', 'упражнение', 'вопрос'),
  row('example', 'Ukrainian', 'приклад', 'вправа'),
  row('example', 'Vietnamese', 'ví dụ', 'bài tập', 'bài'),
  row('example', 'Chinese', '例', '例题', '例題', '习题', '習題', '练习', '練習', '问题', '問題'),
  row('example', 'Japanese', '演習', '例題', '練習問題'),
  row('example', 'Korean', '예제', '예', '문제', '연습문제'),

  row('statement', 'English', 'theorem', 'lemma', 'proposition', 'corollary', 'claim', 'thm', 'lem', 'prop', 'cor'),
  row('statement', 'German', 'satz', 'hilfssatz', 'korollar', 'behauptung'),
  row('statement', 'French', 'théorème', 'lemme', 'corollaire'),
  row('statement', 'Spanish, Portuguese, Italian', 'teorema', 'lema', 'proposición', 'proposição', 'corolario'),
  row('statement', 'Italian', 'proposizione', 'corollario'),
  row('statement', 'Dutch, Polish, Swedish', 'stelling', 'twierdzenie', 'lemat', 'sats'),
  row('statement', 'Russian', 'теорема', 'лемма', 'следствие', 'утверждение'),
  row('statement', 'Vietnamese', 'định lý', 'bổ đề', 'hệ quả'),
  row('statement', 'Chinese, Japanese, Korean', '定理', '引理', '推论', '補題', '정리', '보조정리'),

  row('continues', 'English: what a derivation comes to', 'result', 'results', 'final result', 'final answer', 'final form'),
  row('continues', 'English', 'proof', 'solution', 'answer', 'hint', 'sol', 'ans', 'solutions', 'answers', 'pf'),
  row('continues', 'German: what it comes to', 'ergebnis', 'endergebnis', 'resultat'),
  row('continues', 'French, Spanish, Portuguese, Italian', 'résultat', 'resultado', 'risultato'),
  row('continues', 'Russian, Chinese, Korean', 'результат', 'итог', '结果', '結果', '결과'),
  row('continues', 'German', 'beweis', 'lösung', 'loesung', 'antwort', 'hinweis'),
  row('continues', 'French', 'preuve', 'démonstration', 'réponse', 'corrigé', 'indication'),
  row('continues', 'Spanish', 'demostración', 'prueba', 'solución', 'respuesta', 'solucion'),
  row('continues', 'Portuguese', 'demonstração', 'prova', 'solução', 'resposta', 'resolução'),
  row('continues', 'Italian', 'dimostrazione', 'soluzione', 'risposta', 'svolgimento'),
  row('continues', 'Dutch, Polish, Swedish', 'bewijs', 'oplossing', 'dowód', 'rozwiązanie', 'bevis', 'lösning'),
  row('continues', 'Russian', 'доказательство', 'решение', 'ответ'),
  row('continues', 'Vietnamese', 'chứng minh', 'lời giải', 'giải'),
  row('continues', 'Chinese, Japanese, Korean', '证明', '證明', '解', '解答', '答案', '証明', '答え', '풀이', '증명', '답'),

  row('holds', 'English', 'definition', 'definitions', 'dfn', 'defn'),
  row('holds', 'French', 'définition', 'définitions'),
  row('holds', 'Spanish', 'definición', 'definiciones'),
  row('holds', 'Portuguese', 'definição', 'definições'),
  row('holds', 'Italian, Dutch, Polish', 'definizione', 'definitie', 'definicja'),
  row('holds', 'Russian, Vietnamese', 'определение', 'định nghĩa'),
  row('holds', 'Chinese, Japanese, Korean', '定义', '定義', '정의'),

  row('aside', 'English', 'notation', 'remark', 'remarks', 'note', 'convention', 'setup', 'assumptions'),
  row('aside', 'German', 'bemerkung', 'anmerkung', 'bezeichnung', 'bezeichnungen'),
  row('aside', 'French', 'remarque', 'notations'),
  row('aside', 'Spanish, Portuguese, Italian', 'nota', 'observación', 'notación', 'observação', 'notação'),
  row('aside', 'Italian, Dutch, Polish, Swedish', 'osservazione', 'opmerking', 'uwaga', 'anmärkning'),
  row('aside', 'Russian, Vietnamese', 'замечание', 'обозначения', 'chú ý', 'nhận xét'),
  row('aside', 'Chinese, Korean', '注', '注意', '참고'),
]; // prettier-ignore

const sorts: ReadonlyMap<string, BlockSort> = new Map(
  BLOCK_WORDS.flatMap(({ words, sort }) => words.map((w) => [w, sort] as const)),
);

/** What a first word, or a first two, of a block says. */
export function blockSort(first: string, second: string): BlockSort | null {
  const one = first.toLowerCase();
  return sorts.get(`${one} ${second.toLowerCase()}`) ?? sorts.get(one) ?? null;
}

/** What an environment's name says: `example`, `exercise*`, `thm`, and what begins or ends with such a word: `workedexample`, `solutionbox`. */
export function environmentSort(written: string): BlockSort | null {
  const name = written.replace(/\*$/, '').toLowerCase();
  const exact = sorts.get(name);
  if (exact) return exact;
  const within = LONG_WORDS.find((w) => name.endsWith(w) || name.startsWith(w));
  return within === undefined ? null : (sorts.get(within) ?? null);
}
/** Shorter ones stand in names by accident: `cor` in `corners`, `task` in `multitask`. */
const LEAST = 5;
const LONG_WORDS = [...sorts.keys()].filter((w) => w.length >= LEAST).sort((a, b) => b.length - a.length);
