/** Reads which file of src/ imports what, for the test that holds the import table. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** The importing file and the imported one, relative to src/; or a package's name. */
  readonly from: string;
  readonly to: string;
  readonly local: boolean;
  readonly typesOnly: boolean;
  /** Whether it is an import() at run time. */
  readonly lazy: boolean;
  /** What is taken by name. */
  readonly names: readonly string[];
}

export const SRC = join(import.meta.dirname, '../../../src');

/** Files of src/, relative to it, with forward slashes. */
export function sourceFiles(): readonly string[] {
  const entries = readdirSync(SRC, { recursive: true, encoding: 'utf8' });
  return entries.map((file) => file.split(sep).join('/')).filter((file) => file.endsWith('.ts'));
}

/** All imports of the files of src/. */
export const allImports = (): readonly Import[] => sourceFiles().flatMap(importsOf);

function importsOf(file: string): readonly Import[] {
  return importsIn(file, readFileSync(join(SRC, file), 'utf8'));
}

/** The imports in a source text: static, re-exports, types by import('…'), and import() of a literal. */
export function importsIn(file: string, text: string): readonly Import[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  const found: Import[] = [];
  const add = (specifier: string, typesOnly: boolean, names: readonly string[] = [], lazy = false): void => {
    const local = specifier.startsWith('.');
    found.push({
      from: file,
      to: local ? target(file, specifier) : packageName(specifier),
      local,
      typesOnly,
      lazy,
      names,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(
        literal(node.moduleSpecifier),
        node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
        namesIn(node.importClause?.namedBindings),
      );
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(literal(node.moduleSpecifier), node.isTypeOnly, namesIn(node.exportClause));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(literal(node.argument.literal), true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(literal(node.arguments[0]), false, [], true);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function namesIn(bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined): readonly string[] {
  if (!bindings || !(ts.isNamedImports(bindings) || ts.isNamedExports(bindings))) return [];
  return bindings.elements.map(({ propertyName, name }) => (propertyName ?? name).text);
}

function literal(node: ts.Node | undefined): string {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : '(computed)';
}

function target(file: string, specifier: string): string {
  const path = relative(SRC, join(SRC, dirname(file), specifier))
    .split(sep)
    .join('/');
  return path.replace(/\.js$/, '.ts');
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
