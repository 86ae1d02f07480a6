/** Finds TeX that is spelled in a source text: what a command looks like is known to readers and printers alone. */
import ts from 'typescript';

/** Literals with a command, `'\\frac'`, and regular expressions that look for a backslash, by the text they begin with. */
export function texSpellings(file: string, text: string): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (spellsTex(node)) found.push(`${file}: ${node.getText(source).slice(0, 60)}`);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function spellsTex(node: ts.Node): boolean {
  if (ts.isRegularExpressionLiteral(node)) return node.text.includes('\\\\');
  const isText =
    ts.isStringLiteral(node) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    node.kind === ts.SyntaxKind.TemplateHead ||
    node.kind === ts.SyntaxKind.TemplateMiddle ||
    node.kind === ts.SyntaxKind.TemplateTail;
  return isText && (node as ts.LiteralLikeNode).text.includes('\\');
}
