/** What a hover says: the answer typeset, the rules in a line, a small plot, and links. Knows nothing of VS Code. */
import type { Answer, ChangeableReading, Found, ServiceRefusal, UsedDefinition } from '../service/service.js';
import { COMMANDS, LINK_COMMANDS } from './contributions.js';
import { brokenSum } from './lineBreaks.js';
import { escapeMarkdown, markdownImage, type SizedSvg } from './markdownText.js';
import { REST } from './slices.js';
import { commandLink, type Target } from './target.js';

/** Makes pictures in the colours of the theme. */
export interface Artist {
  /** In CSS pixels; infinite where it cannot be set. */
  width(tex: string): number;
  formula(tex: string): SizedSvg | null;
  /** A formula as it is read out. */
  words(tex: string): string;
  /** In steps; a low one where there is less room. */
  plot(answer: Answer, low: boolean): Generator<unknown, Described | null, undefined>;
}

/** A picture with what it shows in words. */
export interface Described extends SizedSvg {
  readonly words: string;
}

export interface HoverRequest {
  readonly answer: Answer;
  readonly found: Found;
  readonly target: Target;
  readonly withPlot: boolean;
  /** Whether the document can be edited, so that writing into it makes sense. */
  readonly writable: boolean;
  /** How the check of the claim came out that the formula makes; null for no claim, or none that is to be said. */
  readonly verdict: string | null;
}

/** The commands that a hover's links may run. */
export const HOVER_COMMANDS: readonly string[] = [
  COMMANDS.showDerivation,
  COMMANDS.practise,
  COMMANDS.copyDerivative,
  COMMANDS.insertDerivative,
  COMMANDS.differentiateWithRespectTo,
  LINK_COMMANDS.revealLine,
  LINK_COMMANDS.changeReading,
  LINK_COMMANDS.writeDerivative,
];

/** VS Code cuts a Markdown string at 100,000 characters, silently. */
export const MOST_CHARACTERS = 90_000;
/** Wider formulas are set on two lines: CSS pixels, about what a hover shows without shrinking. */
const ONE_LINE = 460;
/** Wider ones are broken, then shrunk, by no more than this. */
const WIDEST = 560;
const SMALLEST = 0.65;
/** What lines of a broken sum are set in by. */
const INDENT = 60;
const MOST_RULES = 4;
const MOST_DEFINITIONS = 6;

/** The hover's Markdown, below the limit, in steps: the plot goes first, then the typeset formula. */
export function* hoverContent(request: HoverRequest, artist: Artist): Generator<unknown, string, undefined> {
  const { answer } = request;
  const formula = yield* typesetAnswer(answer, artist);
  const image =
    formula === null ? null : markdownImage(artist.words(`${answer.question} = ${answer.tex}`), formula);
  yield REST;
  const picture = request.withPlot ? yield* artist.plot(answer, request.found.code !== null) : null;
  const plot = picture === null ? leftOut(request) : markdownImage(picture.words, picture);
  const verdict = request.verdict === null ? null : escapeMarkdown(request.verdict);
  const rest = [detailLine(request), verdict, ...remarks(request)];
  const links = linkLine(request);
  const text = escapeMarkdown(shortened(answer.words));
  const versions = [
    [image ?? text, ...rest, links, plot],
    [image ?? text, ...rest, links],
    [text, ...rest, links],
  ];
  const joined = versions.map((lines) => lines.filter((line) => line !== null).join('\n\n'));
  return joined.find((markdown) => markdown.length < MOST_CHARACTERS) ?? links;
}

/** What stands where the plot would; null where none is wanted, or there is nothing to draw. */
function leftOut({ withPlot, answer }: HoverRequest): string | null {
  const words = withPlot ? answer.plotLeftOut() : null;
  return words === null ? null : escapeMarkdown(words);
}

/** Refusals worth saying unasked. */
const TOLD: ReadonlySet<ServiceRefusal['code']> = new Set([
  'ambiguous',
  'not-differentiable',
  'contradiction',
]);
/** Those that another variable may help. */
const BY_ANOTHER: ReadonlySet<ServiceRefusal['code']> = new Set(['ambiguous', 'no-such-variable']);

/**
 * What a hover says of a refusal: why, where, and what can be done. Of what asks for nothing it says nothing but what is about
 * the question itself. Null for nothing.
 */
export function refusalContent(refusal: ServiceRefusal, found: Found, target: Target): string | null {
  const { code, message } = refusal;
  const said = escapeMarkdown(message);
  if (code === 'limit')
    return `${said} ${linkTo('Show steps', COMMANDS.showDerivation, target, 'Take more time over it')}`;
  if (found.code !== null || !(found.isAsked || TOLD.has(code))) return null;
  const choose = linkTo(
    'Choose the variable',
    COMMANDS.differentiateWithRespectTo,
    target,
    'Differentiate by another name',
  );
  return [said, ...placeOf(refusal, found), ...(BY_ANOTHER.has(code) ? [choose] : [])].join(' ');
}

/** The part of the formula that is meant, where it is not all of it. */
function placeOf({ place }: ServiceRefusal, { from, to, text }: Found): readonly string[] {
  if (place === null || place.from < from || to < place.to || text.length !== to - from) return [];
  const part = text.slice(place.from - from, place.to - from).trim();
  return part === '' || part === text.trim() || part.length > LONGEST_PLACE
    ? []
    : [`\`${escapeCode(part)}\``];
}
const LONGEST_PLACE = 60;
/** What ends a stretch of code, or its line, is left out. */
const escapeCode = (text: string): string => text.replace(/[`\r\n]/g, ' ');

/** Longer TeX makes a picture too large for a hover, and the host waits for it. */
const LONGEST_TYPESET = 1_500;
/** A formula in words takes half of a hover at most, so that its links are in sight. */
const LONGEST_WORDS = 400;

const shortened = (words: string): string =>
  words.length <= LONGEST_WORDS ? words : `${words.slice(0, LONGEST_WORDS)}…`;

/** The question and its answer on one line where that fits, else one below the other, a long sum on several. */
function* typesetAnswer(
  { question, tex, conditions }: Answer,
  artist: Artist,
): Generator<unknown, SizedSvg | null, undefined> {
  const where = conditions.length === 0 ? [] : [`(${conditions.join(',\\ ')})`];
  const line = [`${question} = ${tex}`, ...where].join('\\qquad ');
  if (line.length > LONGEST_TYPESET) return null;
  if (artist.width(line) <= ONE_LINE) return artist.formula(line);
  yield REST;
  const [first = tex, ...others] = brokenSum(tex, WIDEST - INDENT, (part) => artist.width(part));
  yield REST;
  const rows = [question, `\\quad = ${first}`, ...[...others, ...where].map((row) => `\\qquad {} ${row}`)];
  const picture = artist.formula(
    `\\begin{aligned} ${rows.map((row) => `& ${row}`).join(' \\\\ ')} \\end{aligned}`,
  );
  return picture && shrunk(picture);
}

/** A picture that is too wide made smaller, as far as it can still be read. */
function shrunk({ svg, width, height }: SizedSvg): SizedSvg {
  const scale = Math.min(1, Math.max(SMALLEST, WIDEST / width));
  return { svg, width: width * scale, height: height * scale };
}

function detailLine({ answer, target }: HoverRequest): string {
  const rules = answer.rules.slice(0, MOST_RULES).map(escapeMarkdown);
  const more = answer.rules.length > MOST_RULES ? ['…'] : [];
  const order = answer.order === 1 ? '' : superscript(answer.order);
  const name = escapeMarkdown(answer.variable.name);
  const text = `d${order}/d${name}${order} — with respect to ${name}`;
  const link = `[${text}](${commandLink(COMMANDS.differentiateWithRespectTo, target)} "Choose another variable")`;
  return [...rules, ...more, link].join(' · ');
}

/** What was read in one of several ways, with a link to change it; what the note defines, with links; doubts. */
function remarks({ answer, target }: HoverRequest): readonly string[] {
  const { readings, definitions, assumptions, check } = answer;
  const changeable = new Set(readings.map(({ message }) => message));
  const others = assumptions.filter((words) => !changeable.has(words) && !isAboutDefinition(words, answer));
  const doubts = check.verdict === 'agrees' ? [] : [check.words];
  return [
    ...readings.map((reading) => readingLine(reading, target)),
    ...(definitions.length === 0 ? [] : [definitionLine(definitions, target)]),
    ...[...others, ...doubts].map((words) => `*${escapeMarkdown(words)}*`),
  ];
}

/** The assumptions in words end with the definitions, which have a line of links of their own here. */
const isAboutDefinition = (words: string, { definitions }: Answer): boolean =>
  definitions.some(({ line }) => words.endsWith(` as defined in line ${line}`));

function readingLine({ about, message }: ChangeableReading, { uri }: Target): string {
  const link = commandLink(LINK_COMMANDS.changeReading, { uri, about });
  return `*${escapeMarkdown(message)}* [Change](${link} "Read it in another way, in this note or everywhere")`;
}

function definitionLine(definitions: readonly UsedDefinition[], { uri }: Target): string {
  const links = definitions.slice(0, MOST_DEFINITIONS).map(({ text, line }) => {
    const link = commandLink(LINK_COMMANDS.revealLine, { uri, line });
    return `${escapeMarkdown(text)} ([line ${line}](${link} "Go to the definition"))`;
  });
  const more = definitions.length > MOST_DEFINITIONS ? ['…'] : [];
  return `uses ${[...links, ...more].join(', ')}`;
}

function linkLine({ target, writable, found }: HoverRequest): string {
  const link = (label: string, command: string, title: string): string =>
    linkTo(label, command, target, title);
  const insert = link('Insert', COMMANDS.insertDerivative, 'Write the derivative after the formula');
  const write = link(
    'Write derivative',
    LINK_COMMANDS.writeDerivative,
    'Write the derivative as a function below this one',
  );
  const links = [
    link('Show steps', COMMANDS.showDerivation, 'Open the derivation with its steps and plot'),
    link('Practise', COMMANDS.practise, 'Take the steps yourself, with hints'),
    link('Copy LaTeX', COMMANDS.copyDerivative, 'Copy the derivative as LaTeX'),
    ...(writable ? [found.code ? write : insert] : []),
  ];
  return links.join(' · ');
}

const linkTo = (label: string, command: string, target: Target, title: string): string =>
  `[${label}](${commandLink(command, target)} "${title}")`;

const superscript = (order: number): string =>
  String(order).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
