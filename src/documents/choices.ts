/** Answers to choose from in LaTeX documents. */

/** How packages for exams write an answer to choose: the argument of a command, or a command in front of a line. */
const CHOICE_COMMAND =
  /\\(?:choice|CorrectChoice|correctchoice|wrongchoice|wrong|right|bonne|mauvaise|faux|vrai)(?![a-zA-Z])/g;
/** Such a command reaches no further than this. */
const MOST_CHOICE = 300;

/** Whether the offset lies in an answer to choose: \choice{No, because f′(1) = 0}. */
export function isInChoice(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - MOST_CHOICE), offset);
  const last = [...before.matchAll(CHOICE_COMMAND)].at(-1);
  if (!last) return false;
  const inside = before.slice(last.index + last[0].length).replace(/^\s*\[[^\]]*\]/, '');
  if (!/^\s*\{/.test(inside)) return !inside.includes('\n');
  return inside.split('{').length > inside.split('}').length;
}
