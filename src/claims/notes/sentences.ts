/** Sentences that say a derivative in words, in the languages that notes are mostly written in. */

/** "The derivative of", before its operand; some with "the function" and the like. */
const OF: readonly RegExp[] = [
  /(?:^|[^\p{L}])(?:derivatives? of|differentiat(?:e|ing)|differentiation of|ableitung (?:von|der funktion))(?:\s+(?:the\s+|a\s+)?[a-z\d-]+(?:_[a-z\d-]+)*(?:\s+function)?)?[\s:,*_]*$/iu,
  /(?:^|[^\p{L}])(?:dérivée (?:de(?: la fonction)?|d[’'])|derivada (?:de(?: la función| la funcion)?|da função))(?:\s+(?:the\s+|a\s+)?[a-z\d-]+(?:_[a-z\d-]+)*(?:\s+function)?)?[\s:,*_]*$/iu,
  /(?:^|[^\p{L}])(?:derivata (?:di|della funzione)|afgeleide van|pochodn[aąej]+(?: funkcji)?|производн(?:ая|ую|ой)(?: функции| от)?)(?:\s+(?:the\s+|a\s+)?[a-z\d-]+(?:_[a-z\d-]+)*(?:\s+function)?)?[\s:,*_]*$/iu,
  /(?:^|[^\p{L}])(?:derivatan av|den deriverte av|den afledede af|đạo hàm của(?: hàm số)?|derivada de la)(?:\s+(?:the\s+|a\s+)?[a-z\d-]+(?:_[a-z\d-]+)*(?:\s+function)?)?[\s:,*_]*$/iu,
];

/** "is", between operand and derivative. */
const IS: readonly RegExp[] = [
  /^[\s,*_)]*(?:(?:is|will be|would be|becomes)(?: just| simply| then| thus| therefore)?(?: equal to| given by)?|which is|equals)[\s:*_]*$/iu,
  /^[\s,*_)]*(?:gives|yields|produces|results in|(?:and |then )?(?:we|you) (?:get|obtain|have|find)|to (?:get|obtain))[\s:*_]*$/iu,
  /^[\s,*_)]*(?:ist(?: gleich)?|lautet|beträgt|ergibt|est(?: égale à| donnée par)?|vaut|es(?: igual a)?|é(?: igual a)?|è|vale)[\s:*_]*$/iu,
  /^[\s,*_)]*(?:to|jest równa|wynosi|равна|есть|это|gelijk aan|wordt|är|er|là|bằng|:|=|→|⟶|->|—|–)[\s:*_]*$/iu,
];

/** "with respect to", before the variable that it names. */
const BY =
  /^[\s,*_]*(?:with respect to|w\.?r\.?t\.?|nach|par rapport à|respecto (?:a|de)|em relação a|rispetto a|по|naar)[\s:*_]*$/iu;

/** "Its derivative is", between a function and its derivative; in some languages the words stand behind the function. */
const ITS: readonly RegExp[] = [
  /^[\s,;:.()*_–—-]*(?:(?:(?:then|and|so|hence)\s+)?(?:its|the|whose|with)\s+derivative(?:\s+is|\s*:|\s*=|,)?)[\s:*_]*$/iu,
  /^[\s,;:.()*_–—-]*(?:(?:(?:und|also|mit)\s+)?(?:(?:seine|deren|ihre|die|der)\s+)?ableitung(?:\s+(?:ist|lautet)|:)?)[\s:*_]*$/iu,
  /^[\s,;:.()*_–—-]*(?:(?:(?:et|donc)\s+)?(?:sa|de|la)\s+dérivée(?:\s+(?:est|vaut)|\s*:)?|(?:y\s+)?su\s+derivada(?:\s+es|:)?)[\s:*_]*$/iu,
  /^[\s,;:.()*_–—-]*(?:(?:e\s+)?(?:a\s+)?sua\s+derivada(?:\s+é|:)?|(?:la\s+)?sua\s+derivata(?:\s+è|:)?)[\s:*_]*$/iu,
  /^[\s,;:.()*_–—-]*(?:的导数(?:是|为|等于)|的導數(?:是|為)|の(?:微分|導関数)は|의\s*(?:미분|도함수)[은는])[\s:*_]*$/iu,
];

/** Whether the words before a formula, and those between it and the next one, say that the next is its derivative. */
export const saysDerivativeOf = (before: string, between: string): boolean =>
  (fits(OF, before) && fits(IS, between)) || fits(ITS, between);

/** The same over the name of the variable: "the derivative of A with respect to x is B". */
export const saysDerivativeBy = (before: string, by: string, between: string): boolean =>
  fits(OF, before) && BY.test(by) && fits(IS, between);

const fits = (patterns: readonly RegExp[], words: string): boolean => patterns.some((p) => p.test(words));

const ROW = /(?:^|\n)[ \t>]*(?:[-*+•]|\d+[.)])[ \t]+[*_]*$/;
const ARROW = /^[ \t*_]*(?::|→|⟶|⇒|⟹|↦|->|=>)[ \t*_]*$/;
/** A row of a list that has nothing but a function and what becomes of it. */
export const isListRow = (before: string, between: string): boolean =>
  ROW.test(before) && ARROW.test(between);
