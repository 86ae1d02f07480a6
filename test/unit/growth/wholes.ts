/** What the editor does with a text as a whole when someone points at its middle: a hover, and the light bulb. */
import { Work, type Budget } from '../../../src/core/index.js';
import { ignoreEdit, replacementEdit } from '../../../src/editor/fixEdits.js';
import { hoverContent, type Artist } from '../../../src/editor/hoverContent.js';
import { createService, type DocumentText, type Options } from '../../../src/service/index.js';
import { done, ready } from '../../../src/steps.js';
import { altText } from '../../../src/typeset/alt.js';
import { LayoutError } from '../../../src/typeset/layoutError.js';
import { measure, typeset } from '../../../src/typeset/typeset.js';

const OPTIONS: Options = { logBase: 'e', macros: {}, numbers: 'asWritten' };
/** Little: what is computed is bounded by it, and is not what is looked at here. */
const budget = (): Budget => new Work(500);

/** The parsers of code stay loaded: services share them. */
await createService().load();

const documentOf = (languageId: string, text: string): DocumentText => ({
  uri: `file:///a.${languageId}`,
  version: 1,
  languageId,
  text,
});

const ARTIST: Artist = {
  width: (tex) => {
    try {
      return 18 * measure(tex, { display: true }).width;
    } catch (error) {
      if (!(error instanceof LayoutError)) throw error;
      return Infinity;
    }
  },
  formula: (tex) => {
    const made = typeset(tex, { display: true, size: 18, color: '#000' });
    return made.ok ? made : null;
  },
  words: altText,
  plot: () => ready(null),
};

/** No piece that an attack repeats is longer. */
const PERIOD = 32;

function hover(languageId: string, text: string): string | null {
  const [service, document] = [createService(), documentOf(languageId, text)];
  Array.from(service.prepare(document, OPTIONS));
  // What repeats is met by its first formula behind the middle, wherever in it the middle lies.
  const middle = Math.floor(text.length / 2);
  const places = Array.from({ length: PERIOD }, (_, k) => middle + k);
  const at = places.find((place) => service.at(document, place, OPTIONS) !== null) ?? middle;
  const found = service.at(document, at, OPTIONS);
  const answer = found && service.derive(found, {}, budget());
  if (!found || !answer?.ok) return null;
  const target = { uri: document.uri, version: 1, from: at, to: at };
  const request = { answer, found, target, withPlot: false, writable: true, verdict: null };
  return done(hoverContent(request, ARTIST));
}

/** The fixes of the claims round the middle, for which all are judged, and in code what is written for a function. */
function lightBulb(languageId: string, text: string): unknown {
  const [service, document] = [createService(), documentOf(languageId, text)];
  const at = Math.floor(text.length / 2);
  const claims = [...service.check(document, OPTIONS, budget)].filter((claim) => claim !== null);
  const fixes = claims
    .filter(({ from, to }) => from <= at && at <= to)
    .map((claim) => {
      const inTable = service.formulaAt(document, claim.from, OPTIONS)?.inTable ?? false;
      return [replacementEdit(claim, text, inTable), ignoreEdit(claim, text, languageId, inTable)];
    });
  const found = service.codeAt(document, at);
  if (!found) return fixes;
  return [
    service.derive(found, {}, budget()),
    service.writeDerivative(found, {}, budget()),
    service.writeGradient(found, budget()),
  ];
}

export const WHOLES: Readonly<Record<string, (text: string) => unknown>> = {
  'a hover on a note': (text) => hover('markdown', text),
  'a hover on a source': (text) => hover('typescript', text),
  'the light bulb of a note': (text) => lightBulb('markdown', text),
  'the light bulb of a source': (text) => lightBulb('typescript', text),
};
