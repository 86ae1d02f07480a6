/** Every place where an error is caught is a boundary with a reason, and no other may be added unseen. */
import { expect, test } from 'vitest';
import ts from 'typescript';
import { expectNoneElsewhere } from './elsewhere.js';

/** The clauses `catch` and the calls of .catch(…) and of .then(…, failed) in a source, by the text they begin with. */
function catchesIn(file: string, text: string): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCatchClause(node) || isCaught(node))
      found.push(`${file}: ${node.getText(source).replace(/\s+/g, ' ').slice(0, 60)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isCaught(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { text } = node.expression.name;
  return text === 'catch' || (text === 'then' && node.arguments.length > 1);
}

const ONE_FORMULA = 'a boundary of one formula: its fault is told with its place, the others go on';
const STACK =
  'a text too deep for the machine’s stack is a limit; a problem has its place; all else is thrown on';
const OUT_OF_WORK = 'a budget that is spent leaves what was reached; all else is thrown on';
const ONE_REQUEST = 'a boundary of one request of the editor: logged, and nothing is shown';
const OUTSIDE = 'what the machine or the workspace may refuse: the file is told of, or passed over';

test('errors are caught at named boundaries and nowhere else', () => {
  expectNoneElsewhere('no folder', catchesIn, {
    'claims/notes/find.ts': [1, ONE_FORMULA],
    'meaning/definitions.ts': [1, ONE_FORMULA],
    'meaning/keptReadings.ts': [1, ONE_FORMULA],
    'service/check.ts': [1, ONE_FORMULA],
    'service/checkCode.ts': [2, ONE_FORMULA],
    'notation/latex/parse.ts': [1, STACK],
    'notation/latex/reader.ts': [1, STACK],
    'notation/latex/macros/expand.ts': [2, STACK],
    'notation/typescript/unreadable.ts': [1, STACK],
    'codegen/editCheck.ts': [1, STACK],
    'typeset/typeset.ts': [1, STACK],
    'typeset/alt.ts': [1, 'what is no TeX is read out as it stands; all else is thrown on'],
    'notation/latex/katexTree.ts': [2, 'KaTeX throws at what it cannot read'],
    'typeset/katexTree.ts': [2, 'KaTeX throws at what it cannot set'],
    'notation/plain/mathjs.ts': [1, 'mathjs throws at what it cannot read; all but its own is thrown on'],
    'notation/typescript/source.ts': [1, 'Babel throws at what it cannot read'],
    'notation/typescript/find.ts': [1, 'Babel throws at a selection that is no expression'],
    'core/poles.ts': [1, OUT_OF_WORK],
    'core/tidy/index.ts': [2, OUT_OF_WORK],
    'core/tidy/conditions.ts': [1, OUT_OF_WORK],
    'judge/inline.ts': [1, 'definitions that grow too large have no meaning; all else is thrown on'],
    'files/text.ts': [1, 'the decoder throws at bytes that are no text; all else is thrown on'],
    'cli/jsonl.ts': [2, 'a line that is no JSON, and a line that breaks, has that for its answer'],
    'cli/check.ts': [1, 'a file that breaks has that for its report, and the others are checked'],
    'cli/command.ts': [1, 'a call that makes no sense is told how; all else is thrown on'],
    'cli/folder.ts': [2, OUTSIDE],
    'cli/spans.ts': [1, OUTSIDE],
    'cli/beside.ts': [1, OUTSIDE],
    'cli/main.ts': [1, 'the outermost boundary: told on standard error, with its exit status'],
    'editor/slices.ts': [2, 'what breaks in a later slice is the ending that its starter is told of'],
    'editor/lazyEngine.ts': [2, 'a load that failed is thrown on, and tried again by the next call'],
    'editor/hover.ts': [1, ONE_REQUEST],
    'editor/lens.ts': [2, ONE_REQUEST],
    'editor/codeActions.ts': [1, ONE_REQUEST],
    'editor/quickFixes.ts': [1, ONE_REQUEST],
    'editor/completion.ts': [1, ONE_REQUEST],
    'editor/derivationPanel.ts': [3, ONE_REQUEST],
    'editor/checkQueue.ts': [1, ONE_REQUEST],
    'editor/checkedNotes.ts': [2, `${ONE_REQUEST}; ${OUTSIDE}`],
    'editor/checkWorkspace.ts': [2, `a file that breaks is logged, and the others are checked; ${OUTSIDE}`],
    'editor/pictures.ts': [
      2,
      'a picture that breaks is logged, and the hover has its words; what is no TeX has no width',
    ],
    'editor/documents.ts': [1, OUTSIDE],
    'editor/filesBeside.ts': [2, `${ONE_REQUEST}; ${OUTSIDE}`],
    'editor/gradientTest.ts': [1, OUTSIDE],
    'codegen/testRunner.ts': [1, 'a package.json that is no JSON names no test runner'],
    'webview/maths.ts': [1, 'what KaTeX cannot set stays its TeX'],
  });
});

test('a clause, a call and a second argument of then are seen', () => {
  expect(catchesIn('a.ts', 'try { f(); } catch { g(); }')).toHaveLength(1);
  expect(catchesIn('a.ts', 'p.catch(g); p.then(f, g); p.then(f);')).toHaveLength(2);
});
