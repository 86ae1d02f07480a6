import type { Vocabulary } from './vocabulary.js';

export const ENGLISH: Vocabulary = {
  language: 'English',
  mistakeBefore:
    /\b(?:wrong(?:ly)?|incorrect(?:ly)?|false(?:ly)?|mistake(?:n|nly|s)?|(?:common|frequent|typical|classic|usual|widespread|popular|serious)(?: [a-z-]{1,20})? errors?|an error to|erroneous(?:ly)?|invalid|fallacy|pitfall|misconception|myth|naive(?:ly)?|naïve(?:ly)?|tempt(?:ed|ing|ation)|(?:don['’]t|do not|never) (?:write|say|think|do)|(?:one|you|we) (?:might|may|could) (?:think|guess|expect|hope|believe))\b/i,
  notBefore: /\b(?:not|isn['’]t|cannot|can['’]t|never)\b/i,
  // "Not" of something else than the formula; "error" as a quantity is left out above.
  noMistake:
    /\b(?:not (?:hard|difficult|wrong|incorrect|false|a mistake|only|surprising(?:ly)?|just|necessary|needed|zero|constant|depend(?:s|ent|ing)?)|no (?:error|mistake|mistakes|errors)|without (?:error|mistake)|(?:don['’]t|do not|never) forget|(?:true|right) or false|false positives?|cannot be (?:denied|wrong)|never (?:wrong|fails))\b/gi,
  mistakeAfter:
    /^[\s,:;.()*_–—-]*?(?:(?:but |however,? |and )?(?:this |that |which |it )?(?:(?:is|are|would be|was|were)\s+)?(?:simply |just |clearly |obviously |plainly )?(?:wrong|not (?:true|correct|right|valid|the case)|incorrect|false|untrue|invalid|a (?:common )?(?:mistake|error))\b|instead of\b|(?:but |this |that |which |it )*(?:fails|(?:does not|doesn['’]t) (?:hold|work))\b)/i,
  asksWhether:
    /\b(?:is it (?:true|correct|right)|is it the case|whether|can it be|could it be|true or false|true\s?\/\s?false|t\s?\/\s?f)\b/i,
  asksWhich: /\bwhich (?:one )?(?:of|is|are|equation|statement|formula)\b/i,
  denied:
    /^(?:the answer is (?:a (?:clear |definite )?)?no\b|no[,.!:;–—]|nope\b|unfortunately|wrong[.!]|false[.!]|(?:this|that|it) (?:is|turns out to be) (?:wrong|false|not (?:true|correct|so|the case)))/i,
  goesOn: /^\s*(?:multiplied|times|plus|minus|divided|over|raised|squared|modulo|scaled|added|evaluated)\b/i,
};
