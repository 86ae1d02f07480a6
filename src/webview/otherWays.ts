/** Other methods for the same question: closed disclosures after the steps, each with steps of its own. */
import type { Telling } from '../levels.js';
import type { Outline, OutlineAlternative } from '../protocol.js';
import type { Actions } from './actions.js';
import { element } from './element.js';
import { formula } from './maths.js';
import { StepsView } from './steps.js';

/** A disclosure for each; nothing where there is no other method. */
export function otherWays({ alternatives = [] }: Outline, telling: Telling, actions: Actions): HTMLElement[] {
  return alternatives.map((a, i) => disclosure(a, i, telling, actions));
}

function disclosure(way: OutlineAlternative, index: number, telling: Telling, actions: Actions): HTMLElement {
  const { title, answer, steps } = way;
  const summary = element('summary', {}, `Another way: ${title} `, formula(answer));
  const made = element('details', { class: 'other-way' }, summary);
  // Steps are built the first time they are looked at.
  made.addEventListener('toggle', () => {
    if (made.open && made.childElementCount === 1) {
      const other = { title, prefix: `way${index}-` };
      made.append(new StepsView(steps, telling, null, () => undefined, actions, other).root);
    }
    actions.typeset();
  });
  return made;
}
