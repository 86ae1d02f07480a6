/** The choice of how much of a derivation is told. */
import { levelName, LEVELS, levelOf, type LevelName } from '../levels.js';
import type { Level } from '../protocol.js';
import { button, element } from './element.js';

const CHOICES: Readonly<Record<LevelName, readonly [words: string, title: string]>> = {
  brief: ['Brief', 'The rule and its result'],
  standard: ['Standard', 'Each rule with what it is applied to'],
  beginner: ['Beginner', 'Every step, none taken at sight'],
};

export function levelControl(shown: Level, onChoice: (level: Level) => void): HTMLElement {
  const buttons = LEVELS.map((name) => {
    const [words, title] = CHOICES[name];
    const pressed = String(name === levelName(shown));
    return button(words, { class: 'choice', title, 'aria-pressed': pressed, 'data-level': name }, () =>
      onChoice(levelOf(name)),
    );
  });
  return element('div', { class: 'choices', role: 'group', 'aria-label': 'Level of detail' }, ...buttons);
}
