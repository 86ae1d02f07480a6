/** Words with which a text brings a name anew, so that what it said of it before is no longer meant; a row each. */

export interface Introduction {
  /** Directly before the name. */
  readonly before: RegExp;
  /** Directly after it; null where the words before are enough. */
  readonly after: RegExp | null;
  readonly reason: string;
}

export const INTRODUCTIONS: readonly Introduction[] = [
  {
    before: /\blet\s*(?:the\s+)?(?:functions?\s*)?$/iu,
    after:
      /^\s*(?:both\s+)?(?:be|denote|represent|stand)\b(?!\s+(?:as|the same|our|this|that|the above)\b)/iu,
    reason: 'English: let f be',
  },
  {
    before:
      /\b(?:suppose|assume|if|where|when|given|for)(?:\s+that)?\s*(?:the\s+|now\s+)?(?:functions?\s*)?$/iu,
    after:
      /^\s*(?:is|are|be)\s+(?:an?\s+|any\s+|some\s+|two\s+|both\s+|all\s+|[a-z]+ly\s+){0,3}(?:differentiable|continuous|arbitrary|smooth|functions?\b|integrable|unknown)/iu,
    reason: 'English: suppose f is differentiable',
  },
  {
    before:
      /\b(?:any|some|every|arbitrary|differentiable|continuous|smooth)(?:\s+[a-z]+able)?\s+functions?\s*$/iu,
    after: null,
    reason: 'English: any function f, a differentiable function f',
  },
  {
    before: /\bsei(?:en)?\s*(?:nun\s+)?$/iu,
    after: /^\s*(?:nun\s+|jetzt\s+)?(?:eine?\b|differenzierbar|stetig|beliebig|zwei\b)/iu,
    reason: 'German: sei f eine Funktion',
  },
  {
    before: /\b(?:beliebigen?|differenzierbaren?|stetigen?)\s+Funktion(?:en)?\s*$/iu,
    after: null,
    reason: 'German: eine differenzierbare Funktion f',
  },
  {
    before: /\bsoi(?:t|ent)\s*$/iu,
    after: /^\s*(?:maintenant\s+)?(?:une?\b|deux\b|dérivables?|continues?|quelconque)/iu,
    reason: 'French: soit f une fonction',
  },
  {
    before: /\b(?:sea|sean|seja|sejam|sia|siano)\s*$/iu,
    after:
      /^\s*(?:ahora\s+|agora\s+|ora\s+)?(?:un[ae]?\b|uma?\b|dos\b|duas\b|due\b|(?:diferenci|deriv|continu|contínu)\p{L}*)/iu,
    reason: 'Spanish, Portuguese, Italian: sea f una función',
  },
  {
    before: /(?:пусть)\s*$/iu,
    after: /^[\s—–-]*(?:функци|дифференцируем|непрерывн|произвольн|любая|некоторая)/iu,
    reason: 'Russian: пусть f — функция',
  },
  {
    before: /(?:设|設|假设|假設|令)(?:函数|函數)?\s*$/u,
    after: /^\s*(?:是|为|為|在|可[导導微]|[连連][续續])/u,
    reason: 'Chinese: 设 f 是…函数',
  },
];

/** Between two names that are brought together: f and g. */
const AND = /^(?:,|and|or|und|et|y|e|и|和)?$/iu;
export const joinsNames = (words: string): boolean => AND.test(words.trim());

/** Whether the words round one name, or round the first and the last of several, bring it anew. */
export const introduces = (before: string, after: string): boolean =>
  INTRODUCTIONS.some((i) => i.before.test(before) && (i.after === null || i.after.test(after)));

/** That may bring a name: all that is looked for before more is read. */
export const mayIntroduce = (before: string): boolean => INTRODUCTIONS.some((i) => i.before.test(before));

/** A definition that only serves as an example: in its sentence, before it and after it. */
const EXAMPLE: readonly RegExp[] = [
  /\b(?:for example|for instance|e\.\s?g\.|an example|(?:first|second|third|another) example)(?!\p{L})/iu,
  /\b(?:zum beispiel|z\.\s?B\.|beispielsweise|(?:erstes|zweites|weiteres) beispiel)(?!\p{L})/iu,
  /\b(?:par exemple|por ejemplo|por exemplo|ad esempio|per esempio|bijvoorbeeld|na przykład|till exempel)(?!\p{L})/iu,
  /(?:например|ví dụ như|例如|比如|たとえば|例えば|예를 들어)/u,
];
const SENTENCE = /^[^.!?。]{0,80}/u;
/** Whether a definition is said as an example. */
export const isExample = (before: string, after: string): boolean =>
  EXAMPLE.some((e) => e.test(before.slice(-MOST_WORDS)) || e.test(SENTENCE.exec(after)?.[0] ?? ''));
const MOST_WORDS = 120;
